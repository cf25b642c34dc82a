//! `/desk/jobs`: the work that the program tried in vain, for a supervisor who finds the cause and lets it try again.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use base::Id;
use jobs::{Failed, Waiting};
use serde::Deserialize;
use staff::{
    Permission,
    pages::{SignedIn, WorkNav},
};
use web::{Ctx, Form, Html, Page, PageResult, T};

use super::{CASES, JOBS};
use crate::actions;

#[derive(Deserialize)]
pub(super) struct Asked {
    /// Whether a job was just sent back to work.
    retried: Option<String>,
}

#[derive(Template)]
#[template(path = "jobs.html")]
struct JobsPage {
    page: Page,
    is_retried: bool,
    waiting: Waiting,
    jobs: Vec<Line>,
}

/// A failed job in words.
struct Line {
    id: Id,
    /// What was to be done.
    task: String,
    /// When it was given up, after how many attempts.
    failed: String,
    /// What the last attempt met: in our words, if we have them.
    reason: Option<String>,
    /// Else in the words of the log.
    error: String,
    /// The case that it was about.
    case_href: Option<String>,
}

impl Line {
    fn of(ctx: &Ctx, job: Failed) -> Self {
        let when = ctx.t.moment(job.failed_at, ctx.now());
        let case = job.payload.get("case").and_then(|id| id.as_str()).and_then(|id| id.parse::<Id>().ok());
        Self {
            id: job.id,
            task: task(&ctx.t, &job.kind),
            failed: ctx.t.with("desk-job-failed", &[("when", when.into()), ("n", job.attempts.into())]),
            reason: job.last_error.strip_prefix("conflict: ").and_then(|key| ctx.t.find(key)).map(str::to_owned),
            error: job.last_error,
            case_href: case.map(|id| format!("{CASES}/{id}")),
        }
    }
}

/// What a job of this kind was to do: the text `desk-task-notices-send` for `notices.send`, else the kind by its name.
fn task(t: &T, kind: &str) -> String {
    let key = format!("desk-task-{}", kind.replace(['.', '_'], "-"));
    t.find(&key).map_or_else(|| t.with("desk-task-other", &[("kind", kind.into())]), str::to_owned)
}

/// `GET /desk/jobs`
pub(super) async fn list(ctx: Ctx, nav: WorkNav, viewer: SignedIn, Query(asked): Query<Asked>) -> PageResult<Response> {
    viewer.require(Permission::Supervise)?;
    let (failed, waiting) = ctx.app.db.read(|read| Ok((jobs::failed(read)?, jobs::waiting(read)?))).await?;
    let page = JobsPage {
        page: nav.page(&ctx, &viewer, ctx.t.get("desk-jobs")),
        is_retried: asked.retried.is_some(),
        waiting,
        jobs: failed.into_iter().map(|job| Line::of(&ctx, job)).collect(),
    };
    Ok(Html(page).into_response())
}

/// `POST /desk/jobs/{id}/retry`; the form is read for its token.
pub(super) async fn retry(ctx: Ctx, viewer: SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    viewer.require(Permission::Supervise)?;
    let id: Id = id.parse()?;
    ctx.app.db.write(viewer.actor(), move |tx| actions::retry(tx, id)).await?;
    Ok(Redirect::to(&format!("{JOBS}?retried=yes")).into_response())
}
