//! Every landmark of the demo city is found by each of its names, as people say and write them.

use places::model::{Found, Landmark, Places, Spot};

use crate::lipogrod::lipogrod;

/// A stop often has the name of what stands beside it, which is meant when nobody speaks of a stop.
const STOP: &str = "stop";

fn is(found: &Found<'_>, landmark: &Landmark) -> bool {
    matches!(found.spot, Spot::Landmark(one) if one.key == landmark.key)
}

/// What is wrong with what the text finds; the landmark must be the first, or, when it may have namesakes, among the first.
fn fault(city: &Places, landmark: &Landmark, text: &str, first: bool) -> Option<String> {
    let found = city.find(text, 6);
    let right = if first { found.first().is_some_and(|one| is(one, landmark)) } else { found.iter().any(|one| is(one, landmark)) };
    (!right).then(|| format!("{text:40} {:?}", found.iter().map(|one| (one.label(), one.closeness)).collect::<Vec<_>>()))
}

#[test]
fn every_landmark_finds_itself_by_each_of_its_names() {
    let city = lipogrod();
    assert!(city.landmarks().len() > 100, "the premise");
    let faults = city.landmarks().iter().flat_map(|landmark| {
        let own = landmark.kind != STOP;
        let (name, place) = (landmark.name.pl.as_str(), landmark.name_where.as_str());
        let others = landmark.other_names.iter().map(String::as_str);
        let translated = [landmark.name.uk.as_deref(), landmark.name.en.as_deref()].into_iter().flatten();
        let first = [(name, own), (place, true)].into_iter().chain(others.chain(translated).map(|name| (name, false)));
        first.filter_map(|(text, first)| fault(&city, landmark, text, first)).collect::<Vec<_>>()
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
