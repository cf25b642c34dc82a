//! How to call and write, and what the centre can tell.

use testkit::Engine;

use crate::cast::Town;

#[tokio::test]
async fn every_line_says_its_number_languages_and_whether_it_is_answered() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    browser.get("/").await.is(200).has("href=\"/call\"").says("Wszystkie numery i godziny");
    // Friday 20 November 2026, 10:00.
    let page = browser.get("/call").await;
    page.is(200).says("Wszystkie sprawy 10 000 83 11 Odbieramy Do kiedy: dziś o 20:00.").says("Godziny dziś 7:30–20:00");
    page.has("href=\"tel:+48100008311\"").says("Języki Polski, Українська").says("Sprawy Odpady").says("Odpady Gabaryty");
    page.says("Dyżurny drogowy Numeru tej linii nie znamy").says("kontakt@lipogrod.example").never_says("Z tej strony, za darmo");
    page.says("Zarząd Dróg Lipogrodu Akcja zima. Pytania o odśnieżanie").never_says("dyspozytor").never_says("Dawne zlecenie");

    town.kit.clock.pass_seconds(11 * 3_600);
    browser.get("/call").await.says("Teraz nie odbieramy Znowu od: jutro o 8:00.").says("Godziny dziś 7:30–20:00");
    town.kit.clock.pass_seconds(24 * 3_600);
    browser.get("/call").await.says("Godziny dziś 8:00–12:00");
    town.kit.clock.pass_seconds(24 * 3_600);
    browser.get("/call").await.says("Godziny dziś nieczynne").says("Znowu od: piątek 27 listopada, 7:30.");
    town.kit.end().await;
}

#[tokio::test]
async fn cards_are_listed_and_found_and_say_that_they_are_not_written_yet() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    browser.get("/services").await.has("href=\"/cards\"");
    let page = browser.get("/cards").await;
    page.is(200).says("Dla seniorów Złota Rączka Zajmuje się tym: Zarząd Dróg Lipogrodu. Przez telefon możesz: zapytać, zamówić przyjazd.");
    page.says("Treść karty w przygotowaniu.").says("Z poprzednich lat Budżet obywatelski (do 2020)").never_says("Ankieta wewnętrzna");
    let page = browser.get("/search?q=z%C5%82ota+r%C4%85czka").await;
    page.is(200).has("href=\"/cards#card-handyman\"").says("Poradnik Złota Rączka");
    browser.get("/search?q=ankieta+wewn%C4%99trzna").await.is(200).never_says("Ankieta").says("Nie mamy o tym karty");
    let mut english = town.browser().speaking("en");
    english.get("/cards").await.is(200).says("Handyman").has("<span lang=\"pl\">Budżet obywatelski</span>");
    english.get("/call").await.is(200).says("Answering now Until: today at 20:00.");
    town.kit.end().await;
}
