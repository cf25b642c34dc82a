//! The directory and the pages of units: who answers now, and who leads.

use staff::{Directory, Unit, actions, model::PackUnit, model::answers::Answer};
use testkit::{Kit, on_both};

use crate::cast::{holding, roads, signed_in, verified};

fn roads_with_details() -> PackUnit {
    let toml = "key = 'zd'\nshort = 'Zarząd Dróg'\nname = { pl = 'Zarząd Dróg Miejskich' }\nroom = 'pok. 12'\naddress = 'ul. Polna 1'\n
        answers_to_public = true\nremits = [{ pl = 'chodniki i jezdnie' }, { pl = 'zajęcie pasa drogowego' }]\nhours = { pl = 'pon.–pt. 7–15' }\n
        phone = '+48100008321'\nopening = { week = { mon = ['07:00-15:00'], fri = ['07:00-15:00'] } }";
    toml::from_str(toml).unwrap()
}

async fn city(kit: &Kit) {
    let lamps = PackUnit { key: "zd-lampy".into(), short: "Oświetlenie".into(), parent: Some("zd".into()), ..roads() };
    let units = [roads_with_details(), lamps];
    kit.write(move |tx| actions::take_over_units(tx, &units)).await.unwrap();
    holding(kit, "jan", &["administrator"], None).await;
}

#[tokio::test]
async fn everybody_finds_people_and_units_and_who_answers() {
    on_both(async |kit: &Kit| {
        city(kit).await;
        holding(kit, "ola", &["unit_staff"], Some(Unit::id_of("zd"))).await;
        let mut browser = signed_in(kit, "ola").await;
        // The test's clock stands at Friday 2026-11-20, 10:00 in Warsaw.
        browser
            .get("/directory")
            .await
            .is(200)
            .says("Teraz odpowiada: Osoba ola")
            .says("Nikt z tej jednostki nie ma tu konta")
            .says("Osoba jan");
        browser.get("/directory?q=chodnik").await.says("Zarząd Dróg").never_says("Oświetlenie").never_says("Osoba jan");
        browser.get("/directory?q=100008321").await.says("Zarząd Dróg").never_says("Oświetlenie");
        browser.get("/directory?q=zzz").await.says("Nikogo takiego nie ma");
        kit.clock.pass_seconds(6 * 3_600);
        let later = signed_in(kit, "ola").await.get("/directory").await;
        later.says("Teraz nikt. Następna odpowiedź: poniedziałek 23 listopada, 7:00, Osoba ola");
        crate::browser::stranger(kit).get("/directory").await.leads_to("/sign-in?next=/directory");
    })
    .await;
}

#[tokio::test]
async fn a_unit_shows_what_it_answers_for_and_who_leads_it() {
    on_both(async |kit: &Kit| {
        city(kit).await;
        let ola = holding(kit, "ola", &["unit_staff"], Some(Unit::id_of("zd"))).await;
        let ewa = holding(kit, "ewa", &["unit_head"], None).await;
        let mut browser = signed_in(kit, "jan").await;
        let tree = browser.get("/units").await;
        tree.is(200).says("Zarząd Dróg").says("Oświetlenie");
        let page = browser.get("/units/zd").await;
        page.is(200)
            .says("zajęcie pasa drogowego")
            .says("pok. 12")
            .says("ul. Polna 1")
            .says("Prezydent Miasta")
            .says("pon.–pt. 7–15")
            .says("Osoba ola");
        let form = page.form_to("/units/zd/leaders").choose("head", &ewa.to_string());
        browser.press(&form.clone().choose("deputy", &ewa.to_string()), "Zapisz").await.is(422).says("nikt nie zastępuje samego siebie");
        browser.press(&form.choose("deputy", &ola.to_string()), "Zapisz").await.leads_to("/units/zd");
        browser.get("/units/zd").await.says("Teraz odpowiada: Osoba ewa");
        kit.write(move |tx| actions::deactivate(tx, ewa)).await.unwrap();
        browser.get("/units/zd").await.says("Teraz odpowiada: Osoba ola");
        browser.get("/units/none").await.is(404);
        let mut hers = signed_in(kit, "ola").await;
        hers.get("/units/zd").await.is(200).never_says("Kto kieruje");
        hers.post("/units/zd/leaders", &[]).await.is(403);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_unit_goes_out_of_use_in_the_settings_and_nowhere_else() {
    on_both(async |kit: &Kit| {
        city(kit).await;
        let mut browser = signed_in(kit, "jan").await;
        browser.get("/units/zd").await.is(200).has("href=\"/settings/units/zd\"");
        for gone in ["/units/zd/retirement", "/units/zd/return"] {
            browser.post(gone, &[]).await.is(404);
        }
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_circle_of_units_is_refused() {
    on_both(async |kit: &Kit| {
        city(kit).await;
        let below = PackUnit { parent: Some("zd-lampy".into()), ..roads_with_details() };
        let refused = kit.write(move |tx| actions::put_unit(tx, &below)).await.unwrap_err();
        assert_eq!(refused.to_string(), "invalid: parent (staff-unit-circle)");
    })
    .await;
}

#[tokio::test]
async fn other_capabilities_may_ask_who_answers() {
    on_both(async |kit: &Kit| {
        city(kit).await;
        let ola = holding(kit, "ola", &["unit_staff"], Some(Unit::id_of("zd"))).await;
        let opening = hours::Opening::of(hours::Week::monday_to_friday(hours::DayHours::parse(&["07:30-15:30"]).unwrap()));
        let zone = jiff::tz::TimeZone::get("Europe/Warsaw").unwrap();
        let office = hours::Calendar::new(zone, hours::Holidays::polish(), opening);
        let (reading, now) = (office.clone(), kit.db.now());
        let directory = kit.read(move |read| Directory::read(read, &reading, now)).await.unwrap();
        let Answer::Now(who) = directory.who_answers(Unit::id_of("zd"), &office, now) else { panic!("somebody answers") };
        assert_eq!(who.account_id, ola);
    })
    .await;
}
