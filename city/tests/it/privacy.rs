//! Whoever wants to be forgotten is: nothing of them is left in rows, files, letters and index, nor after a backup from
//! before was restored; figures stand, and the journal agrees.

mod planted;

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use planted::{FURTHER_WORDS, HANGING, LATER_WORDS, PLANTED, PROGRAMS_WORDS};
use testkit::{Engine, Server};

use crate::{
    home::{ENGINES, Home, WAITING, root, until},
    program::Running,
    visitor::{PLACE, Visitor},
};

const EMAIL: &str = "zofia.znacznikowska@poczta.example";
const NAME: &str = "Znacznikowska Zofia";
const WORDS: &str = "Zza sciany slychac mlot, mieszkam pod osiemnastka";
/// A service whose cases are nobody else's business, and one whose cases are everybody's.
const PRIVATE: &str = "halas";
const PUBLIC: &str = "dziura";

/// The columns of text of each table that speaks of a person, `table.column`, as the migrations make them.
fn columns_of_persons() -> Vec<String> {
    let mut tables: Vec<(String, Vec<String>, bool)> = Vec::new();
    for line in store::migrations().iter().flat_map(|migration| migration.sql.lines()) {
        let line = line.split("--").next().unwrap_or_default();
        if let Some(name) = line.strip_prefix("create table ").and_then(|rest| rest.trim_end().strip_suffix(" (")) {
            tables.push((name.to_owned(), Vec::new(), HANGING.contains(&name)));
            continue;
        }
        if let Some(name) = line.strip_prefix("drop table ") {
            tables.retain(|(known, ..)| known != name.trim_end().trim_end_matches(';'));
        }
        let added = line.strip_prefix("alter table ").and_then(|rest| rest.split_once(" add column "));
        let (table, column) = match added {
            Some((name, column)) => (tables.iter_mut().find(|(known, ..)| known == name), column),
            None => (tables.last_mut().filter(|_| line.starts_with("    ")), line.trim_start()),
        };
        let (Some((name, columns, speaks)), mut words) = (table, column.split_whitespace()) else { continue };
        let (Some(column), Some(kind)) = (words.next(), words.next()) else { continue };
        *speaks |= column == "resident_id";
        if ["TEXT", "JSONB"].contains(&kind.trim_end_matches([',', ';'])) {
            columns.push(format!("{name}.{column}"));
        }
    }
    tables.into_iter().filter(|(.., speaks)| *speaks).flat_map(|(_, columns, _)| columns).collect()
}

#[test]
fn every_column_that_may_hold_something_of_a_person_is_planted_or_known() {
    let known = |column: &str| {
        PLANTED.iter().any(|(planted, _)| *planted == column)
            || [PROGRAMS_WORDS.as_slice(), &FURTHER_WORDS, &LATER_WORDS].concat().contains(&column)
    };
    let columns = columns_of_persons();
    assert!(columns.contains(&"reports.body".to_owned()) && columns.len() > 20, "{columns:?}");
    let unknown: Vec<_> = columns.iter().filter(|column| !known(column)).collect();
    assert!(unknown.is_empty(), "say of each whether it may hold something of a person: {unknown:?}");
}

/// The figures that must stand: counts of rows by kind, state, channel and template.
async fn figures(home: &Home) -> Vec<(String, i64)> {
    let sql = "select 'case ' || kind || state || coalesce(outcome, ''), count(*) from cases group by 1
         union all select 'channel ' || channel, count(*) from interactions group by 1
         union all select 'notice ' || template || state, count(*) from notices group by 1
         union all select 'report', count(*) from reports";
    let mut figures = home.look(move |read| read.query(sql, &[], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?)))).await;
    figures.sort();
    figures
}

/// What stands in the files of the data folder and in a backup of the database made now, as far as it speaks of her.
fn traces(home: &Home, name: &str) -> Vec<String> {
    let archive = home.beside(name);
    home.run(&["backup", "--to", archive.to_str().unwrap()]).well();
    let unpacked = Command::new("gzip").args(["-dc", archive.to_str().unwrap()]).output().unwrap();
    assert!(unpacked.status.success() && unpacked.stdout.len() > 10_000);
    let mut found = traces_in(&unpacked.stdout, "rows");
    for file in files(&home.data()) {
        found.extend(traces_in(&std::fs::read(&file).unwrap(), &file.display().to_string()));
    }
    found
}

fn traces_in(bytes: &[u8], place: &str) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let strings = [EMAIL, NAME, "zza sciany", "znacznikowska", "zygzak"];
    strings.iter().filter(|string| text.contains(&string.to_lowercase())).map(|string| format!("{string} in {place}")).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The pictures in the data folder.
fn pictures(home: &Home) -> usize {
    let folder = home.data().join("files/photos");
    if folder.exists() { files(&folder).len() } else { 0 }
}

async fn report(visitor: &Visitor, service: &str, words: &str, email: &str) {
    let fields = [PLACE, ("service", service), ("body", words), ("reply", "email"), ("email", email)];
    visitor.report_with_photo(&fields).await.is(303);
}

async fn settled(home: &Home) {
    until("all work is done", async || home.count(WAITING).await == 0).await;
}

/// Two reports of hers and one of somebody else, all of them closed.
async fn a_city_that_knows_her(home: &Home, city: &Running) {
    // An archive category would keep what was said.
    assert_eq!(home.change("update services set details = null where key in ('halas', 'dziura')").await, 2);
    let resident = Visitor::new(city.address());
    report(&resident, PRIVATE, WORDS, EMAIL).await;
    report(&resident, PUBLIC, WORDS, EMAIL).await;
    // Somebody else, who leaves no address, so that every notice is hers.
    resident.post("/report", &[PLACE, ("service", PUBLIC), ("body", "Inna dziura"), ("reply", "none")]).await.is(303);
    settled(home).await;
    for (login, count) in [("straz@lipogrod.example", 1), ("drogi@lipogrod.example", 2)] {
        let unit = Visitor::staff(city.address(), login).await;
        if login.starts_with("drogi") {
            // What this unit says reaches her by an errand, and not by mail.
            let need = format!(
                "insert into needs (resident_id, kind, noted_at) select resident_id, 'no_email', 0 from ways where address = '{EMAIL}'"
            );
            assert_eq!(home.change_all(vec![need]).await, 1);
        }
        for _ in 0..count {
            let case = format!("/cases/{}", unit.get("/cases").await.after("<h3><a href=\"/cases/"));
            let words = [("outcome", "fixed"), ("no_photo", "Jest ciemno"), ("words", "Zrobione."), ("step", "send")];
            unit.post_from(&case, &format!("{case}/closure"), &words).await.is(303);
        }
    }
    settled(home).await;
}

/// The officer registers her request, finds her and notes who she is; says the person's address.
async fn a_request(officer: &Visitor) -> (String, String) {
    let new = "/privacy/requests/new";
    let today = officer.get(new).await.after("type=\"date\" value=\"").to_owned();
    let fields =
        [("kind", "erasure"), ("received_on", &today), ("channel", "post"), ("who", NAME), ("contact", EMAIL), ("scope", "wszystko")];
    let wrong = officer.post_from(new, "/privacy/requests", &fields[..3]).await;
    wrong.is(422).says("Wpisz, kto pyta.").says(&today);
    let request = officer.post_from(new, "/privacy/requests", &fields).await.is(303).location.clone();
    let steps = format!("{request}/steps");
    officer.post_from(&request, &steps, &[("step", "link"), ("person", "nikt@nigdzie.example")]).await.is(422).says("Nie mamy danych");
    officer.post_from(&request, &steps, &[("step", "link"), ("person", EMAIL)]).await.is(303);
    let person = format!("/privacy/residents/{}", officer.get(&request).await.after("href=\"/privacy/residents/"));
    for export in ["export.json", "export.tar"] {
        officer.get(&format!("{person}/{export}")).await.is(409).says("tylko na wniosek tej osoby").never_says(EMAIL);
    }
    let erasure = format!("{person}/erasure");
    officer.get(&erasure).await.is(200).says("tylko na wniosek tej osoby").never_says("Usuń dane");
    officer.post_from(&request, &erasure, &[("sure", "yes")]).await.is(409);
    officer.post_from(&request, &steps, &[("step", "identify"), ("identity", "document")]).await.is(303);
    officer.post_from(&request, &steps, &[("step", "begin")]).await.is(303);
    let page = officer.get(&request).await;
    let person = format!("/privacy/residents/{}", page.is(200).says("w toku").after("href=\"/privacy/residents/"));
    (request, person)
}

async fn everything_is_exported(officer: &Visitor, person: &str) {
    let page = officer.get(person).await;
    page.is(200).says(EMAIL).says(WORDS).says("Wiadomości od nas");
    officer.get(&format!("{person}/export.json")).await.is(200).says(EMAIL).says("hejnal-personal-data/1");
    officer
        .get(&format!("{person}/export.tar"))
        .await
        .is(200)
        .says("dane.html")
        .says("wiadomosci/0001.txt")
        .says("zdjecia/0002.jpg")
        .says(EMAIL);
    officer.get(&format!("/privacy/looks?subject={}", person.rsplit('/').next().unwrap())).await.is(200).says("kopia");
    officer.get("/privacy/looks.csv").await.is(200).says("export,resident");
}

async fn a_hold_refuses_until_it_is_released(officer: &Visitor, person: &str) {
    let holds = format!("{person}/holds");
    officer.post_from(person, &holds, &[("hold_reason", " ")]).await.is(422).says("Napisz treść.");
    officer.post_from(person, &holds, &[("hold_reason", "proces")]).await.is(303);
    let erasure = format!("{person}/erasure");
    officer.get(&erasure).await.is(200).says("Niczego nie można teraz usunąć. Wstrzymanie: proces").never_says("Usuń dane");
    let hold = officer.get(person).await.after("name=\"release\" value=\"").to_owned();
    officer.post_from(person, &erasure, &[("sure", "yes")]).await.is(409);
    officer.post_from(person, &holds, &[("release", &hold)]).await.is(303);
}

#[tokio::test]
async fn nothing_of_a_person_is_left_and_a_restored_backup_forgets_her_again() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        a_city_that_knows_her(&home, &city).await;
        let officer = Visitor::staff(city.address(), "iod@lipogrod.example").await;
        let (request, person) = a_request(&officer).await;
        everything_is_exported(&officer, &person).await;
        a_hold_refuses_until_it_is_released(&officer, &person).await;
        let her = format!("(select resident_id from ways where address = '{EMAIL}')");
        let planted = PLANTED.iter().map(|(_, sql)| sql.replace("HER", &her)).filter(|sql| !sql.starts_with("--")).collect();
        home.change_all(planted).await;
        let before = figures(&home).await;
        let backup = home.beside("before.tar.gz");
        home.run(&["backup", "--to", backup.to_str().unwrap()]).well();
        assert!(!traces(&home, "premise.tar.gz").is_empty(), "the premise: she is there");
        assert_eq!(pictures(&home), 4, "the premise: two photos, large and small");
        assert!(home.count("select count(*) from errands where body like '%Znacznikowska%'").await > 0, "the premise: an errand names her");

        let erasure = format!("{person}/erasure?request={}", request.rsplit('/').next().unwrap());
        officer.get(&erasure).await.is(200).says("zniknie").says("Usunęliśmy twoje dane");
        officer.post_from(&erasure, &format!("{person}/erasure"), &[]).await.is(422).says("Zaznacz, że wiesz");
        let done = officer.post_from(&erasure, &format!("{person}/erasure"), &[("sure", "yes")]).await.is(303).location.clone();
        officer.get(&done).await.is(200).says("Usunięto to, co można usunąć.");
        settled(&home).await;
        officer.get(&request).await.is(200).says(EMAIL);
        let steps = format!("{request}/steps");
        let answer = [("step", "answer"), ("answer", "Usunęliśmy.")];
        officer.post_from(&request, &steps, &answer).await.is(200).says("Usunęliśmy.").says("skargę");
        officer.post_from(&request, &steps, &[answer[0], answer[1], ("sure", "yes")]).await.is(303);
        officer.get(&request).await.is(200).says("załatwiony").never_says(EMAIL);
        city.stop();
        assert_eq!(traces(&home, "after.tar.gz"), Vec::<String>::new(), "{engine:?}");
        assert_eq!(pictures(&home), 0);
        assert_eq!(figures(&home).await, before);
        agrees(&home).await;

        forgets_again(&home, &backup, engine, &before).await;
    }
}

/// Journal and rows agree, but for the planted answers, of which the journal does not know.
async fn agrees(home: &Home) {
    home.change("delete from answers where question = 'x'").await;
    home.run(&["verify"]).well();
}

/// Restores the backup from before: once with the ledger that lies beside it, once into a folder that has the ledger.
async fn forgets_again(home: &Home, backup: &Path, engine: Engine, before: &[(String, i64)]) {
    let database = || (engine == Engine::Postgres).then(|| Server::shared().database());
    let beside = Home::bare(database());
    // The backup `after.tar.gz` has left the ledger beside it, and so beside the earlier one.
    let said = beside.run(&["restore", "--from", backup.to_str().unwrap()]).well();
    assert!(said.contains("1 erasures since were done again") && said.contains("The newest erasure in the ledger is of"), "{said}");
    assert!(!said.contains("names nobody who was erased after the backup"), "{said}");
    let late = Home::bare(database());
    let said = late.run(&["restore", "--from", home.beside("after.tar.gz").to_str().unwrap()]).well();
    assert!(said.contains("names nobody who was erased after the backup"), "what came later no ledger knows: {said}");
    let swept = beside.serve(&["--demo"]);
    settled(&beside).await;
    swept.stop();
    assert_eq!(traces(&beside, "again.tar.gz"), Vec::<String>::new(), "{engine:?}");
    assert_eq!(pictures(&beside), 0, "they came with the backup and went again");
    assert_eq!(figures(&beside).await, before);
    agrees(&beside).await;

    let alone = Home::bare(database());
    let elsewhere = alone.beside("backups");
    std::fs::create_dir(&elsewhere).unwrap();
    let moved = elsewhere.join("before.tar.gz");
    std::fs::copy(backup, &moved).unwrap();
    let said = alone.run(&["restore", "--from", moved.to_str().unwrap()]).well();
    assert!(said.contains("No ledger of erasures"), "{said}");
    std::fs::copy(home.data().join("erasures.log"), alone.data().join("erasures.log")).unwrap();
    let city = alone.serve(&["--demo"]);
    city.hears("1 erased again");
    settled(&alone).await;
    city.stop();
    assert_eq!(traces(&alone, "once-more.tar.gz"), Vec::<String>::new(), "{engine:?}");
    agrees(&alone).await;
}

#[tokio::test]
async fn only_the_officer_sees_these_pages() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&["--demo"]);
    for login in ["admin@lipogrod.example", "beata@lipogrod.example", "drogi@lipogrod.example"] {
        let visitor = Visitor::staff(city.address(), login).await;
        for path in ["/privacy/requests", "/privacy/requests/new", "/privacy/retention", "/privacy/looks", "/privacy/looks.csv"] {
            visitor.get(path).await.is(403);
        }
    }
    let officer = Visitor::staff(city.address(), "iod@lipogrod.example").await;
    officer.get("/privacy/retention").await.is(200).says("Treść zgłoszenia").says("Codzienne usuwanie jest wyłączone");
    officer.post_from("/privacy/retention", "/privacy/retention/switch", &[("previewed", "x")]).await.is(409);
    let digest = officer.get("/privacy/retention").await.after("name=\"previewed\" value=\"").to_owned();
    officer.post_from("/privacy/retention", "/privacy/retention/switch", &[("previewed", &digest)]).await.is(303);
    officer.post_from("/privacy/retention", "/privacy/retention/runs", &[("previewed", &digest)]).await.is(303);
    settled(&home).await;
    officer.get("/privacy/retention").await.is(200).says("Alicja Wrzos").says("Nie było nic do usunięcia.");
    officer.get("/cases").await.is(200).never_says("Otwórz");
    city.stop();
    assert!(root().join("cities/demo/retention.toml").exists());
}
