//! The trip of a report: from the front page to its own page, step by step, and every way back.

use base::Language;
use residents::Reachable;
use store::params;
use testkit::{Browser, Engine, Page};

use crate::cast::{BODY, SECRET, Town, moment};

/// Steps 1 and 2 filled in: the last look before sending.
pub async fn last_step(browser: &mut Browser) -> Page {
    let page = browser.get("/report").await;
    let page = browser.press(&page.form_with("place").type_in("place", "olszowa 14"), "Znajdź").await;
    page.is(200).says("Pasują 2 miejsca.").says("1 ul. Olszowa 14 Olszyna").says("2 ul. Olszowa 14a");
    let page = browser.press(&page.form_with("place_id"), "Dalej").await;
    page.says("Miejsce: ul. Olszowa 14, Olszyna. Zmień miejsce");
    let page = browser.press(&page.form_with("body").choose("service", "lamp").type_in("body", BODY), "Dalej").await;
    page.is(200).says("Sprawa: Latarnia nie świeci albo miga. Zmień rodzaj sprawy").says("Czy widać gołe przewody?");
    browser.press(&page.form_with("danger").choose("danger", "no"), "Dalej").await
}

#[tokio::test]
async fn a_report_is_sent_without_javascript() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        browser.get("/").await.is(200).says("Zgłoś sprawę").never_says("Ostatnio zrobione");
        let page = last_step(&mut browser).await;
        page.is(200).says("Jak mamy odpowiedzieć?").says("ul. Olszowa 14, Olszyna").says("Od piątku nie świeci.").says("zobaczą wszyscy");
        assert_eq!(town.kit.value::<i64>("select count(*) from cases").await, 0);

        let form = page.form_with("email");
        assert_eq!(form.value("reply"), "email");
        let page = browser.press(&form.type_in("email", "anna@poczta.example"), "Wyślij zgłoszenie").await;

        page.is(200).says("Zgłoszenie przyjęte. Numer").says(SECRET).says("Obiecany termin: piątek 27 listopada");
        assert_eq!(page.address, town.own_page().await);
        assert!(browser.visited.iter().all(|address| !address.contains(SECRET) && !address.contains("anna")), "{:?}", browser.visited);
        rows_of_the_report(&town).await;
        town.kit.end().await;
    }
}

async fn rows_of_the_report(town: &Town) {
    let reachable = Reachable::by_email("anna@poczta.example", Language::Pl).unwrap();
    let resident_id = town.kit.write(move |tx| residents::actions::meet(tx, &reachable)).await.unwrap();
    let sql = "select r.body, c.place, c.state, c.lat_e7, c.due_at, c.public, a.key from reports r join cases c on c.id = r.case_id
        join areas a on a.id = c.area_id where r.resident_id = $1 and r.language = 'pl'";
    let row = town.kit.read(move |read| {
        read.one(sql, params![resident_id], |row| {
            let texts: (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok((texts, row.get::<i64>(3)?, row.get::<base::Moment>(4)?, row.get::<bool>(5)?, row.get::<String>(6)?))
        })
    });
    let texts = (BODY.to_owned(), "ul. Olszowa 14, Olszyna".to_owned(), "received".to_owned());
    assert_eq!(row.await.unwrap(), (texts, 524_000_000, moment("2026-11-27T18:00"), true, "olszyna".to_owned()));
    let channel: String = town.kit.value("select i.channel from interactions i join reports r on r.interaction_id = i.id").await;
    assert_eq!(channel, "web");
}

#[tokio::test]
async fn a_place_may_be_told_in_own_words() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/report?place=druga+%C5%82awka+od+mostu").await;
    let page = browser.press(&page.is(200).says("Nie znamy takiego miejsca").form_to("/report/what"), "Opisz miejsce").await;
    let page = browser.press(&page.form_with("place"), "Dalej").await;
    page.is(422).says("Popraw 2 rzeczy");
    let form = page.form_with("place");
    assert_eq!(form.value("place"), "druga ławka od mostu");
    let page = browser.press(&form.choose("service", "bench").type_in("body", "Zepsuta"), "Dalej").await;
    let page = browser.press(&page.form_with("email").choose("reply", "none"), "Wyślij").await;
    page.is(200).says("Nowa ławka, druga ławka od mostu");
    assert_eq!(town.kit.value::<i64>("select count(*) from reports where resident_id is null").await, 1);
    assert_eq!(town.kit.value::<i64>("select count(*) from cases where lat_e7 is null and place = 'druga ławka od mostu'").await, 1);
    town.kit.end().await;
}

#[tokio::test]
async fn none_of_the_places_leads_to_own_words() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/report?place=olszowa+14&service=road").await;
    let page = browser.press(&page.form_with("place_id").choose("place_id", "none"), "Dalej").await;
    let form = page.says("Sprawa: Dziura w jezdni").form_with("place");
    assert_eq!(form.value("place"), "olszowa 14");
    town.kit.end().await;
}

#[tokio::test]
async fn a_point_of_the_map_leads_to_the_nearest_address() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/report?lat=52.4100500&lng=16.92").await;
    let page = browser.press(&page.says("Pasuje 1 miejsce.").says("ul. Polna 2").form_with("place_id"), "Dalej").await;
    page.says("Miejsce: ul. Polna 2, Olszyna.");
    browser.get("/report?lat=52.412&lng=16.92").await.says("około 200 m od: ul. Młyńska 7");
    for outside in ["lat=50.1&lng=20", "lat=x&lng=1", "lat=nan&lng=inf", "lat=1e999&lng=16.5"] {
        browser.get(&format!("/report?{outside}")).await.is(200).says("To miejsce leży poza miastem");
    }
    town.kit.end().await;
}

#[tokio::test]
async fn every_kind_of_place_is_kept_with_its_point() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let check = [
        ("olszowa/14A", "ul. Olszowa 14a, Olszyna"),
        ("olszowa", "ul. Olszowa, Olszyna"),
        ("polna~mlynska", "ul. Polna / ul. Młyńska, Olszyna"),
        ("52.4100000,16.9200000", "ul. Polna 2, Olszyna"),
    ];
    for (key, words) in check {
        let page = browser.post("/report", &[("place_id", key), ("service", "road"), ("body", "Dziura")]).await;
        page.is(200).says(words);
    }
    assert_eq!(town.kit.value::<i64>("select count(*) from cases where lat_e7 is not null and area_id is not null").await, 4);
    for unknown in ["olszowa/99", "nic", "nic/1", "polna~olszowa", "50.0,16.5", ",", "~", "/"] {
        let page = browser.post("/report", &[("place_id", unknown), ("service", "road"), ("body", "Dziura")]).await;
        page.is(422).says("Popraw jedną rzecz");
    }
    town.kit.end().await;
}

#[tokio::test]
async fn what_is_changed_at_the_last_step_changes_and_all_else_stays() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = last_step(&mut browser).await;
    let form = page.form_with("email").type_in("email", "anna@poczta.example");

    let page = browser.press(&form, "Zmień miejsce").await;
    let form = page.is(200).form_with("place");
    assert_eq!((form.method.as_str(), form.value("place"), form.value("body")), ("post", "ul. Olszowa 14, Olszyna", BODY));
    let page = browser.press(&form.type_in("place", "róg Polnej i Młyńskiej"), "Znajdź").await;
    let page = browser.press(&page.form_with("place_id"), "Dalej").await;
    let form = page.says("Miejsce: ul. Polna / ul. Młyńska, Olszyna").form_with("body");
    assert_eq!((form.value("body"), form.value("danger")), (BODY, "no"));

    let page = browser.press(&form, "Zmień rodzaj sprawy").await;
    let form = page.says("Czego to dotyczy?").form_with("service");
    assert_eq!((form.value("service"), form.value("body")), ("lamp", BODY));
    let page = browser.press(&form.choose("service", "road"), "Dalej").await;
    let form = page.says("Sprawdź zgłoszenie").says("Dziura w jezdni").form_with("email");
    assert_eq!((form.value("email"), form.value("body")), ("anna@poczta.example", BODY));

    let page = browser.press(&form, "Zmień opis").await;
    let page = browser.press(&page.form_with("body").type_in("body", "Duża dziura"), "Dalej").await;
    let page = browser.press(&page.form_with("email"), "Wyślij").await;
    page.is(200).says("Dziura w jezdni lub chodniku, ul. Polna / ul. Młyńska, Olszyna").says("Duża dziura");
    assert!(browser.visited.iter().all(|address| !address.contains(SECRET)));
    town.kit.end().await;
}

#[tokio::test]
async fn one_post_is_enough_and_sent_twice_it_is_one_report() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        let token = base::Id::new().to_string();
        let fields = [
            ("place_id", "polna/2"),
            ("service", "lamp"),
            ("body", BODY),
            ("reply", "email"),
            ("email", "anna@poczta.example"),
            ("token", token.as_str()),
        ];
        let first = browser.post("/report", &fields).await;
        let second = browser.post("/report", &fields).await;
        assert_eq!(first.is(200).address, second.is(200).address);
        assert_eq!(town.kit.value::<i64>("select count(*) from cases").await, 1);

        let mended = fields.map(|(name, value)| if name == "body" { (name, "Jednak świeci") } else { (name, value) });
        let other = browser.post("/report", &mended).await;
        assert_ne!(other.is(200).says("Jednak świeci").address, first.address, "what was written later is not dropped");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn a_step_in_the_middle_opened_by_its_address_begins_anew() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    for address in ["/report/reply", "/report/place"] {
        assert_eq!(browser.get(address).await.is(200).address, "/report");
    }
    browser.get("/report/what").await.is(200).says("Miejsce własnymi słowami").says("Czego to dotyczy?");
    town.kit.end().await;
}
