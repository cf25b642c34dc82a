//! Things of the demo city are found by their numbers as people say and write them, and a number is no house.

use places::model::{Asset, AssetKind, Found, Places, Spot};

use crate::lipogrod::lipogrod;

/// How people call things of a kind, before the number.
const CALLED: [(AssetKind, &[&str]); 6] = [
    (AssetKind::LampPost, &["lampa", "lampa uliczna", "słup oświetleniowy", "nie świeci latarnia nr", "przy słupie numer"]),
    (AssetKind::Bin, &["kosz", "kosz na śmieci", "przy koszu na odpady numer"]),
    (AssetKind::Stop, &["przystanek", "na przystanku autobusowym nr", "przystanek numer"]),
    (AssetKind::ParkingMeter, &["parkomat", "parkometr nr"]),
    (AssetKind::Tree, &["drzewo", "drzewo z numerem"]),
    (AssetKind::Bench, &["ławka", "na ławce nr"]),
];

fn is(found: &[Found<'_>], asset: &Asset) -> bool {
    found.first().is_some_and(|one| matches!(one.spot, Spot::Asset(first) if first == asset))
}

fn houses(city: &Places, text: &str) -> Vec<String> {
    city.find(text, 9).iter().filter(|found| matches!(found.spot, Spot::House(..))).map(Found::label).collect()
}

#[test]
fn things_are_found_by_their_numbers() {
    let city = lipogrod();
    for (kind, names) in CALLED {
        let of_kind: Vec<&Asset> = city.assets().iter().filter(|asset| asset.kind == kind).collect();
        assert!(of_kind.len() > 50, "the premise");
        for asset in of_kind.iter().step_by(7) {
            let digits = asset.code.trim_start_matches(|letter: char| !letter.is_ascii_digit());
            for name in names {
                for text in [format!("{name} {}", asset.code), format!("{name} {digits}")] {
                    let found = city.find(&text, 3);
                    assert!(is(&found, asset), "{text}: {found:#?}");
                }
            }
        }
    }
}

#[test]
fn a_spoken_number_and_the_street_of_the_thing_help() {
    let city = lipogrod();
    let lamp = city.asset(AssetKind::LampPost, "L-1234").expect("the premise");
    for text in [
        "lampa tysiąc dwieście trzydzieści cztery",
        "słup numer 1234 na Składowej",
        "nie świeci lampa uliczna nr 1234 przy Składowej 24",
        "nr L-1234",
    ] {
        let found = city.find(text, 3);
        assert!(is(&found, lamp), "{text}: {found:#?}");
    }
}

#[test]
fn the_number_of_a_thing_is_no_house() {
    let city = lipogrod();
    for text in ["słup numer 1234 na Olszowej", "lampa 99999 Olszowa", "działka 12/4 Olszowa", "parkomat 0051"] {
        assert_eq!(houses(&city, text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(houses(&city, "słup numer 99999, Olszowa 14")[0], "ul. Olszowa 14");
    assert_eq!(houses(&city, "Pod Lipami 2")[0], "ul. Pod Lipami 2");
}
