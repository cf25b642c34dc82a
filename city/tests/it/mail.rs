//! A city without a mail server says so, and what it could not send stands on a list until it can.

use std::io::{BufRead, BufReader, Write};

use testkit::Engine;

use crate::{
    home::{Home, until},
    people::hired,
    visitor::Visitor,
};

const WORDS: &str = "Ta instalacja nie wysyła e-maili";

/// A mail server that takes everything; gives its address, and the letters as they come.
fn mail_server() -> (String, std::sync::mpsc::Receiver<String>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("smtp://{}", listener.local_addr().unwrap());
    let (taken, letters) = std::sync::mpsc::channel();
    std::thread::spawn(move || listener.incoming().for_each(|stream| take_letters(stream.unwrap(), &taken)));
    (address, letters)
}

/// Speaks the server's side of RFC 5321 to one client.
fn take_letters(stream: std::net::TcpStream, taken: &std::sync::mpsc::Sender<String>) {
    let mut answers = stream.try_clone().unwrap();
    let mut answer = |text: &str| write!(answers, "{text}\r\n").unwrap();
    answer("220 mail.example");
    let mut letter: Option<String> = None;
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        match (&mut letter, line.as_str()) {
            (Some(_), ".") => {
                drop(taken.send(letter.take().unwrap_or_default()));
                answer("250 taken");
            }
            (Some(letter), line) => letter.push_str(&format!("{line}\n")),
            (None, "DATA") => {
                letter = Some(String::new());
                answer("354 go on");
            }
            (None, "QUIT") => return answer("221 bye"),
            (None, _) => answer("250 well"),
        }
    }
}

#[tokio::test]
async fn without_a_mail_server_nothing_is_lost_in_silence() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&[]);
    let visitor = Visitor::new(city.address());
    visitor.get("/").await.is(200).says(WORDS);
    visitor.get("/report").await.is(200).says(WORDS);
    visitor.report("Dziura", "anna@poczta.example").await.is(303);
    let waiting = "select count(*) from jobs where kind = 'notices.send' and attempts = 1 and locked_until = 0 and last_error is not null";
    until("both letters were tried in vain", async || home.count(waiting).await == 2).await;
    let beata = hired(&home, &visitor, &["--roles", "supervisor"], "beata").await;
    beata.get("/desk/jobs").await.is(200).says(WORDS).says("W kolejce czekają 2 zadania");
    city.stop();

    // The pauses between the attempts, all but the last of which are over.
    assert_eq!(home.change("update jobs set attempts = 7, due_at = 0 where state = 'due'").await, 2);
    let city = home.serve(&[]);
    let beata = signed_in_again(&city, beata).await;
    until("both letters were given up", async || home.count("select count(*) from notices where state = 'failed'").await == 2).await;
    let list = beata.get("/desk/jobs").await;
    list.is(200).says("Wysłać mieszkańcowi e-mail o jego sprawie").says("no mail server is configured: set --smtp").says("po 8 próbach");
    home.run(&["verify"]).well();
    city.stop();
}

/// The same person at the city's new address: sessions are kept.
async fn signed_in_again(city: &crate::program::Running, person: Visitor) -> Visitor {
    let person = person.at(city.address());
    person.get("/desk").await.is(200);
    person
}

#[tokio::test]
async fn once_there_is_a_mail_server_what_was_given_up_is_sent_from_the_list() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&[]);
    let visitor = Visitor::new(city.address());
    visitor.report("Dziura", "anna@poczta.example").await.is(303);
    until("both letters wait", async || home.count("select count(*) from notices where state = 'queued'").await == 2).await;
    let beata = hired(&home, &visitor, &["--roles", "supervisor"], "beata").await;
    let tried = "select count(*) from jobs where kind = 'notices.send' and last_error is not null and locked_until = 0";
    until("both letters were tried", async || home.count(tried).await == 2).await;
    city.stop();
    home.change("update jobs set attempts = 7, due_at = 0 where state = 'due'").await;
    let city = home.serve(&[]);
    until("both letters were given up", async || home.count("select count(*) from jobs where state = 'failed'").await == 2).await;
    city.stop();

    let (server, letters) = mail_server();
    let city = home.serve(&["--smtp", &server, "--public-url", "https://kontakt.example"]);
    let beata = signed_in_again(&city, beata).await;
    for left in (0..2).rev() {
        let list = beata.get("/desk/jobs").await;
        let retry = list.is(200).never_says(WORDS).after(r#"<form method="post" action="/desk/jobs"#).to_owned();
        beata.post_from("/desk/jobs", &format!("/desk/jobs{retry}"), &[]).await.is(303);
        until("a letter is sent", async || home.count("select count(*) from notices where state <> 'sent'").await == left).await;
        let letter = letters.recv_timeout(crate::program::PATIENCE).unwrap();
        assert!(letter.contains("To: anna@poczta.example"), "{letter}");
    }
    home.run(&["verify"]).well();
    city.stop();
}
