//! Routing: which unit gets a case, and why. The first row that fits decides, else the service's own unit.

use base::Id;
use places::model::AssetKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Condition, Details};

/// A row of a service's routing table. It fits when all that it names fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The key of the unit that gets the case; left out only with `owner`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-section" = "units"))]
    pub unit: Option<String>,
    /// Keys of areas; the case lies in one of them. Empty: anywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<String>,
    /// Kinds of things; the case is about one of them. Empty: about anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub things: Vec<AssetKind>,
    /// The key of a calendar of `hours.toml`, such as that of a night duty: the case was opened while it was open. Any time when
    /// left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<String>,
    /// What was answered; anything when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The case goes to whoever owns the thing that it is about, when that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
}

/// Whose unit is meant when the row names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The owner of the lamp post, bin or stop.
    Asset,
}

/// What is known of a case that is to be routed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Circumstances<'a> {
    /// Keys of the areas in which it lies.
    pub areas: &'a [&'a str],
    /// Answers: the question's key and what was chosen.
    pub answers: &'a [(&'a str, &'a str)],
    /// The thing with a number that it is about.
    pub thing: Option<Thing>,
    /// Keys of the calendars that were open when it was opened.
    pub open: &'a [&'a str],
}

/// A thing with a number, as far as routing asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thing {
    /// What it is.
    pub kind: AssetKind,
    /// The unit that owns it, if it is known.
    pub owner: Option<Id>,
}

/// What routing decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Routed<'a> {
    /// The unit that gets the case; `None` when nobody is named.
    pub unit_id: Option<Id>,
    /// Why.
    pub because: Because<'a>,
}

/// Why a unit gets a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because<'a> {
    /// No row fits: the service's own unit.
    OwnUnit,
    /// A row of the table.
    Row {
        /// Which one, counted from 0.
        index: usize,
        /// The area by which it fits.
        area: Option<&'a str>,
        /// Whether it fits because the unit owns what the case is about.
        owner: bool,
    },
}

/// The unit for a case of a service whose own unit is `own`.
pub fn route<'a>(details: &'a Details, own: Option<Id>, case: &Circumstances<'_>) -> Routed<'a> {
    let fitting = |(index, row): (usize, &'a Route)| row.decide(case).map(|(unit_id, area)| (index, unit_id, area));
    match details.routes.iter().enumerate().find_map(fitting) {
        Some((index, unit_id, area)) => {
            let owner = details.routes[index].owner.is_some();
            Routed { unit_id: Some(unit_id), because: Because::Row { index, area, owner } }
        }
        None => Routed { unit_id: own, because: Because::OwnUnit },
    }
}

/// What is not wrong with two rows of a table, but should be looked at; rows are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// The row never decides, because `by` fits whenever it does.
    Shadowed {
        /// The row.
        row: usize,
        /// The one before it.
        by: usize,
    },
    /// Some cases fit both rows, which name different units; the first decides.
    Rivals {
        /// The one that decides.
        first: usize,
        /// The other.
        second: usize,
    },
}

/// What should be looked at in a table, in the order of its rows.
pub fn notes(routes: &[Route]) -> Vec<Note> {
    let mut notes = Vec::new();
    for (row, later) in routes.iter().enumerate() {
        if let Some(by) = routes[..row].iter().position(|earlier| earlier.shadows(later)) {
            notes.push(Note::Shadowed { row, by });
            continue;
        }
        let rival = |earlier: &Route| (&earlier.unit, earlier.owner) != (&later.unit, later.owner) && earlier.meets(later);
        let of_row = routes[..row].iter().enumerate().filter(|(first, earlier)| rival(earlier) && !later.shadows(&routes[*first]));
        notes.extend(of_row.map(|(first, _)| Note::Rivals { first, second: row }));
    }
    notes
}

/// A short word for a routing table as it stands, so that what decided can be told apart from what would decide today.
pub fn table_version(routes: &[Route]) -> String {
    let told = serde_json::to_string(routes).unwrap_or_default();
    base::secret::sha256(told.as_bytes())[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Route {
    /// The unit and the area by which it fits; `None` when the row does not fit.
    fn decide(&self, case: &Circumstances<'_>) -> Option<(Id, Option<&str>)> {
        let area = self.areas.iter().map(String::as_str).find(|key| case.areas.contains(key));
        let in_area = self.areas.is_empty() || area.is_some();
        let answered = self.when.as_ref().is_none_or(|when| case.answers.iter().any(|(question, value)| when.fits(question, value)));
        let unit_id = match self.owner {
            Some(Owner::Asset) => case.thing.and_then(|thing| thing.owner),
            None => self.unit.as_deref().map(|key| Id::named("unit", key)),
        };
        let about = self.things.is_empty() || case.thing.is_some_and(|thing| self.things.contains(&thing.kind));
        let in_time = self.during.as_deref().is_none_or(|key| case.open.contains(&key));
        unit_id.filter(|_| in_area && answered && about && in_time).map(|unit_id| (unit_id, area))
    }

    /// Whether a case may fit both rows, so that their order decides.
    fn meets(&self, later: &Self) -> bool {
        let apart = |one: &[String], other: &[String]| !one.is_empty() && !other.is_empty() && one.iter().all(|key| !other.contains(key));
        let answers_apart = match (&self.when, &later.when) {
            (Some(own), Some(other)) => own.question == other.question && apart(&own.is, &other.is),
            _ => false,
        };
        let kinds_apart =
            !self.things.is_empty() && !later.things.is_empty() && self.things.iter().all(|kind| !later.things.contains(kind));
        !apart(&self.areas, &later.areas) && !answers_apart && !kinds_apart
    }

    /// Whether every case that fits `later` fits this row, too, so that the later one never decides.
    fn shadows(&self, later: &Self) -> bool {
        let areas = self.areas.is_empty() || (!later.areas.is_empty() && later.areas.iter().all(|key| self.areas.contains(key)));
        let when = match (&self.when, &later.when) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(other)) => own.question == other.question && other.is.iter().all(|key| own.is.contains(key)),
        };
        let things = self.things.is_empty() || (!later.things.is_empty() && later.things.iter().all(|kind| self.things.contains(kind)));
        let during = self.during.is_none() || self.during == later.during;
        areas && when && things && during && (self.owner.is_none() || later.owner == self.owner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Details {
        toml::from_str(
            "[[routes]]\nunit = 'guard'\nwhen = { question = 'what', is = ['car', 'truck'] }\n
             [[routes]]\nowner = 'asset'\nareas = ['old_town', 'park']\nthings = ['lamp_post', 'bench']\n
             [[routes]]\nunit = 'greens'\nareas = ['park']\n",
        )
        .unwrap()
    }

    fn lamp(owner: Id) -> Thing {
        Thing { kind: AssetKind::LampPost, owner: Some(owner) }
    }

    fn unit(key: &str) -> Id {
        Id::named("unit", key)
    }

    #[test]
    fn the_first_row_that_fits_decides_and_says_why() {
        let details = table();
        let check = |areas: &[&str], answers: &[(&str, &str)], owner: Option<Id>, wanted: (&str, Because<'_>)| {
            let routed = route(&details, Some(unit("own")), &Circumstances { areas, answers, thing: owner.map(lamp), open: &[] });
            assert_eq!(routed, Routed { unit_id: Some(unit(wanted.0)), because: wanted.1 }, "{areas:?} {answers:?}");
        };
        let bin = Some(Thing { kind: AssetKind::Bin, owner: Some(unit("tram")) });
        let of_bin = route(&details, Some(unit("own")), &Circumstances { areas: &["old_town"], answers: &[], thing: bin, open: &[] });
        assert_eq!(of_bin.because, Because::OwnUnit, "the bin's owner has nothing to do with lamps");
        let row = |index, area, owner| Because::Row { index, area, owner };
        check(&[], &[], None, ("own", Because::OwnUnit));
        check(&["park"], &[], None, ("greens", row(2, Some("park"), false)));
        check(&["old_town"], &[], None, ("own", Because::OwnUnit));
        check(&["centre", "old_town"], &[], Some(unit("tram")), ("tram", row(1, Some("old_town"), true)));
        check(&["park"], &[("what", "truck")], Some(unit("tram")), ("guard", row(0, None, false)));
        check(&["park"], &[("other", "truck")], None, ("greens", row(2, Some("park"), false)));
        assert_eq!(route(&Details::default(), None, &Circumstances::default()), Routed { unit_id: None, because: Because::OwnUnit });
    }

    #[test]
    fn a_row_holds_while_its_calendar_is_open() {
        let details: Details = toml::from_str("[[routes]]\nunit = 'guard'\nduring = 'night'\n").unwrap();
        let unit_at = |open: &[&str]| route(&details, Some(unit("own")), &Circumstances { open, ..Circumstances::default() }).unit_id;
        assert_eq!((unit_at(&["office", "night"]), unit_at(&["office"])), (Some(unit("guard")), Some(unit("own"))));
    }

    #[test]
    fn rows_that_some_cases_fit_both_are_named_unless_one_is_the_exception_of_the_other() {
        let check = |text: &str, wanted: &[Note]| {
            let details: Details = toml::from_str(text).unwrap();
            assert_eq!(notes(&details.routes), wanted, "{text}");
        };
        let rivals = Note::Rivals { first: 0, second: 1 };
        let (a, b) = ("[[routes]]\nunit = 'a'\n", "[[routes]]\nunit = 'b'\n");
        check(&format!("{a}areas = ['x']\n{b}when = {{ question = 'q', is = ['1'] }}\n"), &[rivals]);
        check(&format!("{a}areas = ['x', 'y']\n{b}areas = ['y', 'z']\n"), &[rivals]);
        check(&format!("{a}areas = ['x']\n{a}areas = ['x', 'y']\n"), &[]);
        check(&format!("{a}areas = ['x']\n{b}areas = ['y']\n"), &[]);
        check(&format!("{a}areas = ['x']\n{b}"), &[]);
        check(&format!("{a}things = ['bin']\n{b}things = ['stop']\n"), &[]);
        check(&format!("{a}{b}areas = ['y']\n"), &[Note::Shadowed { row: 1, by: 0 }]);
    }

    #[test]
    fn a_row_after_one_that_always_fits_is_never_reached() {
        let row = |text: &str| toml::from_str::<Route>(text).unwrap();
        let check = |first: &str, later: &str, wanted: bool| assert_eq!(row(first).shadows(&row(later)), wanted, "{first} | {later}");
        check("unit = 'a'", "unit = 'b'", true);
        check("unit = 'a'", "owner = 'asset'", true);
        check("owner = 'asset'", "unit = 'a'", false);
        check("unit = 'a'\nareas = ['x', 'y']", "unit = 'b'\nareas = ['x']", true);
        check("unit = 'a'\nareas = ['x']", "unit = 'b'", false);
        check("unit = 'a'\nareas = ['x']", "unit = 'b'\nareas = ['x', 'y']", false);
        check("unit = 'a'\nduring = 'night'", "unit = 'b'", false);
        check("unit = 'a'", "unit = 'b'\nduring = 'night'", true);
        check("unit = 'a'\nduring = 'night'", "unit = 'b'\nduring = 'night'", true);
        check("owner = 'asset'\nthings = ['bin']", "owner = 'asset'", false);
        check("owner = 'asset'", "owner = 'asset'\nthings = ['bin']", true);
        check("unit = 'a'\nwhen = { question = 'q', is = ['1', '2'] }", "unit = 'b'\nwhen = { question = 'q', is = ['2'] }", true);
        check("unit = 'a'\nwhen = { question = 'q', is = ['1'] }", "unit = 'b'\nwhen = { question = 'r', is = ['1'] }", false);
    }
}
