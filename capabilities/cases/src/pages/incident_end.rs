//! `/cases/incidents/{id}/end`: the incident ends with an outcome and a sentence, and of each open case somebody says whether it
//! ends, too, or why it stays open. Nothing ends unchecked.

use std::collections::{BTreeMap, BTreeSet};

use ::store::Tx;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use staff::Viewer;
use web::{Choice, Form, Html, Page, PageResult};

use super::{
    Seat, batch,
    inbox::{self, Line},
    incident::{address, find, open_cases, ways},
};
use crate::{
    actions::{
        self,
        incidents::{self, Ending},
    },
    model::{Closing, Outcome},
    store::{InboxRow, find_to_work},
};

#[derive(Template)]
#[template(path = "incident_end.html")]
struct EndPage {
    page: Page,
    form: Form,
    id: Id,
    name: String,
    outcomes: Vec<Choice>,
    lines: Vec<Judged>,
}

struct Judged {
    line: Line,
    /// The name of the field that says why the case stays open.
    field: String,
}

fn field(case_id: Id) -> String {
    format!("stays-{case_id}")
}

/// `GET /cases/incidents/{id}/end`
pub(super) async fn form(seat: Seat, Path(id): Path<String>) -> PageResult<Response> {
    Ok(Html(end_page(&seat, id.parse()?, Form::new()).await?).into_response())
}

async fn end_page(seat: &Seat, id: Id, form: Form) -> Result<EndPage> {
    let incident = seat.change(move |tx, viewer| find(tx, viewer, id)).await?;
    let judged = |row: InboxRow| Judged { field: field(row.case.id), line: inbox::line(seat, row) };
    Ok(EndPage {
        page: seat.page(seat.ctx.t.get("incident-end")).with_form(&form),
        form,
        id,
        name: incident.name,
        outcomes: Outcome::ALL.map(|outcome| Choice::new(outcome.word(), web::capital(seat.ctx.t.get(outcome.key())))).to_vec(),
        lines: open_cases(seat, id).await?.into_iter().map(judged).collect(),
    })
}

/// What was said of each open case.
struct Said {
    ending: Ending,
    /// How each case that ends with it ends.
    closing: Closing,
    ends: BTreeSet<Id>,
    stays: BTreeMap<Id, String>,
}

/// Reads the form; of every case that has neither a tick nor a reason, or both, the form says so.
fn read(seat: &Seat, form: &mut Form, open: &[InboxRow]) -> Option<Said> {
    let ticked: BTreeSet<Id> = form.all("case").filter_map(|id| id.parse().ok()).collect();
    let (mut ends, mut stays) = (BTreeSet::new(), BTreeMap::new());
    for id in open.iter().map(|row| row.case.id) {
        match (ticked.contains(&id), form.filled(&field(id)).map(str::to_owned)) {
            (true, None) => drop(ends.insert(id)),
            (false, Some(reason)) => drop(stays.insert(id, reason)),
            _ => form.refuse(field(id), seat.ctx.t.get("incident-judge")),
        }
    }
    let outcome = Outcome::from_word(form.get("outcome"));
    if outcome.is_none() {
        form.refuse("outcome", seat.ctx.t.get("incident-outcome-missing"));
    }
    if actions::checked_words(form.get("words")).is_err() {
        form.refuse("words", seat.ctx.t.get("case-words-missing"));
    }
    let closing = outcome.map(|outcome| Closing::new(outcome, form.get("words")).without_photo(form.get("no_photo")));
    if closing.as_ref().is_some_and(Closing::lacks_evidence) && !ends.is_empty() {
        form.refuse("no_photo", seat.ctx.t.get("case-evidence-missing"));
    }
    let judged = ends.iter().chain(stays.keys()).copied().collect();
    let ending = Ending { outcome: outcome?, words: form.get("words").to_owned(), judged };
    form.errors().is_empty().then_some(Said { ending, closing: closing?, ends, stays })
}

/// `POST /cases/incidents/{id}/end`: `outcome`, `words`, `no_photo`, `case` (those that end with it), `stays-ID` (why one stays open).
pub(super) async fn end(seat: Seat, Path(id): Path<String>, mut form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let open = open_cases(&seat, id).await?;
    let Some(said) = read(&seat, &mut form, &open) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(end_page(&seat, id, form).await?)).into_response());
    };
    let ending = said.ending.clone();
    match seat.change(move |tx, viewer| find(tx, viewer, id).and_then(|_| incidents::end(tx, id, &ending))).await {
        Ok(()) => {}
        Err(Error::Conflict(key)) => {
            form.refuse("main", seat.ctx.t.find(key).unwrap_or_else(|| seat.ctx.t.get("fault-conflict-text")));
            return Ok((StatusCode::CONFLICT, Html(end_page(&seat, id, form).await?)).into_response());
        }
        Err(other) => return Err(other.into()),
    }
    let follow = move |tx: &Tx<'_>, viewer: &Viewer, case_id: Id| {
        find_to_work(tx, viewer, case_id)?;
        match said.stays.get(&case_id) {
            Some(reason) => actions::progress(tx, case_id, reason),
            None if said.ends.contains(&case_id) => actions::close(tx, case_id, &said.closing),
            None => Ok(()),
        }
    };
    let follow = std::sync::Arc::new(follow);
    let done = batch::each(&seat, open, move |tx, viewer, case_id| follow(tx, viewer, case_id)).await?;
    if done.undone.is_empty() {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    Ok(Html(batch::done_page(&seat, "incident-end", ways(id), done)).into_response())
}
