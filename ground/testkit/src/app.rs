//! The city of most tests, and what its pages stand on.

use std::sync::Arc;

use base::{City, secret::Signer};
use files::Files;
use store::Db;
use web::{App, Asset, Assets, Bundle, Hub, Parts, Settings, Texts};

/// Lipogród, of which no test needs to know more than that it is in Poland and speaks three languages.
///
/// # Panics
/// When its fields are not those of a city any more.
pub fn city() -> City {
    let city = serde_json::json!({
        "key": "lipogrod",
        "name": { "pl": "Lipogród", "uk": "Ліпогруд" },
        "centre": { "pl": "Kontakt z miastem", "uk": "Зв’язок із містом", "en": "City contact" },
        "time_zone": "Europe/Warsaw",
        "languages": ["pl", "uk", "en"],
        "legal_owner": "Miasto Lipogród",
        "controllers": { "city": "Prezydent Miasta" },
        "emergency": [{ "number": "112", "name": { "pl": "Numer alarmowy", "en": "Emergency number" } }],
        "contact": {
            "phone": "+48100008311", "phone_shown": "10 000 83 11", "email": "kontakt@lipogrod.example", "address": "ul. Ratuszowa 1",
            "phone_hours": { "pl": "przez całą dobę", "en": "day and night" }, "office_hours": { "pl": "w dni robocze od 7:30 do 18:00" }
        },
        "bounds": { "south": 52.0, "west": 16.0, "north": 53.0, "east": 17.0 },
        "fictional": true
    });
    serde_json::from_value(city).expect("a city as the pack has it")
}

/// What the pages of the city stand on: this wording beside web's own, these files, and the database's clock. Photos lie in memory, those of each `App` apart.
///
/// # Panics
/// When the wording cannot be read.
pub fn app(db: &Db, texts: &[Bundle], assets: &[Asset], settings: Settings) -> App {
    App::new(Parts {
        db: db.clone(),
        files: Files::in_memory(),
        texts: Arc::new(Texts::new(texts).expect("wording that can be read")),
        city: Arc::new(city()),
        hub: Hub::new(),
        signer: Signer::new(&[7; 32]),
        clock: db.clock(),
        assets: Assets::new(assets),
        readiness: Box::new(|| Box::pin(async { Vec::new() })),
        metrics: None,
        settings,
    })
    .expect("a city whose time zone is known")
}
