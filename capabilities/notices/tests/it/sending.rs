//! The letter itself, and what becomes of a notice when there is no way out.

use std::path::Path;

use base::Language;
use jobs::{ATTEMPTS, Job, pause_seconds};
use notices::{Mailer, NewNotice, SEND, State};
use serde_json::json;
use testkit::Engine;

use crate::cast::{ANNA, city_with, end, failed_jobs, find, queue, to_anna, waiting_job};

/// The files of the mailbox by name.
fn letters(folder: &Path) -> Vec<(String, String)> {
    let mut letters: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    letters.sort();
    letters
}

/// The header as written, unfolded.
pub fn header(letter: &str, name: &str) -> Option<String> {
    let (head, _) = letter.split_once("\r\n\r\n").expect("a head and a body");
    let unfolded = head.replace("\r\n ", " ");
    unfolded.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(": ").map(str::to_owned))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_becomes_a_letter_in_the_mailbox_of_the_demo() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let new = to_anna(&kit).await;
        let id = queue(&kit, &new).await.unwrap().unwrap();
        kit.clock.pass_seconds(90);
        kit.settle().await;

        let letters = letters(home.path());
        let (name, letter) = &letters[0];
        assert_eq!((letters.len(), name), (1, &format!("1795165200000000-{id}.eml")));
        assert!(letter.is_ascii() && letter.lines().all(|line| line.len() <= 100), "{letter}");
        let is = |name: &str, value: &str| assert_eq!(header(letter, name).as_deref(), Some(value), "{letter}");
        is("To", ANNA);
        is("Message-ID", &format!("<{id}@kontakt.lipogrod.example>"));
        is("References", &format!("<{}@kontakt.lipogrod.example>", new.subject_id));
        is("In-Reply-To", &format!("<{}@kontakt.lipogrod.example>", new.subject_id));
        is("Auto-Submitted", "auto-generated");
        is("Content-Language", "pl");
        is("Content-Type", "text/plain; charset=utf-8");
        is("MIME-Version", "1.0");
        is("Date", "Fri, 20 Nov 2026 09:01:30 +0000");
        assert!(header(letter, "From").unwrap().ends_with("<kontakt@lipogrod.example>"));
        assert!(header(letter, "Subject").unwrap().contains("=?utf-8?"), "{letter}");

        let notice = find(&kit, id).await;
        assert_eq!((notice.state, notice.ended_at.map(|at| at.seconds_since(notice.queued_at))), (State::Sent, Some(90)));
        assert_eq!(kit.told(id).await, ["notice.queued", "notice.sent"]);
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_without_a_thread_stands_alone_and_speaks_its_language() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let new = NewNotice { thread: None, language: Language::Uk, ..to_anna(&kit).await };
        queue(&kit, &new).await.unwrap();
        kit.settle().await;
        let (_, letter) = &letters(home.path())[0];
        assert_eq!((header(letter, "References"), header(letter, "In-Reply-To")), (None, None));
        assert_eq!(header(letter, "Content-Language").as_deref(), Some("uk"));
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_sent_already_is_left_alone() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
        kit.settle().await;
        std::fs::remove_file(home.path().join(&letters(home.path())[0].0)).unwrap();
        kit.write(move |tx| jobs::enqueue(tx, &Job::now(SEND, json!({ "notice": id })))).await.unwrap();
        kit.settle().await;
        assert_eq!(letters(home.path()), []);
        assert_eq!(kit.told(id).await, ["notice.queued", "notice.sent"]);
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_title_and_no_text_can_add_a_header_or_a_recipient() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let title = "Zgłoszenie\r\nBcc: jan@poczta.example\nX-Own: yes\r\n\r\n<html>".to_owned();
        let body = ".\r\nRCPT TO:<jan@poczta.example>\r\n.\r\n".to_owned();
        queue(&kit, &NewNotice { title, body, ..to_anna(&kit).await }).await.unwrap();
        kit.settle().await;
        let (_, letter) = &letters(home.path())[0];
        assert_eq!((header(letter, "Bcc"), header(letter, "X-Own")), (None, None), "{letter}");
        let (head, _) = letter.split_once("\r\n\r\n").unwrap();
        assert!(!head.replace("\r\n", "").contains(['\r', '\n']), "a lone line break: {head:?}");
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_a_notice_is_tried_with_growing_pauses_and_then_stands_failed() {
    for engine in Engine::ALL {
        let kit = city_with(engine, Mailer::Missing).await;
        let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
        for attempt in 1..ATTEMPTS {
            kit.settle().await;
            let (due_at, attempts, error) = waiting_job(&kit).await;
            assert_eq!((attempts, due_at.seconds_since(kit.db.now())), (attempt, pause_seconds(attempt)));
            assert!(error.contains("no mail server is configured: set --smtp"), "{error}");
            assert_eq!(find(&kit, id).await.state, State::Queued);
            kit.clock.pass_seconds(pause_seconds(attempt));
        }
        kit.settle().await;
        let failed = failed_jobs(&kit).await;
        assert_eq!((failed.len(), failed[0].attempts, failed[0].kind.as_str()), (1, ATTEMPTS, SEND));
        assert_eq!(
            (find(&kit, id).await.state, kit.told(id).await),
            (State::Failed, vec!["notice.queued".to_owned(), "notice.failed".to_owned()])
        );
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_cannot_be_written_is_tried_again() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("mail");
        let kit = city_with(engine, Mailer::Folder(folder.clone())).await;
        let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
        kit.settle().await;
        assert!(waiting_job(&kit).await.2.contains("the mail folder cannot be written"));
        std::fs::create_dir(&folder).unwrap();
        kit.clock.pass_seconds(pause_seconds(1));
        kit.settle().await;
        assert_eq!((find(&kit, id).await.state, letters(&folder).len()), (State::Sent, 1));
        end(kit).await;
    }
}
