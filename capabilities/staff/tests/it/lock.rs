//! The lock of a session that nobody uses: it asks who is there, and nothing typed is lost.

use axum::http::Request;
use staff::model::{SESSION_IDLE_SECONDS, SESSION_LOCKED_SECONDS, WRONG_PASSWORDS};
use testkit::{Browser, Kit, on_both};

use crate::{
    browser::stranger,
    cast::{PASSWORD, administrator, crew, verified},
};

async fn signed_in(kit: &Kit) -> Browser {
    let mut browser = stranger(kit);
    browser.post("/sign-in", &[("login", "ekipa3"), ("password", PASSWORD)]).await.is(303);
    browser
}

/// The form that waits in the page.
fn kept(page: &testkit::Page) -> String {
    page.form_with("unlock_secret").value("kept").to_owned()
}

#[tokio::test]
async fn a_session_that_nobody_uses_asks_who_is_there_and_shows_the_same_page() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit).await;
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS - 1);
        browser.post("/account/activity", &[]).await.is(204);
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS - 1);
        browser.get("/inbox").await.is(200);
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS);
        let locked = browser.get("/inbox?late=1").await;
        locked.is(403).says("Sesja jest zablokowana").says("Osoba ekipa3").has("action=\"/inbox?late=1&#38;unlock=yes\"");
        locked.never_says("the inbox");
        browser.post("/account/activity", &[]).await.is(403);
        let kept = kept(&locked);
        let fields = |secret| [("kept", kept.as_str()), ("unlock_secret", secret)];
        browser.post_bare("/inbox?late=1&unlock=yes", &fields("zupełnie inne hasło")).await.is(403).says("To nie pasuje");
        browser.get("/inbox").await.is(403);
        browser.post_bare("/inbox?late=1&unlock=yes", &fields(PASSWORD)).await.leads_to("/inbox?late=1");
        browser.get("/inbox").await.is(200);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn what_a_form_has_sent_waits_and_goes_on() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit).await;
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS);
        let words = "Zażółć gęślą & jaźń\n<b>=%20";
        let locked = browser.post("/note?place=Olszowa", &[("words", words), ("place", "14")]).await;
        locked.is(403).says("Sesja jest zablokowana");
        assert!(!locked.html.contains("gęślą"), "what waits is sealed");
        let kept = kept(&locked);
        let tried = browser.post_bare("/note?place=Olszowa&unlock=yes", &[("kept", &kept), ("unlock_secret", "źle")]).await;
        tried.is(403).has(&kept);
        let done = browser.post_bare("/note?place=Olszowa&unlock=yes", &[("kept", &kept), ("unlock_secret", PASSWORD)]).await;
        assert_eq!(done.is(200).html, format!("Osoba ekipa3 wrote {words} at 14"));
        let again = browser.post_bare("/note?place=Olszowa&unlock=yes", &[("kept", &kept)]).await;
        assert_eq!(again.is(200).html, done.html, "also when another tab has opened the session");
        browser.post_bare("/inbox?unlock=yes", &[("kept", &kept)]).await.leads_to("/sign-in");
        browser.post_bare("/note?unlock=yes", &[("kept", "x")]).await.leads_to("/sign-in");
        administrator(kit).await;
        let mut other = crate::cast::signed_in(kit, "admin").await;
        other.post_bare("/note?unlock=yes", &[("kept", &kept)]).await.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn what_is_too_large_to_wait_is_said_before_it_is_lost() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit).await;
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS);
        let locked = browser.post("/note", &[("words", &"x".repeat(600 << 10))]).await;
        locked.is(403).says("wróć przyciskiem przeglądarki");
        let large = "x".repeat(500 << 10);
        let waiting = kept(&browser.post("/note", &[("words", &large)]).await);
        let done = browser.post_bare("/note?unlock=yes", &[("kept", &waiting), ("unlock_secret", PASSWORD)]).await;
        assert_eq!(done.is(200).html, format!("Osoba ekipa3 wrote {large} at "), "half a megabyte waits");
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS);
        let api = browser.request(axum::http::Method::GET, "/inbox").header("accept", "application/json");
        let api: Request<axum::body::Body> = api.body(axum::body::Body::empty()).unwrap();
        browser.ask(api).await.is(403);
    })
    .await;
}

#[tokio::test]
async fn a_person_locks_at_once_and_strangers_keep_nobody_out() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit).await;
        browser.post("/account/lock", &[("next", "/inbox")]).await.leads_to("/inbox");
        let waiting = kept(browser.get("/inbox").await.is(403));
        let mut stranger = stranger(kit);
        for _ in 0..=WRONG_PASSWORDS {
            stranger.post("/sign-in", &[("login", "ekipa3"), ("password", "zgaduję")]).await.is(422);
        }
        stranger.post("/sign-in", &[("login", "ekipa3"), ("password", PASSWORD)]).await.is(422);
        let give = |secret| [("kept", waiting.as_str()), ("unlock_secret", secret)];
        browser.post_bare("/inbox?unlock=yes", &give("000000")).await.is(403).says("To nie pasuje");
        browser.post_bare("/inbox?unlock=yes", &give("złe hasło")).await.is(403).says("To nie pasuje");
        browser.post_bare("/inbox?unlock=yes", &give(PASSWORD)).await.leads_to("/inbox");
        let told = browser.get("/account/security").await.text();
        let told = told.split("Ostatnie próby wejścia").nth(1).expect("a list").to_owned();
        let tries: Vec<_> =
            ["hasło", "kod z aplikacji"].map(|way| told.matches(&format!("{way} nieznana przeglądarka odmowa")).count()).into();
        assert_eq!(tries, [usize::try_from(WRONG_PASSWORDS).unwrap() + 1, 1], "{told}");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn too_many_wrong_secrets_end_the_session_and_lose_nothing() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit).await;
        browser.post("/account/lock", &[]).await.leads_to("/account/security");
        let waiting = kept(&browser.post("/note", &[("words", "Ważne")]).await);
        for _ in 0..WRONG_PASSWORDS {
            browser.post_bare("/note?unlock=yes", &[("kept", &waiting), ("unlock_secret", "źle")]).await.is(403).says("To nie pasuje");
        }
        let ended = browser.post_bare("/note?unlock=yes", &[("kept", &waiting), ("unlock_secret", PASSWORD)]).await;
        let form = ended.is(403).says("Sesja się skończyła").form_to("/note?unlock=yes");
        browser.get("/inbox").await.leads_to("/sign-in?next=/inbox");
        browser.post("/sign-in", &[("login", "ekipa3"), ("password", PASSWORD)]).await.is(303);
        assert_eq!(browser.press(&form, "Wyślij").await.is(200).html, "Osoba ekipa3 wrote Ważne at ");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn changing_how_one_comes_in_asks_again_after_a_while() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit).await;
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS - 1);
        browser.get("/account/security").await.is(200);
        kit.clock.pass_seconds(60);
        browser.get("/inbox").await.is(200);
        for path in ["/account/security", "/account/security/codes"] {
            browser.get(path).await.is(403).says("Potwierdź, że to ty");
        }
        let asked = browser.post("/account/security/codes/removal", &[]).await;
        asked.is(403).says("Potwierdź, że to ty");
        let fields = [("kept", kept(&asked)), ("unlock_secret", PASSWORD.to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = "/account/security/codes/removal?unlock=yes";
        browser.post_bare(path, &fields[..1]).await.is(403);
        browser.post_bare(path, &fields).await.leads_to("/account/security?done=no-codes");
        browser.get("/account/security").await.is(200);
    })
    .await;
}

#[tokio::test]
async fn what_comes_when_the_session_has_ended_waits_for_its_owner() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit).await;
        kit.clock.pass_seconds(SESSION_IDLE_SECONDS);
        let words = [("words", "Zażółć gęślą jaźń"), ("place", "14")];
        let ended = browser.post("/note?place=Olszowa", &words).await;
        ended.is(403).says("Sesja się skończyła").says("czeka na tej stronie").never_says("Jeszcze nikt");
        assert!(!ended.html.contains("gęślą"), "what waits is sealed");
        let waiting = ended.form_to("/note?place=Olszowa&unlock=yes");
        browser.press(&waiting, "Wyślij").await.is(403).says("Jeszcze nikt nie jest zalogowany");

        administrator(kit).await;
        let mut other = crate::cast::signed_in(kit, "admin").await;
        other.press(&waiting, "Wyślij").await.leads_to("/sign-in");
        browser.post("/sign-in", &[("login", "ekipa3"), ("password", PASSWORD)]).await.is(303);
        let done = browser.press(&waiting, "Wyślij").await;
        assert_eq!(done.is(200).html, "Osoba ekipa3 wrote Zażółć gęślą jaźń at 14");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_lock_opened_too_late_loses_nothing() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit).await;
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS);
        let page = kept(&browser.get("/inbox?late=1").await);
        let change = kept(&browser.post("/note", &[("words", "Ważne")]).await);
        let forged = kept(&browser.post_bare("/note", &[("words", "Cudze"), ("_token", "x")]).await);
        kit.clock.pass_seconds(SESSION_IDLE_SECONDS);
        let secret = ("unlock_secret", PASSWORD);
        browser.post_bare("/inbox?late=1&unlock=yes", &[("kept", &page), secret]).await.leads_to("/sign-in?next=/inbox%3Flate%3D1");
        let late = browser.post_bare("/note?unlock=yes", &[("kept", &change), secret]).await;
        let waiting = late.is(403).says("Sesja się skończyła").form_to("/note?unlock=yes");
        browser.post("/sign-in", &[("login", "ekipa3"), ("password", PASSWORD)]).await.is(303);
        assert_eq!(browser.press(&waiting, "Wyślij").await.is(200).html, "Osoba ekipa3 wrote Ważne at ");
        browser.post_bare("/note?unlock=yes", &[("kept", &forged)]).await.is(403).says("Ten formularz jest już nieważny");
    })
    .await;
}

#[tokio::test]
async fn after_a_session_that_nobody_knows_one_comes_back_to_the_form() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit).await;
        kit.write(|tx| tx.execute("delete from sessions", &[])).await.unwrap();
        browser.post("/note", &[("words", "Ważne")]).await.leads_to("/sign-in");
        let sent = browser.request(axum::http::Method::POST, "/note").header("referer", "http://localhost:8311/inbox?late=1");
        browser.ask(sent.body(axum::body::Body::empty()).unwrap()).await.leads_to("/sign-in?next=/inbox%3Flate%3D1");
    })
    .await;
}

#[tokio::test]
async fn changing_who_comes_in_and_what_they_may_asks_for_a_fresh_proof() {
    on_both(async |kit: &Kit| {
        let (id, _) = (crew(kit).await, administrator(kit).await);
        let mut admin = crate::cast::signed_in(kit, "admin").await;
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS - 1);
        admin.get("/people").await.is(200);
        kit.clock.pass_seconds(60);
        let of_person = ["edit", "sessions"].map(|part| format!("/people/{id}/{part}"));
        for path in of_person.iter().map(String::as_str).chain(["/people/new", "/account/security"]) {
            admin.get(path).await.is(403).says("Potwierdź, że to ty");
        }
        for part in ["invitation", "edit", "activation", "sessions/closure", "second-factor/removal", "identity"] {
            admin.post(&format!("/people/{id}/{part}"), &[]).await.is(403).says("Potwierdź, że to ty");
        }
        assert_eq!(kit.told(id).await.iter().filter(|kind| *kind == "account.invited").count(), 1, "the first one");
        admin.get("/people").await.is(200);
        admin.get(&format!("/people/{id}")).await.is(200);
    })
    .await;
}
