//! Passkeys: added, enough alone, refused when anything about them is wrong, removed.

use base::{Error, Id, secret::sha256};
use serde_json::json;
use staff::{
    Viewer,
    actions::{Passkeys, Passwords, Step, begin_sign_in, deactivate, link_identity, new_recovery_codes, remove_passkey, sign_in},
    model::{self, PASSKEY_SECONDS},
};
use testkit::{Kit, on_both};

use crate::{
    cast::{PASSWORD, administrator, asking, behind, crew, signed_in, verified},
    device::Device,
};

fn passkeys() -> Passkeys {
    Passkeys::new("http://localhost:8311", "Lipogród").unwrap()
}

/// Signs in by password and adds a passkey; gives who it is and the device.
async fn with_passkey(kit: &Kit, login: &str) -> (Viewer, Device) {
    let token = sign_in(&kit.db, login, PASSWORD).await.unwrap();
    let (viewer, mut device) = (behind(kit, &token).await.unwrap(), Device::new());
    let asked = passkeys().begin_registration(&kit.db, &viewer).await.unwrap();
    assert_eq!(asked.options["publicKey"]["authenticatorSelection"]["residentKey"], "required");
    let (answer, session) = (device.make(&asked.options), sha256(token.as_bytes()));
    passkeys().finish_registration(&kit.db, &viewer, session, &asked.token, " Telefon ", answer.clone()).await.unwrap();
    let again = passkeys().finish_registration(&kit.db, &viewer, session, &asked.token, "Telefon", answer).await;
    is_refused(again);
    (viewer, device)
}

async fn show(kit: &Kit, device: &mut Device) -> base::Result<String> {
    let asked = passkeys().begin_sign_in(&kit.db).await.unwrap();
    let answer = device.sign(&asked.options);
    let shown = passkeys().finish_sign_in(&kit.db, &asked.token, answer.clone(), &model::Device::default()).await;
    if shown.is_ok() {
        is_refused(passkeys().finish_sign_in(&kit.db, &asked.token, answer, &model::Device::default()).await);
    }
    shown
}

fn is_refused<T: std::fmt::Debug>(answer: base::Result<T>) {
    assert!(matches!(&answer, Err(Error::Invalid(faults)) if faults[0].message == "staff-passkey-refused"), "{answer:?}");
}

#[tokio::test]
async fn a_passkey_lets_in_alone_and_makes_the_password_half_the_way() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let (viewer, mut device) = with_passkey(kit, "ekipa3").await;
        assert_eq!(kit.value::<i64>("select count(*) from recovery_codes").await, 10, "made with the first one");
        let token = show(kit, &mut device).await.unwrap();
        assert_eq!(behind(kit, &token).await.unwrap().account_id, id);
        let step = begin_sign_in(&kit.db, "ekipa3", PASSWORD, &model::Device::default(), Passwords::OfAll).await.unwrap();
        assert!(matches!(step, Step::Half(_)));
        assert_eq!(new_recovery_codes(&kit.db, &viewer).await.unwrap().len(), 10);
        let passkey: Id = kit.value("select id from passkeys where used_at is not null").await;
        kit.write(move |tx| remove_passkey(tx, &viewer, passkey)).await.unwrap();
        is_refused(show(kit, &mut device).await);
        sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from recovery_codes").await, 0);
        let told = kit.told(id).await;
        assert!(told.contains(&"account.passkey_added".to_owned()) && told.contains(&"account.passkey_removed".to_owned()));
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_refused_when_anything_about_it_is_wrong() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let (viewer, mut device) = with_passkey(kit, "ekipa3").await;
        device.origin = "http://evil.example";
        is_refused(show(kit, &mut device).await);
        device.origin = "http://localhost:8311";
        device.flags = 1;
        is_refused(show(kit, &mut device).await);
        device.flags = 5;
        is_refused(show(kit, &mut Device::new()).await);
        let asked = passkeys().begin_sign_in(&kit.db).await.unwrap();
        let mut answer = device.sign(&asked.options);
        answer["response"]["signature"] = json!("AAAA");
        is_refused(passkeys().finish_sign_in(&kit.db, &asked.token, answer, &model::Device::default()).await);
        let late = device.sign(&asked.options);
        kit.clock.pass_seconds(PASSKEY_SECONDS);
        is_refused(passkeys().finish_sign_in(&kit.db, &asked.token, late, &model::Device::default()).await);
        let begun = passkeys().begin_registration(&kit.db, &viewer).await.unwrap();
        let of_another = device.sign(&begun.options);
        is_refused(passkeys().finish_sign_in(&kit.db, &begun.token, of_another, &model::Device::default()).await);
        show(kit, &mut device).await.expect("with nothing wrong it lets in");
        device.counter = 0;
        is_refused(show(kit, &mut device).await);
        kit.write(move |tx| deactivate(tx, id)).await.unwrap();
        device.counter = 100;
        is_refused(show(kit, &mut device).await);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn the_last_way_in_stays() {
    on_both(async |kit: &Kit| {
        administrator(kit).await;
        let (viewer, _) = with_passkey(kit, "admin").await;
        let passkey: Id = kit.value("select id from passkeys").await;
        let remove = async || {
            let viewer = viewer.clone();
            kit.write(move |tx| remove_passkey(tx, &viewer, passkey)).await
        };
        asking(kit, true).await;
        assert!(matches!(remove().await, Err(Error::Conflict("staff-last-second-factor"))));
        asking(kit, false).await;
        kit.write(|tx| tx.execute("update accounts set password = null", &[]).map(drop)).await.unwrap();
        assert!(matches!(remove().await, Err(Error::Conflict("staff-last-way"))));
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn accounts_of_the_single_sign_on_have_no_passkeys_here() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let (viewer, mut device) = with_passkey(kit, "ekipa3").await;
        kit.write(move |tx| link_identity(tx, id, "https://sso.example", "subject")).await.unwrap();
        is_refused(show(kit, &mut device).await);
        let more = passkeys().begin_registration(&kit.db, &viewer).await;
        assert!(matches!(more, Err(Error::Conflict("staff-passkey-not-here"))), "{more:?}");
    })
    .await;
}

#[tokio::test]
async fn ten_passkeys_are_enough_and_a_bare_address_has_none() {
    assert!(Passkeys::new("http://127.0.0.1:8311", "Lipogród").is_none());
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let token = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        let (viewer, session) = (behind(kit, &token).await.unwrap(), sha256(token.as_bytes()));
        for number in 0..model::PASSKEYS {
            let asked = passkeys().begin_registration(&kit.db, &viewer).await.unwrap();
            let answer = Device::new().make(&asked.options);
            let blank = passkeys().finish_registration(&kit.db, &viewer, session, &asked.token, " ", answer.clone()).await;
            assert!(matches!(blank, Err(Error::Invalid(_))), "{blank:?}");
            let name = format!("klucz {number}");
            passkeys().finish_registration(&kit.db, &viewer, session, &asked.token, &name, answer).await.unwrap();
        }
        let more = passkeys().begin_registration(&kit.db, &viewer).await;
        assert!(matches!(more, Err(Error::Conflict("staff-passkeys-full"))), "{more:?}");
    })
    .await;
}

#[tokio::test]
async fn the_first_passkey_brings_recovery_codes_and_the_second_none() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let mut browser = signed_in(kit, "ekipa3").await;
        let viewer = behind(kit, browser.session().unwrap()).await.unwrap();
        let mut add = async |name: &str| {
            let asked = passkeys().begin_registration(&kit.db, &viewer).await.unwrap();
            let credential = Device::new().make(&asked.options).to_string();
            browser.post("/account/passkeys", &[("ceremony", &asked.token), ("credential", &credential), ("name", name)]).await
        };
        add(" ").await.is(422).says("Wpisz nazwę");
        let codes = add("Telefon").await;
        assert_eq!(codes.is(200).says("Kody zapasowe").html.matches("<li class=\"code\">").count(), 10);
        codes.has("href=\"/account/security?done=passkey\"");
        add("Klucz").await.leads_to("/account/security?done=passkey");
        browser.post("/account/passkeys", &[("ceremony", "x"), ("credential", "{"), ("name", "Inny")]).await.is(422);
        browser.get("/account/security").await.says("Masz jeszcze 10 kodów").says("Telefon").says("Klucz").never_says("Inny");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_passkey_lets_nobody_in_whose_last_day_is_over() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let (_, mut device) = with_passkey(kit, "ekipa3").await;
        let owed = begin_sign_in(&kit.db, "ekipa3", PASSWORD, &model::Device::default(), Passwords::OfAll).await.unwrap();
        let Step::Half(owed) = owed else { panic!("the password is half the way") };
        kit.write(|tx| tx.execute("update accounts set ends_at = $1", store::params![tx.now()])).await.unwrap();
        is_refused(show(kit, &mut device).await);
        assert!(staff::actions::half_signed_in(&kit.db, &owed).await.unwrap().is_none(), "nor has half a sign-in any worth");
    })
    .await;
}
