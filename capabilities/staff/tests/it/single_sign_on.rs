//! The city's single sign-on, against a strict provider that misbehaves on request.

use std::time::Duration;

use axum::Extension;
use staff::{
    actions::{deactivate, sign_in},
    model::SingleSignOnSettings,
};
use testkit::{
    Browser, Kit, Page,
    oidc::{CLIENT_SECRET, Member, Misdeed, Provider},
    on_both,
};

use crate::{
    browser::{app, entrance, work},
    cast::{PASSWORD, administrator, behind, crew, verified},
};

/// A city with a provider; the folder holds the file of the secret.
struct City {
    provider: Provider,
    settings: SingleSignOnSettings,
    _folder: tempfile::TempDir,
}

async fn city(kit: &Kit) -> City {
    let provider = Provider::start(kit.db.clock()).await;
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret");
    std::fs::write(&secret, format!("{CLIENT_SECRET}\n")).unwrap();
    let settings = format!(
        "issuer = '{}'\nclient_id = 'hejnal'\nclient_secret_file = '{}'\n[groups]\nroads = {{ roles = ['unit_staff'], unit = 'zd' }}\n\
         leaders = ['supervisor']",
        provider.issuer(),
        secret.display()
    );
    City { settings: toml::from_str(&settings).unwrap(), provider, _folder: folder }
}

impl City {
    fn browser(&self, kit: &Kit) -> Browser {
        let app = app(kit);
        let entrance = entrance();
        let timeout = Duration::from_millis(400);
        let entrance = entrance.with_single_sign_on(self.settings.clone(), &app.settings.public_url, timeout).unwrap();
        Browser::new(&app, work().layer(Extension(entrance)))
    }

    /// To the provider, where this person says who they are, and back.
    async fn trip(&self, browser: &mut Browser, member: &Member) -> Page {
        let sent = browser.get("/sign-in/single-sign-on?next=/inbox%3Flate%3D1").await;
        let back = self.provider.approve(sent.location().expect("a way to the provider"), member);
        browser.get(back.strip_prefix("http://localhost:8311").unwrap()).await
    }
}

#[tokio::test]
async fn the_first_trip_makes_the_account_and_the_groups_say_what_it_may() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let city = city(kit).await;
        let mut browser = city.browser(kit);
        browser.get("/sign-in?next=/inbox").await.is(200).has("href=\"/sign-in/single-sign-on?next=/inbox\"").says("Albo loginem i hasłem");
        let mut ewa = Member::new("ewa.n", &["roads", "choir"]);
        city.trip(&mut browser, &ewa).await.leads_to("/inbox?late=1");
        let viewer = behind(kit, browser.session().unwrap()).await.unwrap();
        assert_eq!((viewer.name.as_str(), viewer.unit_id), ("Osoba ewa.n", Some(staff::Unit::id_of("zd"))));
        assert_eq!(viewer.permissions, staff::model::role("unit_staff").unwrap());

        ewa.groups = vec!["leaders".into()];
        ewa.username = "ewa.nowak".into();
        city.trip(&mut city.browser(kit), &ewa).await.leads_to("/inbox?late=1");
        let again = behind(kit, browser.session().unwrap()).await.unwrap();
        assert_eq!((again.account_id, again.unit_id), (viewer.account_id, None), "the same person, whatever their name");
        assert_eq!(again.permissions, staff::model::role("supervisor").unwrap());
        browser.get("/account/security").await.is(200).says("logowanie miasta");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_has_no_group_left_is_cut_off_at_once_and_comes_back_with_one() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let city = city(kit).await;
        let mut browser = city.browser(kit);
        let mut ewa = Member::new("ewa.n", &["leaders"]);
        city.trip(&mut browser, &ewa).await.is(303);
        let session = browser.session().unwrap().to_owned();
        let id = behind(kit, &session).await.unwrap().account_id;
        ewa.groups.clear();
        city.trip(&mut city.browser(kit), &ewa).await.leads_to("/sign-in?single_sign_on=no-group");
        assert!(behind(kit, &session).await.is_none());
        city.browser(kit).get("/sign-in?single_sign_on=no-group").await.says("nie ma tu dostępu");
        ewa.groups = vec!["leaders".into()];
        city.trip(&mut city.browser(kit), &ewa).await.leads_to("/inbox?late=1");
        kit.write(move |tx| deactivate(tx, id)).await.unwrap();
        city.trip(&mut city.browser(kit), &ewa).await.leads_to("/sign-in?single_sign_on=no-group");
        let stranger = Member::new("obcy", &["choir"]);
        city.trip(&mut city.browser(kit), &stranger).await.leads_to("/sign-in?single_sign_on=no-group");
        assert_eq!(kit.value::<i64>("select count(*) from accounts").await, 2, "nobody got an account for that");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_local_account_is_taken_over_only_when_an_administrator_links_it() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let city = city(kit).await;
        let same_name = Member::new("ekipa3", &["leaders"]);
        city.trip(&mut city.browser(kit), &same_name).await.leads_to("/sign-in?single_sign_on=login-taken");
        administrator(kit).await;
        let mut admin = city.browser(kit);
        admin.post("/sign-in", &[("login", "admin"), ("password", PASSWORD)]).await.is(303);
        let path = format!("/people/{id}/identity");
        admin.get(&format!("/people/{id}/sessions")).await.is(200).has(&path);
        admin.post(&path, &[("subject", " ")]).await.is(422).says("Wpisz identyfikator");
        admin.post(&path, &[("subject", &same_name.subject)]).await.leads_to(&format!("/people/{id}/sessions"));
        admin.post(&path, &[("subject", &same_name.subject)]).await.is(422);
        assert!(!admin.get(&format!("/people/{id}/sessions")).await.html.contains(&path), "linked once");
        let mut browser = city.browser(kit);
        city.trip(&mut browser, &same_name).await.leads_to("/inbox?late=1");
        assert_eq!(behind(kit, browser.session().unwrap()).await.unwrap().account_id, id);
        let nameless = Member { username: "Ewa Nowak".into(), email: "…".into(), ..Member::new("x", &["leaders"]) };
        city.trip(&mut city.browser(kit), &nameless).await.leads_to("/sign-in?single_sign_on=no-login");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn every_misdeed_of_a_provider_is_refused() {
    on_both(async |kit: &Kit| {
        let city = city(kit).await;
        let ewa = Member::new("ewa.n", &["leaders"]);
        use Misdeed::{
            AlgNone, AnotherParty, AnothersCard, Changed, Early, Expired, NoToken, Old, SignedWithSecret, UnknownKey, WrongAudience,
            WrongIssuer, WrongNonce,
        };
        for misdeed in [
            WrongNonce,
            WrongAudience,
            AnotherParty,
            Expired,
            Old,
            Early,
            AlgNone,
            SignedWithSecret,
            WrongIssuer,
            UnknownKey,
            Changed,
            NoToken,
            AnothersCard,
        ] {
            city.provider.misbehave(misdeed);
            let mut browser = city.browser(kit);
            let refused = city.trip(&mut browser, &ewa).await;
            assert_eq!(refused.location(), Some("/sign-in?single_sign_on=unproven"), "{misdeed:?}");
            assert_eq!(browser.session(), None, "{misdeed:?}");
        }
        for misdeed in [Misdeed::Fails, Misdeed::Silent] {
            city.provider.misbehave(misdeed);
            let refused = city.trip(&mut city.browser(kit), &ewa).await;
            assert_eq!(refused.location(), Some("/sign-in?single_sign_on=down"), "{misdeed:?}");
        }
        assert_eq!(kit.value::<i64>("select count(*) from accounts").await, 0);
        city.provider.misbehave(Misdeed::GroupsOnCard);
        city.trip(&mut city.browser(kit), &ewa).await.leads_to("/inbox?late=1");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn changed_keys_are_asked_for_anew() {
    on_both(async |kit: &Kit| {
        let city = city(kit).await;
        let (mut browser, ewa) = (city.browser(kit), Member::new("ewa.n", &["leaders"]));
        city.trip(&mut browser, &ewa).await.leads_to("/inbox?late=1");
        city.trip(&mut browser, &ewa).await.leads_to("/inbox?late=1");
        assert_eq!(city.provider.keys_asked(), 1, "what is known is not asked for at each sign-in");
        city.provider.change_keys();
        city.trip(&mut browser, &ewa).await.leads_to("/inbox?late=1");
        assert_eq!(city.provider.keys_asked(), 2);
    })
    .await;
}

#[tokio::test]
async fn an_answer_belongs_to_the_browser_that_asked_and_holds_once() {
    on_both(async |kit: &Kit| {
        let city = city(kit).await;
        let (mut mine, mut theirs, ewa) = (city.browser(kit), city.browser(kit), Member::new("ewa.n", &["leaders"]));
        let sent = mine.get("/sign-in/single-sign-on").await;
        let back = city.provider.approve(sent.location().unwrap(), &ewa).replace("http://localhost:8311", "");
        let unproven = "/sign-in?single_sign_on=unproven";
        theirs.get(&back).await.leads_to(unproven);
        theirs.get("/sign-in/single-sign-on").await.is(303);
        theirs.get(&back).await.leads_to(unproven);
        mine.get("/sign-in/single-sign-on/return?error=access_denied&state=x").await.leads_to(unproven);
        mine.get(&back).await.leads_to(unproven);
        let sent = mine.get("/sign-in/single-sign-on").await;
        let back = city.provider.approve(sent.location().unwrap(), &ewa).replace("http://localhost:8311", "");
        kit.clock.pass_seconds(staff::actions::AWAY_SECONDS);
        mine.get(&back).await.leads_to(unproven);
    })
    .await;
}

#[tokio::test]
async fn with_the_provider_down_passwords_remain_and_may_be_kept_for_administrators() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        administrator(kit).await;
        let mut city = city(kit).await;
        city.settings.issuer = "http://127.0.0.1:1".into();
        city.settings.local_passwords = false;
        let mut browser = city.browser(kit);
        browser.get("/sign-in/single-sign-on").await.leads_to("/sign-in?single_sign_on=down");
        browser.get("/sign-in?single_sign_on=down").await.is(200).says("teraz nie odpowiada").says("tylko administratorzy");
        let fields = |login| [("login", login), ("password", PASSWORD)];
        browser.post_bare("/sign-in", &fields("ekipa3")).await.is(422).says("nie pasują do siebie");
        browser.post_bare("/sign-in", &fields("admin")).await.leads_to("/people");
        sign_in(&kit.db, "ekipa3", PASSWORD).await.expect("where passwords are everybody's");
    })
    .await;
}
