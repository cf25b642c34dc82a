//! Pages and work in two processes on one PostgreSQL.

use testkit::Engine;

use crate::{
    home::{Home, WAITING, until},
    program::Running,
    visitor::Visitor,
};

#[tokio::test]
async fn pages_alone_do_no_work_and_a_worker_beside_them_does() {
    let pages = Home::new(Engine::Postgres);
    let web = pages.serve(&["--demo", "--roles", "web"]);
    let visitor = Visitor::new(web.address());
    let sent = visitor.report("Dziura", "anna@poczta.example").await;
    sent.is(303);
    let waiting = "select count(*) from jobs where state = 'due' and attempts = 0 and kind <> 'staff.end_account'";
    assert_eq!(pages.count(waiting).await, 2, "to hand over and to confirm");

    let work = Home::bare(pages.database.clone());
    let worker = Running::start(&mut work.serving(&["--demo", "--roles", "worker"]));
    worker.hears("shows no pages");
    until("the worker has done it all", async || work.count(WAITING).await == 0).await;
    assert_eq!((work.letters().len(), pages.letters().len()), (2, 0), "the worker sends the mail");
    visitor.get(&sent.location).await.is(200).says("Zarząd Dróg");
    worker.stop();

    visitor.report("Dziura", "anna@poczta.example").await.is(303);
    assert_eq!(pages.count(waiting).await, 2, "without the worker the work waits");
    pages.run(&["verify"]).well();
    web.stop();
}

#[test]
fn pages_alone_on_sqlite_warn_that_nobody_works() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&["--demo", "--roles", "web"]);
    city.hears("nobody does the work");
    city.stop();
}

#[tokio::test]
async fn two_processes_may_open_a_new_city_at_once() {
    let pages = Home::new(Engine::Postgres);
    let work = Home::bare(pages.database.clone());
    let web = Running::start(&mut pages.serving(&["--demo", "--roles", "web"]));
    let worker = Running::start(&mut work.serving(&["--demo", "--roles", "worker"]));
    worker.hears("shows no pages");
    Visitor::staff(web.address(), "admin@lipogrod.example").await.get("/people").await.is(200);
    worker.stop();
    web.stop();
    pages.run(&["verify"]).well();
}
