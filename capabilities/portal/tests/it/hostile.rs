//! What strangers type is shown as they typed it, and never becomes part of a page.

use testkit::{Engine, Page};

use crate::cast::Town;

const SCRIPT: &str = "\"><script>alert('x')</script><b a='";

#[track_caller]
fn check(page: &Page) {
    assert!(!page.html.contains("<script>alert"), "{} {}", page.address, page.html);
    assert!(!page.html.contains("<b a="), "{} {}", page.address, page.html);
}

#[tokio::test]
async fn no_field_becomes_markup() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let names = [
        "place", "place_id", "service", "asked", "danger", "body", "reply", "email", "token", "change", "lat", "lng", "number", "q", "key",
    ];
    for name in names {
        for (path, rest) in [("/report", ""), ("/report/what", ""), ("/case", ""), ("/search", ""), ("/report", "&lng=1")] {
            let query = testkit::encoded(&[(name, SCRIPT)]);
            check(&browser.get(&format!("{path}?{query}{rest}")).await);
        }
        for path in ["/report", "/report/place", "/report/what", "/report/reply"] {
            let good = [("place", "przy moście"), ("service", "road"), ("body", "Dziura"), ("reply", "email"), ("email", "")];
            let fields: Vec<_> = [(name, SCRIPT)].into_iter().chain(good.into_iter().filter(|(other, _)| *other != name)).collect();
            check(&browser.post(path, &fields).await);
        }
    }
    check(&browser.get("/reports/%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await);
    check(&browser.get("/reports/%22%3E%3Cscript%3Ealert(1)").await);
    town.kit.end().await;
}

#[tokio::test]
async fn a_report_shows_what_was_written_and_runs_nothing() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        let mut browser = town.browser();
        let fields = [("place", SCRIPT), ("service", "road"), ("body", "żółw\0 <i>x</i>\r\n\u{202e}🦔")];
        let page = browser.post("/report", &fields).await;
        check(&page);
        page.is(200).says(&format!("Dziura w jezdni lub chodniku, {SCRIPT}")).says("żółw <i>x</i>");
        town.step(|tx, id| {
            cases::actions::close(
                tx,
                id,
                &cases::Closing::new(cases::Outcome::Fixed, "<script>alert('y')</script>").without_photo("Jest ciemno"),
            )
        })
        .await;
        check(&browser.get(&town.public_page().await).await);
        check(&browser.get("/").await);
        town.kit.end().await;
    }
}

#[tokio::test]
async fn much_text_is_refused_without_harm() {
    let town = Town::new(Engine::Sqlite).await;
    let mut browser = town.browser();
    let long = "a ".repeat(200_000);
    browser.post("/report", &[("place", "x"), ("service", "road"), ("body", &long)]).await.is(422);
    browser.post("/report", &[("place", &long), ("service", "road"), ("body", "x")]).await.is(422);
    browser.post("/report", &[("place_id", &long[..9_999]), ("service", &long[..9_999]), ("token", &long[..9_999])]).await.is(422);
    browser.post("/report/place", &[("place", &long)]).await.is(200);
    browser.post("/report", &[("body", &"a".repeat(2_000_000))]).await.is(413);
    assert_eq!(town.kit.value::<i64>("select count(*) from reports").await, 0);
    town.kit.end().await;
}
