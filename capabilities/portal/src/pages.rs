//! The pages of the portal: every one works without JavaScript, and a form that comes back has lost nothing.

mod call;
mod cards;
mod figures;
mod followers;
mod home;
mod lookup;
mod map;
mod mine;
mod report;
pub(crate) mod report_page;
mod report_turn;
mod search;
mod services;
mod statements;
mod story;
mod tiles;

use std::path::Path;

use axum::{
    Router,
    routing::{get, post},
};

use tower_http::services::ServeDir;

use crate::Portal;

/// The routes, yet without what they stand on.
pub(crate) fn routes(media: &Path) -> Router<Portal> {
    Router::new()
        .route("/accessibility", get(statements::accessibility))
        .route("/privacy", get(statements::privacy))
        .route("/privacy/{key}", get(statements::notice))
        .route("/easy-read", get(statements::easy_read))
        .nest_service("/media", ServeDir::new(media))
        .route("/", get(home::show))
        .route("/search", get(search::show))
        .route("/services", get(services::show))
        .route("/map", get(map::show))
        .route("/tiles/basemap.pmtiles", get(tiles::basemap))
        .route("/tiles/{layer}/{z}/{x}/{y}", get(tiles::show))
        .route("/figures", get(figures::show))
        .route("/figures.csv", get(figures::csv))
        .route("/cards", get(cards::show))
        .route("/call", get(call::show))
        .route("/case", get(lookup::ask))
        .route("/my", get(mine::show).post(mine::ask))
        .route("/my/code", post(mine::enter).get(mine::begin_again))
        .route("/my/end", post(mine::end).get(mine::begin_again))
        .route("/reports/{number}", get(report_page::show))
        .route("/reports/{number}/photos/{photo}", get(report_page::photo))
        .route("/reports/{number}/answer", post(report_turn::answer).get(report_page::show))
        .route("/reports/{number}/verdict", post(report_turn::judge).get(report_page::show))
        .route("/reports/{number}/followers", post(followers::follow).get(report_page::show))
        .route("/following/{id}", get(followers::show).post(followers::change))
        .route("/report/photos/{ticket}", get(report::photos::show))
        .route("/report", get(report::place::ask).post(report::send::create))
        .route("/report/place", post(report::place::ask_again).get(report::start_over))
        .route("/report/what", get(report::what::ask).post(report::what::ask_again))
        .route("/report/same", post(report::same::choose).get(report::start_over))
        .route("/report/reply", post(report::reply::ask).get(report::start_over))
}
