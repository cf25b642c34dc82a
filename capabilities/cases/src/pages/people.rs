//! Who deals with a case, and the marks of its papers: small forms on its page.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use web::{Form, PageResult};

use super::{Seat, case::address, steps::onward};
use crate::{actions, store::find_to_work};

/// `POST /cases/{id}/person`: `person` is an account, or empty for nobody by name.
pub(super) async fn assign(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let person = match form.filled("person").map(str::parse::<Id>) {
        None => Ok(None),
        Some(Ok(account_id)) => Ok(Some(account_id)),
        Some(Err(_)) => Err(Error::invalid("person", "case-person-elsewhere")),
    };
    let assigned = match person {
        Ok(person) => seat.change(move |tx, viewer| find_to_work(tx, viewer, id).and_then(|_| actions::assign(tx, id, person))).await,
        Err(error) => Err(error),
    };
    told(&seat, id, form, (assigned, "person")).await
}

/// `POST /cases/{id}/marks`: `mark` is kept, `without` taken away.
pub(super) async fn mark(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let (without, mark) = (form.filled("without").map(str::to_owned), form.get("mark").to_owned());
    let change = move |tx: &::store::Tx<'_>, viewer: &staff::Viewer| {
        find_to_work(tx, viewer, id)?;
        match &without {
            Some(mark) => actions::unmark(tx, id, mark),
            None => actions::mark(tx, id, &mark),
        }
    };
    let marked = seat.change(change).await;
    told(&seat, id, form, (marked, "mark")).await
}

/// The story does not tell of it, so the page says what was saved.
async fn told(seat: &Seat, id: Id, form: Form, (taken, what): (Result<()>, &str)) -> PageResult<Response> {
    match taken {
        Ok(()) => Ok(Redirect::to(&format!("{}?saved={what}", address(id))).into_response()),
        refused => onward(seat, id, form, refused).await,
    }
}
