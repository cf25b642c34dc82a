//! `/upkeep/backups`: where backups go and when, the recovery key, backups made, drills.

use askama::Template;
use axum::{
    Extension,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use base::Error;
use serde::Deserialize;
use staff::{
    Permission,
    pages::{SignedIn, WorkNav},
};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{
    BACKUPS,
    words::{self, Tag},
};
use crate::{Upkeep, actions, archive, health, jobs, model::BackupPlan, store as rows};

#[derive(Deserialize)]
pub(super) struct Asked {
    /// What was just done: `planned`, `asked`, `drilling`.
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "backups.html")]
struct BackupsPage {
    page: Page,
    form: Form,
    done: Option<&'static str>,
    hours: Vec<Choice>,
    planned: bool,
    keyed: bool,
    backups: Vec<Line>,
    drills: Vec<Line>,
    /// Says which backup a drill would try out; without one there is nothing to try.
    newest: Option<String>,
}

/// A backup or a drill in words.
struct Line {
    when: String,
    tag: Tag,
    file: Option<String>,
    facts: Option<String>,
    sha256: Option<String>,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "backup_key.html")]
struct KeyPage {
    page: Page,
    secret: String,
    recipient: String,
}

/// `GET /upkeep/backups`
pub(super) async fn show(ctx: Ctx, nav: WorkNav, viewer: SignedIn, Query(asked): Query<Asked>) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let plan: Option<BackupPlan> = ctx.app.db.read(|read| rows::setting(read, actions::BACKUP)).await?;
    let (folder, hour, kept) =
        plan.map_or_else(|| (String::new(), 2, 14), |plan| (plan.folder.display().to_string(), plan.hour, plan.kept));
    let form = Form::of([("folder", folder), ("hour", hour.to_string()), ("kept", kept.to_string())]);
    let done = asked.done.as_deref().and_then(|done| {
        [("planned", "upkeep-planned"), ("asked", "upkeep-asked"), ("drilling", "upkeep-drilling")].iter().find(|(word, _)| *word == done)
    });
    page(&ctx, &nav, &viewer, form, done.map(|(_, key)| *key)).await
}

async fn page(ctx: &Ctx, nav: &WorkNav, viewer: &SignedIn, form: Form, done: Option<&'static str>) -> PageResult<Response> {
    let load =
        |read: &store::Read<'_>| Ok((rows::setting::<BackupPlan>(read, actions::BACKUP)?, rows::backups(read)?, rows::drills(read)?));
    let (plan, backups, drills) = ctx.app.db.read(load).await?;
    let newest = backups.iter().find(|backup| backup.state == "done").and_then(|backup| backup.file.clone());
    let newest = newest.map(|file| ctx.t.with("upkeep-drill-key-hint", &[("file", file.into())]));
    let page = nav.page(ctx, viewer, ctx.t.get("upkeep-backups")).with_form(&form);
    let hours = (0..24).map(|hour| Choice::new(hour.to_string(), format!("{hour}:00"))).collect();
    let is_refused = !form.errors().is_empty();
    let shown = BackupsPage {
        page,
        form,
        done,
        hours,
        planned: plan.is_some(),
        keyed: plan.is_some_and(|plan| plan.recipient.is_some()),
        backups: backups.into_iter().map(|backup| backup_line(ctx, backup)).collect(),
        drills: drills.into_iter().map(|drill| drill_line(ctx, drill)).collect(),
        newest,
    };
    let status = if is_refused { axum::http::StatusCode::UNPROCESSABLE_ENTITY } else { axum::http::StatusCode::OK };
    Ok((status, Html(shown)).into_response())
}

fn backup_line(ctx: &Ctx, backup: crate::model::Backup) -> Line {
    Line {
        when: ctx.t.moment(backup.asked_at, ctx.now()),
        tag: words::outcome(&backup.state),
        file: backup.file,
        facts: backup.bytes.map(|bytes| health::bytes_in_words(bytes.unsigned_abs())),
        sha256: backup.sha256,
        error: backup.error,
    }
}

fn drill_line(ctx: &Ctx, drill: crate::model::Drill) -> Line {
    let made = drill.made_at.map(|at| ctx.t.moment(at, ctx.now()));
    let facts =
        made.map(|made| ctx.t.with("upkeep-drill-facts", &[("made", made.into()), ("rows", drill.rows.unwrap_or_default().into())]));
    Line {
        when: ctx.t.moment(drill.started_at, ctx.now()),
        tag: words::outcome(&drill.state),
        file: None,
        facts,
        sha256: None,
        error: drill.error,
    }
}

/// `POST /upkeep/backups`
pub(super) async fn plan(
    Extension(upkeep): Extension<Upkeep>,
    ctx: Ctx,
    nav: WorkNav,
    viewer: SignedIn,
    form: Form,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let plan = BackupPlan::parse(form.get("folder"), form.get("hour"), form.get("kept"), upkeep.folder.path());
    let plan =
        plan.and_then(|plan| if can_write(&plan.folder) { Ok(plan) } else { Err(Error::invalid("folder", "upkeep-folder-unwritable")) });
    let plan = match plan {
        Ok(plan) => plan,
        Err(Error::Invalid(faults)) => return page(&ctx, &nav, &viewer, form.refused(&ctx.t, &faults), None).await,
        Err(other) => return Err(other.into()),
    };
    ctx.app.db.write(viewer.actor(), move |tx| actions::plan_backups(tx, &plan)).await?;
    Ok(Redirect::to(&format!("{BACKUPS}?done=planned")).into_response())
}

/// Whether a file can be made there.
fn can_write(folder: &std::path::Path) -> bool {
    tempfile::Builder::new().prefix(".hejnal-").tempfile_in(folder).is_ok()
}

/// `POST /upkeep/backups/key`: the recovery key, which this page shows once.
pub(super) async fn make_key(ctx: Ctx, nav: WorkNav, viewer: SignedIn, _: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let key = archive::new_key();
    let recipient = key.recipient.clone();
    ctx.app.db.write(viewer.actor(), move |tx| actions::set_recipient(tx, &recipient)).await?;
    let page = nav.page(&ctx, &viewer, ctx.t.get("upkeep-key-title"));
    Ok(Html(KeyPage { page, secret: key.secret, recipient: key.recipient }).into_response())
}

/// `POST /upkeep/backups/now`
pub(super) async fn ask(ctx: Ctx, viewer: SignedIn, _: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    ctx.app.db.write(viewer.actor(), |tx| actions::ask_for_backup(tx).map(drop)).await?;
    Ok(Redirect::to(&format!("{BACKUPS}?done=asked")).into_response())
}

/// `POST /upkeep/drills`: the newest backup is restored into a throw-away place with the recovery key, which is forgotten then.
pub(super) async fn drill(
    Extension(upkeep): Extension<Upkeep>,
    ctx: Ctx,
    nav: WorkNav,
    viewer: SignedIn,
    form: Form,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let load = |read: &store::Read<'_>| Ok((rows::setting::<BackupPlan>(read, actions::BACKUP)?, rows::kept_backups(read)?));
    let (plan, kept) = ctx.app.db.read(load).await?;
    let newest = kept.into_iter().next().and_then(|backup| backup.file);
    let (Some(plan), Some(name)) = (plan, newest) else { return Err(Error::Conflict("upkeep-no-backup").into()) };
    let key = form.get("key").to_owned();
    if !archive::is_key(&key) {
        let faults = [base::FieldFault { field: "key", message: "upkeep-key-shape" }];
        let plan_fields = [("folder", plan.folder.display().to_string()), ("hour", plan.hour.to_string()), ("kept", plan.kept.to_string())];
        return page(&ctx, &nav, &viewer, Form::of(plan_fields).refused(&ctx.t, &faults), None).await;
    }
    let begun = ctx.app.db.write(viewer.actor(), actions::begin_drill).await?;
    let db = ctx.app.db.clone();
    tokio::spawn(async move {
        let (file, beside) = (plan.folder.join(name), upkeep.folder.path().join("copies"));
        if let Err(error) = jobs::drill(&db, begun, &file, Some(&key), &beside, upkeep.faults).await {
            tracing::warn!(%error, "the end of a drill could not be noted");
        }
    });
    Ok(Redirect::to(&format!("{BACKUPS}?done=drilling")).into_response())
}
