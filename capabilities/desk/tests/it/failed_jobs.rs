//! The list of work that the program could not do itself.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use base::{ActorKind, Error, Id};
use jobs::{Failed, Handler, Job, Waiting};
use serde_json::json;
use testkit::{Engine, Kit};

use crate::cast::{app, signed_in, stranger};

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
    for engine in Engine::ALL {
        let kit = broken_city(engine, &Arc::default()).await;
        let (app, case) = (app(&kit, false), Id::new());
        let (_, mut administrator) = signed_in(&app, "administrator").await;
        administrator
            .get("/desk/jobs")
            .await
            .says("Wszystko się udało")
            .has("W\u{a0}kolejce nic nie czeka.")
            .never_says("<form method=\"post\" action=\"/desk");

        enqueue(&kit, "notices.send", json!({ "notice": Id::new() })).await;
        enqueue(&kit, "cases.dispatch", json!({ "case": case })).await;
        kit.settle().await;
        enqueue(&kit, "notices.send", json!({ "notice": Id::new() })).await;
        kit.clock.pass_seconds(24 * 3600);
        let (_, mut supervisor) = signed_in(&app, "supervisor").await;
        let page = supervisor.get("/desk/jobs").await;
        page.has("Wysłać mieszkańcowi e-mail o\u{a0}jego sprawie").says("Przekazać sprawę jednostce");
        page.has("Program przestał próbować wczoraj o\u{a0}10:00, po jednej próbie.").has("the &#60;unit&#62; has no address");
        page.has(&format!(r#"<a href="/cases/{case}">Otwórz sprawę</a>"#)).has("W\u{a0}kolejce czeka jedno zadanie.");
        assert_eq!(page.html.matches("Otwórz sprawę").count(), 1);
        assert_eq!(page.html.matches("Spróbuj ponownie").count(), 2);
        supervisor.get("/desk").await.says("2 zadania się nie udały.");
        kit.settle().await;
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_tried_again_after_the_cause_is_gone_leaves_the_list() {
    for engine in Engine::ALL {
        let mended = Arc::new(AtomicBool::new(false));
        let kit = broken_city(engine, &mended).await;
        let (account, mut administrator) = signed_in(&app(&kit, false), "administrator").await;
        enqueue(&kit, "cases.dispatch", json!({ "case": Id::new() })).await;
        kit.settle().await;
        let id = failed(&kit).await[0].id;

        mended.store(true, Ordering::SeqCst);
        let path = format!("/desk/jobs/{id}/retry");
        let form = administrator.get("/desk/jobs").await.form_to(&path);
        administrator.press(&form, "Spróbuj ponownie").await.leads_to("/desk/jobs?retried=yes");
        let list = administrator.get("/desk/jobs?retried=yes").await;
        list.says("Zadanie wróciło do kolejki").has("W\u{a0}kolejce czeka jedno zadanie.");
        administrator.press(&form, "Spróbuj ponownie").await.is(409).says("Tego zadania nie ma już na liście");

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
    for engine in Engine::ALL {
        let kit = broken_city(engine, &Arc::default()).await;
        let app = app(&kit, false);
        let ((_, mut supervisor), (_, mut crew)) = (signed_in(&app, "supervisor").await, signed_in(&app, "unit_staff").await);
        enqueue(&kit, "notices.send", json!({ "notice": Id::new() })).await;
        kit.settle().await;
        let id = failed(&kit).await[0].id;
        let path = format!("/desk/jobs/{id}/retry");
        crew.get("/desk/jobs").await.is(403);
        crew.post(&path, &[]).await.is(403);
        // The token of another session.
        supervisor.post_bare(&path, &[("_token", &crew.form_token())]).await.is(403);
        supervisor.post_bare(&path, &[("_token", "")]).await.is(403);
        stranger(&app).post(&path, &[]).await.is(303);
        supervisor.post("/desk/jobs/rubbish/retry", &[]).await.is(404);
        supervisor.post(&format!("/desk/jobs/{}/retry", Id::new()), &[]).await.is(409);
        assert_eq!(failed(&kit).await.len(), 1);
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_says_that_it_is_not_all_and_names_kinds_it_has_no_words_for() {
    let kit = Kit::bare(Engine::Sqlite).await;
    let (_, mut supervisor) = signed_in(&app(&kit, false), "supervisor").await;
    for _ in 0..201 {
        enqueue(&kit, "cases.unknown", json!({})).await;
    }
    kit.settle().await;
    supervisor.get("/desk/jobs").await.says("Zadanie „cases.unknown”").says("Pokazujemy 200 najnowszych. Wszystkich jest 201.");
    kit.end().await;
}
