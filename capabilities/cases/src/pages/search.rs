//! The form of what is looked for in the inbox, and the searches that somebody keeps.

use ::store::Tx;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result, Wording};
use staff::Viewer;
use web::{Choice, Form, PageResult};

use super::{CASES, Seat, inbox, table};
use crate::{
    actions,
    model::{NOBODY, Order, Wanted},
    store::{self as rows, View},
};

/// The form.
pub(super) struct Search {
    pub(super) form: Form,
    pub(super) services: Vec<Choice>,
    pub(super) areas: Vec<Choice>,
    pub(super) people: Vec<Choice>,
    pub(super) orders: Vec<Choice>,
    /// Whether it says more than which tab, and stands open.
    pub(super) narrow: bool,
}

/// What a list can be narrowed to.
pub(super) struct Facets {
    services: Vec<(Id, Wording)>,
    areas: Vec<(Id, Wording)>,
    people: Vec<(Id, String)>,
}

/// What the open cases of the viewer's inbox are about, where they lie, and who may deal with them.
pub(super) fn facets(tx: &Tx<'_>, viewer: &Viewer) -> Result<Facets> {
    let (services, areas) = rows::inbox_facets(tx, viewer)?;
    let mut services = services.into_iter().map(|id| Ok((id, rows::service_name(tx, id)?))).collect::<Result<Vec<_>>>()?;
    let areas = areas.into_iter().map(|id| Ok(places::area_name(tx, id)?.map(|name| (id, name)))).collect::<Result<Vec<_>>>()?;
    let mut areas: Vec<(Id, Wording)> = areas.into_iter().flatten().collect();
    services.sort_by(|one, other| one.1.pl.cmp(&other.1.pl));
    areas.sort_by(|one, other| one.1.pl.cmp(&other.1.pl));
    let people = viewer.unit_id.map(|unit_id| staff::people_of(tx, unit_id)).transpose()?.unwrap_or_default();
    Ok(Facets { services, areas, people })
}

/// The form as it was filled in.
pub(super) fn form(seat: &Seat, form: Form, wanted: &Wanted, facets: Facets) -> Search {
    let (t, language) = (&seat.ctx.t, seat.ctx.language());
    let named = |all: Vec<(Id, Wording)>| all.iter().map(|(id, name)| Choice::named(id.to_string(), name, language)).collect();
    let nobody = Choice::new(NOBODY, t.get("cases-person-nobody"));
    let people = facets.people.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
    Search {
        services: named(facets.services),
        areas: named(facets.areas),
        people: std::iter::once(nobody).chain(people).collect(),
        orders: Order::ALL.map(|order| Choice::new(order.word(), t.get(&format!("cases-order-{}", order.word())))).into(),
        narrow: wanted.is_narrow() || !form.errors().is_empty(),
        form,
    }
}

/// `POST /cases/views`: `name`, `shared`, and the fields of the search.
pub(super) async fn keep(seat: Seat, form: Form) -> PageResult<Response> {
    let wanted = Wanted::of(|name| form.get(name));
    let view = View {
        id: Id::new(),
        name: form.get("name").to_owned(),
        query: table::query(&wanted),
        shared: form.chosen("shared", "yes"),
        own: true,
    };
    let address = format!("{CASES}?{}&saved", view.query);
    match seat.change(move |tx, viewer| actions::keep_view(tx, viewer, &view)).await {
        Ok(()) => Ok(Redirect::to(&address).into_response()),
        Err(Error::Invalid(faults)) => {
            let form = form.refused(&seat.ctx.t, &faults);
            Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, inbox::page(&seat, form, None).await?).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /cases/views/{id}/removal`
pub(super) async fn forget(seat: Seat, Path(id): Path<String>) -> PageResult<Redirect> {
    let id: Id = id.parse()?;
    seat.change(move |tx, viewer| actions::forget_view(tx, viewer, id)).await?;
    Ok(Redirect::to(CASES))
}
