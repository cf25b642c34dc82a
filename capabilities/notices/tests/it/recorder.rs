//! A mail server that writes down what it is told, and refuses what its tests ask it to.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpSocket, TcpStream},
};

/// A port of this machine that is taken, but at which nobody listens yet: who calls is refused.
pub struct DeadServer(TcpSocket);

impl DeadServer {
    pub fn new() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        Self(socket)
    }

    pub fn port(&self) -> u16 {
        self.0.local_addr().unwrap().port()
    }

    /// From now on it answers.
    pub fn revive(self) -> Recorder {
        self.behaving(Manners::default())
    }

    pub fn behaving(self, manners: Manners) -> Recorder {
        let heard = Arc::new(Mutex::new(Heard::default()));
        let listener = self.0.listen(16).unwrap();
        let notes = Arc::clone(&heard);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, manners, Arc::clone(&notes)));
            }
        });
        Recorder(heard)
    }
}

/// How the server behaves.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manners {
    /// The answer to RCPT, instead of a friendly one.
    pub to_recipient: Option<&'static str>,
    /// The answer to MAIL, instead of a friendly one.
    pub to_sender: Option<&'static str>,
    /// The answer to AUTH, instead of a friendly one.
    pub to_login: Option<&'static str>,
    /// Breaks off instead of answering QUIT.
    pub is_rude: bool,
}

/// What the server was told.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    /// Command lines in order.
    pub commands: Vec<String>,
    /// Letters as they came, dots unstuffed.
    pub letters: Vec<String>,
}

pub struct Recorder(Arc<Mutex<Heard>>);

impl Recorder {
    pub fn heard(&self) -> Heard {
        self.0.lock().unwrap().clone()
    }
}

async fn converse(stream: TcpStream, manners: Manners, heard: Arc<Mutex<Heard>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 recorder.example ESMTP\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        heard.lock().unwrap().commands.push(line.clone());
        let answer = match line.split([' ', ':']).next().unwrap() {
            "EHLO" => "250-recorder.example\r\n250-AUTH PLAIN\r\n250 8BITMIME",
            "AUTH" => manners.to_login.unwrap_or("235 welcome"),
            "MAIL" => manners.to_sender.unwrap_or("250 sender ok"),
            "RCPT" => manners.to_recipient.unwrap_or("250 recipient ok"),
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.unwrap();
                let mut letter = String::new();
                while let Some(line) = lines.next_line().await.unwrap().filter(|line| line != ".") {
                    letter.push_str(line.strip_prefix('.').unwrap_or(&line));
                    letter.push_str("\r\n");
                }
                heard.lock().unwrap().letters.push(letter);
                "250 taken"
            }
            "QUIT" if manners.is_rude => return,
            "QUIT" => "221 bye",
            _ => "502 what?",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
    }
}
