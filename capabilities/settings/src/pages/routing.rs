//! What another routing table would have done with a service's cases of the last year, and what should be looked at in it.

use base::{Id, Result};
use cases::actions::{Rehearsal, Table, rehearse};
use serde_json::Value as Json;
use services::{Note, Service, pack::ServiceRow};
use staff::{Unit, Viewer};
use web::{Ctx, T};

/// How far back a table is tried.
const YEAR_SECONDS: i64 = 365 * 24 * 3_600;

/// What was found, as the page tells it.
pub(super) struct Tried {
    /// On how many cases it was tried.
    pub(super) told: String,
    pub(super) moves: Vec<Moved>,
}

/// Cases that would have gone elsewhere.
pub(super) struct Moved {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) cases: usize,
    pub(super) examples: Vec<(Id, String)>,
}

/// Tries the table of `after` against that of `before`; nothing when the table stays what it is or there was none.
pub(super) async fn tried(ctx: &Ctx, viewer: &Viewer, before: &Json, after: &Json) -> Result<Option<Tried>> {
    let (Some(before), Some(after)) = (service(before), service(after)) else { return Ok(None) };
    if before.unit_id == after.unit_id && before.details.routes == after.details.routes {
        return Ok(None);
    }
    let (viewer, since) = (viewer.clone(), ctx.now().plus_seconds(-YEAR_SECONDS));
    let look = move |read: &store::Read<'_>| {
        let tables = [&before, &after].map(|service| Table { own: service.unit_id, details: &service.details });
        Ok((rehearse(read, &viewer, before.id, [&tables[0], &tables[1]], since)?, staff::units(read)?))
    };
    let (found, units) = ctx.app.db.read(look).await?;
    Ok(Some(shown(ctx, found, &units)))
}

fn shown(ctx: &Ctx, found: Rehearsal, units: &[Unit]) -> Tried {
    let named = |id: Id| units.iter().find(|unit| unit.id == id).map(|unit| unit.name.of(ctx.language()).to_owned());
    let name = |id: Option<Id>| id.and_then(named).unwrap_or_else(|| ctx.t.get("settings-tried-nobody").to_owned());
    let key = if found.more { "settings-tried-newest" } else { "settings-tried-all" };
    let moved = found.moves.into_iter().map(|one| Moved {
        from: name(one.from),
        to: name(one.to),
        cases: one.cases,
        examples: one.examples.into_iter().map(|(id, number)| (id, number.to_string())).collect(),
    });
    Tried { told: ctx.t.count(key, found.cases), moves: moved.collect() }
}

/// What should be looked at in the table of this value of a service.
pub(super) fn notes(t: &T, value: &Json) -> Vec<String> {
    let Some(service) = service(value) else { return Vec::new() };
    let said = |note| match note {
        Note::Shadowed { row, by } => t.with("settings-route-shadowed", &[("row", (row + 1).into()), ("by", (by + 1).into())]),
        Note::Rivals { first, second } => {
            t.with("settings-route-rivals", &[("first", (first + 1).into()), ("second", (second + 1).into())])
        }
    };
    services::notes(&service.details.routes).into_iter().map(said).collect()
}

fn service(value: &Json) -> Option<Service> {
    serde_json::from_value::<ServiceRow>(value.clone()).ok().map(|row| row.service())
}
