//! A request with its term, from the day it came to the answer.

use base::Error;
use hours::Holidays;
use interactions::Channel;
use jiff::civil::date;
use privacy::{
    actions,
    model::{Identity, Kind, NewRequest},
};
use testkit::{Kit, on_both};

use crate::cast::{faults, found};

fn new() -> NewRequest {
    NewRequest {
        kind: Kind::Access,
        channel: Channel::Email,
        resident_id: None,
        who: "Anna Tajna".into(),
        contact: "anna@poczta.example".into(),
        scope: "wszystko".into(),
        received_on: date(2026, 11, 20),
    }
}

#[tokio::test]
async fn a_request_is_answered_in_its_term_or_made_longer_before_its_end() {
    on_both(async |kit: &Kit| {
        found(kit).await;
        let (polish, today) = (Holidays::polish(), date(2026, 11, 20));
        let id = kit.write(move |tx| actions::register(tx, &new(), today, &Holidays::polish())).await.unwrap();
        assert_eq!(kit.value::<String>("select due_on from privacy_requests").await, "2026-12-21");
        let late = kit.write(move |tx| actions::extend(tx, id, "dużo", date(2026, 12, 22), &Holidays::polish())).await;
        assert!(matches!(late, Err(Error::Conflict("privacy-refused-late"))));
        assert!(matches!(kit.write(move |tx| actions::answer(tx, id, "x")).await, Err(Error::Conflict("privacy-refused-unknown"))));
        kit.write(move |tx| actions::identify(tx, id, Identity::Document)).await.unwrap();
        kit.write(move |tx| actions::begin(tx, id)).await.unwrap();
        kit.write(move |tx| actions::extend(tx, id, "dużo", date(2026, 12, 21), &polish.clone())).await.unwrap();
        assert_eq!(kit.value::<String>("select due_on from privacy_requests").await, "2027-02-22");
        assert!(matches!(kit.write(move |tx| actions::answer(tx, id, " ")).await, Err(Error::Invalid(_))));
        kit.write(move |tx| actions::answer(tx, id, "Oto kopia.")).await.unwrap();
        assert!(matches!(kit.write(move |tx| actions::refuse(tx, id, "x")).await, Err(Error::Conflict("privacy-refused-ended"))));
        assert_eq!(faults(kit).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn what_a_request_lacks_is_told() {
    on_both(async |kit: &Kit| {
        let bad = NewRequest { who: " ".into(), contact: String::new(), received_on: date(2026, 11, 21), ..new() };
        let refused = kit.write(move |tx| actions::register(tx, &bad, date(2026, 11, 20), &Holidays::polish())).await;
        let Err(Error::Invalid(faults)) = refused else { panic!("{refused:?}") };
        assert_eq!(faults.iter().map(|fault| fault.field).collect::<Vec<_>>(), ["who", "contact", "received_on"]);
    })
    .await;
}

#[tokio::test]
async fn who_was_known_to_be_one_person_is_not_known_to_be_another() {
    on_both(async |kit: &Kit| {
        found(kit).await;
        let id = kit.write(move |tx| actions::register(tx, &new(), date(2026, 11, 20), &Holidays::polish())).await.unwrap();
        let meet = |address: &'static str| {
            kit.write(move |tx| residents::actions::meet(tx, &residents::Reachable::by_email(address, base::Language::Pl)?))
        };
        let (anna, teresa) = (meet("anna@poczta.example").await.unwrap(), meet("teresa@poczta.example").await.unwrap());
        kit.write(move |tx| actions::link(tx, id, anna)).await.unwrap();
        kit.write(move |tx| actions::identify(tx, id, Identity::Document)).await.unwrap();
        kit.write(move |tx| actions::link(tx, id, anna)).await.unwrap();
        assert_eq!(kit.value::<String>("select state from privacy_requests").await, "identity_checked", "the same person stays known");
        kit.write(move |tx| actions::link(tx, id, teresa)).await.unwrap();
        assert_eq!(kit.value::<String>("select state from privacy_requests").await, "received");
        assert_eq!(kit.value::<i64>("select count(*) from privacy_requests where identity is not null").await, 0);
        assert_eq!(faults(kit).await, Vec::<String>::new());
    })
    .await;
}
