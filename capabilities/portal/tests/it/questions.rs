//! The questions of a service: they branch, they are kept, they stop a report, all without JavaScript.

use testkit::{Browser, Engine, Page};

use crate::cast::{BODY, Town};

/// Where the tree lies, for the unit only.
const WAY: &str = "chodnikiem za kioskiem";

async fn at_the_tree(browser: &mut Browser) -> Page {
    browser.get("/report/what?place_id=polna/2&service=tree").await
}

/// The answers in the database, each as question=value.
async fn answers(town: &Town) -> Vec<String> {
    let sql = "select question, value from answers order by place";
    let rows = town.kit.read(move |read| read.query(sql, &[], |row| Ok(format!("{}={}", row.get::<String>(0)?, row.get::<String>(1)?))));
    rows.await.unwrap()
}

#[tokio::test]
async fn questions_branch_from_page_to_page_and_arrive_with_the_report() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        let page = at_the_tree(&mut browser).await;
        page.is(200).says("Co się stało z drzewem?").says("Najważniejsza rzecz").says("Ile ma metrów? (nieobowiązkowe)");
        page.says("Dzień, miesiąc, rok").never_says("Czy blokuje drogę?").never_says("Mamy jeszcze pytania");
        let form = page.form_with("answer-what").choose("answer-what", "lying").type_in("answer-metres", "7,5").type_in("body", BODY);

        let page = browser.press(&form, "Dalej").await;
        page.is(200).says("Mamy jeszcze pytania").has("href=\"#answer-road\"").says("Czy blokuje drogę?").never_says("Jak ją ominąć?");
        let page = browser.press(&page.form_with("answer-road").choose("answer-road", "yes"), "Dalej").await;
        page.is(200).says("Jak ją ominąć?").has("href=\"#answer-how\"");
        let form = page.form_with("answer-how");
        assert_eq!((form.value("answer-what"), form.value("answer-metres"), form.value("body")), ("lying", "7,5", BODY));
        let page = browser.press(&form.type_in("answer-how", WAY), "Dalej").await;

        page.is(200)
            .says("Sprawdź zgłoszenie")
            .says("Czy blokuje drogę? Tak")
            .says(&format!("Jak ją ominąć? {WAY}"))
            .says("Ile ma metrów? 7,5");
        page.never_says("Od kiedy leży?");
        let page = browser.press(&page.form_with("email").choose("reply", "none"), "Wyślij").await;
        page.is(200).says("Zgłoszenie przyjęte");
        assert_eq!(answers(&town).await, ["what=lying", "road=yes", &format!("how={WAY}"), "metres=7.5"]);
        assert!(browser.visited.iter().all(|address| !address.contains("answer-")), "{:?}", browser.visited);

        let mut stranger = town.browser();
        stranger.get(&town.public_page().await).await.is(200).never_says(WAY).never_says("ominąć");
        stranger.get(&town.own_page().await).await.is(200).never_says(WAY);
        town.kit.end().await;
    }
}

#[tokio::test]
async fn a_change_of_mind_asks_other_questions_and_keeps_what_was_said() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = at_the_tree(&mut browser).await;
    let form = page.form_with("answer-what").choose("answer-what", "lying").type_in("body", BODY);
    let page = browser.press(&form, "Dalej").await;
    let page = browser.press(&page.form_with("answer-road").choose("answer-road", "no"), "Dalej").await;
    // Back to the questions, another answer: what depended on the first one is not asked, and not sent.
    let page = browser.press(&page.is(200).says("Sprawdź").form_with("email"), "Zmień odpowiedź na pytanie: Czy blokuje drogę?").await;
    let page = browser.press(&page.form_with("answer-road").choose("answer-what", "branch"), "Dalej").await;
    page.is(200).says("Sprawdź zgłoszenie").never_says("Czy blokuje drogę?");
    let page = browser.press(&page.form_with("email"), "Zmień odpowiedź na pytanie: Co się stało").await;
    let page = browser.press(&page.never_says("Czy blokuje drogę?").form_with("answer-what").choose("answer-what", "lying"), "Dalej").await;
    page.is(200).says("Czy blokuje drogę? Nie");

    // Through the other steps and another service and back, nothing is lost.
    let page = browser.press(&page.form_with("email"), "Zmień miejsce").await;
    let page = browser.press(&page.form_with("place").type_in("place", "mlynska 7"), "Znajdź").await;
    let page = browser.press(&page.form_with("place_id"), "Dalej").await;
    let page = browser.press(&page.says("ul. Młyńska 7").form_with("answer-road"), "Zmień rodzaj sprawy").await;
    let page = browser.press(&page.form_with("service"), "Dalej").await;
    page.is(200).says("Sprawdź zgłoszenie").says("Czy blokuje drogę? Nie");
    let page = browser.press(&page.form_with("email").choose("reply", "none"), "Wyślij").await;
    page.is(200).says("Zgłoszenie przyjęte");
    assert_eq!(answers(&town).await, ["what=lying", "road=no"]);
    town.kit.end().await;
}

#[tokio::test]
async fn mistakes_are_told_with_their_question_and_nothing_typed_is_lost() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = at_the_tree(&mut browser).await;
    let form = page.form_with("body").type_in("answer-metres", "dużo").type_in("answer-since", "31.2.2026").type_in("body", BODY);
    let page = browser.press(&form, "Dalej").await;
    page.is(422)
        .says("Popraw 3 rzeczy")
        .says("Wybierz odpowiedź: Co się stało z drzewem?")
        .says("Wpisz liczbę, na przykład 3 albo 2,5: Ile ma metrów?");
    page.says("Wpisz dzień, na przykład 27.3.2026: Od kiedy leży?").has("href=\"#answer-what\"").has("id=\"answer-what\"");
    page.has("href=\"#answer-since\"").has("id=\"answer-since\"");
    let form = page.form_with("answer-since");
    assert_eq!((form.value("answer-metres"), form.value("answer-since"), form.value("body")), ("dużo", "31.2.2026", BODY));
    let form = form.choose("answer-what", "branch").type_in("answer-metres", "").type_in("answer-since", "27.2.2026");
    let page = browser.press(&form, "Dalej").await;
    page.is(200).says("Od kiedy leży? piątek 27 lutego");
    town.kit.end().await;
}

#[tokio::test]
async fn an_answer_may_stop_the_report_with_a_number_to_call() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let page = at_the_tree(&mut browser).await;
    let form = page.form_with("answer-what").choose("answer-what", "car").type_in("answer-metres", "4").type_in("body", BODY);
    let page = browser.press(&form, "Dalej").await;
    page.is(200).says("Zadzwoń teraz pod 998").says("Nie zbliżaj się do drzewa.").says("Niczego nie wysłaliśmy.").has("href=\"tel:998\"");
    let page = browser.press(&page.form_to("/report/what"), "To pomyłka, wróć do zgłoszenia").await;
    let form = page.is(200).says("ul. Polna 2").form_with("answer-what");
    assert_eq!((form.value("answer-what"), form.value("answer-metres"), form.value("body")), ("", "4", BODY));

    let page = browser.press(&form.choose("answer-what", "garden"), "Dalej").await;
    page.is(200).says("Tego nie przyjmiemy na tej stronie").says("Tym zajmuje się właściciel ogrodu.").never_says("Zadzwoń teraz");
    let page = browser.press(&page.form_to("/report/what"), "To pomyłka").await;
    let page = browser.press(&page.form_with("answer-what").choose("answer-what", "branch"), "Dalej").await;
    page.is(200).says("Sprawdź zgłoszenie");
    assert_eq!(town.kit.value::<i64>("select count(*) from cases").await, 0);
    town.kit.end().await;
}

#[tokio::test]
async fn a_single_post_tells_what_it_knows_and_is_stopped_like_any_other() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        let report = [("place", "przy moście"), ("service", "tree"), ("body", BODY)];
        let with = |more: &[(&'static str, &'static str)]| [report.as_slice(), more].concat();
        browser.post("/report", &with(&[("answer-what", "car")])).await.is(200).says("Zadzwoń teraz pod 998");
        browser.post("/report", &with(&[("answer-what", "nonsense")])).await.is(422).says("Wybierz odpowiedź: Co się stało z drzewem?");
        browser.post("/report", &with(&[("answer-metres", "x")])).await.is(422).says("Wpisz liczbę");
        assert_eq!(town.kit.value::<i64>("select count(*) from cases").await, 0);

        // An answer about another service does not count; a question that was not shown need not be answered.
        browser.post("/report", &with(&[("shown", "lamp what"), ("answer-what", "car")])).await.is(200).says("Zgłoszenie przyjęte");
        browser.post("/report", &with(&[("answer-what", "branch")])).await.is(200).says("Zgłoszenie przyjęte");
        assert_eq!(answers(&town).await, ["what=branch"]);
        assert_eq!(town.kit.value::<i64>("select count(*) from cases").await, 2);
        town.kit.end().await;
    }
}
