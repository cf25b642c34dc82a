//! Reports of one thing are brought together into one case, and taken apart again. A report's number always leads to the case
//! to which it belongs now.

use ::store::Tx;
use base::{Error, Id, Moment, Result};
use serde_json::json;

use super::{Opened, clocks, opened_facts, step, tell};
use crate::{
    events,
    model::{Case, NewReport, Step},
    store::{self, Course, MOST_MOVED},
};
use ::store::{NewEvent, journal};

/// Why a report is moved: how its author is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Together with others about the same thing.
    Joined,
    /// On its own.
    Apart,
}

impl Why {
    fn word(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::Apart => "apart",
        }
    }
}

/// Makes the reports of a case those of `into`; the emptied case ends as a duplicate that points there.
///
/// # Errors
/// `Conflict` with the reason why the two stay apart.
pub fn merge(tx: &Tx<'_>, case_id: Id, into_id: Id) -> Result<()> {
    let into = store::load(tx, into_id)?;
    store::load(tx, case_id)?.merges_into(&into)?;
    let reports = movable(tx, case_id)?;
    step(tx, case_id, Step::Close(crate::Outcome::Duplicate))?;
    store::set_merged_into(tx, case_id, Some(into_id))?;
    tell(tx, case_id, events::MERGED, json!({ "into": into_id, "reports": reports }))?;
    tell(tx, into_id, events::JOINED, json!({ "from": case_id, "reports": reports }))?;
    reports.iter().try_for_each(|report_id| move_report(tx, *report_id, into_id, Why::Joined))
}

fn movable(tx: &Tx<'_>, case_id: Id) -> Result<Vec<Id>> {
    let reports = store::report_ids(tx, case_id)?;
    let few = i64::try_from(reports.len()).is_ok_and(|count| count <= MOST_MOVED);
    if few { Ok(reports) } else { Err(Error::Conflict("case-merge-many")) }
}

fn move_report(tx: &Tx<'_>, report_id: Id, into: Id, why: Why) -> Result<()> {
    store::move_report(tx, report_id, into)?;
    store::move_photos(tx, report_id, into)?;
    let facts = json!({ "case": into, "why": why.word() });
    tx.record(NewEvent { subject_kind: "report", subject_id: report_id, kind: events::MOVED, facts }).map(drop)
}

/// Takes a merging back: the reports that came from the case return, and it stands where it stood.
///
/// # Errors
/// `Conflict` when it was not merged, or one of its reports has gone elsewhere since.
pub fn unmerge(tx: &Tx<'_>, case_id: Id) -> Result<()> {
    let mut case = store::load(tx, case_id)?;
    let merging = store::merging_of(tx, &case)?.ok_or(Error::Conflict("case-not-merged"))?;
    let into_id = case.merged_into.ok_or(Error::Conflict("case-not-merged"))?;
    let reports: Vec<Id> = serde_json::from_value(merging.facts["reports"].clone()).map_err(Error::internal)?;
    for report_id in &reports {
        if store::home_of(tx, *report_id)?.0 != into_id {
            return Err(Error::Conflict("case-unmerge-moved"));
        }
    }
    case.stage = course(tx, case_id)?.merged.ok_or(Error::Conflict("case-not-merged"))?.1;
    store::save_stage(tx, &case)?;
    store::set_merged_into(tx, case_id, None)?;
    tell(tx, case_id, events::UNMERGED, json!({ "from": into_id }))?;
    store::clocks_of(tx, case_id)?.all().iter().try_for_each(|clock| store::put_look(tx, case_id, clock.kind, Some(tx.now())))?;
    tell(tx, into_id, events::PARTED, json!({ "into": case_id, "reports": reports }))?;
    reports.iter().try_for_each(|report_id| move_report(tx, *report_id, case_id, Why::Apart))
}

/// The course of the case as its journal tells it.
fn course(tx: &Tx<'_>, case_id: Id) -> Result<Course> {
    let story = journal::of_subject(tx, case_id)?;
    let told = story.iter().skip(1).try_fold(Course::START, |course, event| course.after(&event.kind, event.at, &event.facts));
    told.map_err(Error::internal)
}

/// Which case a report becomes on its own.
#[derive(Debug, Clone, Copy)]
pub struct Split {
    /// The service that it is about.
    pub service_id: Id,
    /// The promised moment.
    pub due_at: Option<Moment>,
}

/// Makes one report of a case a case of its own; merging it again takes that back. Says which case that is.
///
/// # Errors
/// `Conflict` when the case is closed or has no other report, or the service is another controller's or not as secret.
pub fn split(tx: &Tx<'_>, report_id: Id, own: &Split) -> Result<Id> {
    let (case_id, number) = store::home_of(tx, report_id)?;
    let case = store::load(tx, case_id)?;
    let (service, kept) = (services::find(tx, own.service_id)?, store::kept_as(tx, own.service_id)?);
    if case.stage.outcome().is_some() {
        return Err(Error::Conflict("case-refused-closed"));
    }
    if store::report_ids(tx, case_id)?.len() < 2 {
        return Err(Error::Conflict("case-split-only"));
    }
    if kept.controller != case.controller {
        return Err(Error::Conflict("case-split-controller"));
    }
    if kept.sensitive != case.sensitive {
        return Err(Error::Conflict("case-split-sensitive"));
    }
    let opened = Opened { number, report_id, case_id: Id::new() };
    let new = NewReport {
        public: service.public && case.public,
        place: first_place(tx, report_id, &case)?,
        due_at: own.due_at,
        ..NewReport::about(&service, interactions::Channel::Other, base::Language::Pl)
    };
    store::insert_case(tx, opened.case_id, &new, &kept)?;
    let mut facts = opened_facts(&new, &kept);
    facts["split_from"] = json!(case_id);
    let event = tx.record_first(NewEvent { subject_kind: "case", subject_id: opened.case_id, kind: events::OPENED, facts })?;
    clocks::follow(tx, &event)?;
    tell(tx, case_id, events::SPLIT, json!({ "into": opened.case_id, "report": report_id }))?;
    move_report(tx, report_id, opened.case_id, Why::Apart)?;
    Ok(opened.case_id)
}

/// Where its author said that it is: the place of the first case to which the report belonged.
fn first_place(tx: &Tx<'_>, report_id: Id, case: &Case) -> Result<crate::Place> {
    let first = store::stays_of(tx, report_id)?.first().map_or(case.id, |stay| stay.case_id);
    Ok(store::load(tx, first)?.place)
}
