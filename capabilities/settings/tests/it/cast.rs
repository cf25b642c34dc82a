//! A city of two sections, and an administrator who changes it on pages.

use std::sync::Arc;

use axum::Extension;
use base::{Actor, Id, Wording};
use packs::{Entries, Fault, Section};
use schemars::JsonSchema;
use serde::Deserialize;
use settings::Settings;
use staff::{
    WorkNav, actions,
    model::{NewAccount, Password, role},
};
use store::Tx;
use testkit::{Browser, Kit};

const PASSWORD: &str = "sowa na wieży ratusza";

/// A unit as these tests have it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "only its shape is asked for")]
pub struct Unit {
    key: String,
    name: Wording,
    #[schemars(extend("x-section" = "units"))]
    parent: Option<String>,
    people: Option<u32>,
    #[serde(default)]
    numbers: Vec<String>,
    #[serde(default)]
    question: Vec<Question>,
    kind: Kind,
    #[serde(default)]
    public: bool,
    share: Option<f64>,
}

/// A question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "only its shape is asked for")]
pub struct Question {
    ask: Wording,
    required: bool,
}

/// A kind.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Works outside.
    Crew,
    /// Works inside.
    Office,
}

/// The city as a whole.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "only its shape is asked for")]
pub struct City {
    name: Wording,
}

/// The sections of these tests.
pub const SECTIONS: [Section; 2] = [Section::whole::<City>("city", "city.toml"), Section::list::<Unit>("units", "units.toml", "unit")];

/// Whatever a unit is part of has to be there.
fn check(entries: &Entries) -> Vec<Fault> {
    let mut faults = Vec::new();
    let units: Vec<Unit> = entries.values("units", &mut faults);
    let unknown = |unit: &Unit| unit.parent.as_deref().is_some_and(|parent| !entries.keys("units").any(|key| key == parent));
    faults.extend(units.iter().filter(|unit| unknown(unit)).map(|unit| Fault::new("units", &unit.key, "parent", "there is no such unit")));
    faults
}

/// A browser of an administrator, or of somebody else, in a city with these units in its pack.
pub async fn browser(kit: &Kit, role_word: &'static str, units: &str) -> Browser {
    let folder = tempfile(units);
    let pack = packs::read(folder.path(), &SECTIONS).expect("a pack without faults").entries;
    kit.write(move |tx| packs::actions::take_over(tx, &pack)).await.unwrap();
    let app = testkit::app(&kit.db, &[staff::TEXTS, settings::TEXTS], &[], web::Settings::default());
    let settings = Settings { sections: &SECTIONS, check: Arc::new(check), apply: Arc::new(|_, _| Ok(())) };
    let routes = settings::routes(settings).layer(Extension(WorkNav::new(settings::links())));
    let id = Id::new();
    let permissions = role(role_word).unwrap();
    let account = NewAccount { id, login: role_word.parse().unwrap(), name: "Tomasz Górecki".into(), unit_id: None, permissions };
    let hire = move |tx: &Tx<'_>| {
        actions::create_account(tx, &account)?;
        actions::invite(tx, id)
    };
    let invitation = app.db.write(Actor::SYSTEM, hire).await.unwrap();
    actions::use_invitation(&app.db, &invitation, &Password::new(PASSWORD).unwrap()).await.unwrap();
    let session = actions::sign_in(&app.db, role_word, PASSWORD).await.unwrap();
    Browser::new(&app, routes).with_session(&session)
}

fn tempfile(units: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("city.toml"), "name.pl = \"Lipogród\"\n").unwrap();
    std::fs::write(folder.path().join("units.toml"), units).unwrap();
    folder
}
