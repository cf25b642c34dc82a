//! The pages about residents: found with a purpose, shown as far as they have shown who they are.

mod access;
mod adding;
mod consents;
mod details;
mod identity;
mod merging;
mod needs;
mod search;
mod show;
mod ways;
pub(super) mod words;

use axum::{
    Router,
    routing::{get, post},
};
use web::App;

/// Where residents are looked up.
pub const RESIDENTS: &str = "/residents";

pub(super) use access::may_know_of;
pub(super) use words::{Candidly, candidate, channel_word};

/// The routes of residents.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(RESIDENTS, get(search::ask).post(search::find))
        .route("/residents/new", get(adding::ask).post(adding::create))
        .route("/residents/twins", get(merging::twins))
        .route("/residents/{id}", get(show::show))
        .route("/residents/{id}/identity", get(identity::ask).post(identity::create))
        .route("/residents/{id}/details", get(details::ask).post(details::update))
        .route("/residents/{id}/ways", get(ways::ask).post(ways::create))
        .route("/residents/{id}/ways/{way}/removal", post(ways::remove))
        .route("/residents/{id}/ways/{way}/sharing", post(ways::share))
        .route("/residents/{id}/needs", get(needs::ask).post(needs::update))
        .route("/residents/{id}/consents", get(consents::ask).post(consents::create))
        .route("/residents/{id}/merge", get(merging::ask).post(merging::create))
        .route("/residents/{id}/parting", post(merging::undo))
}
