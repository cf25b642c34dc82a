//! Places that people name instead of an address: read from `landmarks.txt`, which says where each of them lies.

use super::{
    houses::House,
    land::Land,
    shapes::{Spot, middle},
    streets::Street,
};

/// A line for each: kind, name, where, Ukrainian, English, other names, and the place: `@` a named piece of land, `#` a
/// house, `x` where two streets meet.
const TABLE: &str = include_str!("landmarks.txt");

pub struct Landmark {
    pub key: String,
    pub kind: &'static str,
    /// In Polish, where it is in Polish, in Ukrainian, in English.
    pub names: [&'static str; 4],
    /// Separated by `|`.
    pub other_names: String,
    pub spot: Spot,
}

pub fn place(land: &[Land], streets: &[Street], houses: &[House]) -> Vec<Landmark> {
    let lines = TABLE.lines().filter(|line| !line.is_empty());
    let mut found: Vec<Landmark> = lines.map(|line| landmark(line, land, streets, houses)).collect();
    found.sort_by(|a, b| a.key.cmp(&b.key));
    assert!(found.windows(2).all(|pair| pair[0].key != pair[1].key), "every landmark has a key of its own");
    found
}

fn landmark(line: &'static str, land: &[Land], streets: &[Street], houses: &[House]) -> Landmark {
    let columns: Vec<&str> = line.split('|').map(str::trim).collect();
    let &[kind, name, place, uk, en, others, spot] = columns.as_slice() else { panic!("seven columns: {line}") };
    let words = base::fold(name).replace([' ', '.', '/'], "-").replace(['„', '”', ',', '(', ')'], "");
    let key = if kind == "stop" { format!("przystanek-{words}") } else { words };
    let spot = match spot.split_at(1) {
        ("@", name) => land.iter().find(|piece| piece.name.is_some_and(|names| names[0] == name)).map(|piece| middle(&piece.ring)),
        ("#", house) => houses.iter().find(|known| house.split_once('/') == Some((&known.street, &known.number))).map(|house| house.spot),
        (_, streets_met) => meeting(streets, streets_met.trim()),
    };
    let spot = spot.unwrap_or_else(|| panic!("no place for {line}"));
    Landmark { key, kind, names: [name, place, uk, en], other_names: others.replace(';', "|"), spot }
}

/// Where two streets come closest.
fn meeting(streets: &[Street], keys: &str) -> Option<Spot> {
    let (one, other) = keys.split_once('/')?;
    let axis = |key: &str| streets.iter().find(|street| street.key == key).map(|street| &street.axis);
    let (one, other) = (axis(one)?, axis(other)?);
    one.iter().min_by(|a, b| a.metres_to_path(other).total_cmp(&b.metres_to_path(other))).copied()
}
