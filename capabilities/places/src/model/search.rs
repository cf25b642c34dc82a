//! Finding a place by words: what the gazetteer makes of a sentence, from the surest to what may be meant.

use std::ops::Range;

use super::{
    HouseNumber,
    areas::{Area, DISTRICT},
    assets::Asset,
    closeness::Closeness,
    found::{Found, NumberFit, Spot},
    landmarks::Landmark,
    matching::{self, Match, Typed},
    names::Owner,
    places::Places,
    relations::{Shape, shapes},
    streets::{Address, Street},
    things::{self, Numbered},
    words::{self, Word},
};

/// The most places that one search gives.
pub const MAX_FOUND: usize = 20;
/// The most streets that either part of a corner or a stretch may mean.
const MAX_RELATED: usize = 3;
/// How many neighbours are offered when a house number does not exist.
const NEIGHBOURS: usize = 2;
/// The fewest letters that count as the beginning of a name.
const MIN_BEGINNING: usize = 3;

impl Places {
    /// The places that a text may speak of, the surest first, at most `limit` (and [`MAX_FOUND`]): `ul. Długa 12a/5`,
    /// `na Olszowej nie świeci lampa`, `róg Polnej i Młyńskiej`, `w parku Nadrzecznym`, `słup nr L-1234`; areas come last.
    pub fn find(&self, text: &str, limit: usize) -> Vec<Found<'_>> {
        let words = words::words(text);
        let spoken = words::with_digits(&words);
        let told = self.told(spoken.as_deref().unwrap_or(&words));
        let (typed, matches) = match told.is_empty() {
            true => self.read(words, spoken),
            false => self.read(words::without(spoken.unwrap_or(words), told.iter().map(|(thing, _)| thing.span.clone())), None),
        };
        let matches = surest_first(matches);
        let mut found = self.things(told, &matches);
        found.extend(self.related(&typed, &matches));
        found.extend(matches.iter().flat_map(|one| self.spots(one)));
        if found.is_empty() {
            found = self.begun(&typed.words);
        }
        let mut kept: Vec<Found<'_>> = Vec::new();
        for one in without_vague(found) {
            if kept.len() < limit.min(MAX_FOUND) && !kept.iter().any(|other| other.spot == one.spot) {
                kept.push(one);
            }
        }
        kept
    }

    /// The words and the names among them. Numbers in words are digits, unless a name has them in words.
    fn read(&self, words: Vec<Word>, spoken: Option<Vec<Word>>) -> (Typed, Vec<Match>) {
        let named = |words| {
            let typed = Typed::new(words, self.names());
            let matches = matching::matches(self.names(), &typed, 0..typed.words.len());
            (typed, matches)
        };
        let plain = named(words);
        spoken.map(named).filter(|spoken| surest(&spoken.1) >= surest(&plain.1)).unwrap_or(plain)
    }

    /// The numbers of things that the text tells, each with the things that have it. A word such as "lipa" may also name a
    /// street, and a bare number a house: they tell of a thing only when one has this very number.
    fn told(&self, words: &[Word]) -> Vec<(Numbered, Vec<&Asset>)> {
        let told = things::numbered(words).into_iter().filter_map(|thing| {
            let named = self.names().has(&words[thing.span.start].text);
            let called = thing.kind.is_some() && !named;
            let assets = self.assets_with(&thing);
            let lettered = !named && !things::letters(&thing.code).is_empty();
            let exact = assets.len() == 1 && (lettered || things::plain(&assets[0].code) == thing.code);
            (called || exact).then_some((thing, assets))
        });
        told.collect()
    }

    /// The things of the kind with this number; for whoever leaves out its letters and zeros, too.
    fn assets_with(&self, thing: &Numbered) -> Vec<&Asset> {
        let fitting = |code: &str| -> Vec<&Asset> {
            self.assets_of_code(code).filter(|asset| thing.kind.is_none_or(|kind| kind == asset.kind)).collect()
        };
        let is_exact = |asset: &&Asset| things::plain(&asset.code) == thing.code;
        let mut assets = fitting(&thing.code);
        if assets.iter().any(is_exact) {
            assets.retain(is_exact);
        }
        if assets.is_empty() {
            let letters = things::letters(&thing.code);
            assets = fitting(&things::digits(&thing.code));
            assets.retain(|asset| thing.kind.is_some() || (!letters.is_empty() && things::letters(&things::plain(&asset.code)) == letters));
        }
        assets
    }

    /// The things that the text tells. One on another street than the text's is another one, and a number that several
    /// things have says nothing by itself.
    fn things<'a>(&'a self, told: Vec<(Numbered, Vec<&'a Asset>)>, matches: &[Match]) -> Vec<Found<'a>> {
        let street = matches.iter().filter(|one| !matches!(one.closeness, Closeness::Typo(_))).find_map(|one| match one.owner {
            Owner::Street(at) => Some(self.streets()[at].key.as_str()),
            Owner::Landmark(_) | Owner::Area(_) => None,
        });
        let here = |asset: &&Asset| street.is_none() || asset.street.is_none() || asset.street.as_deref() == street;
        let one = |(thing, assets): (Numbered, Vec<&'a Asset>)| {
            let assets: Vec<&Asset> = assets.into_iter().filter(here).collect();
            let [asset] = assets[..] else { return None };
            let closeness = if things::plain(&asset.code) == thing.code { Closeness::Exact } else { Closeness::Words };
            Some(Found { spot: Spot::Asset(asset), point: asset.point, district: self.district_of(asset.point), closeness })
        };
        told.into_iter().filter_map(one).collect()
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

    /// What to offer for a name that was found.
    fn spots(&self, one: &Match) -> Vec<Found<'_>> {
        let at = match one.owner {
            Owner::Landmark(at) => return vec![self.at_landmark(&self.landmarks()[at], one.closeness)],
            Owner::Area(at) => return self.in_area(&self.areas()[at], one.closeness).into_iter().collect(),
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

    fn in_area<'a>(&'a self, area: &'a Area, closeness: Closeness) -> Option<Found<'a>> {
        let point = area.middle()?;
        let district = if area.kind == DISTRICT { Some(area) } else { self.district_of(point) };
        Some(Found { spot: Spot::Area(area), point, district, closeness })
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

/// What is left when something fits well: a landmark of whose name only some words stand in the text is meant when nothing
/// fits better, and an area only by its whole name, after all that lies in it, and when nothing tells more exactly where.
fn without_vague(found: Vec<Found<'_>>) -> Vec<Found<'_>> {
    let (areas, mut found): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| matches!(one.spot, Spot::Area(_)));
    let exact = found.iter().any(|one| one.is_sure() && !matches!(one.spot, Spot::Street(_) | Spot::Landmark(_)));
    let areas: Vec<_> = areas.into_iter().filter(|one| !exact && one.closeness < Closeness::Words).collect();
    if found.iter().any(|one| one.closeness < Closeness::Words) {
        found.retain(|one| one.closeness < Closeness::Words || !matches!(one.spot, Spot::Landmark(_)));
    } else if !areas.is_empty() {
        found.retain(|one| !matches!(one.closeness, Closeness::Typo(_)));
    }
    found.extend(areas);
    found
}

/// A whole name goes before another inside it: "Most Lwowski" before ul. Lwowska. Of the names that take the same words
/// of the text, the one that is spelled so goes first: "Leśne" is os. Leśne, and a case of ul. Leśna only then.
fn surest_first(mut matches: Vec<Match>) -> Vec<Match> {
    if let Some(first) = matches.first().map(|one| one.span.clone()) {
        let around = |one: &&Match| one.is_whole() && one.span.start <= first.start && one.span.end >= first.end;
        let span = matches.iter().filter(around).map(|one| one.span.clone()).max_by_key(Range::len).unwrap_or(first);
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
