//! Transactions: what is confirmed stays, what fails leaves nothing, and those that meet keep their rules.

use base::{Actor, Error, Id};
use store::{NewEvent, Tx, params};
use testkit::{Kit, on_both};

fn told(subject_id: Id) -> NewEvent {
    NewEvent { subject_kind: "slot", subject_id, kind: "slot.booked", facts: serde_json::json!({}) }
}

/// The booking trap: count, then insert if there is room. Events stand in for bookings.
fn book(tx: &Tx<'_>, slot: Id, capacity: i64) -> base::Result<bool> {
    let booked: i64 =
        tx.value("select count(*) from events where kind = 'slot.booked' and facts->>'slot' = $1", params![slot.to_string()])?;
    if booked >= capacity {
        return Ok(false);
    }
    tx.record(NewEvent { facts: serde_json::json!({ "slot": slot }), ..told(Id::new()) })?;
    Ok(true)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_bookings_at_once_never_exceed_the_capacity() {
    on_both(async |kit: &Kit| {
        let slot = Id::new();
        let tries: Vec<_> = (0..100)
            .map(|_| {
                tokio::spawn({
                    let db = kit.db.clone();
                    async move { db.write(Actor::STRANGER, move |tx| book(tx, slot, 10)).await }
                })
            })
            .collect();
        let mut booked = 0;
        for one in tries {
            booked += usize::from(one.await.unwrap().unwrap());
        }
        assert_eq!(booked, 10, "{:?}", kit.engine);
        let rows: i64 = kit.value("select count(*) from events").await;
        assert_eq!(rows, 10);
    })
    .await;
}

#[tokio::test]
async fn what_fails_leaves_nothing_and_its_neighbours_stand() {
    on_both(async |kit: &Kit| {
        let good = Id::new();
        let fails = kit.write(|tx| {
            tx.record(told(Id::new()))?;
            Err::<(), _>(Error::Conflict("on purpose"))
        });
        let stands = kit.write(move |tx| tx.record(told(good)).map(drop));
        let panics = kit.write(|tx| -> base::Result<()> {
            tx.record(told(Id::new()))?;
            panic!("on purpose")
        });
        let (fails, stands, panics) = tokio::join!(fails, stands, panics);
        assert!(matches!(fails, Err(Error::Conflict("on purpose"))));
        assert!(matches!(panics, Err(Error::Internal(_))));
        stands.unwrap();
        let left: Vec<Id> = kit.read(|read| read.query("select subject_id from events", &[], |row| row.get(0))).await.unwrap();
        assert_eq!(left, [good]);
    })
    .await;
}

#[tokio::test]
async fn a_broken_unique_rule_is_a_conflict() {
    on_both(async |kit: &Kit| {
        let twice = kit
            .write(|tx| {
                for _ in 0..2 {
                    tx.execute("insert into cursors (name, position) values ('a', 1)", &[])?;
                }
                Ok(())
            })
            .await;
        assert!(matches!(twice, Err(Error::Conflict("already-there"))), "{twice:?}");
    })
    .await;
}

#[tokio::test]
async fn values_come_back_as_they_went_in() {
    on_both(async |kit: &Kit| {
        let (id, facts) = (Id::new(), serde_json::json!({ "n": 5, "text": "żółć", "none": null }));
        let event = kit
            .db
            .write(Actor::staff(id), move |tx| {
                tx.record(NewEvent { facts: serde_json::json!({ "n": 5, "text": "żółć", "none": null }), ..told(id) })
            })
            .await
            .unwrap();
        kit.settle().await;
        let events = kit.read(move |read| store::journal::of_subject(read, id)).await.unwrap();
        assert_eq!(events.len(), 1);
        assert_eq!((events[0].facts.clone(), events[0].actor, events[0].at), (facts, Actor::staff(id), event.at));
        assert_eq!((events[0].version, events[0].position), (1, Some(1)));
    })
    .await;
}
