//! How long finding a place takes: the names of the demo city as they stand, as they are said, and with a slip of the finger.

use std::{path::Path, time::Instant};

use ::places::{
    model::{Landmark, Places, Street},
    pack,
};
use anyhow::{Result, anyhow};
use base::Bounds;

use crate::sheet::{Figure, Sheet};

/// The pack's own bounds do not matter here.
const ANYWHERE: Bounds = Bounds { south: -90.0, west: -180.0, north: 90.0, east: 180.0 };
/// As many places as a page offers.
const OFFERED: usize = 6;

/// The middle and the slowest hundredth of all texts, on one thread.
///
/// # Errors
/// When the pack has faults.
pub fn measure(sheet: &mut Sheet, city: &Path) -> Result<()> {
    let rows = pack::read(city, ANYWHERE, None).map_err(|faults| anyhow!("{} faults in {}", faults.len(), city.display()))?;
    let places = rows.gazetteer();
    let texts = texts(&places);
    sheet.part(format!("Finding a place by words: {} texts over the demo's names, one thread", texts.len()));
    let mut times: Vec<f64> = texts.iter().map(|text| milliseconds(&places, text)).collect();
    times.sort_by(f64::total_cmp);
    let (half, most) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    sheet.add(Figure::told("a place found, p50", half, "ms"));
    sheet.add(Figure::told("a place found, p99", most, "ms"));
    sheet.add(Figure::told("p99 to p50", most / half, "times"));
    Ok(())
}

fn milliseconds(places: &Places, text: &str) -> f64 {
    let start = Instant::now();
    std::hint::black_box(places.find(text, OFFERED));
    start.elapsed().as_secs_f64() * 1_000.0
}

fn texts(places: &Places) -> Vec<String> {
    let of_street = |street: &Street| [street.label(), format!("{} 12a/5", street.name_where), with_slip(&street.name)];
    let of_landmark = |landmark: &Landmark| [landmark.name.pl.clone(), landmark.name_where.clone(), with_slip(&landmark.name.pl)];
    places.streets().iter().flat_map(of_street).chain(places.landmarks().iter().flat_map(of_landmark)).collect()
}

/// The third and the fourth letter swapped.
fn with_slip(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() > 3 {
        letters.swap(2, 3);
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_swaps_two_letters() {
        assert_eq!(with_slip("Olszowa"), "Olzsowa");
        assert_eq!(with_slip("Łąk"), "Łąk");
    }
}
