//! What follows from a change of a case: it is handed to its unit, and the residents are told.

pub(crate) mod letters;

use ::store::{Db, Tx};
use base::{Actor, Error, Id, Result};
use jobs::{Claimed, Handler, handler};
use notices::NewNotice;
use web::App;

use crate::{actions, shell, store};
pub use letters::private_link;
use letters::{Listener, News};

/// Hands a new case to the unit of its service. Payload: `case`.
pub const DISPATCH: &str = "cases.dispatch";
/// Tells the residents of a case what happened. Payload: `case`, `event`, `template`.
pub const TELL: &str = "cases.tell";

/// Removes the pictures of an erased photo. Payload: `photo`.
pub const REMOVE_PHOTO: &str = "cases.remove_photo";
/// Removes pictures that nothing names.
pub const SWEEP_PHOTOS: &str = "cases.sweep_photos";

/// What residents are told of; each has a title and a body in the texts.
const TEMPLATES: [&str; 7] = ["received", "dispatched", "progressed", "scheduled", "asked", "closed", "declined"];

/// The handlers of this capability's jobs.
pub fn handlers(app: &App) -> Vec<(&'static str, Handler)> {
    let (app, removing, sweeping) = (app.clone(), app.clone(), app.clone());
    let remove = move |db: Db, job: Claimed| {
        let app = removing.clone();
        async move { remove_photo(&app, &db, &job).await }
    };
    let sweep = move |db: Db, _| {
        let app = sweeping.clone();
        async move { shell::sweep(&db, &app.files, app.now()).await }
    };
    let tell_all = move |db, job| {
        let app = app.clone();
        async move { tell(&app, &db, &job).await }
    };
    vec![(DISPATCH, handler(dispatch)), (TELL, handler(tell_all)), (REMOVE_PHOTO, handler(remove)), (SWEEP_PHOTOS, handler(sweep))]
}

async fn remove_photo(app: &App, db: &Db, job: &Claimed) -> Result<()> {
    let id = job.id_of("photo")?;
    let photo = db.read(move |read| store::photo_with(read, id)).await?;
    shell::remove(db, &app.files, [Some(photo.original), photo.covered].into_iter().flatten().collect()).await
}

async fn dispatch(db: Db, job: Claimed) -> Result<()> {
    let case_id = job.id_of("case")?;
    db.write(Actor::SYSTEM, move |tx| actions::dispatch_by_service(tx, case_id)).await
}

async fn tell(app: &App, db: &Db, job: &Claimed) -> Result<()> {
    let (case_id, event_id) = (job.id_of("case")?, job.id_of("event")?);
    let told = job.payload.get("template").and_then(serde_json::Value::as_str).unwrap_or_default();
    let template = TEMPLATES.into_iter().find(|known| *known == told).ok_or_else(|| Error::internal(format!("no notice {told}")))?;
    let app = app.clone();
    // Read and queued in one transaction, so that an address that was erased meanwhile is not written again.
    let queue = move |tx: &Tx<'_>| {
        let news = letters::of_event(tx, case_id, event_id, template)?;
        let mut notices = news.listeners.iter().map(|listener| notice(&app, &news, listener, event_id));
        notices.try_for_each(|notice| notices::actions::queue(tx, &notice).map(drop))
    };
    db.write(Actor::SYSTEM, queue).await
}

fn notice(app: &App, news: &News, listener: &Listener, event_id: Id) -> NewNotice {
    let letter = letters::compose(app, news, listener);
    NewNotice {
        resident_id: listener.resident_id,
        reach: listener.reach.clone(),
        subject_id: listener.report_id,
        template: news.template,
        language: listener.language,
        title: letter.title,
        body: letter.body,
        thread: Some(listener.report_id),
        cause_id: event_id,
    }
}
