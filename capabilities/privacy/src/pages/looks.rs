//! `/privacy/looks`: who looked at what and who changed what; reading it is a look itself.

use ::store::{Read, Tx};
use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use base::{Error, Id, Moment, Result};
use jiff::{civil::Date, tz::TimeZone};
use serde::Deserialize;
use staff::{
    Viewer,
    audit::{self, Act, Asked, Look, NotedLook, PAGE, Purpose},
};
use web::{Choice, Form, Html, Page, PageResult, T};

use super::{Seat, export::file, request::sought};
use crate::store::{self, Change};

/// The most rows of looks, and of changes, in one file; who needs more asks for fewer days.
const FILE_ROWS: usize = 200_000;
/// Rows that are read at once for it.
const CHUNK: usize = 5_000;

#[derive(Deserialize, Clone, Default)]
pub(super) struct Question {
    #[serde(default)]
    person: String,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    since: String,
    #[serde(default)]
    until: String,
    /// Where the page before ended: a moment and an id.
    #[serde(default)]
    older: String,
    /// Which list is turned over: `looks` or `changes`.
    #[serde(default)]
    of: String,
}

#[derive(Template)]
#[template(path = "looks.html")]
struct LooksPage {
    page: Page,
    form: Form,
    purposes: Vec<Choice>,
    looks: Vec<Row>,
    changes: Vec<Row>,
    /// Where older looks and changes are.
    older_looks: Option<String>,
    older_changes: Option<String>,
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

/// A field that cannot be understood, and the key of what is said about it.
type Unknown = (&'static str, &'static str);

impl Question {
    /// The fields that narrow, by their names.
    fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("person", &self.person),
            ("subject", &self.subject),
            ("purpose", &self.purpose),
            ("words", &self.words),
            ("since", &self.since),
            ("until", &self.until),
        ]
    }

    /// The same question as a query.
    fn query(&self) -> String {
        let letter = |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
        let word = |text: &str| text.bytes().map(letter).collect::<String>();
        self.fields().map(|(name, value)| format!("{name}={}", word(value))).join("&")
    }

    /// What is asked for, and the fields that cannot be understood.
    fn read(&self, read: &Read<'_>, zone: &TimeZone) -> Result<(Asked, Vec<Unknown>)> {
        let mut unknown = Vec::new();
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut asked = Asked { words: filled(&self.words), older: self.cursor(), ..Asked::default() };
        if filled(&self.person).is_some() {
            asked.account_id = store::account_with_login(read, &self.person)?;
            unknown.extend(asked.account_id.is_none().then_some(("person", "privacy-login-unknown")));
        }
        if filled(&self.subject).is_some() {
            asked.subjects = subjects(read, &self.subject)?;
            unknown.extend(asked.subjects.is_empty().then_some(("subject", "privacy-subject-unknown")));
        }
        if let Some(word) = filled(&self.purpose) {
            asked.purpose = Purpose::from_word(&word);
            unknown.extend(asked.purpose.is_none().then_some(("purpose", "privacy-purpose-unknown")));
        }
        for (name, text, bound, at) in [
            ("since", &self.since, hours::day_start as fn(Date, &TimeZone) -> Option<i64>, &mut asked.since),
            ("until", &self.until, last_of, &mut asked.until),
        ] {
            let Some(text) = filled(text) else { continue };
            *at = text.parse::<Date>().ok().and_then(|day| bound(day, zone)).map(Moment);
            unknown.extend(at.is_none().then_some((name, "privacy-day-wrong")));
        }
        Ok((asked, unknown))
    }

    fn cursor(&self) -> Option<(Moment, Id)> {
        let (at, id) = self.older.split_once('.')?;
        Some((Moment(at.parse().ok()?), id.parse().ok()?))
    }
}

/// The last microsecond of a day.
fn last_of(day: Date, zone: &TimeZone) -> Option<i64> {
    hours::day_end(day, zone).map(|end| end - 1)
}

/// The records that an id, the number of a report, an address or a telephone number names; of a person all in which they are.
fn subjects(read: &Read<'_>, typed: &str) -> Result<Vec<Id>> {
    if let Ok(id) = typed.trim().parse::<Id>() {
        return match store::records_of(read, id) {
            Err(Error::NotFound) => Ok(vec![id]),
            found => found,
        };
    }
    let (address, number) = sought(typed);
    if let Some(case) = number.map(|number| store::case_with_number(read, number)).transpose()?.flatten() {
        return Ok(vec![case]);
    }
    let people = store::residents_with(read, &address, None)?;
    Ok(people.into_iter().map(|id| store::records_of(read, id)).collect::<Result<Vec<_>>>()?.concat())
}

/// `GET /privacy/looks?person=&subject=&purpose=&words=&since=&until=`, and `&of=&older=` for what is older.
pub(super) async fn show(seat: Seat, Query(query): Query<Question>) -> PageResult<Response> {
    let (asked, unknown) = noted(&seat, &query, Act::Search).await?;
    let mut form = Form::of(query.fields().map(|(name, value)| (name, value.to_owned())));
    unknown.iter().for_each(|(field, key)| form.refuse(*field, seat.words(key)));
    let viewer = seat.viewer.clone();
    let (of_looks, of_changes) = (query.of != "changes", query.of != "looks");
    let load = move |read: &Read<'_>| {
        let looks = if of_looks { audit::looks(read, &viewer, &asked, PAGE + 1)? } else { Vec::new() };
        Ok((looks, if of_changes { store::changes(read, &asked, PAGE + 1)? } else { Vec::new() }))
    };
    let (looks, changes) = if unknown.is_empty() { seat.read(load).await? } else { Default::default() };
    let older =
        |of: &str, last: Option<(Moment, Id)>| last.map(|(at, id)| format!("/privacy/looks?{}&of={of}&older={}.{id}", query.query(), at.0));
    let page = LooksPage {
        page: seat.page(seat.words("privacy-nav-looks")).with_form(&form),
        purposes: Purpose::ALL.iter().map(|purpose| Choice::new(purpose.word(), purpose_words(&seat.ctx.t, purpose.word()))).collect(),
        csv: format!("/privacy/looks.csv?{}", query.query()),
        older_looks: older("looks", looks.get(PAGE).and(looks.get(PAGE - 1)).map(|last| (last.at, last.id))),
        older_changes: older("changes", changes.get(PAGE).and(changes.get(PAGE - 1)).map(|last| (last.at, last.id))),
        looks: looks.iter().take(PAGE).map(|look| look_row(&seat, look)).collect(),
        changes: changes.iter().take(PAGE).map(|change| change_row(&seat, change)).collect(),
        form,
    };
    Ok(Html(page).into_response())
}

/// What is asked for; that it was asked is noted.
async fn noted(seat: &Seat, query: &Question, act: Act) -> Result<(Asked, Vec<Unknown>)> {
    let (query, zone) = (query.clone(), seat.ctx.app.zone().clone());
    let note = move |tx: &Tx<'_>, viewer: &Viewer| {
        let words =
            query.fields().map(|(_, value)| value.trim()).into_iter().filter(|value| !value.is_empty()).collect::<Vec<_>>().join(" ");
        let words = Some(words).filter(|words| !words.is_empty());
        audit::note(tx, viewer, &Look { act, subject_kind: "look", subject_id: None, purpose: Purpose::Audit, words })?;
        query.read(tx, &zone)
    };
    seat.change(note).await
}

/// `GET /privacy/looks.csv`, with the same question: all of it, up to [`FILE_ROWS`].
pub(super) async fn csv(seat: Seat, Query(query): Query<Question>) -> PageResult<Response> {
    let (asked, unknown) = noted(&seat, &query, Act::Export).await?;
    if let Some((field, key)) = unknown.first() {
        return Err(Error::invalid(field, key).into());
    }
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut write = |row: [&str; 6]| writer.write_record(row.map(web::plain_cell)).map_err(Error::internal);
    write(["when", "who", "act", "subject", "purpose", "words"])?;
    let (mut rows, mut older) = (0, asked.older);
    loop {
        let (viewer, part) = (seat.viewer.clone(), Asked { older, ..asked.clone() });
        let looks = seat.read(move |read| audit::looks(read, &viewer, &part, CHUNK)).await?;
        for look in &looks {
            let (when, words) = (seat.ctx.t.machine(look.at), look.words.clone().unwrap_or_default());
            write([&when, &look.name, &look.act, &subject(look), &look.purpose, &words])?;
        }
        rows += looks.len();
        older = looks.last().map(|last| (last.at, last.id));
        if looks.len() < CHUNK || rows >= FILE_ROWS {
            break;
        }
    }
    let changes = seat.read(move |read| store::changes(read, &asked, FILE_ROWS)).await?;
    for change in &changes {
        let when = seat.ctx.t.machine(change.at);
        write([&when, &change.who, "change", &format!("{} {}", change.subject_kind, change.subject_id), &change.kind, ""])?;
    }
    if rows >= FILE_ROWS || changes.len() >= FILE_ROWS {
        write(["", "", "", "", "", &seat.words("privacy-looks-cut")])?;
    }
    let bytes = writer.into_inner().map_err(Error::internal)?;
    Ok(file("text/csv; charset=utf-8", "wglady.csv", bytes))
}

fn subject(look: &NotedLook) -> String {
    look.subject_id.map_or_else(|| look.subject_kind.clone(), |id| format!("{} {id}", look.subject_kind))
}

/// "sprawa 0193…": the kind of record in words, and its id.
fn record(t: &T, kind: &str, id: Option<Id>) -> String {
    let kind = t.find(&format!("privacy-subject-{}", kind.replace('_', "-"))).unwrap_or(kind).to_owned();
    id.map_or_else(|| kind.clone(), |id| format!("{kind} {id}"))
}

fn purpose_words(t: &T, word: &str) -> String {
    t.get(&format!("privacy-purpose-{}", word.replace('_', "-"))).to_owned()
}

fn look_row(seat: &Seat, look: &NotedLook) -> Row {
    let t = &seat.ctx.t;
    let act = t.get(&format!("privacy-act-{}", look.act)).to_owned();
    let words = look.words.as_deref().map(|words| format!(" „{words}”")).unwrap_or_default();
    Row {
        when: seat.moment(look.at),
        machine: t.machine(look.at),
        who: look.name.clone(),
        what: format!("{act}: {}{words}", record(t, &look.subject_kind, look.subject_id)),
        why: purpose_words(t, &look.purpose),
    }
}

fn change_row(seat: &Seat, change: &Change) -> Row {
    let t = &seat.ctx.t;
    let who = t.find(&format!("privacy-actor-{}", change.who)).unwrap_or(&change.who).to_owned();
    let told = t.find(&format!("privacy-told-{}", change.kind.replace(['.', '_'], "-")));
    Row {
        when: seat.moment(change.at),
        machine: t.machine(change.at),
        who,
        what: told.map_or_else(|| t.with("privacy-told-other", &[("kind", change.kind.as_str().into())]), str::to_owned),
        why: record(t, &change.subject_kind, Some(change.subject_id)),
    }
}
