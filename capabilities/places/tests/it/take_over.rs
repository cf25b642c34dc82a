//! Taking the pack's places over: rows that it no longer names are retired, never removed, and the journal can count.

use std::collections::HashSet;

use base::{Id, Point, Wording};
use places::{
    actions,
    model::{Address, Area, Asset, AssetKind, DISTRICT, Landmark, Polygon, Prefix, Ring, Street},
};
use testkit::{Kit, on_both};

fn at(lat: f64, lng: f64) -> Point {
    Point::from_degrees(lat, lng).unwrap()
}

fn area(key: &str, parent: Option<&str>) -> Area {
    let ring = Ring::new(vec![at(50.0, 20.0), at(50.0, 20.1), at(50.1, 20.0)]).unwrap();
    let name = Wording { pl: key.to_owned(), uk: None, en: None };
    Area {
        key: key.to_owned(),
        name,
        kind: DISTRICT.to_owned(),
        parent: parent.map(str::to_owned),
        polygons: vec![Polygon::new(ring, vec![])],
    }
}

fn street(key: &str) -> Street {
    Street { key: key.to_owned(), prefix: Prefix::Street, name: key.to_owned(), name_where: format!("przy ul. {key}") }
}

fn house(street: &str, number: &str) -> Address {
    Address::new(street, number, at(50.01, 20.01), Some("olszyna".to_owned())).unwrap()
}

fn landmark(key: &str, name: &str) -> Landmark {
    let name = Wording { pl: name.to_owned(), uk: None, en: None };
    Landmark {
        key: key.to_owned(),
        kind: "park".to_owned(),
        name,
        name_where: String::new(),
        other_names: vec!["Bulwary".to_owned()],
        point: at(50.02, 20.02),
    }
}

fn lamp(code: &str, unit: &str) -> Asset {
    Asset {
        kind: AssetKind::LampPost,
        code: code.to_owned(),
        point: at(50.01, 20.01),
        unit: Some(unit.to_owned()),
        street: Some("polna".to_owned()),
        near: String::new(),
    }
}

async fn value(kit: &Kit, sql: &'static str) -> String {
    kit.value(sql).await
}

#[tokio::test]
async fn what_the_pack_no_longer_names_is_retired_and_can_come_back() {
    on_both(async |kit: &Kit| {
        kit.write(|tx| {
            actions::take_over(tx, &[area("city", None), area("olszyna", Some("city"))], &[street("polna"), street("dolna")])?;
            actions::take_over_addresses(tx, &[house("polna", "1"), house("dolna", "2")])?;
            actions::take_over_landmarks(tx, &[landmark("park", "Park"), landmark("las", "Las")])?;
            actions::take_over_assets(tx, &[lamp("L-1", "zd"), lamp("L-2", "zd")])
        })
        .await
        .unwrap();
        let kept = |ids: Vec<Id>| ids.into_iter().collect::<HashSet<_>>();
        kit.write(move |tx| {
            actions::take_over(tx, &[area("olszyna", None)], &[street("polna")])?;
            actions::retire_addresses(tx, &kept(vec![house("polna", "1").id()]))?;
            actions::take_over_landmarks(tx, &[landmark("park", "Park Nadrzeczny")])?;
            actions::take_over_assets(tx, &[lamp("L-1", "zzm")])?;
            actions::retire_assets(tx, &kept(vec![lamp("L-1", "zzm").id()]))
        })
        .await
        .unwrap();
        let retired = "select (select key from areas where not active) || ' ' || (select key from streets where not active) || ' '
            || (select number from addresses where not active) || ' ' || (select key from landmarks where not active) || ' '
            || (select code from assets where not active)";
        assert_eq!(value(kit, retired).await, "city dolna 2 las L-2", "on {:?}", kit.engine);
        assert_eq!(value(kit, "select unit_key from assets where active").await, "zzm");
        assert_eq!(kit.read(places::verify).await.unwrap(), Vec::<String>::new());
        kit.write(|tx| actions::take_over_landmarks(tx, &[landmark("las", "Las")])).await.unwrap();
        assert_eq!(value(kit, "select key from landmarks where active").await, "las");
        assert_eq!(kit.read(places::verify).await.unwrap(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_row_that_the_journal_does_not_count_is_found() {
    on_both(async |kit: &Kit| {
        kit.write(|tx| {
            actions::take_over(tx, &[], &[street("polna")])?;
            actions::take_over_assets(tx, &[lamp("L-1", "zd"), lamp("L-2", "zd")])
        })
        .await
        .unwrap();
        assert_eq!(kit.read(places::verify).await.unwrap(), Vec::<String>::new(), "the premise");
        kit.write(|tx| tx.execute("update assets set active = false where code = 'L-1'", &[])).await.unwrap();
        assert_eq!(kit.read(places::verify).await.unwrap(), ["gazetteer: 1 assets are active, the journal says 2"]);
    })
    .await;
}
