//! `/residents/{id}/ways`: numbers and addresses, and which of them several people use.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{FieldFault, Id, Result};
use residents::{actions, model::KeptWay};
use store::Tx;
use web::{Form, Html, Page, PageResult};

use super::{
    access::{Asked, look_inside},
    adding, show, words,
};
use staff::pages::Seat;

#[derive(Template)]
#[template(path = "residents/ways.html")]
struct WaysPage {
    page: Page,
    form: Form,
    id: Id,
    query: String,
    asked: Asked,
    ways: Vec<Line>,
}

struct Line {
    id: Id,
    kind: &'static str,
    address: String,
    shared: bool,
}

/// `GET /residents/{id}/ways`
pub(in crate::pages) async fn ask(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Response> {
    let id: Id = id.parse()?;
    match load(&seat, id, &asked).await {
        Ok((id, ways)) => Ok(Html(ways_page(&seat, id, asked, Form::new(), ways)).into_response()),
        Err(error) => show::led_back(id, &asked, error),
    }
}

async fn load(seat: &Seat, id: Id, asked: &Asked) -> Result<(Id, Vec<KeptWay>)> {
    let purpose = asked.purpose();
    let look = move |tx: &Tx<'_>, viewer: &staff::Viewer| {
        let id = look_inside(tx, viewer, id, purpose)?;
        Ok((id, residents::ways(tx, id)?))
    };
    seat.change(look).await
}

/// `POST /residents/{id}/ways`
pub(in crate::pages) async fn create(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, asked): (Id, _) = (id.parse()?, Asked::of(&form));
    let mut faults = Vec::new();
    let ways = adding::ways(&form, &mut faults);
    if ways.is_empty() && faults.is_empty() {
        faults.push(FieldFault { field: "phone", message: "residents-way-missing" });
    }
    if !faults.is_empty() {
        let (id, ways) = load(&seat, id, &asked).await?;
        let page = ways_page(&seat, id, asked, form.refused(&seat.ctx.t, &faults), ways);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
    }
    change(&seat, id, asked, move |tx, id| ways.iter().try_for_each(|way| actions::add_way(tx, id, way))).await
}

/// `POST /residents/{id}/ways/{way}/removal`
pub(in crate::pages) async fn remove(seat: Seat, Path((id, way)): Path<(String, String)>, form: Form) -> PageResult<Response> {
    let (id, way, asked): (Id, Id, _) = (id.parse()?, way.parse()?, Asked::of(&form));
    change(&seat, id, asked, move |tx, id| actions::remove_way(tx, owner(tx, id, way)?, way)).await
}

/// `POST /residents/{id}/ways/{way}/sharing`: `shared` yes or no.
pub(in crate::pages) async fn share(seat: Seat, Path((id, way)): Path<(String, String)>, form: Form) -> PageResult<Response> {
    let (id, way, asked): (Id, Id, _) = (id.parse()?, way.parse()?, Asked::of(&form));
    let shared = form.get("shared") == "yes";
    change(&seat, id, asked, move |tx, id| actions::share_way(tx, owner(tx, id, way)?, way, shared)).await
}

/// The row of a way, among those that are this resident.
fn owner(tx: &Tx<'_>, id: Id, way: Id) -> Result<Id> {
    let found = residents::ways(tx, id)?.into_iter().find(|kept| kept.id == way);
    found.map(|kept| kept.resident_id).ok_or(base::Error::NotFound)
}

async fn change<F>(seat: &Seat, id: Id, asked: Asked, change: F) -> PageResult<Response>
where
    F: Fn(&Tx<'_>, Id) -> Result<()> + Send + 'static,
{
    let purpose = asked.purpose();
    let done = seat.change(move |tx, viewer| change(tx, look_inside(tx, viewer, id, purpose)?)).await;
    match done {
        Ok(()) => Ok(show::saved(id, &asked).into_response()),
        Err(error) => show::led_back(id, &asked, error),
    }
}

fn ways_page(seat: &Seat, id: Id, asked: Asked, form: Form, ways: Vec<KeptWay>) -> WaysPage {
    let line = |kept: KeptWay| Line {
        id: kept.id,
        kind: words::way_key(kept.way.kind()),
        address: kept.way.address().to_owned(),
        shared: kept.shared,
    };
    WaysPage {
        page: seat.page(seat.ctx.t.get("residents-edit-ways")).with_form(&form),
        id,
        query: asked.query(),
        asked,
        form,
        ways: ways.into_iter().map(line).collect(),
    }
}
