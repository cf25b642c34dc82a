//! `/desk/jobs`: the work that the program tried in vain, for a supervisor who finds the cause and lets it try again.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use jobs::{Failed, Waiting};
use serde::Deserialize;
use staff::{
    Permission, Viewer,
    pages::{SignedIn, WorkNav},
};
use store::{Read, Tx};
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

/// The failed jobs that this viewer may know of, and how many wait. A job about a matter that does not exist for the viewer
/// is neither listed nor counted; one about a sensitive matter is listed for its unit.
pub(super) fn known(read: &Read<'_>, viewer: &Viewer) -> Result<(Vec<Failed>, Waiting)> {
    let (mut failed, mut waiting) = (jobs::failed(read)?, jobs::waiting(read)?);
    let all = failed.len();
    let supervises = viewer.may(Permission::Supervise);
    let mut fitting = Vec::with_capacity(all);
    for job in failed.drain(..) {
        let Some(subject_id) = subject(&job) else {
            fitting.extend(supervises.then_some(job));
            continue;
        };
        let hidden = cases::hides(read, Some(viewer), subject_id)?;
        let theirs = supervises || cases::is_units_alone(read, subject_id)?;
        fitting.extend((!hidden && theirs).then_some(job));
    }
    let unknown = i64::try_from(all - fitting.len()).map_err(Error::internal)?;
    waiting.failed = if supervises { waiting.failed - unknown } else { i64::try_from(fitting.len()).map_err(Error::internal)? };
    Ok((fitting, waiting))
}

/// The case or notice that the job is about.
fn subject(job: &Failed) -> Option<Id> {
    let id = |name: &str| job.payload.get(name)?.as_str()?.parse().ok();
    id("case").or_else(|| id("notice"))
}

/// Whoever supervises may look; others only while there is something for them.
fn may_look(viewer: &Viewer, known: &[Failed]) -> Result<()> {
    if known.is_empty() { viewer.require(Permission::Supervise) } else { Ok(()) }
}

/// `GET /desk/jobs`
pub(super) async fn list(ctx: Ctx, nav: WorkNav, viewer: SignedIn, Query(asked): Query<Asked>) -> PageResult<Response> {
    let eyes = viewer.0.clone();
    let (failed, waiting) = ctx.app.db.read(move |read| known(read, &eyes)).await?;
    may_look(&viewer, &failed)?;
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
    let id: Id = id.parse()?;
    let eyes = viewer.0.clone();
    let retry = move |tx: &Tx<'_>| {
        let (failed, _) = known(tx, &eyes)?;
        may_look(&eyes, &failed)?;
        if failed.iter().any(|job| job.id == id) { actions::retry(tx, id) } else { Err(Error::Conflict("desk-job-gone")) }
    };
    ctx.app.db.write(viewer.actor(), retry).await?;
    Ok(Redirect::to(&format!("{JOBS}?retried=yes")).into_response())
}
