//! `/residents/{id}/identity`: the agent asks, then sees what the records say, then ticks what was answered rightly.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{Error, Id, Result};
use residents::{
    Way, actions,
    model::{MIN_TICKED, QUESTIONS, Question},
};
use staff::{Permission, Viewer};
use store::{Read, Tx};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{
    access::{Asked, look},
    show,
};
use crate::pages::seat::Seat;

/// A question that the records answer.
struct Answered {
    question: &'static Question,
    answer: Answer,
}

enum Answer {
    Words(String),
    Moment(base::Moment),
}

#[derive(Template)]
#[template(path = "residents/identity.html")]
struct IdentityPage {
    page: Page,
    form: Form,
    id: Id,
    query: String,
    asked: Asked,
    least: usize,
    /// What to ask, before the answers are shown.
    questions: Vec<String>,
    /// What the records say, to be ticked.
    answers: Vec<Choice>,
}

/// `GET /residents/{id}/identity`: the questions alone.
pub(in crate::pages) async fn ask(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Response> {
    seat.viewer.require(Permission::SeeResidents)?;
    let id: Id = id.parse()?;
    let answered = seat.read(move |read, viewer| answers(read, viewer, id)).await?;
    Ok(Html(identity_page(&seat, id, asked, Form::new(), &answered, false)).into_response())
}

/// `POST /residents/{id}/identity`: shows the answers (`step=answers`), or takes the ticks.
pub(in crate::pages) async fn create(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, asked): (Id, _) = (id.parse()?, Asked::of(&form));
    let Some(purpose) = asked.purpose() else { return show::led_back(id, &asked, Error::Conflict("residents-no-purpose")) };
    if form.get("step") == "answers" {
        let see = move |tx: &Tx<'_>, viewer: &Viewer| look(tx, viewer, id, purpose).and_then(|_| answers(tx, viewer, id));
        let answered = seat.change(see).await?;
        return Ok(Html(identity_page(&seat, id, asked, Form::new(), &answered, true)).into_response());
    }
    let (ticked, talk): (Vec<String>, _) = (form.all("ticked").map(str::to_owned).collect(), asked.talk());
    let verify = move |tx: &Tx<'_>, viewer: &Viewer| {
        let access = look(tx, viewer, id, purpose)?;
        let known = answers(tx, viewer, id)?;
        let ticked: Vec<String> = ticked.iter().filter(|key| known.iter().any(|one| one.question.key == **key)).cloned().collect();
        if let Some(talk) = talk {
            interactions::find_for(tx, viewer, talk)?;
            actions::verify_identity(tx, access.id, Some(talk), &ticked, &[])?;
            return interactions::actions::name_resident(tx, talk, access.id);
        }
        actions::verify_identity(tx, access.id, None, &ticked, &[]).map(drop)
    };
    match seat.change(verify).await {
        Ok(()) => Ok(axum::response::Redirect::to(&show::address(id, &asked)).into_response()),
        Err(Error::Invalid(faults)) => {
            let answered = seat.read(move |read, viewer| answers(read, viewer, id)).await?;
            let page = identity_page(&seat, id, asked, form.refused(&seat.ctx.t, &faults), &answered, true);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The usual questions, as far as the records answer them.
fn answers(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<Vec<Answered>> {
    let members = residents::members(read, id)?;
    let resident = residents::find(read, members[0])?;
    let ways = residents::ways(read, members[0])?;
    let last = cases::reports_known_to(read, viewer, &members)?.into_iter().next();
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
    Ok(QUESTIONS.iter().filter_map(|question| Some(Answered { question, answer: answer(&question.about)? })).collect())
}

fn is_said(answer: &Answer) -> bool {
    matches!(answer, Answer::Words(words) if !words.is_empty())
}

fn identity_page(seat: &Seat, id: Id, asked: Asked, form: Form, answered: &[Answered], shown: bool) -> IdentityPage {
    let ctx = &seat.ctx;
    let ask = |one: &Answered| one.question.ask.of(ctx.language()).to_owned();
    let choice = |one: &Answered| Choice::new(one.question.key.clone(), ask(one)).hint(said(ctx, &one.answer));
    IdentityPage {
        page: seat.page(ctx.t.get("residents-check")).with_form(&form),
        id,
        query: asked.query(),
        asked,
        least: MIN_TICKED,
        questions: answered.iter().filter(|_| !shown).map(ask).collect(),
        answers: answered.iter().filter(|_| shown).map(choice).collect(),
        form,
    }
}

fn said(ctx: &Ctx, answer: &Answer) -> String {
    match answer {
        Answer::Words(words) => words.clone(),
        Answer::Moment(moment) => ctx.t.moment(*moment, ctx.now()),
    }
}
