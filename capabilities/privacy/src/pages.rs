//! The pages of whoever answers for personal data: requests, people, erasure, retention, looks.

mod erasure;
mod export;
mod frame;
mod looks;
mod person;
mod request;
mod requests;
mod retention;

use std::sync::Arc;

use axum::{
    Extension, Router,
    routing::{get, post},
};
use hours::Holidays;
use staff::Permission;
use web::{App, Link};

use crate::{Ledger, Rooms};
use frame::Seat;

/// The requests, where the officer's work begins.
pub const REQUESTS: &str = "/privacy/requests";
/// How long what is kept.
pub const RETENTION: &str = "/privacy/retention";
/// Who looked at what.
pub const LOOKS: &str = "/privacy/looks";
/// What is kept of people.
const RESIDENTS: &str = "/privacy/residents";

/// What the pages stand on.
#[derive(Clone)]
pub struct Privacy {
    /// Where things are kept of people.
    pub rooms: Rooms,
    /// The country's holidays, for the term of requests.
    pub holidays: Arc<Holidays>,
    /// The ledger of erasures.
    pub ledger: Arc<Ledger>,
}

/// The routes; they need `staff::WorkNav` around them.
pub fn routes(privacy: Privacy) -> Router<App> {
    Router::new()
        .route(REQUESTS, get(requests::list).post(requests::create))
        .route("/privacy/requests/new", get(requests::ask))
        .route("/privacy/requests/{id}", get(request::show))
        .route("/privacy/requests/{id}/steps", post(request::step).get(request::back))
        .route("/privacy/residents/{id}", get(person::show))
        .route("/privacy/residents/{id}/export.json", get(export::json))
        .route("/privacy/residents/{id}/export.tar", get(export::tar))
        .route("/privacy/residents/{id}/holds", post(person::hold).get(person::back))
        .route("/privacy/residents/{id}/restriction", post(person::restrict).get(person::back))
        .route("/privacy/residents/{id}/erasure", get(erasure::show).post(erasure::create))
        .route(RETENTION, get(retention::show))
        .route("/privacy/retention/runs", post(retention::run).get(retention::back))
        .route("/privacy/retention/switch", post(retention::switch).get(retention::back))
        .route(LOOKS, get(looks::show))
        .route("/privacy/looks.csv", get(looks::csv))
        .layer(Extension(privacy))
}

/// The links in the bar of working pages, for the binary's `staff::WorkNav`.
pub fn links() -> [(&'static [Permission], Link); 3] {
    const OFFICER: &[Permission] = &[Permission::ProtectData];
    [
        (OFFICER, Link::new(REQUESTS, "privacy-nav-requests")),
        (OFFICER, Link::new(RETENTION, "privacy-nav-retention")),
        (OFFICER, Link::new(LOOKS, "privacy-nav-looks")),
    ]
}
