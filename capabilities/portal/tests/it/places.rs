//! Step 1 with more than addresses: landmarks, things with numbers, corners; and a city that has no list of them.

use testkit::{Browser, Engine};

use crate::cast::Town;

/// Types a place into step 1, takes the first that is offered, and reports a hole there.
async fn reported_at(browser: &mut Browser, typed: &str) {
    let page = browser.get("/report?service=road").await;
    let page = browser.press(&page.form_with("place").type_in("place", typed), "Znajdź").await;
    let page = browser.press(&page.is(200).form_with("place_id"), "Dalej").await;
    let page = browser.press(&page.form_with("body").type_in("body", "Dziura"), "Dalej").await;
    browser.press(&page.form_with("email").choose("reply", "none"), "Wyślij zgłoszenie").await.is(200);
}

#[tokio::test]
async fn landmarks_and_things_are_offered_like_addresses() {
    for (typed, words) in [
        ("w parku nadrzecznym", "Park Nadrzeczny, Olszyna"),
        ("nie świeci lampa 1234", "latarnia 01234, ul. Olszowa, przy szkole, Olszyna"),
        ("słup nr L-12/3", "latarnia L-12/3, Olszyna"),
        ("róg Polnej i Młyńskiej", "ul. Polna / ul. Młyńska, Olszyna"),
        ("na Olszowej pod czternastką", "ul. Olszowa 14, Olszyna"),
    ] {
        let town = Town::new(Engine::Sqlite).await;
        reported_at(&mut town.browser(), typed).await;
        let row = "select c.place || ' ' || a.key || ' ' || (c.lat_e7 > 0) from cases c join areas a on a.id = c.area_id";
        assert_eq!(town.kit.value::<String>(row).await, format!("{words} olszyna 1"), "{typed}");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn a_thing_is_offered_with_its_street() {
    let town = Town::new(Engine::Sqlite).await;
    town.browser().get("/report?place=lampa+01234").await.is(200).says("1 latarnia 01234, ul. Olszowa, przy szkole Olszyna");
    town.browser().get("/search?q=lampa+01234").await.is(200).says("Zgłoś coś w miejscu: latarnia 01234, ul. Olszowa");
    town.kit.end().await;
}

#[tokio::test]
async fn only_a_place_that_was_named_is_chosen_beforehand() {
    let town = Town::new(Engine::Sqlite).await;
    for (typed, checked, remark) in [
        ("olszowa 14", true, "ul. Olszowa 14 Olszyna 2"),
        ("olszowa 99", false, "najbliższy numer, który znamy"),
        ("olszowa 14b", false, "ten numer, ale z inną literą albo bez niej"),
        ("olsozwa 14", false, "ul. Olszowa 14"),
        ("nadrzecznym", false, "Park Nadrzeczny"),
        ("olszyna", false, "gdzieś w okolicy: Olszyna Olszyna – cała okolica"),
    ] {
        let page = town.browser().get(&format!("/report?{}", testkit::encoded(&[("place", typed)]))).await;
        page.is(200).says(remark);
        assert_eq!(page.html.contains(" checked"), checked, "{typed}: {}", page.html);
    }
    let mut browser = town.browser();
    let page = browser.get("/report?service=road&place=olszowa+99").await;
    let page = browser.press(&page.form_with("place_id"), "Dalej").await;
    page.is(422).says("Wybierz jedno z miejsc albo „Żadne z nich”").says("ul. Olszowa 16");
    let page = browser.press(&page.form_with("place_id").choose("place_id", "none"), "Dalej").await;
    page.is(200).never_says("Miejsce: ul. Olszowa").form_with("body");
    town.kit.end().await;
}

#[tokio::test]
async fn a_whole_area_has_no_point() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/report?service=road&place=dzielnica+olszyna").await;
    let page = browser.press(&page.form_with("place_id").choose("place_id", "area:olszyna"), "Dalej").await;
    let page = browser.press(&page.is(200).form_with("body").type_in("body", "Dziura"), "Dalej").await;
    browser.press(&page.form_with("email").choose("reply", "none"), "Wyślij zgłoszenie").await.is(200);
    let row = "select c.place || ' ' || a.key from cases c join areas a on a.id = c.area_id where c.lat_e7 is null";
    assert_eq!(town.kit.value::<String>(row).await, "gdzieś w okolicy: Olszyna olszyna");
    town.kit.end().await;
}

#[tokio::test]
async fn coordinates_and_links_of_maps_are_places() {
    let town = Town::new(Engine::Sqlite).await;
    let outside = "To miejsce leży poza miastem";
    for (typed, words) in [
        ("52.4000, 16.9000", "ul. Olszowa 14"),
        ("https://www.google.com/maps/@52.4000,16.9000,17z?entry=ttu", "ul. Olszowa 14"),
        ("52°24'0\"N 16°54'0\"E", "ul. Olszowa 14"),
        ("50.0614, 19.9372", outside),
    ] {
        town.browser().get(&format!("/report?{}", testkit::encoded(&[("place", typed)]))).await.is(200).says(words);
    }
    // Within the bounds, on the northern border: in no district.
    for place in ["lat=53.0&lng=16.5", "place=53.000,16.500"] {
        town.browser().get(&format!("/report?{place}")).await.is(200).says(outside);
    }
    town.browser().get("/report/what?place_id=53.0000000,16.5000000").await.is(200).never_says("Miejsce: ");
    town.browser().get("/report/what?place_id=52.4000000,16.9000000").await.is(200).says("Miejsce: ul. Olszowa 14");
    town.kit.end().await;
}

#[tokio::test]
async fn a_key_of_nothing_is_no_place() {
    let town = Town::new(Engine::Sqlite).await;
    for key in [
        "landmark:las",
        "lamp_post:9",
        "tree:01234",
        "lamp_post:",
        ":",
        "polna~mlynska~olszowa~",
        "polna~",
        "~",
        "area:las",
        "area:",
        "landmark:",
        "x:y:z",
    ] {
        let page = town.browser().get(&format!("/report/what?place_id={}", testkit::encoded(&[("k", key)]).trim_start_matches("k="))).await;
        page.is(200).never_says("Miejsce: ");
    }
    town.kit.end().await;
}

#[tokio::test]
async fn a_city_without_an_address_list_says_so_and_takes_words() {
    let town = Town::new(Engine::Sqlite).await.without_addresses();
    let mut browser = town.browser();
    let page = browser.get("/report?service=road").await;
    page.is(200).says("Nie mamy spisu adresów tego miasta. Opisz miejsce własnymi słowami.").never_says("Znajdź");
    let page = browser.press(&page.form_with("place").type_in("place", "za mostem, po lewej"), "Dalej").await;
    let page = browser.press(&page.is(200).form_with("body").type_in("body", "Dziura"), "Dalej").await;
    browser.press(&page.form_with("email").choose("reply", "none"), "Wyślij zgłoszenie").await.is(200);
    assert_eq!(town.kit.value::<String>("select place from cases").await, "za mostem, po lewej");
    town.kit.end().await;
}
