//! Reads the places of a city pack: `areas.geojson`, `streets.csv`, `addresses.csv` and, if there, `lines.geojson` and
//! `land.geojson`.
//!
//! A pack is written by people, so every fault is listed with its file, line (or feature) and reason, not only the first.

mod addresses;
mod features;
mod land;
mod streets;
mod table;

use std::{fmt, fs, io::ErrorKind, path::Path};

use base::Bounds;

use crate::model::{Address, Area, Land, Line, Street};

/// The districts and other areas.
pub const AREAS: &str = "areas.geojson";
/// The streets.
pub const STREETS: &str = "streets.csv";
/// The house numbers with their points.
pub const ADDRESSES: &str = "addresses.csv";
/// Lines for the map; a pack may do without.
pub const LINES: &str = "lines.geojson";
/// What the ground is, for the map; a pack may do without.
pub const LAND: &str = "land.geojson";
/// The largest file that is read, bytes; all addresses of Warsaw take a twentieth of it.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// Everything a pack says about places, without faults.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// Districts and other areas, in the order of the file.
    pub areas: Vec<Area>,
    /// Streets, in the order of the file.
    pub streets: Vec<Street>,
    /// Addresses, in the order of the file; each of a street above, no two the same.
    pub addresses: Vec<Address>,
    /// Lines for the map.
    pub lines: Vec<Line>,
    /// What the ground is, for the map.
    pub land: Vec<Land>,
}

/// Where in a file a fault lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// This line, counted from 1, the header included.
    Line(u64),
    /// This feature of a GeoJSON file, counted from 1.
    Feature(usize),
}

/// Something in the pack that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: &'static str,
    /// Where in it.
    pub spot: Spot,
    /// What is wrong, for whoever keeps the pack.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.spot {
            Spot::File => write!(f, "{}: {}", self.file, self.reason),
            Spot::Line(line) => write!(f, "{}, line {line}: {}", self.file, self.reason),
            Spot::Feature(number) => write!(f, "{}, feature {number}: {}", self.file, self.reason),
        }
    }
}

/// Reads the places of the pack in `folder`; every point must lie within the city's `bounds`.
///
/// # Errors
/// All faults of all files, in the order of the files and their lines.
pub fn read(folder: &Path, bounds: Bounds) -> Result<Rows, Vec<Fault>> {
    let mut faults = Vec::new();
    let areas = text(folder, AREAS, &mut faults).map(|text| features::areas(&text, bounds, &mut faults)).unwrap_or_default();
    let streets = text(folder, STREETS, &mut faults).map(|text| streets::read(&text, &mut faults)).unwrap_or_default();
    let sound = |file| faults.iter().all(|fault: &Fault| fault.file != file);
    let street_keys = sound(STREETS).then(|| streets.iter().map(|street| street.key.clone()).collect());
    let area_keys = sound(AREAS).then(|| areas.iter().map(|area| area.key.clone()).collect());
    let known = addresses::Known { streets: street_keys, areas: area_keys, bounds };
    let addresses = text(folder, ADDRESSES, &mut faults).map(|text| addresses::read(&text, &known, &mut faults)).unwrap_or_default();
    let lines = if folder.join(LINES).exists() { text(folder, LINES, &mut faults) } else { None };
    let lines = lines.map(|text| features::lines(&text, bounds, known.streets.as_ref(), &mut faults)).unwrap_or_default();
    let land = if folder.join(LAND).exists() { text(folder, LAND, &mut faults) } else { None };
    let land = land.map(|text| land::land(&text, bounds, &mut faults)).unwrap_or_default();
    if faults.is_empty() { Ok(Rows { areas, streets, addresses, lines, land }) } else { Err(faults) }
}

/// The text of a file without its byte order mark; or a fault.
fn text(folder: &Path, file: &'static str, faults: &mut Vec<Fault>) -> Option<String> {
    match read_text(&folder.join(file)) {
        Ok(text) => Some(text),
        Err(reason) => {
            faults.push(Fault { file, spot: Spot::File, reason });
            None
        }
    }
}

fn read_text(path: &Path) -> Result<String, String> {
    let bytes = fs::metadata(path).map(|metadata| metadata.len()).map_err(reason_of)?;
    if bytes > MAX_FILE_BYTES {
        return Err(format!("the file has {bytes} bytes, the most is {MAX_FILE_BYTES}"));
    }
    let text = fs::read_to_string(path).map_err(reason_of)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn reason_of(fault: std::io::Error) -> String {
    match fault.kind() {
        ErrorKind::NotFound => "the file is missing".to_owned(),
        ErrorKind::InvalidData => "the file is not UTF-8".to_owned(),
        _ => format!("the file cannot be read: {fault}"),
    }
}

/// Whether a key is made of small letters, digits and hyphens, as it stands in addresses of pages.
fn key_fits(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
