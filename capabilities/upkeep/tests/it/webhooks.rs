//! Webhooks against a stand-in that is well, slow to recover, drops the line, or answers 500.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use base::Id;
use store::{NewEvent, Tx};
use testkit::{Engine, Kit};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use upkeep::{MailSet, Upkeep, jobs};

use crate::cast::{agrees, browser, upkeep};

/// What the stand-in does with the next requests; afterwards it takes everything.
#[derive(Clone, Copy)]
enum Mood {
    Status(u16),
    Drop,
}

/// A receiver: its address, and the requests that it has read.
struct StandIn {
    address: String,
    heard: Arc<Mutex<Vec<String>>>,
}

impl StandIn {
    async fn begin(moods: Vec<Mood>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/hejnal", listener.local_addr().unwrap());
        let heard = Arc::new(Mutex::new(Vec::new()));
        let (kept, mut moods) = (heard.clone(), moods.into_iter());
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                let mut request = String::new();
                while !is_whole(&request) {
                    let mut piece = [0; 4096];
                    let read = line.read(&mut piece).await.unwrap_or(0);
                    if read == 0 {
                        break;
                    }
                    request.push_str(&String::from_utf8_lossy(&piece[..read]));
                }
                kept.lock().unwrap().push(request);
                match moods.next().unwrap_or(Mood::Status(204)) {
                    Mood::Status(status) => {
                        let answer = format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\n\r\n");
                        drop(line.write_all(answer.as_bytes()).await);
                    }
                    Mood::Drop => drop(line),
                }
            }
        });
        Self { address, heard }
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }
}

fn is_whole(request: &str) -> bool {
    let length = |head: &str| {
        let line = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ").map(str::to_owned));
        line.and_then(|length| length.trim().parse::<usize>().ok()).unwrap_or(0)
    };
    request.split_once("\r\n\r\n").is_some_and(|(head, body)| body.len() >= length(head))
}

fn body(request: &str) -> serde_json::Value {
    serde_json::from_str(request.split_once("\r\n\r\n").unwrap().1).unwrap()
}

/// A kit whose worker delivers, with upkeep of its own folder.
async fn on_both(body: impl AsyncFn(&Kit, &Upkeep)) {
    for engine in Engine::ALL {
        let bare = Kit::bare(engine).await;
        let stands_on = upkeep(&bare, MailSet::ByPage);
        let handlers: HashMap<_, _> = jobs::handlers(&stands_on).into();
        let kit = Kit::new(engine, |_| Vec::new(), handlers).await;
        body(&kit, &stands_on).await;
        kit.end().await;
        bare.end().await;
    }
}

/// Something happens to a case; its facts hold more than a receiver may know.
async fn happen(kit: &Kit, kind: &'static str) -> Id {
    let id = Id::new();
    let tell = move |tx: &Tx<'_>| {
        let facts = serde_json::json!({ "state": "closed", "resident": "0195-secret" });
        tx.record(NewEvent { subject_kind: "case", subject_id: id, kind, facts }).map(drop)
    };
    kit.write(tell).await.unwrap();
    id
}

/// Tells and delivers as often as a patient city would: eight attempts within three hours.
async fn patiently(kit: &Kit) {
    kit.settle().await;
    jobs::spread(&kit.db).await.unwrap();
    for _ in 0..10 {
        kit.settle().await;
        kit.clock.pass_seconds(3_600);
    }
}

/// A case of a service, sensitive or not, that is opened and dispatched.
async fn opened(kit: &Kit, key: &'static str, sensitive: bool) -> Id {
    let open = move |tx: &Tx<'_>| {
        let name = base::Wording { pl: key.into(), uk: None, en: None };
        let mut service = services::Service {
            id: Id::named("service", key),
            key: key.into(),
            group: "g".into(),
            kind: services::Kind::Question,
            name: name.clone(),
            hint: None,
            keywords: String::new(),
            unit_id: None,
            public: true,
            deadline_working_days: 3,
            danger: None,
            details: services::Details::default(),
        };
        service.details.sensitive = sensitive;
        services::actions::take_over(tx, &[services::Group { key: "g".into(), name }], std::slice::from_ref(&service))?;
        let new = cases::NewReport {
            body: "Słowa".into(),
            place: cases::Place { words: "ul. Cicha 5".into(), ..cases::Place::default() },
            ..cases::NewReport::about(&service, interactions::Channel::Web, base::Language::Pl)
        };
        Ok(cases::actions::open(tx, &new)?.case_id)
    };
    kit.write(open).await.unwrap()
}

async fn made(kit: &Kit, upkeep: &Upkeep, address: &str) -> Id {
    let secret = upkeep::Seal::of(&upkeep.folder).unwrap().close("webhook", "whsec_test").unwrap();
    let (address, kinds) = (address.to_owned(), vec!["case.closed".to_owned()]);
    kit.write(move |tx| {
        upkeep::actions::webhooks::allow_private(tx)?;
        upkeep::actions::webhooks::create(tx, &address, &kinds, &secret)
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn a_signed_message_without_personal_data_arrives_once() {
    on_both(async |kit, upkeep| {
        let receiver = StandIn::begin(Vec::new()).await;
        happen(kit, "case.closed").await;
        kit.clock.pass_seconds(1);
        let webhook = made(kit, upkeep, &receiver.address).await;
        let case = happen(kit, "case.closed").await;
        happen(kit, "case.opened").await;
        patiently(kit).await;
        jobs::spread(&kit.db).await.unwrap();
        let heard = receiver.heard();
        assert_eq!(heard.len(), 1, "what was before, and what it did not ask for, is not told");
        let said = body(&heard[0]);
        assert_eq!((said["kind"].as_str(), said["state"].as_str()), (Some("case.closed"), Some("closed")));
        assert_eq!(said["subject"]["id"].as_str(), Some(case.to_string().as_str()));
        assert!(!heard[0].contains("0195-secret"), "facts that are not states stay here");
        let header = heard[0].lines().find_map(|line| line.strip_prefix("hejnal-signature: ")).unwrap();
        let seconds: i64 = header[2..].split(',').next().unwrap().parse().unwrap();
        let text = heard[0].split_once("\r\n\r\n").unwrap().1;
        assert_eq!(header, jobs::signature("whsec_test", seconds, text));
        let mut admin = browser(kit, upkeep, "administrator").await;
        let page = admin.get(&format!("/upkeep/webhooks/{webhook}")).await;
        page.is(200).says("Delivered").says("Attempts: 1. Answer: 204.");
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_receiver_that_fails_is_tried_again_and_one_that_answers_twice_is_told_the_same_id() {
    on_both(async |kit, upkeep| {
        let receiver = StandIn::begin(vec![Mood::Status(500), Mood::Drop, Mood::Status(302)]).await;
        let webhook = made(kit, upkeep, &receiver.address).await;
        happen(kit, "case.closed").await;
        patiently(kit).await;
        assert_eq!(receiver.heard().len(), 4);
        let mut admin = browser(kit, upkeep, "administrator").await;
        let page = admin.get(&format!("/upkeep/webhooks/{webhook}")).await;
        page.says("Delivered").says("Attempts: 4.");
        let html = &page.html;
        let start = html.find("/upkeep/deliveries/").unwrap();
        let action = html[start..].split('"').next().unwrap().to_owned();
        admin.post(&action, &[]).await.is(200).says("Queued");
        patiently(kit).await;
        let heard = receiver.heard();
        assert_eq!((heard.len(), body(&heard[0])["id"].clone()), (5, body(&heard[4])["id"].clone()));
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn after_many_failures_a_webhook_is_stopped_with_an_alarm() {
    on_both(async |kit, upkeep| {
        let receiver = StandIn::begin(vec![Mood::Status(500); 200]).await;
        let webhook = made(kit, upkeep, &receiver.address).await;
        for _ in 0..6 {
            happen(kit, "case.closed").await;
        }
        patiently(kit).await;
        let told = receiver.heard().len();
        assert!((40..=48).contains(&told), "{told} attempts");
        let rows = upkeep::health::rows(upkeep, &kit.db).await.unwrap();
        assert_eq!(rows.iter().find(|row| row.part == "webhooks").unwrap().code, "stopped");
        let mut admin = browser(kit, upkeep, "administrator").await;
        admin.get("/upkeep/webhooks").await.says("Stopped");
        admin.post(&format!("/upkeep/webhooks/{webhook}/start"), &[]).await.is(200).says("Active");
        admin.post(&format!("/upkeep/webhooks/{webhook}/removal"), &[]).await.is(200).says("There are no webhooks yet.");
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn private_networks_and_plain_http_are_refused() {
    on_both(async |kit, upkeep| {
        let mut admin = browser(kit, upkeep, "administrator").await;
        admin.post("/upkeep/webhooks", &[("address", "http://partner.example/")]).await.is(422).says("has to begin with https://");
        let refused = admin.post("/upkeep/webhooks", &[("address", "https://169.254.169.254/"), ("kinds", "case.closed")]).await;
        refused.is(422).says("lies in a private network");
        let made = admin.post("/upkeep/webhooks", &[("address", "https://localhost:1/"), ("kinds", "case.closed")]).await;
        made.is(200).says("Copy the secret now").says("whsec_");
        happen(kit, "case.closed").await;
        patiently(kit).await;
        let error: String = kit.value("select error from deliveries").await;
        assert!(error.contains("private network"), "a name that leads there is refused, too: {error}");
        let state: String = kit.value("select state from deliveries").await;
        assert_eq!(state, "failed", "given up on the webhook's own list");
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn of_a_sensitive_case_no_stranger_hears() {
    on_both(async |kit, upkeep| {
        let receiver = StandIn::begin(Vec::new()).await;
        made(kit, upkeep, &receiver.address).await;
        let (hushed, plain) = (opened(kit, "pomoc", true).await, opened(kit, "dziura", false).await);
        for case_id in [hushed, plain] {
            kit.write(move |tx| cases::actions::close(tx, case_id, &cases::Closing::new(cases::Outcome::Answered, "Pomogliśmy.")))
                .await
                .unwrap();
        }
        patiently(kit).await;
        let told: Vec<_> = receiver.heard().iter().map(|request| body(request)["subject"]["id"].clone()).collect();
        assert_eq!(told, [serde_json::json!(plain)]);
        assert_eq!(kit.value::<i64>("select count(*) from deliveries").await, 1);
        agrees(kit).await;
    })
    .await;
}
