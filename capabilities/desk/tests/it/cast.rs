//! A city with a door, and people who sign in to it.

use axum::Extension;
use base::{Actor, Id};
use staff::{
    Unit, WorkNav, actions,
    model::{NewAccount, PackUnit, Password, role},
};
use store::Tx;
use testkit::{Browser, Kit};
use web::{App, Settings};

const PASSWORD: &str = "sowa na wieży ratusza";

/// What the desk stands on, in earnest or as a demo.
pub fn app(kit: &Kit, demo: bool) -> App {
    let settings = Settings { demo, ..Settings::default() };
    testkit::app(&kit.db, &[staff::TEXTS, notices::TEXTS, desk::TEXTS], &[], settings)
}

/// A browser in which nobody is signed in.
pub fn stranger(app: &App) -> Browser {
    let nav = WorkNav::new(desk::links());
    Browser::new(app, desk::routes().layer(Extension(nav)))
}

/// An account in this role, and the browser in which it is signed in.
pub async fn signed_in(app: &App, role_word: &'static str) -> (Id, Browser) {
    let id = Id::new();
    let account = NewAccount {
        id,
        login: role_word.parse().unwrap(),
        name: format!("Osoba {role_word}"),
        unit_id: Some(Unit::id_of("zd")),
        permissions: role(role_word).unwrap_or_default(),
    };
    let hire = move |tx: &Tx<'_>| {
        actions::put_unit(tx, &roads())?;
        actions::create_account(tx, &account)?;
        actions::invite(tx, id)
    };
    let invitation = app.db.write(Actor::SYSTEM, hire).await.unwrap();
    actions::use_invitation(&app.db, &invitation, &Password::new(PASSWORD).unwrap()).await.unwrap();
    let session = actions::sign_in(&app.db, role_word, PASSWORD).await.unwrap();
    (id, stranger(app).with_session(&session))
}

fn roads() -> PackUnit {
    serde_json::from_value(serde_json::json!({ "key": "zd", "short": "Zarząd Dróg", "name": { "pl": "Zarząd Dróg Miejskich" } })).unwrap()
}
