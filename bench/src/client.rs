//! One kept-alive connection that asks and reads answers: HTTP/1.1 (RFC 9112) as far as our own server speaks it.
//!
//! Absent on purpose: chunked bodies, redirects, TLS, pipelining. An answer without a length is an error.

use std::net::SocketAddr;

use anyhow::{Context as _, Result, bail};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// The largest answer, bytes.
const MAX_ANSWER_BYTES: usize = 1024 * 1024;
/// The most reads for one answer.
const MAX_READS: usize = 10_000;

/// A connection on which one request at a time is asked.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, which lies in the connection's buffer until the next one is asked for.
#[derive(Debug)]
pub struct Answer<'a> {
    /// Such as 200.
    pub status: u16,
    head: &'a str,
    /// The body as it was sent.
    pub body: &'a [u8],
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// When nobody listens.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(32 * 1024) })
    }

    /// Sends a whole request and reads the whole answer.
    ///
    /// # Errors
    /// When the connection breaks or what comes is no answer.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer<'_>> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        for _ in 0..MAX_READS {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                bail!("the server closed the connection");
            }
            if let Some(length) = whole_length(&self.buffer)? {
                if length != self.buffer.len() {
                    bail!("the server sent more than it announced");
                }
                return Answer::read(&self.buffer);
            }
        }
        bail!("an answer came in more than {MAX_READS} pieces")
    }
}

/// The length of head and body together once all of it is there.
fn whole_length(bytes: &[u8]) -> Result<Option<usize>> {
    let Some(head) = head_length(bytes) else {
        return if bytes.len() > MAX_ANSWER_BYTES { bail!("an answer without an end of its head") } else { Ok(None) };
    };
    let text = std::str::from_utf8(&bytes[..head]).context("the head of an answer")?;
    let body: usize = header(text, "content-length").context("an answer without a length")?.parse().context("content-length")?;
    if body > MAX_ANSWER_BYTES {
        bail!("an answer of {body} bytes");
    }
    Ok((bytes.len() >= head + body).then_some(head + body))
}

fn head_length(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|window| window == b"\r\n\r\n").map(|at| at + 4)
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let named = |line: &'a str| line.split_once(':').filter(|(key, _)| key.eq_ignore_ascii_case(name));
    head.lines().skip(1).find_map(named).map(|(_, value)| value.trim())
}

impl<'a> Answer<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self> {
        let at = head_length(bytes).context("an answer without a head")?;
        let head = std::str::from_utf8(&bytes[..at]).context("the head of an answer")?;
        let status = head.get(9..12).and_then(|digits| digits.parse().ok()).context("an answer without a status")?;
        Ok(Self { status, head, body: &bytes[at..] })
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        header(self.head, name)
    }

    /// The body as text; nothing when it is none.
    pub fn text(&self) -> &'a str {
        std::str::from_utf8(self.body).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    #[test]
    fn an_answer_is_whole_when_all_of_its_body_is_there() {
        let bytes = b"HTTP/1.1 303 See Other\r\nLocation: /reports/1\r\ncontent-length: 4\r\n\r\nbody";
        for short in 0..bytes.len() {
            assert_eq!(whole_length(&bytes[..short]).unwrap(), None, "{short}");
        }
        assert_eq!(whole_length(bytes).unwrap(), Some(bytes.len()));
        let answer = Answer::read(bytes).unwrap();
        assert_eq!((answer.status, answer.header("location"), answer.text()), (303, Some("/reports/1"), "body"));
    }

    #[test]
    fn an_answer_without_a_length_is_refused() {
        assert!(whole_length(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").is_err());
    }

    #[tokio::test]
    async fn one_connection_asks_again_and_again() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut buffer = [0; 64];
            for _ in 0..3 {
                assert!(stream.read(&mut buffer).await.unwrap() > 0);
                stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n").await.unwrap();
                stream.write_all(b"\r\nlive\n").await.unwrap();
            }
        });
        let mut connection = Connection::open(address).await.unwrap();
        for _ in 0..3 {
            assert_eq!(connection.ask(b"GET / HTTP/1.1\r\n\r\n").await.unwrap().text(), "live\n");
        }
        assert!(connection.ask(b"GET / HTTP/1.1\r\n\r\n").await.is_err(), "the server has gone");
    }
}
