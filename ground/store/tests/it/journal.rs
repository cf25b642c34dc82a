//! The journal: readers and relays die at random, and still every event is applied once and in order.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use base::{Actor, Error, Id, Moment, Result};
use store::{Db, Event, Tx, journal, params};
use testkit::{Dice, Engine, Kit, TestClock, on_both};
use tokio::task::JoinHandle;

use crate::common::told;

/// Tasks that write at once.
const WRITERS: usize = 8;
/// Events that each of them tells.
const EVENTS: usize = 60;
/// Subjects that they all tell of.
const SUBJECTS: usize = 5;
/// Longer than the relay's lease, in seconds.
const LEASE_OVER: i64 = 11;

/// What the projection keeps: a table of its own, made for the test.
fn projected(tx: &Tx<'_>, event: &Event) -> Result<()> {
    let place: i64 = tx.value("select count(*) from seen", &[])?;
    tx.execute(
        "insert into seen (place, event_id, subject_id, version) values ($1, $2, $3, $4)",
        params![place, event.id, event.subject_id, event.version],
    )
    .map(drop)
}

async fn make_projection(kit: &Kit) {
    let sql = if kit.engine == Engine::Postgres {
        "create table seen (place BIGINT not null, event_id UUID not null, subject_id UUID not null, version BIGINT not null)"
    } else {
        "create table seen (place INTEGER not null, event_id BLOB not null, subject_id BLOB not null, version INTEGER not null) strict"
    };
    kit.write(|tx| tx.execute(sql, &[])).await.unwrap();
}

/// Tells of random subjects; the clock of each change may be wrong by a minute.
fn start_writer(db: Db, dice: Arc<Dice>, subjects: Arc<Vec<Id>>) -> JoinHandle<usize> {
    tokio::spawn(async move {
        let mut confirmed = 0;
        for _ in 0..EVENTS {
            let subject = subjects[usize::try_from(dice.below(SUBJECTS as u64)).unwrap()];
            let skew = i64::try_from(dice.below(120)).unwrap() - 60;
            let change = move |tx: &Tx<'_>| tx.as_of(tx.now().plus_seconds(skew)).record(told(subject)).map(drop);
            confirmed += usize::from(db.write(Actor::SYSTEM, change).await.is_ok());
        }
        confirmed
    })
}

/// Reads on until told to stop. It dies before its commit, or is aborted wherever it stands, and comes again.
async fn keep_reading(db: Db, dice: Arc<Dice>, done: Arc<AtomicBool>, deaths: Arc<AtomicBool>) {
    while !done.load(Ordering::SeqCst) {
        let (reader, within) = (db.clone(), dice.clone());
        let reading = tokio::spawn(async move {
            reader
                .write(Actor::SYSTEM, move |tx| {
                    let taken = journal::advance(tx, "seen", |tx, event| {
                        if within.once_in(200) { Err(Error::Busy("death in the middle")) } else { projected(tx, event) }
                    })?;
                    if within.once_in(6) { Err(Error::Busy("death before the commit")) } else { Ok(taken) }
                })
                .await
        });
        if dice.once_in(3) {
            for _ in 0..dice.below(4) {
                tokio::task::yield_now().await;
            }
            reading.abort();
        }
        if !matches!(reading.await, Ok(Ok(_))) {
            deaths.store(true, Ordering::SeqCst);
        }
    }
}

/// Numbers the journal until told to stop; dies now and then, and then another relay waits for its lease to end.
async fn keep_relaying(db: Db, clock: TestClock, dice: Arc<Dice>, done: Arc<AtomicBool>) {
    let mut holder = Id::new();
    while !done.load(Ordering::SeqCst) {
        let relay = db.clone();
        let relaying = tokio::spawn(async move { journal::relay(&relay, holder).await });
        if dice.once_in(5) {
            relaying.abort();
            holder = Id::new();
            clock.pass_seconds(LEASE_OVER);
        }
        // An aborted one has no answer; what it left in the queue runs all the same.
        drop(relaying.await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_event_is_applied_once_and_in_the_order_of_its_subject_however_often_readers_die() {
    on_both(async |kit: &Kit| {
        let dice = Dice::thrown("journal");
        make_projection(kit).await;
        let subjects: Arc<Vec<Id>> = Arc::new((0..SUBJECTS).map(|_| Id::new()).collect());
        let (done, deaths) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let reader = tokio::spawn(keep_reading(kit.db.clone(), dice.clone(), done.clone(), deaths.clone()));
        let relays: Vec<_> =
            (0..2).map(|_| tokio::spawn(keep_relaying(kit.db.clone(), kit.clock.clone(), dice.clone(), done.clone()))).collect();
        let writers: Vec<_> = (0..WRITERS).map(|_| start_writer(kit.db.clone(), dice.clone(), subjects.clone())).collect();
        let mut confirmed = 0;
        for writer in writers {
            confirmed += writer.await.unwrap();
        }
        done.store(true, Ordering::SeqCst);
        reader.await.unwrap();
        for relay in relays {
            relay.await.unwrap();
        }
        assert_eq!(confirmed, WRITERS * EVENTS, "changes of one subject that meet are tried again, not refused");
        assert!(deaths.load(Ordering::SeqCst), "nobody died, so nothing was shown");
        finish(kit).await;
        check_projection(kit, confirmed).await;
    })
    .await;
}

/// A relay and a reader that live to the end.
async fn finish(kit: &Kit) {
    kit.clock.pass_seconds(LEASE_OVER);
    let holder = Id::new();
    while journal::relay(&kit.db, holder).await.unwrap() > 0 {}
    while kit.write(|tx| journal::advance(tx, "seen", projected)).await.unwrap() > 0 {}
}

async fn check_projection(kit: &Kit, confirmed: usize) {
    let seen: Vec<(Id, Id, i64)> = kit
        .read(|read| {
            read.query("select event_id, subject_id, version from seen order by place", &[], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
        })
        .await
        .unwrap();
    let told: BTreeSet<Id> =
        kit.read(|read| read.query("select id from events", &[], |row| row.get(0))).await.unwrap().into_iter().collect();
    assert_eq!(seen.len(), confirmed, "{:?}", kit.engine);
    assert_eq!(seen.iter().map(|(event, ..)| *event).collect::<BTreeSet<_>>(), told);
    let mut versions: BTreeMap<Id, i64> = BTreeMap::new();
    for (_, subject, version) in seen {
        let last = versions.entry(subject).or_default();
        assert_eq!(version, *last + 1, "{:?}: out of order", kit.engine);
        *last = version;
    }
}

#[tokio::test]
async fn a_clock_that_is_ahead_does_not_put_a_later_event_before_an_earlier_one_of_another_batch() {
    let kit = Kit::bare(Engine::Postgres).await;
    let subject = Id::new();
    // Told by clocks that go backwards, so that the first batch by the clock holds the last versions.
    kit.write(move |tx| {
        (0..2 * journal::BATCH).try_for_each(|number| tx.as_of(Moment(1_000_000 - number)).record(told(subject)).map(drop))
    })
    .await
    .unwrap();
    let holder = Id::new();
    while journal::relay(&kit.db, holder).await.unwrap() > 0 {}
    let events = kit.read(move |read| journal::of_subject(read, subject)).await.unwrap();
    assert!(events.iter().all(|event| event.position == Some(event.version)));
    kit.end().await;
}

#[tokio::test]
async fn two_relays_never_work_at_once_and_a_dead_one_is_followed_when_its_lease_is_over() {
    let kit = Kit::bare(Engine::Postgres).await;
    let (first, second) = (Id::new(), Id::new());
    let tell = async || kit.write(|tx| tx.record(told(Id::new())).map(drop)).await.unwrap();
    tell().await;
    assert_eq!(journal::relay(&kit.db, first).await.unwrap(), 1);
    tell().await;
    assert_eq!(journal::relay(&kit.db, second).await.unwrap(), 0, "the first one holds the lease");
    kit.clock.pass_seconds(LEASE_OVER);
    assert_eq!(journal::relay(&kit.db, second).await.unwrap(), 1);
    assert_eq!(journal::relay(&kit.db, first).await.unwrap(), 0);
    kit.clock.pass_seconds(LEASE_OVER);
    kit.end().await;
}

#[tokio::test]
async fn the_first_event_of_a_subject_is_told_once_and_others_follow_it() {
    on_both(async |kit: &Kit| {
        let subject = Id::new();
        let begin = move |tx: &Tx<'_>| Ok((tx.record_first(told(subject))?.version, tx.record(told(subject))?.version));
        assert_eq!(kit.write(begin).await.unwrap(), (1, 2));
        assert!(matches!(kit.write(begin).await, Err(Error::Conflict(_))), "what the journal knows does not begin again");
        assert_eq!(kit.write(move |tx| tx.record(told(subject))).await.unwrap().version, 3);
    })
    .await;
}
