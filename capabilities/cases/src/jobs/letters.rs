//! The letters to those who reported: of something that happened, or, as a preview, of an end that has not come yet.
//!
//! Nothing that a stranger typed stands in a letter: neither place nor words. Whoever types another person's address into
//! our form must not make us carry their text there.

use ::store::{Event, Read, journal};
use base::{Id, Language, Moment, ReportNumber, Result, Wording};
use jiff::civil::Date;
use residents::{
    Reach,
    model::{Basis, Undeliverable},
};
use web::{App, T};

use crate::{
    events,
    model::{Closing, Follower, Outcome, Stage, Standing, last_day},
    public::{self, Happening},
    store,
};

/// All that a letter may speak of.
pub(crate) struct News {
    /// Names the wording.
    pub template: &'static str,
    /// Those who are to hear of it, each in the way that they need.
    pub listeners: Vec<Listener>,
    service: Wording,
    due_at: Option<Moment>,
    told: Told,
}

/// A reporter or follower who left a way to be reached.
pub(crate) struct Listener {
    /// Their report; a follower's case.
    pub subject_id: Id,
    /// The following by which they hear; `None` for a reporter.
    follower_id: Option<Id>,
    pub resident_id: Id,
    pub reach: Reach,
    pub language: Language,
    number: ReportNumber,
}

impl Listener {
    /// Whether they get an e-mail; the others are told by people.
    pub fn hears(&self) -> bool {
        matches!(&self.reach, Reach::Way(way) if way.email().is_some())
    }

    /// Names the wording: a follower of somebody else's case is told in other words than its author.
    pub fn template(&self, news: &News) -> &'static str {
        if self.follower_id.is_some() && news.template != "following" { "followed" } else { news.template }
    }

    /// Whether they need short and easy sentences.
    fn reads_easily(&self) -> bool {
        matches!(&self.reach, Reach::Way(way) if way.style().easy_read)
    }
}

/// A finished text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// One line.
    pub title: String,
    /// Plain text.
    pub body: String,
}

/// What an event says to residents.
#[derive(Default)]
struct Told {
    /// The unit that has the case.
    unit: Option<Wording>,
    /// How it ended.
    outcome: Option<Outcome>,
    /// The day for which the work is set.
    on: Option<Date>,
    /// What the unit says.
    words: Option<String>,
    /// Why a report was moved to another case; empty otherwise.
    why: String,
    /// Of an end: how it is shown that it is so.
    evidence: Evidence,
}

/// How an end is shown to be so.
#[derive(Default)]
enum Evidence {
    #[default]
    None,
    Photo,
    /// Why there is no photo.
    Reason(String),
}

impl Evidence {
    fn of_event(read: &Read<'_>, case_id: Id, event_id: Id) -> Result<Self> {
        let reason = store::no_photos_of(read, case_id)?.into_iter().find(|(id, _)| *id == event_id);
        let shown = store::photos_of(read, case_id)?.iter().any(|photo| photo.event_id == Some(event_id));
        Ok(match reason {
            Some((_, why)) => Self::Reason(why),
            None if shown => Self::Photo,
            None => Self::None,
        })
    }

    fn of_closing(closing: &Closing) -> Self {
        match closing.reason() {
            Some(why) => Self::Reason(why.to_owned()),
            None if closing.after.is_empty() && closing.before.is_empty() => Self::None,
            None => Self::Photo,
        }
    }
}

impl Told {
    /// The words, and how it is shown that they are so.
    fn said(&self, t: &T) -> String {
        let words = self.words.as_deref().unwrap_or_default();
        match &self.evidence {
            Evidence::None => words.to_owned(),
            Evidence::Photo => format!("{words}\n\n{}", t.get("notice-with-photo")),
            Evidence::Reason(why) => format!("{words}\n\n{}", t.with("notice-no-photo", &[("why", why.as_str().into())])),
        }
    }
}

/// What there is to tell of an event of the case, or of one of its reports, and to whom. Of a report only its own author
/// is told.
///
/// # Errors
/// [`base::Error::NotFound`] without such a case or event.
pub(crate) fn of_event(read: &Read<'_>, case_id: Id, event_id: Id, template: &'static str) -> Result<News> {
    let story = journal::of_subject(read, case_id)?;
    let Some(last) = story.iter().position(|event| event.id == event_id) else {
        return of_report(read, event_id, template);
    };
    let what = public::happening(&story[last].kind, &story[last].facts);
    let told = Told {
        unit: unit_in(&story[..=last]).map(|id| unit_name(read, id)).transpose()?,
        outcome: if let Some(Happening::Closed(outcome)) = what { Some(outcome) } else { None },
        on: if let Some(Happening::Scheduled(on)) = what { Some(on) } else { None },
        words: store::words_about(read, event_id)?,
        why: String::new(),
        evidence: Evidence::of_event(read, case_id, event_id)?,
    };
    let news = news(read, case_id, template, told)?;
    Ok(if let Some(Happening::Extended(due_at)) = what { News { due_at: Some(due_at), ..news } } else { news })
}

fn of_report(read: &Read<'_>, event_id: Id, template: &'static str) -> Result<News> {
    let (report_id, case_id) = store::report_with_event(read, event_id)?;
    let words = store::words_about(read, event_id)?;
    let unit = store::load(read, case_id)?.stage.unit_id().map(|id| unit_name(read, id)).transpose()?;
    let event = journal::of_subject(read, report_id)?.into_iter().find(|event| event.id == event_id);
    let why = event.and_then(|event| event.facts["why"].as_str().map(str::to_owned)).unwrap_or_default();
    let mut news = news(read, case_id, template, Told { unit, words, why, ..Told::default() })?;
    news.listeners.retain(|listener| listener.subject_id == report_id);
    Ok(news)
}

/// The unit that had the case when the last of these events happened, however it was handed on later.
fn unit_in(story: &[Event]) -> Option<Id> {
    story.iter().rev().find(|event| event.kind == events::DISPATCHED).and_then(|event| event.id_of("unit"))
}

fn unit_name(read: &Read<'_>, unit_id: Id) -> Result<Wording> {
    staff::unit(read, unit_id).map(|unit| unit.name)
}

/// What there will be to tell when the case ends like this.
///
/// # Errors
/// [`base::Error::NotFound`] without such a case.
pub(crate) fn of_closure(read: &Read<'_>, case_id: Id, stage: Stage, closing: &Closing) -> Result<News> {
    let unit = stage.unit_id().map(|id| unit_name(read, id)).transpose()?;
    let (outcome, words) = (Some(closing.outcome), Some(closing.words.trim().to_owned()));
    news(read, case_id, "closed", Told { unit, outcome, words, evidence: Evidence::of_closing(closing), ..Told::default() })
}

fn news(read: &Read<'_>, case_id: Id, template: &'static str, told: Told) -> Result<News> {
    let case = store::load(read, case_id)?;
    let service = store::service_name(read, case.service_id)?;
    let mut listeners = listeners(read, case_id)?;
    if FOLLOWED.contains(&template) && case.public && !case.sensitive {
        add_followers(read, case_id, &mut listeners)?;
    }
    // People call or write by hand of what was asked and how it ended, not of each step before.
    listeners.retain(|listener| listener.hears() || ["asked", "closed", "declined", "extended"].contains(&template));
    Ok(News { template, listeners, service, due_at: case.due_at, told })
}

fn listeners(read: &Read<'_>, case_id: Id) -> Result<Vec<Listener>> {
    let mut listeners = Vec::new();
    for report in store::reports_of(read, case_id)? {
        let Some(resident_id) = report.resident_id else { continue };
        let reach = residents::way_to(read, resident_id, &Basis::OwnMatter)?;
        if reach == Reach::Undeliverable(Undeliverable::NoWay) {
            continue;
        }
        let (report_id, language, number) = (report.id, report.language, report.number);
        listeners.push(Listener { subject_id: report_id, follower_id: None, resident_id, reach, language, number });
    }
    Ok(listeners)
}

/// What followers are told of: what everybody reads on the page of the case.
const FOLLOWED: [&str; 3] = ["progressed", "scheduled", "closed"];

/// Followers who are not told as authors already.
fn add_followers(read: &Read<'_>, case_id: Id, listeners: &mut Vec<Listener>) -> Result<()> {
    let Some(report) = store::reports_of(read, case_id)?.into_iter().next() else { return Ok(()) };
    for follower in store::followers_told(read, case_id)? {
        if listeners.iter().any(|listener| listener.resident_id == follower.resident_id) {
            continue;
        }
        listeners.extend(follower_of(read, &follower, case_id, report.number)?);
    }
    Ok(())
}

fn follower_of(read: &Read<'_>, follower: &Follower, case_id: Id, number: ReportNumber) -> Result<Option<Listener>> {
    let resident_id = follower.resident_id;
    let reach = residents::way_to(read, resident_id, &Basis::OwnMatter)?;
    let silent = reach == Reach::Undeliverable(Undeliverable::NoWay);
    let listener =
        Listener { subject_id: case_id, follower_id: Some(follower.id), resident_id, reach, language: follower.language, number };
    Ok((!silent).then_some(listener))
}

/// The question to the owner of an address whether to tell them of a case; nobody is called or written to by hand for it.
///
/// # Errors
/// [`base::Error::NotFound`] without such a follower.
pub(crate) fn of_follower(read: &Read<'_>, follower_id: Id) -> Result<News> {
    let follower = store::find_follower(read, follower_id)?;
    let following = public::following(read, follower_id)?;
    let asked = follower_of(read, &follower, follower.case_id, following.number)?;
    let asked = asked.filter(|listener| listener.hears() && follower.standing == Standing::Asked);
    let service = store::service_name(read, following.service_id)?;
    Ok(News { template: "following", listeners: asked.into_iter().collect(), service, due_at: None, told: Told::default() })
}

/// The letter to one listener, in their language.
pub(crate) fn compose(app: &App, news: &News, listener: &Listener) -> Letter {
    let language = listener.language;
    let t = app.t(language);
    let (promise, due) = match news.due_at {
        None => ("none", String::new()),
        Some(due_at) if due_at < app.now() => ("over", t.day(last_day(due_at), app.now())),
        Some(due_at) => ("ahead", t.day(last_day(due_at), app.now())),
    };
    let (number, said) = (listener.number.to_string(), news.told.said(&t));
    // The key is for the author's own mailbox; whoever reads an errand out shall not hold it.
    let link = match listener.follower_id {
        None if listener.hears() => private_link(app, listener.number),
        _ => public_link(app, listener.number),
    };
    let following = listener.follower_id.filter(|_| listener.hears()).map(|id| following_link(app, id)).unwrap_or_default();
    let template = listener.template(news);
    let arguments = [
        ("number", number.as_str().into()),
        ("service", news.service.of(language).into()),
        ("by", if news.told.unit.is_some() { "unit" } else { "centre" }.into()),
        ("unit", news.told.unit.as_ref().map_or("", |unit| unit.of(language)).into()),
        ("promise", promise.into()),
        ("due", due.as_str().into()),
        ("outcome", news.told.outcome.map_or("", |outcome| t.find(outcome.key()).unwrap_or_default()).into()),
        ("words", said.as_str().into()),
        ("said", if news.told.words.is_some() { "yes" } else { "no" }.into()),
        ("day", news.told.on.map(|on| t.date(on, app.now())).unwrap_or_default().into()),
        ("what", news.template.into()),
        ("mail", if following.is_empty() { "no" } else { "yes" }.into()),
        ("following", following.as_str().into()),
        ("why", news.told.why.as_str().into()),
        ("link", link.as_str().into()),
        ("city", app.city.name.of(language).into()),
        ("centre", app.city.centre.of(language).into()),
        ("phone", app.city.contact.phone_shown.as_str().into()),
    ];
    let speak = |part: &str| t.with(&format!("notice-{template}-{part}"), &arguments);
    Letter { title: speak("title"), body: speak(if listener.reads_easily() { "easy" } else { "body" }) }
}

/// The address of a report's page with the key that shows its author's own words.
pub fn private_link(app: &App, number: ReportNumber) -> String {
    let key = app.signer.sign(public::LINK, &number.value().to_string());
    format!("{}?key={key}", public_link(app, number))
}

/// The address of the page on which a follower says yes, or that they heard enough.
pub fn following_link(app: &App, follower_id: Id) -> String {
    let key = app.signer.sign(public::FOLLOWING, &follower_id.to_string());
    format!("{}/following/{follower_id}?key={key}", app.settings.public_url)
}

/// The address of a report's page as everybody sees it.
fn public_link(app: &App, number: ReportNumber) -> String {
    format!("{}/reports/{number}", app.settings.public_url)
}
