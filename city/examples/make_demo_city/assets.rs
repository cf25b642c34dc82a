//! The city's things in the streets: lamp posts, bins, stops, parking meters, benches, trees, devices and parcels, each with a code.

use super::{
    houses::House,
    land::Land,
    random::Random,
    roads::Class,
    shapes::{Spot, along, at, length, middle},
    streets::Street,
};

pub struct Asset {
    pub kind: &'static str,
    pub code: String,
    pub spot: Spot,
    /// The unit that looks after it.
    pub unit: &'static str,
    /// The key of the street it stands in; empty in a park.
    pub street: String,
    /// The sign of the house nearby, or the name of the park.
    pub near: String,
}

/// A kind of thing, its unit, the letters of its codes, how many there are, metres from one to the next along a street
/// and from the axis, and which streets have it.
struct Kind {
    word: &'static str,
    unit: &'static str,
    code: &'static str,
    count: usize,
    every: f64,
    aside: f64,
    stands: fn(&Street, Spot) -> bool,
}

const KINDS: [Kind; 6] = [
    Kind { word: "lamp_post", unit: "oswietlenie", code: "L", count: 1_700, every: 38.0, aside: 7.0, stands: |_, _| true },
    Kind {
        word: "bin",
        unit: "mpo",
        code: "K",
        count: 520,
        every: 130.0,
        aside: 6.0,
        stands: |street, spot| street.class != Class::Local || spot.metres_to(at(0.0, 0.0)) < 1_400.0,
    },
    Kind { word: "stop", unit: "zkm", code: "P", count: 170, every: 390.0, aside: 8.0, stands: |street, _| street.class != Class::Local },
    Kind {
        word: "parking_meter",
        unit: "strefa-parkowania",
        code: "PM",
        count: 90,
        every: 110.0,
        aside: 5.0,
        stands: |_, spot| spot.metres_to(at(0.0, 0.0)) < 900.0,
    },
    Kind {
        word: "tree",
        unit: "zarzad-zieleni",
        code: "D",
        count: 240,
        every: 60.0,
        aside: 8.5,
        stands: |street, _| street.name.prefix == "al." || street.class == Class::Collector,
    },
    Kind { word: "device", unit: "zkm", code: "BA", count: 40, every: 700.0, aside: 8.0, stands: |street, _| street.tram },
];

/// Parcels that belong to the city.
const PARCELS: usize = 44;

/// Benches, and devices of playgrounds, in each park.
const IN_PARKS: [(&str, &str, usize); 2] = [("bench", "LW", 180), ("device", "PZ", 60)];

pub fn place(land: &[Land], streets: &[Street], houses: &[House], random: &mut Random) -> Vec<Asset> {
    let mut found = Vec::new();
    for kind in &KINDS {
        let spots = along_streets(kind, streets, random);
        assert!(spots.len() >= kind.count, "room for {} of {}, not {}", spots.len(), kind.word, kind.count);
        for number in 0..kind.count {
            // Spread over all places there are, none twice.
            let (street, spot) = spots[number * spots.len() / kind.count];
            let near = nearest(houses, streets, street, spot);
            found.push(Asset { kind: kind.word, code: code(kind.code, number), spot, unit: kind.unit, street: street.key.clone(), near });
        }
    }
    let parks: Vec<&Land> = land.iter().filter(|piece| piece.kind == "park" && piece.name.is_some()).collect();
    for (word, letters, count) in IN_PARKS {
        for number in 0..count {
            let park = parks[number % parks.len()];
            let edge = park.ring[(number * 7) % park.ring.len()];
            let inner = if park.ring.len() > 30 { 0.0 } else { random.between(0.2, 0.9) };
            let spot = edge.towards(middle(&park.ring), inner);
            let near = park.name.map(|name| name[0]).unwrap_or_default().to_owned();
            found.push(Asset { kind: word, code: code(letters, number), spot, unit: "zarzad-zieleni", street: String::new(), near });
        }
    }
    found
}

/// Signals for people on foot along the main streets, and parcels of the city under some houses.
pub fn more(streets: &[Street], houses: &[House], random: &mut Random) -> Vec<Asset> {
    let signals = Kind {
        word: "device",
        unit: "zarzad-drog",
        code: "SP",
        count: 36,
        every: 420.0,
        aside: 8.0,
        stands: |street, _| street.class == Class::Main,
    };
    let spots = along_streets(&signals, streets, random);
    let signal = |number: usize| {
        let (street, spot) = spots[number * spots.len() / signals.count];
        let near = nearest(houses, streets, street, spot);
        Asset { kind: signals.word, code: code(signals.code, number), spot, unit: signals.unit, street: street.key.clone(), near }
    };
    let parcel = |number: usize| {
        let house = &houses[number * houses.len() / PARCELS];
        let street = streets.iter().find(|street| street.key == house.street).expect("a house has a street");
        let near = nearest(houses, streets, street, house.spot);
        let code = format!("{}/{}", 100 + number * 7, 1 + number % 9);
        Asset { kind: "parcel", code, spot: house.spot, unit: "lokale", street: house.street.clone(), near }
    };
    (0..signals.count).map(signal).chain((0..PARCELS).map(parcel)).collect()
}

fn code(letters: &str, number: usize) -> String {
    format!("{letters}-{:04}", number + 1)
}

fn along_streets<'a>(kind: &Kind, streets: &'a [Street], random: &mut Random) -> Vec<(&'a Street, Spot)> {
    let mut spots = Vec::new();
    for street in streets.iter().filter(|street| !street.one_sided) {
        let (end, mut side) = (length(&street.axis), 1.0);
        let mut metres = kind.every * random.between(0.3, 0.6);
        while metres < end {
            let (axis, direction) = along(&street.axis, metres);
            if (kind.stands)(street, axis) {
                spots.push((street, axis.plus(-direction.north * kind.aside * side, direction.east * kind.aside * side)));
            }
            side = -side;
            metres += kind.every * random.between(0.9, 1.1);
        }
    }
    spots
}

/// The sign of the nearest house of the street.
fn nearest(houses: &[House], streets: &[Street], street: &Street, spot: Spot) -> String {
    let own = houses.iter().filter(|house| house.street == street.key);
    let house = own.min_by(|a, b| a.spot.metres_to(spot).total_cmp(&b.spot.metres_to(spot)));
    let sign = |street: &Street| format!("{} {}", street.name.prefix, street.name.name).trim_start().to_owned();
    let street = streets.iter().find(|known| known.key == street.key).unwrap_or(street);
    house.map_or_else(|| sign(street), |house| format!("{} {}", sign(street), house.number))
}
