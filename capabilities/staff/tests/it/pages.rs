//! The pages, as a browser meets them.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use base::Language;
use staff::{
    actions::{deactivate, invite},
    model::{INVITATION_SECONDS, LOCK_SECONDS, PASSKEYS, SESSION_IDLE_SECONDS, SESSION_LOCKED_SECONDS, SESSION_SECONDS, WRONG_PASSWORDS},
};
use testkit::{Browser, Kit, Page, on_both};

use crate::{
    browser::stranger,
    cast::{PASSWORD, administrator, behind, crew},
};

async fn sign_in(browser: &mut Browser, login: &str, next: &str) -> Page {
    browser.post_bare("/sign-in", &[("login", login), ("password", PASSWORD), ("next", next)]).await
}

#[tokio::test]
async fn a_stranger_is_asked_to_sign_in_and_goes_on_where_they_wanted() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = stranger(kit);
        browser.get("/inbox?late=1&page=2").await.leads_to("/sign-in?next=/inbox%3Flate%3D1%26page%3D2");
        let form = browser.get("/sign-in?next=/inbox%3Flate%3D1%26page%3D2").await;
        form.is(200).has("value=\"/inbox?late=1&#38;page=2\"").has("autocomplete=\"username\"").has("autocomplete=\"current-password\"");
        let signed_in = sign_in(&mut browser, "ekipa3", "/inbox?late=1&page=2").await;
        signed_in.leads_to("/inbox?late=1&page=2");
        let cookie = signed_in.headers["set-cookie"].to_str().unwrap();
        assert!(cookie.starts_with("__Host-session=") && cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax"), "{cookie}");
        browser.get("/inbox").await.is(200).says("the inbox of Osoba ekipa3");
        browser.get("/sign-in").await.leads_to("/inbox");
        browser.get("/greeting").await.is(200).says("hello Osoba ekipa3");
        stranger(kit).get("/greeting").await.is(200).says("hello stranger");
    })
    .await;
}

#[tokio::test]
async fn wrong_password_and_unknown_login_look_the_same() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = stranger(kit);
        let mut attempt = async |login: &str| {
            let answer = browser.post_bare("/sign-in", &[("login", login), ("password", "zupełnie inne hasło"), ("next", "")]).await;
            answer.is(422).has("Login i\u{a0}hasło nie pasują do siebie").has("<title>Błąd:").has(&format!("value=\"{login}\""));
            assert!(!answer.html.contains("zupełnie inne"), "a password is never shown again");
            assert!(answer.headers.get("set-cookie").is_none());
            answer.html.replace(login, "…")
        };
        assert_eq!(attempt("ekipa3").await, attempt("ekipa4").await);
        browser.post_bare("/sign-in", &[("login", ""), ("password", "")]).await.is(422).says("Wpisz login").says("Wpisz hasło");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        for next in ["https://evil.example/", "//evil.example/inbox", "/\\evil.example", "/sign-in", "", "javascript:alert(1)"] {
            sign_in(&mut stranger(kit), "ekipa3", next).await.leads_to("/inbox");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_without_its_token_or_from_another_site_is_refused() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        administrator(kit).await;
        let mut browser = stranger(kit);
        sign_in(&mut browser, "admin", "").await.leads_to("/people");
        let path = format!("/people/{id}/deactivation");
        browser.post_bare(&path, &[]).await.is(403);
        browser.post_bare(&path, &[("_token", "made-up")]).await.is(403);
        browser.post_bare("/sign-out", &[]).await.is(403);
        let foreign = browser.request(Method::POST, "/sign-out").header("sec-fetch-site", "cross-site");
        let foreign = foreign.body(format!("_token={}", browser.form_token()).into()).unwrap();
        browser.ask(foreign).await.is(403);
        browser.get("/people").await.is(200).says("Czynne");
        assert_eq!(kit.value::<i64>("select count(*) from accounts where active").await, 2);
        browser.post(&path, &[]).await.leads_to(&format!("/people/{id}"));
        assert_eq!(kit.value::<i64>("select count(*) from accounts where active").await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_signs_out_is_out() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let mut browser = stranger(kit);
        sign_in(&mut browser, "ekipa3", "").await;
        let token = browser.session().unwrap().to_owned();
        browser.post("/sign-out", &[]).await.leads_to("/sign-in");
        assert_eq!(browser.session(), None, "the browser forgets the cookie");
        assert!(behind(kit, &token).await.is_none(), "and the cookie opens nothing");
        browser.get("/inbox").await.leads_to("/sign-in?next=/inbox");
        assert_eq!(kit.told(id).await.last().unwrap(), "account.signed_out");
    })
    .await;
}

#[tokio::test]
async fn a_session_that_has_ended_says_why() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = stranger(kit);
        sign_in(&mut browser, "ekipa3", "").await;
        kit.clock.pass_seconds(SESSION_IDLE_SECONDS);
        browser.get("/inbox").await.leads_to("/sign-in?next=/inbox");
        browser.post("/inbox", &[]).await.is(403).says("czeka na tej stronie");
        browser.get("/sign-in?next=/inbox").await.is(200).says("Sesja się skończyła");
        browser.post("/sign-in", &[("login", "ekipa3"), ("password", PASSWORD), ("next", "/inbox")]).await.leads_to("/inbox");
        browser.get("/inbox").await.is(200);
    })
    .await;
}

#[tokio::test]
async fn a_deactivated_person_is_cut_off_at_the_next_page() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let mut browser = stranger(kit);
        sign_in(&mut browser, "ekipa3", "").await;
        browser.get("/inbox").await.is(200);
        kit.write(move |tx| deactivate(tx, id)).await.unwrap();
        browser.get("/inbox").await.leads_to("/sign-in?next=/inbox");
    })
    .await;
}

#[tokio::test]
async fn whoever_lacks_the_permission_gets_403_and_programs_no_redirect() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let mut browser = stranger(kit);
        let api = Request::get("/inbox").header(header::ACCEPT, "application/json").body(Body::empty()).unwrap();
        browser.ask(api).await.is(403).has("urn:hejnal:problem:forbidden");
        sign_in(&mut browser, "ekipa3", "").await;
        browser.get("/people").await.is(403).says("Ta strona nie jest dla ciebie otwarta");
        browser.post(&format!("/people/{id}/deactivation"), &[]).await.is(403);
        assert_eq!(kit.value::<i64>("select count(*) from accounts where active").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_sets_the_password_once() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let path = format!("/invitation/{}", kit.write(move |tx| invite(tx, id)).await.unwrap());
        let mut browser = stranger(kit);
        browser.get(&path).await.is(200).says("ekipa3").has("autocomplete=\"new-password\"");
        let good = "trzy koty i jeden pies";
        browser.post_bare(&path, &[("password", "za krótkie"), ("again", "za krótkie")]).await.is(422).says("Wpisz co najmniej 12 znaków");
        browser.post_bare(&path, &[("password", good), ("again", "trzy koty")]).await.is(422).says("Wpisz dwa razy to samo hasło");
        browser.post_bare(&path, &[("password", good), ("again", good)]).await.leads_to("/sign-in?password=set");
        browser.get("/sign-in?password=set").await.is(200).says("Hasło jest zapisane");
        browser.get(&path).await.is(404).says("Ten link już nie działa");
        browser.post_bare(&path, &[("password", good), ("again", good)]).await.is(404);
        browser.get("/invitation/made-up").await.is(404).says("Ten link już nie działa");
        browser.post_bare("/sign-in", &[("login", "ekipa3"), ("password", good)]).await.leads_to("/inbox");
    })
    .await;
}

#[test]
fn the_three_languages_say_the_same_things() {
    assert_eq!(web::texts_agree(&[staff::TEXTS]), Vec::<String>::new());
}

#[test]
fn the_numbers_in_the_wording_are_those_of_the_rules() {
    let texts = web::Texts::new(&[staff::TEXTS]).unwrap();
    for language in Language::ALL {
        for (key, numbers) in [
            ("staff-sign-in-refused", vec![WRONG_PASSWORDS, LOCK_SECONDS / 60]),
            ("staff-session-ended", vec![SESSION_IDLE_SECONDS / 60, SESSION_SECONDS / 3_600]),
            ("staff-invitation-gone-text", vec![INVITATION_SECONDS / 3_600]),
            ("staff-forgotten", vec![INVITATION_SECONDS / 3_600]),
            ("staff-code-refused", vec![WRONG_PASSWORDS, LOCK_SECONDS / 60]),
            ("staff-unlock-refused", vec![WRONG_PASSWORDS]),
            ("staff-sessions-rule", vec![SESSION_LOCKED_SECONDS / 60, SESSION_IDLE_SECONDS / 60, SESSION_SECONDS / 3_600]),
            ("staff-passkeys-full", vec![PASSKEYS]),
        ] {
            let said = texts.get(language, key);
            assert!(numbers.iter().all(|number| said.contains(&number.to_string())), "{key} in {}: {said}", language.tag());
        }
    }
}
