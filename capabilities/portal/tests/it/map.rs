//! The map's page: the list that works without JavaScript, its filters, and what it never shows.

use base::Id;
use cases::{Outcome, actions};
use store::{NewEvent, Tx, params};
use testkit::Engine;

use crate::{
    cast::{BODY, SECRET, Town, moment},
    tiles::tile_of_lamp,
};

/// Reports something at a place; its number.
pub async fn report(town: &Town, service: &str, place: &str) -> String {
    let fields = [("place_id", place), ("service", service), ("body", BODY)];
    let page = town.browser().post("/report", &fields).await;
    page.is(200);
    let number = page.address.split(['/', '?']).nth(2).unwrap().to_owned();
    assert!(number.len() > 7, "{}", page.address);
    number
}

/// Closes the newest case.
async fn close_newest(town: &Town) {
    let close = |tx: &Tx<'_>| {
        let id: Id = tx.value("select id from cases order by opened_at desc, id desc limit 1", &[])?;
        actions::close(tx, id, &cases::Closing::new(Outcome::Fixed, "Naprawione.").without_photo("Jest ciemno"))
    };
    town.kit.write(close).await.unwrap();
}

/// Numbers the journal, as the city's relay does all the time on PostgreSQL.
async fn number(town: &Town) {
    if town.kit.db.is_postgres() {
        store::journal::relay(&town.kit.db, Id::named("relay", "of the test")).await.unwrap();
    }
}

#[tokio::test]
async fn a_city_without_a_drawing_has_its_list_and_no_empty_map() {
    let town = Town::new(Engine::Sqlite).await.undrawn();
    let page = town.browser().get("/map").await;
    page.is(200).says("Na tej stronie nie ma teraz mapy. Lista pokazuje wszystkie sprawy.");
    assert!(!page.html.contains("data-map"), "{}", page.html);
    let page = town.browser().get("/report?place=olszowa+14").await;
    page.is(200).says("ul. Olszowa 14");
    assert!(!page.html.contains("data-map"), "{}", page.html);
    town.kit.end().await;
}

#[tokio::test]
async fn the_list_shows_public_cases_with_numbers_and_never_anybodys_words() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        town.kit.clock.put(moment("2026-11-16T07:12"));
        let first = report(&town, "lamp", "olszowa/14").await;
        town.kit.clock.pass_seconds(60);
        let second = report(&town, "road", "52.4081,16.9335").await;
        let hidden = report(&town, "family", "olszowa/16").await;
        let page = town.browser().get("/map").await;
        page.is(200)
            .says("Mapa zgłoszeń")
            .says("Lista: 2 z 2")
            .says("Latarnia nie świeci albo miga ul. Olszowa 14, Olszyna Przyjęta Przyjęta: poniedziałek 16 listopada.")
            .never_says(SECRET)
            .never_says("Pomoc rodzinie")
            .never_says("Olszowa 16")
            .never_says(&hidden);
        page.has(&format!("href=\"/reports/{first}\"")).has(&format!("href=\"/reports/{second}\""));
        let order = [&second, &first].map(|number| page.html.find(number.as_str()).unwrap());
        assert!(order[0] < order[1], "the newest first");
        town.browser().get(&format!("/reports/{first}")).await.is(200);
        town.kit.end().await;
    }
}

#[tokio::test]
async fn filters_choose_by_group_state_area_and_period() {
    let town = Town::new(Engine::Sqlite).await;
    town.kit.clock.put(moment("2026-10-01T10:00"));
    report(&town, "road", "polna/2").await;
    town.kit.clock.put(moment("2026-11-16T10:00"));
    report(&town, "lamp", "olszowa/14").await;
    report(&town, "lamp", "olszowa/16").await;
    close_newest(&town).await;
    let mut browser = town.browser();
    for (query, count) in [
        ("", 3),
        ("?group=street", 3),
        ("?group=people", 0),
        ("?group=unknown", 3),
        ("?state=open", 2),
        ("?state=closed", 1),
        ("?state=late", 1),
        ("?area=olszyna", 3),
        ("?period=7", 2),
        ("?period=7&state=open", 1),
        ("?period=8", 3),
    ] {
        let page = browser.get(&format!("/map{query}")).await;
        page.is(200);
        assert_eq!(page.html.matches("<li id=\"case-").count(), count, "{query}");
        assert!(count == 0 || page.text().contains(&format!("Lista: {count} z {count}")), "{query}");
    }
    browser.get("/map?group=people").await.says("Nie ma takich spraw.");
    let form = browser.get("/map?state=closed&period=30").await;
    form.has("<option value=\"closed\" selected>").has("<option value=\"30\" selected>");
    browser.get("/map?state=late").await.says("Po terminie");
    town.kit.end().await;
}

#[tokio::test]
async fn a_long_list_has_pages_that_keep_the_filter() {
    let town = Town::new(Engine::Sqlite).await;
    for _ in 0..21 {
        report(&town, "lamp", "olszowa/14").await;
    }
    let mut browser = town.browser();
    let page = browser.get("/map?state=open").await;
    page.says("Lista: 20 z 21").has("href=\"/map?state=open&#38;page=2\"");
    let page = browser.get("/map?state=open&page=2").await;
    page.says("Lista: 1 z 21");
    assert_eq!(page.html.matches("<li id=\"case-").count(), 1);
    town.kit.end().await;
}

#[tokio::test]
async fn what_is_closed_long_ago_or_made_private_vanishes_from_list_and_tiles() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        town.kit.clock.put(moment("2026-11-16T10:00"));
        let lamp = report(&town, "lamp", "olszowa/14").await;
        let mut browser = town.browser();
        let tile = &tile_of_lamp("reports", 17);
        browser.get("/map").await.says("Lista: 1 z 1");
        assert!(browser.get(tile).await.html.contains(&lamp), "the premise: it is on the tile");

        close_newest(&town).await;
        number(&town).await;
        browser.get("/map?state=closed").await.says("Lista: 1 z 1").says("Zakończona: naprawione");
        browser.get("/map?state=open").await.says("Nie ma takich spraw.");
        town.kit.clock.put(moment("2026-12-17T10:01"));
        browser.get("/map").await.says("Nie ma takich spraw.");

        let other = report(&town, "lamp", "olszowa/14").await;
        number(&town).await;
        assert!(browser.get("/map").await.html.contains(&other), "the premise: it is in the list");
        let hide = |tx: &Tx<'_>| {
            let id: Id = tx.value("select id from cases where state <> 'closed'", &[])?;
            tx.execute("update cases set public = false where id = $1", params![id])?;
            let facts = serde_json::json!({});
            tx.record(NewEvent { subject_kind: "case", subject_id: id, kind: "case.hidden", facts })
        };
        town.kit.write(hide).await.unwrap();
        number(&town).await;
        town.kit.clock.pass_seconds(2);
        let page = browser.get("/map").await;
        page.says("Nie ma takich spraw.");
        assert!(!page.html.contains(&other));
        let page = browser.get(tile).await;
        assert!(!page.html.contains(&other), "{} {other} {:?}", page.status, page.html);
        town.kit.end().await;
    }
}
