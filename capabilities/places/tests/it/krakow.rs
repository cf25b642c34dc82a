//! Two thousand street names of Kraków: each is found by its own name, and adjectives by the case that follows "na".
//!
//! The names are not ours to publish: without `../shared/data` beside the repository the test says so and ends.

use std::{fs, path::Path};

use base::Point;
use places::model::{Address, Places, Prefix, Street};

/// Written twice in the list: it is ul. Gołębia.
const TWICE: &str = "Gołębia ulica";
/// Endings of adjectives and their locatives.
const LOCATIVES: [(&str, &str); 4] = [("ska", "skiej"), ("cka", "ckiej"), ("owa", "owej"), ("na", "nej")];

/// The streets of Kraków, each with one house, all of them at one point.
pub fn krakow() -> Option<Places> {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/poland/streets/krakow_ulice.txt")).ok()?;
    let street = |(number, line): (usize, &str)| {
        let name = line.trim().trim_start_matches("ul. ").to_owned();
        Street { key: format!("s{number}"), prefix: Prefix::Street, name_where: format!("przy ul. {name}"), name }
    };
    let streets: Vec<Street> = text.lines().filter(|line| line.starts_with("ul. ")).enumerate().map(street).collect();
    let point = Point::from_degrees(50.06, 19.94).unwrap();
    let addresses = streets.iter().filter_map(|street| Address::new(&street.key, "1", point, None)).collect();
    Some(Places::new(vec![], streets, addresses))
}

#[test]
fn every_street_of_a_large_city_is_found_by_its_name() {
    let Some(krakow) = krakow() else {
        println!("skipped: no ../shared/data");
        return;
    };
    assert!(krakow.streets().len() > 1_900);
    for street in krakow.streets().iter().filter(|street| street.name != TWICE) {
        for text in [base::fold(&street.name), format!("ul. {} 1", street.name)] {
            let found = krakow.find(&text, 1);
            let names = found.first().and_then(|found| Some(base::fold(&found.street()?.name)));
            assert_eq!(names, Some(base::fold(&street.name)), "{text}");
        }
        let locative = LOCATIVES.iter().find_map(|(ending, locative)| Some(format!("{}{locative}", street.name.strip_suffix(ending)?)));
        if let Some(locative) = locative.filter(|_| !street.name.contains(' ')) {
            let found = krakow.find(&format!("na {locative} 1"), 3);
            assert!(found.iter().any(|found| found.street() == Some(street)), "{locative}: {found:#?}");
        }
    }
}
