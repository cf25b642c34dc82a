//! The gazetteer: every area, street, address, landmark and asset of the city as one value in memory.
//!
//! What is asked by key or by point stands here; what is asked by words stands in [`super::search`].

use std::{collections::HashMap, ops::Range};

use base::Point;

use super::{
    areas::{Area, DISTRICT},
    assets::{Asset, AssetKind},
    cells::Cells,
    crossings::Axes,
    found::Near,
    landmarks::Landmark,
    lines::Line,
    names::Names,
    streets::{Address, Street},
    things, words,
};

/// The farthest that the nearest address is looked for, metres.
pub const MAX_NEAR_METRES: f64 = 5_000.0;

/// Areas, streets, addresses, landmarks and assets in memory; built once from rows, then only read.
#[derive(Debug, Clone)]
pub struct Places {
    areas: Vec<Area>,
    area_at: HashMap<String, usize>,
    streets: Vec<Street>,
    street_at: HashMap<String, usize>,
    addresses: Vec<Address>,
    of_street: Vec<Range<usize>>,
    address_points: Vec<Point>,
    address_cells: Cells,
    landmarks: Vec<Landmark>,
    landmark_at: HashMap<String, usize>,
    assets: Vec<Asset>,
    /// Where each plain code stands, and the digits of each, if it has others too.
    asset_at: HashMap<String, Vec<usize>>,
    names: Names,
    axes: Axes,
}

impl Places {
    /// The gazetteer of these rows. An address of an unknown street is left out; a district that a row does not name is
    /// worked out from its point.
    pub fn new(areas: Vec<Area>, streets: Vec<Street>, addresses: Vec<Address>) -> Self {
        let area_at = areas.iter().enumerate().map(|(at, area)| (area.key.clone(), at)).collect();
        let street_at: HashMap<String, usize> = streets.iter().enumerate().map(|(at, street)| (street.key.clone(), at)).collect();
        let mut addresses: Vec<Address> = addresses.into_iter().filter(|address| street_at.contains_key(&address.street)).collect();
        addresses.sort_by(|a, b| (street_at[&a.street], &a.house).cmp(&(street_at[&b.street], &b.house)));
        let start = |street: usize| addresses.partition_point(|address| street_at[&address.street] < street);
        let of_street = (0..streets.len()).map(|street| start(street)..start(street + 1)).collect();
        for address in &mut addresses {
            let computed = || district_among(&areas, address.point).map(|area| area.key.clone());
            address.district = address.district.take().or_else(computed);
        }
        let points: Vec<Point> = addresses.iter().map(|address| address.point).collect();
        let empty = Self {
            areas,
            area_at,
            streets,
            street_at,
            addresses,
            of_street,
            address_cells: Cells::new(&points),
            address_points: points,
            landmarks: Vec::new(),
            landmark_at: HashMap::new(),
            assets: Vec::new(),
            asset_at: HashMap::new(),
            names: Names::default(),
            axes: Axes::default(),
        };
        empty.with(Vec::new(), Vec::new())
    }

    /// The same with these landmarks and assets instead of any before.
    #[must_use]
    pub fn with(mut self, landmarks: Vec<Landmark>, assets: Vec<Asset>) -> Self {
        self.landmark_at = landmarks.iter().enumerate().map(|(at, landmark)| (landmark.key.clone(), at)).collect();
        self.asset_at = codes(&assets);
        self.names = names(&self.streets, &self.of_street, &landmarks, &self.areas);
        Self { landmarks, assets, ..self }
    }

    /// The same with the axes of streets that are among these lines, by which it is known where they meet.
    #[must_use]
    pub fn with_axes(self, lines: &[Line]) -> Self {
        let axes = Axes::new(self.streets.len(), lines, |key| self.street_place(key));
        Self { axes, ..self }
    }

    /// Whether there is nothing to find by words: the city has given neither addresses nor landmarks nor assets.
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.landmarks.is_empty() && self.assets.is_empty()
    }

    /// All areas, in the order of the pack.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// All streets, in the order of the pack.
    pub fn streets(&self) -> &[Street] {
        &self.streets
    }

    /// All landmarks, in the order of the pack.
    pub fn landmarks(&self) -> &[Landmark] {
        &self.landmarks
    }

    /// All assets, in the order of the pack.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The area with this key.
    pub fn area(&self, key: &str) -> Option<&Area> {
        self.area_at.get(key).map(|at| &self.areas[*at])
    }

    /// The street with this key.
    pub fn street(&self, key: &str) -> Option<&Street> {
        self.street_at.get(key).map(|at| &self.streets[*at])
    }

    /// The landmark with this key.
    pub fn landmark(&self, key: &str) -> Option<&Landmark> {
        self.landmark_at.get(key).map(|at| &self.landmarks[*at])
    }

    /// The asset of this kind with this code, however the code is spaced and capitalised.
    pub fn asset(&self, kind: AssetKind, code: &str) -> Option<&Asset> {
        let plain = things::plain(code);
        let places = self.asset_at.get(&plain)?.iter().map(|at| &self.assets[*at]);
        places.filter(|asset| asset.kind == kind).find(|asset| things::plain(&asset.code) == plain)
    }

    /// The asset of this kind whose number people wrote down, perhaps without its letters and zeros: `1234` for `L-01234`.
    /// A number that several things have is nobody's.
    pub fn asset_told(&self, kind: AssetKind, number: &str) -> Option<&Asset> {
        let words = words::words(number);
        let spoken = words::with_digits(&words).map(|words| words.into_iter().map(|word| word.text).collect::<Vec<_>>().join(" "));
        let number = spoken.as_deref().unwrap_or(number);
        let digits = things::digits(&things::plain(number));
        let mut alike = self.assets_of_code(&digits).filter(|asset| asset.kind == kind && !digits.is_empty());
        self.asset(kind, number).or_else(|| alike.next().filter(|_| alike.next().is_none()))
    }

    /// The addresses of a street in the order of their numbers; none for an unknown key.
    pub fn addresses_of(&self, street_key: &str) -> &[Address] {
        self.street_at.get(street_key).map_or(&[], |at| self.addresses_at(*at))
    }

    /// The district that holds the point; of overlapping ones the first of the pack.
    pub fn district_of(&self, point: Point) -> Option<&Area> {
        district_among(&self.areas, point)
    }

    /// The areas of any kind that hold the point, from the largest to the smallest.
    pub fn areas_of(&self, point: Point) -> Vec<&Area> {
        let mut holding: Vec<&Area> = self.areas.iter().filter(|area| area.contains(point)).collect();
        holding.sort_by_key(|area| std::cmp::Reverse(area.extent()));
        holding
    }

    /// The address nearest to the point, within `metres` (at most [`MAX_NEAR_METRES`]).
    pub fn nearest_address(&self, point: Point, metres: f64) -> Option<Near<'_>> {
        let (at, metres) = self.address_cells.nearest(&self.address_points, point, metres.min(MAX_NEAR_METRES))?;
        let address = &self.addresses[at];
        Some(Near { street: self.street(&address.street)?, address, metres })
    }

    /// The index of all names.
    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    /// The axes of streets, if the pack has them.
    pub(super) fn axes(&self) -> &Axes {
        &self.axes
    }

    /// The place of a street in the list.
    pub(super) fn street_place(&self, key: &str) -> Option<usize> {
        self.street_at.get(key).copied()
    }

    /// The addresses of the street at this place of the list.
    pub(super) fn addresses_at(&self, street: usize) -> &[Address] {
        &self.addresses[self.of_street[street].clone()]
    }

    /// The assets with this plain code, or with these digits and letters of their own.
    pub(super) fn assets_of_code(&self, code: &str) -> impl Iterator<Item = &Asset> {
        self.asset_at.get(code).into_iter().flatten().map(|at| &self.assets[*at])
    }
}

fn codes(assets: &[Asset]) -> HashMap<String, Vec<usize>> {
    let mut found: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, asset) in assets.iter().enumerate() {
        let plain = things::plain(&asset.code);
        let digits = things::digits(&plain);
        if digits != plain {
            found.entry(digits).or_default().push(at);
        }
        found.entry(plain).or_default().push(at);
    }
    found
}

/// Streets without houses have no point and are not found.
fn names(streets: &[Street], of_street: &[Range<usize>], landmarks: &[Landmark], areas: &[Area]) -> Names {
    let mut names = Names::default();
    for (at, street) in streets.iter().enumerate().filter(|(at, _)| !of_street[*at].is_empty()) {
        names.add_street(at, street);
    }
    for (at, landmark) in landmarks.iter().enumerate() {
        for (name, name_where) in landmark.names() {
            names.add_landmark(at, &landmark.kind, name, name_where);
        }
    }
    for (at, area) in areas.iter().enumerate() {
        names.add_area(at, area);
    }
    names.finish();
    names
}

fn district_among(areas: &[Area], point: Point) -> Option<&Area> {
    areas.iter().find(|area| area.kind == DISTRICT && area.contains(point))
}
