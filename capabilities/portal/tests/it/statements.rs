//! What the law asks a public body to tell, on its pages.

use portal::statements::Statements;
use serde_json::json;
use testkit::Engine;

use crate::cast::Town;

/// The identifiers by which the minister's monitoring finds the parts of an accessibility statement.
const IDENTIFIERS: [&str; 18] = [
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-tresci-niedostepne",
    "a11y-data-sporzadzenie",
    "a11y-data-przeglad",
    "a11y-wykonawca-badania",
    "a11y-kontakt",
    "a11y-osoba",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-architektura",
    "a11y-opis-architektury",
    "a11y-aplikacje",
];

#[tokio::test]
async fn the_accessibility_statement_has_its_structure_and_is_filled_from_data() {
    let town = Town::new(Engine::Sqlite).await;
    let page = town.browser().get("/accessibility").await;
    page.is(200).says("Irena Wolska").says("Film bez napisów").says("częściowo zgodna").has("datetime=\"2026-03-05\"").says("5 marca 2026");
    for identifier in IDENTIFIERS {
        assert_eq!(page.html.matches(&format!("id=\"{identifier}\"")).count(), 1, "{identifier}");
    }
    town.browser().speaking("en").get("/accessibility").await.is(200).says("Accessibility statement");
}

#[tokio::test]
async fn easy_words_and_privacy_have_their_pages_and_no_film_is_promised() {
    let town = Town::new(Engine::Sqlite).await;
    town.browser().get("/easy-read").await.is(200).says("Pracujemy dla mieszkańców.").says("Filmu jeszcze tu nie ma");
    town.browser().get("/privacy").await.is(200).says("Danych użyjemy tylko do odpowiedzi.").says("To informacja, a nie prośba o zgodę");
    town.browser().get("/privacy/nothing").await.is(404);
    town.browser().get("/media/film.mp4").await.is(404);
    town.browser().get("/media/../Cargo.toml").await.is(404);
}

/// What the city tells because the law asks for it.
pub fn statements() -> Statements {
    let accessibility = json!({
        "published_on": "2026-01-02", "updated_on": "2026-02-03", "prepared_on": "2026-03-04", "reviewed_on": "2026-03-05",
        "status": "partial", "not_accessible": [{ "pl": "Film bez napisów" }], "person": "Irena Wolska", "email": "dostepnosc@lipogrod.example",
        "phone": "10 000 83 11", "architecture": { "pl": "Winda i pętla indukcyjna" }
    });
    let notice = json!({
        "key": "zgloszenia", "controller": "city", "title": { "pl": "Zgłoszenia" }, "short": { "pl": "Danych użyjemy tylko do odpowiedzi." },
        "purpose": { "pl": "Odpowiedź" }, "basis": { "pl": "Zadanie publiczne" }, "recipients": { "pl": "Jednostki" }, "kept": { "pl": "Rok" },
        "duty": { "pl": "Nie" }, "officer": "iod@lipogrod.example"
    });
    let easy = json!([{ "title": { "pl": "Kim jesteśmy" }, "sentences": [{ "say": { "pl": "Pracujemy dla mieszkańców." } }] }]);
    Statements {
        accessibility: Some(serde_json::from_value(accessibility).unwrap()),
        notices: vec![serde_json::from_value(notice).unwrap()],
        centre: Some(serde_json::from_value(json!({ "easy": easy })).unwrap()),
    }
}
