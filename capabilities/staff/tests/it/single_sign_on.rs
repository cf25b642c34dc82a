//! The city's single sign-on, against a strict provider that misbehaves on request.

use std::time::Duration;

use axum::Extension;
use staff::{
    actions::{deactivate, invite, sign_in, take_over_roles},
    model::{ROLES, Role, SingleSignOnSettings},
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
         leaders = ['supervisor']\nbosses = ['administrator']\nnight = ['night_duty']\nweek = ['volunteer']",
        provider.issuer(),
        secret.display()
    );
    take(kit, |_| {}).await;
    City { settings: toml::from_str(&settings).unwrap(), provider, _folder: folder }
}

/// The city has the roles of the program and the pack's `night_duty`, none of which asks for a second factor, with this changed.
async fn take(kit: &Kit, change: impl Fn(&mut Role)) {
    let night = Role { key: "night_duty".into(), ..ROLES[0].role() };
    let mut roles: Vec<Role> = ROLES.iter().map(|built_in| built_in.role()).chain([night]).collect();
    roles.iter_mut().for_each(|role| role.second_factor = false);
    roles.iter_mut().for_each(change);
    kit.write(move |tx| take_over_roles(tx, &roles)).await.unwrap();
}

/// Whoever has come by this browser.
async fn in_browser(kit: &Kit, browser: &Browser) -> staff::Viewer {
    behind(kit, browser.session().expect("a session")).await.expect("that holds")
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

#[tokio::test]
async fn groups_give_the_roles_of_the_city_as_they_are_now() {
    on_both(async |kit: &Kit| {
        let city = city(kit).await;
        let (mut browser, ewa) = (city.browser(kit), Member::new("ewa.n", &["night"]));
        city.trip(&mut browser, &ewa).await.leads_to("/inbox?late=1");
        assert_eq!(in_browser(kit, &browser).await.permissions, staff::model::role("agent").unwrap());
        take(kit, |role| {
            if role.key == "night_duty" {
                role.permissions = [staff::Permission::WorkCases].into_iter().collect();
            }
        })
        .await;
        assert_eq!(in_browser(kit, &browser).await.permissions, staff::model::role("contractor").unwrap(), "a changed role acts at once");
        let volunteer = Member::new("wolontariusz", &["week"]);
        city.trip(&mut city.browser(kit), &volunteer).await.leads_to("/sign-in?single_sign_on=no-group");
        assert_eq!(kit.value::<i64>("select count(*) from accounts").await, 1, "nobody without a last day gets a role for a time");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn an_administrator_remains_whatever_the_groups_say() {
    on_both(async |kit: &Kit| {
        let city = city(kit).await;
        let (mut browser, mut ewa) = (city.browser(kit), Member::new("ewa.n", &["bosses"]));
        city.trip(&mut browser, &ewa).await.leads_to("/inbox?late=1");
        for groups in [vec!["roads".to_owned()], Vec::new()] {
            ewa.groups = groups;
            city.trip(&mut city.browser(kit), &ewa).await.leads_to("/sign-in?single_sign_on=last-administrator");
            assert!(in_browser(kit, &browser).await.may(staff::Permission::Administer), "nothing was changed");
        }
        city.browser(kit).get("/sign-in?single_sign_on=last-administrator").await.is(200).says("nikt inny go tu nie ma");
        administrator(kit).await;
        ewa.groups = vec!["roads".into()];
        city.trip(&mut city.browser(kit), &ewa).await.leads_to("/inbox?late=1");
        assert!(!in_browser(kit, &browser).await.may(staff::Permission::Administer));
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_at_the_provider_has_no_password_here() {
    on_both(async |kit: &Kit| {
        let (id, boss) = (crew(kit).await, administrator(kit).await);
        let city = city(kit).await;
        let earlier = kit.write(move |tx| invite(tx, id)).await.unwrap();
        let mut admin = city.browser(kit);
        let fields = |login| [("login", login), ("password", PASSWORD)];
        admin.post("/sign-in", &fields("admin")).await.is(303);
        for (account, subject) in [(id, "abc"), (boss, "szefowa")] {
            admin.post(&format!("/people/{account}/identity"), &[("subject", subject)]).await.is(303);
        }
        city.browser(kit).post("/sign-in", &fields("ekipa3")).await.is(422).says("nie pasują do siebie");
        city.browser(kit).get(&format!("/invitation/{earlier}")).await.is(404);
        admin.post(&format!("/people/{id}/invitation"), &[]).await.is(409).says("wchodzi przez konto miejskie");
        admin.get(&format!("/people/{id}")).await.is(200).never_says("Czeka na hasło").never_says("Utwórz nowy link");
        admin.get("/people").await.is(200).never_says("Czeka na hasło");
        city.browser(kit).post("/sign-in", &fields("admin")).await.is(303);

        let mut ewa = Member::new("admin", &["leaders"]);
        ewa.subject = "szefowa".into();
        administrator_too(kit).await;
        city.trip(&mut city.browser(kit), &ewa).await.is(303);
        city.browser(kit).post("/sign-in", &fields("admin")).await.is(422);
        assert_eq!(kit.value::<i64>("select count(*) from accounts where password is null").await, 2);
        verified(kit).await;
    })
    .await;
}

/// Somebody else who administers.
async fn administrator_too(kit: &Kit) {
    crate::cast::hired(kit, crate::cast::account("druga", "administrator", None)).await;
}

#[tokio::test]
async fn an_account_whose_last_day_is_over_stays_out() {
    on_both(async |kit: &Kit| {
        let city = city(kit).await;
        let (mut browser, ewa) = (city.browser(kit), Member::new("ewa.n", &["leaders"]));
        city.trip(&mut browser, &ewa).await.leads_to("/inbox?late=1");
        kit.write(|tx| tx.execute("update accounts set ends_at = $1", store::params![tx.now()])).await.unwrap();
        city.trip(&mut city.browser(kit), &ewa).await.leads_to("/sign-in?single_sign_on=no-group");
    })
    .await;
}
