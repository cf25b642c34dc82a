//! Looks at the clocks of cases when their time comes, and warns units by mail.

use std::sync::Arc;

use ::jobs::{Claimed, Job};
use ::store::{Db, Read, Tx};
use base::{Actor, Error, Id, Language, Result, Wording};
use hours::Calendar;
use notices::{Sender, Trial};
use serde_json::json;
use web::App;

use super::WATCH;
use crate::{
    actions,
    model::{ClockKind, last_day},
    store,
};

/// Cases looked at by one job; the next job has the rest.
const BATCH: i64 = 200;
/// A look is begun at most this often, in seconds, by whichever process comes first.
const EVERY_SECONDS: i64 = 50;

/// Enqueues a look at the clocks when there is one to look at. To be asked every minute.
///
/// # Errors
/// As [`Tx::execute`].
pub fn begin_watch(tx: &Tx<'_>) -> Result<()> {
    let due = !store::to_look(tx, tx.now(), 1)?.is_empty();
    if due && ::store::journal::hold_lease(tx, WATCH, Id::new(), EVERY_SECONDS)? {
        ::jobs::enqueue(tx, &Job::now(WATCH, json!({})))?;
    }
    Ok(())
}

/// Each case in a transaction of its own, so that one that cannot be looked at keeps no other waiting.
pub(super) async fn watch(db: Db, office: Arc<Calendar>) -> Result<()> {
    let now = db.now();
    let waiting = db.read(move |read| store::to_look(read, now, BATCH)).await?;
    let mut worst = Ok(());
    for case_id in &waiting {
        let (case_id, office) = (*case_id, office.clone());
        let looked = db.write(Actor::SYSTEM, move |tx| actions::look(tx, case_id, &office)).await;
        worst = worst.and(looked);
    }
    worst
}

/// What a unit is warned of.
struct Warning {
    address: String,
    number: String,
    service: Wording,
    sensitive: bool,
    clock: ClockKind,
    due_at: base::Moment,
}

pub(super) async fn warn(db: Db, job: Claimed, app: App, sender: Arc<Sender>) -> Result<()> {
    let (case_id, word) = (job.id_of("case")?, job.payload["clock"].as_str().unwrap_or_default().to_owned());
    let clock = ClockKind::from_word(&word).ok_or_else(|| Error::internal(format!("no clock {word}")))?;
    match db.read(move |read| warning(read, case_id, clock)).await? {
        Some(warning) => notices::write_to_unit(&sender, letter(&app, case_id, warning), db.now()).await,
        None => Ok(()),
    }
}

/// Nothing when the case ended meanwhile, no unit has it, or its unit has no shared address.
fn warning(read: &Read<'_>, case_id: Id, kind: ClockKind) -> Result<Option<Warning>> {
    let case = store::load(read, case_id)?;
    let unit = case.stage.unit_id().map(|id| staff::unit(read, id)).transpose()?;
    let clock = store::clocks_of(read, case_id)?.get(kind).copied().filter(|clock| clock.met_at.is_none());
    let (Some(address), Some(clock)) = (unit.and_then(|unit| unit.email), clock) else { return Ok(None) };
    let reports = store::reports_of(read, case_id)?;
    let number = reports.first().map(|first| first.number.to_string()).unwrap_or_default();
    let service = store::service_name(read, case.service_id)?;
    Ok(Some(Warning { address, number, service, sensitive: case.sensitive, clock: kind, due_at: clock.due_at }))
}

/// In Polish, as units work; of a sensitive matter it says nothing but where to look.
fn letter(app: &App, case_id: Id, warning: Warning) -> Trial {
    let t = app.t(Language::Pl);
    let link = format!("{}/cases/{case_id}", app.settings.public_url);
    let arguments = [
        ("sensitive", if warning.sensitive { "yes" } else { "no" }.into()),
        ("number", warning.number.as_str().into()),
        ("service", warning.service.of(Language::Pl).into()),
        ("clock", t.get(warning.clock.key()).into()),
        ("due", t.moment(last_day(warning.due_at), app.now()).into()),
        ("link", link.as_str().into()),
    ];
    let speak = |key: &str| t.with(key, &arguments);
    Trial { address: warning.address, language: Language::Pl, title: speak("cases-warning-title"), body: speak("cases-warning-body") }
}
