//! `/cases/{id}/legal-pause`: a statutory term stands on a legal ground, and goes on when that is gone.

use ::store::{Read, Tx};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use staff::{Viewer, pages::Office};
use web::{Choice, Form, Html, Page, PageResult};

use super::{
    Seat,
    case::address,
    legal::{Head, head, left},
    said::Said,
};
use crate::{
    actions,
    model::{ClockKind, Ground},
    store::{self as rows, find_to_work},
};

#[derive(Template)]
#[template(path = "legal/pause.html")]
struct PausePage {
    page: Page,
    form: Form,
    said: Option<Said>,
    head: Head,
    stands: bool,
    grounds: Vec<Choice>,
}

/// `GET /cases/{id}/legal-pause`
pub(super) async fn show(seat: Seat, Path(id): Path<String>) -> PageResult<Response> {
    page(&seat, id.parse()?, None).await
}

async fn page(seat: &Seat, id: Id, again: Option<(Form, Option<Said>)>) -> PageResult<Response> {
    let language = seat.ctx.language();
    let look = move |read: &Read<'_>, viewer: &Viewer| {
        let case = find_to_work(read, viewer, id)?;
        Ok((head(read, language, &case)?, rows::clocks_of(read, id)?.get(ClockKind::Legal).copied()))
    };
    let (head, legal) = seat.read(look).await?;
    let Some(legal) = legal.filter(|legal| legal.met_at.is_none() || again.is_some()) else {
        return Ok(Redirect::to(&address(id)).into_response());
    };
    let (t, (form, said)) = (&seat.ctx.t, again.unwrap_or_default());
    let stands = legal.stands_since.is_some();
    let title = format!("{}: {}", t.get(if stands { "cases-pause-end" } else { "cases-pause" }), head.number);
    let grounds = Ground::ALL.map(|ground| Choice::new(ground.word(), web::capital(t.get(ground.key())))).to_vec();
    Ok(Html(PausePage { page: seat.page(title).with_form(&form), form, said, head, stands, grounds }).into_response())
}

/// `POST /cases/{id}/legal-pause`: `step=end` lets the term go on, else it stands on `ground` for `reason`.
pub(super) async fn change(seat: Seat, office: Office, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, reason): (Id, _) = (id.parse()?, form.get("reason").to_owned());
    let changed = match Ground::from_word(form.get("ground")) {
        _ if form.get("step") == "end" => {
            seat.change(move |tx, viewer| find_to_work(tx, viewer, id).and_then(|_| actions::go_on(tx, id, &office))).await
        }
        Some(ground) => {
            let stand = move |tx: &Tx<'_>, viewer: &Viewer| -> Result<()> {
                find_to_work(tx, viewer, id).and_then(|_| actions::stand(tx, id, ground, &reason))
            };
            seat.change(stand).await
        }
        None => Err(Error::invalid("ground", "case-ground-missing")),
    };
    match changed.map_err(|error| error.at_field("words", "reason")) {
        Ok(()) => Ok(Redirect::to(&format!("{}?saved=1", address(id))).into_response()),
        Err(error) => {
            let (status, form, said) = left(&seat, form, error)?;
            Ok((status, page(&seat, id, Some((form, said))).await?).into_response())
        }
    }
}
