//! What a city needs to open: a pack without faults, a data folder of its own, tables of this version.

use testkit::{Engine, Server};

use crate::{
    home::{ENGINES, Home, copy_pack, small_city},
    program::{hejnal, said},
};

#[test]
fn every_fault_of_a_pack_is_listed_before_anything_is_begun() {
    let home = Home::new(Engine::Sqlite);
    let pack = home.beside("pack");
    copy_pack(&pack);
    let spoil = |name: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(pack.join(name)).unwrap();
        assert!(text.contains(from), "{name} has {from}");
        std::fs::write(pack.join(name), text.replacen(from, to, 1)).unwrap();
    };
    spoil("staff.toml", r#"roles = ["agent"]"#, r#"roles = ["boss"]"#);
    spoil("services.toml", r#"unit = "zarzad-drog""#, r#"unit = "zarzad-chmur""#);
    spoil("addresses.csv", "11-listopada,3,50.", "11-listopada,3,10.");
    spoil("addresses.csv", "11-listopada,5,", "ulica-ktorej-nie-ma,5,");
    let faults = ["staff.toml", "boss", "services.toml", "zarzad-chmur", "addresses.csv", "ulica-ktorej-nie-ma", "line 3"];
    said(hejnal(&["pack", "check"]).arg(&pack)).refused(1, &faults);
    said(home.command(&["serve", "--listen", "127.0.0.1:0"]).arg("--city").arg(&pack)).refused(1, &faults);
    assert!(!home.data().exists());
}

#[test]
fn a_pack_that_is_not_there_is_told() {
    said(&mut hejnal(&["pack", "check", "/nowhere"])).refused(1, &["/nowhere/city.toml"]);
    let out = said(hejnal(&["pack", "check"]).arg(small_city())).well();
    assert!(out.contains("no faults. 18 units"), "{out}");
}

#[test]
fn a_data_folder_has_one_owner() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&["--demo"]);
    said(&mut home.serving(&["--demo"])).refused(1, &["in use by another hejnal", home.data().to_str().unwrap()]);
    city.stop();
    home.serve(&["--demo"]).stop();
}

#[test]
fn a_slip_in_the_name_of_a_data_folder_makes_no_city() {
    for words in [
        &["verify"][..],
        &["staff", "create", "--admin", "--login", "anna"],
        &["apikey", "create", "--name", "a"],
        &["backup", "--to", "/nowhere/x"],
    ] {
        let home = Home::new(Engine::Sqlite);
        home.run(words).refused(1, &["is no data folder of a city", "--data"]);
        assert!(!home.data().exists(), "{words:?}");
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_with_a_sentence() {
    for engine in ENGINES {
        let home = Home::new(engine);
        home.serve(&["--demo"]).stop();
        assert_eq!(home.change("insert into migrations (name, applied_at) values ('9999_future', 0)").await, 1);
        for mut command in [home.serving(&["--demo"]), home.command(&["migrate"]), home.command(&["verify"])] {
            said(&mut command).refused(1, &["newer", "9999_future"]);
        }
    }
}

/// Takes a city back to the first of its migrations.
async fn backdate(home: &Home) {
    let (first, later) = store::migrations().split_first().unwrap();
    let tables =
        later.iter().flat_map(|migration| migration.sql.lines()).filter_map(|line| line.strip_prefix("create table ")?.strip_suffix(" ("));
    let drops = tables.collect::<Vec<_>>().into_iter().rev().map(|table| format!("drop table if exists {table}"));
    // An index on the first table outlives the tables of later ones.
    let indices = later.iter().flat_map(|migration| migration.sql.lines()).filter(|line| line.contains(" on events ("));
    let indices = indices.filter_map(|line| line.strip_prefix("create index ")?.split(' ').next()).map(|name| format!("drop index {name}"));
    let drops = drops.chain(indices.collect::<Vec<_>>());
    let forget = format!("delete from migrations where name <> '{}'", first.name);
    home.change_all(drops.chain([forget]).collect()).await;
}

#[tokio::test]
async fn sqlite_is_migrated_on_start_after_a_copy() {
    let home = Home::new(Engine::Sqlite);
    home.serve(&["--demo"]).stop();
    let copies = || std::fs::read_dir(home.data().join("copies")).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    assert!(copies().is_empty(), "a new database is nothing to lose");
    backdate(&home).await;
    let city = home.serve(&[]);
    city.hears("copying the database before its migration");
    assert_eq!(copies().len(), 1);
    city.stop();
    assert_eq!(home.count("select count(*) from cases").await, 0, "the tables are back");
}

#[test]
fn postgres_is_migrated_by_a_command_and_refused_until_then() {
    let home = Home::bare(Some(Server::shared().database()));
    said(&mut home.serving(&["--demo"])).refused(1, &["hejnal migrate", "0001_journal"]);
    let said = home.run(&["migrate"]).well();
    assert!(said.contains(&format!("({} migrations)", store::migrations().len())), "{said}");
    home.run(&["migrate"]).well();
    home.serve(&["--demo"]).stop();
}

#[test]
fn a_database_that_does_not_answer_is_told_without_its_password() {
    let home = Home::bare(Some("postgres://hejnal:tajne@127.0.0.1:1/city".to_owned()));
    let told = said(&mut home.serving(&["--demo"])).refused(1, &["the database cannot be reached"]);
    assert!(!told.contains("tajne"), "{told}");
}
