//! `/cases/batch`: the same done with many cases of a list. Each case is a change of its own, so one that cannot be done
//! keeps none of the others; what was not done is listed with its reason.

use std::{collections::HashMap, sync::Arc};

use ::store::{Read, Tx};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{Error, Id, ReportNumber, Result};
use jiff::civil::Date;
use staff::{
    Viewer,
    audit::{self, Look, Purpose},
    pages::Office,
};
use web::{Choice, Ctx, Form, Html, Page, PageResult, Upload};

use super::{
    CASES, Seat,
    inbox::{self, Line},
    sheet,
};
use crate::{
    actions,
    model::{Closing, Outcome, Wanted},
    shell,
    store::{self as rows, InboxRow, Window, find_to_work},
};

/// The most cases of one batch.
pub(super) const BATCH: i64 = 500;

/// The most cases that are closed at once, each with its evidence.
pub(super) const CLOSED_AT_ONCE: usize = 30;

/// What can be done with many cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Accept,
    Assign,
    Schedule,
    Progress,
    Close,
    Print,
}

impl Act {
    const ALL: [Self; 6] = [Self::Accept, Self::Assign, Self::Schedule, Self::Progress, Self::Close, Self::Print];

    fn word(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Assign => "assign",
            Self::Schedule => "schedule",
            Self::Progress => "progress",
            Self::Close => "close",
            Self::Print => "print",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Accept => "cases-batch-accept",
            Self::Assign => "cases-batch-assign",
            Self::Schedule => "cases-batch-schedule",
            Self::Progress => "cases-batch-progress",
            Self::Close => "cases-batch-close",
            Self::Print => "cases-batch-print",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }
}

/// The choices of the bar below the list.
pub(super) fn acts(ctx: &Ctx) -> Vec<Choice> {
    Act::ALL.map(|act| Choice::new(act.word(), ctx.t.get(act.label()))).into()
}

/// An act with all that it needs.
#[derive(Debug, Clone)]
enum Doing {
    Accept,
    Assign(Option<Id>),
    Schedule(Date, String),
    Progress(String),
    /// Each with a picture of what was done, or the reason why there is none.
    Close(Box<Closing>),
}

impl Doing {
    /// Reads the fields of the act.
    fn of(act: Act, form: &Form) -> Result<Option<Self>> {
        Ok(Some(match act {
            Act::Accept => Self::Accept,
            Act::Assign => Self::Assign(
                form.filled("person").map(str::parse).transpose().map_err(|_| Error::invalid("person", "case-person-elsewhere"))?,
            ),
            Act::Schedule => {
                let on = form.get("on").parse().map_err(|_| Error::invalid("on", "case-day-missing"))?;
                Self::Schedule(on, form.get("words").to_owned())
            }
            Act::Progress => Self::Progress(actions::checked_words(form.get("words"))?.to_owned()),
            Act::Close => {
                let outcome = Outcome::from_word(form.get("outcome")).ok_or_else(|| Error::invalid("outcome", "case-outcome-missing"))?;
                Self::Close(Box::new(Closing::new(outcome, actions::checked_words(form.get("words"))?)))
            }
            Act::Print => return Ok(None),
        }))
    }

    fn apply(&self, tx: &Tx<'_>, viewer: &Viewer, id: Id, office: &Office) -> Result<()> {
        let case = find_to_work(tx, viewer, id)?;
        match self {
            // What the law wants an answer to is answered by itself.
            Self::Close(_) if case.legal_form.is_some() => Err(Error::Conflict("case-formal-alone")),
            Self::Accept => actions::accept(tx, id),
            Self::Assign(person) => actions::assign(tx, id, *person),
            Self::Schedule(on, words) => actions::schedule(tx, id, *on, words, office),
            Self::Progress(words) => actions::progress(tx, id, words),
            Self::Close(closing) => actions::close(tx, id, closing),
        }
    }
}

#[derive(Template)]
#[template(path = "batch.html")]
struct BatchPage {
    page: Page,
    form: Form,
    act: &'static str,
    label: &'static str,
    lines: Vec<Line>,
    people: Vec<Choice>,
    outcomes: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "batch_done.html")]
pub(super) struct DonePage {
    page: Page,
    label: &'static str,
    ways: Ways,
    done: usize,
    undone: Vec<Undone>,
}

/// Where the page of what was done leads back to, and the key of what that is called.
pub(super) struct Ways {
    pub back: String,
    pub label: &'static str,
}

/// How many cases were done, and which were not.
pub(super) struct Done {
    done: usize,
    pub undone: Vec<Undone>,
}

pub(super) struct Undone {
    id: Id,
    number: ReportNumber,
    why: String,
}

/// `POST /cases/batch`: `case` (many) or `all=yes` with the fields of the search; `act`; `step=do` does it.
pub(super) async fn create(seat: Seat, office: Office, Upload { form, files }: Upload) -> PageResult<Response> {
    let chosen = chosen(&seat, &form).await?;
    let act = Act::from_word(form.get("act"));
    let (Some(act), false) = (act, chosen.is_empty()) else {
        let missing = if chosen.is_empty() { ("cases", "case-batch-empty") } else { ("act", "case-batch-act") };
        return refused(&seat, form, missing).await;
    };
    if act == Act::Close && chosen.len() > CLOSED_AT_ONCE {
        return refused(&seat, form, ("cases", "case-batch-many")).await;
    }
    if act == Act::Print {
        return sheet::show(&seat, chosen).await;
    }
    if form.get("step") != "do" {
        return Ok(Html(batch_page(&seat, form, act, chosen).await?).into_response());
    }
    match Doing::of(act, &form) {
        Ok(Some(doing)) => Ok(Html(done(&seat, &office, (act, &doing), (chosen, form, files)).await?).into_response()),
        Ok(None) => Ok(inbox::back().await),
        Err(Error::Invalid(faults)) => {
            let form = form.refused(&seat.ctx.t, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(batch_page(&seat, form, act, chosen).await?)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The list again, with what is to be mended.
async fn refused(seat: &Seat, form: Form, (field, message): (&'static str, &'static str)) -> PageResult<Response> {
    let form = form.refused(&seat.ctx.t, &[base::FieldFault { field, message }]);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, inbox::page(seat, form, None).await?).into_response())
}

/// The cases that were ticked, or all that fit the search, as far as the viewer's inbox has them.
async fn chosen(seat: &Seat, form: &Form) -> Result<Vec<InboxRow>> {
    let now = seat.ctx.now();
    let window = Window { now, today: seat.ctx.t.civil_day(now), skip: 0, limit: BATCH };
    let wanted = Wanted::of(|name| form.get(name));
    if form.chosen("all", "yes") {
        return seat.change(move |tx, viewer| listed(tx, viewer, &wanted, window)).await;
    }
    let ids: Vec<Id> = form.all("case").filter_map(|id| id.parse().ok()).collect();
    seat.read(move |read: &Read<'_>, viewer| rows::inbox_of(read, viewer, &ids)).await
}

fn listed(tx: &Tx<'_>, viewer: &Viewer, wanted: &Wanted, window: Window) -> Result<Vec<InboxRow>> {
    audit::note(tx, viewer, &Look::search("case", wanted.filter.word(), Purpose::Matter))?;
    rows::inbox(tx, viewer, wanted, window)
}

async fn batch_page(seat: &Seat, form: Form, act: Act, chosen: Vec<InboxRow>) -> Result<BatchPage> {
    let people = match seat.viewer.unit_id {
        Some(unit_id) => seat.read(move |read, _| staff::people_of(read, unit_id)).await?,
        None => Vec::new(),
    };
    Ok(BatchPage {
        page: seat.page(seat.ctx.t.get(act.label())).with_form(&form),
        form,
        act: act.word(),
        label: act.label(),
        lines: chosen.into_iter().map(|row| inbox::line(seat, row)).collect(),
        outcomes: Outcome::ALL.map(|outcome| Choice::new(outcome.word(), web::capital(seat.ctx.t.get(outcome.key())))).to_vec(),
        people: people.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect(),
    })
}

/// What was sent with a batch: the cases, the form, and its files.
type Batch = (Vec<InboxRow>, Form, Vec<web::Sent>);

async fn done(seat: &Seat, office: &Office, (act, doing): (Act, &Doing), (chosen, form, mut files): Batch) -> Result<DonePage> {
    let (mut ready, mut rows, mut unready) = (HashMap::new(), Vec::new(), Vec::new());
    for row in chosen {
        let id = row.case.id;
        let pictures: Vec<web::Sent> = files.extract_if(.., |file| file.field == format!("after-{id}")).collect();
        match with_evidence(seat, doing, form.get(&format!("no_photo-{id}")), pictures).await {
            Ok(doing) => {
                ready.insert(id, doing);
                rows.push(row);
            }
            Err(key) => unready.push(Undone { id, number: row.number, why: seat.ctx.t.get(key).to_owned() }),
        }
    }
    let (ready, office) = (Arc::new(ready), office.clone());
    let apply = move |tx: &Tx<'_>, viewer: &Viewer, id: Id| ready.get(&id).ok_or(Error::NotFound)?.apply(tx, viewer, id, &office);
    let mut done = each(seat, rows, apply).await?;
    done.undone.extend(unready);
    Ok(done_page(seat, act.label(), Ways { back: CASES.to_owned(), label: "cases-nav" }, done))
}

/// Does the same with each case in a change of its own; what cannot be done keeps none of the others.
///
/// # Errors
/// What is nobody's mistake.
pub(super) async fn each<F>(seat: &Seat, chosen: Vec<InboxRow>, act: F) -> Result<Done>
where
    F: Fn(&Tx<'_>, &Viewer, Id) -> Result<()> + Clone + Send + 'static,
{
    let (mut done, mut undone) = (0, Vec::new());
    for row in chosen {
        let (id, number, act) = (row.case.id, row.number, act.clone());
        let why = match seat.change(move |tx, viewer| act(tx, viewer, id)).await {
            Ok(()) => {
                done += 1;
                continue;
            }
            Err(Error::Conflict(key)) => seat.ctx.t.find(key).unwrap_or_else(|| seat.ctx.t.get("fault-conflict-text")).to_owned(),
            Err(Error::Invalid(faults)) => faults.first().map(|fault| seat.ctx.t.get(fault.message).to_owned()).unwrap_or_default(),
            Err(Error::NotFound) => seat.ctx.t.get("cases-batch-gone").to_owned(),
            Err(other) => return Err(other),
        };
        undone.push(Undone { id, number, why });
    }
    Ok(Done { done, undone })
}

/// The page that says what was done and names what was not.
pub(super) fn done_page(seat: &Seat, label: &'static str, ways: Ways, Done { done, undone }: Done) -> DonePage {
    DonePage { page: seat.page(seat.ctx.t.get(label)), label, ways, done, undone }
}

/// The same for one case: an end has pictures of its own, or its own reason for having none.
async fn with_evidence(seat: &Seat, doing: &Doing, no_photo: &str, files: Vec<web::Sent>) -> std::result::Result<Doing, &'static str> {
    let Doing::Close(closing) = doing else { return Ok(doing.clone()) };
    let mut after = Vec::new();
    for file in files {
        after.push(shell::take_in(&seat.ctx.app, file).await?.kept);
    }
    Ok(Doing::Close(Box::new(Closing { after, no_photo: no_photo.to_owned(), ..(**closing).clone() })))
}
