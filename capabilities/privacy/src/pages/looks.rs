//! `/privacy/looks`: who looked at what and who changed what; reading it is a look itself.

use ::store::{Event, Tx, journal};
use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use base::{Error, Id, Moment, ReportNumber, Result};
use jiff::civil::Date;
use serde::Deserialize;
use staff::{
    Viewer,
    audit::{self, Act, Asked, Look, NotedLook, Purpose},
};
use web::{Form, Html, Page, PageResult};

use super::{Seat, export::file};
use crate::store;

#[derive(Deserialize, Clone, Default)]
pub(super) struct Question {
    #[serde(default)]
    person: String,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    until: String,
}

#[derive(Template)]
#[template(path = "looks.html")]
struct LooksPage {
    page: Page,
    form: Form,
    looks: Vec<Row>,
    changes: Vec<Row>,
    csv: String,
}

/// A look or a change in words.
struct Row {
    when: String,
    machine: String,
    who: String,
    what: String,
    why: String,
}

/// What was found, and the words of what could not be read in the question.
struct Found {
    looks: Vec<NotedLook>,
    changes: Vec<(Event, String)>,
    unknown: Vec<(&'static str, &'static str)>,
}

/// `GET /privacy/looks?person=&subject=&until=`
pub(super) async fn show(seat: Seat, Query(query): Query<Question>) -> PageResult<Response> {
    let found = search(&seat, &query, Act::Search).await?;
    let mut form = Form::of([("person", query.person.clone()), ("subject", query.subject.clone()), ("until", query.until.clone())]);
    found.unknown.iter().for_each(|(field, key)| form.refuse(*field, seat.words(key)));
    let page = LooksPage {
        page: seat.page(seat.words("privacy-nav-looks")).with_form(&form),
        csv: format!("/privacy/looks.csv?{}", encoded(&query)),
        looks: found.looks.iter().map(|look| look_row(&seat, look)).collect(),
        changes: found.changes.iter().map(|(event, who)| change_row(&seat, event, who)).collect(),
        form,
    };
    Ok(Html(page).into_response())
}

/// `GET /privacy/looks.csv`, with the same question.
pub(super) async fn csv(seat: Seat, Query(query): Query<Question>) -> PageResult<Response> {
    let found = search(&seat, &query, Act::Export).await?;
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut write = |row: [&str; 6]| writer.write_record(row.map(plain)).map_err(Error::internal);
    write(["when", "who", "act", "subject", "purpose", "words"])?;
    for look in &found.looks {
        let (when, words) = (seat.ctx.t.machine(look.at), look.words.clone().unwrap_or_default());
        write([&when, &look.name, &look.act, &subject(look), &look.purpose, &words])?;
    }
    for (event, who) in &found.changes {
        let when = seat.ctx.t.machine(event.at);
        write([&when, who, "change", &format!("{} {}", event.subject_kind, event.subject_id), &event.kind, ""])?;
    }
    let bytes = writer.into_inner().map_err(Error::internal)?;
    Ok(file("text/csv; charset=utf-8", "wglady.csv", bytes))
}

/// A cell that no spreadsheet takes for a formula.
fn plain(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

fn encoded(query: &Question) -> String {
    let letter = |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let word = |text: &str| text.bytes().map(letter).collect::<String>();
    format!("person={}&subject={}&until={}", word(&query.person), word(&query.subject), word(&query.until))
}

/// Answers the question and notes that it was asked.
async fn search(seat: &Seat, query: &Question, act: Act) -> Result<Found> {
    let (query, zone) = (query.clone(), seat.ctx.app.zone().clone());
    let look = move |tx: &Tx<'_>, viewer: &Viewer| {
        let mut unknown = Vec::new();
        let account_id =
            named(&query.person, || store::account_with_login(tx, &query.person), ("person", "privacy-login-unknown"), &mut unknown)?;
        let subject_id = named(&query.subject, || subject_of(tx, &query.subject), ("subject", "privacy-subject-unknown"), &mut unknown)?;
        let until = match query.until.trim() {
            "" => None,
            text => match text.parse::<Date>().ok().and_then(|day| hours::day_end(day, &zone)) {
                Some(end) => Some(Moment(end - 1)),
                None => {
                    unknown.push(("until", "privacy-day-wrong"));
                    None
                }
            },
        };
        let asked = Asked { subject_id, account_id, until };
        let (looks, changes) =
            if unknown.is_empty() { (audit::looks(tx, viewer, &asked)?, changes(tx, &asked)?) } else { Default::default() };
        let words = format!("{} {} {}", query.person, query.subject, query.until);
        let words = Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        audit::note(tx, viewer, &Look { act, subject_kind: "look", subject_id: None, purpose: Purpose::Audit, words })?;
        Ok(Found { looks, changes, unknown })
    };
    seat.change(look).await
}

/// What was typed, found; when it names nothing, that is noted as a fault.
fn named(
    typed: &str,
    find: impl Fn() -> Result<Option<Id>>,
    fault: (&'static str, &'static str),
    unknown: &mut Vec<(&'static str, &'static str)>,
) -> Result<Option<Id>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let found = find()?;
    if found.is_none() {
        unknown.push(fault);
    }
    Ok(found)
}

/// The case of a report's number, or an id as it is.
fn subject_of(tx: &Tx<'_>, typed: &str) -> Result<Option<Id>> {
    if let Ok(id) = typed.trim().parse::<Id>() {
        return Ok(Some(id));
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    match digits.parse::<ReportNumber>() {
        Ok(number) => store::case_with_number(tx, number),
        Err(_) => Ok(None),
    }
}

/// What the journal tells of the subject, or of what the account changed, the newest first.
fn changes(tx: &Tx<'_>, asked: &Asked) -> Result<Vec<(Event, String)>> {
    let mut events = match (asked.subject_id, asked.account_id) {
        (Some(id), _) => journal::of_subject(tx, id)?,
        (None, Some(account_id)) => store::events_by(tx, account_id, asked.until)?,
        (None, None) => Vec::new(),
    };
    events
        .retain(|event| asked.until.is_none_or(|until| event.at <= until) && asked.account_id.is_none_or(|id| event.actor.id == Some(id)));
    events.sort_by_key(|event| std::cmp::Reverse((event.at, event.version)));
    events.truncate(usize::try_from(audit::PAGE).unwrap_or(usize::MAX));
    events.into_iter().map(|event| Ok((event.clone(), store::actor_name(tx, &event)?))).collect()
}

fn subject(look: &NotedLook) -> String {
    look.subject_id.map_or_else(|| look.subject_kind.clone(), |id| format!("{} {id}", look.subject_kind))
}

/// "sprawa 0193…": the kind of record in words, and its id.
fn named_subject(seat: &Seat, look: &NotedLook) -> String {
    let key = format!("privacy-subject-{}", look.subject_kind);
    let kind = seat.ctx.t.find(&key).unwrap_or(&look.subject_kind);
    look.subject_id.map_or_else(|| kind.to_owned(), |id| format!("{kind} {id}"))
}

fn look_row(seat: &Seat, look: &NotedLook) -> Row {
    let t = &seat.ctx.t;
    let act = t.get(&format!("privacy-act-{}", look.act)).to_owned();
    let words = look.words.as_deref().map(|words| format!(" „{words}”")).unwrap_or_default();
    Row {
        when: seat.moment(look.at),
        machine: t.machine(look.at),
        who: look.name.clone(),
        what: format!("{act}: {}{words}", named_subject(seat, look)),
        why: t.get(&format!("privacy-purpose-{}", look.purpose.replace('_', "-"))).to_owned(),
    }
}

fn change_row(seat: &Seat, event: &Event, who: &str) -> Row {
    Row {
        when: seat.moment(event.at),
        machine: seat.ctx.t.machine(event.at),
        who: who.to_owned(),
        what: format!("{} {}", event.subject_kind, event.subject_id),
        why: event.kind.clone(),
    }
}
