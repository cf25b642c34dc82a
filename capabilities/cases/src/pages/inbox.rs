//! `/cases`: the inbox of the viewer's unit.

use ::store::Tx;
use askama::Template;
use axum::extract::Query;
use base::{Id, Moment, ReportNumber, Result, Wording};
use serde::Deserialize;
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use web::{Html, Page, PageResult, Pager};

use super::{Seat, status::Status};
use crate::store::{self as rows, Counts, Filter, InboxRow, PAGE, Scope};

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    show: String,
}

#[derive(Template)]
#[template(path = "inbox.html")]
pub(super) struct InboxPage {
    page: Page,
    heading: String,
    topic: String,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    /// Cases that stand in no list: shown to the viewer on purpose, or waiting where only their unit may see them.
    nearby: Vec<Line>,
    pager: Pager,
    /// The key of what is said when there is nothing to show.
    empty: &'static str,
    may_dispatch: bool,
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
    /// "kończy się", and when, unless that is the promised end
    pub(super) ends: Option<String>,
}

/// `GET /cases?show=open|ending|late|closed&page=n`
pub(super) async fn show(seat: Seat, Query(asked): Query<Asked>) -> PageResult<Html<InboxPage>> {
    let (filter, now) = (Filter::from_word(&asked.show), seat.ctx.now());
    let pager = Pager::of(&seat.ctx, PAGE);
    let skip = pager.offset();
    let (unit, counts, nearby, mut found) = seat.change(move |tx, viewer| inbox(tx, viewer, filter, now, skip)).await?;
    let pager = pager.cut(&mut found);
    let t = &seat.ctx.t;
    let scope = Scope::of(&seat.viewer);
    let nameless = if scope == Scope::AllUnits { "cases-all-units" } else { "cases-nav" };
    let heading = unit.map_or_else(|| t.get(nameless).to_owned(), |name| name.of(t.language()).to_owned());
    let title = format!("{} ({}) – {heading}", t.get("cases-nav"), counts.open);
    let topic = seat.viewer.unit_id.map(|unit| format!("unit:{unit}")).unwrap_or_default();
    let page = seat.page(title);
    Ok(Html(InboxPage {
        page: if topic.is_empty() { page } else { page.live(&[&topic]) },
        heading,
        tabs: tabs(&seat, filter, counts),
        nearby: nearby.into_iter().map(|row| line(&seat, row)).collect(),
        lines: found.into_iter().map(|row| line(&seat, row)).collect(),
        pager,
        empty: if scope == Scope::Nobody { "cases-no-unit" } else { nothing(filter) },
        topic,
        may_dispatch: seat.viewer.may(Permission::Supervise) || seat.viewer.may(Permission::SeeAllCases),
    }))
}

type Found = (Option<Wording>, Counts, Vec<InboxRow>, Vec<InboxRow>);

/// That somebody leafed through places and numbers is noted, once for each page.
fn inbox(tx: &Tx<'_>, viewer: &Viewer, filter: Filter, now: Moment, skip: i64) -> Result<Found> {
    audit::note(tx, viewer, &Look::search("case", filter.word(), Purpose::Matter))?;
    let unit = viewer.unit_id.map(|id| staff::unit(tx, id)).transpose()?;
    let counts = rows::inbox_counts(tx, viewer, now)?;
    let nearby = if skip == 0 && filter == Filter::Open { rows::nearby(tx, viewer)? } else { Vec::new() };
    Ok((unit.map(|unit| unit.name), counts, nearby, rows::inbox(tx, viewer, filter, now, skip)?))
}

fn tabs(seat: &Seat, shown: Filter, counts: Counts) -> Vec<Tab> {
    let t = &seat.ctx.t;
    let tab = |filter: Filter, label: String| Tab { word: filter.word(), label, current: filter == shown };
    vec![
        tab(Filter::Open, t.count("cases-open", counts.open)),
        tab(Filter::Ending, t.count("cases-ending", counts.ending)),
        tab(Filter::Late, t.count("cases-late", counts.late)),
        tab(Filter::Closed, t.get("cases-closed").to_owned()),
    ]
}

fn nothing(filter: Filter) -> &'static str {
    match filter {
        Filter::Open => "cases-none-open",
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
    }
}
