//! `/residents/{id}/identity`: the agent asks, then sees what the records say, then ticks what was answered rightly.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Moment, Result, Wording};
use residents::{
    Way, actions,
    model::{MIN_TICKED, QUESTIONS, VERIFIED_SECONDS},
};
use staff::Viewer;
use store::{Read, Tx};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{
    access::{Asked, look, ongoing},
    show,
};
use staff::pages::Seat;

/// A question, and what answers it.
struct Asking {
    key: String,
    ask: Wording,
    answer: Answer,
}

enum Answer {
    Words(String),
    Moment(Moment),
    /// Not in our records: the papers of a matter of this service have it, and it has to be right.
    Papers(Wording),
}

/// What stands before the keys of questions that a matter demands.
const OF_MATTER: &str = "matter.";
/// What the mark is for by which somebody shows that they have seen the answers.
const SHOWN: &str = "residents.answers";

#[derive(Template)]
#[template(path = "residents/identity.html")]
struct IdentityPage {
    page: Page,
    form: Form,
    id: Id,
    query: String,
    asked: Asked,
    /// How many have to be right; `None` when those of the matter have to be.
    least: Option<usize>,
    /// What to ask, before the answers are shown.
    questions: Vec<String>,
    /// What the records say, to be ticked.
    answers: Vec<Choice>,
    /// The mark of the page that shows the answers.
    mark: String,
}

/// `GET /residents/{id}/identity`: the questions alone.
pub(in crate::pages) async fn ask(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Response> {
    let id: Id = id.parse()?;
    match seen(&seat, id, &asked).await {
        Ok(questions) => Ok(Html(identity_page(&seat, id, asked, Form::new(), &questions, false)).into_response()),
        Err(error) => show::led_back(id, &asked, error),
    }
}

/// `POST /residents/{id}/identity`: shows the answers (`step=answers`), or takes the ticks of whoever has seen them.
pub(in crate::pages) async fn create(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, asked): (Id, _) = (id.parse()?, Asked::of(&form));
    if form.get("step") == "answers" {
        return match seen(&seat, id, &asked).await {
            Ok(questions) => Ok(Html(identity_page(&seat, id, asked, Form::new(), &questions, true)).into_response()),
            Err(error) => show::led_back(id, &asked, error),
        };
    }
    if !has_seen(&seat, id, form.get("mark")) {
        return Err(Error::Conflict("residents-not-shown").into());
    }
    let (ticked, wanted): (Vec<String>, _) = (form.all("ticked").map(str::to_owned).collect(), asked.clone());
    match seat.change(move |tx, viewer| verify(tx, viewer, id, &wanted, &ticked)).await {
        Ok(()) => Ok(Redirect::to(&show::address(id, &asked)).into_response()),
        Err(Error::Invalid(faults)) => {
            let questions = seen(&seat, id, &asked).await?;
            let page = identity_page(&seat, id, asked, form.refused(&seat.ctx.t, &faults), &questions, true);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
        }
        Err(error) => show::led_back(id, &asked, error),
    }
}

/// The questions; that the page was opened is noted.
async fn seen(seat: &Seat, id: Id, asked: &Asked) -> Result<Vec<Asking>> {
    let purpose = asked.purpose().ok_or(Error::Conflict("residents-no-purpose"))?;
    seat.change(move |tx, viewer| look(tx, viewer, id, purpose).and_then(|access| questions(tx, viewer, access.id))).await
}

fn verify(tx: &Tx<'_>, viewer: &Viewer, id: Id, asked: &Asked, ticked: &[String]) -> Result<()> {
    let purpose = asked.purpose().ok_or(Error::Conflict("residents-no-purpose"))?;
    let access = look(tx, viewer, id, purpose)?;
    let known = questions(tx, viewer, access.id)?;
    let ticked: Vec<String> = known.iter().map(|one| one.key.clone()).filter(|key| ticked.contains(key)).collect();
    let required: Vec<String> = known.into_iter().map(|one| one.key).filter(|key| key.starts_with(OF_MATTER)).collect();
    if let Some(talk) = asked.talk() {
        ongoing(tx, viewer, talk)?;
        interactions::actions::name_resident(tx, talk, access.id)?;
    }
    actions::verify_identity(tx, access.id, asked.talk(), &ticked, &required).map(drop)
}

/// The usual questions, as far as the records answer them, then those that the person's open matters demand.
fn questions(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<Vec<Asking>> {
    let members = residents::members(read, id)?;
    let mut questions = usual(read, viewer, &members)?;
    for (service, question) in cases::questions_of_matters(read, viewer, &members)? {
        let key = format!("{OF_MATTER}{}", question.key);
        questions.push(Asking { key, ask: question.ask, answer: Answer::Papers(service) });
    }
    Ok(questions)
}

fn usual(read: &Read<'_>, viewer: &Viewer, members: &[Id]) -> Result<Vec<Asking>> {
    let resident = residents::find(read, members[0])?;
    let ways = residents::ways(read, members[0])?;
    let last = cases::reports_known_to(read, viewer, members)?.into_iter().next();
    let way = |fits: fn(&Way) -> bool| ways.iter().find(|kept| fits(&kept.way)).map(|kept| Answer::Words(kept.way.address().to_owned()));
    let answer = |about: &str| match about {
        "name" => resident.name.clone().map(Answer::Words),
        "nip" => resident.nip.clone().map(Answer::Words),
        "post" => way(|way| matches!(way, Way::Post(_))),
        "email" => way(|way| matches!(way, Way::Email(_))),
        "report_number" => last.as_ref().map(|known| Answer::Words(known.report.number.to_string())),
        "report_date" => last.as_ref().map(|known| Answer::Moment(known.report.received_at)),
        "report_place" => last.as_ref().map(|known| Answer::Words(known.case.place.words.clone())).filter(is_said),
        _ => None,
    };
    let asking = |question: &residents::model::Question| {
        Some(Asking { key: question.key.clone(), ask: question.ask.clone(), answer: answer(&question.about)? })
    };
    Ok(QUESTIONS.iter().filter_map(asking).collect())
}

fn is_said(answer: &Answer) -> bool {
    matches!(answer, Answer::Words(words) if !words.is_empty())
}

fn identity_page(seat: &Seat, id: Id, asked: Asked, form: Form, known: &[Asking], shown: bool) -> IdentityPage {
    let ctx = &seat.ctx;
    let ask = |one: &Asking| one.ask.of(ctx.language()).to_owned();
    let choice = |one: &Asking| Choice::new(one.key.clone(), ask(one)).hint(said(ctx, &one.answer));
    let demanded = known.iter().any(|one| matches!(one.answer, Answer::Papers(_)));
    IdentityPage {
        page: seat.page(ctx.t.get("residents-check")).with_form(&form),
        id,
        query: asked.query(),
        asked,
        least: (!demanded).then_some(MIN_TICKED),
        questions: known.iter().filter(|_| !shown).map(ask).collect(),
        answers: known.iter().filter(|_| shown).map(choice).collect(),
        mark: mark(seat, id, ctx.now()),
        form,
    }
}

fn said(ctx: &Ctx, answer: &Answer) -> String {
    match answer {
        Answer::Words(words) => words.clone(),
        Answer::Moment(moment) => ctx.t.moment(*moment, ctx.now()),
        Answer::Papers(service) => ctx.t.with("residents-check-papers", &[("service", service.of(ctx.language()).into())]),
    }
}

/// Says that this account has seen the answers at that moment.
fn mark(seat: &Seat, id: Id, at: Moment) -> String {
    let signature = seat.ctx.app.signer.sign(SHOWN, &format!("{id} {} {}", seat.viewer.account_id, at.0));
    format!("{}.{signature}", at.0)
}

/// Whether the mark is ours and not older than a check would be.
fn has_seen(seat: &Seat, id: Id, given: &str) -> bool {
    let at = given.split('.').next().and_then(|at| at.parse().ok()).map(Moment);
    at.is_some_and(|at| mark(seat, id, at) == given && seat.ctx.now() < at.plus_seconds(VERIFIED_SECONDS))
}
