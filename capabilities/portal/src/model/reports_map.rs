//! Public cases in memory, for the map and the list beside it: the same ones in both.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use base::{Id, Moment};
use cases::public::Spot;
use tiles::{Layer, Pyramid, Tile, Value, World};

/// The most cases kept; of more the first by id are shown, and the operator is told.
pub(crate) const MAX_SPOTS: usize = 300_000;

/// Which cases are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum State {
    /// All that are shown at all.
    #[default]
    All,
    /// Those not closed.
    Open,
    /// Not closed, and their promised moment is over.
    Late,
    /// Those closed not long ago.
    Closed,
}

/// What is looked for; an empty list of services means none at all.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// Where they stand.
    pub(crate) state: State,
    /// Of these services only.
    pub(crate) services: Option<Vec<Id>>,
    /// In this area only.
    pub(crate) area_id: Option<Id>,
    /// Opened at this moment or later.
    pub(crate) opened_since: Option<Moment>,
}

/// Cases by id, by age, and in pyramids by service and by whether they are open.
#[derive(Debug, Default)]
pub(crate) struct ReportsMap {
    spots: HashMap<Id, Spot>,
    by_age: BTreeSet<(Moment, Id)>,
    closed: BTreeSet<(Moment, Id)>,
    /// In an order, so that the same cases always give the same bytes.
    pyramids: BTreeMap<(Id, bool), Pyramid>,
}

impl State {
    pub(crate) const ALL: [Self; 4] = [Self::All, Self::Open, Self::Late, Self::Closed];

    /// The word in the page's address.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Late => "late",
            Self::Closed => "closed",
        }
    }

    /// Reads the word; anything else is `All`.
    pub(crate) fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.word() == word).unwrap_or_default()
    }
}

impl Filter {
    fn fits(&self, spot: &Spot, now: Moment) -> bool {
        let state = match self.state {
            State::All => true,
            State::Open => spot.closed_at.is_none(),
            State::Late => spot.closed_at.is_none() && spot.due_at.is_some_and(|due| due < now),
            State::Closed => spot.closed_at.is_some(),
        };
        state
            && self.services.as_ref().is_none_or(|services| services.contains(&spot.service_id))
            && self.area_id.is_none_or(|area| spot.area_id == Some(area))
            && self.opened_since.is_none_or(|since| spot.opened_at >= since)
    }
}

impl ReportsMap {
    /// Shows the case as it now is.
    pub(crate) fn put(&mut self, spot: Spot) {
        self.take(spot.case_id);
        if self.spots.len() >= MAX_SPOTS {
            return;
        }
        self.by_age.insert((spot.opened_at, spot.case_id));
        self.closed.extend(spot.closed_at.map(|at| (at, spot.case_id)));
        if let Some(point) = spot.point {
            let pyramid = self.pyramids.entry((spot.service_id, spot.closed_at.is_none())).or_default();
            pyramid.insert(key(&spot), World::from_e7(point.lat_e7, point.lng_e7));
        }
        self.spots.insert(spot.case_id, spot);
    }

    /// Shows the case no more.
    pub(crate) fn take(&mut self, case_id: Id) {
        let Some(spot) = self.spots.remove(&case_id) else { return };
        self.by_age.remove(&(spot.opened_at, case_id));
        if let Some(at) = spot.closed_at {
            self.closed.remove(&(at, case_id));
        }
        if let Some(pyramid) = self.pyramids.get_mut(&(spot.service_id, spot.closed_at.is_none())) {
            pyramid.remove(key(&spot));
        }
    }

    /// Forgets the cases that were closed before `since`.
    pub(crate) fn sweep(&mut self, since: Moment) {
        while let Some((_, id)) = self.closed.first().copied().filter(|(at, _)| *at < since) {
            self.take(id);
        }
    }

    /// How many cases are shown.
    pub(crate) fn len(&self) -> usize {
        self.spots.len()
    }

    /// How many cases fit, and `count` of them after the first `skip`, newest first.
    pub(crate) fn list(&self, filter: &Filter, now: Moment, skip: usize, count: usize) -> (usize, Vec<Spot>) {
        let fitting = || self.by_age.iter().rev().map(|(_, id)| &self.spots[id]).filter(|spot| filter.fits(spot, now));
        (fitting().count(), fitting().skip(skip).take(count).cloned().collect())
    }

    /// The layer `reports` of the tile: dots with how many cases they stand for, `open` or not, and of one its number. Of the
    /// filter state and services count; `Late` is shown as `Open`.
    pub(crate) fn tile(&self, filter: &Filter, tile: Tile) -> Vec<u8> {
        let mut layer = Layer::new("reports");
        for open in [false, true] {
            let state_fits = match filter.state {
                State::All => true,
                State::Open | State::Late => open,
                State::Closed => !open,
            };
            let fits = |service: &Id| filter.services.as_ref().is_none_or(|services| services.contains(service));
            let chosen = self.pyramids.iter().filter(|((service, is_open), _)| state_fits && *is_open == open && fits(service));
            let pyramids: Vec<&Pyramid> = chosen.map(|(_, pyramid)| pyramid).collect();
            for dot in Pyramid::tile_of(&pyramids, tile) {
                let number = dot.id.and_then(number_of).map(|number| ("number", Value::Text(number)));
                let state = if open { "open" } else { "closed" };
                let always = [("count", Value::Number(dot.count.into())), ("state", Value::from(state))];
                layer.point(dot.at, &always.into_iter().chain(number).collect::<Vec<_>>());
            }
        }
        tiles::encode([layer])
    }
}

/// A case is known in the pyramids by its report's number.
fn key(spot: &Spot) -> u64 {
    spot.number.value().cast_unsigned()
}

fn number_of(key: u64) -> Option<String> {
    base::ReportNumber::from_value(key.cast_signed()).map(|number| number.to_string())
}
