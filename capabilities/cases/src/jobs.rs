//! What follows from a change of a case: it is handed to its unit, and the residents are told.

mod clocks;
mod codes;
mod incidents;
pub(crate) mod letters;

use std::sync::Arc;

use ::store::{Db, Tx};
use base::{Actor, Error, Id, Result};
use hours::Calendar;
use jobs::{Claimed, Handler, handler};
use notices::{NewNotice, Sender};
use web::App;

use crate::{actions, shell, store};
pub use clocks::begin_watch;
use letters::{Listener, News};
pub use letters::{following_link, private_link};

/// Hands a new case to the unit of its service. Payload: `case`.
pub const DISPATCH: &str = "cases.dispatch";
/// Looks at the clocks whose time has come.
pub const WATCH: &str = "cases.watch";
/// Warns a unit by its shared address that a clock ends. Payload: `case`, `clock`.
pub const WARN: &str = "cases.warn";
/// Tells the residents of a case what happened. Payload: `case`, `event`, `template`.
pub const TELL: &str = "cases.tell";

/// Asks the owner of an address whether to tell them of a case. Payload: `follower`, `event`.
pub const ASK_FOLLOWER: &str = "cases.ask_follower";
/// Mails the code by which somebody shows that a mailbox is theirs. Payload: `code`, `language`.
pub const MAIL_CODE: &str = "cases.mail_code";
/// Forgets a follower who has not said yes. Payload: `follower`.
pub const FORGET_FOLLOWER: &str = "cases.forget_follower";
/// Removes the pictures of an erased photo. Payload: `photo`.
pub const REMOVE_PHOTO: &str = "cases.remove_photo";
/// Removes pictures that nothing names.
pub const SWEEP_PHOTOS: &str = "cases.sweep_photos";
/// Tells the followers of an incident how it ended. Payload: `incident`, `event`.
pub const TELL_INCIDENT: &str = "cases.tell_incident";
/// Forgets those who followed an incident. Payload: `incident`.
pub const FORGET_INCIDENT: &str = "cases.forget_incident";

/// What residents are told of; each has a title and a body in the texts.
const TEMPLATES: [&str; 11] =
    ["received", "moved", "dispatched", "progressed", "scheduled", "asked", "closed", "declined", "promised", "late", "extended"];

/// The handlers of this capability's jobs; `office` is the calendar of units without hours of their own, and by `sender` units
/// are warned.
pub fn handlers(app: &App, office: &Arc<Calendar>, sender: &Sender) -> Vec<(&'static str, Handler)> {
    let office = office.clone();
    let (warning, sender) = (app.clone(), Arc::new(sender.clone()));
    let (telling, asking, removing, sweeping, ending) = (app.clone(), app.clone(), app.clone(), app.clone(), app.clone());
    let remove = move |db: Db, job: Claimed| {
        let app = removing.clone();
        async move { remove_photo(&app, &db, &job).await }
    };
    let sweep = move |db: Db, _| {
        let app = sweeping.clone();
        async move { shell::sweep(&db, &app.files, app.now()).await }
    };
    let (mailing, by) = (app.clone(), sender.clone());
    let mail_code = move |db, job| codes::mail(db, job, mailing.clone(), by.clone());
    let tell_all = move |db, job| {
        let app = telling.clone();
        async move { tell(&app, &db, &job).await }
    };
    let ask = move |db, job| {
        let app = asking.clone();
        async move { ask_follower(&app, &db, &job).await }
    };
    let watch = move |db, _| clocks::watch(db, office.clone());
    let warn = move |db, job| clocks::warn(db, job, warning.clone(), sender.clone());
    vec![
        (DISPATCH, handler(dispatch)),
        (TELL, handler(tell_all)),
        (WATCH, handler(watch)),
        (WARN, handler(warn)),
        (MAIL_CODE, handler(mail_code)),
        (ASK_FOLLOWER, handler(ask)),
        (FORGET_FOLLOWER, handler(forget_follower)),
        (REMOVE_PHOTO, handler(remove)),
        (SWEEP_PHOTOS, handler(sweep)),
        (TELL_INCIDENT, handler(move |db, job| incidents::tell(ending.clone(), db, job))),
        (FORGET_INCIDENT, handler(incidents::forget)),
    ]
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

async fn ask_follower(app: &App, db: &Db, job: &Claimed) -> Result<()> {
    let (follower_id, event_id, app) = (job.id_of("follower")?, job.id_of("event")?, app.clone());
    let queue = move |tx: &Tx<'_>| {
        let news = letters::of_follower(tx, follower_id)?;
        let mut notices = news.listeners.iter().map(|listener| notice(&app, &news, listener, event_id));
        notices.try_for_each(|notice| notices::actions::queue(tx, &notice).map(drop))
    };
    db.write(Actor::SYSTEM, queue).await
}

async fn forget_follower(db: Db, job: Claimed) -> Result<()> {
    let follower_id = job.id_of("follower")?;
    db.write(Actor::SYSTEM, move |tx| actions::forget_unconfirmed(tx, follower_id)).await
}

fn notice(app: &App, news: &News, listener: &Listener, event_id: Id) -> NewNotice {
    let letter = letters::compose(app, news, listener);
    NewNotice {
        resident_id: listener.resident_id,
        reach: listener.reach.clone(),
        subject_id: listener.subject_id,
        template: listener.template(news),
        language: listener.language,
        title: letter.title,
        body: letter.body,
        thread: Some(listener.subject_id),
        cause_id: event_id,
    }
}
