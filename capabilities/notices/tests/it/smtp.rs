//! Handing over to a mail server: dead, alive, refusing, rude.

use jobs::pause_seconds;
use notices::{Login, Mailer, Smtp, State, Tls};
use testkit::Engine;

use crate::{
    cast::{ANNA, city_with, end, failed_jobs, find, notice_to, queue, resident, to_anna, waiting_job},
    recorder::{DeadServer, Manners},
    sending::header,
};

fn at(server: &DeadServer) -> Mailer {
    Mailer::Smtp(Smtp { host: "127.0.0.1".into(), port: server.port(), login: None, tls: Tls::Off })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_mail_server_loses_nothing_and_gets_all_when_it_is_back() {
    for engine in Engine::ALL {
        let server = DeadServer::new();
        let kit = city_with(engine, at(&server)).await;
        let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
        for attempt in 1..=3 {
            kit.settle().await;
            let (due_at, attempts, error) = waiting_job(&kit).await;
            assert_eq!((attempts, due_at.seconds_since(kit.db.now())), (attempt, pause_seconds(attempt)));
            assert!(error.contains("the mail server did not take the letter"), "{error}");
            kit.clock.pass_seconds(pause_seconds(attempt));
        }
        assert_eq!((find(&kit, id).await.state, failed_jobs(&kit).await.len()), (State::Queued, 0));

        let server = server.revive();
        kit.settle().await;
        assert_eq!(find(&kit, id).await.state, State::Sent);
        let heard = server.heard();
        let said = ["EHLO kontakt.lipogrod.example", "MAIL FROM:<kontakt@lipogrod.example>", &format!("RCPT TO:<{ANNA}>"), "DATA", "QUIT"];
        assert_eq!((heard.commands, heard.letters.len()), (said.map(str::to_owned).to_vec(), 1));
        assert_eq!(header(&heard.letters[0], "Message-ID"), Some(format!("<{id}@kontakt.lipogrod.example>")));
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_does_not_exist_fails_at_once() {
    for engine in Engine::ALL {
        let server = DeadServer::new();
        let kit = city_with(engine, at(&server)).await;
        let server = server.behaving(Manners { to_recipient: Some("550 5.1.1 <anna@poczta.example> unknown"), ..Manners::default() });
        let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
        kit.settle().await;
        let failed = failed_jobs(&kit).await;
        assert_eq!((failed.len(), failed[0].attempts), (1, 1));
        assert!(failed[0].last_error.contains("does the address exist?"), "{}", failed[0].last_error);
        assert_eq!((find(&kit, id).await.state, server.heard().letters.len()), (State::Failed, 0));
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_notice_that_a_supervisor_tries_again_is_sent() {
    for engine in Engine::ALL {
        let server = DeadServer::new();
        let kit = city_with(engine, at(&server)).await;
        let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
        for attempt in 1..=jobs::ATTEMPTS {
            kit.settle().await;
            kit.clock.pass_seconds(pause_seconds(attempt));
        }
        let failed = failed_jobs(&kit).await;
        assert_eq!((failed.len(), find(&kit, id).await.state), (1, State::Failed));

        let server = server.revive();
        let job = failed[0].id;
        kit.write(move |tx| jobs::try_again(tx, job)).await.unwrap();
        kit.settle().await;
        assert_eq!((find(&kit, id).await.state, server.heard().letters.len()), (State::Sent, 1));
        assert_eq!(kit.told(id).await, ["notice.queued", "notice.failed", "notice.sent"]);
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_for_now_and_one_of_our_own_address_are_tried_again_without_naming_the_resident() {
    for engine in Engine::ALL {
        for manners in [
            Manners { to_recipient: Some("450 4.2.0 <anna@poczta.example>: greylisted, come back"), ..Manners::default() },
            Manners { to_sender: Some("553 5.7.1 not yours, said to anna@poczta.example"), ..Manners::default() },
        ] {
            let server = DeadServer::new();
            let kit = city_with(engine, at(&server)).await;
            server.behaving(manners);
            let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
            kit.settle().await;
            let (_, attempts, error) = waiting_job(&kit).await;
            assert_eq!((attempts, find(&kit, id).await.state), (1, State::Queued));
            assert!(!error.contains('@') && (error.contains("greylisted") || error.contains("not yours")), "{error}");
            erase_and_settle(&kit, id).await;
            end(kit).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_farewell_that_fails_does_not_send_the_letter_twice() {
    for engine in Engine::ALL {
        let server = DeadServer::new();
        let kit = city_with(engine, at(&server)).await;
        let server = server.behaving(Manners { is_rude: true, ..Manners::default() });
        let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
        kit.settle().await;
        assert_eq!((find(&kit, id).await.state, server.heard().letters.len()), (State::Sent, 1));
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_starttls_hears_neither_password_nor_address() {
    for engine in Engine::ALL {
        let server = DeadServer::new();
        let login = Some(Login { user: "miasto".into(), password: "tajne".into() });
        let smtp = Smtp { host: "127.0.0.1".into(), port: server.port(), login, tls: Tls::StartTls };
        let kit = city_with(engine, Mailer::Smtp(smtp)).await;
        let server = server.revive();
        let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
        kit.settle().await;
        assert!(waiting_job(&kit).await.2.contains("STARTTLS"));
        assert!(server.heard().commands.iter().all(|line| line.starts_with("EHLO") || line == "QUIT"), "{:?}", server.heard());
        erase_and_settle(&kit, id).await;
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn we_sign_in_where_a_password_is_set_and_a_wrong_one_costs_no_notice() {
    for engine in Engine::ALL {
        for (to_login, state) in [(None, State::Sent), (Some("535 5.7.8 wrong password"), State::Queued)] {
            let server = DeadServer::new();
            let login = Some(Login { user: "miasto".into(), password: "tajne".into() });
            let smtp = Smtp { host: "127.0.0.1".into(), port: server.port(), login, tls: Tls::Off };
            let kit = city_with(engine, Mailer::Smtp(smtp)).await;
            let server = server.behaving(Manners { to_login, ..Manners::default() });
            let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
            kit.settle().await;
            // NUL miasto NUL tajne (RFC 4616) in base64.
            assert_eq!(server.heard().commands[1], "AUTH PLAIN AG1pYXN0bwB0YWpuZQ==");
            assert_eq!((find(&kit, id).await.state, failed_jobs(&kit).await.len()), (state, 0));
            erase_and_settle(&kit, id).await;
            end(kit).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_the_server_cannot_carry_fails_at_once() {
    for engine in Engine::ALL {
        let server = DeadServer::new();
        let kit = city_with(engine, at(&server)).await;
        let server = server.revive();
        let address = "żółw@poczta.example";
        let new = notice_to(&kit, resident(&kit, address).await).await;
        let id = queue(&kit, &new).await.unwrap().unwrap();
        kit.settle().await;
        assert!(failed_jobs(&kit).await[0].last_error.contains("SMTPUTF8"));
        assert_eq!((find(&kit, id).await.state, server.heard().letters.len()), (State::Failed, 0));
        end(kit).await;
    }
}

/// Lets the job that waits end: what was told to an erased resident is no more to be sent.
async fn erase_and_settle(kit: &testkit::Kit, id: base::Id) {
    let resident_id = kit.read(move |read| read.value("select resident_id from notices where id = $1", store::params![id])).await.unwrap();
    kit.write(move |tx| notices::personal::erase(tx, resident_id)).await.unwrap();
    kit.clock.pass_seconds(pause_seconds(1));
    kit.settle().await;
}
