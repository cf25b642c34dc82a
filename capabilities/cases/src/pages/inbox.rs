//! `/cases`: the inbox of the viewer's unit, and what is looked for in it.

use ::store::Tx;
use askama::Template;
use axum::{extract::Query, response::Response};
use base::{Id, ReportNumber, Result, Wording};
use serde::Deserialize;
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use web::{Choice, Form, Html, Page, PageResult, Pager};

use super::{
    Seat, batch,
    said::Said,
    search::{self, Search},
    status::Status,
    table,
};
use crate::{
    model::{Filter, Wanted},
    store::{self as rows, Counts, InboxRow, PAGE, Scope, View, Window},
};

#[derive(Template)]
#[template(path = "inbox.html")]
pub(super) struct InboxPage {
    page: Page,
    heading: String,
    said: Option<Said>,
    topic: String,
    tabs: Vec<Tab>,
    search: Search,
    /// What stands after the question mark of this list.
    query: String,
    views: Vec<View>,
    lines: Vec<Line>,
    /// Cases that stand in no list: shown to the viewer on purpose, or waiting where only their unit may see them.
    nearby: Vec<Line>,
    pager: Pager,
    /// What can be done with many cases; nothing when the viewer works on none.
    acts: Vec<Choice>,
    /// The fields of the search, for the form of the list.
    fields: Vec<(&'static str, String)>,
    /// The key of what is said when there is nothing to show.
    empty: &'static str,
    may_dispatch: bool,
    /// Whether the viewer sees who of a unit has how much.
    leads: bool,
}

struct Tab {
    word: &'static str,
    label: String,
    current: bool,
}

/// A case in a list.
pub(super) struct Line {
    pub(super) id: Id,
    pub(super) number: ReportNumber,
    pub(super) service: String,
    pub(super) place: String,
    pub(super) status: Status,
    /// Who deals with it.
    pub(super) person: Option<String>,
    /// What of it ends soon: its promise, or another clock.
    pub(super) ends: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    saved: Option<String>,
}

/// `GET /cases?show=open|mine|ending|late|closed&service=&area=&person=&q=&order=&page=n`
pub(super) async fn show(seat: Seat, Query(asked): Query<Asked>, form: Form) -> PageResult<Html<InboxPage>> {
    let said = asked.saved.map(|_| Said::saved(&seat.ctx, seat.ctx.t.get("cases-view-saved").to_owned()));
    page(&seat, form, said).await
}

/// The list with a notice, and with what is to be mended in the form of a kept search.
pub(super) async fn page(seat: &Seat, form: Form, said: Option<Said>) -> PageResult<Html<InboxPage>> {
    let (wanted, pager) = (Wanted::of(|name| form.get(name)), Pager::of(&seat.ctx, PAGE));
    let found = found(seat, wanted.clone(), &pager).await?;
    let mut rows = found.rows;
    let pager = pager.cut(&mut rows);
    let t = &seat.ctx.t;
    let scope = Scope::of(&seat.viewer);
    let nameless = if scope == Scope::AllUnits { "cases-all-units" } else { "cases-nav" };
    let heading = found.unit.map_or_else(|| t.get(nameless).to_owned(), |name| name.of(t.language()).to_owned());
    let title = format!("{} ({}) – {heading}", t.get("cases-nav"), found.counts.open);
    let topic = seat.viewer.unit_id.map(|unit| format!("unit:{unit}")).unwrap_or_default();
    let page = seat.page(title).with_form(&form);
    Ok(Html(InboxPage {
        page: if topic.is_empty() { page } else { page.live(&[&topic]) },
        heading,
        said,
        tabs: tabs(seat, wanted.filter, found.counts),
        nearby: found.nearby.into_iter().map(|row| line(seat, row)).collect(),
        lines: rows.into_iter().map(|row| line(seat, row)).collect(),
        acts: if seat.viewer.may(Permission::WorkCases) && wanted.filter != Filter::Closed { batch::acts(&seat.ctx) } else { Vec::new() },
        query: table::query(&wanted),
        fields: wanted.fields(),
        views: found.views,
        search: search::form(seat, form, &wanted, found.facets),
        pager,
        empty: if scope == Scope::Nobody { "cases-no-unit" } else { nothing(&wanted) },
        topic,
        may_dispatch: seat.viewer.may(Permission::Supervise) || seat.viewer.may(Permission::SeeAllCases),
        leads: leads(&seat.viewer),
    }))
}

/// Whether the viewer sees who has how many cases: whoever leads a unit, or watches over the work.
pub(super) fn leads(viewer: &Viewer) -> bool {
    viewer.may(Permission::LeadUnit) || viewer.may(Permission::Supervise)
}

struct Found {
    unit: Option<Wording>,
    counts: Counts,
    facets: search::Facets,
    views: Vec<View>,
    nearby: Vec<InboxRow>,
    rows: Vec<InboxRow>,
}

async fn found(seat: &Seat, wanted: Wanted, pager: &Pager) -> Result<Found> {
    let now = seat.ctx.now();
    let window = Window { now, today: seat.ctx.t.civil_day(now), skip: pager.offset(), limit: pager.limit() };
    seat.change(move |tx, viewer| inbox(tx, viewer, &wanted, window)).await
}

/// That somebody leafed through places and numbers, and what they looked for, is noted once for each page.
fn inbox(tx: &Tx<'_>, viewer: &Viewer, wanted: &Wanted, window: Window) -> Result<Found> {
    let words = if wanted.words.is_empty() { wanted.filter.word() } else { &wanted.words };
    audit::note(tx, viewer, &Look::search("case", words, Purpose::Matter))?;
    let unit = viewer.unit_id.map(|id| staff::unit(tx, id)).transpose()?;
    let first = window.skip == 0 && wanted.filter == Filter::Open && !wanted.is_narrow();
    Ok(Found {
        unit: unit.map(|unit| unit.name),
        counts: rows::inbox_counts(tx, viewer, window.now, window.today)?,
        facets: search::facets(tx, viewer)?,
        views: rows::views(tx, viewer)?,
        nearby: if first { rows::nearby(tx, viewer)? } else { Vec::new() },
        rows: rows::inbox(tx, viewer, wanted, window)?,
    })
}

fn tabs(seat: &Seat, shown: Filter, counts: Counts) -> Vec<Tab> {
    let t = &seat.ctx.t;
    let label = |filter| match filter {
        Filter::Mine => t.count("cases-mine", counts.mine),
        Filter::Open => t.count("cases-open", counts.open),
        Filter::Ending => t.count("cases-ending", counts.ending),
        Filter::Late => t.count("cases-late", counts.late),
        Filter::Closed => t.get("cases-closed").to_owned(),
    };
    Filter::ALL.map(|filter| Tab { word: filter.word(), label: label(filter), current: filter == shown }).into()
}

fn nothing(wanted: &Wanted) -> &'static str {
    match wanted.filter {
        _ if wanted.is_narrow() => "cases-none-such",
        Filter::Open => "cases-none-open",
        Filter::Mine => "cases-none-mine",
        Filter::Ending => "cases-none-ending",
        Filter::Late => "cases-none-late",
        Filter::Closed => "cases-none-closed",
    }
}

/// A row as a list shows it.
pub(super) fn line(seat: &Seat, row: InboxRow) -> Line {
    let (t, now) = (&seat.ctx.t, seat.ctx.now());
    let ends = row.ends_at.map(|ends_at| match row.case.due_at {
        Some(due_at) if due_at == ends_at => web::capital(t.get("clock-state-ends")),
        _ => t.with("cases-ends", &[("when", t.moment(ends_at, now).into())]),
    });
    Line {
        ends,
        id: row.case.id,
        number: row.number,
        service: row.service.of(seat.ctx.language()).to_owned(),
        status: Status::new(&seat.ctx, row.case.stage, row.case.due_at),
        place: row.case.place.words,
        person: row.person,
    }
}

/// `GET` of an address of many cases that only takes posts: the inbox.
pub(super) async fn back() -> Response {
    axum::response::IntoResponse::into_response(axum::response::Redirect::to(super::CASES))
}
