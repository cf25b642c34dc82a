//! The map and the list of public cases, equal to each other: the list comes whole from here, the map is an addition.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use base::{Moment, Wording};
use cases::{
    Tag,
    model::LATE,
    public::{self, Listed},
};
use places::model::DISTRICT;
use serde::Deserialize;
use web::{Choice, Ctx, Form, Html, Page, PageResult, Pager};

use crate::{
    Portal,
    model::{
        map_view::{MapView, Pin},
        reports_map::{Filter, State as CaseState},
    },
};

/// Cases on one page of the list, each with its number on the map.
const PAGE: u32 = 20;
/// Periods on offer, days.
const PERIODS: [i64; 3] = [7, 30, 365];
const DAY_SECONDS: i64 = 24 * 3600;

#[derive(Template)]
#[template(path = "map.html")]
struct MapPage<'a> {
    page: Page,
    form: &'a Form,
    groups: Vec<Choice>,
    states: Vec<Choice>,
    areas: Vec<Choice>,
    periods: Vec<Choice>,
    total: usize,
    rows: Vec<Row<'a>>,
    pager: Pager,
    map: Option<MapView>,
}

/// A case of the list.
struct Row<'a> {
    pin: i64,
    number: String,
    service: Option<&'a Wording>,
    place: String,
    state: String,
    tag: Tag,
    late: Option<Tag>,
    when: String,
    on_map: bool,
}

/// The filter as the address has it; words that mean nothing are as if they were not there.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    group: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    area: String,
    #[serde(default)]
    period: String,
}

impl Asked {
    /// What is looked for.
    pub(crate) fn filter(&self, portal: &Portal, now: Moment) -> Filter {
        let days = self.period.parse().ok().filter(|days| PERIODS.contains(days));
        let group = portal.catalogue.grouped().find(|(group, _)| group.key == self.group);
        Filter {
            state: CaseState::from_word(&self.state),
            services: group.map(|(_, services)| services.iter().map(|service| service.id).collect()),
            area_id: portal.places.area(&self.area).map(places::model::Area::id),
            opened_since: days.map(|days| now.plus_seconds(-days * DAY_SECONDS)),
        }
    }

    /// The query of tiles that show the same; `None` where tiles cannot.
    fn of_tiles(&self, filter: &Filter) -> Option<String> {
        let too_fine = filter.area_id.is_some() || filter.opened_since.is_some() || filter.state == CaseState::Late;
        let group = if filter.services.is_some() { format!("&group={}", self.group) } else { String::new() };
        (!too_fine).then(|| format!("state={}{group}", filter.state.word()))
    }
}

/// `GET /map?group=street&state=open&area=olszyna&period=30&page=2`
pub(crate) async fn show(
    State(portal): State<Portal>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
    Query(fields): Query<Vec<(String, String)>>,
) -> PageResult<Response> {
    let (form, now, pager) = (Form::of(fields), ctx.now(), Pager::of(&ctx, PAGE));
    let filter = asked.filter(&portal, now);
    let [skip, count] = [pager.offset(), pager.limit()].map(|rows| usize::try_from(rows).unwrap_or_default());
    let (total, mut spots) = portal.map.reports.now(&ctx.app.db, now, |map| map.list(&filter, now, skip, count)).await?;
    let pager = pager.cut(&mut spots);
    let listed = ctx.app.db.read(move |read| public::listed(read, &spots)).await?;
    let pins: Vec<Pin> = (1..).zip(&listed).filter_map(|(number, case)| Pin::new(number, case)).collect();
    let page = MapPage {
        page: Page::public(&ctx, ctx.t.get("portal-map")),
        groups: groups(&portal, &ctx),
        states: CaseState::ALL.into_iter().map(|state| Choice::new(state.word(), ctx.t.get(state_key(state)))).collect(),
        areas: areas(&portal, &ctx),
        periods: PERIODS.into_iter().map(|days| Choice::new(days.to_string(), ctx.t.count("portal-map-days", days))).collect(),
        rows: (1..).zip(listed).map(|(pin, case)| row(&portal, &ctx, pin, case)).collect(),
        map: MapView::of_reports(&portal, &ctx, asked.of_tiles(&filter), pins),
        total,
        pager,
        form: &form,
    };
    Ok(Html(page).into_response())
}

fn state_key(state: CaseState) -> &'static str {
    match state {
        CaseState::All => "portal-map-all",
        CaseState::Open => "portal-map-open",
        CaseState::Late => "portal-map-late",
        CaseState::Closed => "portal-map-closed",
    }
}

/// Groups in which something is public.
fn groups(portal: &Portal, ctx: &Ctx) -> Vec<Choice> {
    let public = portal.catalogue.grouped().filter(|(_, services)| services.iter().any(|service| service.public));
    public.map(|(group, _)| Choice::named(&group.key, &group.name, ctx.language())).collect()
}

fn areas(portal: &Portal, ctx: &Ctx) -> Vec<Choice> {
    let districts = portal.places.areas().iter().filter(|area| area.kind == DISTRICT);
    districts.map(|area| Choice::named(&area.key, &area.name, ctx.language())).collect()
}

fn row<'a>(portal: &'a Portal, ctx: &Ctx, pin: i64, case: Listed) -> Row<'a> {
    let late = case.stage.late_seconds(case.due_at, ctx.now()).is_some();
    let (key, at) = match case.stage.closed_at() {
        Some(at) => ("portal-map-closed-on", at),
        None => ("portal-map-opened-on", case.opened_at),
    };
    Row {
        pin,
        number: case.number.to_string(),
        service: portal.catalogue.by_id(case.service_id).map(|service| &service.name),
        on_map: case.point.is_some(),
        place: case.place,
        state: case.stage.words(&ctx.t, ctx.now()),
        tag: case.stage.tag(),
        late: late.then_some(LATE),
        when: ctx.t.with(key, &[("day", ctx.t.day(at, ctx.now()).into())]),
    }
}
