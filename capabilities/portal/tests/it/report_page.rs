//! The page of a report: its story, and who may see what.

use axum::http::header;
use cases::{Outcome, actions};
use testkit::Engine;

use crate::cast::{BODY, SECRET, Town, moment, roads};

async fn reported(town: &Town, service: &str) {
    let mut browser = town.browser();
    browser.post("/report", &[("place_id", "olszowa/14"), ("service", service), ("body", BODY)]).await.is(200);
}

#[tokio::test]
async fn a_closed_case_says_so_on_its_page() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        town.kit.clock.put(moment("2026-11-16T07:12"));
        reported(&town, "lamp").await;
        let mut browser = town.browser();
        let page = browser.get(&town.public_page().await).await;
        page.is(200).says("Przyjęta Obiecany termin: poniedziałek 23 listopada").says("Wybieramy jednostkę").says("Obiecujemy zakończyć");

        town.kit.clock.pass_seconds(60);
        town.step(|tx, id| actions::dispatch(tx, id, roads())).await;
        town.kit.clock.put(moment("2026-11-17T09:05"));
        town.step(actions::accept).await;
        town.step(|tx, id| actions::progress(tx, id, "Ekipa jedzie w czwartek")).await;
        town.kit.clock.put(moment("2026-11-19T16:31"));
        town.step(|tx, id| {
            actions::close(tx, id, &cases::Closing::new(Outcome::Fixed, "Wymieniliśmy bezpiecznik.").without_photo("Jest ciemno"))
        })
        .await;

        let page = browser.get(&town.public_page().await).await;
        page.says("Zakończona: naprawione czwartek 19 listopada, w terminie")
            .says("poniedziałek 16 listopada, 7:12 Sprawa przyjęta.")
            .says("7:13 Przekazaliśmy sprawę jednostce: Zarząd Dróg Lipogrodu. Obiecany termin: poniedziałek 23 listopada.")
            .says("wtorek 17 listopada, 9:05 Sprawę przyjęła jednostka: Zarząd Dróg Lipogrodu.")
            .says("9:05 Wiadomość od jednostki: Zarząd Dróg Lipogrodu. Ekipa jedzie w czwartek")
            .says("czwartek 19 listopada, 16:31 Sprawa zakończona: naprawione. Wymieniliśmy bezpiecznik.")
            .never_says("Obiecujemy zakończyć");
        page.has("<time datetime=\"2026-11-16T06:12:00Z\">");
        assert_eq!(page.html.matches("class=\"now\"").count(), 1);
        browser
            .get("/")
            .await
            .says("Ostatnio zrobione")
            .says("Latarnia nie świeci albo miga ul. Olszowa 14, Olszyna. Koniec sprawy: czwartek 19 listopada. Naprawione");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn own_words_are_for_the_holder_of_the_link_only() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        reported(&town, "lamp").await;
        let mut browser = town.browser();
        let (own, public) = (town.own_page().await, town.public_page().await);

        let page = browser.get(&own).await;
        page.says(SECRET).says("Twój opis:").says("Zgłoszenie przyjęte. Numer");
        page.has("<meta name=\"referrer\" content=\"no-referrer\">");
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");

        let wrong = format!("{own}A");
        let other = format!("{public}?key={}", town.app.signer.sign("report", "12345678"));
        for address in [public.clone(), format!("{public}?key="), wrong, other, format!("{public}?kEy=1"), public.replace('-', "")] {
            let page = browser.get(&address).await;
            page.is(200)
                .says("Latarnia nie świeci albo miga, ul. Olszowa 14, Olszyna")
                .never_says(SECRET)
                .never_says("Zgłoszenie przyjęte. Numer");
            page.has("<meta name=\"robots\" content=\"noindex\">");
        }
        for address in ["/", "/services", "/search?q=marmolada", "/search?q=latarnia", "/case"] {
            browser.get(address).await.is(200).never_says(&format!("{SECRET}."));
        }
        town.kit.end().await;
    }
}

#[tokio::test]
async fn a_case_that_is_not_public_shows_no_place_to_strangers() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        reported(&town, "family").await;
        town.step(|tx, id| actions::dispatch(tx, id, roads())).await;
        town.step(|tx, id| actions::close(tx, id, &cases::Closing::new(Outcome::Answered, "Zadzwoniliśmy"))).await;
        let mut browser = town.browser();
        let page = browser.get(&town.public_page().await).await;
        page.is(200).says("Pomoc rodzinie").says("Zakończona").never_says("Olszowa").never_says("Zadzwoniliśmy").never_says(SECRET);
        browser.get(&town.own_page().await).await.says("Pomoc rodzinie, ul. Olszowa 14, Olszyna").says("Zadzwoniliśmy").says(SECRET);
        browser.get("/").await.never_says("Olszowa");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn a_late_case_says_that_it_is_late() {
    let town = Town::new(Engine::Sqlite).await;
    town.kit.clock.put(moment("2026-11-16T07:12"));
    reported(&town, "road").await;
    town.kit.clock.put(moment("2026-11-24T07:12"));
    let mut browser = town.browser();
    let page = browser.get(&town.own_page().await).await;
    page.says("Przyjęta Po terminie Termin minął: poniedziałek 23 listopada").says("Termin minął, a sprawa nie jest zakończona.");
    page.never_says("Zgłoszenie przyjęte. Numer").says(SECRET);
    town.step(|tx, id| actions::dispatch(tx, id, roads())).await;
    town.step(|tx, id| actions::close(tx, id, &cases::Closing::new(Outcome::Deferred, "Wiosną"))).await;
    let page = browser.get(&town.public_page().await).await;
    page.says("wtorek 24 listopada, po terminie").never_says("Termin minął");
    page.has("tag tag-plan");
    town.kit.end().await;
}

#[tokio::test]
async fn a_number_that_nobody_has_is_told_in_words() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let unknown = base::ReportNumber::from_random(5, 7).to_string();
    let page = browser.get(&format!("/reports/{unknown}")).await;
    page.is(404).says("Nie mamy zgłoszenia o tym numerze. Porównaj");
    assert_eq!(page.form_with("number").value("number"), unknown);
    browser.get("/reports/1234-567-0").await.is(404).says("Ostatnia cyfra nie zgadza się z resztą");
    browser.get("/reports/latarnia").await.is(404).says("Numer ma od 8 do 10 cyfr");
    town.kit.end().await;
}

#[tokio::test]
async fn the_page_listens_for_changes_of_its_own_case() {
    let town = Town::new(Engine::Sqlite).await;
    reported(&town, "road").await;
    let address = town.public_page().await;
    let page = town.browser().get(&address).await;
    let topic = address.replace("/reports/", "report:");
    assert!(
        page.html.contains(&format!("data-live=\"{topic}\"")) && page.html.contains(&format!("data-live-topic=\"{topic}\"")),
        "{topic}"
    );
    page.has("/assets/report-live-");
    let event = town
        .kit
        .read(|read| Ok(store::journal::after(read, 0)?.into_iter().find(|event| event.kind == "case.opened")))
        .await
        .unwrap()
        .unwrap();
    let signer = town.app.signer.clone();
    assert_eq!(town.kit.read(move |read| cases::public::topics(read, &signer, &event)).await.unwrap(), [topic]);
    town.kit.end().await;
}

#[tokio::test]
async fn an_author_answers_what_the_unit_asks_on_the_page_of_the_report() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        reported(&town, "lamp").await;
        town.step(|tx, id| actions::dispatch(tx, id, roads())).await;
        town.step(|tx, id| actions::ask(tx, id, "Przy której klatce?")).await;
        let (mut browser, own, public) = (town.browser(), town.own_page().await, town.public_page().await);
        browser.get(&public).await.says("Czeka na odpowiedź").never_says("Przy której klatce?").never_says("Odpowiedz na pytanie");
        browser.post(&format!("{public}/answer"), &[("answer", "Przy trzeciej")]).await.is(404);
        let page = browser.get(&own).await;
        page.says("Pytanie od jednostki:").says("Przy której klatce?");
        let address = own.replace("?key=", "/answer?key=");
        let form = page.form_to(&address);
        browser.press(&form, "Wyślij odpowiedź").await.is(422).says("Napisz odpowiedź").says("Przy której klatce?");
        browser.press(&form.type_in("answer", "Przy trzeciej"), "Wyślij odpowiedź").await.is(200);
        browser.get(&own).await.says("Odpowiedź zgłaszającego.").says("Przy trzeciej").never_says("Odpowiedz na pytanie");
        browser.get(&public).await.never_says("Przy trzeciej");
        let late = browser.post(&address, &[("answer", "Jednak przy drugiej")]).await;
        late.is(409).says("Tego nie wysłaliśmy").says("Jednak przy drugiej");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn an_author_says_whether_it_is_done_on_the_page_of_the_report() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        reported(&town, "lamp").await;
        town.step(|tx, id| actions::dispatch(tx, id, roads())).await;
        town.step(|tx, id| {
            actions::close(tx, id, &cases::Closing::new(Outcome::Fixed, "Wymieniliśmy bezpiecznik.").without_photo("Jest ciemno"))
        })
        .await;
        let (mut browser, own, public) = (town.browser(), town.own_page().await, town.public_page().await);
        browser.get(&public).await.never_says("Czy to jest zrobione?");
        browser.post(&format!("{public}/verdict"), &[("verdict", "fixed")]).await.is(404);
        let form = browser.get(&own).await.form_to(&own.replace("?key=", "/verdict?key="));
        browser.press(&form, "Wyślij").await.is(422).says("Wybierz, czy zrobione");
        let form = form.choose("verdict", "not_fixed");
        browser.press(&form, "Wyślij").await.is(422).says("Napisz, co jest nie tak");
        browser.press(&form.type_in("wrong", "Dalej ciemno"), "Wyślij").await.is(200);
        browser.get(&own).await.says("Wznowiona").says("Sprawa wróciła do jednostki").says("Dalej ciemno");
        browser.get(&public).await.says("Wznowiona").never_says("Dalej ciemno");
        town.step(|tx, id| actions::close(tx, id, &cases::Closing::new(Outcome::Fixed, "Teraz świeci.").without_photo("Jest ciemno")))
            .await;
        let form = browser.get(&own).await.form_to(&own.replace("?key=", "/verdict?key="));
        browser.press(&form.choose("verdict", "fixed"), "Wyślij").await.is(200);
        browser.get(&own).await.says("Wiemy, że to jest zrobione.");
        town.kit.end().await;
    }
}
