//! Looking for things: search, services, a case by its number.

use testkit::Engine;

use crate::cast::Town;

#[tokio::test]
async fn a_word_leads_to_a_service_and_on_into_the_report() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/").await;
    let page = browser.press(&page.form_with("q").type_in("q", "nie świecą latarnie"), "Szukaj").await;
    page.is(200).says("Latarnia nie świeci albo miga").says("Także migająca");
    page.has("href=\"/report?service=lamp\"");
    let page = browser.get("/report?service=lamp").await;
    let page = browser.press(&page.form_with("place").type_in("place", "polna 2"), "Znajdź").await;
    let page = browser.press(&page.form_with("place_id"), "Dalej").await;
    page.says("Sprawa: Latarnia nie świeci albo miga").says("Miejsce: ul. Polna 2, Olszyna");
    town.kit.end().await;
}

#[tokio::test]
async fn an_address_leads_to_its_place() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/search?q=mlynska+7").await;
    page.is(200).says("Miejsca").says("Zgłoś coś w miejscu: ul. Młyńska 7");
    page.has("href=\"/report/what?place_id=mlynska%2F7\"");
    browser.get("/report/what?place_id=mlynska%2F7").await.says("Miejsce: ul. Młyńska 7, Olszyna");
    town.kit.end().await;
}

#[tokio::test]
async fn nothing_found_says_what_to_do() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/search?q=xyzzy").await;
    page.is(200).says("Nie mamy o tym karty. Zapytaj nas: zadzwoń albo napisz").says("10 000 83 11").says("kontakt@lipogrod.example");
    for empty in ["/search", "/search?q=", "/search?q=+"] {
        browser.get(empty).await.is(200).says("Czego potrzebujesz?").never_says("Nie mamy o tym karty");
    }
    town.kit.end().await;
}

#[tokio::test]
async fn services_name_their_unit_and_promise() {
    let town = Town::new(Engine::Sqlite).await;
    let page = town.browser().get("/services").await;
    page.is(200)
        .says("Ulica")
        .says("Ludzie")
        .says("Pierwsza odpowiedź: 1 dzień roboczy.")
        .says("Obiecany termin: 5 dni roboczych. Zajmuje się tym: Zarząd Dróg Lipogrodu.");
    assert_eq!(page.html.matches("href=\"/report?service=").count(), 5);
    town.kit.end().await;
}

#[tokio::test]
async fn a_number_typed_any_way_leads_to_its_case() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    browser.post("/report", &[("place_id", "olszowa/14"), ("service", "road"), ("body", "Dziura")]).await.is(200);
    let address = town.public_page().await;
    let number = address.trim_start_matches("/reports/");
    for typed in [number.to_owned(), number.replace('-', ""), number.replace('-', " "), format!(" nr {number}. ")] {
        let page = browser.get("/case").await;
        let page = browser.press(&page.form_with("number").type_in("number", &typed), "Pokaż sprawę").await;
        assert_eq!(page.is(200).address, address, "{typed}");
    }
    let page = browser.get("/case?number=1234-567-0").await;
    page.is(422).says("Nie mamy zgłoszenia o tym numerze. Ostatnia cyfra");
    assert_eq!(page.form_with("number").value("number"), "1234-567-0");
    browser.get("/case?number=482190").await.is(422).says("Numer ma od 8 do 10 cyfr");
    browser.get("/case?number=").await.is(422).says("Wpisz numer");
    browser.get("/case").await.is(200).never_says("Popraw");
    town.kit.end().await;
}
