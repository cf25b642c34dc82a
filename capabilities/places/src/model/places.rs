//! The gazetteer: every street, address and area of the city as one value that answers where a text or a point is.

use std::{collections::HashMap, ops::Range};

use base::Point;

use super::{
    address_texts::{self, Reading},
    areas::{Area, DISTRICT},
    cells::Cells,
    closeness::{Closeness, NameForms, Typed},
    house_numbers::HouseNumber,
    streets::{Address, Street},
};

/// The most places that one search gives.
pub const MAX_FOUND: usize = 20;
/// The farthest that the nearest address is looked for, metres.
pub const MAX_NEAR_METRES: f64 = 5_000.0;
/// Two streets meet when addresses of theirs lie as close as this, metres.
const MAX_CORNER_METRES: f64 = 150.0;
/// The most streets that either half of a corner may mean.
const MAX_CORNER_STREETS: usize = 5;
/// How many neighbours are offered when a house number does not exist.
const NEIGHBOURS: usize = 2;

/// Streets, addresses and areas in memory; built once from rows, then only read.
#[derive(Debug, Clone)]
pub struct Places {
    areas: Vec<Area>,
    area_at: HashMap<String, usize>,
    streets: Vec<Street>,
    street_at: HashMap<String, usize>,
    forms: Vec<NameForms>,
    addresses: Vec<Address>,
    of_street: Vec<Range<usize>>,
    points: Vec<Point>,
    cells: Cells,
}

/// A place that fits a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found<'a> {
    /// The street.
    pub street: &'a Street,
    /// What on the street.
    pub spot: Spot<'a>,
    /// Where it is: the house, the middle house of a street, the corner.
    pub point: Point,
    /// The district that holds it.
    pub district: Option<&'a Area>,
    /// How well the street's name fits the text.
    pub closeness: Closeness,
}

/// What was found on a street.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spot<'a> {
    /// The street as a whole: no number was given.
    Street,
    /// A house.
    House(&'a Address, NumberFit),
    /// The corner with another street.
    Corner(&'a Street),
}

/// How well the house fits the number that was asked for, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberFit {
    /// The very number, with its flat if the table has flats.
    Exact,
    /// The house, while the text also named a flat; or a range such as `3-5` that holds the number.
    House,
    /// The same number with other letters: `14a` for `14`.
    SameNumber,
    /// There is no such house: the nearest number, on the same side of the street if that side has houses.
    Nearest,
}

/// The address nearest to a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near<'a> {
    /// Its street.
    pub street: &'a Street,
    /// The address.
    pub address: &'a Address,
    /// How far it is, metres.
    pub metres: f64,
}

impl Found<'_> {
    /// As on the signs: `ul. Olszowa 14`, `ul. Polna / ul. Młyńska`.
    pub fn label(&self) -> String {
        match self.spot {
            Spot::Street => self.street.label(),
            Spot::House(address, _) => format!("{} {}", self.street.label(), address.number),
            Spot::Corner(other) => format!("{} / {}", self.street.label(), other.label()),
        }
    }
}

impl Places {
    /// The gazetteer of these rows. An address of an unknown street is left out; a district that a row does not name is
    /// worked out from its point.
    pub fn new(areas: Vec<Area>, streets: Vec<Street>, addresses: Vec<Address>) -> Self {
        let area_at = areas.iter().enumerate().map(|(at, area)| (area.key.clone(), at)).collect();
        let street_at: HashMap<String, usize> = streets.iter().enumerate().map(|(at, street)| (street.key.clone(), at)).collect();
        let forms = streets.iter().map(NameForms::new).collect();
        let mut addresses: Vec<Address> = addresses.into_iter().filter(|address| street_at.contains_key(&address.street)).collect();
        addresses.sort_by(|a, b| (street_at[&a.street], &a.house).cmp(&(street_at[&b.street], &b.house)));
        let start = |street: usize| addresses.partition_point(|address| street_at[&address.street] < street);
        let of_street = (0..streets.len()).map(|street| start(street)..start(street + 1)).collect();
        for address in &mut addresses {
            let computed = || district_among(&areas, address.point).map(|area| area.key.clone());
            address.district = address.district.take().or_else(computed);
        }
        let points: Vec<Point> = addresses.iter().map(|address| address.point).collect();
        let cells = Cells::new(&points);
        Self { areas, area_at, streets, street_at, forms, addresses, of_street, points, cells }
    }

    /// All areas, in the order of the pack.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// All streets, in the order of the pack.
    pub fn streets(&self) -> &[Street] {
        &self.streets
    }

    /// The area with this key.
    pub fn area(&self, key: &str) -> Option<&Area> {
        self.area_at.get(key).map(|at| &self.areas[*at])
    }

    /// The street with this key.
    pub fn street(&self, key: &str) -> Option<&Street> {
        self.street_at.get(key).map(|at| &self.streets[*at])
    }

    /// The addresses of a street in the order of their numbers; none for an unknown key.
    pub fn addresses_of(&self, street_key: &str) -> &[Address] {
        self.street_at.get(street_key).map_or(&[], |at| self.addresses_at(*at))
    }

    /// The district that holds the point; of overlapping ones the first of the pack.
    pub fn district_of(&self, point: Point) -> Option<&Area> {
        district_among(&self.areas, point)
    }

    /// The address nearest to the point, within `metres` (at most [`MAX_NEAR_METRES`]).
    pub fn nearest_address(&self, point: Point, metres: f64) -> Option<Near<'_>> {
        let (at, metres) = self.cells.nearest(&self.points, point, metres.min(MAX_NEAR_METRES))?;
        let address = &self.addresses[at];
        Some(Near { street: self.street(&address.street)?, address, metres })
    }

    /// The places that fit a text such as `ul. Długa 12a/5`, `olszowa 14` or `róg Polnej i Młyńskiej`, the best first, at
    /// most `limit` (and [`MAX_FOUND`]). Slips of the finger count only when nothing fits without them.
    pub fn find(&self, text: &str, limit: usize) -> Vec<Found<'_>> {
        let limit = limit.min(MAX_FOUND);
        let mut found = match address_texts::corner(text) {
            Some((first, second)) => self.corners(&first, &second),
            None => self.hits(text, limit).into_iter().flat_map(|hit| self.spots(&hit)).collect(),
        };
        found.truncate(limit);
        found
    }

    /// The streets that the text may mean, the closest first, each with the reading that fits it best.
    fn hits(&self, text: &str, limit: usize) -> Vec<Hit> {
        let readings: Vec<(Reading, Typed)> = address_texts::readings(text).into_iter().map(with_typed).collect();
        let by = |closeness: fn(&NameForms, &Typed) -> Option<Closeness>| -> Vec<Hit> {
            let hit = |street: usize| {
                let fitting =
                    readings.iter().filter_map(|(reading, typed)| self.hit(street, reading, closeness(&self.forms[street], typed)?));
                fitting.min_by_key(Hit::rank)
            };
            (0..self.streets.len()).filter_map(hit).collect()
        };
        let mut hits = by(NameForms::closeness);
        if hits.is_empty() {
            hits = by(NameForms::typo);
        }
        hits.sort_by_key(|hit| (hit.rank(), hit.street));
        hits.truncate(limit);
        hits
    }

    fn hit(&self, street: usize, reading: &Reading, closeness: Closeness) -> Option<Hit> {
        let other_prefix = reading.prefix.is_some_and(|prefix| prefix != self.streets[street].prefix);
        (!self.of_street[street].is_empty()).then(|| Hit { street, closeness, other_prefix, number: reading.number.clone() })
    }

    /// What to offer on the street of a hit.
    fn spots(&self, hit: &Hit) -> Vec<Found<'_>> {
        let houses = self.addresses_at(hit.street);
        let found = |spot, point| Found { street: &self.streets[hit.street], spot, point, district: None, closeness: hit.closeness };
        let spots: Vec<Found<'_>> = match &hit.number {
            None => middle_of(houses).map(|house| found(Spot::Street, house.point)).into_iter().collect(),
            Some(number) => {
                fitting_houses(houses, number).into_iter().map(|(house, fit)| found(Spot::House(house, fit), house.point)).collect()
            }
        };
        spots.into_iter().map(|spot| Found { district: self.district_of_spot(&spot), ..spot }).collect()
    }

    fn district_of_spot(&self, found: &Found<'_>) -> Option<&Area> {
        match found.spot {
            Spot::House(address, _) => self.area(address.district.as_deref()?),
            Spot::Street | Spot::Corner(_) => self.district_of(found.point),
        }
    }

    /// The corners of the streets that the two texts may mean: half-way between the two houses that are closest.
    fn corners(&self, first: &str, second: &str) -> Vec<Found<'_>> {
        let (firsts, seconds) = (self.hits(first, MAX_CORNER_STREETS), self.hits(second, MAX_CORNER_STREETS));
        let pairs = firsts.iter().flat_map(|a| seconds.iter().map(move |b| (a, b))).filter(|(a, b)| a.street != b.street);
        let mut corners: Vec<_> = pairs.filter_map(|(a, b)| Some((a.closeness.max(b.closeness), self.corner(a, b)?))).collect();
        corners.sort_by_key(|(closeness, _)| *closeness);
        corners.into_iter().map(|(closeness, found)| Found { closeness, ..found }).collect()
    }

    fn corner(&self, first: &Hit, second: &Hit) -> Option<Found<'_>> {
        let others = self.addresses_at(second.street);
        let pairs = self.addresses_at(first.street).iter().flat_map(|a| others.iter().map(|b| (a.point, b.point)));
        let (a, b) = pairs.min_by_key(|(a, b)| rough_square(*a, *b))?;
        let point = Point { lat_e7: i64::midpoint(a.lat_e7, b.lat_e7), lng_e7: i64::midpoint(a.lng_e7, b.lng_e7) };
        let (street, other) = (&self.streets[first.street], &self.streets[second.street]);
        let meets = a.metres_to(b) <= MAX_CORNER_METRES;
        meets.then(|| Found { street, spot: Spot::Corner(other), point, district: self.district_of(point), closeness: first.closeness })
    }

    fn addresses_at(&self, street: usize) -> &[Address] {
        &self.addresses[self.of_street[street].clone()]
    }
}

/// A street that a reading of the text fits.
struct Hit {
    street: usize,
    closeness: Closeness,
    other_prefix: bool,
    number: Option<HouseNumber>,
}

impl Hit {
    /// The smaller, the better; with a number before without.
    fn rank(&self) -> (Closeness, bool, bool) {
        (self.closeness, self.other_prefix, self.number.is_none())
    }
}

fn with_typed(reading: Reading) -> (Reading, Typed) {
    let typed = Typed::new(&reading.words);
    (reading, typed)
}

fn district_among(areas: &[Area], point: Point) -> Option<&Area> {
    areas.iter().find(|area| area.kind == DISTRICT && area.contains(point))
}

/// The house in the middle of the numbers, to stand for the street.
fn middle_of(houses: &[Address]) -> Option<&Address> {
    houses.get(houses.len() / 2)
}

/// The houses that fit a number best: the house itself and its lettered neighbours, or the nearest numbers.
fn fitting_houses<'a>(houses: &'a [Address], number: &HouseNumber) -> Vec<(&'a Address, NumberFit)> {
    let fit_of = |house: &HouseNumber| {
        if house == number {
            Some(NumberFit::Exact)
        } else if house.flat.is_none() && house.same_house(number) || house.covers(number) {
            Some(NumberFit::House)
        } else {
            (house.first.number == number.first.number).then_some(NumberFit::SameNumber)
        }
    };
    let mut fitting: Vec<_> = houses.iter().filter_map(|address| Some((address, fit_of(&address.house)?))).collect();
    fitting.sort_by_key(|(_, fit)| *fit);
    if !fitting.is_empty() {
        return fitting;
    }
    let mut nearest: Vec<&Address> = houses.iter().collect();
    nearest.sort_by_key(|address| (!address.house.same_side(number), address.house.apart(number), &address.house));
    nearest.into_iter().take(NEIGHBOURS).map(|address| (address, NumberFit::Nearest)).collect()
}

/// A square of the distance, good enough to compare houses of one town.
fn rough_square(a: Point, b: Point) -> i128 {
    let (d_lat, d_lng) = (i128::from(a.lat_e7 - b.lat_e7), i128::from(a.lng_e7 - b.lng_e7));
    // A degree of longitude in Poland is about 5/8 of one of latitude.
    64 * d_lat * d_lat + 25 * d_lng * d_lng
}
