//! Draws the made-up town of Lipogród and writes the map files of its pack; every run gives the same bytes.
//!
//! `cargo run -p hejnal --example make_demo_city [folder]` writes `areas.geojson`, `streets.csv`, `addresses.csv`,
//! `landmarks.csv`, `assets.csv`, `land.geojson` and `lines.geojson`, by default into `cities/demo`. The other files of the
//! pack are written by hand.
//!
//! The town is drawn on a plane in metres around 50° N, 20° E: first the outline, the river and the borders of districts,
//! which share their corners; then parks and works; then roads, and the streets spread between the four sides of each
//! district; then the houses, and what stands in the streets.

mod assets;
mod buildings;
mod districts;
mod estates;
mod files;
mod houses;
mod land;
mod landmarks;
mod lattices;
mod names;
mod random;
mod roads;
mod shapes;
mod streets;

use std::{error::Error, path::PathBuf};

use random::Random;

/// Another seed, another town.
const SEED: u64 = 0x4c69_706f_6772_c3b3;

fn main() -> Result<(), Box<dyn Error>> {
    let demo = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../cities/demo");
    let folder = std::env::args().nth(1).map_or(demo, PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    for (name, text) in draw() {
        println!("{}: {} lines", folder.join(name).display(), text.lines().count());
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// The files by their names.
pub fn draw() -> [(&'static str, String); 7] {
    // Each stage has random numbers of its own, so that a change in one leaves the others where they are.
    let town = districts::draw(&mut Random::new(SEED));
    let mut land = land::plan(&town);
    let streets = streets::lay_out(&town, &land);
    let houses = houses::build(&town, &land, &streets, &mut Random::new(SEED + 2));
    let landmarks = landmarks::place(&land, &streets, &houses);
    let mut assets = assets::place(&land, &streets, &houses, &mut Random::new(SEED + 3));
    assets.extend(assets::more(&streets, &houses, &mut Random::new(SEED + 5)));
    land::fill(&town, &mut land, &streets, &houses, &mut Random::new(SEED + 4));
    [
        ("areas.geojson", files::areas(&town, &estates::draw(&town))),
        ("streets.csv", files::streets(&streets)),
        ("addresses.csv", files::addresses(&houses)),
        ("landmarks.csv", files::landmarks(&landmarks)),
        ("assets.csv", files::assets(&assets)),
        ("land.geojson", files::land(&land)),
        ("lines.geojson", files::lines(&town, &streets)),
    ]
}
