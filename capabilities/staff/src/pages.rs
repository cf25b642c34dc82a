//! The pages of staff: signing in and out, setting a password, and the list of people and units.

mod entrance;
mod invitation;
mod lock;
mod passkeys;
mod people;
mod person_sessions;
mod qr;
mod recovery_codes;
mod rules;
mod second_step;
mod security;
mod sign_in;
mod signed_in;
mod single_sign_on;
mod told;
mod work_nav;

use axum::{
    Router,
    routing::{get, post},
};
use web::App;

pub use entrance::Entrance;
pub use lock::keep_locked;
pub use security::SECURITY;
pub use signed_in::{Maybe, SignedIn};
pub use work_nav::WorkNav;

/// Where one signs in.
pub const SIGN_IN: &str = "/sign-in";
/// Where the sign-out button posts to: `Settings::sign_out_path`.
pub const SIGN_OUT: &str = "/sign-out";
/// The list of people and units, for those who administer.
pub const PEOPLE: &str = "/people";

/// The routes of staff. The binary lays [`keep_locked`] around all working routes, and the [`Entrance`] around that. The binary lays the city's [`WorkNav`] around all routes with `.layer(Extension(nav))`.
pub fn routes() -> Router<App> {
    Router::new()
        .route(SIGN_IN, get(sign_in::show).post(sign_in::create))
        .route(SIGN_OUT, post(sign_in::end))
        .route("/invitation/{token}", get(invitation::show).post(invitation::accept))
        .route(PEOPLE, get(people::show))
        .route("/people/{id}/deactivation", post(people::deactivate))
        .route("/people/{id}/activation", post(people::activate))
        .merge(entrance_routes())
}

/// Second factors, sessions, and the rules about them.
fn entrance_routes() -> Router<App> {
    Router::new()
        .route(second_step::SECOND_STEP, get(second_step::show).post(second_step::create))
        .route(single_sign_on::SINGLE_SIGN_ON, get(single_sign_on::begin))
        .route(single_sign_on::RETURN, get(single_sign_on::finish))
        .route("/sign-in/passkey/options", post(passkeys::ask))
        .route("/sign-in/passkey", post(passkeys::sign_in))
        .route("/account/passkeys/options", post(passkeys::ask_new))
        .route("/account/passkeys", post(passkeys::add))
        .route("/account/passkeys/{id}/removal", post(passkeys::remove))
        .route(lock::LOCK, post(security::lock))
        .route("/account/activity", post(security::note_activity))
        .route(SECURITY, get(security::show))
        .route("/account/security/codes", get(security::new_codes).post(security::confirm_codes))
        .route("/account/security/codes/removal", post(security::remove_codes))
        .route("/account/security/recovery-codes", post(security::new_recovery_codes))
        .route("/account/sessions/closure", post(security::end_other_sessions))
        .route("/account/sessions/{id}/closure", post(security::end_session))
        .route(rules::RULES, get(rules::show).post(rules::save))
        .route("/people/{id}/sessions", get(person_sessions::show))
        .route("/people/{id}/sessions/closure", post(person_sessions::end_all))
        .route("/people/{id}/sessions/{session}/closure", post(person_sessions::end_one))
        .route("/people/{id}/identity", post(person_sessions::link))
        .route("/people/{id}/second-factor/removal", post(person_sessions::reset_second_factor))
}
