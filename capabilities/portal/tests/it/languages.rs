//! Ukrainian and English: the whole trip, and Polish names marked as Polish.

use testkit::Engine;

use crate::cast::{BODY, Town};

struct Trip {
    language: &'static str,
    home: &'static str,
    next: &'static str,
    danger: &'static str,
    send: &'static str,
    taken: &'static str,
    error: &'static str,
}

const TRIPS: [Trip; 2] = [
    Trip {
        language: "uk",
        home: "Скажіть, що сталося.",
        next: "Далі",
        danger: "Чи видно голі дроти?",
        send: "Надіслати повідомлення",
        taken: "Повідомлення прийнято. Номер",
        error: "Помилка: Крок 3",
    },
    Trip {
        language: "en",
        home: "Tell us what’s happening.",
        next: "Next",
        danger: "Are there bare wires?",
        send: "Send the report",
        taken: "We have your report. Its number is",
        error: "Error: Step 3",
    },
];

#[tokio::test]
async fn the_trip_works_in_ukrainian_and_english() {
    for trip in TRIPS {
        let town = Town::new(Engine::Sqlite).await;
        let mut browser = town.browser().speaking(trip.language);
        let page = browser.get("/").await;
        page.is(200).says(trip.home);
        page.has(&format!("<html lang=\"{}\"", trip.language));
        let page = browser.get("/report/what?place_id=olszowa/14").await;
        let page = browser.press(&page.form_with("body").choose("service", "lamp").type_in("body", BODY), trip.next).await;
        let page = browser.press(&page.says(trip.danger).form_with("danger").choose("danger", "no"), trip.next).await;
        let page = browser.press(&page.form_with("email").type_in("email", "x"), trip.send).await;
        assert!(page.is(422).title().starts_with(trip.error), "{}", page.title());
        let page = browser.press(&page.form_with("email").type_in("email", "x@y.example"), trip.send).await;
        page.is(200).says(trip.taken);
        page.has("<span lang=\"pl\">ul. Olszowa 14, Olszyna</span>");
        assert_eq!(town.kit.value::<String>("select language from reports").await, trip.language);
        assert_eq!(town.kit.value::<String>("select place from cases").await, "ul. Olszowa 14, Olszyna");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn every_page_speaks_the_language_of_the_visitor() {
    let town = Town::new(Engine::Sqlite).await;
    let polish = ["Wróć", "Zgłoś", "Miejsce", "Szukaj", "Wpisz", "Numer sprawy", "Usługi"];
    for language in ["uk", "en"] {
        let mut browser = town.browser().speaking(language);
        for address in
            ["/", "/report", "/report?place=olszowa+14", "/report?place=nic", "/report/what", "/case", "/services", "/search?q=xyzzy"]
        {
            let page = browser.get(address).await;
            page.is(200);
            for word in polish {
                assert!(!page.text().contains(word), "{word} on {address} in {language}: {}", page.text());
            }
        }
    }
    town.kit.end().await;
}

#[tokio::test]
async fn what_the_city_has_not_translated_is_marked_as_polish() {
    let town = Town::new(Engine::Sqlite).await;
    let page = town.browser().speaking("en").get("/services").await;
    page.has("<span lang=\"pl\">Nowa ławka</span>");
    page.has(">Pothole</a>");
    town.kit.end().await;
}
