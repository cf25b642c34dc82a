//! Which unit gets a case, by the routing of its service; the event says which row decided. Another table can be tried on
//! the cases of the past before it holds.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ::store::Read;
use base::{City, Id, Moment, Point, ReportNumber, Result};
use hours::{Calendar, Holidays, Hours};
use jiff::tz::TimeZone;
use places::model::Polygon;
use serde_json::{Value, json};
use services::{Because, Circumstances, Details, Thing};
use staff::Viewer;

use crate::{model::Case, store};

/// The newest cases on which a table is tried.
const TRIED: i64 = 20_000;
/// Cases named for each move.
const EXAMPLES: usize = 5;

/// The unit, and the facts of the event: `row` is the row that decided, counted from 0, or null for the service's own
/// unit; `area` the one by which it fits; `owner` whether it fits because the unit looks after the thing; `table` tells
/// whether the table still is what it was.
pub(super) fn decide(read: &Read<'_>, case: &Case) -> Result<(Option<Id>, Value)> {
    let (own, details) = services::unit_and_details(read, case.service_id)?;
    if details.routes.is_empty() {
        return Ok((own, json!({ "unit": own, "row": null })));
    }
    let ground = Ground::of(read, [&details])?;
    let asset = case.place.asset_id.map(|asset_id| places::asset_of(read, asset_id)).transpose()?.flatten();
    let thing = asset.map(|(kind, owner)| Thing { kind, owner: owner.map(|key| Id::named("unit", &key)) });
    let known = Known { choices: &store::choices_of(read, case.id)?, thing };
    let routed = ground.route(&Table { own, details: &details }, case, &known);
    let (row, area, owner) = match routed.because {
        Because::OwnUnit => (None, None, false),
        Because::Row { index, area, owner } => (Some(index), area.map(|key| Id::named("area", key)), owner),
    };
    let table = services::table_version(&details.routes);
    Ok((routed.unit_id, json!({ "unit": routed.unit_id, "row": row, "area": area, "owner": owner, "table": table })))
}

/// A service's own unit with its routing table.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    /// The unit that gets what no row takes.
    pub own: Option<Id>,
    /// What holds the rows.
    pub details: &'a Details,
}

/// The areas and the calendars that tables name.
struct Ground {
    areas: Vec<(String, Vec<Polygon>)>,
    calendars: BTreeMap<String, Calendar>,
}

/// What is known of a case beside its row.
struct Known<'a> {
    choices: &'a [(String, String)],
    thing: Option<Thing>,
}

impl Ground {
    fn of<const N: usize>(read: &Read<'_>, tables: [&Details; N]) -> Result<Self> {
        let rows = || tables.iter().flat_map(|details| &details.routes);
        let named: BTreeSet<&str> = rows().flat_map(|row| row.areas.iter().map(String::as_str)).collect();
        let timed = rows().any(|row| row.during.is_some());
        let calendars = if timed { calendars(read)? } else { BTreeMap::new() };
        Ok(Self { areas: places::shapes_of(read, &named)?, calendars })
    }

    /// The calendars that were open when the case was opened.
    fn open(&self, case: &Case) -> Vec<&str> {
        let open = self.calendars.iter().filter(|(_, calendar)| calendar.open_at(case.opened_at.0));
        open.map(|(key, _)| key.as_str()).collect()
    }

    /// Those of the areas in which the case lies. A case without a point has the area that is known.
    fn areas(&self, case: &Case) -> Vec<&str> {
        let holds = |polygons: &[Polygon], point: Point| polygons.iter().any(|polygon| polygon.contains(point));
        let lies = |(key, polygons): &&(String, Vec<Polygon>)| {
            case.place.point.is_some_and(|point| holds(polygons, point)) || case.place.area_id == Some(Id::named("area", key))
        };
        self.areas.iter().filter(lies).map(|(key, _)| key.as_str()).collect()
    }

    fn route<'t>(&self, table: &Table<'t>, case: &Case, known: &Known<'_>) -> services::Routed<'t> {
        let (areas, open) = (self.areas(case), self.open(case));
        let answers: Vec<(&str, &str)> = known.choices.iter().map(|(question, value)| (question.as_str(), value.as_str())).collect();
        services::route(table.details, table.own, &Circumstances { areas: &areas, answers: &answers, thing: known.thing, open: &open })
    }
}

/// The calendars of the city by their keys; none when it has not said its hours.
fn calendars(read: &Read<'_>) -> Result<BTreeMap<String, Calendar>> {
    let (entries, mut faults) = (packs::entries(read)?, Vec::new());
    let city = entries.value::<City>("city", &mut faults).and_then(|city| TimeZone::get(&city.time_zone).ok());
    let Some((zone, hours)) = city.zip(entries.value::<Hours>("hours", &mut faults)) else { return Ok(BTreeMap::new()) };
    let calendar = |(key, opening)| (key, Calendar::new(zone.clone(), Holidays::polish(), opening));
    Ok(hours.openings().into_iter().map(calendar).collect())
}

/// What another table would have made of a service's cases.
#[derive(Debug, Clone, Default)]
pub struct Rehearsal {
    /// How many cases it was tried on.
    pub cases: usize,
    /// Whether there were more of them.
    pub more: bool,
    /// Those that another unit would have got, the most frequent move first.
    pub moves: Vec<Move>,
}

/// Cases that would have gone from one unit to another.
#[derive(Debug, Clone)]
pub struct Move {
    /// The unit by the table that holds.
    pub from: Option<Id>,
    /// The unit by the other table.
    pub to: Option<Id>,
    /// How many.
    pub cases: usize,
    /// The newest of those that the viewer may see.
    pub examples: Vec<(Id, ReportNumber)>,
}

/// Tries another table on the service's cases opened since then, as the city is today; nothing changes.
///
/// # Errors
/// As [`Read::query`].
pub fn rehearse(read: &Read<'_>, viewer: &Viewer, service_id: Id, [now, then]: [&Table<'_>; 2], since: Moment) -> Result<Rehearsal> {
    let (ground, eyes) = (Ground::of(read, [now.details, then.details])?, store::eyes(read, viewer)?);
    let choices = store::choices_since(read, service_id, since)?;
    let mut tried = store::routable_since(read, service_id, since, TRIED + 1)?;
    let most = usize::try_from(TRIED).unwrap_or(usize::MAX);
    let more = tried.len() > most;
    tried.truncate(most);
    let mut moves: HashMap<(Option<Id>, Option<Id>), Move> = HashMap::new();
    for (case, number, thing) in &tried {
        let known = Known { choices: choices.get(&case.id).map_or(&[], Vec::as_slice), thing: *thing };
        let [from, to] = [now, then].map(|table| ground.route(table, case, &known).unit_id);
        if from != to {
            let one = moves.entry((from, to)).or_insert(Move { from, to, cases: 0, examples: Vec::new() });
            one.cases += 1;
            if one.examples.len() < EXAMPLES && case.is_visible_to(&eyes) {
                one.examples.push((case.id, *number));
            }
        }
    }
    let mut moves: Vec<Move> = moves.into_values().collect();
    moves.sort_by_key(|one| (std::cmp::Reverse(one.cases), one.from, one.to));
    Ok(Rehearsal { cases: tried.len(), more, moves })
}
