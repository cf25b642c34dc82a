//! Houses along the streets: odd numbers on the left, even ones on the right, with the gaps and letters of a real town.

use crate::{
    districts::Town,
    random::Random,
    shapes::{Spot, along, length},
    streets::Street,
};

/// From the axis of a street to the middle of a house, metres.
const SETBACK: f64 = 15.0;
/// A house keeps this far from the axis of every street, metres.
const FROM_STREETS: f64 = 11.0;
/// A house keeps this far from the middle of the river, metres.
const FROM_RIVER: f64 = 45.0;
/// A house keeps this far from the railway, metres.
const FROM_RAIL: f64 = 22.0;
/// A house keeps this far from the next one, metres.
const FROM_HOUSES: f64 = 9.0;

/// Addresses that the pages and texts of the demo speak of: street and number.
const SPOKEN_OF: [(&str, &str); 14] = [
    ("olszowa", "12"),
    ("olszowa", "14"),
    ("olszowa", "14a"),
    ("olszowa", "16"),
    ("polna", "2"),
    ("polna", "6"),
    ("mlynska", "3"),
    ("legowa", "40"),
    ("ratuszowa", "1"),
    ("ratuszowa", "11"),
    ("rzeczna", "9"),
    ("klonowa", "1"),
    ("kolejowa", "7"),
    ("nowa", "2"),
];

/// A house with its address.
pub struct House {
    pub street: String,
    pub number: String,
    pub spot: Spot,
    pub district: &'static str,
}

/// All houses in the order of the streets, the left side of each before the right.
pub fn build(town: &Town, streets: &[Street], random: &mut Random) -> Vec<House> {
    let mut houses: Vec<House> = Vec::new();
    // Squares first: the houses around them are the older ones.
    for street in streets.iter().filter(|street| street.one_sided) {
        build_side(town, streets, &mut houses, street, Side { sign: 1.0, first: 1, step: 1 }, random);
    }
    for street in streets.iter().filter(|street| !street.one_sided) {
        build_side(town, streets, &mut houses, street, Side { sign: 1.0, first: 1, step: 2 }, random);
        build_side(town, streets, &mut houses, street, Side { sign: -1.0, first: 2, step: 2 }, random);
    }
    houses.sort_by(|a, b| a.street.cmp(&b.street));
    for (street, number) in SPOKEN_OF {
        assert!(houses.iter().any(|house| house.street == street && house.number == number), "the demo needs {street} {number}");
    }
    houses
}

/// A side of a street: left (1) or right (-1) of its axis, its first number, and the step to the next.
struct Side {
    sign: f64,
    first: u32,
    step: u32,
}

fn build_side(town: &Town, streets: &[Street], houses: &mut Vec<House>, street: &Street, side: Side, random: &mut Random) {
    let end = length(&street.axis) - street.plot * 0.3;
    let mut number = side.first;
    let mut metres = street.plot * random.between(0.35, 0.6);
    while metres < end {
        let (axis, direction) = along(&street.axis, metres);
        let setback = (SETBACK + random.between(-1.5, 2.0)) * side.sign;
        let spot = axis.plus(-direction.north * setback, direction.east * setback);
        let (vacant, lettered, double) = (random.once_in(25), random.once_in(18), random.once_in(45));
        if let Some(district) = free(town, streets, houses, spot) {
            let needed = |text: &str| SPOKEN_OF.contains(&(street.key.as_str(), text));
            let name = number.to_string();
            let spoken_of = needed(&name) || needed(&(number + side.step).to_string());
            let last = if double && !spoken_of { number + side.step } else { number };
            if spoken_of || !vacant {
                let text = if last > number { format!("{name}-{last}") } else { name.clone() };
                houses.push(House { street: street.key.clone(), number: text, spot, district });
                let letter = format!("{name}a");
                let behind = axis.plus(-direction.north * setback * 2.4, direction.east * setback * 2.4);
                let room = free(town, streets, houses, behind).filter(|_| needed(&letter) || (lettered && last == number));
                houses.extend(room.map(|district| House { street: street.key.clone(), number: letter, spot: behind, district }));
            }
            number = last + side.step;
        }
        metres += street.plot * random.between(0.85, 1.2);
    }
}

/// The district in which a house may stand here, if it may.
fn free(town: &Town, streets: &[Street], houses: &[House], spot: Spot) -> Option<&'static str> {
    let clear = spot.metres_to_path(&town.river) > FROM_RIVER
        && spot.metres_to_path(&town.rail) > FROM_RAIL
        && streets.iter().all(|street| spot.metres_to_path(&street.axis) > FROM_STREETS)
        && houses.iter().all(|house| spot.metres_to(house.spot) > FROM_HOUSES);
    town.districts.iter().find(|district| clear && spot.is_inside(&district.ring)).map(|district| district.key)
}
