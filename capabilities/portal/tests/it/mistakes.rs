//! What is wrong is said at its field, and nothing typed is lost.

use axum::http::header;
use testkit::{Engine, Page};
use web::Settings;

use crate::{
    cast::{BODY, Town, settings},
    trip::last_step,
};

const GOOD: [(&str, &str); 8] = [
    ("place", "przy moście"),
    ("service", "lamp"),
    ("asked", "lamp"),
    ("danger", "no"),
    ("body", BODY),
    ("reply", "email"),
    ("email", "anna@poczta.example"),
    ("token", "0197a000-0000-7000-8000-000000000001"),
];

/// Sends a good report with one field changed: it is refused with `sentence`, and every other value comes back.
#[track_caller]
fn check(page: &Page, field: &str, value: &str, sentence: &str) {
    page.is(422).says(sentence);
    assert!(page.title().starts_with("Błąd: Krok"), "{}", page.title());
    assert!(page.html.contains(&format!("<a href=\"#{field}\">")) && page.html.contains(&format!("id=\"{field}\"")), "{}", page.html);
    assert!(page.html.find("class=\"errors\" role=\"alert\"").unwrap() < page.html.find("<h1>").unwrap());
    let form = page.form_with(if field == "service" { "body" } else { "email" });
    for (name, good) in GOOD {
        let skipped = field == "service" && ["asked", "danger", "service"].contains(&name);
        if !skipped {
            assert_eq!(form.value(name), if name == field { value } else { good }, "{name} after {field}={value}");
        }
    }
}

#[tokio::test]
async fn every_mistake_is_said_and_every_value_kept() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let (long_body, long_place) = ("ż".repeat(5001), "ż".repeat(301));
    for (field, value, sentence) in [
        ("email", "anna.k@", "Wpisz cały adres, na przykład anna@poczta.example"),
        ("email", "", "Wpisz adres e-mail albo wybierz „Nigdzie”"),
        ("reply", "sms", "Wybierz, gdzie wysłać odpowiedź"),
        ("body", " ", "Napisz, co się dzieje"),
        ("body", &long_body, "Skróć opis do 5000 znaków"),
        ("place", "", "Wpisz ulicę i numer"),
        ("place", &long_place, "Skróć nazwę miejsca do 300 znaków"),
        ("service", "", "Wybierz, czego to dotyczy"),
        ("service", "dragons", "Wybierz, czego to dotyczy"),
    ] {
        let fields = GOOD.map(|(name, good)| (name, if name == field { value } else { good }));
        let page = browser.post("/report", &fields).await;
        match field {
            // A way that was never offered is not a radio button, so it cannot come back as one.
            "reply" => drop(page.is(422).says(sentence)),
            _ => check(&page, field, value, sentence),
        }
    }
    assert_eq!(town.kit.value::<i64>("select count(*) from reports").await, 0);
    town.kit.end().await;
}

#[tokio::test]
async fn two_mistakes_are_two_lines_of_the_summary() {
    let town = Town::new(Engine::Sqlite).await;
    let fields = GOOD.map(|(name, good)| (name, if name == "email" || name == "body" { "" } else { good }));
    let page = town.browser().post("/report", &fields).await;
    page.is(422).says("Popraw 2 rzeczy").says("Nic nie zginęło. Reszta formularza jest bez zmian.");
    town.kit.end().await;
}

#[tokio::test]
async fn a_mended_report_is_taken() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = last_step(&mut browser).await;
    let page = browser.press(&page.form_with("email").type_in("email", "anna.k@"), "Wyślij").await;
    let page = browser.press(&page.is(422).form_with("email").type_in("email", "anna.k@poczta.example"), "Wyślij").await;
    page.is(200).says("Zgłoszenie przyjęte");
    assert_eq!(town.kit.value::<i64>("select count(*) from reports").await, 1);
    town.kit.end().await;
}

#[tokio::test]
async fn an_empty_place_is_asked_for_again() {
    let town = Town::new(Engine::Sqlite).await;
    let page = town.browser().get("/report?place=+&service=road").await;
    page.is(422).says("Wpisz ulicę i numer. Jeśli ich nie znasz");
    assert_eq!(page.form_with("place").value("service"), "road");
    town.kit.end().await;
}

#[tokio::test]
async fn a_step_that_is_not_finished_comes_back_with_everything() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/report/what?place_id=polna/2").await;
    let page = browser.press(&page.form_with("body").type_in("body", BODY), "Dalej").await;
    page.is(422).says("Popraw jedną rzecz").says("Miejsce: ul. Polna 2, Olszyna");
    let form = page.form_with("body");
    assert_eq!((form.value("body"), form.value("place_id")), (BODY, "polna/2"));
    town.kit.end().await;
}

/// The page of the last step says that nothing was taken, and everything is in it.
#[track_caller]
fn check_not_sent(page: &Page, status: u16, sentence: &str) {
    page.is(status).says("Zgłoszenie nie doszło").says(sentence).says("Albo zadzwoń: 10 000 83 11");
    assert!(page.headers.contains_key(header::RETRY_AFTER));
    let form = page.form_with("email");
    for (name, value) in GOOD {
        assert_eq!(form.value(name), value, "{name}");
    }
}

#[tokio::test]
async fn a_database_that_is_away_loses_nothing() {
    let town = Town::new(Engine::Sqlite).await;
    town.kit.db.close();
    let mut browser = town.browser();
    let page = browser.post("/report", &GOOD).await;
    check_not_sent(&page, 503, "Wyślij je jeszcze raz, nie powstanie podwójne.");
    browser.get("/").await.is(200).says("10 000 83 11");
    browser.get("/reports/4821-907-5").await.is(404);
}

#[tokio::test]
async fn too_many_reports_at_once_lose_nothing() {
    let town = Town::with(Engine::Sqlite, Settings { rate_limits: true, ..settings() }).await;
    let mut browser = town.browser();
    for _ in 0..10 {
        browser.post("/report", &GOOD).await.is(200);
    }
    let page = browser.post("/report", &GOOD).await;
    check_not_sent(&page, 429, "Z twojego adresu przyszło dużo zgłoszeń naraz.");
    assert_eq!(town.kit.value::<i64>("select count(*) from reports").await, 1);
    town.kit.end().await;
}
