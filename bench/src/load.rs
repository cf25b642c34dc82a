//! Many connections that ask at once: as fast as answers come, or paced as residents are, who do not wait for each other.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use anyhow::{Context as _, Result};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep_until, timeout},
};

use crate::{client::Connection, questions::Question};

/// How long after its end a load may still wait for answers.
const LAST_ANSWERS: Duration = Duration::from_secs(30);
/// The most answers whose words are kept, such as addresses of reports.
const MAX_KEPT: usize = 50_000;

/// When the next request is asked.
#[derive(Debug, Clone, Copy)]
pub enum Pace {
    /// As soon as the connection has its last answer.
    AfterAnswer,
    /// So many in a second over all connections, whether answers come or not.
    PerSecond(f64),
}

/// What is asked, how and for how long.
pub struct Load {
    /// What is asked.
    pub question: Arc<Question>,
    /// Connections.
    pub connections: usize,
    /// When.
    pub pace: Pace,
    /// For how long.
    pub time: Duration,
}

/// What came of it.
#[derive(Default)]
pub struct Answers {
    /// How many; every one was right.
    pub count: f64,
    /// From the first request to the last answer, seconds.
    pub seconds: f64,
    /// Sorted microseconds from the moment at which a request was to be asked (not: could be) to its answer.
    waits: Vec<u32>,
    /// What the question keeps of each answer.
    pub kept: Vec<String>,
}

struct Shared {
    question: Arc<Question>,
    pace: Pace,
    start: Instant,
    end: Instant,
    asked: AtomicU64,
}

impl Load {
    /// Asks until the time is over.
    ///
    /// # Errors
    /// The first answer that is not the one expected.
    pub async fn run(self, address: SocketAddr) -> Result<Answers> {
        let mut connections = Vec::new();
        for _ in 0..self.connections {
            connections.push(Connection::open(address).await.context("connecting")?);
        }
        let start = Instant::now();
        let shared = Shared { question: self.question, pace: self.pace, start, end: start + self.time, asked: AtomicU64::new(0) };
        let shared = Arc::new(shared);
        let mut tasks = JoinSet::new();
        for connection in connections {
            tasks.spawn(ask_on(connection, shared.clone()));
        }
        let mut answers = Answers::default();
        let all = async {
            while let Some(part) = tasks.join_next().await {
                answers.add(part??);
            }
            anyhow::Ok(())
        };
        timeout(self.time + LAST_ANSWERS, all).await.context("answers did not come")??;
        answers.seconds = start.elapsed().as_secs_f64();
        answers.waits.sort_unstable();
        Ok(answers)
    }
}

async fn ask_on(mut connection: Connection, shared: Arc<Shared>) -> Result<Answers> {
    let (mut answers, mut request) = (Answers::default(), Vec::new());
    while let Some((number, intended)) = shared.next().await {
        request.clear();
        shared.question.write(number, &mut request);
        let answer = connection.ask(&request).await?;
        let kept = shared.question.check(number, &answer)?;
        answers.waits.push(u32::try_from(intended.elapsed().as_micros()).unwrap_or(u32::MAX));
        answers.kept.extend(kept.filter(|_| answers.kept.len() < MAX_KEPT));
    }
    Ok(answers)
}

impl Shared {
    /// The number of the next request and the moment at which it is to be asked, once that has come; `None` at the end.
    async fn next(&self) -> Option<(u64, Instant)> {
        let number = self.asked.fetch_add(1, Ordering::Relaxed);
        let intended = match self.pace {
            Pace::AfterAnswer => Instant::now(),
            Pace::PerSecond(rate) => self.start + Duration::from_secs_f64(number as f64 / rate),
        };
        if intended >= self.end {
            return None;
        }
        if intended > Instant::now() {
            sleep_until(intended).await;
        }
        Some((number, intended))
    }
}

impl Answers {
    fn add(&mut self, part: Answers) {
        self.count += part.waits.len() as f64;
        self.waits.extend(part.waits);
        self.kept.extend(part.kept.into_iter().take(MAX_KEPT - self.kept.len()));
    }

    /// Answers in a second.
    pub fn rate(&self) -> f64 {
        self.count / self.seconds
    }

    /// The wait in milliseconds that `share` of all requests did not exceed.
    pub fn wait_ms(&self, share: f64) -> f64 {
        let last = self.waits.len().saturating_sub(1);
        let place = (last as f64 * share).ceil() as usize;
        self.waits.get(place).map_or(0.0, |micros| f64::from(*micros) / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        net::TcpListener,
    };

    use super::*;

    /// A server that thinks for `pause` before each answer, one request at a time on each connection.
    async fn slow_server(pause: Duration) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let mut buffer = [0; 1024];
                    while stream.read(&mut buffer).await.is_ok_and(|count| count > 0) {
                        tokio::time::sleep(pause).await;
                        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nlive\n").await.unwrap();
                    }
                });
            }
        });
        address
    }

    async fn asked(connections: usize, pace: Pace, pause_ms: u64) -> Answers {
        let address = slow_server(Duration::from_millis(pause_ms)).await;
        let question = Arc::new(Question::Live);
        Load { question, connections, pace, time: Duration::from_secs(2) }.run(address).await.unwrap()
    }

    #[tokio::test]
    async fn a_wait_counts_from_the_moment_intended() {
        // One connection, 20 ms for each answer, 100 wanted in a second: the queue grows by a second in every two.
        let answers = asked(1, Pace::PerSecond(100.0), 20).await;
        assert_eq!(answers.count, 200.0);
        assert!(answers.wait_ms(0.99) > 1_500.0, "{}", answers.wait_ms(0.99));
    }

    #[tokio::test]
    async fn a_quick_server_is_asked_at_the_pace() {
        let answers = asked(4, Pace::PerSecond(100.0), 0).await;
        assert_eq!(answers.count, 200.0);
        assert!(answers.seconds > 1.9, "{}", answers.seconds);
    }

    #[tokio::test]
    async fn without_a_pace_each_answer_calls_for_the_next_request() {
        let answers = asked(2, Pace::AfterAnswer, 20).await;
        assert!((40.0..=202.0).contains(&answers.count), "{}", answers.count);
    }
}
