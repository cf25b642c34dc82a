//! Houses along the streets: odd numbers on the left, even ones on the right, with the gaps and letters of a real town.

use super::{
    districts::Town,
    land::{For, Land, is_closed},
    random::Random,
    shapes::{Spot, along, length},
    streets::Street,
};

/// From the axis of a street to the middle of a house, metres.
const SETBACK: f64 = 15.0;
/// A house keeps this far from the axis of every street, metres.
const FROM_STREETS: f64 = 10.0;
/// A house keeps this far from the middle of the river, metres.
const FROM_RIVER: f64 = 40.0;
/// A house keeps this far from the railway, metres.
const FROM_RAIL: f64 = 22.0;
/// A house keeps this far from the next one, metres.
const FROM_HOUSES: f64 = 9.0;

/// Addresses that the pages and texts of the demo speak of: street and number.
const SPOKEN_OF: [(&str, &str); 23] = [
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
    ("szkolna", "2"),
    ("sloneczna", "4"),
    ("os-sloneczne", "4"),
    ("adama-mickiewicza", "5"),
    ("marii-sklodowskiej-curie", "3"),
    ("pod-lipami", "2"),
    ("3-maja", "1"),
    ("11-listopada", "1"),
    ("rondo-kolejarzy", "2"),
];

/// A house with its address.
pub struct House {
    pub street: String,
    pub number: String,
    pub spot: Spot,
    pub district: &'static str,
    /// The unit vector along its street.
    pub direction: Spot,
    /// Whether it is a block of flats on an estate.
    pub block: bool,
}

/// What stands already, and where nothing may stand.
struct Ground<'a> {
    town: &'a Town,
    land: &'a [Land],
    streets: &'a [Street],
    houses: Vec<House>,
}

/// All houses in the order of the streets, the left side of each before the right.
pub fn build(town: &Town, land: &[Land], streets: &[Street], random: &mut Random) -> Vec<House> {
    let mut ground = Ground { town, land, streets, houses: Vec::new() };
    // Squares first: the houses around them are the older ones.
    for street in streets.iter().filter(|street| street.one_sided) {
        build_side(&mut ground, street, Side { sign: 1.0, first: 1, step: 1 }, random);
    }
    for street in streets.iter().filter(|street| !street.one_sided) {
        build_side(&mut ground, street, Side { sign: 1.0, first: 1, step: 2 }, random);
        build_side(&mut ground, street, Side { sign: -1.0, first: 2, step: 2 }, random);
    }
    let mut houses = ground.houses;
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

fn build_side(ground: &mut Ground<'_>, street: &Street, side: Side, random: &mut Random) {
    let end = length(&street.axis) - street.plot * 0.3;
    let mut number = side.first;
    let mut metres = street.plot * random.between(0.35, 0.6);
    while metres < end {
        let (axis, direction) = along(&street.axis, metres);
        let setback = (SETBACK + random.between(-1.5, 2.0)) * side.sign;
        let away = |times: f64| axis.plus(-direction.north * setback * times, direction.east * setback * times);
        let (vacant, lettered, double) = (random.once_in(25), random.once_in(18), random.once_in(45));
        if let Some(district) = ground.free(away(1.0)) {
            let needed = |text: &str| SPOKEN_OF.contains(&(street.key.as_str(), text));
            let name = number.to_string();
            let spoken_of = needed(&name) || needed(&(number + side.step).to_string());
            let last = if double && !spoken_of { number + side.step } else { number };
            if spoken_of || !vacant {
                let house = |number, spot, district| House {
                    street: street.key.clone(),
                    number,
                    spot,
                    district,
                    direction,
                    block: street.name.prefix == "os.",
                };
                let text = if last > number { format!("{name}-{last}") } else { name.clone() };
                ground.houses.push(house(text, away(1.0), district));
                let letter = format!("{name}a");
                let yard = if needed(&letter) { &[0.0, 13.0, -13.0][..] } else { &[0.0][..] };
                let yard = yard.iter().map(|aside| away(2.4).plus(direction.east * aside, direction.north * aside));
                let room = yard.filter_map(|spot| Some((spot, ground.free(spot)?))).next();
                let room = room.filter(|_| needed(&letter) || (lettered && last == number));
                ground.houses.extend(room.map(|(spot, district)| house(letter, spot, district)));
            }
            number = last + side.step;
        }
        metres += street.plot * random.between(0.85, 1.2);
    }
}

impl Ground<'_> {
    /// The district in which a house may stand here, if it may.
    fn free(&self, spot: Spot) -> Option<&'static str> {
        let near = |street: &&Street| {
            let (low, high) = street.extent;
            (low.east - FROM_STREETS..=high.east + FROM_STREETS).contains(&spot.east)
                && (low.north - FROM_STREETS..=high.north + FROM_STREETS).contains(&spot.north)
        };
        let close = |house: &House| (house.spot.north - spot.north).abs() < FROM_HOUSES && house.spot.metres_to(spot) <= FROM_HOUSES;
        let clear = !self.houses.iter().any(close)
            && self.streets.iter().filter(near).all(|street| spot.metres_to_path(&street.axis) > FROM_STREETS)
            && spot.metres_to_path(&self.town.river) > FROM_RIVER
            && spot.metres_to_path(&self.town.rail) > FROM_RAIL
            && !is_closed(self.land, spot, For::Houses);
        self.town.districts.iter().find(|district| clear && spot.is_inside(&district.ring)).map(|district| district.key)
    }
}
