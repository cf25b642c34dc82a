//! Tiles over HTTP: which there are, what they hold, and the operator's basemap by ranges.

use std::{fs, path::PathBuf};

use axum::{
    body::Body,
    http::{HeaderName, Method, header},
};
use portal::Basemap;
use testkit::{Browser, Engine, Page};

use crate::{
    cast::{SECRET, Town},
    map::report,
};

/// The tile of ul. Olszowa 14 at a zoom.
pub fn tile_of_lamp(layer: &str, z: u8) -> String {
    let lamp = tiles::World::from_e7(524_000_000, 169_000_000);
    let (x, y) = (lamp.x >> (32 - z), lamp.y >> (32 - z));
    format!("/tiles/{layer}/{z}/{x}/{y}.mvt")
}

#[tokio::test]
async fn the_city_is_drawn_where_it_is_and_nowhere_else() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get(&tile_of_lamp("base", 16)).await;
    page.is(200);
    assert_eq!(page.headers[header::CONTENT_TYPE], "application/vnd.mapbox-vector-tile");
    for word in ["lines", "Olszowa", "houses", "14a"] {
        assert!(page.html.contains(word), "{word}");
    }
    let pond = browser.get(&tile_of_lamp("base", 12)).await;
    for word in ["land", "water", "Staw Młyński", "Mill Pond"] {
        assert!(pond.html.contains(word), "{word}");
    }
    assert!(!pond.html.contains("houses"), "not from afar");
    assert!(browser.get(&tile_of_lamp("base", 8)).await.html.contains("borders"));
    assert!(browser.get(&tile_of_lamp("points", 16)).await.html.contains("LT-0417"));
    for nothing in [
        tile_of_lamp("base", 7),
        tile_of_lamp("points", 13),
        "/tiles/base/12/0/0.mvt".into(),
        "/tiles/reports/12/0/0.mvt".into(),
        "/tiles/base/18/0/0.mvt".into(),
    ] {
        let page = browser.get(&nothing).await;
        page.is(204);
        assert!(page.html.is_empty(), "{nothing}");
    }
    for wrong in ["/tiles/staff/12/2240/1346.mvt", "/tiles/base/12/2240/1346", "/tiles/base/12/2240/1346.png", "/tiles/base/12/2240/-1.mvt"]
    {
        browser.get(wrong).await.is(404);
    }
    browser.get("/tiles/base/900/1/1.mvt").await.is(400);
    town.kit.end().await;
}

#[tokio::test]
async fn a_tile_that_is_known_is_not_sent_again() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let address = tile_of_lamp("base", 14);
    let first = browser.get(&address).await;
    let tag = first.headers[header::ETAG].clone();
    assert_eq!(first.headers[header::CACHE_CONTROL], "public, max-age=3600");
    let request = browser.request(Method::GET, &address).header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
    let again = browser.ask(request).await;
    again.is(304);
    assert!(again.html.is_empty());
    town.kit.end().await;
}

#[tokio::test]
async fn tiles_hold_public_cases_by_group_and_state_and_no_others() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let lamp = report(&town, "lamp", "olszowa/14").await;
        let hidden = report(&town, "family", "olszowa/14").await;
        let mut browser = town.browser();
        for z in 8..=17 {
            let page = browser.get(&tile_of_lamp("reports", z)).await;
            page.is(200);
            assert!(page.html.contains(&lamp), "zoom {z}");
            for secret in [hidden.as_str(), SECRET, "Olszowa"] {
                assert!(!page.html.contains(secret), "{secret} at zoom {z}");
            }
        }
        let address = tile_of_lamp("reports", 17);
        for (query, there) in
            [("state=open", true), ("state=closed", false), ("group=street", true), ("group=people", false), ("state=all", true)]
        {
            let page = browser.get(&format!("{address}?{query}")).await;
            assert_eq!(page.html.contains(&lamp), there, "{query}");
        }
        town.kit.end().await;
    }
}

/// A file with the header of PMTiles, version `version`, then ten letters of tiles.
fn pmtiles(version: u8, cut_short: bool) -> (tempfile::TempDir, PathBuf) {
    let mut bytes = vec![0_u8; 127];
    bytes[..7].copy_from_slice(b"PMTiles");
    bytes[7] = version;
    bytes[99] = 1;
    for (at, value) in [(8, 127_u64), (16, 0), (24, 127), (32, 0), (40, 127), (48, 0), (56, 127), (64, 10)] {
        bytes[at..at + 8].copy_from_slice(&value.to_le_bytes());
    }
    bytes.extend(if cut_short { b"abc".as_slice() } else { b"abcdefghij" });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.pmtiles");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn a_basemap_that_cannot_be_served_is_refused_with_a_sentence() {
    let refused = |path: &std::path::Path| Basemap::open(path).unwrap_err().to_string();
    let (_folder, path) = pmtiles(2, false);
    assert!(refused(&path).contains("another version than 3"), "{}", refused(&path));
    let (_folder, path) = pmtiles(3, true);
    assert!(refused(&path).contains("cut short"), "{}", refused(&path));
    let (folder, path) = pmtiles(3, false);
    assert!(Basemap::open(&path).is_ok());
    fs::write(&path, "MBTiles, or something else that is long enough to be a header of one hundred and twenty-seven bytes, more or less, or even more, who knows").unwrap();
    assert!(refused(&path).contains("does not begin with"), "{}", refused(&path));
    fs::write(&path, "PMTiles").unwrap();
    assert!(refused(&path).contains("no header"), "{}", refused(&path));
    assert!(refused(&folder.path().join("nothing.pmtiles")).contains("--basemap"));
    assert!(refused(folder.path()).contains("no PMTiles file"));
}

async fn asked(browser: &mut Browser, method: Method, headers: &[(HeaderName, &str)]) -> Page {
    let request = browser.request(method, "/tiles/basemap.pmtiles");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(name, *value));
    browser.ask(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn the_basemap_is_served_by_ranges() {
    let (_folder, path) = pmtiles(3, false);
    let town = Town::new(Engine::Sqlite).await.over(Basemap::open(&path).unwrap());
    let mut browser = town.browser();
    let range = |value: &'static str| [(header::RANGE, value)];

    let part = asked(&mut browser, Method::GET, &range("bytes=127-129")).await;
    part.is(206);
    assert_eq!(part.html, "abc");
    assert_eq!(part.headers[header::CONTENT_RANGE], "bytes 127-129/137");
    assert_eq!(part.headers[header::CONTENT_LENGTH], "3");
    let end = asked(&mut browser, Method::GET, &range("bytes=-4")).await;
    assert_eq!((end.html.as_str(), end.headers[header::CONTENT_RANGE].to_str().unwrap()), ("ghij", "bytes 133-136/137"));
    let beyond = asked(&mut browser, Method::GET, &range("bytes=137-")).await;
    beyond.is(416);
    assert_eq!(beyond.headers[header::CONTENT_RANGE], "bytes */137");

    let tag = part.headers[header::ETAG].to_str().unwrap().to_owned();
    for (known, status) in [(tag.as_str(), 206), ("\"of-another-file\"", 200)] {
        let page = asked(&mut browser, Method::GET, &[(header::RANGE, "bytes=127-129"), (header::IF_RANGE, known)]).await;
        page.is(status);
    }
    asked(&mut browser, Method::GET, &[(header::IF_NONE_MATCH, &tag)]).await.is(304);
    let head = asked(&mut browser, Method::HEAD, &[]).await;
    head.is(200);
    assert_eq!((head.html.as_str(), head.headers[header::CONTENT_LENGTH].to_str().unwrap()), ("", "137"));
    assert_eq!(head.headers[header::ACCEPT_RANGES], "bytes");
    let whole = asked(&mut browser, Method::GET, &[]).await;
    assert!(whole.html.ends_with("abcdefghij"));
    town.kit.end().await;
}

#[tokio::test]
async fn without_a_basemap_there_is_none() {
    let town = Town::new(Engine::Sqlite).await;
    town.browser().get("/tiles/basemap.pmtiles").await.is(404);
    town.kit.end().await;
}
