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
    patience: Patience,
}

/// How long a connection is waited for.
#[derive(Debug, Clone, Copy)]
struct Patience {
    idle: Duration,
    receive: Duration,
}

/// A connection with its place and its deadline.
pub(super) struct Guarded {
    stream: TcpStream,
    patience: Patience,
    receiving: bool,
    deadline: Instant,
    alarm: Pin<Box<Sleep>>,
    _place: OwnedSemaphorePermit,
}

impl Guard {
    pub(super) fn new() -> Self {
        Self { places: Arc::new(Semaphore::new(MAX_CONNECTIONS)), patience: Patience { idle: IDLE, receive: RECEIVE } }
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
        let patience = self.patience;
        let alarm = Box::pin(sleep(patience.idle));
        ready(Ok((Guarded { stream, patience, receiving: false, deadline: Instant::now() + patience.idle, alarm, _place: place }, service)))
    }
}

impl Guarded {
    fn received(&mut self, bytes: usize) {
        let now = Instant::now();
        if !self.receiving {
            self.receiving = true;
            self.deadline = now + self.patience.receive;
        }
        let gained = Duration::from_millis((bytes * 1000 / LEAST_BYTES_PER_SECOND) as u64);
        self.deadline = (self.deadline + gained).min(now + self.patience.receive);
    }

    fn sent(&mut self) {
        self.receiving = false;
        self.deadline = Instant::now() + self.patience.idle;
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

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
    };

    use super::*;

    /// A guarded connection and its other end; idle for 200 ms, a request within 100 ms.
    async fn connected(places: usize) -> (Guard, TcpListener, io::Result<Guarded>, TcpStream) {
        let patience = Patience { idle: Duration::from_millis(200), receive: Duration::from_millis(100) };
        let guard = Guard { places: Arc::new(Semaphore::new(places)), patience };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (server, _) = listener.accept().await.unwrap();
        let guarded = guard.accept(server, ()).await.map(|(guarded, ())| guarded);
        (guard, listener, guarded, client)
    }

    async fn read_until_closed(guarded: &mut Guarded) -> (io::Error, Duration) {
        let start = Instant::now();
        let mut buffer = [0; 8];
        loop {
            match guarded.read(&mut buffer).await {
                Ok(0) => panic!("the client closed"),
                Ok(_) => {}
                Err(fault) => return (fault, start.elapsed()),
            }
        }
    }

    #[tokio::test]
    async fn a_silent_connection_is_closed() {
        let (_guard, _listener, guarded, _client) = connected(1).await;
        let (fault, took) = read_until_closed(&mut guarded.unwrap()).await;
        assert_eq!(fault.kind(), io::ErrorKind::TimedOut);
        assert!(took >= Duration::from_millis(190), "{took:?}");
    }

    #[tokio::test]
    async fn a_request_that_trickles_is_closed() {
        let (_guard, _listener, guarded, mut client) = connected(1).await;
        let trickle = async {
            loop {
                let _ = client.write_all(b"x").await;
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let mut guarded = guarded.unwrap();
        tokio::select! {
            (fault, _) = read_until_closed(&mut guarded) => assert_eq!(fault.kind(), io::ErrorKind::TimedOut),
            () = trickle => {}
            () = tokio::time::sleep(Duration::from_secs(5)) => panic!("still open"),
        }
    }

    #[tokio::test]
    async fn an_answer_gives_new_time() {
        let (_guard, _listener, guarded, mut client) = connected(1).await;
        let mut guarded = guarded.unwrap();
        let mut buffer = [0; 8];
        for _ in 0..5 {
            client.write_all(b"ask").await.unwrap();
            assert_eq!(guarded.read(&mut buffer).await.unwrap(), 3);
            tokio::time::sleep(Duration::from_millis(60)).await;
            guarded.write_all(b"answer").await.unwrap();
        }
    }

    #[tokio::test]
    async fn one_connection_too_many_is_refused() {
        let (guard, listener, guarded, _client) = connected(1).await;
        let _second = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (server, _) = listener.accept().await.unwrap();
        assert!(guard.accept(server, ()).await.is_err());
        drop(guarded);
        let _third = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (server, _) = listener.accept().await.unwrap();
        assert!(guard.accept(server, ()).await.is_ok());
    }
}
