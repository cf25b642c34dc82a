//! The pages of staff: signing in and out, setting a password, people, roles, units and the directory.

mod absences;
mod directory;
mod entrance;
mod history;
mod invitation;
mod kept;
mod lock;
mod office;
mod passkeys;
mod people;
mod person;
mod person_form;
mod person_sessions;
mod qr;
mod recovery_codes;
mod roles;
mod seat;
mod second_step;
mod security;
mod sign_in;
mod signed_in;
mod single_sign_on;
mod told;
mod units;
mod wording;
mod work_nav;

use axum::{
    Router,
    routing::{get, post},
};
use web::{App, Link};

use crate::Permission;
pub use entrance::Entrance;
pub use lock::keep_locked;
pub use office::{Office, UnitServices};
pub use qr::Qr;
pub use seat::Seat;
pub use security::SECURITY;
pub use signed_in::{Maybe, SignedIn};
pub use work_nav::WorkNav;

/// Where one signs in.
pub const SIGN_IN: &str = "/sign-in";
/// Where the sign-out button posts to: `Settings::sign_out_path`.
pub const SIGN_OUT: &str = "/sign-out";
/// Who may sign in, for those who administer.
pub const PEOPLE: &str = "/people";
/// The named sets of permissions, for those who administer.
pub const ROLES: &str = "/roles";
/// The units as a tree, for everybody.
pub const UNITS: &str = "/units";
/// People and units and who answers now, for everybody.
pub const DIRECTORY: &str = "/directory";
/// One's own absences.
pub const ABSENCES: &str = "/account/absences";

/// The routes of staff. The binary lays the city's [`WorkNav`] around all routes with `.layer(Extension(nav))`, around these
/// the [`Office`] and the [`UnitServices`]; around all working routes [`keep_locked`], and the [`Entrance`] around that.
pub fn routes() -> Router<App> {
    let people = Router::new()
        .route(PEOPLE, get(people::show))
        .route("/people/new", get(person_form::new).post(person_form::create))
        .route("/people/{id}", get(person::show))
        .route("/people/{id}/edit", get(person_form::edit).post(person_form::update))
        .route("/people/{id}/invitation", post(person::invite))
        .route("/people/{id}/deactivation", post(person::deactivate))
        .route("/people/{id}/activation", post(person::activate))
        .route("/people/{id}/absences", get(absences::show).post(absences::add))
        .route("/people/{id}/absences/deputy", post(absences::set_deputy))
        .route(ABSENCES, get(absences::show_own).post(absences::add_own))
        .route("/account/absences/deputy", post(absences::set_own_deputy))
        .route("/absences/{id}/cancellation", post(absences::cancel));
    let city = Router::new()
        .route(ROLES, get(roles::show))
        .route(UNITS, get(units::show))
        .route("/units/{key}", get(units::one))
        .route("/units/{key}/leaders", post(units::lead))
        .route(DIRECTORY, get(directory::show));
    Router::new()
        .route(SIGN_IN, get(sign_in::show).post(sign_in::create))
        .route(SIGN_OUT, post(sign_in::end))
        .route("/invitation/{token}", get(invitation::show).post(invitation::accept))
        .merge(people)
        .merge(city)
        .merge(entrance_routes())
}

/// The links of staff in the bar of working pages, for the binary's [`WorkNav`].
pub fn links() -> [(&'static [Permission], Link); 2] {
    [(&Permission::ALL, Link::new(DIRECTORY, "staff-nav-directory")), (&[Permission::Administer], Link::new(PEOPLE, "staff-nav-people"))]
}

/// Second factors and sessions.
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
        .route("/account/security/password", post(security::change_password))
        .route("/account/security/codes", get(security::new_codes).post(security::confirm_codes))
        .route("/account/security/codes/removal", post(security::remove_codes))
        .route("/account/security/recovery-codes", post(security::new_recovery_codes))
        .route("/account/sessions/closure", post(security::end_other_sessions))
        .route("/account/sessions/{id}/closure", post(security::end_session))
        .route("/people/{id}/sessions", get(person_sessions::show))
        .route("/people/{id}/sessions/closure", post(person_sessions::end_all))
        .route("/people/{id}/sessions/{session}/closure", post(person_sessions::end_one))
        .route("/people/{id}/identity", post(person_sessions::link))
        .route("/people/{id}/second-factor/removal", post(person_sessions::reset_second_factor))
}
