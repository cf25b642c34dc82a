//! The city's own people: units, accounts, sessions, invitations, and the keys of other programs.
//!
//! Whoever works in the city signs in with a login and a password and becomes a [`Viewer`]: everything that staff
//! see is loaded for one. Rights are asked by [`Permission`], never by role; roles are named sets of them, and a changed
//! role acts at once. The directory knows who answers for a unit now.
//! Passwords are kept as argon2id hashes, tokens and keys as SHA-256; the journal knows ids and states only.

pub mod actions;
pub mod audit;
pub mod jobs;
pub mod model;
pub mod pack;
pub mod pages;
mod store;

pub use actions::{Directory, Skills, skills_of};
pub use model::{Permission, Permissions, Unit, Viewer};
pub use pages::{SignedIn, WorkNav};
pub use store::{ApiKey, api_keys, name_of, people_of, stood_in_for, unit, unit_by_key, units, verify};

/// The scripts of passkeys and of the sign that somebody is there.
pub const ASSETS: [web::Asset; 3] = [
    web::Asset { name: "directory.js", bytes: include_bytes!("../assets/directory.js") },
    web::Asset { name: "passkeys.js", bytes: include_bytes!("../assets/passkeys.js") },
    web::Asset { name: "activity.js", bytes: include_bytes!("../assets/activity.js") },
];

/// The wording of staff.
pub const TEXTS: web::Bundle = web::bundle!();

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_waits_as_long_as_the_session() {
        let rule = format!("const IDLE_SECONDS = {};", crate::model::SESSION_LOCKED_SECONDS);
        assert!(include_str!("../assets/activity.js").contains(&rule), "{rule}");
    }
}
