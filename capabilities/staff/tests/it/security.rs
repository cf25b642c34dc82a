//! The pages of the second step, one's own security, and somebody else's sessions.

use staff::{actions::sign_in, model::TotpSecret};
use testkit::{Browser, Kit, on_both};

use crate::{
    browser::stranger,
    cast::{PASSWORD, administrator, asking, behind, crew, holding, verified},
};

/// Gives the password on the page.
async fn password(browser: &mut Browser, login: &str) -> testkit::Page {
    browser.post("/sign-in", &[("login", login), ("password", PASSWORD), ("next", "/inbox?late=1")]).await
}

/// The app that reads the secret of this page.
fn app_of(page: &testkit::Page) -> TotpSecret {
    let letters = page.html.split("translate=\"no\">").nth(1).unwrap().split('<').next().unwrap();
    let bits: String = letters.chars().filter(|letter| *letter != ' ').map(|letter| format!("{:05b}", value(letter))).collect();
    let bytes: Vec<u8> = bits.as_bytes().chunks(8).map(|byte| u8::from_str_radix(str::from_utf8(byte).unwrap(), 2).unwrap()).collect();
    TotpSecret::try_from(bytes.as_slice()).unwrap()
}

/// A letter of base32 (RFC 4648, section 6).
fn value(letter: char) -> usize {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(letter).unwrap()
}

#[tokio::test]
async fn an_administrator_is_led_to_set_up_the_second_step_and_nowhere_else() {
    on_both(async |kit: &Kit| {
        administrator(kit).await;
        asking(kit, true).await;
        let mut browser = stranger(kit);
        browser.get("/sign-in/second-step").await.leads_to("/sign-in");
        password(&mut browser, "admin").await.leads_to("/sign-in/second-step?next=/inbox%3Flate%3D1");
        browser.get("/people").await.leads_to("/sign-in?next=/people");
        browser.get("/account/security").await.leads_to("/sign-in?next=/account/security");
        let form = browser.get("/sign-in/second-step?next=/people").await;
        let app = app_of(&form);
        form.is(200).has("<svg").has("autocomplete=\"one-time-code\"").has("inputmode=\"numeric\"").says(&app.text());
        assert!(!form.html.contains("style="), "the page allows no inline style");
        browser
            .post("/sign-in/second-step", &[("code", "1"), ("next", "/people")])
            .await
            .is(422)
            .says("Ten kod nie pasuje")
            .says(&app.text());
        let done = browser.post("/sign-in/second-step", &[("code", &app.code(kit.db.now())), ("next", "/people")]).await;
        done.is(200).says("Kody zapasowe").has("href=\"/people\"");
        assert_eq!(done.html.matches("<li class=\"code\">").count(), 10);
        browser.get("/people").await.is(200);
        browser.get("/account/security").await.is(200).says("Masz jeszcze 10 kodów").says("Ta sesja").never_says("Wyłącz kody");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn somebody_sets_up_an_app_and_signs_in_with_it() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = stranger(kit);
        password(&mut browser, "ekipa3").await.leads_to("/inbox?late=1");
        browser.get("/account/security").await.is(200).says("Ustaw aplikację z kodami");
        let app = app_of(browser.get("/account/security/codes").await.is(200).has("<svg"));
        browser.post("/account/security/codes", &[("code", "")]).await.is(422).says("Ten kod nie pasuje");
        browser.post("/account/security/codes", &[("code", &app.code(kit.db.now()))]).await.is(200).says("Kody zapasowe");
        browser.get("/account/security?done=codes").await.says("Kody z aplikacji są włączone").says("Wyłącz kody");

        let mut other = stranger(kit);
        password(&mut other, "ekipa3").await.leads_to("/sign-in/second-step?next=/inbox%3Flate%3D1");
        other.get("/sign-in/second-step?next=/inbox").await.is(200).has("inputmode=\"numeric\"").has("?way=recovery&#38;next=/inbox");
        other.get("/sign-in/second-step?way=recovery").await.is(200).says("Szesnaście liter i cyfr");
        other.post("/sign-in/second-step", &[("code", "12"), ("next", "/inbox")]).await.is(422).has("value=\"/inbox\"");
        kit.clock.pass_seconds(30);
        let code = app.code(kit.db.now());
        other.post("/sign-in/second-step", &[("code", &code), ("next", "https://evil.example")]).await.leads_to("/inbox");
        let told = other.get("/account/security").await;
        told.says("dobre hasło, bez drugiego kroku").says("odmowa").says("udane wejście").says("kod z aplikacji");

        browser.post("/account/security/recovery-codes", &[]).await.is(200).says("Kody zapasowe");
        browser.post("/account/security/codes/removal", &[]).await.leads_to("/account/security?done=no-codes");
        browser.post("/account/security/recovery-codes", &[]).await.is(409);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let phone = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        let tablet = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        kit.clock.pass_seconds(5);
        let mut browser = stranger(kit);
        let form =
            axum::http::Request::post("/sign-in").header("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/130.0");
        let form = form.header("accept-language", "pl").header("content-type", "application/x-www-form-urlencoded");
        let fields = testkit::encoded(&[("login", "ekipa3"), ("password", PASSWORD)]);
        browser.ask(form.body(fields.into()).unwrap()).await.is(303);
        let list = browser.get("/account/security").await;
        list.is(200).says("Firefox, Linux").says("nieznana przeglądarka");
        assert_eq!(list.html.matches("/closure\">").count(), 3, "two others, and all of them");
        let first = list.html.split("action=\"/account/sessions/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        browser.post(&format!("/account/sessions/{first}/closure"), &[]).await.leads_to("/account/security?done=session");
        let left = [behind(kit, &phone).await.is_some(), behind(kit, &tablet).await.is_some()];
        assert_eq!(left.iter().filter(|open| **open).count(), 1);
        browser.post("/account/sessions/closure", &[]).await.leads_to("/account/security?done=sessions");
        assert!(behind(kit, &phone).await.is_none() && behind(kit, &tablet).await.is_none());
        browser.get("/inbox").await.is(200);
        assert_eq!(kit.told(id).await.iter().filter(|told| *told == "account.sessions_ended").count(), 2);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_ends_the_session_of_another_by_its_id() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        administrator(kit).await;
        let theirs = sign_in(&kit.db, "admin", PASSWORD).await.unwrap();
        let id: base::Id = kit.value("select s.id from sessions s join accounts a on a.id = s.account_id where a.login = 'admin'").await;
        let mut browser = stranger(kit);
        password(&mut browser, "ekipa3").await;
        browser.post(&format!("/account/sessions/{id}/closure"), &[]).await.is(303);
        assert!(behind(kit, &theirs).await.is_some());
        let account: base::Id = kit.value("select id from accounts where login = 'admin'").await;
        for path in ["sessions/closure", "second-factor/removal"] {
            browser.post(&format!("/people/{account}/{path}"), &[]).await.is(403);
        }
        browser.get(&format!("/people/{account}/sessions")).await.is(403);
    })
    .await;
}

#[tokio::test]
async fn an_administrator_sees_and_ends_the_sessions_of_others() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        administrator(kit).await;
        let theirs = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        let mut browser = stranger(kit);
        password(&mut browser, "admin").await;
        let path = format!("/people/{id}/sessions");
        let list = browser.get(&path).await;
        list.is(200).says("ekipa3").never_says("Usuń drugi krok");
        let session = list.html.split(&format!("action=\"{path}/")).nth(1).unwrap().split('/').next().unwrap().to_owned();
        browser.post(&format!("{path}/{session}/closure"), &[]).await.leads_to(&path);
        assert!(behind(kit, &theirs).await.is_none());
        browser.get(&path).await.says("Nikt nie jest teraz w systemie");
        browser.post(&format!("{path}/closure"), &[]).await.leads_to(&path);
        browser.post(&format!("/people/{id}/second-factor/removal"), &[]).await.leads_to(&path);
        browser.get("/people/nobody/sessions").await.is(404);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn what_a_thief_with_the_password_has_read_confirms_nothing() {
    on_both(async |kit: &Kit| {
        let id = administrator(kit).await;
        asking(kit, true).await;
        let (mut thief, mut owner) = (stranger(kit), stranger(kit));
        password(&mut thief, "admin").await.is(303);
        let theirs = app_of(thief.get("/sign-in/second-step").await.is(200));
        password(&mut owner, "admin").await.is(303);
        let owners = app_of(owner.get("/sign-in/second-step").await.is(200));
        assert_ne!(theirs.text(), owners.text());
        owner.post("/sign-in/second-step", &[("code", &theirs.code(kit.db.now()))]).await.is(422);
        thief.get("/sign-in/second-step").await.leads_to("/sign-in");
        owner.post("/sign-in/second-step", &[("code", &owners.code(kit.db.now()))]).await.is(200).says("Kody zapasowe");
        let mut other = stranger(kit);
        password(&mut other, "admin").await.is(303);
        kit.clock.pass_seconds(60);
        other.post("/sign-in/second-step", &[("code", &theirs.code(kit.db.now()))]).await.is(422);
        assert!(kit.told(id).await.contains(&"account.codes_confirmed".to_owned()));
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn the_list_of_roles_says_which_need_a_second_step() {
    on_both(async |kit: &Kit| {
        holding(kit, "szefowa", &["administrator"], None).await;
        let mut browser = stranger(kit);
        password(&mut browser, "szefowa").await.is(303);
        browser.get("/roles").await.is(200).never_says("Wymaga drugiego kroku");
        asking(kit, true).await;
        browser.get("/roles").await.leads_to("/sign-in?next=/roles");
        password(&mut browser, "szefowa").await.leads_to("/sign-in/second-step?next=/inbox%3Flate%3D1");
        let app = app_of(&browser.get("/sign-in/second-step").await);
        browser.post("/sign-in/second-step", &[("code", &app.code(kit.db.now()))]).await.is(200);
        assert_eq!(browser.get("/roles").await.is(200).html.matches("Wymaga drugiego kroku").count(), 2);
    })
    .await;
}

#[tokio::test]
async fn somebody_changes_their_own_password() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let elsewhere = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        let mut browser = stranger(kit);
        password(&mut browser, "ekipa3").await.is(303);
        let path = "/account/security/password";
        browser.get("/account/security").await.is(200).has(path).says("Zmień hasło");
        let new = "trzy koty i jeden pies";
        let fields = |current, new, again| [("current_password", current), ("password", new), ("again", again)];
        browser.post(path, &fields("zgaduję", new, new)).await.is(422).says("To nie jest twoje hasło");
        browser.post(path, &fields(PASSWORD, "krótkie", "krótkie")).await.is(422).says("Wpisz co najmniej 12 znaków");
        browser.post(path, &fields(PASSWORD, new, "inne")).await.is(422).says("Wpisz dwa razy to samo hasło");
        assert!(behind(kit, &elsewhere).await.is_some(), "nothing has changed yet");
        browser.post(path, &fields(PASSWORD, new, new)).await.leads_to("/account/security?done=password");
        browser.get("/account/security?done=password").await.is(200).says("Hasło jest zmienione").says("odmowa");
        assert!(behind(kit, &elsewhere).await.is_none());
        assert!(sign_in(&kit.db, "ekipa3", PASSWORD).await.is_err());
        sign_in(&kit.db, "ekipa3", new).await.unwrap();
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn the_story_of_an_account_tells_what_happened_to_its_entrance() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        administrator(kit).await;
        let mut browser = stranger(kit);
        password(&mut browser, "ekipa3").await.is(303);
        let app = app_of(&browser.get("/account/security/codes").await);
        let page = browser.post("/account/security/codes", &[("code", &app.code(kit.db.now()))]).await;
        let code = page.html.split("<li class=\"code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let mut other = stranger(kit);
        password(&mut other, "ekipa3").await.is(303);
        other.post("/sign-in/second-step", &[("code", &code), ("way", "recovery")]).await.is(303);
        let mut admin = stranger(kit);
        password(&mut admin, "admin").await.is(303);
        admin.post(&format!("/people/{id}/second-factor/removal"), &[]).await.is(303);
        let story = admin.get(&format!("/people/{id}")).await;
        for sentence in [
            "Początek ustawiania aplikacji z kodami",
            "Aplikacja z kodami jest włączona",
            "Powstały nowe kody zapasowe",
            "Użyty kod zapasowy",
            "Drugi krok logowania został usunięty",
        ] {
            story.says(sentence);
        }
        story.never_says("Zmiana ustawień konta");
    })
    .await;
}
