//! Pictures on their way to and from the disk: cleaned, covered, swept. Outside of transactions, a few at a time.

use std::collections::{BTreeMap, HashSet};

use ::photos::{Area, Refused};
use ::store::Db;
use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Error, Id, Moment, Point, Result};
use bytes::Bytes;
use files::Files;
use tokio::sync::Semaphore;
use web::{App, Sent, Unsent};

use crate::{
    model::{DRAFT_SECONDS, KeptPhoto},
    store,
};

/// Where pictures lie among the files.
const FOLDER: &str = "photos";
/// The most pictures that are worked on at once: each takes up to 200 MB of memory.
const AT_ONCE: usize = 2;
/// The most that wait for that.
const WAITING: usize = 24;

static WORKING: Semaphore = Semaphore::const_new(AT_ONCE);
static ROOM: Semaphore = Semaphore::const_new(AT_ONCE + WAITING);

/// Which of the two pictures of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// At most 2 048 pixels long.
    Whole,
    /// For lists.
    Small,
}

impl Size {
    /// As an address asks for it: `small`, or anything else for the whole one.
    pub fn from_word(word: Option<&str>) -> Self {
        if word == Some("small") { Self::Small } else { Self::Whole }
    }
}

fn name(file: Id, size: Size) -> String {
    let part = if size == Size::Small { "small" } else { "whole" };
    format!("{FOLDER}/{file}/{part}.jpg")
}

/// A picture that was taken in.
#[derive(Debug, Clone, Copy)]
pub struct TakenIn {
    /// The picture.
    pub kept: KeptPhoto,
    /// Where it says that it was taken; kept nowhere.
    pub taken_at: Option<Point>,
}

/// Takes in what somebody sent, from any door: nothing is kept but what is seen.
///
/// # Errors
/// The key of the sentence that says why not.
pub async fn take_in(app: &App, sent: Sent) -> std::result::Result<TakenIn, &'static str> {
    let content = sent.content.as_ref().map_err(|why| unsent(*why))?.clone();
    let cleaned = work(move || ::photos::clean(&content)).await.map_err(|_| "photo-busy")?.map_err(refused)?;
    let kept = KeptPhoto { file: Id::new(), width: cleaned.width, height: cleaned.height, at: app.now() };
    put(&app.files, kept.file, cleaned.jpeg, cleaned.small).await.map_err(|error| {
        tracing::error!(%error, "a photo cannot be stored");
        "photo-not-stored"
    })?;
    Ok(TakenIn { kept, taken_at: cleaned.taken_at.and_then(|(lat, lng)| Point::from_degrees(lat, lng)) })
}

/// All keys that [`take_in`] may say.
pub const FAULTS: [&str; 7] =
    ["photo-too-large", "photo-too-many", "photo-busy", "photo-broken", "photo-heic", "photo-unknown", "photo-not-stored"];

fn unsent(why: Unsent) -> &'static str {
    match why {
        Unsent::TooLarge => "photo-too-large",
        Unsent::TooMany => "photo-too-many",
        Unsent::Busy => "photo-busy",
        Unsent::Broken => "photo-broken",
    }
}

fn refused(why: Refused) -> &'static str {
    match why {
        Refused::TooLarge => "photo-too-large",
        Refused::Heic => "photo-heic",
        Refused::Unknown => "photo-unknown",
        Refused::Broken => "photo-broken",
    }
}

/// Works on a picture on a thread of its own.
///
/// # Errors
/// [`Error::Busy`] when too many wait.
async fn work<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _room = ROOM.try_acquire().map_err(|_| Error::Busy("pictures"))?;
    let _place = WORKING.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(job).await.map_err(Error::internal)
}

async fn put(files: &Files, file: Id, whole: Vec<u8>, small: Vec<u8>) -> Result<()> {
    files.put(&name(file, Size::Whole), whole).await?;
    files.put(&name(file, Size::Small), small).await
}

/// Makes a picture of which these parts are covered, and says its id.
///
/// # Errors
/// [`Error::NotFound`] when the picture is gone; [`Error::Busy`].
pub(crate) async fn cover(files: &Files, original: Id, areas: Vec<Area>) -> Result<Id> {
    let (whole, small) = (files.get(&name(original, Size::Whole)).await?, files.get(&name(original, Size::Small)).await?);
    let covered = work(move || Ok::<_, Refused>((::photos::cover(&whole, &areas)?, ::photos::cover(&small, &areas)?))).await?;
    let (whole, small) = covered.map_err(Error::internal)?;
    let file = Id::new();
    put(files, file, whole, small).await?;
    Ok(file)
}

/// A picture as an answer: of one strict type, kept by the reader's own browser for a short time only.
///
/// # Errors
/// [`Error::NotFound`] when it is gone.
pub async fn picture(files: &Files, file: Id, size: Size) -> Result<Response> {
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\""),
        (header::CACHE_CONTROL, "private, max-age=300"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    let content: Bytes = files.get(&name(file, size)).await?;
    Ok((headers.map(|(name, value)| (name, HeaderValue::from_static(value))), content).into_response())
}

/// Whether the picture is there: a form may have waited for longer than it.
pub async fn is_there(files: &Files, file: Id) -> bool {
    files.has(&name(file, Size::Whole)).await.unwrap_or(false)
}

/// The name of a picture among the files, for exports.
pub(crate) fn file_name(file: Id) -> String {
    name(file, Size::Whole)
}

/// Removes the pictures of an erased photo that no other one names.
pub(crate) async fn remove(db: &Db, files: &Files, pictures: Vec<Id>) -> Result<()> {
    for file in pictures {
        if !db.read(move |read| store::is_named(read, file)).await? {
            files.remove_below(&format!("{FOLDER}/{file}")).await?;
        }
    }
    Ok(())
}

/// Removes pictures that no photo names and that were stored before all forms that may yet name them.
pub(crate) async fn sweep(db: &Db, files: &Files, now: Moment) -> Result<()> {
    let before = now.plus_seconds(-2 * DRAFT_SECONDS);
    let named = named(db).await?;
    let mut orphans = Vec::new();
    let look = |file: files::Stored| {
        let id = id_in(&file.name);
        orphans.extend((file.at < before && id.is_none_or(|id| !named.contains_key(&id))).then_some(file.name));
        async { Ok(()) }
    };
    files.each(FOLDER, look).await?;
    for orphan in orphans {
        files.remove(&orphan).await?;
    }
    Ok(())
}

/// Photos whose picture is gone, one sentence each.
///
/// # Errors
/// As [`Db::read`].
pub async fn missing(db: &Db, files: &Files) -> Result<Vec<String>> {
    let mut there = HashSet::new();
    let look = |file: files::Stored| {
        there.insert(file.name);
        async { Ok(()) }
    };
    files.each(FOLDER, look).await?;
    let whole = |file: Id| [Size::Whole, Size::Small].iter().all(|size| there.contains(&name(file, *size)));
    let gone = named(db).await?.into_iter().filter(|(file, _)| !whole(*file));
    Ok(gone.map(|(file, photo)| format!("photo {photo}: its picture {file} is not among the files")).collect())
}

/// All pictures that photos name, with their photo.
async fn named(db: &Db) -> Result<BTreeMap<Id, Id>> {
    let (mut named, mut last) = (BTreeMap::new(), Id(uuid::Uuid::nil()));
    loop {
        let some = db.read(move |read| store::named_after(read, last)).await?;
        let Some((end, _)) = some.last() else { return Ok(named) };
        last = *end;
        named.extend(some.into_iter().flat_map(|(photo, files)| files.into_iter().map(move |file| (file, photo))));
    }
}

fn id_in(name: &str) -> Option<Id> {
    name.split('/').nth(1)?.parse().ok()
}
