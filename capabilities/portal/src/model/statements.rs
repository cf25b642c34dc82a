//! What the law asks a public body to tell: whether the site is accessible, what happens with personal data, and what the
//! centre does in words that are easy to read.

use base::{Email, Wording};
use jiff::civil::{Date, date};
use packs::{Fault, Reason};
use schemars::JsonSchema;
use serde::Deserialize;

/// The most words of a sentence that is easy to read.
const EASY_WORDS: usize = 12;

/// The accessibility statement, after the structure that the minister of digital affairs published (act of 4 April 2019 on
/// digital accessibility, art. 10–12). The page carries the identifiers by which it is monitored.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// The public body; left out: the city's legal owner.
    pub body: Option<Wording>,
    /// The day on which the site was published.
    #[schemars(with = "String", extend("format" = "date"))]
    pub published_on: Date,
    /// The day of its last substantial change.
    #[schemars(with = "String", extend("format" = "date"))]
    pub updated_on: Date,
    /// The day on which the statement was prepared.
    #[schemars(with = "String", extend("format" = "date"))]
    pub prepared_on: Date,
    /// The day on which it was last reviewed: every year by 31 March, and after each substantial change.
    #[schemars(with = "String", extend("format" = "date"))]
    pub reviewed_on: Date,
    /// How far the site complies with the act.
    pub status: Compliance,
    /// What is not accessible, why, and until when.
    #[serde(default)]
    pub not_accessible: Vec<Wording>,
    /// What the act exempts.
    #[serde(default)]
    pub exempt: Vec<Wording>,
    /// Address of the analysis of disproportionate burden, if there is one.
    pub burden_url: Option<String>,
    /// Who assessed it, when it was not the body itself.
    pub auditor: Option<String>,
    /// Person or unit that answers questions about accessibility.
    pub person: String,
    /// Their e-mail.
    pub email: String,
    /// Their phone, as written for people.
    pub phone: String,
    /// How people get into the office and are helped there.
    pub architecture: Wording,
    /// Mobile applications, if there are any.
    pub apps: Option<Wording>,
    /// Whatever else should be told.
    pub more: Option<Wording>,
}

/// How far the site complies with the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Compliance {
    /// Fully.
    Full,
    /// Partly.
    Partial,
    /// Not.
    None,
}

impl Compliance {
    /// The key of its words.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Full => "portal-a11y-full",
            Self::Partial => "portal-a11y-partial",
            Self::None => "portal-a11y-none",
        }
    }
}

impl Accessibility {
    /// Whether this year's review is overdue: it has to be done by 31 March.
    pub fn review_is_overdue(&self, today: Date) -> bool {
        today > date(today.year(), 3, 31) && self.reviewed_on.year() < today.year()
    }
}

/// What happens with personal data in a kind of matter: information (GDPR art. 13), not a consent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrivacyNotice {
    /// The pack's word, also in the page's address.
    pub key: String,
    /// Its heading.
    pub title: Wording,
    /// The key of the data controller, as `city.toml` names it.
    #[schemars(extend("x-section" = "city.controllers"))]
    pub controller: String,
    /// The services that it is about; left out: all of this controller that have none of their own.
    #[serde(default)]
    #[schemars(extend("x-section" = "services"))]
    pub services: Vec<String>,
    /// The first layer, one or two sentences on the form itself.
    pub short: Wording,
    /// What the data is for.
    pub purpose: Wording,
    /// On which legal basis; to be confirmed by the city's lawyer.
    pub basis: Wording,
    /// Who else gets it.
    pub recipients: Wording,
    /// How long it is kept.
    pub kept: Wording,
    /// Whether it has to be given, and what follows when it is not.
    pub duty: Wording,
    /// How the data-protection officer is reached.
    pub officer: String,
}

/// What the centre does, easy to read and in sign language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Centre {
    /// The text in short parts.
    pub easy: Vec<EasyPart>,
    /// Who has tried whether it is easy to read, if somebody has.
    pub readers: Option<String>,
    /// The film in sign language.
    pub film: Option<Film>,
}

/// A part of the text that is easy to read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EasyPart {
    /// Its heading.
    pub title: Wording,
    /// Its sentences, each with one thought and at most twelve words.
    pub sentences: Vec<Sentence>,
}

/// A sentence that is easy to read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// The words.
    pub say: Wording,
}

/// A film in Polish sign language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Film {
    /// The file in the pack's folder `media`, MP4.
    pub file: String,
    /// All that is signed in it, as text.
    pub transcript: Wording,
}

/// What the city has told of all this.
#[derive(Debug, Clone, Default)]
pub struct Statements {
    /// `accessibility.toml`.
    pub accessibility: Option<Accessibility>,
    /// `privacy.toml`.
    pub notices: Vec<PrivacyNotice>,
    /// `centre.toml`.
    pub centre: Option<Centre>,
}

impl Statements {
    /// The notice for a matter of this service and this controller.
    pub(crate) fn notice_for(&self, service: &str, controller: &str) -> Option<&PrivacyNotice> {
        let own = self.notices.iter().find(|notice| notice.services.iter().any(|named| named == service));
        own.or_else(|| self.notices.iter().find(|notice| notice.services.is_empty() && notice.controller == controller))
    }

    /// Services of which no privacy notice tells, in a city that has notices at all.
    fn untold(&self, services: &[(&str, &str)]) -> Vec<Fault> {
        let told = |(service, controller): &&(&str, &str)| self.notices.is_empty() || self.notice_for(service, controller).is_some();
        let fault = |(service, controller): &(&str, &str)| {
            Fault::new("services", service, "unit", format!("privacy.toml has no notice for its data controller {controller}"))
        };
        services.iter().filter(|one| !told(one)).map(fault).collect()
    }

    /// What cannot be as it is told: unknown controllers and services, services of which no notice tells, sentences that are not
    /// easy to read. `services` are the keys of services, each with that of its data controller.
    pub fn check(&self, controllers: &[&str], services: &[(&str, &str)]) -> Vec<Fault> {
        let mut faults = self.untold(services);
        for notice in &self.notices {
            let mut fault = |path: &str, reason: Reason| faults.push(Fault::new("privacy", &notice.key, path, reason));
            if !controllers.contains(&notice.controller.as_str()) {
                fault("controller", Reason::unknown("controller ", &notice.controller));
            }
            for named in &notice.services {
                if !services.iter().any(|(service, _)| service == named) {
                    fault("services", Reason::unknown("service ", named));
                }
            }
        }
        for statement in self.accessibility.iter().filter(|statement| statement.email.parse::<Email>().is_err()) {
            faults.push(Fault::new("accessibility", "accessibility", "email", Reason::email(&statement.email)));
        }
        let parts = self.centre.iter().flat_map(|centre| centre.easy.iter().enumerate());
        for (at, part) in parts {
            for (number, sentence) in part.sentences.iter().enumerate() {
                let words = sentence.say.pl.split_whitespace().count();
                if words > EASY_WORDS {
                    let reason = format!("a sentence that is easy to read has at most {EASY_WORDS} words, this one has {words}");
                    faults.push(Fault::new("centre", "centre", &format!("easy[{at}].sentences[{number}].say.pl"), reason));
                }
            }
        }
        if let Some(film) = self.centre.as_ref().and_then(|centre| centre.film.as_ref()) {
            let plain = film.file.ends_with(".mp4") && !film.file.contains(['/', '\\']) && !film.file.starts_with('.');
            if !plain {
                faults.push(Fault::new("centre", "centre", "film.file", "name a file such as film.mp4 in the pack's folder media"));
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reviewed(on: Date) -> Accessibility {
        let told = format!(
            "published_on = '2026-01-01'\nupdated_on = '2026-01-01'\nprepared_on = '2026-01-01'\nreviewed_on = '{on}'\nstatus = 'partial'\n\
             person = 'A'\nemail = 'a@b.example'\nphone = '1'\narchitecture.pl = 'Winda'"
        );
        toml::from_str(&told).unwrap()
    }

    #[test]
    fn the_statement_is_reviewed_by_the_end_of_march() {
        for (reviewed_on, today, overdue) in [
            (date(2026, 2, 1), date(2026, 11, 20), false),
            (date(2025, 3, 30), date(2026, 3, 31), false),
            (date(2025, 3, 30), date(2026, 4, 1), true),
            (date(2025, 12, 31), date(2026, 4, 1), true),
        ] {
            assert_eq!(reviewed(reviewed_on).review_is_overdue(today), overdue, "{reviewed_on} on {today}");
        }
    }

    #[test]
    fn a_long_sentence_is_not_easy_to_read() {
        let say = |words: usize| format!("easy = [{{ title.pl = 'A', sentences = [{{ say.pl = '{}' }}] }}]", "słowo ".repeat(words));
        let check = |words| Statements { centre: Some(toml::from_str(&say(words)).unwrap()), ..Statements::default() }.check(&[], &[]);
        assert_eq!(check(12), []);
        assert_eq!(check(13)[0].path, "easy[0].sentences[0].say.pl");
    }

    #[test]
    fn a_city_with_notices_tells_of_every_service() {
        let text = "key = 'a'\ncontroller = 'city'\nofficer = 'x'\n".to_owned()
            + &["title", "short", "purpose", "basis", "recipients", "kept", "duty"].map(|name| format!("{name}.pl = 'x'\n")).concat();
        let told = Statements { notices: vec![toml::from_str(&text).unwrap()], ..Statements::default() };
        let services = [("lamp", "city"), ("bin", "mpo")];
        let faults = told.check(&["city", "mpo"], &services);
        assert_eq!(faults.iter().map(|fault| fault.key.as_str()).collect::<Vec<_>>(), ["bin"]);
        assert!(faults[0].to_string().contains("mpo"));
        assert_eq!(Statements::default().check(&[], &services), [], "a city without notices promises none");
    }
}
