//! A city with one resident, Anna, and what the tests ask of its rows.

use std::sync::Arc;

use base::{City, Id, Language, Moment, Result, Wording};
use jobs::{Failed, Job};
use notices::{Mailer, NewNotice, Notice, SEND, Sender};
use residents::{Reachable, model::Basis};
use serde_json::json;
use store::{Event, params};
use testkit::{Engine, Kit};

pub const ANNA: &str = "anna@poczta.example";

/// A city whose mail leaves in this way; its wiring is the one line that the city's has for notices.
pub async fn city_with(engine: Engine, mailer: Mailer) -> Kit {
    let sender = Sender { mailer, city: Arc::new(city()), public_url: "https://kontakt.lipogrod.example".into() };
    Kit::new(engine, wiring, notices::handlers(sender).into_iter().collect()).await
}

fn wiring(event: &Event) -> Vec<Job> {
    if event.kind == "notice.queued" { vec![Job::now(SEND, json!({ "notice": event.subject_id }))] } else { Vec::new() }
}

/// The city, with a comma in the name that stands at the head of its mails.
fn city() -> City {
    let centre = Wording { pl: "Lipogród, kontakt z miastem".into(), ..Wording::default() };
    City { centre, ..testkit::city() }
}

/// A resident with this address.
pub async fn resident(kit: &Kit, address: &'static str) -> Id {
    kit.write(move |tx| residents::actions::meet(tx, &Reachable::by_email(address, Language::Pl)?)).await.unwrap()
}

/// A notice to Anna about a new subject, for a new cause.
pub async fn to_anna(kit: &Kit) -> NewNotice {
    notice_to(kit, resident(kit, ANNA).await).await
}

/// A notice to this resident, as they may be reached.
pub async fn notice_to(kit: &Kit, resident_id: Id) -> NewNotice {
    let subject_id = Id::new();
    NewNotice {
        resident_id,
        reach: kit.read(move |read| residents::way_to(read, resident_id, &Basis::OwnMatter)).await.unwrap(),
        subject_id,
        template: "case-opened",
        language: Language::Pl,
        title: "Mamy Twoje zgłoszenie 4821-907-5: latarnia nie świeci przy ul. Żółwiej 14".into(),
        body: "Dzień dobry,\n\nzgłoszenie przyjęte. Zobacz: https://kontakt.lipogrod.example/r/4821-907-5\n\nKontakt z miastem".into(),
        thread: Some(subject_id),
        cause_id: Id::new(),
    }
}

pub async fn queue(kit: &Kit, new: &NewNotice) -> Result<Option<Id>> {
    let new = new.clone();
    kit.write(move |tx| notices::actions::queue(tx, &new)).await
}

pub async fn find(kit: &Kit, id: Id) -> Notice {
    kit.read(move |read| notices::find(read, id)).await.unwrap()
}

/// When the only job that waits is due, how often it was tried, and what it met.
pub async fn waiting_job(kit: &Kit) -> (Moment, i64, String) {
    kit.read(|read| {
        read.one("select due_at, attempts, coalesce(last_error, '') from jobs where state = 'due'", params![], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
    })
    .await
    .unwrap()
}

pub async fn failed_jobs(kit: &Kit) -> Vec<Failed> {
    kit.read(jobs::failed).await.unwrap()
}

/// Ends the test; rows and journal must agree.
pub async fn end(kit: Kit) {
    assert_eq!(kit.read(notices::verify).await.unwrap(), Vec::<String>::new());
    kit.end().await;
}
