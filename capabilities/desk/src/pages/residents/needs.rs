//! `/residents/{id}/needs`: how somebody has to be spoken and written to.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{Error, Id};
use residents::{
    Needs, actions,
    model::{INTERPRETER_WORKING_DAYS, Need},
};
use web::{Choice, Form, Html, Page, PageResult};

use super::{
    access::{Asked, look_inside},
    show, words,
};
use staff::pages::Seat;

#[derive(Template)]
#[template(path = "residents/needs.html")]
struct NeedsPage {
    page: Page,
    form: Form,
    id: Id,
    query: String,
    asked: Asked,
    needs: Vec<Choice>,
}

/// `GET /residents/{id}/needs`
pub(in crate::pages) async fn ask(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Response> {
    let (id, purpose): (Id, _) = (id.parse()?, asked.purpose());
    let load = seat.change(move |tx, viewer| {
        let id = look_inside(tx, viewer, id, purpose)?;
        Ok((id, residents::needs(tx, id)?))
    });
    match load.await {
        Ok((id, needs)) => {
            let mut form = Form::of([("words", needs.words().unwrap_or_default())]);
            needs.iter().for_each(|need| form.add("needs", need.word()));
            Ok(Html(needs_page(&seat, id, asked, form)).into_response())
        }
        Err(error) => show::led_back(id, &asked, error),
    }
}

/// `POST /residents/{id}/needs`
pub(in crate::pages) async fn update(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, asked): (Id, _) = (id.parse()?, Asked::of(&form));
    let needs = match Needs::new(form.all("needs").filter_map(Need::from_word), form.get("words")) {
        Ok(needs) => needs,
        Err(Error::Invalid(faults)) => {
            let page = needs_page(&seat, id, asked, form.refused(&seat.ctx.t, &faults));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
        }
        Err(other) => return Err(other.into()),
    };
    let purpose = asked.purpose();
    let save = seat.change(move |tx, viewer| actions::set_needs(tx, look_inside(tx, viewer, id, purpose)?, &needs));
    match save.await {
        Ok(()) => Ok(show::saved(id, &asked).into_response()),
        Err(error) => show::led_back(id, &asked, error),
    }
}

fn needs_page(seat: &Seat, id: Id, asked: Asked, form: Form) -> NeedsPage {
    let t = &seat.ctx.t;
    let sentence = |need: Need| match need {
        Need::SignLanguage => t.with(words::need_key(need), &[("days", i64::from(INTERPRETER_WORKING_DAYS).into())]),
        _ => t.get(words::need_key(need)).to_owned(),
    };
    let offered = Need::ALL.into_iter().filter(|need| *need != Need::Other);
    NeedsPage {
        page: seat.page(t.get("residents-edit-needs")).with_form(&form),
        id,
        query: asked.query(),
        asked,
        needs: offered.map(|need| Choice::new(need.word(), sentence(need))).collect(),
        form,
    }
}
