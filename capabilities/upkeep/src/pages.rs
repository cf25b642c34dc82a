//! `/upkeep`: how the city fares, and the settings that keep it running.

mod backups;
mod health;
mod keys;
mod mail;
mod webhooks;
mod words;

use axum::{
    Extension, Router,
    routing::{get, post},
};
use staff::Permission;
use web::{App, Link};

use crate::Upkeep;

/// Where upkeep begins.
pub const UPKEEP: &str = "/upkeep";
const BACKUPS: &str = "/upkeep/backups";
const KEYS: &str = "/upkeep/keys";
const WEBHOOKS: &str = "/upkeep/webhooks";
const MAIL: &str = "/upkeep/mail";

/// The pages of upkeep, each with the key of its name.
const PAGES: [(&str, &str); 4] = [(BACKUPS, "upkeep-backups"), (MAIL, "upkeep-mail"), (KEYS, "upkeep-keys"), (WEBHOOKS, "upkeep-webhooks")];

/// All pages of upkeep.
pub fn routes(upkeep: Upkeep) -> Router<App> {
    Router::new()
        .route(UPKEEP, get(health::show))
        .route(BACKUPS, get(backups::show).post(backups::plan))
        .route("/upkeep/backups/key", post(backups::make_key))
        .route("/upkeep/backups/now", post(backups::ask))
        .route("/upkeep/drills", post(backups::drill))
        .route(KEYS, get(keys::show).post(keys::create))
        .route("/upkeep/keys/{id}/revocation", post(keys::revoke))
        .route(MAIL, get(mail::show).post(mail::change))
        .route("/upkeep/mail/trial", post(mail::try_out))
        .route(WEBHOOKS, get(webhooks::list).post(webhooks::create))
        .route("/upkeep/webhooks/rules", post(webhooks::rule))
        .route("/upkeep/webhooks/{id}", get(webhooks::show))
        .route("/upkeep/webhooks/{id}/{change}", post(webhooks::change))
        .route("/upkeep/deliveries/{id}/again", post(webhooks::again))
        .layer(Extension(upkeep))
}

/// The link of the bar, with who may follow it.
pub fn links() -> [(&'static [Permission], Link); 1] {
    [(&[Permission::Administer], Link::new(UPKEEP, "upkeep-nav"))]
}
