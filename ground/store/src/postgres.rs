//! PostgreSQL: n threads, each with a connection and one transaction at a time.

use std::{
    sync::Mutex,
    thread::JoinHandle,
    time::{Duration, Instant},
};

use base::{Error, Result};
use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};

use crate::{
    db::QUEUE,
    read::Side,
    session::Session,
    task::{Mode, Surroundings, Work, stopped},
};

/// Attempts of one closure when transactions meet; then [`Error::Busy`].
const ATTEMPTS: u32 = 40;
/// The longest pause before another attempt.
const LONGEST_PAUSE: Duration = Duration::from_millis(50);

pub(crate) struct Postgres {
    queue: Mutex<Option<Sender<Work>>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Postgres {
    pub fn open(url: &str, threads: usize, surroundings: &Surroundings) -> Result<Self> {
        // Connecting blocks, and the caller may stand in an async runtime: a thread of its own does it.
        let address = url.to_owned();
        let first = std::thread::spawn(move || Session::connect(&address)).join().map_err(|_| Error::internal("connecting panicked"))??;
        let (sender, queue) = bounded(QUEUE);
        let mut sessions = vec![Some(first)];
        sessions.resize_with(threads.max(1), || None);
        let threads = sessions.into_iter().enumerate().map(|(number, session)| {
            let (url, queue, surroundings) = (url.to_owned(), queue.clone(), surroundings.clone());
            let run = move || serve_all(&url, session, &queue, &surroundings);
            std::thread::Builder::new().name(format!("postgres-{number}")).spawn(run).map_err(Error::internal)
        });
        let threads = threads.collect::<Result<_>>()?;
        Ok(Self { queue: Mutex::new(Some(sender)), threads: Mutex::new(threads) })
    }

    pub fn send(&self, work: Work) -> Result<()> {
        let queue = self.queue.lock().map_err(Error::internal)?.clone().ok_or_else(stopped)?;
        queue.try_send(work).map_err(|refused| match refused {
            TrySendError::Full(_) => {
                metrics::counter!("store_queue_full_total").increment(1);
                Error::Busy("database")
            }
            TrySendError::Disconnected(_) => stopped(),
        })
    }

    pub fn close(&self) {
        let Ok(mut queue) = self.queue.lock() else { return };
        drop(queue.take());
        // Whoever sends meanwhile hears at once that the database is closed.
        drop(queue);
        let Ok(mut threads) = self.threads.lock() else { return };
        for thread in threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a thread of the database ended in a panic");
            }
        }
    }
}

fn serve_all(url: &str, session: Option<Session>, queue: &Receiver<Work>, surroundings: &Surroundings) {
    let mut wire = Wire { url, session, away: None };
    for mut work in queue {
        let outcome = wire.serve(&mut work, surroundings);
        let rings = outcome.is_ok() && work.mode != Mode::Read;
        work.task.finish(outcome);
        if rings {
            surroundings.bell.send_modify(|count| *count += 1);
        }
    }
}

/// A thread's way to the server.
struct Wire<'a> {
    url: &'a str,
    session: Option<Session>,
    /// Until when nobody asks for a connection again, and what the last one heard who did.
    away: Option<(Instant, Error)>,
}

impl Wire<'_> {
    /// Runs one closure. A connection that turns out to be lost (the server was restarted) is made anew once, and the
    /// closure runs again, unless it was lost during the commit: then nobody here knows whether the change stands.
    fn serve(&mut self, work: &mut Work, surroundings: &Surroundings) -> Result<()> {
        loop {
            let (current, fresh) = match self.session.take().filter(Session::is_sound) {
                Some(current) => (current, false),
                None => (self.connect()?, true),
            };
            let outcome = transact(&current, work, surroundings);
            if current.is_sound() {
                self.session = Some(current);
                return outcome;
            }
            if fresh || outcome.is_ok() || (current.was_committing() && work.mode != Mode::Read) {
                return outcome;
            }
        }
    }

    /// Connects. After a failure everybody hears the same for as long as it took: one who waits for a server that does
    /// not answer is enough, the others in the queue shall hear at once.
    fn connect(&mut self) -> Result<Session> {
        if let Some((until, error)) = &self.away
            && Instant::now() < *until
        {
            return Err(error.clone());
        }
        let asked = Instant::now();
        let connected = Session::connect(self.url);
        self.away = connected.as_ref().err().map(|error| (Instant::now() + asked.elapsed(), error.clone()));
        connected
    }
}

fn transact(session: &Session, work: &mut Work, surroundings: &Surroundings) -> Result<()> {
    for number in 0..ATTEMPTS {
        match attempt(session, work, surroundings) {
            Err(_) if session.met_another() => {
                metrics::counter!("store_retries_total").increment(1);
                std::thread::sleep(pause(number));
            }
            outcome => return outcome,
        }
    }
    Err(Error::Busy("database"))
}

fn attempt(session: &Session, work: &mut Work, surroundings: &Surroundings) -> Result<()> {
    session.begin(work.mode)?;
    match work.task.run(Side::Postgres(session), surroundings, work.actor) {
        Ok(()) => session.commit(),
        Err(error) => {
            session.roll_back();
            Err(error)
        }
    }
}

fn pause(attempt: u32) -> Duration {
    let ceiling = Duration::from_micros(500).saturating_mul(1 << attempt.min(8)).min(LONGEST_PAUSE);
    let share = u32::from(base::secret::random::<1>()[0]);
    ceiling * share / 255
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_does_not_answer_is_waited_for_once_and_not_by_everybody() {
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("postgres://hejnal@127.0.0.1:{}/city?connect_timeout=1", silent.local_addr().unwrap().port());
        let mut wire = Wire { url: &url, session: None, away: None };
        let waited = Instant::now();
        let first = wire.connect().err();
        let waited = waited.elapsed();
        assert!(matches!(&first, Some(Error::Unavailable(why)) if why.contains("does not answer within 1 s")), "{first:?}");
        let started = Instant::now();
        for _ in 0..1_000 {
            assert!(wire.connect().is_err());
        }
        assert!(started.elapsed() < waited, "each of them waited again");
    }
}
