//! Before a report is sent, cases that may be about the same thing; "me too" there, on the page of a case, and by the link of a letter.

use base::{Id, ReportNumber};
use cases::{Outcome, actions};
use testkit::{Browser, Engine, Page};

use crate::{
    cast::{SECRET, Town},
    trip::last_step,
};

/// A city in which somebody has reported the lamp at Olszowa 14.
async fn reported(engine: Engine) -> Town {
    let town = Town::new(engine).await;
    let mut browser = town.browser();
    let page = last_step(&mut browser).await;
    browser.press(&page.form_with("email").choose("reply", "none"), "Wyślij").await.says("Zgłoszenie przyjęte");
    town
}

async fn count(town: &Town, sql: &'static str) -> i64 {
    town.kit.value(sql).await
}

async fn number(town: &Town) -> ReportNumber {
    ReportNumber::from_value(town.kit.value("select number from reports").await).unwrap()
}

async fn asked(browser: &mut Browser) -> Page {
    let page = last_step(browser).await;
    page.is(200)
        .says("Czy to już nam zgłoszono?")
        .says("W tym miejscu")
        .says("ul. Olszowa 14, Olszyna")
        .never_says("Jak mamy odpowiedzieć");
    page
}

#[tokio::test]
async fn whoever_finds_their_matter_follows_it_and_reports_nothing_twice() {
    for engine in Engine::ALL {
        let town = reported(engine).await;
        let mut browser = town.browser();
        let page = asked(&mut browser).await;
        let page = browser.press(&page.form_with("same"), "Dalej").await;
        page.is(422).says("Wybierz sprawę albo „Żadna z tych”").says("ul. Olszowa 14, Olszyna");
        let number = number(&town).await.to_string();
        let wrong = page.form_with("same").choose("same", &number).type_in("email", "olena@");
        let page = browser.press(&wrong, "Dalej").await;
        page.is(422);
        assert_eq!(page.form_with("same").value("same"), number, "what was chosen is kept");
        let page = browser.press(&page.form_with("same").type_in("email", "olena@poczta.example"), "Dalej").await;
        page.is(200).says("Zajrzyj do poczty").says(&number);
        assert_eq!(count(&town, "select count(*) from reports").await, 1);
        assert_eq!(count(&town, "select count(*) from followers where resident_id is not null and confirmed_at is null").await, 1);
        assert!(browser.visited.iter().all(|address| !address.contains(SECRET) && !address.contains("olena")), "{:?}", browser.visited);
        town.kit.end().await;
    }
}

#[tokio::test]
async fn another_thing_goes_on_and_is_not_asked_again() {
    let town = reported(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = asked(&mut browser).await;
    let page = browser.press(&page.form_with("same").choose("same", "none").type_in("email", "jan@poczta.example"), "Dalej").await;
    page.is(200).says("Jak mamy odpowiedzieć?");
    assert_eq!(page.form_with("email").value("email"), "jan@poczta.example", "the address is kept");
    let back = browser.press(&page.form_with("email"), "Zmień opis").await;
    let page = browser.press(&back.form_with("body"), "Dalej").await;
    page.is(200).says("Jak mamy odpowiedzieć?");
    browser.press(&page.form_with("email"), "Wyślij").await.says("Zgłoszenie przyjęte");
    assert_eq!(count(&town, "select count(*) from cases").await, 2);
    assert_eq!(count(&town, "select count(*) from followers").await, 0);
    town.kit.end().await;
}

#[tokio::test]
async fn a_case_closed_lately_counts_and_one_closed_long_ago_does_not() {
    let town = reported(Engine::Sqlite).await;
    town.step(|tx, id| actions::close(tx, id, &cases::Closing::new(Outcome::Fixed, "Wymieniliśmy żarówkę.").without_photo("Jest ciemno")))
        .await;
    let page = last_step(&mut town.browser()).await;
    page.says("Czy to już nam zgłoszono?").says("Zakończona: naprawione").says("Wymieniliśmy żarówkę.");
    let mut browser = town.browser();
    let number = number(&town).await.to_string();
    // Nobody follows what has ended: it is shown, and a form that says so all the same loses nothing.
    page.has(&format!("href=\"/reports/{number}\"")).says("Zakończona niedawno w pobliżu");
    let fields = page.form_with("same");
    let (_, sent) = fields.pressed("Dalej");
    let sent: Vec<(&str, &str)> = sent.into_iter().filter(|(name, _)| *name != "same").chain([("same", number.as_str())]).collect();
    let page = browser.post("/report/same", &sent).await;
    page.is(422).says("Ta sprawa właśnie się zakończyła.").has("name=\"body\"");
    assert_eq!(count(&town, "select count(*) from followers").await, 0);
    town.kit.clock.pass_seconds(15 * 24 * 3600);
    last_step(&mut town.browser()).await.says("Jak mamy odpowiedzieć?");
    town.kit.end().await;
}

#[tokio::test]
async fn a_case_elsewhere_or_hidden_is_not_shown() {
    let town = reported(Engine::Sqlite).await;
    let moved = |sql: &'static str| town.kit.write(move |tx| tx.execute(sql, &[]));
    moved("update cases set lat_e7 = lat_e7 + 9000").await.unwrap();
    last_step(&mut town.browser()).await.says("Jak mamy odpowiedzieć?");
    moved("update cases set lat_e7 = lat_e7 - 5400").await.unwrap();
    last_step(&mut town.browser()).await.says("40 m stąd");
    moved("update cases set public = false").await.unwrap();
    last_step(&mut town.browser()).await.says("Jak mamy odpowiedzieć?");
    moved("update cases set public = true").await.unwrap();
    town.kit.end().await;
}

#[tokio::test]
async fn the_page_of_a_case_takes_me_too_with_and_without_an_address() {
    for engine in Engine::ALL {
        let town = reported(engine).await;
        let mut browser = town.browser();
        let address = town.public_page().await;
        let page = browser.get(&address).await;
        let form = page.says("Mnie też to dotyczy").never_says("Dotyczy to jeszcze").form_with("email");
        let bad = browser.press(&form.clone().type_in("email", "nie adres"), "Mnie też").await;
        bad.is(422).has("nie adres");
        browser.press(&form, "Mnie też").await.is(200).says("Wiemy, że dotyczy to także ciebie").says("Dotyczy to jeszcze 1 osoby");
        browser.press(&form, "Mnie też").await.is(200).says("Dotyczy to jeszcze 1 osoby");
        browser.get(&town.own_page().await).await.says("Dotyczy to jeszcze 1 osoby").never_says("Mnie też to dotyczy");
        town.step(|tx, id| actions::close(tx, id, &cases::Closing::new(Outcome::Fixed, "Zrobione.").without_photo("Jest ciemno"))).await;
        let page = browser.get(&address).await;
        page.never_says("Mnie też to dotyczy");
        browser.press(&form.type_in("email", "ola@poczta.example"), "Mnie też").await.is(409).says("Ta sprawa jest już zakończona");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn only_a_button_on_the_linked_page_says_yes_or_no() {
    let town = reported(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get(&town.public_page().await).await;
    browser.press(&page.form_with("email").type_in("email", "ola@poczta.example"), "Mnie też").await.is(200);
    let id: Id = town.kit.value("select id from followers").await;
    let link = cases::jobs::following_link(&town.app, id);
    let path = link.strip_prefix("https://kontakt.example").unwrap().to_owned();
    let page = browser.get(&path).await;
    page.is(200).says("Czy mamy pisać e-maile").says("ul. Olszowa 14");
    browser.get(&path).await.is(200);
    assert_eq!(count(&town, "select count(*) from followers where confirmed_at is not null").await, 0, "a look changes nothing");
    let page = browser.press(&page.form_to(&path), "Tak, piszcie do mnie").await;
    page.is(200).says("Piszemy do ciebie").never_says("Tak, piszcie");
    browser.press(&page.form_to(&path), "Nie piszcie do mnie").await.is(200).says("Nie piszemy do ciebie");
    assert_eq!(count(&town, "select count(*) from followers where confirmed_at is not null and ended_at is not null").await, 1);
    browser.get(&format!("/following/{id}?key=zły")).await.is(404);
    browser.get(&format!("/following/{id}")).await.is(404);
    let other = Id::new();
    browser.get(&path.replace(&id.to_string(), &other.to_string())).await.is(404);
    town.kit.end().await;
}
