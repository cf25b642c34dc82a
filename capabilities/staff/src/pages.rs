//! The pages of staff: signing in and out, setting a password, and the list of people and units.

mod invitation;
mod people;
mod sign_in;
mod signed_in;
mod work_nav;

use axum::{
    Router,
    routing::{get, post},
};
use web::App;

pub use signed_in::{Maybe, SignedIn};
pub use work_nav::WorkNav;

/// Where one signs in.
pub const SIGN_IN: &str = "/sign-in";
/// Where the sign-out button posts to: `Settings::sign_out_path`.
pub const SIGN_OUT: &str = "/sign-out";
/// The list of people and units, for those who administer.
pub const PEOPLE: &str = "/people";

/// The routes of staff. The binary lays the city's [`WorkNav`] around all routes with `.layer(Extension(nav))`.
pub fn routes() -> Router<App> {
    Router::new()
        .route(SIGN_IN, get(sign_in::show).post(sign_in::create))
        .route(SIGN_OUT, post(sign_in::end))
        .route("/invitation/{token}", get(invitation::show).post(invitation::accept))
        .route(PEOPLE, get(people::show))
        .route("/people/{id}/deactivation", post(people::deactivate))
        .route("/people/{id}/activation", post(people::activate))
}
