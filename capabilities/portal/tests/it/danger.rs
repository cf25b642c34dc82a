//! Somebody is in danger: the number to call comes at once, and nothing is written down.

use testkit::{Engine, Page};

use crate::cast::{BODY, Town};

/// The page tells the number and nothing else is done.
#[track_caller]
fn check(page: &Page) {
    page.is(200).says("Zadzwoń teraz pod 112").says("Niczego nie wysłaliśmy.").says("Numer alarmowy");
    page.has("href=\"tel:112\"");
}

#[tokio::test]
async fn a_yes_shows_the_number_and_writes_nothing() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/report/what?place_id=polna/2&service=lamp").await;
    let form = page.says("Czy widać gołe przewody?").form_with("danger");
    assert_eq!(form.value("danger"), "", "nobody is asked to undo an answer they did not give");

    let page = browser.press(&form.clone().choose("danger", "yes"), "Dalej").await;
    check(&page);
    let kept = browser.press(&page.form_to("/report/what"), "Nikomu nic nie grozi").await;
    assert_eq!(kept.form_with("danger").value("danger"), "");

    let page = browser.press(&form.choose("danger", "yes").type_in("body", BODY), "Dalej").await;
    check(&page);
    let kept = browser.press(&page.form_to("/report/what"), "Nikomu nic nie grozi").await;
    let form = kept.says("ul. Polna 2, Olszyna").form_with("danger");
    assert_eq!((form.value("body"), form.value("service")), (BODY, "lamp"));

    assert_eq!(town.kit.value::<i64>("select count(*) from cases").await, 0);
    town.kit.end().await;
}

#[tokio::test]
async fn a_single_post_with_a_yes_is_not_taken_either() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        let fields = [("place", "przy moście"), ("service", "lamp"), ("body", BODY), ("danger", "yes")];
        check(&browser.post("/report", &fields).await);
        check(&browser.post("/report/reply", &fields).await);
        check(&browser.post("/report/what", &fields).await);
        assert_eq!(town.kit.value::<i64>("select count(*) from interactions").await, 0);
        town.kit.end().await;
    }
}

#[tokio::test]
async fn the_question_cannot_be_passed_over() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = browser.get("/report/what?place_id=polna/2&service=lamp").await;
    let page = browser.press(&page.form_with("body").type_in("body", BODY), "Dalej").await;
    page.is(422).says("Odpowiedz, czy komuś coś grozi");
    let page = browser.press(&page.form_with("danger").choose("danger", "no"), "Dalej").await;
    page.is(200).says("Sprawdź zgłoszenie");
    town.kit.end().await;
}

#[tokio::test]
async fn an_answer_about_another_service_does_not_count() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let fields = [("place", "przy moście"), ("service", "lamp"), ("asked", "road"), ("danger", "no"), ("body", BODY)];
    browser.post("/report/reply", &fields).await.is(200).says("Czy widać gołe przewody?").never_says("Sprawdź zgłoszenie");
    town.kit.end().await;
}
