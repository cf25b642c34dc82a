//! What is done with a case by one form: accept it, tell of progress, hand it to a unit.

use ::store::Tx;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use jiff::civil::Date;
use staff::{Permission, Viewer, pages::Office};
use web::{Form, PageResult};

use super::{
    CASES, Seat, UNDISPATCHED,
    case::{address, again},
    undispatched,
};
use crate::{
    actions,
    store::{find_to_dispatch, find_to_work},
};

/// `POST /cases/{id}/acceptance`
pub(super) async fn accept(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let accepted = seat.change(move |tx, viewer| find_to_work(tx, viewer, id).and_then(|_| actions::accept(tx, id))).await;
    onward(&seat, id, form, accepted).await
}

/// `POST /cases/{id}/progress`
pub(super) async fn progress(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, words): (Id, _) = (id.parse()?, form.get("news").to_owned());
    let told = seat.change(move |tx, viewer| find_to_work(tx, viewer, id).and_then(|_| actions::progress(tx, id, &words))).await;
    onward(&seat, id, form, told.map_err(|error| error.at_field("words", "news"))).await
}

/// `POST /cases/{id}/return`
pub(super) async fn send_back(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, reason): (Id, _) = (id.parse()?, form.get("reason").to_owned());
    let returned = seat.change(move |tx, viewer| find_to_work(tx, viewer, id).and_then(|_| actions::send_back(tx, id, &reason))).await;
    match returned {
        // Whoever sees the cases of their own unit only does not see this one any more.
        Ok(()) if !seat.viewer.may(Permission::SeeAllCases) => Ok(Redirect::to(CASES).into_response()),
        returned => onward(&seat, id, form, returned.map_err(|error| error.at_field("words", "reason"))).await,
    }
}

/// `POST /cases/{id}/schedule`
pub(super) async fn schedule(seat: Seat, office: Office, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, words): (Id, _) = (id.parse()?, form.get("plan").to_owned());
    let scheduled = match form.get("on").parse::<Date>() {
        Ok(on) => {
            let change = move |tx: &Tx<'_>, viewer: &Viewer| {
                find_to_work(tx, viewer, id).and_then(|_| actions::schedule(tx, id, on, &words, &office))
            };
            seat.change(change).await
        }
        Err(_) => Err(Error::invalid("on", "case-day-missing")),
    };
    onward(&seat, id, form, scheduled.map_err(|error| error.at_field("words", "plan"))).await
}

/// `POST /cases/{id}/question`
pub(super) async fn ask(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, question): (Id, _) = (id.parse()?, form.get("question").to_owned());
    let asked = seat.change(move |tx, viewer| find_to_work(tx, viewer, id).and_then(|_| actions::ask(tx, id, &question))).await;
    onward(&seat, id, form, asked.map_err(|error| error.at_field("words", "question"))).await
}

/// To the case when the step was taken, else the page again.
pub(super) async fn onward(seat: &Seat, id: Id, form: Form, taken: Result<()>) -> PageResult<Response> {
    match taken {
        Ok(()) => Ok(Redirect::to(&format!("{}?saved=1", address(id))).into_response()),
        Err(error) => again(seat, id, form, error).await,
    }
}

/// `POST /cases/{id}/dispatches`, from the case's page (field `unit`) or from the list of cases that no unit has (a field
/// of the case's own name).
pub(super) async fn dispatch(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let listed = undispatched::field(id);
    let from_list = form.fields().any(|(name, _)| name == listed);
    let chosen = form.get(if from_list { &listed } else { "unit" }).parse();
    let handed = match chosen {
        Ok(unit_id) => {
            seat.change(move |tx, viewer| find_to_dispatch(tx, viewer, id).and_then(|_| actions::dispatch(tx, id, unit_id))).await
        }
        Err(_) => Err(Error::invalid("unit", "case-unit-unknown")),
    };
    let supervises = seat.viewer.may(Permission::Supervise);
    match handed {
        Err(error) if from_list => undispatched::again(&seat, id, form, error).await,
        Ok(()) if !supervises && !seat.viewer.may(Permission::SeeAllCases) => Ok(Redirect::to(CASES).into_response()),
        // Whoever may only see cases that no unit has does not see this one any more.
        Ok(()) if from_list || !seat.viewer.may(Permission::SeeAllCases) => {
            Ok(Redirect::to(&format!("{UNDISPATCHED}?saved={id}")).into_response())
        }
        taken => onward(&seat, id, form, taken).await,
    }
}
