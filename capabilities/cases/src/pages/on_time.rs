//! `/cases/figures`: how many promises were kept, by unit, service or month, each figure open down to its cases.

use ::store::Tx;
use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Error, Id, Moment, Result};
use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use web::{Html, Page, PageResult, Pager};

use super::{
    Seat,
    inbox::{self, Line},
};
use crate::{
    model::{By, OnTime, Which},
    store::{self as rows, Of, OnTimeRow, PAGE, Span},
};

/// The figures of kept promises.
pub const FIGURES: &str = "/cases/figures";
/// Months shown one under the other.
const MONTHS: i32 = 12;

/// What is asked for in the address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    by: String,
    /// `2026-11`; the present month without it.
    month: String,
    /// The unit or service of a list; `none` for cases that no unit has.
    of: String,
    which: String,
}

#[derive(Template)]
#[template(path = "on_time/figures.html")]
pub(super) struct FiguresPage {
    page: Page,
    tabs: [Tab; 3],
    month: String,
    month_word: String,
    before: String,
    after: Option<String>,
    by: &'static str,
    /// The heading of the first column.
    column: &'static str,
    lines: Vec<FigureLine>,
}

struct Tab {
    word: &'static str,
    label: &'static str,
    current: bool,
}

struct FigureLine {
    name: String,
    /// The addresses of the lists behind the figures, and the figures, in the order of [`Which::ALL`].
    figures: Vec<(String, i64)>,
    percent: Option<i64>,
}

/// `GET /cases/figures?by=unit|service|month&month=2026-11`
pub(super) async fn show(seat: Seat, Query(asked): Query<Asked>) -> PageResult<Html<FiguresPage>> {
    let (by, first) = (By::from_word(&asked.by), month(&seat, &asked.month));
    let lines = figures(&seat, by, first).await?;
    let column = match by {
        By::Unit => "cases-unit",
        By::Service => "cases-figures-service",
        By::Month => "cases-figures-month",
    };
    let after = first.saturating_add(1.month());
    Ok(Html(FiguresPage {
        page: seat.page(seat.ctx.t.get("cases-figures")),
        tabs: By::ALL.map(|one| Tab { word: one.word(), label: tab(one), current: one == by }),
        month: shown(first),
        month_word: word(first),
        before: word(first.saturating_sub(1.month())),
        after: (after <= present(&seat)).then(|| word(after)),
        by: by.word(),
        column,
        lines,
    }))
}

fn tab(by: By) -> &'static str {
    match by {
        By::Unit => "cases-figures-by-unit",
        By::Service => "cases-figures-by-service",
        By::Month => "cases-figures-by-month",
    }
}

async fn figures(seat: &Seat, by: By, first: Date) -> Result<Vec<FigureLine>> {
    if by != By::Month {
        let rows = counted(seat, by, first).await?;
        return Ok(rows.into_iter().map(|row| of_row(seat, by, first, row)).collect());
    }
    let mut lines = Vec::new();
    for back in 0..MONTHS {
        let month = first.saturating_sub(back.months());
        let counts = counted(seat, by, month).await?.first().map(|row| row.counts).unwrap_or_default();
        lines.push(figure_line(shown(month), counts, |which| list(by, month, "", which)));
    }
    Ok(lines)
}

async fn counted(seat: &Seat, by: By, first: Date) -> Result<Vec<OnTimeRow>> {
    let span = span(seat, first)?;
    seat.read(move |read, viewer| allowed(viewer).and_then(|()| rows::on_time(read, viewer, by, span))).await
}

/// Those who watch over the work of all units.
fn allowed(viewer: &Viewer) -> Result<()> {
    let may = viewer.may(Permission::Supervise) && viewer.may(Permission::SeeAllCases);
    if may { Ok(()) } else { Err(Error::Forbidden) }
}

fn of_row(seat: &Seat, by: By, first: Date, row: OnTimeRow) -> FigureLine {
    let t = &seat.ctx.t;
    let name = row.name.map_or_else(|| t.get("cases-unit-none").to_owned(), |name| name.of(t.language()).to_owned());
    let of = row.id.map_or_else(|| "none".to_owned(), |id| id.to_string());
    figure_line(name, row.counts, |which| list(by, first, &of, which))
}

fn figure_line(name: String, counts: OnTime, list: impl Fn(Which) -> String) -> FigureLine {
    let figure = |which| match which {
        Which::Due => counts.due(),
        Which::Kept => counts.kept,
        Which::ClosedLate => counts.closed_late,
        Which::OpenLate => counts.open_late,
    };
    FigureLine { name, figures: Which::ALL.map(|which| (list(which), figure(which))).to_vec(), percent: counts.percent() }
}

fn list(by: By, month: Date, of: &str, which: Which) -> String {
    format!("{FIGURES}/cases?by={}&month={}&of={of}&which={}", by.word(), word(month), which.word())
}

/// `GET /cases/figures.csv`, asked as the page.
pub(super) async fn csv(seat: Seat, Query(asked): Query<Asked>) -> PageResult<Response> {
    let (by, first) = (By::from_word(&asked.by), month(&seat, &asked.month));
    let lines = figures(&seat, by, first).await?;
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let heads = [by.word(), "due", "kept", "closed_late", "open_late", "percent_on_time"];
    writer.write_record(heads).map_err(Error::internal)?;
    for line in lines {
        let figures = line.figures.iter().map(|(_, figure)| figure.to_string());
        let percent = line.percent.map(|percent| percent.to_string()).unwrap_or_default();
        let record: Vec<String> = [line.name].into_iter().chain(figures).chain([percent]).collect();
        writer.write_record(record).map_err(Error::internal)?;
    }
    let bytes = writer.into_inner().map_err(Error::internal)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"terminowosc.csv\"")),
    ];
    Ok((headers, bytes).into_response())
}

#[derive(Template)]
#[template(path = "on_time/cases.html")]
pub(super) struct CasesPage {
    page: Page,
    which: &'static str,
    month: String,
    back: String,
    lines: Vec<Line>,
    pager: Pager,
}

/// `GET /cases/figures/cases?by=&month=&of=&which=&page=`: the cases behind a figure.
pub(super) async fn cases(seat: Seat, Query(asked): Query<Asked>) -> PageResult<Html<CasesPage>> {
    let (by, which, first) = (By::from_word(&asked.by), Which::from_word(&asked.which), month(&seat, &asked.month));
    let id = if asked.of == "none" { None } else { asked.of.parse::<Id>().ok() };
    let of = match (by, id) {
        (By::Month, _) => Of::All,
        (By::Unit, id) => Of::Unit(id),
        (By::Service, Some(id)) => Of::Service(id),
        (By::Service, None) => return Err(Error::NotFound.into()),
    };
    let pager = Pager::of(&seat.ctx, PAGE);
    let (span, skip) = (span(&seat, first)?, pager.offset());
    let look = move |tx: &Tx<'_>, viewer: &Viewer| {
        allowed(viewer)?;
        audit::note(tx, viewer, &Look::search("case", which.word(), Purpose::Matter))?;
        rows::on_time_cases(tx, viewer, of, which, (span, skip))
    };
    let mut found = seat.change(look).await?;
    let pager = pager.cut(&mut found);
    Ok(Html(CasesPage {
        page: seat.page(seat.ctx.t.get(which.key())),
        which: which.key(),
        month: shown(first),
        back: format!("{FIGURES}?by={}&month={}", by.word(), word(first)),
        lines: found.into_iter().map(|row| inbox::line(&seat, row)).collect(),
        pager,
    }))
}

/// The first day of the month asked for; of the present one when it cannot be read.
fn month(seat: &Seat, word: &str) -> Date {
    format!("{word}-01").parse().unwrap_or_else(|_| present(seat))
}

fn present(seat: &Seat) -> Date {
    seat.ctx.t.civil_day(seat.ctx.now()).first_of_month()
}

fn word(month: Date) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}

/// "11.2026"
fn shown(month: Date) -> String {
    format!("{:02}.{}", month.month(), month.year())
}

fn span(seat: &Seat, first: Date) -> Result<Span> {
    let begins = |day: Date| hours::day_start(day, seat.ctx.app.zone()).map(Moment).ok_or(Error::NotFound);
    Ok(Span { from: begins(first)?, until: begins(first.saturating_add(1.month()))?, now: seat.ctx.now() })
}
