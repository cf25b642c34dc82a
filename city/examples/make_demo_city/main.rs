//! Draws the made-up town of Lipogród and writes the map files of its pack; every run gives the same bytes.
//!
//! `cargo run -p hejnal --example make_demo_city [folder]` writes `areas.geojson`, `streets.csv`, `addresses.csv` and
//! `lines.geojson`, by default into `cities/demo`. The other files of the pack are written by hand.
//!
//! The town is drawn on a plane in metres around 50° N, 20° E: first the outline, the river and the borders of districts,
//! which share their corners; then streets on bent grids, one for each district, and some laid by hand; then the houses.

mod districts;
mod files;
mod houses;
mod names;
mod random;
mod shapes;
mod streets;

use std::{error::Error, path::PathBuf};

use random::Random;

/// Another seed, another town.
const SEED: u64 = 0x4c69_706f_6772_c3b3;

fn main() -> Result<(), Box<dyn Error>> {
    let demo = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../cities/demo");
    let folder = std::env::args().nth(1).map_or(demo, PathBuf::from);
    // Each stage has random numbers of its own, so that a change in one leaves the others where they are.
    let town = districts::draw(&mut Random::new(SEED));
    let streets = streets::lay_out(&town, &mut Random::new(SEED + 1));
    let houses = houses::build(&town, &streets, &mut Random::new(SEED + 2));
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("areas.geojson"), files::areas(&town))?;
    std::fs::write(folder.join("streets.csv"), files::streets(&streets))?;
    std::fs::write(folder.join("addresses.csv"), files::addresses(&houses))?;
    std::fs::write(folder.join("lines.geojson"), files::lines(&town, &streets))?;
    println!("{} districts, {} streets, {} addresses in {}", town.districts.len(), streets.len(), houses.len(), folder.display());
    Ok(())
}
