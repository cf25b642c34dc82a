//! A report being written: what its form holds so far, and whether that is a report.
//!
//! Fields, the same on every page and in a single post: `place_id` (a key of [`spots`], `none` or nothing) or `place`
//! (words), `service` (a key), `danger` (`yes`, `no`) asked of the service `asked`, `body`, `reply` (`email`, `none`),
//! `email`, `token`; for the questions of the service see [`answers`].

mod answers;

use base::{Bounds, Error, FieldFault, Id, Language};
use interactions::Channel;
use places::model::{Asset, Places};
use residents::Reachable;
use services::{Catalogue, Service};
use web::Form;

use super::{NewReport, Place, spots};
pub use answers::{Mend, SHOWN, carried, field_of};

/// A form with the service and the place that it names.
pub struct Draft<'a> {
    /// What was typed.
    pub form: &'a Form,
    /// The service chosen.
    pub service: Option<&'a Service>,
    /// The place chosen; words of the resident's own are not among the places.
    pub chosen_place: Option<Place>,
    /// Where the thing stands whose number was told: in words for the place, or as an answer to a question.
    thing: Option<Place>,
    catalogue: &'a Catalogue,
}

/// What was answered to the question by which a service asks for danger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Danger {
    /// Nobody is in danger, or the service does not ask.
    No,
    /// The question was shown and passed over.
    PassedOver,
    /// The question has not been shown yet.
    NotAsked,
    /// Somebody is in danger.
    Yes,
}

impl<'a> Draft<'a> {
    /// Reads a form. Looks into memory only.
    pub fn read(form: &'a Form, catalogue: &'a Catalogue, places: &Places, bounds: &Bounds) -> Self {
        let service = catalogue.by_key(form.get("service"));
        let chosen_place = form.filled("place_id").and_then(|key| spots::locate(places, bounds, key));
        let draft = Self { form, service, chosen_place, thing: None, catalogue };
        let thing = draft.thing_told(places).map(|asset| spots::place_of(places, asset));
        Self { thing, ..draft }
    }

    /// The thing whose number was told in words for the place, else in an answer.
    fn thing_told<'p>(&self, places: &'p Places) -> Option<&'p Asset> {
        let words = self.form.filled("place").filter(|_| self.chosen_place.is_none());
        let in_words = words.and_then(|words| spots::thing_in(places, words));
        in_words.or_else(|| self.asked().into_iter().find_map(|(question, given)| places.asset_told(question.asset?, given)))
    }

    /// The answer about danger. One that was given about another service does not count.
    pub fn danger(&self) -> Danger {
        let Some(service) = self.service.filter(|service| service.danger.is_some()) else { return Danger::No };
        let asked = self.form.filled("asked");
        match self.form.get("danger") {
            _ if asked.is_some_and(|asked| asked != service.key) => Danger::NotAsked,
            "yes" => Danger::Yes,
            "no" => Danger::No,
            _ if asked.is_some() => Danger::PassedOver,
            _ => Danger::NotAsked,
        }
    }

    /// What has to be mended on the page of place, service, questions and words, in its order.
    pub fn mends_of_matter(&self) -> Vec<Mend> {
        let (body, before): (Vec<_>, Vec<_>) = self.faults_of_matter().into_iter().partition(|fault| fault.field == "body");
        let passed_over = FieldFault { field: "danger", message: "draft-danger-missing" };
        let danger = (self.danger() == Danger::PassedOver).then_some(passed_over);
        let first = before.into_iter().chain(danger).map(Mend::from);
        first.chain(self.answers().err().unwrap_or_default()).chain(body.into_iter().map(Mend::from)).collect()
    }

    /// What has to be mended of place, service and words, in the order of the form.
    pub fn faults_of_matter(&self) -> Vec<FieldFault> {
        let service = self.service.is_none().then_some(FieldFault { field: "service", message: "draft-service-missing" });
        // The rules of place and words are the same for every service, so any one can be asked.
        let any = self.service.or(self.catalogue.services().first());
        let of_words = any.map(|service| self.matter(service, Language::Pl).faults()).unwrap_or_default();
        let (place, body): (Vec<_>, Vec<_>) = of_words.into_iter().partition(|fault| fault.field == "place");
        place.into_iter().chain(service).chain(body).collect()
    }

    /// The report, of which nothing is promised yet; or what has to be mended, in the order of the last step.
    pub fn report(&self, language: Language) -> Result<NewReport, Vec<FieldFault>> {
        let faults = self.faults_of_matter();
        match (self.service, self.reply_to(language)) {
            (Some(service), Ok(reply_to)) if faults.is_empty() => {
                Ok(NewReport { reply_to, token: self.token(), ..self.matter(service, language) })
            }
            (_, reply) => Err(reply.err().into_iter().chain(faults).collect()),
        }
    }

    /// What the form says of the matter, once a service is chosen, with the token that makes a form sent twice one report.
    pub fn matter_of(&self, language: Language) -> Option<NewReport> {
        self.service.map(|service| NewReport { token: self.token(), ..self.matter(service, language) })
    }

    fn matter(&self, service: &Service, language: Language) -> NewReport {
        NewReport {
            place: self.place(),
            body: self.form.get("body").to_owned(),
            answers: self.answers().unwrap_or_default(),
            ..NewReport::about(service, Channel::Web, language)
        }
    }

    /// The chosen place, or the resident's own words for it; with the thing whose number was told.
    pub fn place(&self) -> Place {
        let words = || Place { words: self.form.get("place").to_owned(), ..Place::default() };
        let place = self.chosen_place.clone().unwrap_or_else(words);
        match &self.thing {
            Some(thing) => spots::with_thing(place, thing),
            None => place,
        }
    }

    fn reply_to(&self, language: Language) -> Result<Option<Reachable>, FieldFault> {
        match (self.form.get("reply"), self.form.get("email")) {
            ("none", _) | ("", "") => Ok(None),
            ("email", "") => Err(FieldFault { field: "email", message: "draft-email-missing" }),
            ("email" | "", address) => Reachable::by_email(address, language).map(Some).map_err(|error| match error {
                Error::Invalid(faults) => faults.into_iter().next().unwrap_or(FieldFault { field: "email", message: "email-invalid" }),
                _ => FieldFault { field: "email", message: "email-invalid" },
            }),
            _ => Err(FieldFault { field: "reply", message: "draft-reply-missing" }),
        }
    }

    /// What makes a report that was sent twice one report: the form's token with all that was said in it. Whoever goes
    /// back, writes something else and sends the form again makes another report; nothing they wrote is dropped.
    fn token(&self) -> Option<Id> {
        let token: Id = self.form.filled("token")?.parse().ok()?;
        let said: Vec<&str> =
            ["place_id", "place", "service", "body", "photos", "reply", "email"].into_iter().map(|name| self.form.get(name)).collect();
        let answers = self.asked().into_iter().map(|(question, given)| format!("{}={given}", question.key));
        let said = said.into_iter().map(str::to_owned).chain(answers).collect::<Vec<_>>().join("\n");
        Some(Id::named("report", &format!("{token}\n{said}")))
    }
}
