//! `/residents`: looking somebody up, with a purpose that is written down even when nothing is found.
//!
//! The words come by POST and are answered at once: names and numbers must not stand in addresses and access logs.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{FieldFault, PhoneNumber, ReportNumber, Result};
use residents::{Caller, Candidate, Recognition, SEARCH_LIMIT};
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use store::{Read, Tx};
use web::{Choice, Form, Html, Page, PageResult};

use super::{
    access::{Asked, may_know_of, may_merge},
    words::{self, Candidly},
};
use staff::pages::Seat;

/// The longest words that are searched for, in characters.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "residents/search.html")]
struct SearchPage {
    page: Page,
    form: Form,
    purposes: Vec<Choice>,
    query: String,
    found: Option<Vec<Candidly>>,
    more: bool,
    may_merge: bool,
}

struct Hit {
    one: Candidate,
    /// Only for whoever asked by name.
    name: Option<String>,
}

/// `GET /residents`
pub(in crate::pages) async fn ask(seat: Seat) -> PageResult<Response> {
    seat.viewer.require(Permission::SeeResidents)?;
    Ok(Html(search_page(&seat, Form::new(), None)).into_response())
}

/// `POST /residents`
pub(in crate::pages) async fn find(seat: Seat, form: Form) -> PageResult<Response> {
    seat.viewer.require(Permission::SeeResidents)?;
    let (purpose, words) = match wanted(&form) {
        Ok(wanted) => wanted,
        Err(faults) => {
            let form = form.refused(&seat.ctx.t, &faults);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(search_page(&seat, form, None))).into_response());
        }
    };
    let found = seat.change(move |tx, viewer| search(tx, viewer, purpose, &words)).await?;
    Ok(Html(search_page(&seat, form, Some(found))).into_response())
}

fn wanted(form: &Form) -> std::result::Result<(Purpose, String), Vec<FieldFault>> {
    let fault = |field, message| FieldFault { field, message };
    let purpose = Purpose::from_word(form.get("for"));
    let words = form.get("words");
    let mut faults = Vec::new();
    if purpose.is_none() {
        faults.push(fault("for", "residents-no-purpose"));
    }
    if words.chars().count() < 3 || words.chars().count() > LONGEST {
        faults.push(fault("words", "residents-words-short"));
    }
    purpose.filter(|_| faults.is_empty()).map(|purpose| (purpose, words.to_owned())).ok_or(faults)
}

fn search(tx: &Tx<'_>, viewer: &Viewer, purpose: Purpose, words: &str) -> Result<Vec<Hit>> {
    audit::note(tx, viewer, &Look::search("resident", words, purpose))?;
    let mut known = Vec::new();
    for hit in all_with(tx, viewer, words)? {
        if may_know_of(tx, viewer, hit.one.resident_id)? {
            known.push(hit);
        }
    }
    Ok(known)
}

fn all_with(tx: &Tx<'_>, viewer: &Viewer, words: &str) -> Result<Vec<Hit>> {
    if let Ok(email) = words.parse() {
        return Ok(unnamed(residents::by_email(tx, &email)?));
    }
    let mut found = Vec::new();
    if let Ok(number) = words.parse::<PhoneNumber>()
        && let Recognition::Candidates(all) = residents::recognise(tx, &Caller::Number(number))?
    {
        found.extend(unnamed(all));
    }
    if let Ok(number) = words.parse::<ReportNumber>() {
        found.extend(unnamed(by_report(tx, viewer, number)?));
    }
    if words.chars().any(char::is_alphabetic) {
        found.extend(residents::by_name(tx, words)?.into_iter().map(|(one, name)| Hit { one, name: Some(name) }));
    }
    Ok(found)
}

fn unnamed(all: Vec<Candidate>) -> Vec<Hit> {
    all.into_iter().map(|one| Hit { one, name: None }).collect()
}

fn by_report(read: &Read<'_>, viewer: &Viewer, number: ReportNumber) -> Result<Vec<Candidate>> {
    let Some(resident_id) = cases::resident_of_report(read, viewer, number)? else { return Ok(Vec::new()) };
    let head = residents::head(read, resident_id)?;
    let language = residents::find(read, head)?.language;
    Ok(vec![Candidate { resident_id: head, needs: residents::needs(read, head)?, language, shared: false }])
}

fn search_page(seat: &Seat, form: Form, found: Option<Vec<Hit>>) -> SearchPage {
    let t = &seat.ctx.t;
    let more = found.as_ref().is_some_and(|all| all.len() > SEARCH_LIMIT);
    let told = |all: Vec<Hit>| {
        let numbered = all.into_iter().take(SEARCH_LIMIT).enumerate();
        numbered.map(|(at, hit)| words::candidate(t, at + 1, &hit.one, hit.name)).collect()
    };
    SearchPage {
        page: seat.page(t.get("residents-nav")).with_form(&form),
        purposes: words::purposes(t),
        query: Asked::of(&form).query(),
        found: found.map(told),
        more,
        may_merge: may_merge(&seat.viewer).is_ok(),
        form,
    }
}
