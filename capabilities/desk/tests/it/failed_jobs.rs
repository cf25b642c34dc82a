//! The list of work that the program could not do itself.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use base::{ActorKind, Error, Id};
use jobs::{Failed, Handler, Job, Waiting};
use serde_json::json;
use testkit::{Engine, Kit};

use crate::cast::{ENGINES, door, signed_in};

/// A city in which nothing is done before `mended` is true.
async fn broken_city(engine: Engine, mended: &Arc<AtomicBool>) -> Kit {
    let handle = |kind: &'static str| -> (&'static str, Handler) {
        let mended = Arc::clone(mended);
        (
            kind,
            jobs::handler(move |_, _| {
                let done = mended.load(Ordering::SeqCst);
                async move { if done { Ok(()) } else { Err(Error::Conflict("the <unit> has no address")) } }
            }),
        )
    };
    Kit::new(engine, |_| Vec::new(), [handle("notices.send"), handle("cases.dispatch")].into()).await
}

async fn enqueue(kit: &Kit, kind: &'static str, payload: serde_json::Value) {
    kit.write(move |tx| jobs::enqueue(tx, &Job::now(kind, payload.clone()))).await.unwrap();
}

async fn failed(kit: &Kit) -> Vec<Failed> {
    kit.read(jobs::failed).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn failed_work_is_told_in_words_with_its_case_and_its_cause() {
    for engine in ENGINES {
        let kit = broken_city(engine, &Arc::default()).await;
        let (door, case) = (door(&kit, false), Id::new());
        let (_, session) = signed_in(&kit, "administrator").await;
        door.get("/desk/jobs", &session)
            .await
            .says("Wszystko się udało")
            .says("W\u{a0}kolejce nic nie czeka.")
            .never_says("<form method=\"post\" action=\"/desk");

        enqueue(&kit, "notices.send", json!({ "notice": Id::new() })).await;
        enqueue(&kit, "cases.dispatch", json!({ "case": case })).await;
        kit.settle().await;
        enqueue(&kit, "notices.send", json!({ "notice": Id::new() })).await;
        kit.clock.pass_seconds(24 * 3600);
        let (_, session) = signed_in(&kit, "supervisor").await;
        let page = door.get("/desk/jobs", &session).await;
        page.says("Wysłać mieszkańcowi e-mail o\u{a0}jego sprawie").says("Przekazać sprawę jednostce");
        page.says("Program przestał próbować wczoraj o\u{a0}10:00, po jednej próbie.").says("the &#60;unit&#62; has no address");
        page.says(&format!(r#"<a href="/cases/{case}">Otwórz sprawę</a>"#)).says("W\u{a0}kolejce czeka jedno zadanie.");
        assert_eq!(page.body.matches("Otwórz sprawę").count(), 1);
        assert_eq!(page.body.matches("Spróbuj ponownie").count(), 2);
        door.get("/desk", &session).await.says("2 zadania się nie udały.");
        kit.settle().await;
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_tried_again_after_the_cause_is_gone_leaves_the_list() {
    for engine in ENGINES {
        let mended = Arc::new(AtomicBool::new(false));
        let kit = broken_city(engine, &mended).await;
        let door = door(&kit, false);
        let (account, session) = signed_in(&kit, "administrator").await;
        enqueue(&kit, "cases.dispatch", json!({ "case": Id::new() })).await;
        kit.settle().await;
        let id = failed(&kit).await[0].id;

        mended.store(true, Ordering::SeqCst);
        let token = door.get("/desk/jobs", &session).await.token().to_owned();
        let path = format!("/desk/jobs/{id}/retry");
        let answer = door.post(&path, &session, &token).await;
        assert_eq!((answer.status, answer.location.as_str()), (303, "/desk/jobs?retried=yes"));
        door.get(&answer.location, &session).await.says("Zadanie wróciło do kolejki").says("W\u{a0}kolejce czeka jedno zadanie.");
        let again = door.post(&path, &session, &token).await;
        assert_eq!(again.status, 409);
        again.says("Tego zadania nie ma już na liście");

        kit.settle().await;
        assert_eq!(kit.read(jobs::waiting).await.unwrap(), Waiting { due: 0, failed: 0 });
        let events = kit.read(move |read| store::journal::of_subject(read, id)).await.unwrap();
        assert_eq!(events.len(), 1);
        assert_eq!((events[0].kind.as_str(), events[0].actor.kind, events[0].actor.id), ("job.retried", ActorKind::Staff, Some(account)));
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_supervisors_with_the_token_of_their_session_can_try_again() {
    for engine in ENGINES {
        let kit = broken_city(engine, &Arc::default()).await;
        let door = door(&kit, false);
        let ((_, supervisor), (_, crew)) = (signed_in(&kit, "supervisor").await, signed_in(&kit, "unit_staff").await);
        enqueue(&kit, "notices.send", json!({ "notice": Id::new() })).await;
        kit.settle().await;
        let id = failed(&kit).await[0].id;
        let path = format!("/desk/jobs/{id}/retry");
        let (hers, his) = (door.get("/desk/jobs", &supervisor).await.token().to_owned(), crew_token(&crew));

        assert_eq!(door.get("/desk/jobs", &crew).await.status, 403);
        assert_eq!(door.post(&path, &crew, &his).await.status, 403);
        assert_eq!(door.post(&path, &supervisor, &his).await.status, 403, "the token of another session");
        assert_eq!(door.post(&path, &supervisor, "").await.status, 403);
        assert_eq!(door.post(&path, "", "").await.status, 303);
        assert_eq!(door.post("/desk/jobs/rubbish/retry", &supervisor, &hers).await.status, 404);
        assert_eq!(door.post(&format!("/desk/jobs/{}/retry", Id::new()), &supervisor, &hers).await.status, 409);
        assert_eq!(failed(&kit).await.len(), 1);
        kit.end().await;
    }
}

/// The token of the forms that the crew's own pages carry.
fn crew_token(session: &str) -> String {
    let signer = base::secret::Signer::new(&[7; 32]);
    web::csrf::token(&signer, &base::secret::sha256(session.as_bytes()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_says_that_it_is_not_all_and_names_kinds_it_has_no_words_for() {
    let kit = Kit::new(Engine::Sqlite, |_| Vec::new(), HashMap::new()).await;
    let (_, session) = signed_in(&kit, "supervisor").await;
    for _ in 0..201 {
        enqueue(&kit, "cases.unknown", json!({})).await;
    }
    kit.settle().await;
    door(&kit, false)
        .get("/desk/jobs", &session)
        .await
        .says("Zadanie „cases.unknown”")
        .says("Pokazujemy 200 najnowszych. Wszystkich jest 201.");
    kit.end().await;
}
