//! Which unit gets a case, by the routing of its service; the event says which row decided.

use ::store::Read;
use base::{Id, Result};
use serde_json::{Value, json};
use services::{Because, Circumstances, Details, Thing};

use crate::{model::Case, store};

/// The unit, and the facts of the event: `row` is the row that decided, counted from 0, or null for the service's own
/// unit; `area` the one by which it fits; `owner` whether it fits because the unit looks after the thing; `table` tells whether the table still is what it was.
pub(super) fn decide(read: &Read<'_>, case: &Case) -> Result<(Option<Id>, Value)> {
    let (own, details) = services::unit_and_details(read, case.service_id)?;
    if details.routes.is_empty() {
        return Ok((own, json!({ "unit": own, "row": null })));
    }
    let (areas, answers) = (areas(read, case, &details)?, store::choices_of(read, case.id)?);
    let areas: Vec<&str> = areas.iter().map(String::as_str).collect();
    let answers: Vec<(&str, &str)> = answers.iter().map(|(question, value)| (question.as_str(), value.as_str())).collect();
    let asset = case.place.asset_id.map(|asset_id| places::asset_of(read, asset_id)).transpose()?.flatten();
    let thing = asset.map(|(kind, owner)| Thing { kind, owner: owner.map(|key| Id::named("unit", &key)) });
    let routed = services::route(&details, own, &Circumstances { areas: &areas, answers: &answers, thing });
    let (row, area, owner) = match routed.because {
        Because::OwnUnit => (None, None, false),
        Because::Row { index, area, owner } => (Some(index), area.map(|key| Id::named("area", key)), owner),
    };
    let table = services::table_version(&details.routes);
    Ok((routed.unit_id, json!({ "unit": routed.unit_id, "row": row, "area": area, "owner": owner, "table": table })))
}

/// Those of the areas that the table names in which the case lies. A case without a point has the area that is known.
fn areas(read: &Read<'_>, case: &Case, details: &Details) -> Result<Vec<String>> {
    let named: Vec<&str> = details.routes.iter().flat_map(|row| row.areas.iter().map(String::as_str)).collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let mut areas = match case.place.point {
        Some(point) => places::areas_with(read, &named, point)?,
        None => Vec::new(),
    };
    if let Some(area_id) = case.place.area_id {
        areas.extend(places::area_key(read, area_id)?);
    }
    Ok(areas)
}
