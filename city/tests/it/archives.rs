//! Backup beside a running city, restored on the other engine and back: the same city, whose letters still lead home.

use testkit::{Engine, Server};

use crate::{
    home::{Home, WAITING, until},
    visitor::{PLACE, SERVICE, Visitor},
};

const SECRET: &str = "Dziura przy klatce, w ktorej mieszkam.";

/// Rows by table; leases and migrations belong to a place, not to a city.
async fn counts(home: &Home) -> Vec<(String, i64)> {
    let lines = || store::migrations().iter().flat_map(|migration| migration.sql.lines());
    let dropped = |table: &&str| lines().any(|line| line == format!("drop table {table};"));
    let made = lines().filter_map(|line| line.strip_prefix("create table ")?.strip_suffix(" ("));
    let tables = made.filter(|table| *table != "leases" && !dropped(table));
    let sql = tables.map(|table| format!("select '{table}', count(*) from {table}")).collect::<Vec<_>>().join(" union all ");
    let mut counts = home.look(move |read| read.query(&sql, &[], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?)))).await;
    counts.sort();
    counts
}

/// Backs the city up into a file of its own.
fn backup(home: &Home, name: &str) -> String {
    let file = home.beside(name).display().to_string();
    let said = home.run(&["backup", "--to", &file]).well();
    assert!(said.contains("rows in") && said.contains(&file), "{said}");
    file
}

/// Restores the file in an empty place; the journal and the rows agree there.
fn restored(file: &str, database: Option<String>) -> Home {
    let home = Home::bare(database);
    home.run(&["restore", "--from", file]).well();
    home.run(&["verify"]).well();
    home
}

/// The author's link and the staff's passwords still hold, letters lie where they lay, and work goes on.
async fn is_the_same_city(home: &Home, link: &str) {
    let letters = home.letters().len();
    let city = home.serve(&["--demo"]);
    let visitor = Visitor::new(city.address());
    let own = visitor.get(link).await;
    let picture = own.is(200).says(SECRET).after("<img class=\"picture\" src=\"").replace("&amp;", "&");
    visitor.get(&picture).await.is(200).says("JFIF");
    visitor.get(link.split('?').next().unwrap()).await.is(200).never_says(SECRET);
    Visitor::staff(city.address(), "drogi@lipogrod.example").await.get("/cases").await.is(200);
    visitor.report("Druga dziura", "anna@poczta.example").await.is(303);
    until("the new report is told of", async || home.letters().len() == letters + 2).await;
    city.stop();
    home.run(&["verify"]).well();
}

#[tokio::test]
async fn a_city_moves_from_sqlite_to_postgres_and_back() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&["--demo"]);
    let fields = [PLACE, SERVICE, ("body", SECRET), ("reply", "email"), ("email", "anna@poczta.example")];
    let sent = Visitor::new(city.address()).report_with_photo(&fields).await;
    sent.is(303);
    until("all work is done", async || home.count(WAITING).await == 0).await;
    let file = backup(&home, "running.tar.gz");
    let before = counts(&home).await;
    assert!(before.contains(&("reports".to_owned(), 1)), "{before:?}");
    city.stop();

    let moved = restored(&file, Some(Server::shared().database()));
    assert_eq!(counts(&moved).await, before);
    is_the_same_city(&moved, &sent.location).await;

    let file = backup(&moved, "moved.tar.gz");
    let back = restored(&file, None);
    assert_eq!(counts(&back).await, counts(&moved).await);
    is_the_same_city(&back, &sent.location).await;
}

#[test]
fn a_backup_overwrites_nothing_and_a_restore_neither() {
    let home = Home::new(Engine::Sqlite);
    home.serve(&["--demo"]).stop();
    let file = backup(&home, "once.tar.gz");
    home.run(&["backup", "--to", &file]).refused(1, &["is there already"]);
    home.run(&["restore", "--from", &file]).refused(1, &["empty data folder"]);
    let other = Home::bare(None);
    other.run(&["restore", "--from", "/nowhere/city.tar.gz"]).refused(1, &["/nowhere/city.tar.gz"]);
    let whole = std::fs::read(&file).unwrap();
    let half = home.beside("half.tar.gz");
    std::fs::write(&half, &whole[..whole.len() / 2]).unwrap();
    let said = other.run(&["restore", "--from", half.to_str().unwrap()]).refused(1, &["half.tar.gz"]);
    assert!(!other.data().join("hejnal.sqlite").exists(), "nothing was begun: {said}");
}
