//! Finding a place by words: what the gazetteer makes of a sentence, from the surest to what may be meant.

use std::ops::Range;

use base::Point;

use super::{
    HouseNumber,
    closeness::Closeness,
    found::{Found, NumberFit, Spot},
    landmarks::Landmark,
    matching::{self, Match, Typed},
    names::Owner,
    places::Places,
    relations::{Shape, shapes},
    streets::{Address, Street},
    things,
    words::{self, Word},
};

/// The most places that one search gives.
pub const MAX_FOUND: usize = 20;
/// Two streets meet when addresses of theirs lie as close as this, metres.
const MAX_CORNER_METRES: f64 = 150.0;
/// The most streets that either part of a corner or a stretch may mean.
const MAX_RELATED: usize = 3;
/// How many neighbours are offered when a house number does not exist.
const NEIGHBOURS: usize = 2;
/// The fewest letters that count as the beginning of a name.
const MIN_BEGINNING: usize = 3;

impl Places {
    /// The places that a text may speak of, the surest first, at most `limit` (and [`MAX_FOUND`]): `ul. Długa 12a/5`,
    /// `na Olszowej nie świeci lampa`, `róg Polnej i Młyńskiej`, `w parku Nadrzecznym`, `słup nr L-1234`.
    pub fn find(&self, text: &str, limit: usize) -> Vec<Found<'_>> {
        let mut found: Vec<Found<'_>> = Vec::new();
        let words = words::words(text);
        let typed = Typed::new(words, self.names());
        let spoken = words::with_digits(&typed.words).map(|words| Typed::new(words, self.names()));
        let plain = self.named(&typed);
        // Numbers in words are digits, unless a name has them in words.
        let (typed, matches) = match spoken.map(|spoken| (self.named(&spoken), spoken)) {
            Some((matches, spoken)) if surest(&matches) >= surest(&plain) => (spoken, matches),
            _ => (typed, plain),
        };
        let matches = surest_first(matches);
        found.extend(self.numbered(text, &matches));
        found.extend(self.related(&typed, &matches));
        found.extend(matches.iter().flat_map(|one| self.spots(one)));
        if found.is_empty() {
            found = self.begun(&typed.words);
        }
        // A landmark of whose name only some words stand in the text is meant when nothing fits better.
        let vague = |one: &Found<'_>| matches!(one.spot, Spot::Landmark(_)) && one.closeness >= Closeness::Words;
        if found.iter().any(|one| one.closeness < Closeness::Words) {
            found.retain(|one| !vague(one));
        }
        let limit = limit.min(MAX_FOUND);
        let mut kept: Vec<Found<'_>> = Vec::new();
        for one in found {
            if kept.len() < limit && !kept.iter().any(|other| other.spot == one.spot) {
                kept.push(one);
            }
        }
        kept
    }

    /// The corner of two streets by their keys, if they meet.
    pub fn corner(&self, first: &str, second: &str) -> Option<Found<'_>> {
        self.corner_of(self.street_place(first)?, self.street_place(second)?, Closeness::Exact)
    }

    /// The stretch of a street between two others by their keys, if it meets both.
    pub fn stretch(&self, street: &str, from: &str, to: &str) -> Option<Found<'_>> {
        self.stretch_of(self.street_place(street)?, self.street_place(from)?, self.street_place(to)?, Closeness::Exact)
    }

    fn street_place(&self, key: &str) -> Option<usize> {
        self.streets().iter().position(|street| street.key == key)
    }

    fn named(&self, typed: &Typed) -> Vec<Match> {
        matching::matches(self.names(), typed, 0..typed.words.len())
    }

    /// Assets whose numbers the text names. One on another street than the text's is another asset.
    fn numbered(&self, text: &str, matches: &[Match]) -> Vec<Found<'_>> {
        let street =
            matches.iter().find_map(|one| if let Owner::Street(at) = one.owner { Some(self.streets()[at].key.as_str()) } else { None });
        let mut found = Vec::new();
        for numbered in things::numbered(text) {
            let fitting =
                |code: &str| self.assets_of_code(code).filter(|asset| numbered.kind.is_none_or(|kind| kind == asset.kind)).collect();
            let mut assets: Vec<_> = fitting(&numbered.code);
            if assets.is_empty() && numbered.kind.is_some() {
                assets = fitting(&things::digits(&numbered.code));
            }
            let exact = assets.iter().filter(|asset| things::plain(&asset.code) == numbered.code).count();
            if exact > 0 {
                assets.retain(|asset| things::plain(&asset.code) == numbered.code);
            }
            let elsewhere = |asset: &&super::Asset| street.is_some() && asset.street.is_some() && asset.street.as_deref() != street;
            assets.retain(|asset| !elsewhere(asset));
            // A number that several things have says nothing by itself.
            if assets.len() == 1 {
                let (asset, closeness) = (assets[0], if exact > 0 { Closeness::Exact } else { Closeness::Words });
                found.push(Found { spot: Spot::Asset(asset), point: asset.point, district: self.district_of(asset.point), closeness });
            }
        }
        found
    }

    /// Corners and stretches, if the text has their shape and the streets meet.
    fn related(&self, typed: &Typed, plain: &[Match]) -> Vec<Found<'_>> {
        for shape in shapes(&typed.words) {
            let found = match shape {
                Shape::Corner(first, second) => self.corners(typed, first, second),
                Shape::PerhapsCorner(first, second) if is_parted(plain, first.end) && self.is_alone(typed, &first, &second) => {
                    self.corners(typed, first, second)
                }
                Shape::PerhapsCorner(..) => Vec::new(),
                Shape::Between { street, ends } => self.stretches(typed, street, ends),
            };
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Whether the two parts name streets next to the joint, and no house.
    fn is_alone(&self, typed: &Typed, first: &Range<usize>, second: &Range<usize>) -> bool {
        let (a, b) = (self.streets_in(typed, first.clone()), self.streets_in(typed, second.clone()));
        let near = |one: &Match| one.number.is_none() && !matches!(one.closeness, Closeness::Typo(_));
        a.first().is_some_and(|(_, one)| near(one) && one.span.end == first.end)
            && b.first().is_some_and(|(_, one)| near(one) && one.span.start <= second.start + 1)
    }

    fn streets_in(&self, typed: &Typed, part: Range<usize>) -> Vec<(usize, Match)> {
        let street = |one: Match| if let Owner::Street(at) = one.owner { Some((at, one)) } else { None };
        matching::matches(self.names(), typed, part).into_iter().filter_map(street).take(MAX_RELATED).collect()
    }

    /// The corners of the streets that the two parts may mean, the surest first.
    fn corners(&self, typed: &Typed, first: Range<usize>, second: Range<usize>) -> Vec<Found<'_>> {
        let (firsts, seconds) = (self.streets_in(typed, first), self.streets_in(typed, second));
        let mut corners = Vec::new();
        for ((a, one), (b, other)) in firsts.iter().flat_map(|a| seconds.iter().map(move |b| (a, b))) {
            let corner = self.corner_of(*a, *b, one.closeness.max(other.closeness));
            corners.extend(corner.map(|corner| (-(one.score + other.score), corner)));
        }
        corners.sort_by_key(|(score, _)| *score);
        corners.into_iter().map(|(_, corner)| corner).collect()
    }

    fn stretches(&self, typed: &Typed, street: Range<usize>, [from, to]: [Range<usize>; 2]) -> Vec<Found<'_>> {
        let surest = |part: Range<usize>| self.streets_in(typed, part).into_iter().next();
        let (Some((a, _)), Some((b, _))) = (surest(from), surest(to)) else { return Vec::new() };
        let streets = self.streets_in(typed, street);
        streets.iter().filter_map(|(at, one)| self.stretch_of(*at, a, b, one.closeness)).collect()
    }

    /// The point half-way between the two houses of the streets that are closest to each other.
    fn corner_of(&self, first: usize, second: usize, closeness: Closeness) -> Option<Found<'_>> {
        if first == second {
            return None;
        }
        let others = self.addresses_at(second);
        let pairs = self.addresses_at(first).iter().flat_map(|a| others.iter().map(|b| (a.point, b.point)));
        let (a, b) = pairs.min_by_key(|(a, b)| rough_square(*a, *b))?;
        let point = half_way(a, b);
        let spot = Spot::Corner(&self.streets()[first], &self.streets()[second]);
        (a.metres_to(b) <= MAX_CORNER_METRES).then(|| Found { spot, point, district: self.district_of(point), closeness })
    }

    /// The house of the street nearest to the middle between its two corners.
    fn stretch_of(&self, street: usize, from: usize, to: usize, closeness: Closeness) -> Option<Found<'_>> {
        let ends = (self.corner_of(street, from, closeness)?, self.corner_of(street, to, closeness)?);
        let middle = half_way(ends.0.point, ends.1.point);
        let house = self.addresses_at(street).iter().min_by_key(|house| rough_square(house.point, middle))?;
        let spot = Spot::Between(&self.streets()[street], &self.streets()[from], &self.streets()[to]);
        (from != to).then(|| Found { spot, point: house.point, district: self.district_of(house.point), closeness })
    }

    /// What to offer for a name that was found.
    fn spots(&self, one: &Match) -> Vec<Found<'_>> {
        let at = match one.owner {
            Owner::Landmark(at) => return vec![self.at_landmark(&self.landmarks()[at], one.closeness)],
            Owner::Street(at) => at,
        };
        let (street, houses) = (&self.streets()[at], self.addresses_at(at));
        match &one.number {
            None => self.whole_street(street, houses, one.closeness).into_iter().collect(),
            Some(number) => fitting_houses(houses, number)
                .into_iter()
                .map(|(house, fit)| {
                    let district = house.district.as_deref().and_then(|key| self.area(key));
                    Found { spot: Spot::House(street, house, fit), point: house.point, district, closeness: one.closeness }
                })
                .collect(),
        }
    }

    fn at_landmark<'a>(&'a self, landmark: &'a Landmark, closeness: Closeness) -> Found<'a> {
        Found { spot: Spot::Landmark(landmark), point: landmark.point, district: self.district_of(landmark.point), closeness }
    }

    fn whole_street<'a>(&'a self, street: &'a Street, houses: &[Address], closeness: Closeness) -> Option<Found<'a>> {
        let point = middle_of(houses)?.point;
        Some(Found { spot: Spot::Street(street), point, district: self.district_of(point), closeness })
    }

    /// The names that begin with what was typed, as when somebody is still typing.
    fn begun(&self, words: &[Word]) -> Vec<Found<'_>> {
        let leads = |word: &&Word| super::Prefix::from_folded(&word.text).is_some() || super::titles::is_preposition(&word.text);
        let typed: Vec<&str> = words.iter().skip_while(leads).map(|word| word.text.as_str()).collect();
        let typed = typed.join(" ");
        if typed.chars().count() < MIN_BEGINNING {
            return Vec::new();
        }
        let begun = self.names().all().iter().filter(|name| name.joined.starts_with(&typed)).take(MAX_FOUND);
        let one = |owner| Match { owner, closeness: Closeness::Beginning, score: 0, span: 0..0, number: None };
        begun.flat_map(|name| self.spots(&one(name.owner))).collect()
    }
}

/// Of the names that take the same words of the text as the surest, the one that is spelled so goes first: "Leśne" is
/// os. Leśne, and a case of ul. Leśna only then.
fn surest_first(mut matches: Vec<Match>) -> Vec<Match> {
    if let Some(span) = matches.first().map(|one| one.span.clone()) {
        matches.sort_by_key(|one| {
            (one.span == span).then_some(one.closeness).map_or((true, Closeness::Exact), |closeness| (false, closeness))
        });
    }
    matches
}

fn surest(matches: &[Match]) -> i64 {
    matches.first().map_or(0, |one| one.score)
}

/// Whether no name reaches over the joint: `Jasia i Małgosi` is one street.
fn is_parted(plain: &[Match], joint: usize) -> bool {
    plain.iter().all(|one| !one.span.contains(&joint))
}

fn half_way(a: Point, b: Point) -> Point {
    Point { lat_e7: i64::midpoint(a.lat_e7, b.lat_e7), lng_e7: i64::midpoint(a.lng_e7, b.lng_e7) }
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
fn rough_square(a: Point, b: Point) -> i64 {
    let square = |side: i64| side.saturating_mul(side);
    // A degree of longitude in Poland is about 5/8 of one of latitude.
    let (north, east) = (square((a.lat_e7 - b.lat_e7).saturating_mul(8)), square((a.lng_e7 - b.lng_e7).saturating_mul(5)));
    north.saturating_add(east)
}
