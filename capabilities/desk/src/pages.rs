//! The pages of the desk.

mod failed_jobs;
mod home;

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
/// The cases of a unit; the page is that of cases.
const CASES: &str = "/cases";

/// The routes of the desk.
pub fn routes() -> Router<App> {
    Router::new().route(DESK, get(home::show)).route(JOBS, get(failed_jobs::list)).route("/desk/jobs/{id}/retry", post(failed_jobs::retry))
}

/// The desk's links in the bar of working pages, for the binary's [`WorkNav`](staff::pages::WorkNav).
pub fn links() -> [(&'static [Permission], Link); 2] {
    [(&Permission::ALL, Link::new(DESK, "desk-home")), (&[Permission::Supervise], Link::new(JOBS, "desk-jobs"))]
}
