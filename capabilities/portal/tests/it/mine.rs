//! "My reports": an address, a code, a list, and a browser that forgets.

use cases::public::MINE;
use testkit::Engine;

use crate::cast::{BODY, SECRET, Town};

const ANNA: &str = "anna@poczta.example";

async fn reported(town: &Town) {
    let fields = [("place_id", "olszowa/14"), ("service", "lamp"), ("body", BODY), ("reply", "email"), ("email", ANNA)];
    town.browser().post("/report", &fields).await.is(200);
}

/// Makes the code of the only form `000042`, as the job does that mails it.
async fn put_code(town: &Town) {
    let id: base::Id = town.kit.value("select id from mailbox_codes where digest is null and way_id is not null").await;
    let digest = town.app.signer.sign("mailbox code", &format!("{id}\n000042"));
    let put = "update mailbox_codes set digest = $2 where id = $1";
    town.kit.write(move |tx| tx.execute(put, store::params![id, digest.as_str()]).map(drop)).await.unwrap();
}

#[tokio::test]
async fn a_code_opens_ones_own_reports_in_this_browser_for_half_an_hour() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        reported(&town).await;
        let mut browser = town.browser();
        browser.get("/case").await.is(200).has("href=\"/my\"");
        let page = browser.get("/my").await;
        page.is(200).says("Moje zgłoszenia").never_says("Olszowa");
        let page = browser.press(&page.form_with("email").type_in("email", "anna"), "Wyślij kod").await;
        page.is(422);
        let page = browser.press(&page.form_with("email").type_in("email", ANNA), "Wyślij kod").await;
        page.is(200).says("Wpisz kod z e-maila").says(ANNA);
        put_code(&town).await;
        let page = browser.press(&page.form_with("code").type_in("code", "000 043"), "Pokaż").await;
        page.is(422).says("To nie jest ten kod").never_says("Olszowa");
        let page = browser.press(&page.form_with("code").type_in("code", "000 042"), "Pokaż").await;
        page.is(200).says("Latarnia nie świeci albo miga").says("ul. Olszowa 14, Olszyna").says("Przyjęta").never_says(SECRET);
        assert_eq!(page.headers["cache-control"], "no-store");
        let own = town.own_page().await;
        page.has(&format!("https://kontakt.example{own}"));

        town.browser().get("/my").await.never_says("Olszowa");
        browser.post("/my/end", &[]).await.is(200).never_says("Olszowa");
        browser.get("/my").await.is(200).never_says("Olszowa");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn the_answer_is_the_same_whether_or_not_we_know_the_address() {
    let town = Town::new(Engine::Sqlite).await;
    reported(&town).await;
    let mut pages = Vec::new();
    for address in [ANNA, "ania@poczta.example"] {
        let page = town.browser().post("/my", &[("email", address)]).await;
        let ticket = page.form_with("code").value("ticket").to_owned();
        pages.push(page.is(200).html.replace(address, "").replace(&ticket, ""));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(town.kit.value::<i64>("select count(*) from mailbox_codes where way_id is null").await, 1, "one of them is not known");
    town.kit.end().await;
}

#[tokio::test]
async fn an_old_or_forged_half_hour_opens_nothing() {
    let town = Town::new(Engine::Sqlite).await;
    reported(&town).await;
    let way_id: base::Id = town.kit.value("select id from ways").await;
    let until = town.app.now().plus_seconds(60).0;
    let signed = |said: String| format!("{said}.{}", town.app.signer.sign(MINE, &said));
    let good = signed(format!("{way_id}.{until}"));
    let forged = good.replace(&until.to_string(), &(until + 1_000_000).to_string());
    let cookies = [good.clone(), forged, format!("{way_id}.{until}.{}", town.app.signer.sign("report", &format!("{way_id}.{until}")))];
    for (cookie, opens) in cookies.iter().zip([true, false, false]) {
        let mut browser = town.browser();
        let request = browser.request(axum::http::Method::GET, "/my").header("cookie", format!("__Host-mine={cookie}"));
        let page = browser.ask(request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(page.is(200).text().contains("Olszowa"), opens, "{cookie}");
    }
    town.kit.clock.pass_seconds(61);
    let mut browser = town.browser();
    let request = browser.request(axum::http::Method::GET, "/my").header("cookie", format!("__Host-mine={good}"));
    browser.ask(request.body(axum::body::Body::empty()).unwrap()).await.is(200).never_says("Olszowa");
    town.kit.end().await;
}
