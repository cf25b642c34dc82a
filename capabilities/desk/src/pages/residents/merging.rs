//! Joining two rows that are one resident, and parting them again: a person decides, by what both rows say.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use residents::{actions, model::language_name};
use serde::Deserialize;
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use store::{Read, Tx};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{
    RESIDENTS,
    access::{Asked, may_know_of, may_merge},
    show, words,
};
use staff::pages::Seat;

#[derive(Deserialize)]
pub(in crate::pages) struct With {
    with: Option<Id>,
}

#[derive(Template)]
#[template(path = "residents/twins.html")]
struct TwinsPage {
    page: Page,
    twins: Vec<Pair>,
}

struct Pair {
    first: Id,
    second: Id,
    by: &'static str,
}

#[derive(Template)]
#[template(path = "residents/merge.html")]
struct MergePage {
    page: Page,
    form: Form,
    id: Id,
    with: Id,
    rows: Vec<Row>,
    first: Side,
    second: Side,
    reasons: Vec<Choice>,
}

/// One line of the comparison.
struct Row {
    label: &'static str,
    first: String,
    second: String,
}

/// What one row says, in the order of [`LABELS`].
struct Side {
    id: Id,
    said: Vec<String>,
}

const LABELS: [&str; 5] = ["residents-name", "residents-kind", "residents-language", "residents-ways", "residents-needs"];

/// `GET /residents/twins`
pub(in crate::pages) async fn twins(seat: Seat) -> PageResult<Response> {
    may_merge(&seat.viewer)?;
    let pair = |twin: residents::Twin| Pair {
        first: twin.first,
        second: twin.second,
        by: if twin.by == "email" { "residents-twins-email" } else { "residents-twins-phone" },
    };
    let twins = seat.read(known_twins).await?.into_iter().map(pair).collect();
    Ok(Html(TwinsPage { page: seat.page(seat.ctx.t.get("residents-twins")), twins }).into_response())
}

/// The pairs of which the viewer may know both.
fn known_twins(read: &Read<'_>, viewer: &Viewer) -> Result<Vec<residents::Twin>> {
    let mut known = Vec::new();
    for twin in residents::twins(read)? {
        if may_know_of(read, viewer, twin.first)? && may_know_of(read, viewer, twin.second)? {
            known.push(twin);
        }
    }
    Ok(known)
}

fn require_known(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<()> {
    if may_know_of(read, viewer, id)? { Ok(()) } else { Err(Error::NotFound) }
}

/// Two rows that may be laid side by side: twins, or two who have both shown this viewer who they are.
fn require_pair(tx: &Tx<'_>, viewer: &Viewer, id: Id, with: Id) -> Result<()> {
    require_known(tx, viewer, id)?;
    require_known(tx, viewer, with)?;
    let shown = |id: Id| residents::verified(tx, id, viewer.account_id, tx.now()).map(|check| check.is_some());
    let fit = viewer.may(Permission::ProtectData) || residents::are_twins(tx, id, with)? || (shown(id)? && shown(with)?);
    if fit { Ok(()) } else { Err(Error::Conflict("residents-no-pair")) }
}

/// `GET /residents/{id}/merge?with={other}`
pub(in crate::pages) async fn ask(seat: Seat, Path(id): Path<String>, Query(with): Query<With>) -> PageResult<Response> {
    may_merge(&seat.viewer)?;
    let (id, with): (Id, Id) = (id.parse()?, with.with.ok_or(Error::NotFound)?);
    Ok(Html(merge_page(&seat, id, with, Form::new()).await?).into_response())
}

/// `POST /residents/{id}/merge`: the row `with` is joined to `id`.
pub(in crate::pages) async fn create(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    may_merge(&seat.viewer)?;
    let (id, with): (Id, Id) = (id.parse()?, form.get("with").parse()?);
    let reason = form.get("reason").to_owned();
    let merge = move |tx: &Tx<'_>, viewer: &Viewer| {
        require_pair(tx, viewer, id, with)?;
        actions::merge(tx, with, id, &reason)
    };
    match seat.change(merge).await {
        Ok(()) => Ok(Redirect::to(&format!("{RESIDENTS}/twins")).into_response()),
        Err(Error::Invalid(faults)) => {
            let page = merge_page(&seat, id, with, form.refused(&seat.ctx.t, &faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /residents/{id}/parting`: the row is no longer joined to another.
pub(in crate::pages) async fn undo(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    may_merge(&seat.viewer)?;
    let (id, asked): (Id, _) = (id.parse()?, Asked::of(&form));
    let from = seat.change(move |tx, viewer| {
        require_known(tx, viewer, id)?;
        let from = residents::head(tx, id)?;
        actions::unmerge(tx, id)?;
        Ok(from)
    });
    Ok(show::saved(from.await?, &asked).into_response())
}

async fn merge_page(seat: &Seat, id: Id, with: Id, form: Form) -> Result<MergePage> {
    let ctx = seat.ctx.clone();
    let look = move |tx: &Tx<'_>, viewer: &Viewer| {
        require_pair(tx, viewer, id, with)?;
        Ok((side(tx, viewer, &ctx, id)?, side(tx, viewer, &ctx, with)?))
    };
    let (first, second) = seat.change(look).await?;
    let t = &seat.ctx.t;
    let row = |(at, label): (usize, &&'static str)| Row { label, first: first.said[at].clone(), second: second.said[at].clone() };
    let reason = |word: &&'static str| {
        let key = match *word {
            "said_so" => "residents-merge-said-so",
            "same_details" => "residents-merge-same-details",
            _ => "residents-merge-entered-twice",
        };
        Choice::new(*word, t.get(key))
    };
    Ok(MergePage {
        page: seat.page(t.get("residents-merge")).with_form(&form),
        id,
        with,
        rows: LABELS.iter().enumerate().map(row).collect(),
        reasons: actions::REASONS.iter().map(reason).collect(),
        first,
        second,
        form,
    })
}

/// What one row says; looking at it is noted.
fn side(tx: &Tx<'_>, viewer: &Viewer, ctx: &Ctx, id: Id) -> Result<Side> {
    audit::note(tx, viewer, &Look::read("resident", id, Purpose::Upkeep))?;
    let resident = residents::find(tx, id)?;
    let t = &ctx.t;
    let name = resident.name.clone().unwrap_or_else(|| t.get("residents-nameless").to_owned());
    let kind = t.get(if resident.kind == residents::model::Kind::Firm { "residents-kind-firm" } else { "residents-kind-person" });
    let ways: Vec<String> = residents::ways(tx, id)?.into_iter().map(|kept| kept.way.address().replace('\n', ", ")).collect();
    let said = vec![
        name,
        kind.to_owned(),
        language_name(resident.language.tag()).unwrap_or_default().to_owned(),
        ways.join("; "),
        words::needs(t, &residents::needs(tx, id)?).join("; "),
    ];
    Ok(Side { id, said })
}
