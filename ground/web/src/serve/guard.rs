//! Slow and silent connections: each has a place among a bounded number, and loses it when it gives too little.
//!
//! A request must arrive at a least rate (as in Apache's mod_reqtimeout), an answer must be taken, and an idle
//! connection is closed. hyper's own header timeout needs a timer from a crate that we do not have.

use std::{
    future::{Future, Ready, ready},
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum_server::accept::Accept;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, Sleep, sleep},
};

/// The most connections at once.
pub const MAX_CONNECTIONS: usize = 16_384;
/// How long nothing may pass in either direction. Live streams beat every 15 seconds.
pub const IDLE: Duration = Duration::from_secs(60);
/// A request must be there after this time; the handler's own time is counted in.
pub const RECEIVE: Duration = Duration::from_secs(40);
/// Each of so many bytes gives it a second more.
pub const LEAST_BYTES_PER_SECOND: usize = 500;

#[derive(Debug, Clone)]
pub(super) struct Guard {
    places: Arc<Semaphore>,
}

/// A connection with its place and its deadline.
pub(super) struct Guarded {
    stream: TcpStream,
    receiving: bool,
    deadline: Instant,
    alarm: Pin<Box<Sleep>>,
    _place: OwnedSemaphorePermit,
}

impl Guard {
    pub(super) fn new() -> Self {
        Self { places: Arc::new(Semaphore::new(MAX_CONNECTIONS)) }
    }
}

impl<S> Accept<TcpStream, S> for Guard {
    type Stream = Guarded;
    type Service = S;
    type Future = Ready<io::Result<(Guarded, S)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            metrics::counter!("http_connections_refused_total").increment(1);
            return ready(Err(io::ErrorKind::ConnectionRefused.into()));
        };
        let _ = stream.set_nodelay(true);
        let deadline = Instant::now() + IDLE;
        ready(Ok((Guarded { stream, receiving: false, deadline, alarm: Box::pin(sleep(IDLE)), _place: place }, service)))
    }
}

impl Guarded {
    fn received(&mut self, bytes: usize) {
        let now = Instant::now();
        if !self.receiving {
            self.receiving = true;
            self.deadline = now + RECEIVE;
        }
        let gained = Duration::from_millis((bytes * 1000 / LEAST_BYTES_PER_SECOND) as u64);
        self.deadline = (self.deadline + gained).min(now + RECEIVE.max(IDLE));
    }

    fn sent(&mut self) {
        self.receiving = false;
        self.deadline = Instant::now() + IDLE;
    }

    /// Ready when the deadline is over. The alarm is moved only when it rings early, not with every byte.
    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Poll<io::Error> {
        if self.alarm.deadline() > self.deadline {
            self.alarm.as_mut().reset(self.deadline);
        }
        while self.alarm.as_mut().poll(cx).is_ready() {
            if Instant::now() >= self.deadline {
                metrics::counter!("http_connections_timed_out_total").increment(1);
                return Poll::Ready(io::ErrorKind::TimedOut.into());
            }
            self.alarm.as_mut().reset(self.deadline);
        }
        Poll::Pending
    }

    fn after_write(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match written {
            Poll::Pending => self.poll_deadline(cx).map(Err),
            Poll::Ready(Ok(bytes)) => {
                self.sent();
                Poll::Ready(Ok(bytes))
            }
            broken => broken,
        }
    }
}

impl AsyncRead for Guarded {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        match Pin::new(&mut self.stream).poll_read(cx, buffer) {
            Poll::Pending => self.poll_deadline(cx).map(Err),
            Poll::Ready(Ok(())) => {
                self.received(buffer.filled().len() - before);
                Poll::Ready(Ok(()))
            }
            broken => broken,
        }
    }
}

impl AsyncWrite for Guarded {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.after_write(cx, written)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, cx: &mut Context<'_>, parts: &[io::IoSlice<'_>]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.after_write(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
