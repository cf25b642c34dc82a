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
    signed_in_at(app, role_word, "zd").await
}

/// The same in the unit with this key.
pub async fn signed_in_at(app: &App, role_word: &'static str, unit: &'static str) -> (Id, Browser) {
    let (id, login) = (Id::new(), format!("{role_word}.{unit}"));
    let account = NewAccount {
        id,
        login: login.parse().unwrap(),
        name: format!("Osoba {role_word}"),
        unit_id: Some(Unit::id_of(unit)),
        permissions: role(role_word).unwrap_or_default(),
    };
    let hire = move |tx: &Tx<'_>| {
        put_units(tx)?;
        actions::create_account(tx, &account)?;
        actions::invite(tx, id)
    };
    let invitation = app.db.write(Actor::SYSTEM, hire).await.unwrap();
    actions::use_invitation(&app.db, &invitation, &Password::new(PASSWORD).unwrap()).await.unwrap();
    let session = actions::sign_in(&app.db, &login, PASSWORD).await.unwrap();
    (id, stranger(app).with_session(&session))
}

/// The roads, and a unit whose matters are nobody else's.
pub fn put_units(tx: &Tx<'_>) -> base::Result<()> {
    [("zd", "Zarząd Dróg Miejskich"), ("op", "Ośrodek Pomocy")].into_iter().try_for_each(|(key, name)| {
        let unit = serde_json::json!({ "key": key, "short": name, "name": { "pl": name } });
        actions::put_unit(tx, &serde_json::from_value::<PackUnit>(unit).map_err(base::Error::internal)?).map(drop)
    })
}

/// Shows who they are: two questions answered rightly, for a conversation or without one; where that leads.
pub async fn verified(browser: &mut Browser, id: Id, talk: Option<&str>) -> testkit::Page {
    let asked: Vec<(&str, &str)> = [("for", "conversation")].into_iter().chain(talk.map(|talk| ("talk", talk))).collect();
    let place = format!("/residents/{id}/identity");
    let answers = browser.post(&place, &[&asked[..], &[("step", "answers")]].concat()).await;
    let mark = mark(answers.is(200));
    let right: Vec<String> =
        answers.html.split("name=\"ticked\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    let ticks = right.iter().map(|key| ("ticked", key.as_str()));
    browser.post(&place, &asked.iter().copied().chain([("mark", mark.as_str())]).chain(ticks).collect::<Vec<_>>()).await
}

/// The mark of a page that shows the answers.
pub fn mark(answers: &testkit::Page) -> String {
    answers.html.split("name=\"mark\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
}
