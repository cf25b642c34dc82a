//! `/residents/{id}/consents`: what somebody agrees to besides their own matters, and takes back.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{Error, Id};
use residents::{
    actions,
    model::{Consent, ConsentChannel, Given, PURPOSES},
};
use web::{Choice, Form, Html, Page, PageResult};

use super::{
    access::{Asked, look_inside},
    show,
};
use staff::pages::Seat;

#[derive(Template)]
#[template(path = "residents/consents.html")]
struct ConsentsPage {
    page: Page,
    form: Form,
    id: Id,
    query: String,
    asked: Asked,
    purposes: Vec<Choice>,
    channels: Vec<Choice>,
    given: Vec<Choice>,
    hows: Vec<Choice>,
}

/// The key of a channel's word.
pub(super) fn channel_key(channel: ConsentChannel) -> &'static str {
    match channel {
        ConsentChannel::Email => "residents-by-email",
        ConsentChannel::Sms => "residents-by-sms",
        ConsentChannel::Phone => "residents-by-phone",
        ConsentChannel::Post => "residents-by-post",
    }
}

/// `GET /residents/{id}/consents`
pub(in crate::pages) async fn ask(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Response> {
    let (id, purpose): (Id, _) = (id.parse()?, asked.purpose());
    match seat.change(move |tx, viewer| look_inside(tx, viewer, id, purpose)).await {
        Ok(id) => Ok(Html(consents_page(&seat, id, asked, Form::of([("given", "yes"), ("how", "phone")]))).into_response()),
        Err(error) => show::led_back(id, &asked, error),
    }
}

/// `POST /residents/{id}/consents`
pub(in crate::pages) async fn create(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, asked): (Id, _) = (id.parse()?, Asked::of(&form));
    let given = if form.get("given") == "yes" { Given::Given } else { Given::Withdrawn };
    let consent = match Consent::new(form.get("purpose"), form.get("channel"), given, form.get("how"), form.get("text_version")) {
        Ok(consent) => consent,
        Err(Error::Invalid(faults)) => {
            let page = consents_page(&seat, id, asked, form.refused(&seat.ctx.t, &faults));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
        }
        Err(other) => return Err(other.into()),
    };
    let purpose = asked.purpose();
    let save = seat.change(move |tx, viewer| actions::note_consent(tx, look_inside(tx, viewer, id, purpose)?, &consent));
    match save.await {
        Ok(()) => Ok(show::saved(id, &asked).into_response()),
        Err(error) => show::led_back(id, &asked, error),
    }
}

fn consents_page(seat: &Seat, id: Id, asked: Asked, form: Form) -> ConsentsPage {
    let (t, language) = (&seat.ctx.t, seat.ctx.language());
    let how = [
        ("phone", "talk-channel-phone"),
        ("counter", "talk-channel-counter"),
        ("post", "talk-channel-post"),
        ("email", "talk-channel-email"),
        ("web", "talk-channel-web"),
        ("chat", "talk-channel-chat"),
    ];
    ConsentsPage {
        page: seat.page(t.get("residents-edit-consents")).with_form(&form),
        id,
        query: asked.query(),
        asked,
        purposes: PURPOSES.iter().map(|one| Choice::new(one.key.clone(), one.name.of(language))).collect(),
        channels: ConsentChannel::ALL.map(|one| Choice::new(one.word(), t.get(channel_key(one)))).to_vec(),
        given: [("yes", "residents-agrees"), ("no", "residents-withdraws")].map(|(word, key)| Choice::new(word, t.get(key))).to_vec(),
        hows: how.map(|(word, key)| Choice::new(word, t.get(key))).to_vec(),
        form,
    }
}
