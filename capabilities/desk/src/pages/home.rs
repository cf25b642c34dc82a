//! `/desk`: what this viewer may do, each with a sentence.

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::Result;
use staff::{
    Permission, Viewer,
    pages::{PEOPLE, SignedIn, WorkNav},
};
use web::{Ctx, Html, Page, PageResult, T};

use super::{CASES, ERRANDS, JOBS, NEW_CONVERSATION, RESIDENTS, errands, failed_jobs};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Page,
    tasks: Vec<Task>,
}

/// A link with the sentence that says what one does there.
struct Task {
    href: &'static str,
    title: String,
    text: String,
}

impl Task {
    /// The task whose words have the key `key`, and `key`-text.
    fn new(t: &T, href: &'static str, key: &str) -> Self {
        Self { href, title: t.get(key).to_owned(), text: t.get(&format!("{key}-text")).to_owned() }
    }
}

/// `GET /desk`
pub(super) async fn show(ctx: Ctx, nav: WorkNav, viewer: SignedIn) -> PageResult<Response> {
    let page = nav.page(&ctx, &viewer, ctx.t.get("desk-home"));
    Ok(Html(HomePage { page, tasks: tasks(&ctx, &viewer).await? }).into_response())
}

async fn tasks(ctx: &Ctx, viewer: &Viewer) -> Result<Vec<Task>> {
    let t = &ctx.t;
    let mut tasks = Vec::new();
    if viewer.may(Permission::SeeAllCases) {
        tasks.push(Task::new(t, CASES, "desk-all-cases"));
    } else if viewer.may(Permission::WorkCases) {
        tasks.push(Task::new(t, CASES, "desk-cases"));
    }
    if viewer.may(Permission::TakeReports) {
        tasks.push(Task::new(t, NEW_CONVERSATION, "desk-talk"));
    }
    if viewer.may(Permission::SeeResidents) {
        tasks.push(Task::new(t, RESIDENTS, "desk-residents"));
    }
    if has_errands(ctx, viewer).await? {
        tasks.push(Task::new(t, ERRANDS, "desk-errands"));
    }
    if viewer.may(Permission::Supervise) {
        let eyes = viewer.clone();
        let failed = ctx.app.db.read(move |read| failed_jobs::known(read, &eyes)).await?.1.failed;
        tasks.push(Task { href: JOBS, title: t.get("desk-jobs").to_owned(), text: t.count("desk-jobs-count", failed) });
    }
    if viewer.may(Permission::Administer) {
        tasks.push(Task::new(t, PEOPLE, "desk-people"));
    }
    if ctx.app.settings.demo {
        tasks.push(Task::new(t, notices::pages::MAILBOX, "desk-mailbox"));
    }
    Ok(tasks)
}

/// Whether there may be something to tell: always for the centre, for a unit while there is.
async fn has_errands(ctx: &Ctx, viewer: &Viewer) -> Result<bool> {
    if errands::is_of_centre(viewer) || !viewer.may(Permission::WorkCases) {
        return Ok(errands::is_of_centre(viewer));
    }
    let eyes = viewer.clone();
    let open = ctx.app.db.read(move |read| errands::of(read, &eyes)).await?;
    Ok(!open.is_empty())
}
