//! The rows of photos.

use ::photos::Area;
use base::{Error, Id, ReportNumber, Result, Wording};
use serde_json::{Value as Json, json};
use staff::{Permission, Viewer};
use store::{Read, Row, ToValue as _, Tx, params};

use super::{eyes, number, visible, wording};
use crate::model::{Photo, PhotoState, Shows};

/// The most photos on one page of the queue.
const QUEUE: i64 = 20;
/// The most photos read of one case.
const OF_A_CASE: i64 = 200;
/// Rows replayed at once.
const BATCH: i64 = 500;

const COLUMNS: &str =
    "p.id, p.case_id, p.report_id, p.event_id, p.kind, p.state, p.reason, p.original, p.covered, p.areas, p.width, p.height,
    p.added_at, p.edits";
/// How many columns [`COLUMNS`] has.
const WIDTH: usize = 14;

fn photo(row: &Row<'_>) -> Result<Photo> {
    let (kind, state): (String, String) = (row.get(4)?, row.get(5)?);
    Ok(Photo {
        id: row.get(0)?,
        case_id: row.get(1)?,
        report_id: row.get(2)?,
        event_id: row.get(3)?,
        shows: Shows::from_word(&kind).ok_or_else(|| Error::internal(format!("unknown photo of {kind}")))?,
        state: PhotoState::from_word(&state).ok_or_else(|| Error::internal(format!("a photo is {state}")))?,
        reason: row.get(6)?,
        original: row.get(7)?,
        covered: row.get(8)?,
        areas: areas(&row.get(9)?),
        width: row.get(10)?,
        height: row.get(11)?,
        added_at: row.get(12)?,
        edits: row.get(13)?,
    })
}

fn areas(kept: &Json) -> Vec<Area> {
    let area = |one: &Json| {
        let at = |place: usize| one.get(place).and_then(Json::as_u64).and_then(|part| u16::try_from(part).ok());
        Some(Area { left: at(0)?, top: at(1)?, width: at(2)?, height: at(3)? })
    };
    kept.as_array().into_iter().flatten().filter_map(area).collect()
}

fn kept_areas(areas: &[Area]) -> Json {
    areas.iter().map(|area| json!([area.left, area.top, area.width, area.height])).collect()
}

pub(crate) fn insert_photo(tx: &Tx<'_>, photo: &Photo) -> Result<()> {
    tx.execute(
        "insert into photos (id, case_id, report_id, event_id, kind, state, reason, original, areas, width, height, added_at, edits)
         values ($1, $2, $3, $4, $5, 'waiting', '', $6, $7, $8, $9, $10, 0)",
        params![
            photo.id,
            photo.case_id,
            photo.report_id,
            photo.event_id,
            photo.shows.word(),
            photo.original,
            kept_areas(&[]),
            photo.width,
            photo.height,
            photo.added_at
        ],
    )
    .map(drop)
}

/// Keeps what was decided of a photo, and what of it is covered.
pub(crate) fn save_photo(tx: &Tx<'_>, photo: &Photo) -> Result<()> {
    tx.execute(
        "update photos set state = $2, reason = $3, covered = $4, areas = $5, edits = $6 where id = $1",
        params![photo.id, photo.state.word(), photo.reason, photo.covered, kept_areas(&photo.areas), photo.edits],
    )
    .map(drop)
}

pub(crate) fn photo_with(read: &Read<'_>, id: Id) -> Result<Photo> {
    read.one(&format!("select {COLUMNS} from photos p where p.id = $1"), params![id], photo)
}

/// The photos of a case that were not erased, in the order in which they came.
pub(crate) fn photos_of(read: &Read<'_>, case_id: Id) -> Result<Vec<Photo>> {
    let sql = format!("select {COLUMNS} from photos p where p.case_id = $1 and p.state <> 'erased' order by p.added_at, p.id limit $2");
    read.query(&sql, params![case_id, OF_A_CASE], photo)
}

/// Why units that say that something is done show no photo of it, by the event.
pub(crate) fn no_photos_of(read: &Read<'_>, case_id: Id) -> Result<Vec<(Id, String)>> {
    let sql = "select event_id, no_photo from case_words where case_id = $1 and no_photo is not null";
    read.query(sql, params![case_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Notes why a unit that says that it is done shows no photo of it.
pub(crate) fn put_no_photo(tx: &Tx<'_>, event_id: Id, why: &str) -> Result<()> {
    tx.execute("update case_words set no_photo = $2 where event_id = $1", params![event_id, why]).map(drop)
}

/// Puts other words in the place of the reason for which a photo is withheld.
pub(crate) fn put_reason(tx: &Tx<'_>, id: Id, reason: &str) -> Result<()> {
    tx.execute("update photos set reason = $2 where id = $1", params![id, reason]).map(drop)
}

/// Whether a picture is named by a photo that was not erased.
pub(crate) fn is_named(read: &Read<'_>, file: Id) -> Result<bool> {
    let sql = "select exists (select 1 from photos where (original = $1 or covered = $1) and state <> 'erased')";
    read.value(sql, params![file])
}

/// The pictures of all photos that were not erased, some at a time: those after a photo, with the last one of them.
pub(crate) fn named_after(read: &Read<'_>, after: Id) -> Result<Vec<(Id, Vec<Id>)>> {
    let sql = "select id, original, covered from photos where id > $1 and state <> 'erased' order by id limit $2";
    read.query(sql, params![after, BATCH], |row| {
        let files = [Some(row.get(1)?), row.get(2)?];
        Ok((row.get(0)?, files.into_iter().flatten().collect()))
    })
}

/// A photo that waits for a decision.
pub(crate) struct Queued {
    pub photo: Photo,
    /// The number of the first report of its case.
    pub number: ReportNumber,
    pub service: Wording,
}

/// The oldest photos that the viewer may decide of, and whether there are more: of public cases that they see.
pub(crate) fn waiting_photos(read: &Read<'_>, viewer: &Viewer) -> Result<(Vec<Queued>, bool)> {
    if !viewer.may(Permission::ModeratePhotos) {
        return Ok((Vec::new(), false));
    }
    let mut given = params![QUEUE + 1].to_vec();
    let seen = match viewer.unit_id {
        _ if viewer.may(Permission::SeeAllCases) => visible(&eyes(read, viewer)?, &mut given),
        Some(unit_id) => {
            given.push(unit_id.to_value());
            "not c.sensitive and c.unit_id = $2".to_owned()
        }
        None => return Ok((Vec::new(), false)),
    };
    let sql = format!(
        "select {COLUMNS}, r.number, s.name from photos p join cases c on c.id = p.case_id join services s on s.id = c.service_id
         join reports r on r.id = (select f.id from reports f where f.case_id = c.id order by f.received_at, f.id limit 1)
         where p.state = 'waiting' and c.public and {seen} and not exists (
             select 1 from reports m join residents k on k.id = m.resident_id where m.id = p.report_id and k.restricted_at is not null)
         order by p.added_at, p.id limit $1"
    );
    let mut found = read.query(&sql, &given, |row| {
        Ok(Queued { photo: photo(row)?, number: number(row.get(WIDTH)?)?, service: wording(row.get(WIDTH + 1)?)? })
    })?;
    let most = usize::try_from(QUEUE).unwrap_or(usize::MAX);
    let more = found.len() > most;
    found.truncate(most);
    Ok((found, more))
}

/// Photos whose row does not follow from the journal.
pub(crate) fn verify_photos(read: &Read<'_>) -> Result<Vec<String>> {
    let mut faults = store::journal::lost(read, "photo", "photos")?;
    let mut last = Id(uuid::Uuid::nil());
    let sql = format!("select {COLUMNS} from photos p where p.id > $1 order by p.id limit $2");
    loop {
        let photos = read.query(&sql, params![last, BATCH], photo)?;
        let Some(end) = photos.last() else { return Ok(faults) };
        last = end.id;
        for photo in &photos {
            if !follows(read, photo)? {
                faults.push(format!("photo {}: its row is not what the journal says", photo.id));
            }
        }
    }
}

/// The case to which a photo belongs: that of its report, wherever it went, else the one with which it came.
fn home(read: &Read<'_>, photo: &Photo, came_to: Option<Id>) -> Result<Option<Id>> {
    match photo.report_id {
        Some(report_id) => super::case_of_report(read, report_id),
        None => Ok(came_to),
    }
}

fn follows(read: &Read<'_>, photo: &Photo) -> Result<bool> {
    let story = store::journal::of_subject(read, photo.id)?;
    let Some(((first, rest), last)) = story.split_first().zip(story.last()) else { return Ok(false) };
    let added = first.kind == crate::events::PHOTO_ADDED
        && first.id_of("report") == photo.report_id
        && home(read, photo, first.id_of("case"))? == Some(photo.case_id)
        && first.facts["shows"] == photo.shows.word()
        && first.at == photo.added_at;
    let told = last.facts["state"] == photo.state.word() && last.facts["areas"].as_u64() == u64::try_from(photo.areas.len()).ok();
    Ok(added && told && i64::try_from(rest.len()).is_ok_and(|edits| edits == photo.edits))
}
