//! The rows of cases and reports.

mod answers;
mod clocks;
mod course;
pub mod figures;
mod followers;
mod inbox;
mod incident_followers;
mod incidents;
mod likely;
mod mailbox_codes;
mod merging;
mod on_time;
mod people;
mod photos;
mod public_figures;
mod reports;
mod sight;
mod spots;
mod story;
mod verdicts;
mod verify;
mod views;

use base::{Error, Id, Language, Moment, Point, ReportNumber, Result, Wording};
use serde_json::Value as Json;
use services::{Kind, LegalForm};
use staff::{Permission, Viewer};
use store::{Event, Read, Row, Tx, params};

use crate::{
    actions::Opened,
    model::{Case, Eyes, NewReport, Outcome, Place, Stage},
    public::Done,
};

pub use answers::questions_of_matters;
pub(crate) use answers::{answers_for, answers_of_report, choices_of, choices_since, insert_answers, routable_since};
pub(crate) use clocks::{clocks_between, clocks_of, delete_clock, look_at, put_clock, put_due, put_form, put_look, to_look, wake};
pub(crate) use course::Course;
pub(crate) use followers::{
    NewFollower, came_to_follow, count_followers, count_reports, find_follower, follower_with_token, followers_told, following_of,
    followings_of, insert_follower, set_confirmed, set_ended,
};
pub use inbox::{Counts, InboxRow, PAGE, Scope, Window, inbox, inbox_counts, undispatched};
pub(crate) use inbox::{inbox_facets, inbox_of};
pub(crate) use incident_followers::{
    IncidentFollower, came_to_follow_incident, count_incident_followers, end_incident_follower, followers_of_incident, follows_incident,
    incidents_followed_by, insert_incident_follower, untold_authors, untold_followers,
};
pub(crate) use incidents::{
    INCIDENT_CASES, areas, candidates, cases_of_incident, delete_case_incident, find_incident, incident_of, incidents,
    insert_case_incident, insert_incident, insert_incident_words, known_cause, open_in_incident, set_incident_ended, texts_of_incident,
};
pub(crate) use likely::likely;
pub(crate) use mailbox_codes::{count_codes, count_try, delete_codes, find_code, insert_code, put_digest, set_code_used};
pub(crate) use merging::{
    MOST_MOVED, Stay, alike, authors_ever, home_of, merged_from, merged_with, merging_of, move_photos, move_report, number_once,
    report_ids, set_merged_into, split_from, stays_of,
};
pub(crate) use on_time::{Of, OnTimeRow, Span, on_time, on_time_cases};
pub(crate) use people::{Load, MARKS, delete_mark, delete_person, insert_mark, load_by_person, marks_of, person_of, put_person};
pub(crate) use photos::{
    Queued, insert_photo, is_named, named_after, no_photos_of, photo_with, photos_of, put_no_photo, put_reason, save_photo, verify_photos,
    waiting_photos,
};
pub(crate) use public_figures::{Part, due_by_part, ended_by_part, judged_by_part, open_by_part, received_by_part};
pub use reports::{KnownReport, Report, reports_known_to, resident_of_report};
pub(crate) use reports::{report_by_number, reports_by_resident, reports_of};
pub(crate) use sight::{Guest, account_with_login, controllers, delete_guest, guests, insert_guest, is_guest, put_controllers, visible};
pub use sight::{eyes, hides, is_units_alone, nearby};
pub(crate) use spots::{case_of_report, spot_of, spots};
pub(crate) use story::{By, Entry, Returned, Routed, returned, story_of};
pub(crate) use verdicts::{
    Closure, NewVerdict, UNDECIDED, Undecided, closure_of, insert_verdict, insert_words_about, reopenings, said_of_verdict, set_ruling,
    undecided_for, undecided_of, verdict_of, verdicts_of,
};
pub use verify::verify;
pub(crate) use views::{VIEWS, View, delete_view, insert_view, views};

pub(crate) const COLUMNS: &str = "c.id, c.kind, c.service_id, c.unit_id, c.state, c.outcome, c.closed_at, c.public, c.opened_at, c.due_at,
    c.lat_e7, c.lng_e7, c.area_id, c.place, c.controller, c.sensitive, (select h.unit_id from services h where h.id = c.service_id),
    c.asset_id, c.turn, c.scheduled_on, c.legal_form, c.about_unit_id, c.merged_into";
/// How many columns [`COLUMNS`] has: the place of the first one after them.
pub(crate) const WIDTH: usize = 23;

pub(crate) fn case(row: &Row<'_>) -> Result<Case> {
    let kind: String = row.get(1)?;
    let lat_lng: (Option<i64>, Option<i64>) = (row.get(10)?, row.get(11)?);
    let point = lat_lng.0.zip(lat_lng.1).map(|(lat_e7, lng_e7)| Point { lat_e7, lng_e7 });
    let form: Option<String> = row.get(20)?;
    Ok(Case {
        id: row.get(0)?,
        kind: Kind::from_word(&kind).ok_or_else(|| Error::internal(format!("unknown kind {kind}")))?,
        service_id: row.get(2)?,
        home_id: row.get(16)?,
        stage: stage(row)?,
        public: row.get(7)?,
        controller: row.get(14)?,
        sensitive: row.get(15)?,
        legal_form: form.as_deref().and_then(LegalForm::from_word),
        about_unit_id: row.get(21)?,
        opened_at: row.get(8)?,
        due_at: row.get(9)?,
        place: Place { point, area_id: row.get(12)?, asset_id: row.get(17)?, words: row.get(13)? },
        merged_into: row.get(22)?,
    })
}

fn stage(row: &Row<'_>) -> Result<Stage> {
    let (unit_id, state): (Option<Id>, String) = (row.get(3)?, row.get(4)?);
    let outcome: Option<String> = row.get(5)?;
    let closed_at: Option<Moment> = row.get(6)?;
    let outcome = outcome.as_deref().and_then(Outcome::from_word);
    let (turn, scheduled_on): (Option<String>, Option<String>) = (row.get(18)?, row.get(19)?);
    let on = scheduled_on.and_then(|day| day.parse().ok());
    match (state.as_str(), turn.as_deref(), unit_id) {
        ("received", None, None) => Ok(Stage::Received),
        ("dispatched", None, Some(unit)) => Ok(Stage::Dispatched(unit)),
        ("dispatched", Some(REOPENED), Some(unit)) => Ok(Stage::Reopened(unit)),
        ("accepted", None, Some(unit)) => Ok(Stage::Accepted(unit)),
        ("in_progress", None, Some(unit)) => Ok(Stage::InProgress(unit)),
        ("in_progress", Some(WAITING), Some(unit)) => Ok(Stage::Waiting(unit)),
        ("in_progress", Some(SCHEDULED), Some(unit_id)) => {
            on.map(|on| Stage::Scheduled { unit_id, on }).ok_or_else(|| contradiction(&state))
        }
        ("closed", None, unit_id) => {
            outcome.zip(closed_at).map(|(outcome, at)| Stage::Closed { unit_id, outcome, at }).ok_or_else(|| contradiction(&state))
        }
        _ => Err(contradiction(&state)),
    }
}

/// What the column `turn` says beside the state.
const REOPENED: &str = "reopened";
const WAITING: &str = "resident";
const SCHEDULED: &str = "scheduled";

fn contradiction(state: &str) -> Error {
    Error::internal(format!("a case row contradicts itself in state {state}"))
}

/// State and turn as the row has them.
fn kept_stage(stage: Stage) -> (&'static str, Option<&'static str>) {
    match stage {
        Stage::Reopened(_) => ("dispatched", Some(REOPENED)),
        Stage::Waiting(_) => ("in_progress", Some(WAITING)),
        Stage::Scheduled { .. } => ("in_progress", Some(SCHEDULED)),
        plain => (plain.word(), None),
    }
}

pub(crate) fn insert_case(tx: &Tx<'_>, id: Id, new: &NewReport, kept: &KeptAs) -> Result<()> {
    tx.execute(
        "insert into cases (id, kind, service_id, state, controller, public, opened_at, due_at, changed_at, lat_e7, lng_e7, area_id, place,
             sensitive, archive, asset_id)
         values ($1, $2, $3, 'received', $11, $4, $5, $6, $5, $7, $8, $9, $10, $12, $13, $14)",
        params![
            id,
            new.kind.word(),
            new.service_id,
            new.public && !kept.sensitive,
            tx.now(),
            new.due_at,
            new.place.point.map(|point| point.lat_e7),
            new.place.point.map(|point| point.lng_e7),
            new.place.area_id,
            new.place.words.trim(),
            kept.controller,
            kept.sensitive,
            kept.archive,
            new.place.asset_id
        ],
    )?;
    Ok(())
}

/// What a case takes from its service for good, whatever becomes of the service.
pub(crate) struct KeptAs {
    /// The key of the data controller.
    pub controller: String,
    /// Whether only its unit may know of it.
    pub sensitive: bool,
    /// The archive category.
    pub archive: Option<String>,
}

pub(crate) fn kept_as(read: &Read<'_>, service_id: Id) -> Result<KeptAs> {
    let sql = "select coalesce(u.controller, 'city') from services s left join units u on u.id = s.unit_id where s.id = $1";
    let controller = read.find(sql, params![service_id], |row| row.get(0))?.unwrap_or_else(|| "city".to_owned());
    Ok(KeptAs { controller, sensitive: services::is_sensitive(read, service_id)?, archive: services::archive_of(read, service_id)? })
}

pub(crate) fn insert_report(tx: &Tx<'_>, opened: &Opened, new: &NewReport, interaction_id: Id, resident_id: Option<Id>) -> Result<()> {
    tx.execute(
        "insert into reports (id, number, case_id, interaction_id, resident_id, body, language, received_at, token)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            opened.report_id,
            opened.number.value(),
            opened.case_id,
            interaction_id,
            resident_id,
            new.body.trim(),
            new.language.tag(),
            tx.now(),
            new.token
        ],
    )?;
    Ok(())
}

pub(crate) fn number_taken(read: &Read<'_>, number: ReportNumber) -> Result<bool> {
    read.value("select exists (select 1 from reports where number = $1)", params![number.value()])
}

pub(crate) fn with_token(read: &Read<'_>, token: Id) -> Result<Option<Opened>> {
    read.find("select number, id, case_id from reports where token = $1", params![token], |row| {
        Ok(Opened { number: number(row.get(0)?)?, report_id: row.get(1)?, case_id: row.get(2)? })
    })
}

pub(crate) fn number(value: i64) -> Result<ReportNumber> {
    ReportNumber::from_value(value).ok_or_else(|| Error::internal(format!("{value} is no report number")))
}

pub(crate) fn load(read: &Read<'_>, id: Id) -> Result<Case> {
    read.one(&format!("select {COLUMNS} from cases c where c.id = $1"), params![id], case)
}

pub(crate) fn save_stage(tx: &Tx<'_>, case: &Case) -> Result<()> {
    let (state, turn) = kept_stage(case.stage);
    let (outcome, on) = (case.stage.outcome().map(Outcome::word), case.stage.scheduled_on().map(|on| on.to_string()));
    tx.execute(
        "update cases set state = $2, unit_id = $3, outcome = $4, closed_at = $5, changed_at = $6, turn = $7, scheduled_on = $8 where id = $1",
        params![case.id, state, case.stage.unit_id(), outcome, case.stage.closed_at(), tx.now(), turn, on],
    )?;
    Ok(())
}

pub(crate) fn insert_words(tx: &Tx<'_>, event: &Event, words: &str, language: Language) -> Result<()> {
    insert_words_of(tx, event, words, language, None)
}

/// Words that are not the city's: those of the author of this report.
pub(crate) fn insert_words_of(tx: &Tx<'_>, event: &Event, words: &str, language: Language, report_id: Option<Id>) -> Result<()> {
    tx.execute(
        "insert into case_words (event_id, case_id, body, language, report_id) values ($1, $2, $3, $4, $5)",
        params![event.id, event.subject_id, words, language.tag(), report_id],
    )?;
    Ok(())
}

/// What the author of the report said last, beside the report itself.
pub(crate) fn last_said(read: &Read<'_>, report_id: Id) -> Result<Option<String>> {
    let sql = "select w.body from case_words w join events e on e.id = w.event_id where w.report_id = $1 order by e.version desc limit 1";
    read.find(sql, params![report_id], |row| row.get(0))
}

/// The words said with each event of the case, by the event's id.
pub(crate) fn words_of(read: &Read<'_>, case_id: Id) -> Result<Vec<(Id, String)>> {
    read.query("select event_id, body from case_words where case_id = $1", params![case_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The words said with this event.
pub(crate) fn words_about(read: &Read<'_>, event_id: Id) -> Result<Option<String>> {
    read.find("select body from case_words where event_id = $1", params![event_id], |row| row.get(0))
}

pub(crate) fn blank_report(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update reports set body = '' where id = $1", params![id])?;
    tx.execute("update case_words set body = '' where report_id = $1", params![id])?;
    verdicts::blank_verdicts(tx, id)?;
    answers::blank_answers_of(tx, id)
}

/// Blanks where it was and what we said; the rows stay.
pub(crate) fn blank_case(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update cases set place = '', lat_e7 = null, lng_e7 = null, asset_id = null where id = $1", params![id])?;
    tx.execute("update case_words set body = '', no_photo = null where case_id = $1", params![id]).map(drop)
}

pub(crate) fn put_place_words(tx: &Tx<'_>, id: Id, words: &str) -> Result<()> {
    tx.execute("update cases set place = $2 where id = $1", params![id, words]).map(drop)
}

pub(crate) fn put_words(tx: &Tx<'_>, event_id: Id, words: &str) -> Result<()> {
    tx.execute("update case_words set body = $2 where event_id = $1", params![event_id, words]).map(drop)
}

/// A case with its reports and the words said with its events, if the viewer may know of it. The words of a resident
/// whose data is restricted are left out.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it is another unit's.
pub fn find_for(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<(Case, Vec<Report>)> {
    let case = visible_case(read, viewer, id)?;
    let mut reports = reports_of(read, id)?;
    let restricted = restricted_to(read, viewer, id)?;
    if !restricted.is_empty() {
        reports.iter_mut().filter(|report| restricted.contains(&report.id)).for_each(|report| report.body.clear());
    }
    Ok((case, reports))
}

/// The reports of residents whose data may only be kept (GDPR art. 18), and so not be read by the viewer.
pub(crate) fn restricted_to(read: &Read<'_>, viewer: &Viewer, case_id: Id) -> Result<Vec<Id>> {
    if viewer.may(Permission::ProtectData) { Ok(Vec::new()) } else { restricted_reports(read, case_id) }
}

pub(crate) fn restricted_reports(read: &Read<'_>, case_id: Id) -> Result<Vec<Id>> {
    let sql = "select r.id from reports r join residents p on p.id = r.resident_id where r.case_id = $1 and p.restricted_at is not null";
    read.query(sql, params![case_id], |row| row.get(0))
}

fn visible_case(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<Case> {
    case_if(read, viewer, id, |_, _| true)
}

/// A case that the viewer may know of, if `may` holds too.
fn case_if(read: &Read<'_>, viewer: &Viewer, id: Id, may: impl Fn(&Case, &Eyes) -> bool) -> Result<Case> {
    let (case, eyes) = (load(read, id)?, eyes(read, viewer)?);
    match (case.is_visible_to(&eyes), may(&case, &eyes)) {
        (false, _) => Err(Error::NotFound),
        (true, false) => Err(Error::Forbidden),
        (true, true) => Ok(case),
    }
}

/// A case on which the viewer is about to work: accept it, tell of progress, close it.
///
/// # Errors
/// [`Error::NotFound`] as [`find_for`]; [`Error::Forbidden`] when they may only look.
pub fn find_to_work(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<Case> {
    case_if(read, viewer, id, Case::is_worked_on_by)
}

/// A case that the viewer is about to hand to a unit.
///
/// # Errors
/// [`Error::NotFound`] as [`find_for`]; [`Error::Forbidden`] when they may not dispatch.
pub fn find_to_dispatch(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<Case> {
    case_if(read, viewer, id, Case::is_dispatched_by)
}

/// A case of which the viewer is about to say what it is in law: its unit, and those who hand cases to units.
///
/// # Errors
/// [`Error::NotFound`] as [`find_for`]; [`Error::Forbidden`] when they may only look.
pub fn find_to_form(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<Case> {
    case_if(read, viewer, id, |case, eyes| case.is_worked_on_by(eyes) || case.is_dispatched_by(eyes))
}

/// A sensitive case that the viewer is about to show to somebody outside its unit.
///
/// # Errors
/// [`Error::NotFound`] as [`find_for`]; [`Error::Forbidden`] for all but its unit.
pub fn find_to_share(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<Case> {
    case_if(read, viewer, id, Case::is_shared_by)
}

pub(crate) fn lately_done(read: &Read<'_>, count: i64) -> Result<Vec<Done>> {
    read.query(
        "select r.number, c.service_id, c.place, c.outcome, c.closed_at from cases c
         join reports r on r.id = (select f.id from reports f where f.case_id = c.id order by f.received_at, f.id limit 1)
         where c.public and not c.sensitive and c.state = 'closed' order by c.closed_at desc, c.id limit $1",
        params![count],
        |row| {
            let outcome: String = row.get(3)?;
            let outcome = Outcome::from_word(&outcome).ok_or_else(|| Error::internal(format!("unknown outcome {outcome}")))?;
            Ok(Done { number: number(row.get(0)?)?, service_id: row.get(1)?, place: row.get(2)?, outcome, closed_at: row.get(4)? })
        },
    )
}

pub(crate) fn service_name(read: &Read<'_>, service_id: Id) -> Result<Wording> {
    read.one("select name from services where id = $1", params![service_id], |row| wording(row.get(0)?))
}

pub(crate) fn wording(json: Json) -> Result<Wording> {
    serde_json::from_value(json).map_err(Error::internal)
}

/// The report of which the event tells, and the case to which it belongs now.
///
/// # Errors
/// [`Error::NotFound`] when it tells of none.
pub(crate) fn report_with_event(read: &Read<'_>, event_id: Id) -> Result<(Id, Id)> {
    let sql = "select r.id, r.case_id from reports r join events e on e.subject_id = r.id where e.id = $1";
    read.one(sql, params![event_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Where changes of a case are heard: the numbers of its reports, its unit, and whether it is sensitive.
pub(crate) fn heard_at(read: &Read<'_>, case_id: Id) -> Result<(Vec<ReportNumber>, Option<Id>, bool)> {
    let numbers = read.query("select number from reports where case_id = $1 limit 200", params![case_id], |row| number(row.get(0)?))?;
    let found = read.find("select unit_id, sensitive from cases where id = $1", params![case_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (unit_id, sensitive) = found.unwrap_or((None, false));
    Ok((numbers, unit_id, sensitive))
}
