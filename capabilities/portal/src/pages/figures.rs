//! "How we are doing": what residents reported and how it ended, by month, group of services and district, as pictures with their
//! tables. It counts public cases only, and tells no small numbers.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Error, Language};
use cases::model::{Counted, Figures, LEAST_TOLD};
use places::model::DISTRICT;
use serde::Deserialize;
use web::{Ctx, Html, Page, PageResult};

use crate::{
    Portal,
    model::chart::Chart,
    shell::{MONTHS, Year},
};

#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresPage {
    page: Page,
    period: String,
    at: String,
    whole: Line,
    /// By the words of their texts.
    charts: [(&'static str, Chart); 2],
    tables: [Table; 3],
}

/// The same numbers by one thing.
struct Table {
    by: By,
    lines: Vec<Line>,
}

/// One row: a name, figures in words, and where the open cases are listed.
struct Line {
    name: String,
    /// The language of the name where it is not that of the page.
    foreign: Option<Language>,
    received: String,
    ended: String,
    on_time: String,
    fixed: String,
    days: String,
    open: String,
    list: Option<String>,
}

/// What a table counts by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Month,
    Group,
    District,
}

impl By {
    const ALL: [Self; 3] = [Self::Month, Self::Group, Self::District];

    fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Group => "group",
            Self::District => "district",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Month => "portal-figures-by-month",
            Self::Group => "portal-figures-by-group",
            Self::District => "portal-figures-by-district",
        }
    }

    fn column(self) -> &'static str {
        match self {
            Self::Month => "portal-figures-month",
            Self::Group => "portal-map-group",
            Self::District => "portal-map-area",
        }
    }
}

/// `GET /figures`
pub(crate) async fn show(State(portal): State<Portal>, ctx: Ctx) -> PageResult<Response> {
    let year = portal.figures.lately(&ctx.app.db, ctx.app.zone(), ctx.now()).await?;
    let whole = sum(year.counted.iter());
    let months = of_months(&year);
    let names = || year.months.iter().map(|month| format!("{:02}", month.month())).collect::<Vec<_>>();
    let told = |count: i64| if count < LEAST_TOLD { 0 } else { count };
    let [received, ended] = [|figures: &Figures| figures.received, |figures: &Figures| figures.ended]
        .map(|count| months.iter().map(|figures| told(count(figures))).collect::<Vec<_>>());
    let on_time: Vec<i64> = months.iter().map(|figures| figures.on_time_percent().unwrap_or_default()).collect();
    let fixed: Vec<Option<i64>> = months.iter().map(Figures::fixed_percent).collect();
    let ended: Vec<Option<i64>> = ended.into_iter().map(Some).collect();
    let page = FiguresPage {
        page: Page::public(&ctx, ctx.t.get("portal-figures")),
        period: period(&year),
        at: ctx.t.moment(year.at, ctx.now()),
        whole: line(&ctx, ctx.t.get("portal-figures-whole").to_owned(), &whole),
        charts: [("reports", Chart::of(names(), &received, &ended, None)), ("shares", Chart::of(names(), &on_time, &fixed, Some(100)))],
        tables: By::ALL.map(|by| Table { by, lines: lines(&portal, &ctx, &year, by) }),
    };
    Ok(Html(page).into_response())
}

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    by: String,
}

/// `GET /figures.csv?by=month|group|district`: the table for other programs, with the same words for small numbers.
pub(crate) async fn csv(State(portal): State<Portal>, ctx: Ctx, Query(asked): Query<Asked>) -> PageResult<Response> {
    let by = By::ALL.into_iter().find(|by| by.word() == asked.by).unwrap_or(By::Month);
    let year = portal.figures.lately(&ctx.app.db, ctx.app.zone(), ctx.now()).await?;
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let heads = [by.word(), "reports", "ended", "on_time_percent", "verified_fixed_percent", "median_days", "open_now"];
    writer.write_record(heads).map_err(Error::internal)?;
    for line in lines(&portal, &ctx, &year, by) {
        let cells = [line.name, line.received, line.ended, line.on_time, line.fixed, line.days, line.open];
        writer.write_record(cells.map(|cell| web::plain_cell(&cell))).map_err(Error::internal)?;
    }
    let bytes = writer.into_inner().map_err(Error::internal)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"hejnal-figures.csv\"")),
    ];
    Ok((headers, bytes).into_response())
}

fn sum<'a>(counted: impl Iterator<Item = &'a Counted>) -> Figures {
    let mut whole = Figures::default();
    counted.for_each(|part| whole.add(&part.figures));
    whole
}

fn of_months(year: &Year) -> Vec<Figures> {
    (0..MONTHS).map(|month| sum(year.counted.iter().filter(|part| part.month == month))).collect()
}

/// "2025-12 – 2026-11"
fn period(year: &Year) -> String {
    let word = |month: Option<&jiff::civil::Date>| month.map(|month| month.strftime("%m.%Y").to_string()).unwrap_or_default();
    format!("{}–{}", word(year.months.first()), word(year.months.last()))
}

fn lines(portal: &Portal, ctx: &Ctx, year: &Year, by: By) -> Vec<Line> {
    match by {
        By::Month => {
            let months = year.months.iter().zip(of_months(year)).rev();
            // Open cases are open now, in no month.
            let of_month = |(month, figures): (&jiff::civil::Date, Figures)| Line {
                open: String::new(),
                ..line(ctx, month.strftime("%m.%Y").to_string(), &figures)
            };
            months.map(of_month).collect()
        }
        By::Group => groups(portal, ctx, year),
        By::District => districts(portal, ctx, year),
    }
}

fn groups(portal: &Portal, ctx: &Ctx, year: &Year) -> Vec<Line> {
    let public = portal.catalogue.grouped().filter(|(_, services)| services.iter().any(|service| service.public));
    let of_group = public.map(|(group, services)| {
        let figures = sum(year.counted.iter().filter(|part| services.iter().any(|service| service.id == part.service_id)));
        Line { list: Some(format!("/map?state=open&group={}", group.key)), ..named(ctx, &group.name, &figures) }
    });
    of_group.collect()
}

fn districts(portal: &Portal, ctx: &Ctx, year: &Year) -> Vec<Line> {
    let mut by_area: BTreeMap<_, Figures> = BTreeMap::new();
    for part in &year.counted {
        by_area.entry(part.area_id).or_default().add(&part.figures);
    }
    let districts = portal.places.areas().iter().filter(|area| area.kind == DISTRICT);
    let of_district = districts.map(|area| {
        let figures = by_area.remove(&Some(area.id())).unwrap_or_default();
        Line { list: Some(format!("/map?state=open&area={}", area.key)), ..named(ctx, &area.name, &figures) }
    });
    let mut lines: Vec<Line> = of_district.collect();
    let mut elsewhere = Figures::default();
    by_area.values().for_each(|figures| elsewhere.add(figures));
    lines.push(line(ctx, ctx.t.get("portal-figures-elsewhere").to_owned(), &elsewhere));
    lines
}

fn named(ctx: &Ctx, name: &base::Wording, figures: &Figures) -> Line {
    let foreign = (!name.has(ctx.language())).then_some(Language::Pl);
    Line { foreign, ..line(ctx, name.of(ctx.language()).to_owned(), figures) }
}

fn line(ctx: &Ctx, name: String, figures: &Figures) -> Line {
    let count = |count: i64| match count {
        1..LEAST_TOLD => ctx.t.count("portal-figures-fewer", LEAST_TOLD),
        count => count.to_string(),
    };
    let percent = |share: Option<i64>| share.map_or_else(|| "–".to_owned(), |share| format!("{share}%"));
    Line {
        name,
        foreign: None,
        received: count(figures.received),
        ended: count(figures.ended),
        on_time: percent(figures.on_time_percent()),
        fixed: percent(figures.fixed_percent()),
        days: figures.median_days().map_or_else(|| "–".to_owned(), |days| days.to_string()),
        open: count(figures.open),
        list: None,
    }
}
