//! Photos of a report: sent without JavaScript, seen by their author only until somebody has published them.

use cases::actions::{PhotoDecision, decide_photo};
use testkit::{Browser, Engine, Page, Photo, taken_by_a_phone};

use crate::cast::{BODY, Town};

/// At ul. Olszowa 16, and on the other side of the world.
fn in_the_city() -> Vec<u8> {
    taken_by_a_phone([52, 24, 360], [16, 54, 0])
}

fn far_away() -> Vec<u8> {
    taken_by_a_phone([10, 0, 0], [100, 0, 0])
}

fn photo(content: Vec<u8>) -> Photo {
    ("photo", "IMG_0001.jpg", content)
}

/// Step 2 at ul. Olszowa 14 with everything filled in.
async fn second_step(browser: &mut Browser, service: &str) -> Page {
    let page = browser.get(&format!("/report/what?place_id=olszowa/14&service={service}")).await;
    page.is(200).has("enctype=\"multipart/form-data\"").says("Zdjęcie (nieobowiązkowe)");
    page
}

async fn third_step(browser: &mut Browser, service: &str, photos: &[Photo]) -> Page {
    let page = second_step(browser, service).await;
    browser.press_with(&page.form_with("body").type_in("body", BODY), "Dalej", photos).await
}

async fn sent(browser: &mut Browser, page: &Page) -> Page {
    browser.press(&page.form_with("email").choose("reply", "none"), "Wyślij zgłoszenie").await
}

/// The addresses of pictures on a page.
fn pictures(page: &Page) -> Vec<String> {
    let addresses = page.html.split("<img class=\"picture\" src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    addresses.map(testkit::decoded).collect()
}

async fn publish(town: &Town) {
    let id: base::Id = town.kit.value("select id from photos").await;
    town.kit.write(move |tx| decide_photo(tx, id, 0, PhotoDecision::Publish)).await.unwrap();
}

#[tokio::test]
async fn a_photo_is_sent_without_javascript_and_seen_by_all_once_it_is_published() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        let page = third_step(&mut browser, "road", &[photo(in_the_city())]).await;
        page.is(200).says("Jak mamy odpowiedzieć?").says("Usuń zdjęcie");
        assert_eq!(town.kit.value::<i64>("select count(*) from photos").await, 0, "nothing is kept in rows before the report is sent");
        let draft = &pictures(&page)[0];
        assert!(draft.starts_with("/report/photos/"), "{draft}");
        browser.get(draft).await.is(200);

        let own = sent(&mut browser, &page).await;
        own.is(200).says("Na razie widzisz je ty i jednostka");
        let row: String = town.kit.value("select kind || ' ' || state || ' ' || width || ' ' || height from photos").await;
        assert_eq!(row, "reported waiting 320 240");

        let picture = pictures(&own)[0].clone();
        let shown = browser.get(&picture).await;
        shown.is(200).never_says("Zygzak").never_says("Exif");
        let header = |name: &str| shown.headers.get(name).unwrap().to_str().unwrap().to_owned();
        assert_eq!((header("content-type"), header("x-content-type-options")), ("image/jpeg".into(), "nosniff".into()));
        assert_eq!(header("cache-control"), "private, max-age=300");

        let (public, bare) = (town.public_page().await, picture.split('?').next().unwrap());
        let stranger = browser.get(&public).await;
        assert_eq!(pictures(&stranger), Vec::<String>::new());
        browser.get(bare).await.is(404);
        browser.get(&format!("{bare}?key=wrong")).await.is(404);
        publish(&town).await;
        assert_eq!(pictures(&browser.get(&public).await).len(), 1);
        browser.get(bare).await.is(200);
        browser.get(&town.own_page().await).await.says("Widzą je wszyscy.");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn a_photo_of_a_matter_that_is_not_public_stays_so_whatever_is_decided() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        let page = third_step(&mut browser, "family", &[photo(in_the_city())]).await;
        let own = sent(&mut browser, &page).await;
        own.is(200).says("Widzisz je ty i jednostka.");
        publish(&town).await;
        assert_eq!(pictures(&browser.get(&town.public_page().await).await), Vec::<String>::new());
        browser.get(pictures(&own)[0].split('?').next().unwrap()).await.is(404);
        town.kit.end().await;
    }
}

#[tokio::test]
async fn a_photo_that_cannot_be_taken_holds_no_report_up() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    for (content, said) in [
        (heic, "w formacie HEIC"),
        (b"%PDF-1.4".to_vec(), "Ten plik nie jest zdjęciem"),
        (in_the_city()[..120].to_vec(), "nie da się odczytać"),
        (vec![0xFF; web::MAX_FILE_BYTES + 1], "Wybierz takie do 20 MB"),
    ] {
        let mut page = third_step(&mut browser, "road", &[photo(content)]).await;
        if page.text().contains("Czy to już nam zgłoszono?") {
            page = browser.press(&page.form_with("same").choose("same", "none"), "Dalej").await;
        }
        page.is(200).says("Jak mamy odpowiedzieć?").says("Tego zdjęcia nie dodaliśmy.").says(said).says("możesz wysłać bez niego");
        sent(&mut browser, &page).await.is(200).says("Zgłoszenie przyjęte. Numer");
    }
    assert_eq!(town.kit.value::<i64>("select count(*) from reports").await, 4);
    assert_eq!(town.kit.value::<i64>("select count(*) from photos").await, 0);
    town.kit.end().await;
}

#[tokio::test]
async fn three_photos_are_taken_and_any_may_be_removed_again() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let four: Vec<Photo> = (0..4).map(|_| photo(far_away())).collect();
    let page = third_step(&mut browser, "road", &four).await;
    page.is(200).says("Zdjęć może być najwyżej 3");
    assert_eq!(pictures(&page).len(), 3);
    let kept = pictures(&page);
    let page = browser.press(&page.form_with("email"), "Usuń zdjęcie 2").await;
    assert_eq!(pictures(&page), [kept[0].clone(), kept[2].clone()]);
    let back = browser.press(&page.form_with("email"), "Zmień opis").await;
    back.is(200).has(&BODY[..10]);
    assert_eq!(pictures(&back).len(), 2, "they are carried on every way back");
    let page = browser.press_with(&back.form_with("body"), "Dalej", &[]).await;
    sent(&mut browser, &page).await.is(200);
    assert_eq!(town.kit.value::<i64>("select count(*) from photos").await, 2);
    town.kit.end().await;
}

#[tokio::test]
async fn where_a_photo_was_taken_is_offered_as_the_place_and_kept_nowhere_else() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        third_step(&mut browser, "road", &[photo(far_away())]).await.is(200).never_says("Zdjęcie zrobiono tutaj");
        let page = third_step(&mut browser, "road", &[photo(in_the_city())]).await;
        page.is(200).says("Zdjęcie zrobiono tutaj: ul. Olszowa 16, Olszyna. Użyj tego miejsca");
        let passed_over = sent(&mut browser, &page).await;
        passed_over.is(200);
        let kept: i64 = town.kit.value("select lat_e7 from cases").await;
        assert_eq!(kept, 524_000_000, "the place that was chosen");

        let page = browser.press(&page.form_with("email"), "Użyj tego miejsca").await;
        page.is(200).says("ul. Olszowa 16, Olszyna").never_says("Zdjęcie zrobiono tutaj");
        sent(&mut browser, &page).await.is(200);
        let kept: i64 = town.kit.value("select max(lat_e7) from cases").await;
        assert_eq!(kept, 524_010_000);
        town.kit.end().await;
    }
}

#[tokio::test]
async fn only_pictures_that_were_sent_by_this_form_and_are_there_are_taken() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = third_step(&mut browser, "road", &[photo(far_away())]).await;
    let form = page.form_with("email").choose("reply", "none");
    let ticket = form.value("photos").to_owned();
    let fields = |photos: &str| -> Vec<(String, String)> {
        let own = form.sent().map(|(name, value)| (name.to_owned(), if name == "photos" { photos.to_owned() } else { value.to_owned() }));
        own.collect()
    };
    let forged = ticket.replacen("320", "321", 1);
    assert_ne!(forged, ticket, "the premise: the ticket names the width");
    for photos in [forged, format!("{} x", base::Id::new())] {
        let fields = fields(&photos);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        browser.post("/report", &fields).await.is(200).says("Zgłoszenie przyjęte");
    }
    browser.get("/report/photos/nothing").await.is(404);
    town.app.files.remove_below("photos").await.unwrap();
    sent(&mut browser, &page).await.is(200).says("Zgłoszenie przyjęte");
    assert_eq!(town.kit.value::<i64>("select count(*) from photos").await, 0);
    assert!(town.kit.value::<i64>("select count(*) from reports").await >= 2);
    town.kit.end().await;
}

#[tokio::test]
async fn why_a_unit_shows_no_photo_is_told_to_everybody() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        let page = third_step(&mut browser, "road", &[]).await;
        sent(&mut browser, &page).await.is(200);
        town.step(|tx, id| {
            let closing = cases::Closing::new(cases::Outcome::Fixed, "Załatana.").without_photo("Padał śnieg.");
            cases::actions::close(tx, id, &closing)
        })
        .await;
        for address in [town.own_page().await, town.public_page().await] {
            browser.get(&address).await.is(200).says("Załatana.").says("Bez zdjęcia: Padał śnieg.");
        }
        town.kit.end().await;
    }
}
