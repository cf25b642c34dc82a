//! People on pages: hired, found, changed, cut off, and ended by the calendar.

use std::collections::HashMap;

use base::{Id, Moment};
use staff::{
    Unit,
    actions::{end_account, permissions_of, take_over_skills},
    jobs,
    model::{Skill, role},
};
use testkit::{Engine, Kit, on_both};

use crate::cast::{PASSWORD, behind, holding, roads, signed_in, verified};

async fn city(kit: &Kit) -> testkit::Browser {
    kit.write(|tx| staff::actions::put_unit(tx, &roads())).await.unwrap();
    let name = base::Wording { pl: "Zieleń".into(), uk: None, en: None };
    kit.write(move |tx| take_over_skills(tx, &[Skill { key: "zielen".into(), name: name.clone() }])).await.unwrap();
    holding(kit, "jan", &["administrator"], None).await;
    signed_in(kit, "jan").await
}

#[tokio::test]
async fn an_account_is_made_and_its_link_shown_once() {
    on_both(async |kit: &Kit| {
        let mut browser = city(kit).await;
        let form = browser.get("/people/new").await.form_to("/people/new");
        let empty = browser.press(&form, "Zapisz").await;
        empty.is(422).says("Wpisz login z małych liter").says("Wpisz nazwę").says("Wybierz co najmniej jedną rolę");
        let filled = form.type_in("login", "ola@lipogrod.example").type_in("name", "Ola Żak").choose("unit", "zd").choose("roles", "agent");
        let filled = filled
            .type_in("phone", "600 100 200")
            .choose("language-uk", "3")
            .choose("skill-zielen", "4")
            .type_in("fri", "7:30 – 12:00, 13:00-16:00");
        let made = browser.press(&filled, "Zapisz").await;
        made.is(201)
            .says("Link jest gotowy")
            .says("Ola Żak")
            .says("Zarząd Dróg")
            .says("Obsługa kontaktu")
            .says("piątek 07:30-12:00, 13:00-16:00");
        made.says("polski 5/5, ukraiński 3/5").says("Zieleń 4/5").says("600 100 200");
        let link = made.html.split("/invitation/").nth(1).unwrap().split('<').next().unwrap().to_owned();
        browser.press(&filled, "Zapisz").await.is(422).says("Wybierz inny login");

        let mut hers = crate::browser::stranger(kit);
        hers.post_bare(&format!("/invitation/{link}"), &[("password", PASSWORD), ("again", PASSWORD)])
            .await
            .leads_to("/sign-in?password=set");
        let viewer = behind(kit, signed_in(kit, "ola@lipogrod.example").await.session().unwrap()).await.unwrap();
        assert_eq!((viewer.permissions.clone(), viewer.unit_id), (role("agent").unwrap(), Some(Unit::id_of("zd"))));
        assert_eq!(kit.read(move |read| permissions_of(read, viewer.account_id)).await.unwrap(), viewer.permissions);
        let skills = kit.read(move |read| staff::skills_of(read, viewer.account_id)).await.unwrap();
        assert_eq!((skills.languages["pl"], skills.languages["uk"], skills.skills["zielen"]), (5, 3, 4));
        browser
            .get(&format!("/people/{}", viewer.account_id))
            .await
            .is(200)
            .never_says("Link jest gotowy")
            .says("Konto zostało założone. Zapis: Osoba jan.");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn people_are_found_by_what_is_typed_and_chosen() {
    on_both(async |kit: &Kit| {
        let mut browser = city(kit).await;
        holding(kit, "agata", &["agent"], Some(Unit::id_of("zd"))).await;
        holding(kit, "bożena".replace('ż', "z").leak(), &["editor"], None).await;
        for (query, found, missing) in [
            ("q=agaty", "agata", "bozena"),
            ("q=ZARZADZIE", "agata", "bozena"),
            ("unit=zd", "agata", "bozena"),
            ("role=editor", "bozena", "agata"),
            ("q=osoba&state=in_use&role=agent", "agata", "bozena"),
        ] {
            let list = browser.get(&format!("/people?{query}")).await;
            list.is(200).says(&format!("Osoba {found}")).never_says(&format!("Osoba {missing}"));
        }
        browser.get("/people?state=not").await.is(200).says("0 kont");
        browser.get("/people?q=nikt").await.is(200).says("0 kont");
    })
    .await;
}

#[tokio::test]
async fn a_person_is_changed_and_the_history_says_what() {
    on_both(async |kit: &Kit| {
        let mut browser = city(kit).await;
        let id = holding(kit, "ola", &["agent"], None).await;
        let path = format!("/people/{id}");
        let form = browser.get(&format!("{path}/edit")).await.form_to(&format!("{path}/edit"));
        browser.press(&form, "Zapisz").await.leads_to(&path);
        let quiet = kit.told(id).await.len();
        let faulty = form.clone().type_in("email", "nikt").type_in("phone", "?").type_in("mon", "rano");
        let again = browser.press(&faulty, "Zapisz").await;
        again
            .is(422)
            .says("Wpisz adres e-mail")
            .says("Wpisz numer telefonu albo wewnętrzny")
            .says("Wpisz godziny tak")
            .has("value=\"rano\"");
        let changed = form.choose("unit", "zd").type_in("title", "Dyżurna").type_in("room", "12").choose("language-pjm", "2");
        browser.press(&changed, "Zapisz").await.leads_to(&path);
        assert_eq!(kit.told(id).await.len(), quiet + 1, "told once, and nothing when nothing changed");
        let page = browser.get(&path).await;
        page.says("Dyżurna")
            .says("polski język migowy 2/5")
            .says("Zmiana danych: jednostka, stanowisko, telefon, e-mail lub pokój, języki. Zapis: Osoba jan.");
        page.says("Sprawy zostają w jednostce");
        browser.press(&page.form_to(&format!("{path}/deactivation")), "Wyłącz konto").await.leads_to(&path);
        let page = browser.get(&path).await;
        page.says("Konto zostało wyłączone. Zapis: Osoba jan.");
        browser.press(&page.form_to(&format!("{path}/activation")), "Włącz konto").await.leads_to(&path);
        let link = browser.get(&path).await.form_to(&format!("{path}/invitation"));
        browser.press(&link, "Utwórz nowy link").await.is(200).says("Link jest gotowy");
        browser.get("/people/nobody").await.is(404);
        browser.get(&format!("/people/{}", Id::new())).await.is(404);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_volunteer_needs_a_last_day_and_is_refused_after_it() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let handlers = HashMap::from(jobs::handlers());
        let kit =
            Kit::new(engine, |event| if event.kind == "account.changed" { jobs::after_change(event) } else { Vec::new() }, handlers).await;
        let mut browser = city(&kit).await;
        let form = browser.get("/people/new").await.form_to("/people/new");
        let form = form.type_in("login", "wol").type_in("name", "Wolontariusz").choose("roles", "volunteer");
        browser.press(&form, "Zapisz").await.is(422).says("Wpisz ostatni dzień konta");
        // The test's clock stands at 2026-11-20 in the morning.
        let made = browser.press(&form.type_in("ends_on", "2026-11-20"), "Zapisz").await;
        made.is(201).says("Ostatni dzień konta").says("20 listopada");
        let link = made.html.split("/invitation/").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let id = made.html.split("/people/").filter_map(|rest| rest.get(..36)?.parse::<Id>().ok()).next().unwrap();
        let mut theirs = crate::browser::stranger(&kit);
        let password = [("password", PASSWORD), ("again", PASSWORD)];
        theirs.post_bare(&format!("/invitation/{link}"), &password).await.leads_to("/sign-in?password=set");
        kit.clock.put(Moment(1_795_215_600_000_000).plus_seconds(-60));
        theirs.post_bare("/sign-in", &[("login", "wol"), ("password", PASSWORD)]).await.is(303);
        theirs.get("/greeting").await.says("hello Wolontariusz");
        kit.clock.pass_seconds(60);
        theirs.get("/greeting").await.says("hello stranger");
        theirs.post("/sign-in", &[("login", "wol"), ("password", PASSWORD)]).await.is(422).says("Login i hasło nie pasują do siebie");
        kit.clock.pass_seconds(1);
        kit.settle().await;
        assert_eq!(kit.told(id).await.last().unwrap(), "account.ended");
        kit.write(move |tx| end_account(tx, id)).await.unwrap();
        assert_eq!(kit.told(id).await.iter().filter(|kind| *kind == "account.ended").count(), 1, "once");
        verified(&kit).await;
        kit.end().await;
    }
}
