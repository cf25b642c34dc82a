//! What a resident's words may be about is suggested, never chosen.

use std::sync::Arc;

use testkit::Engine;

use crate::cast::Town;

const LEARNT: [(&str, &str); 6] = [
    ("nie świeci latarnia przy szkole", "lamp"),
    ("zgasła latarnia i jest ciemno", "lamp"),
    ("latarnie nie świecą od tygodnia", "lamp"),
    ("dziura w jezdni po zimie", "road"),
    ("głęboka dziura w drodze", "road"),
    ("w jezdni jest wielka dziura", "road"),
];

/// A city which has learnt from [`LEARNT`].
async fn taught() -> Town {
    let mut town = Town::new(Engine::Sqlite).await;
    let examples = LEARNT.map(|(text, label)| suggest::Example { text, label });
    town.portal.suggestions = Some(Arc::new(suggest::train(&examples, 1).unwrap()));
    town
}

#[tokio::test]
async fn words_bring_likely_services_to_the_top_and_none_is_chosen() {
    let town = taught().await;
    let mut browser = town.browser();
    let page = browser.get("/report/what?place_id=olszowa/14").await;
    page.never_says("Z opisu wygląda na to");
    let form = page.form_with("body").type_in("body", "Ciemno, latarnia zgasła");
    let page = browser.press(&form, "Podpowiedz rodzaj sprawy z opisu").await;
    page.is(200).says("Z opisu wygląda na to Latarnia nie świeci albo miga").has("value=\"lamp\"><label").says("Ciemno, latarnia zgasła");
    assert_eq!(page.html.matches("value=\"lamp\"").count(), 1, "each service stands once");
    assert!(!page.html.contains(" checked"), "nothing is chosen");
    // Who goes on without choosing is told so, and finds the same suggestions.
    let page = browser.press(&page.form_with("body"), "Dalej").await;
    page.is(422).says("Z opisu wygląda na to");
    let page = browser.press(&page.form_with("body").choose("service", "lamp"), "Dalej").await;
    page.is(200).never_says("Z opisu wygląda na to");
    town.kit.end().await;
}

#[tokio::test]
async fn unknown_words_and_a_city_that_has_learnt_nothing_suggest_nothing() {
    let town = taught().await;
    let page = town.browser().post("/report/what", &[("place_id", "olszowa/14"), ("body", "qwxyz")]).await;
    page.is(200).never_says("Z opisu wygląda na to").says("Podpowiedz rodzaj sprawy");
    town.kit.end().await;
    let town = Town::new(Engine::Sqlite).await;
    let page = town.browser().post("/report/what", &[("place_id", "olszowa/14"), ("body", "latarnia")]).await;
    page.is(200).never_says("Z opisu wygląda na to").never_says("Podpowiedz rodzaj sprawy");
    town.kit.end().await;
}
