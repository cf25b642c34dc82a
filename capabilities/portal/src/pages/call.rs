//! How to call: every line with its number, languages and hours, what it is about, and how to write instead.

use std::collections::HashMap;

use ::hours::{DayHours, Reason};
use ::services::Order;
use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use base::{Id, Wording};
use interactions::{Topic, model::tree};
use queues::Line;
use web::{Ctx, Html, Page, PageResult};

use crate::{
    Portal,
    model::answering::{Answering, in_words, today},
};

#[derive(Template)]
#[template(path = "call.html")]
struct CallPage<'a> {
    page: Page,
    lines: Vec<LinePart<'a>>,
    topics: Vec<TopicPart<'a>>,
    orders: Vec<(Option<&'a Wording>, &'a Order)>,
}

/// A line as the page tells it.
struct LinePart<'a> {
    line: &'a Line,
    number: Option<Number<'a>>,
    /// Nothing when nobody has said when it is answered.
    hours: Option<HoursPart>,
    topics: Vec<&'a Wording>,
    unit: Option<&'a Wording>,
}

/// A number as it is written, and as it is dialled when that is known.
struct Number<'a> {
    shown: &'a str,
    dialled: Option<&'a str>,
}

/// Whether it is answered now, and today's hours.
pub(super) struct HoursPart {
    class: &'static str,
    now: String,
    then: String,
    pub(super) today: String,
    /// Why today is different, when it is.
    pub(super) reason: String,
}

/// A topic with its parts.
struct TopicPart<'a> {
    name: &'a Wording,
    parts: Vec<&'a Wording>,
}

/// `GET /call`
pub(crate) async fn show(State(portal): State<Portal>, ctx: Ctx) -> PageResult<Response> {
    let units: HashMap<Id, Wording> = ctx.app.db.read(staff::units).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let centre = &portal.centre;
    let present = ::hours::day_of(ctx.now().0, portal.office.zone());
    let held = centre.orders.iter().filter(|order| present.is_none_or(|day| order.holds_on(day)));
    let page = CallPage {
        page: Page::public(&ctx, ctx.t.get("portal-call")),
        lines: centre.lines.iter().map(|line| line_part(&portal, &ctx, line, &units)).collect(),
        topics: topics(&centre.topics),
        orders: held.map(|order| (units.get(&order.unit_id()), order)).collect(),
    };
    Ok(Html(page).into_response())
}

fn line_part<'a>(portal: &'a Portal, ctx: &Ctx, line: &'a Line, units: &'a HashMap<Id, Wording>) -> LinePart<'a> {
    let dialled = line.number.as_deref();
    let shown = line.number_shown.as_deref().or(dialled);
    let named = |key: &String| portal.centre.topics.iter().find(|topic| topic.key == *key).map(|topic| &topic.name);
    LinePart {
        line,
        number: shown.map(|shown| Number { shown, dialled }),
        hours: line.calendar(&portal.centre.calendars, &portal.office).map(|calendar| hours_part(ctx, &calendar)),
        topics: line.topics.iter().filter_map(named).collect(),
        unit: units.get(&line.unit_id()),
    }
}

/// The hours of today when they are others than the week or the country's holidays have them.
pub(super) fn hours_instead(ctx: &Ctx, calendar: &::hours::Calendar) -> Option<HoursPart> {
    let reason = today(calendar, ctx.now())?.reason;
    matches!(reason, Reason::Exception(_) | Reason::Closure(_)).then(|| hours_part(ctx, calendar))
}

fn hours_part(ctx: &Ctx, calendar: &::hours::Calendar) -> HoursPart {
    let (t, now) = (&ctx.t, ctx.now());
    let at = |key: &str, moment| t.with(key, &[("when", t.moment(moment, now).into())]);
    let (class, sentence, then) = match Answering::at(calendar, now) {
        Answering::Until(Some(moment)) => ("tag tag-done", "portal-call-open", at("portal-call-until", moment)),
        Answering::Until(None) => ("tag tag-done", "portal-call-open", t.get("portal-call-always").to_owned()),
        Answering::From(Some(moment)) => ("tag tag-closed", "portal-call-closed", at("portal-call-next", moment)),
        Answering::From(None) => ("tag tag-closed", "portal-call-closed", String::new()),
    };
    let day = today(calendar, now);
    let reason = match day.map(|day| day.reason) {
        Some(Reason::Exception(words)) => words.to_owned(),
        Some(Reason::Holiday(_) | Reason::Closure(_)) => t.get("portal-call-holiday").to_owned(),
        _ => String::new(),
    };
    let hours = match day {
        Some(day) if day.hours.is_closed() => t.get("portal-call-day-off").to_owned(),
        Some(day) if *day.hours == DayHours::around_the_clock() => t.get("portal-call-all-day").to_owned(),
        Some(day) => in_words(&day),
        None => String::new(),
    };
    HoursPart { class, now: t.get(sentence).to_owned(), then, today: hours, reason }
}

/// The topics at the top of the tree, each with all that lies below it.
fn topics(topics: &[Topic]) -> Vec<TopicPart<'_>> {
    let mut told: Vec<TopicPart<'_>> = Vec::new();
    for (depth, topic) in tree(topics) {
        match told.last_mut() {
            Some(whole) if depth > 0 => whole.parts.push(&topic.name),
            _ => told.push(TopicPart { name: &topic.name, parts: Vec::new() }),
        }
    }
    told
}
