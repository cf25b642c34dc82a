//! A city of a few sections, and an administrator who changes it on pages.

use std::sync::Arc;

use axum::Extension;
use base::{Actor, Id, Wording};
use packs::{Entries, Fault, Reason, Section};
use schemars::JsonSchema;
use serde::Deserialize;
use settings::{
    Settings,
    lists::{Counts, Lists},
};
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
    opening: Option<hours::Opening>,
}

/// A text that a pack may do without.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "only its shape is asked for")]
pub struct Statement {
    text: Wording,
}

/// A question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "only its shape is asked for")]
pub struct Question {
    ask: Wording,
    required: bool,
    #[serde(default = "yes")]
    shown: bool,
}

fn yes() -> bool {
    true
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
    key: String,
    name: Wording,
}

/// The sections of these tests.
pub const SECTIONS: [Section; 4] = [
    Section::whole::<City>("city", "city.toml"),
    Section::list::<Unit>("units", "units.toml", "unit"),
    Section::whole::<hours::Hours>("hours", "hours.toml"),
    Section::whole::<Statement>("statement", "statement.toml").optional(),
];

/// Whatever a unit is part of has to be there.
fn check(entries: &Entries) -> Vec<Fault> {
    let mut faults = Vec::new();
    let units: Vec<Unit> = entries.values("units", &mut faults);
    let unknown = |unit: &Unit| unit.parent.as_deref().is_some_and(|parent| !entries.keys("units").any(|key| key == parent));
    faults.extend(
        units
            .iter()
            .filter(|unit| unknown(unit))
            .map(|unit| Fault::new("units", &unit.key, "parent", Reason::unknown("unit ", unit.parent.as_deref().unwrap_or_default()))),
    );
    faults
}

/// A list of streets has a row a line; a row that begins with a question mark is a fault.
fn check_list(folder: &std::path::Path, file: &str, digest: Option<&str>) -> Result<Counts, Vec<Fault>> {
    let path = digest.map_or_else(|| folder.join(file), |digest| settings::lists::kept(&folder.join("data"), digest));
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let fault = |line| Fault {
        at: Some((file.to_owned(), line)),
        ..Fault::new("lists", file, "", Reason::new(packs::Kind::Missing, "", "no name"))
    };
    let faults: Vec<Fault> = (1..).zip(text.lines()).filter(|(_, row)| row.starts_with('?')).map(|(line, _)| fault(line)).collect();
    let rows = text.lines().count();
    if faults.is_empty() { Ok(Counts { rows, added: rows, ..Counts::default() }) } else { Err(faults) }
}

/// A browser of an administrator, or of somebody else, in a city with these units in its pack.
pub async fn browser(kit: &Kit, role_word: &'static str, units: &str) -> Browser {
    let folder = tempfile(units);
    let pack = packs::read(folder.path(), &SECTIONS).expect("a pack without faults").entries;
    kit.write(move |tx| packs::actions::take_over(tx, &SECTIONS, &pack)).await.unwrap();
    let app = testkit::app(&kit.db, &[staff::TEXTS, settings::TEXTS], &[], web::Settings::default());
    let folder = folder.keep();
    let checked = folder.clone();
    let check_uploaded = move |_: &Entries, file: &str, digest: Option<&str>| check_list(&checked, file, digest);
    let lists = Lists { files: &["streets.csv"], data: folder.join("data"), pack: folder, check: Arc::new(check_uploaded) };
    let settings = Settings { sections: &SECTIONS, check: Arc::new(check), apply: Arc::new(|_, _| Ok(())), lists };
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
    std::fs::write(folder.path().join("city.toml"), "key = \"lipogrod\"\nname.pl = \"Lipogród\"\n").unwrap();
    std::fs::write(folder.path().join("units.toml"), units).unwrap();
    std::fs::write(folder.path().join("hours.toml"), "[week]\nmon = [\"07:30-15:30\"]\n[calendar.line.week]\nmon = [\"08:00-20:00\"]\n")
        .unwrap();
    std::fs::write(folder.path().join("streets.csv"), "Rynek\n").unwrap();
    folder
}
