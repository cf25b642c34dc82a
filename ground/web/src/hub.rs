//! Live pages: what happens in the city reaches open pages at once (server-sent events, WHATWG HTML section 9.2).
//!
//! An event is a hint that something changed, delivered at least once while the connection holds; a page that may have
//! missed some is told `resync` and loads its data again. Nothing here is the only copy of a fact.

mod stream;

use std::{
    collections::{HashMap, VecDeque},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::{
    extract::{FromRequestParts, Query},
    http::request,
};
use base::{Error, Result};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

use crate::App;

/// The most streams open at once in one process.
pub const MAX_STREAMS: usize = 10_000;
/// The most topics of one stream.
pub const MAX_TOPICS: usize = 64;
/// The longest name of a topic, bytes.
pub const MAX_TOPIC_BYTES: usize = 120;
/// How many events are kept for those who come back.
pub const KEPT_EVENTS: usize = 4096;
/// How many events may wait for one slow reader before it is told to load everything again.
pub const MAX_WAITING: usize = 64;
/// The largest data of an event, bytes of JSON; larger data is left out, the page then asks for it.
pub const MAX_DATA_BYTES: usize = 16 * 1024;
/// A comment is sent this often, so that proxies keep the connection and we notice who has gone.
pub const HEARTBEAT: Duration = Duration::from_secs(15);

/// Takes events in and hands them to the streams that listen. A clone is the same hub.
#[derive(Clone, Default)]
pub struct Hub(Arc<Mutex<Board>>);

#[derive(Default)]
struct Board {
    listeners: HashMap<u64, Listener>,
    by_topic: HashMap<String, Vec<u64>>,
    kept: VecDeque<Event>,
    next: u64,
    closed: bool,
}

struct Listener {
    topics: Vec<String>,
    frames: mpsc::Sender<Bytes>,
    lagging: Arc<AtomicBool>,
}

struct Event {
    id: i64,
    topic: String,
    frame: Bytes,
}

#[derive(Serialize)]
struct Message<'a> {
    kind: &'a str,
    topic: &'a str,
    id: i64,
    data: &'a serde_json::Value,
}

impl Hub {
    /// A hub without listeners.
    pub fn new() -> Self {
        Self::default()
    }

    /// Tells everybody who listens to `topic`. `id` is the position in the journal; it grows from event to event.
    pub fn publish(&self, topic: impl Into<String>, kind: &str, id: i64, data: &serde_json::Value) {
        let topic = topic.into();
        let Some(frame) = frame(&topic, kind, id, data) else { return };
        let mut board = self.board();
        if board.kept.len() >= KEPT_EVENTS {
            board.kept.pop_front();
        }
        for listener in board.by_topic.get(&topic).into_iter().flatten().filter_map(|id| board.listeners.get(id)) {
            if listener.frames.try_send(frame.clone()).is_err() {
                listener.lagging.store(true, Ordering::Release);
            }
        }
        board.kept.push_back(Event { id, topic, frame });
        metrics::counter!("live_events_total").increment(1);
    }

    /// Ends the streams that listen to `topic`, with a hint when to come back: whoever may still listen then does.
    pub fn end(&self, topic: &str) {
        let mut board = self.board();
        let ended = board.by_topic.get(topic).cloned().unwrap_or_default();
        for id in ended {
            board.remove(id);
        }
    }

    /// Ends all streams with a hint when to come back, and takes no more.
    pub fn close(&self) {
        let mut board = self.board();
        board.closed = true;
        board.listeners.clear();
        board.by_topic.clear();
    }

    /// How many streams are open.
    pub fn streams(&self) -> usize {
        self.board().listeners.len()
    }

    /// Enters a listener; also what it has missed since `after`, or `None` when that cannot be told.
    fn join(&self, topics: Vec<String>, after: Option<i64>) -> Result<(u64, stream::Ends, Option<Vec<Bytes>>)> {
        let mut board = self.board();
        if board.closed || board.listeners.len() >= MAX_STREAMS {
            return Err(Error::Busy("live streams"));
        }
        let missed = after.map_or(Some(Vec::new()), |after| board.missed(&topics, after));
        let (id, (frames, receiver)) = (board.next, mpsc::channel(MAX_WAITING));
        let lagging = Arc::new(AtomicBool::new(false));
        board.next += 1;
        for topic in &topics {
            board.by_topic.entry(topic.clone()).or_default().push(id);
        }
        board.listeners.insert(id, Listener { topics, frames, lagging: Arc::clone(&lagging) });
        Ok((id, stream::Ends { receiver, lagging }, missed))
    }

    fn leave(&self, id: u64) {
        self.board().remove(id);
    }

    fn newest(&self) -> i64 {
        self.board().kept.back().map_or(0, |event| event.id)
    }

    fn board(&self) -> MutexGuard<'_, Board> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Board {
    /// Forgets a listener, whose stream ends when it has told what waits.
    fn remove(&mut self, id: u64) {
        let Some(listener) = self.listeners.remove(&id) else { return };
        for topic in listener.topics {
            if let Some(ids) = self.by_topic.get_mut(&topic) {
                ids.retain(|other| *other != id);
                if ids.is_empty() {
                    self.by_topic.remove(&topic);
                }
            }
        }
    }

    /// The events of `topics` from `after` on. The one at `after` is sent again: one position of the journal may speak to
    /// several topics. When the oldest event that we keep is younger, some may be missing.
    fn missed(&self, topics: &[String], after: i64) -> Option<Vec<Bytes>> {
        let complete = self.kept.front().is_some_and(|oldest| oldest.id <= after);
        let since = self.kept.iter().filter(|event| event.id >= after && topics.contains(&event.topic));
        complete.then(|| since.map(|event| event.frame.clone()).collect())
    }
}

fn frame(topic: &str, kind: &str, id: i64, data: &serde_json::Value) -> Option<Bytes> {
    let whole = serde_json::to_string(&Message { kind, topic, id, data });
    let json = match whole {
        Ok(json) if json.len() <= MAX_DATA_BYTES => Ok(json),
        _ => serde_json::to_string(&Message { kind, topic, id, data: &serde_json::Value::Null }),
    };
    json.ok().map(|json| Bytes::from(format!("id: {id}\ndata: {json}\n\n")))
}

/// What a page asks to hear: `?topics=a,b`, and where it stopped listening.
#[derive(Debug, Clone)]
pub struct LiveRequest {
    /// The topics; the caller keeps those that the viewer may hear and hands them to [`Hub::stream`].
    pub topics: Vec<String>,
    /// The last event that it heard (`Last-Event-ID`, or `after` in the address).
    pub after: Option<i64>,
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    topics: String,
    after: Option<i64>,
}

impl FromRequestParts<App> for LiveRequest {
    type Rejection = crate::ApiFault;

    async fn from_request_parts(parts: &mut request::Parts, app: &App) -> std::result::Result<Self, Self::Rejection> {
        let unreadable = |_| Error::invalid("topics", "live-topics");
        let Query(wanted) = Query::<Wanted>::from_request_parts(parts, app).await.map_err(unreadable)?;
        let header = parts.headers.get("last-event-id").and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
        let names = wanted.topics.split(',').filter(|topic| !topic.is_empty() && topic.len() <= MAX_TOPIC_BYTES);
        Ok(Self { topics: names.take(MAX_TOPICS).map(str::to_owned).collect(), after: header.or(wanted.after) })
    }
}
