//! The working pages of units and supervisors: the inbox, a case, and what is done with it.

mod answers;
mod batch;
mod case;
mod closure;
mod deadline;
mod disputed;
mod guests;
mod inbox;
mod incident;
mod incident_end;
mod incidents;
mod intake;
mod legal;
mod load;
mod merging;
mod on_time;
mod pause;
mod people;
mod photos;
mod pictures;
mod reported;
mod said;
mod search;
mod sheet;
mod status;
mod steps;
mod story;
mod table;
mod undispatched;

use axum::{
    Router,
    routing::{get, post},
};
use staff::Permission;
use web::{App, Link};

pub use disputed::DISPUTED;
pub use incidents::INCIDENTS;
pub use intake::{Intake, NEW_REPORT};
pub use on_time::FIGURES;
pub use photos::PHOTOS;
use staff::pages::Seat;

/// The inbox of the viewer's unit.
pub const CASES: &str = "/cases";
/// The cases that no unit has.
pub const UNDISPATCHED: &str = "/cases/undispatched";

/// The routes of cases. They need `staff::WorkNav` around them, and [`crate::ASSETS`] among the city's.
pub fn routes() -> Router<App> {
    Router::new()
        .route(CASES, get(inbox::show))
        .route(NEW_REPORT, get(intake::ask).post(intake::create))
        .route("/cases/list.csv", get(table::csv))
        .route("/cases/load", get(load::show))
        .route("/cases/batch", post(batch::create).get(inbox::back))
        .route("/cases/views", post(search::keep).get(inbox::back))
        .route("/cases/views/{id}/removal", post(search::forget).get(inbox::back))
        .route(UNDISPATCHED, get(undispatched::show))
        .route(FIGURES, get(on_time::show))
        .route("/cases/figures.csv", get(on_time::csv))
        .route("/cases/figures/cases", get(on_time::cases))
        .route(DISPUTED, get(disputed::show))
        .route("/cases/disputed/{report}", post(disputed::decide))
        .route(PHOTOS, get(photos::list))
        .route("/cases/photos/{id}", get(photos::show))
        .route("/cases/photos/{id}/publication", post(photos::publish).get(photos::back))
        .route("/cases/photos/{id}/withholding", post(photos::withhold).get(photos::back))
        .route("/cases/photos/{id}/areas", post(photos::cover).get(photos::back))
        .route("/cases/drafts/{ticket}", get(pictures::draft))
        .route("/cases/{id}/photos/{photo}", get(pictures::show))
        .route(INCIDENTS, get(incidents::list).post(incidents::create))
        .route("/cases/incidents/new", get(incidents::form))
        .route("/cases/incidents/{id}", get(incident::show))
        .route("/cases/incidents/{id}/cases", post(incident::attach).get(incident::back))
        .route("/cases/incidents/{id}/text", post(incident::say).get(incident::back))
        .route("/cases/incidents/{id}/answer", post(incident::answer).get(incident::back))
        .route("/cases/incidents/{id}/followers", post(incident::follow).get(incident::back))
        .route("/cases/incidents/{id}/end", get(incident_end::form).post(incident_end::end))
        .route("/cases/{id}", get(case::show))
        .route("/cases/{id}/acceptance", post(steps::accept).get(case::back))
        .route("/cases/{id}/progress", post(steps::progress).get(case::back))
        .route("/cases/{id}/return", post(steps::send_back).get(case::back))
        .route("/cases/{id}/schedule", post(steps::schedule).get(case::back))
        .route("/cases/{id}/question", post(steps::ask).get(case::back))
        .route("/cases/{id}/closure", post(closure::create).get(case::back))
        .route("/cases/{id}/deadline", get(deadline::show).post(deadline::change))
        .route("/cases/{id}/person", post(people::assign).get(case::back))
        .route("/cases/{id}/marks", post(people::mark).get(case::back))
        .route("/cases/{id}/legal-form", get(legal::form).post(legal::confirm))
        .route("/cases/{id}/legal-pause", get(pause::show).post(pause::change))
        .route("/cases/{id}/delay-notice", get(legal::notice).post(legal::send))
        .route("/cases/{id}/guests", post(guests::change).get(case::back))
        .route("/cases/{id}/merging", post(merging::merge).get(case::back))
        .route("/cases/{id}/parting", post(merging::unmerge).get(case::back))
        .route("/cases/{id}/split", post(merging::split).get(case::back))
        .route("/cases/{id}/dispatches", post(steps::dispatch).get(case::back))
}

/// The links of cases in the bar of working pages, for the binary's `staff::WorkNav`.
pub fn links() -> [(&'static [Permission], Link); 7] {
    let undispatched = Link::new(UNDISPATCHED, "cases-nav-undispatched");
    [
        (&[Permission::WorkCases, Permission::SeeAllCases], Link::new(CASES, "cases-nav")),
        (&[Permission::TakeReports], Link::new(NEW_REPORT, "intake-nav")),
        (&[Permission::Supervise, Permission::SeeAllCases], undispatched),
        (&[Permission::Supervise], Link::new(INCIDENTS, "cases-nav-incidents")),
        (&[Permission::Supervise], Link::new(DISPUTED, "cases-nav-disputed")),
        (&[Permission::Supervise], Link::new(FIGURES, "cases-nav-figures")),
        (&[Permission::ModeratePhotos], Link::new(PHOTOS, "photos-nav")),
    ]
}
