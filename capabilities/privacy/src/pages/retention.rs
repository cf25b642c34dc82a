//! `/privacy/retention`: the rules, what they would empty now, runs, and the switch of the daily one.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Result};
use web::{Form, Html, Page, PageResult, T};

use super::{RETENTION, Seat};
use crate::{
    actions::{self, Found},
    model::Rule,
    store::{self, Run},
};

#[derive(Template)]
#[template(path = "retention.html")]
struct RetentionPage {
    page: Page,
    found: Vec<Line>,
    digest: String,
    /// Who switched the daily run on, in words; `None` while it is off.
    on: Option<String>,
    runs: Vec<(String, String)>,
    refusal: Option<String>,
}

struct Line {
    key: String,
    what: String,
    long: String,
    basis: String,
    count: String,
    examples: String,
}

/// `GET /privacy/retention`
pub(super) async fn show(seat: Seat) -> PageResult<Response> {
    Ok(Html(retention_page(&seat, None).await?).into_response())
}

/// `GET` of an address that only takes posts: the page.
pub(super) async fn back() -> Redirect {
    Redirect::to(RETENTION)
}

async fn retention_page(seat: &Seat, refusal: Option<String>) -> Result<RetentionPage> {
    let (now, zone) = (seat.ctx.now(), seat.ctx.app.zone().clone());
    let (preview, on, runs) =
        seat.read(move |read| Ok((actions::preview(read, now, &zone)?, store::switched_on(read)?, store::runs(read)?))).await?;
    let t = &seat.ctx.t;
    let on = on.map(|(who, since)| t.with("privacy-retention-on", &[("who", who.into()), ("when", seat.moment(since).into())]));
    Ok(RetentionPage {
        page: seat.page(t.get("privacy-nav-retention")),
        found: preview.found.iter().map(|found| line(seat, found)).collect(),
        digest: preview.digest,
        on,
        runs: runs.iter().map(|run| told(seat, run)).collect(),
        refusal,
    })
}

fn line(seat: &Seat, found: &Found) -> Line {
    let (t, rule) = (&seat.ctx.t, &found.rule);
    let narrow = [rule.service.as_deref(), rule.kind.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let what = t.get(&format!("privacy-what-{}", rule.what.word().replace('_', "-"))).to_owned();
    Line {
        key: rule.key.clone(),
        what: if narrow.is_empty() { what } else { format!("{what} ({narrow})") },
        long: long(t, rule),
        basis: rule.basis.of(t.language()).to_owned(),
        count: t.count("privacy-retention-count", found.count),
        examples: found.examples.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}

fn long(t: &T, rule: &Rule) -> String {
    let (unit, n) = match (rule.days, rule.months, rule.years) {
        (Some(n), ..) => ("days", n),
        (_, Some(n), _) => ("months", n),
        (.., n) => ("years", n.unwrap_or_default()),
    };
    let after = serde_json::to_value(rule.after).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default();
    t.with("privacy-retention-long", &[("unit", unit.into()), ("n", i64::from(n).into()), ("after", after.into())])
}

fn told(seat: &Seat, run: &Run) -> (String, String) {
    let t = &seat.ctx.t;
    let by = run.by.clone().unwrap_or_else(|| t.get("privacy-run-daily").to_owned());
    let counts: Vec<String> = run.counts.iter().map(|(key, count)| format!("{key}: {count}")).collect();
    let what = match (run.ended_at, counts.is_empty()) {
        (None, _) => t.get("privacy-run-going").to_owned(),
        (Some(_), true) => t.get("privacy-run-nothing").to_owned(),
        (Some(_), false) => counts.join(", "),
    };
    (format!("{}, {by}", seat.moment(run.begun_at)), what)
}

/// `POST /privacy/retention/runs`
pub(super) async fn run(seat: Seat, form: Form) -> PageResult<Response> {
    let seen = form.get("previewed").to_owned();
    let (now, zone) = (seat.ctx.now(), seat.ctx.app.zone().clone());
    let begin = move |tx: &::store::Tx<'_>, viewer: &staff::Viewer| {
        if actions::preview(tx, now, &zone)?.digest != seen {
            return Err(Error::Conflict("privacy-retention-changed"));
        }
        actions::start(tx, Some(viewer.account_id)).map(drop)
    };
    let begun = seat.change(begin).await;
    onward(&seat, begun).await
}

/// `POST /privacy/retention/switch`: `previewed` switches on, nothing switches off.
pub(super) async fn switch(seat: Seat, form: Form) -> PageResult<Response> {
    let seen = form.filled("previewed").map(str::to_owned);
    let switched = seat.change(move |tx, viewer| actions::switch(tx, viewer, seen.as_deref())).await;
    onward(&seat, switched).await
}

async fn onward(seat: &Seat, done: Result<()>) -> PageResult<Response> {
    match done {
        Ok(()) => Ok(Redirect::to(RETENTION).into_response()),
        Err(Error::Conflict(key)) => {
            let page = retention_page(seat, Some(seat.words(key))).await?;
            Ok((StatusCode::CONFLICT, Html(page)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
