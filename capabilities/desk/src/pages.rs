//! The pages of the desk.

mod conversations;
mod errands;
mod failed_jobs;
mod home;
mod residents;

use axum::{
    Router,
    routing::{get, post},
};
use staff::Permission;
use web::{App, Link};

/// Where staff begin after signing in.
pub const DESK: &str = "/desk";
/// The list of failed jobs, for those who supervise.
pub const JOBS: &str = "/desk/jobs";
/// News that a person has to tell.
pub const ERRANDS: &str = "/desk/errands";
pub use conversations::NEW as NEW_CONVERSATION;
pub use residents::RESIDENTS;
/// The cases of a unit; the page is that of cases.
const CASES: &str = "/cases";

/// The routes of the desk.
pub fn routes() -> Router<App> {
    Router::new()
        .route(DESK, get(home::show))
        .route(JOBS, get(failed_jobs::list))
        .route("/desk/jobs/{id}/retry", post(failed_jobs::retry))
        .route(ERRANDS, get(errands::list))
        .route("/desk/errands/{id}/done", post(errands::finish))
        .route(NEW_CONVERSATION, get(conversations::ask).post(conversations::create))
        .route("/desk/conversations/{id}", get(conversations::show))
        .route("/desk/conversations/{id}/notes", post(conversations::note))
        .route("/desk/conversations/{id}/end", post(conversations::end))
        .merge(residents::routes())
}

/// The desk's links in the bar of working pages, for the binary's [`WorkNav`](staff::pages::WorkNav).
pub fn links() -> [(&'static [Permission], Link); 3] {
    [
        (&Permission::ALL, Link::new(DESK, "desk-home")),
        (&[Permission::SeeResidents], Link::new(RESIDENTS, "residents-nav")),
        (&[Permission::Supervise], Link::new(JOBS, "desk-jobs")),
    ]
}
