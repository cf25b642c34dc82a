//! `/privacy/residents/{id}`: all that we keep of a person, legal holds, the restriction.

use ::store::Tx;
use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use serde::Deserialize;
use serde_json::Value as Json;
use staff::{
    Viewer,
    audit::{self, Look, Purpose},
};
use web::{Choice, Form, Html, Page, PageResult};

use super::{
    RESIDENTS, Seat,
    export::{self, Part, everything},
};
use crate::{
    actions,
    model::{Plan, Why},
    store::{self, Hold},
};

#[derive(Deserialize)]
pub(super) struct Asked {
    saved: Option<String>,
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    page: Page,
    form: Form,
    id: Id,
    is_saved: bool,
    parts: Vec<Part>,
    holds: Vec<(Id, String)>,
    cases: Vec<Choice>,
    restricted: bool,
    /// Whether a request lets their data be taken out or erased.
    founded: bool,
}

struct Seen {
    all: Json,
    plan: Plan,
    holds: Vec<Hold>,
    restricted: bool,
    founded: bool,
}

/// `GET /privacy/residents/{id}`
pub(super) async fn show(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Response> {
    let page = person_page(&seat, id.parse()?, Form::new(), asked.saved.is_some()).await?;
    Ok(Html(page).into_response())
}

/// `GET` of an address that only takes posts: the person.
pub(super) async fn back(Path(id): Path<String>) -> PageResult<Redirect> {
    Ok(Redirect::to(&address(id.parse()?)))
}

/// The address of a person's page.
pub(super) fn address(id: Id) -> String {
    format!("{RESIDENTS}/{id}")
}

async fn person_page(seat: &Seat, id: Id, form: Form, is_saved: bool) -> Result<PersonPage> {
    let (rooms, zone) = (seat.privacy.rooms, seat.ctx.app.zone().clone());
    let look = move |tx: &Tx<'_>, viewer: &Viewer| {
        let all = everything(tx, rooms, id)?;
        audit::note(tx, viewer, &Look::read("resident", id, Purpose::PrivacyRequest))?;
        let plan = actions::plan(tx, id, tx.now(), &zone)?;
        let on = plan.residents.iter().copied().chain(plan.parts.iter().map(|part| part.standing.case_id));
        let holds = on.map(|subject| store::holds_of(tx, subject)).collect::<Result<Vec<_>>>()?.concat();
        Ok(Seen { all, plan, holds, restricted: store::is_restricted(tx, id)?, founded: actions::founded(tx, id).is_ok() })
    };
    let seen = seat.change(look).await?;
    let t = &seat.ctx.t;
    let hold = |hold: &Hold| {
        let arguments =
            [("reason", hold.reason.as_str().into()), ("who", hold.by.as_str().into()), ("when", seat.moment(hold.from_at).into())];
        (hold.id, t.with("privacy-hold-line", &arguments))
    };
    let case = |part: &crate::model::Part| {
        let standing = &part.standing;
        Choice::new(standing.case_id.to_string(), format!("{} {}", standing.number, standing.service.of(seat.ctx.language())))
    };
    Ok(PersonPage {
        page: seat.page(t.get("privacy-person")).with_form(&form),
        form,
        id,
        is_saved,
        parts: export::parts(&seat.ctx, rooms, &seen.all),
        holds: seen.holds.iter().map(hold).collect(),
        cases: seen.plan.parts.iter().filter(|part| !matches!(part.why, Some(Why::Held(_)))).map(case).collect(),
        restricted: seen.restricted,
        founded: seen.founded,
    })
}

/// `POST /privacy/residents/{id}/holds`: `hold_reason` and perhaps `case`, or `release`.
pub(super) async fn hold(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let release = form.filled("release").map(str::parse::<Id>).transpose()?;
    let case = form.filled("case").map(str::parse::<Id>).transpose()?;
    let why = form.get("hold_reason").to_owned();
    let change = move |tx: &Tx<'_>, viewer: &Viewer| match release {
        Some(hold_id) => actions::release(tx, hold_id),
        None => {
            let root = store::family(tx, id)?[0];
            actions::hold(tx, viewer, case.map_or(("resident", root), |case| ("case", case)), &why).map(drop)
        }
    };
    let changed = seat.change(change).await;
    onward(&seat, id, form, changed).await
}

/// `POST /privacy/residents/{id}/restriction`: `on` is `yes` or `no`.
pub(super) async fn restrict(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, on): (Id, bool) = (id.parse()?, form.get("on") == "yes");
    let change = move |tx: &Tx<'_>, _: &Viewer| if on { actions::restrict(tx, id) } else { actions::unrestrict(tx, id) };
    let changed = seat.change(change).await;
    onward(&seat, id, form, changed).await
}

async fn onward(seat: &Seat, id: Id, form: Form, changed: Result<()>) -> PageResult<Response> {
    match changed {
        Ok(()) => Ok(Redirect::to(&format!("{}?saved=1", address(id))).into_response()),
        Err(Error::Invalid(faults)) => {
            let page = person_page(seat, id, form.refused(&seat.ctx.t, &faults), false).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
