//! A city with one unit and one service, Anna who reports, and the officer.

use base::{Id, Language, Wording};
use cases::{NewReport, Outcome, Place, actions::Opened};
use interactions::Channel;
use jiff::tz::TimeZone;
use privacy::{Room, Rooms};
use residents::Reachable;
use services::{Group, Kind, Service};
use staff::{
    Unit, Viewer,
    model::{NewAccount, PackUnit, role},
};
use store::{Read, Tx};
use testkit::Kit;

pub const ANNA: &str = "anna.tajna@poczta.example";
pub const WORDS: &str = "Sąsiad spod piątki krzyczy nocami";

pub fn zone() -> TimeZone {
    TimeZone::get("Europe/Warsaw").unwrap()
}

/// The rooms that the city hands in.
pub const ROOMS: Rooms = &[
    Room {
        name: "residents",
        export: residents::personal::export,
        erase: |tx, id, stays| if stays.identity { Ok(()) } else { residents::personal::erase(tx, id) },
    },
    Room {
        name: "interactions",
        export: interactions::personal::export,
        erase: |tx, id, stays| interactions::personal::erase_but(tx, id, &stays.talks),
    },
    Room {
        name: "notices",
        export: notices::personal::export,
        erase: |tx, id, stays| notices::personal::erase_but(tx, id, &stays.subjects, stays.identity),
    },
    Room {
        name: "cases",
        export: cases::personal::export,
        erase: |tx, id, stays| cases::personal::erase_but(tx, id, &stays.cases, &stays.strings),
    },
    Room { name: "privacy", export: privacy::personal::export, erase: |tx, id, stays| privacy::personal::erase(tx, id, stays.contact) },
];

fn service() -> Service {
    Service {
        id: Id::named("service", "noise"),
        key: "noise".into(),
        group: "g".into(),
        kind: Kind::Complaint,
        name: Wording { pl: "Hałas".into(), uk: None, en: None },
        hint: None,
        keywords: String::new(),
        unit_id: Some(Unit::id_of("sm")),
        public: false,
        deadline_working_days: 3,
        danger: None,
        details: services::Details::default(),
    }
}

pub async fn found(kit: &Kit) -> Viewer {
    let viewer =
        Viewer { account_id: Id::new(), name: "Inspektorka".into(), unit_id: None, permissions: role("data_protection_officer").unwrap() };
    let account = NewAccount {
        id: viewer.account_id,
        login: "iod".parse().unwrap(),
        name: viewer.name.clone(),
        unit_id: None,
        permissions: viewer.permissions.clone(),
    };
    let unit: PackUnit = serde_json::from_value(serde_json::json!({ "key": "sm", "short": "Straż", "name": { "pl": "Straż" } })).unwrap();
    let make = move |tx: &Tx<'_>| {
        staff::actions::put_unit(tx, &unit)?;
        staff::actions::create_account(tx, &account)?;
        let group = Group { key: "g".into(), name: Wording { pl: "G".into(), uk: None, en: None } };
        services::actions::take_over(tx, &[group], &[service()])
    };
    kit.write(make).await.unwrap();
    viewer
}

pub fn report() -> NewReport {
    NewReport {
        body: WORDS.into(),
        place: Place { words: "ul. Cicha 5".into(), ..Place::default() },
        reply_to: Some(Reachable::by_email(ANNA, Language::Pl).unwrap()),
        ..NewReport::about(&service(), Channel::Web, Language::Pl)
    }
}

pub async fn opened(kit: &Kit) -> Opened {
    kit.write(|tx| cases::actions::open(tx, &report())).await.unwrap()
}

pub async fn close(kit: &Kit, case_id: Id) {
    kit.write(move |tx| {
        cases::actions::close(tx, case_id, &cases::Closing::new(Outcome::Answered, "Pani anna.tajna@poczta.example, pouczyliśmy."))
    })
    .await
    .unwrap();
}

pub async fn anna(kit: &Kit) -> Id {
    kit.value("select resident_id from ways limit 1").await
}

/// What the capabilities find wrong between journal and rows.
pub async fn faults(kit: &Kit) -> Vec<String> {
    let checks = [cases::verify, notices::verify, interactions::verify, residents::verify, staff::verify, privacy::verify];
    let all = move |read: &Read<'_>| checks.iter().map(|check| check(read)).collect::<base::Result<Vec<_>>>();
    kit.read(all).await.unwrap().concat()
}
