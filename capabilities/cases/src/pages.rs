//! The working pages of units and supervisors: the inbox, a case, and what is done with it.

mod answers;
mod case;
mod closure;
mod guests;
mod inbox;
mod said;
mod seat;
mod status;
mod steps;
mod story;
mod undispatched;

use axum::{
    Router,
    routing::{get, post},
};
use staff::Permission;
use web::{App, Link};

use seat::Seat;

/// The inbox of the viewer's unit.
pub const CASES: &str = "/cases";
/// The cases that no unit has.
pub const UNDISPATCHED: &str = "/cases/undispatched";

/// The routes of cases. They need `staff::WorkNav` around them, and [`crate::ASSETS`] among the city's.
pub fn routes() -> Router<App> {
    Router::new()
        .route(CASES, get(inbox::show))
        .route(UNDISPATCHED, get(undispatched::show))
        .route("/cases/{id}", get(case::show))
        .route("/cases/{id}/acceptance", post(steps::accept).get(case::back))
        .route("/cases/{id}/progress", post(steps::progress).get(case::back))
        .route("/cases/{id}/closure", post(closure::create).get(case::back))
        .route("/cases/{id}/guests", post(guests::change).get(case::back))
        .route("/cases/{id}/dispatches", post(steps::dispatch).get(case::back))
}

/// The links of cases in the bar of working pages, for the binary's `staff::WorkNav`.
pub fn links() -> [(&'static [Permission], Link); 2] {
    let undispatched = Link::new(UNDISPATCHED, "cases-nav-undispatched");
    [
        (&[Permission::WorkCases, Permission::SeeAllCases], Link::new(CASES, "cases-nav")),
        (&[Permission::Supervise, Permission::SeeAllCases], undispatched),
    ]
}
