//! One open stream: what was missed, then events as they come, and a sign of life in between.

use std::{
    collections::VecDeque,
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::Result;
use bytes::Bytes;
use futures_util::stream;
use tokio::{
    sync::mpsc,
    time::{Instant, Interval, MissedTickBehavior, interval_at},
};

use super::{HEARTBEAT, Hub};

/// The listener's side of a line to the hub.
pub(super) struct Ends {
    pub(super) receiver: mpsc::Receiver<Bytes>,
    pub(super) lagging: Arc<AtomicBool>,
}

struct Stream {
    hub: Hub,
    id: u64,
    ends: Ends,
    first: VecDeque<Bytes>,
    heartbeat: Interval,
    ended: bool,
}

impl Hub {
    /// The answer to `GET /live`: an endless stream of the events of `topics`, which the caller has found allowed.
    ///
    /// # Errors
    /// [`base::Error::Busy`] (503) when [`super::MAX_STREAMS`] are open, or the program is shutting down.
    pub fn stream(&self, topics: Vec<String>, after: Option<i64>) -> Result<Response> {
        let (id, ends, missed) = self.join(topics, after)?;
        metrics::gauge!("live_streams").increment(1.0);
        let mut first = VecDeque::from([Bytes::from_static(b"retry: 3000\n\n")]);
        match missed {
            Some(frames) => first.extend(frames),
            None => first.push_back(resync(self.newest())),
        }
        let mut heartbeat = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
        heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let open = Stream { hub: self.clone(), id, ends, first, heartbeat, ended: false };
        let frames = stream::unfold(open, async |mut open| open.next().await.map(|frame| (Ok::<_, Infallible>(frame), open)));
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            // nginx would otherwise collect the stream before it passes anything on.
            (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
        ];
        Ok((headers, Body::from_stream(frames)).into_response())
    }
}

impl Stream {
    async fn next(&mut self) -> Option<Bytes> {
        if let Some(frame) = self.first.pop_front() {
            return Some(frame);
        }
        if self.ended {
            return None;
        }
        if self.ends.lagging.swap(false, Ordering::AcqRel) {
            while self.ends.receiver.try_recv().is_ok() {}
            return Some(resync(self.hub.newest()));
        }
        tokio::select! {
            biased;
            frame = self.ends.receiver.recv() => Some(frame.unwrap_or_else(|| {
                self.ended = true;
                // Not all at once when the next process is up.
                Bytes::from(format!("retry: {}\n\n", 2000 + self.id % 4000))
            })),
            _ = self.heartbeat.tick() => Some(Bytes::from_static(b": \n\n")),
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.hub.leave(self.id);
        metrics::gauge!("live_streams").decrement(1.0);
    }
}

fn resync(newest: i64) -> Bytes {
    metrics::counter!("live_resyncs_total").increment(1);
    Bytes::from(format!("event: resync\nid: {newest}\ndata: {{}}\n\n"))
}
