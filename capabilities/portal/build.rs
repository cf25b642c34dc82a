//! Puts the scripts of the map, if `make` has built them in `console/dist/map`, into the program.

use std::{env, fmt::Write, fs, path::Path};

/// The files of a built map.
const FILES: [&str; 4] = ["map.js", "map-engine.js", "map-worker.js", "map.css"];

fn main() {
    let console = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo says where the crate is")).join("../../console/dist");
    // The folder itself is always there, so that cargo looks for changes in it and does not build anew each time.
    println!("cargo::rerun-if-changed={}", console.display());
    let built = console.join("map");
    let mut code = String::from("const MAP_ASSETS: &[Asset] = &[\n");
    if FILES.iter().all(|file| built.join(file).is_file()) {
        for file in FILES {
            let path = built.join(file).canonicalize().expect("the file is there");
            writeln!(code, "    Asset {{ name: {file:?}, bytes: include_bytes!({path:?}) }},").expect("a string takes it");
        }
    }
    code.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo says where to write")).join("map_assets.rs");
    fs::write(out, code).expect("the folder of the build can be written to");
}
