//! The program ends in the middle of work, asked or not: whatever was confirmed to a resident is there afterwards.

use std::{
    collections::BTreeSet,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use nix::sys::signal::Signal;
use testkit::{Engine, Server};
use tokio::{sync::Notify, task::JoinSet};

use crate::{
    home::{ENGINES, Home, WAITING, until},
    program::PATIENCE,
    visitor::{PLACE, SERVICE, Visitor},
};

/// Residents who report at once.
const RESIDENTS: usize = 16;
/// Reports that are confirmed before the program is ended.
const BEFORE_THE_END: usize = 40;
/// How often it is killed: one moment may be a harmless one.
const KILLS: usize = 4;

/// What was confirmed, and a bell for when it is enough.
#[derive(Default)]
struct Confirmed {
    numbers: Mutex<BTreeSet<i64>>,
    enough: Notify,
}

/// A crowd that reports until nobody answers any more.
struct Crowd {
    confirmed: Arc<Confirmed>,
    residents: JoinSet<()>,
}

impl Crowd {
    fn at(address: SocketAddr) -> Self {
        let confirmed = Arc::new(Confirmed::default());
        let mut residents = JoinSet::new();
        for resident in 0..RESIDENTS {
            residents.spawn(report_on_and_on(Visitor::new(address), resident, confirmed.clone()));
        }
        Self { confirmed, residents }
    }

    /// The numbers that were confirmed, once everybody has noticed the end.
    async fn numbers(mut self) -> BTreeSet<i64> {
        while let Some(ended) = self.residents.join_next().await {
            ended.unwrap();
        }
        std::mem::take(&mut self.confirmed.numbers.lock().unwrap())
    }
}

async fn report_on_and_on(visitor: Visitor, resident: usize, confirmed: Arc<Confirmed>) {
    let email = format!("mieszkaniec{resident}@poczta.example");
    for count in 0.. {
        let fields = [PLACE, SERVICE, ("body", &format!("Dziura {count}")), ("reply", "email"), ("email", &email)];
        let Ok(page) = visitor.try_post("/report", &fields).await else { return };
        let digits: String = page.number().chars().filter(char::is_ascii_digit).collect();
        let mut numbers = confirmed.numbers.lock().unwrap();
        assert!(numbers.insert(digits.parse().unwrap()), "a number is given once");
        if numbers.len() == BEFORE_THE_END {
            confirmed.enough.notify_one();
        }
    }
}

/// Opens a city, lets the crowd work and ends the city right after a confirmation; gives what was confirmed.
async fn end_in_the_middle(home: &Home, signal: Signal) -> BTreeSet<i64> {
    let city = home.serve(&["--demo", "--no-rate-limits"]);
    let crowd = Crowd::at(city.address());
    tokio::time::timeout(PATIENCE, crowd.confirmed.enough.notified()).await.expect("enough reports are confirmed");
    city.signal(signal);
    let said = tokio::task::spawn_blocking(|| city.ended()).await.unwrap();
    assert_eq!(said.code, (signal == Signal::SIGTERM).then_some(0), "{said:?}");
    crowd.numbers().await
}

async fn all_confirmed_are_there(home: &Home, confirmed: &BTreeSet<i64>) {
    assert!(confirmed.len() >= BEFORE_THE_END);
    let kept: BTreeSet<i64> = home.look(|read| read.query("select number from reports", &[], |row| row.get(0))).await.into_iter().collect();
    let lost: Vec<_> = confirmed.difference(&kept).collect();
    assert!(lost.is_empty(), "confirmed and lost: {lost:?}");
}

/// Opens the city again: its journal is whole, and the work that was left is done to its end.
async fn what_was_left_is_done(home: &Home) {
    home.run(&["verify"]).well();
    let city = home.serve(&["--demo"]);
    until("all work is done", async || home.count(WAITING).await == 0).await;
    assert_eq!(home.count("select count(*) from jobs where state = 'failed'").await, 0);
    let untold =
        "select count(*) from reports r where (select count(*) from notices n where n.subject_id = r.id and n.state = 'sent') <> 2";
    assert_eq!(home.count(untold).await, 0, "every resident was told of the receipt and of the unit");
    home.run(&["verify"]).well();
    city.stop();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_asked_to_stop_the_city_ends_what_it_has_begun_and_keeps_all_it_confirmed() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let confirmed = end_in_the_middle(&home, Signal::SIGTERM).await;
        all_confirmed_are_there(&home, &confirmed).await;
        let begun = "select count(*) from jobs where state = 'due' and locked_until > 0";
        assert_eq!(home.count(begun).await, 0, "no job was left in the middle");
        what_was_left_is_done(&home).await;
    }
}

/// A killed worker's jobs are taken up when their leases have run out.
async fn let_the_leases_run_out(home: &Home) {
    home.change("update jobs set locked_until = 0 where state = 'due'").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_killed_the_city_has_lost_nothing_that_it_confirmed() {
    let home = Home::new(Engine::Sqlite);
    let mut confirmed = BTreeSet::new();
    for _ in 0..KILLS {
        confirmed.extend(end_in_the_middle(&home, Signal::SIGKILL).await);
        all_confirmed_are_there(&home, &confirmed).await;
    }
    let_the_leases_run_out(&home).await;
    what_was_left_is_done(&home).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_killed_together_with_its_postgres_the_city_has_lost_nothing_either() {
    let server = Server::durable();
    let home = Home::on(&server.database());
    let confirmed = end_in_the_middle(&home, Signal::SIGKILL).await;
    server.crash();
    server.start_again();
    all_confirmed_are_there(&home, &confirmed).await;
    let_the_leases_run_out(&home).await;
    what_was_left_is_done(&home).await;
}
