//! Reads the places of a city pack: `areas.geojson`, `streets.csv`, `addresses.csv`, `landmarks.csv`, `assets.csv`, `lines.geojson`,
//! `land.geojson`.
//!
//! Each file may be missing or empty: a city without an address list is a city too, whose residents describe places in words.
//!
//! A pack is written by people, so every fault is listed with its file, line (or feature) and reason, not only the first.

mod addresses;
mod assets;
mod features;
mod land;
mod landmarks;
mod streets;
mod table;

use std::{
    collections::{BTreeSet, HashSet},
    fmt, fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use base::Bounds;
use packs::{Kind, Reason};

use crate::model::{Address, Area, Asset, Land, Landmark, Line, Places, Street};

/// The districts and other areas.
pub const AREAS: &str = "areas.geojson";
/// The streets.
pub const STREETS: &str = "streets.csv";
/// The house numbers with their points.
pub const ADDRESSES: &str = "addresses.csv";
/// Parks, stops, offices and whatever else people name.
pub const LANDMARKS: &str = "landmarks.csv";
/// Things with a number.
pub const ASSETS: &str = "assets.csv";
/// Lines for the map.
pub const LINES: &str = "lines.geojson";
/// What the ground is, for the map; a pack may do without.
pub const LAND: &str = "land.geojson";
/// All of them, in the order in which people fill them in.
pub const FILES: [&str; 7] = [AREAS, STREETS, ADDRESSES, LANDMARKS, ASSETS, LINES, LAND];
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
    /// Landmarks, in the order of the file.
    pub landmarks: Vec<Landmark>,
    /// Assets, in the order of the file; no two of a kind with one code.
    pub assets: Vec<Asset>,
    /// Lines for the map.
    pub lines: Vec<Line>,
    /// What the ground is, for the map.
    pub land: Vec<Land>,
}

impl Rows {
    /// The gazetteer of these rows.
    pub fn gazetteer(&self) -> Places {
        let places = Places::new(self.areas.clone(), self.streets.clone(), self.addresses.clone());
        places.with(self.landmarks.clone(), self.assets.clone()).with_axes(&self.lines)
    }
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
    pub reason: Reason,
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

/// Reads the places of the pack in `folder`; every point must lie within the city's `bounds`, and every owner of an asset
/// be one of `units`, unless those could not be read.
///
/// # Errors
/// All faults of all files, in the order of the files and their lines.
pub fn read(folder: &Path, bounds: Bounds, units: Option<&BTreeSet<String>>) -> Result<Rows, Vec<Fault>> {
    read_from(&|file| folder.join(file), bounds, units)
}

/// As [`read`], with each file where `path_of` says.
///
/// # Errors
/// As [`read`].
pub fn read_from(path_of: &dyn Fn(&str) -> PathBuf, bounds: Bounds, units: Option<&BTreeSet<String>>) -> Result<Rows, Vec<Fault>> {
    let (rows, faults) = read_what_fits(path_of, bounds, units);
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// As [`read_from`]: the rows that can be taken, and every fault of the others.
pub fn read_what_fits(path_of: &dyn Fn(&str) -> PathBuf, bounds: Bounds, units: Option<&BTreeSet<String>>) -> (Rows, Vec<Fault>) {
    let mut faults = Vec::new();
    let areas = features::areas(&text(path_of, AREAS, &mut faults), bounds, &mut faults);
    let streets = streets::read(&text(path_of, STREETS, &mut faults), &mut faults);
    let sound = |file| faults.iter().all(|fault: &Fault| fault.file != file);
    let street_keys: Option<HashSet<String>> = sound(STREETS).then(|| streets.iter().map(|street| street.key.clone()).collect());
    let area_keys = sound(AREAS).then(|| areas.iter().map(|area| area.key.clone()).collect());
    let known = addresses::Known { streets: street_keys, areas: area_keys, bounds };
    let addresses = addresses::read(&text(path_of, ADDRESSES, &mut faults), &known, &mut faults);
    let landmarks = landmarks::read(&text(path_of, LANDMARKS, &mut faults), bounds, &mut faults);
    let known_of_assets = assets::Known { units, streets: known.streets.as_ref(), bounds };
    let assets = assets::read(&text(path_of, ASSETS, &mut faults), &known_of_assets, &mut faults);
    let lines = features::lines(&text(path_of, LINES, &mut faults), bounds, known.streets.as_ref(), &mut faults);
    let land = land::land(&text(path_of, LAND, &mut faults), bounds, &mut faults);
    (Rows { areas, streets, addresses, landmarks, assets, lines, land }, faults)
}

/// The text of a file without its byte order mark; empty when there is no file, or a fault was noted.
fn text(path_of: &dyn Fn(&str) -> PathBuf, file: &'static str, faults: &mut Vec<Fault>) -> String {
    let path = path_of(file);
    if !path.exists() {
        return String::new();
    }
    read_text(&path).unwrap_or_else(|reason| {
        faults.push(Fault { file, spot: Spot::File, reason: reason.into() });
        String::new()
    })
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
        ErrorKind::InvalidData => "the file is not UTF-8".to_owned(),
        _ => format!("the file cannot be read: {fault}"),
    }
}

/// Why a key, and perhaps the kind beside it, cannot stand in addresses of pages.
fn bad_key(key: &str, said: String) -> Reason {
    Reason::new(Kind::Key, key, said)
}

/// A name has to be there.
fn no_name() -> Reason {
    Reason::new(Kind::Missing, "", "the name is empty")
}

/// What stands there already.
fn twice(what: &str, said: String) -> Reason {
    Reason::new(Kind::Twice, what, said)
}

/// What another file of the pack does not have.
fn unknown(what: &str, key: &str, file: &str) -> Reason {
    Reason::new(Kind::Unknown, key, format!("there is no {what} {key:?} in {file}"))
}

/// Whether a key is made of small letters, digits and hyphens, as it stands in addresses of pages.
fn key_fits(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
