//! Everything that we keep of a person: as a page's rows, as JSON, and as an archive of files.

use std::collections::BTreeMap;

use ::store::Read;
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Error, Id, Moment, Result};
use files::Files;
use serde_json::{Map, Value as Json, json};
use staff::audit::{self, Act, Look, Purpose};
use web::{Ctx, PageResult, T};

use super::Seat;
use crate::{Rooms, actions, store};

/// What one room keeps, in words.
pub(super) struct Part {
    /// The room's name for people.
    pub title: String,
    /// Its records, each as names and values.
    pub records: Vec<Vec<(String, String)>>,
}

/// Everything of the person and of those merged into them, by room: `{"room": [one export for each of them]}`.
pub(super) fn everything(read: &Read<'_>, rooms: Rooms, resident_id: Id) -> Result<Json> {
    let family = store::family(read, resident_id)?;
    let mut all = Map::new();
    for room in rooms {
        let kept = family.iter().map(|id| (room.export)(read, *id)).collect::<Result<Vec<_>>>()?;
        all.insert(room.name.to_owned(), Json::Array(kept));
    }
    Ok(Json::Object(all))
}

/// The same in words, a part for each room that has something.
pub(super) fn parts(ctx: &Ctx, rooms: Rooms, all: &Json) -> Vec<Part> {
    let part = |room: &str| {
        let (telling, mut records) = (Telling { t: &ctx.t, room, now: ctx.now(), controllers: &ctx.app.city.controllers }, Vec::new());
        all.get(room).and_then(Json::as_array).into_iter().flatten().for_each(|kept| telling.gather(kept, &mut records));
        Part { title: ctx.t.get(&format!("privacy-room-{room}")).to_owned(), records }
    };
    rooms.iter().map(|room| part(room.name)).filter(|part| !part.records.is_empty()).collect()
}

/// Fields that hold a word of the program.
const OUR_WORDS: [&str; 11] =
    ["kind", "channel", "language", "languages", "needs", "state", "outcome", "how", "disposition", "purpose", "questions"];

/// What one room keeps, told to people.
struct Telling<'a> {
    t: &'a T,
    room: &'a str,
    now: Moment,
    /// What the data controllers are called, by their keys.
    controllers: &'a BTreeMap<String, String>,
}

impl Telling<'_> {
    /// Objects become records; what they hold inside becomes records of its own.
    fn gather(&self, kept: &Json, records: &mut Vec<Vec<(String, String)>>) {
        match kept {
            Json::Array(list) => list.iter().for_each(|each| self.gather(each, records)),
            Json::Object(fields) => {
                let own = fields.iter().filter_map(|(name, value)| Some((self.label(name), self.said(name, value)?))).collect::<Vec<_>>();
                records.extend((!own.is_empty()).then_some(own));
                fields.values().filter(|value| holds_objects(value)).for_each(|value| self.gather(value, records));
            }
            _ => {}
        }
    }

    /// What a field is called, in this room or anywhere.
    fn label(&self, name: &str) -> String {
        let key = name.replace('_', "-");
        let own = format!("privacy-field-{}-{key}", self.room);
        self.t.find(&own).or_else(|| self.t.find(&format!("privacy-field-{key}"))).map_or_else(|| name.to_owned(), str::to_owned)
    }

    fn said(&self, name: &str, value: &Json) -> Option<String> {
        let is_moment = name == "at" || name == "until" || name.ends_with("_at");
        match value {
            Json::String(text) if text.is_empty() => None,
            Json::String(key) if name == "controller" => Some(self.controllers.get(key).unwrap_or(key).clone()),
            Json::String(text) if OUR_WORDS.contains(&name) => Some(self.word(text)),
            Json::String(text) => Some(text.clone()),
            Json::Number(number) if is_moment => number.as_i64().map(|at| self.t.moment(Moment(at), self.now)),
            Json::Number(number) => Some(number.to_string()),
            Json::Bool(yes) => Some(self.t.get(if *yes { "privacy-yes" } else { "privacy-no" }).to_owned()),
            Json::Array(list) if !holds_objects(value) => {
                let all: Vec<String> = list.iter().filter_map(|one| self.said(name, one)).collect();
                Some(all.join(", ")).filter(|all| !all.is_empty())
            }
            Json::Null | Json::Array(_) | Json::Object(_) => None,
        }
    }

    /// A word of the program in the reader's language.
    fn word(&self, word: &str) -> String {
        self.t.find(&format!("privacy-word-{}", word.replace(['_', '.'], "-"))).unwrap_or(word).to_owned()
    }
}

/// Whether there are records inside.
fn holds_objects(value: &Json) -> bool {
    match value {
        Json::Object(_) => true,
        Json::Array(list) => list.iter().any(holds_objects),
        _ => false,
    }
}

/// Loads everything and notes that a copy was taken out.
async fn taken_out(seat: &Seat, id: Id) -> Result<Json> {
    let rooms = seat.privacy.rooms;
    let look = move |tx: &::store::Tx<'_>, viewer: &staff::Viewer| {
        actions::founded(tx, id)?;
        let all = everything(tx, rooms, id)?;
        let look = Look { act: Act::Export, subject_kind: "resident", subject_id: Some(id), purpose: Purpose::PrivacyRequest, words: None };
        audit::note(tx, viewer, &look)?;
        Ok(all)
    };
    seat.change(look).await
}

/// `GET /privacy/residents/{id}/export.json`
pub(super) async fn json(seat: Seat, Path(id): Path<String>) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let all = taken_out(&seat, id).await?;
    Ok(file("application/json", &format!("dane-{id}.json"), pretty(&all)?))
}

fn pretty(all: &Json) -> Result<Vec<u8>> {
    serde_json::to_vec_pretty(&json!({ "format": "hejnal-personal-data/1", "kept": all })).map_err(Error::internal)
}

/// `GET /privacy/residents/{id}/export.tar`
pub(super) async fn tar(seat: Seat, Path(id): Path<String>) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let all = taken_out(&seat, id).await?;
    let page = ExportFile {
        language: seat.ctx.language().tag(),
        title: seat.words("privacy-export-title"),
        made: seat.ctx.t.with("privacy-export-made", &[("when", seat.moment(seat.ctx.now()).into())]),
        parts: parts(&seat.ctx, seat.privacy.rooms, &all),
    };
    let html = page.render().map_err(Error::internal)?.into_bytes();
    let mut files = vec![("dane.json".to_owned(), pretty(&all)?), ("dane.html".to_owned(), html)];
    files.extend(messages(&all));
    files.extend(photos(&seat.ctx.app.files, photo_names(&all)).await?);
    let packed = pack(&files, seat.ctx.now()).map_err(Error::internal)?;
    Ok(file("application/x-tar", &format!("dane-{id}.tar"), packed))
}

/// What stands in the archive for people.
#[derive(Template)]
#[template(path = "export_file.html")]
struct ExportFile {
    language: &'static str,
    title: String,
    made: String,
    parts: Vec<Part>,
}

/// Each message as a file of its own.
fn messages(all: &Json) -> Vec<(String, Vec<u8>)> {
    let sent = all.get("notices").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_array).flatten();
    let text = |notice: &Json| {
        let part = |name: &str| notice.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        format!("{}\n{}\n\n{}\n", part("address"), part("title"), part("body")).into_bytes()
    };
    sent.enumerate().map(|(place, notice)| (format!("wiadomosci/{:04}.txt", place + 1), text(notice))).collect()
}

/// Each photo as a file of its own; one that was erased meanwhile is left out.
async fn photos(files: &Files, names: Vec<String>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    for (place, name) in names.iter().enumerate() {
        match files.get(name).await {
            Ok(content) => found.push((format!("zdjecia/{:04}.jpg", place + 1), content.to_vec())),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// What photos are called among the files.
fn photo_names(all: &Json) -> Vec<String> {
    let reports = all.get("cases").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_array).flatten();
    let photos = reports.filter_map(|report| report.get("photos")?.as_array()).flatten();
    photos.filter_map(|photo| photo.get("file")?.as_str()).map(str::to_owned).collect()
}

fn pack(files: &[(String, Vec<u8>)], now: Moment) -> std::io::Result<Vec<u8>> {
    let mut archive = ::tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut head = ::tar::Header::new_gnu();
        head.set_size(bytes.len() as u64);
        head.set_mode(0o600);
        head.set_mtime(u64::try_from(now.0 / Moment::SECOND).unwrap_or_default());
        archive.append_data(&mut head, name, bytes.as_slice())?;
    }
    archive.into_inner()
}

/// A file that the browser saves and keeps nowhere else.
pub(super) fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    headers.insert(header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment")));
    response
}
