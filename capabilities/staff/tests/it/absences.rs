//! Absences: entered by the person, by whoever leads them, and by nobody else.

use staff::{
    Unit,
    model::{PackUnit, Role},
};
use testkit::{Kit, on_both};

use crate::cast::{holding, roads, signed_in, verified};

async fn city(kit: &Kit) {
    let lamps = PackUnit { key: "zd-lampy".into(), short: "Oświetlenie".into(), parent: Some("zd".into()), ..roads() };
    let parks = PackUnit { key: "zz".into(), short: "Zieleń".into(), ..roads() };
    let units = [roads(), lamps, parks];
    kit.write(move |tx| staff::actions::take_over_units(tx, &units)).await.unwrap();
    holding(kit, "szef", &["unit_head"], Some(Unit::id_of("zd"))).await;
}

#[tokio::test]
async fn a_person_enters_and_cancels_their_own_absence() {
    on_both(async |kit: &Kit| {
        city(kit).await;
        let deputy = holding(kit, "ewa", &["unit_staff"], Some(Unit::id_of("zd"))).await;
        holding(kit, "ola", &["unit_staff"], Some(Unit::id_of("zd"))).await;
        let mut browser = signed_in(kit, "ola").await;
        let form = browser.get("/account/absences").await.form_to("/account/absences");
        let empty = browser.press(&form, "Zapisz nieobecność").await;
        empty.is(422).says("Wpisz datę").says("Wybierz powód");
        let days = form.type_in("from_on", "2026-11-20").choose("kind", "sick").choose("deputy", &deputy.to_string());
        let backwards = browser.press(&days.clone().type_in("until_on", "2026-11-19"), "Zapisz nieobecność").await;
        backwards.is(422).says("Wpisz ostatni dzień nie wcześniejszy").has("value=\"2026-11-19\"");
        let days = days.type_in("until_on", "2026-11-24");
        browser.press(&days, "Zapisz nieobecność").await.leads_to("/account/absences");
        browser.press(&days, "Zapisz nieobecność").await.is(422).says("jest już wpisana nieobecność");
        let own = browser.get("/account/absences").await;
        own.says("Choroba").says("Zastępstwo: Osoba ewa");

        let mut hers = signed_in(kit, "ewa").await;
        let seen = hers.get("/directory?q=ola").await;
        seen.is(200).says("Nieobecność, ostatni dzień: wtorek 24 listopada. Zastępstwo: Osoba ewa").never_says("Choroba");
        verified(kit).await;
        let cancel = own.html.split("/absences/").nth(1).and_then(|rest| rest.split("/cancellation").next().map(str::to_owned));
        let path = format!("/absences/{}/cancellation", cancel.unwrap());
        hers.post(&path, &[]).await.is(403);
        for _ in 0..2 {
            browser.post(&path, &[]).await.leads_to("/account/absences");
        }
        browser.get("/account/absences").await.says("Nie ma żadnych");
        hers.get("/directory?q=ola").await.says("W pracy");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_leads_a_unit_enters_absences_of_its_people_and_of_units_below() {
    on_both(async |kit: &Kit| {
        city(kit).await;
        let below = holding(kit, "ekipa", &["unit_staff"], Some(Unit::id_of("zd-lampy"))).await;
        let beside = holding(kit, "park", &["unit_staff"], Some(Unit::id_of("zz"))).await;
        let nowhere = holding(kit, "marta", &["agent"], None).await;
        let mut browser = signed_in(kit, "szef").await;
        let path = format!("/people/{below}/absences");
        browser.get("/directory").await.has(&format!("href=\"{path}\""));
        let form = browser.get(&path).await.form_to(&path);
        let filled = form.type_in("from_on", "2026-11-20").type_in("until_on", "2026-11-20").choose("kind", "training");
        browser.press(&filled, "Zapisz nieobecność").await.leads_to(&path);
        browser.get(&path).await.says("Nieobecności: Osoba ekipa").says("Szkolenie");
        for other in [beside, nowhere] {
            let path = format!("/people/{other}/absences");
            browser.get(&path).await.is(403);
            let fields = [("from_on", "2026-11-20"), ("until_on", "2026-11-20"), ("kind", "leave")];
            browser.post(&path, &fields).await.is(403);
            browser.post(&format!("{path}/deputy"), &[("always", "")]).await.is(403);
        }
        signed_in(kit, "ekipa").await.get(&format!("/people/{beside}/absences")).await.is(403);
        assert_eq!(kit.value::<i64>("select count(*) from absences").await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_usually_stands_in_is_chosen_by_the_person() {
    on_both(async |kit: &Kit| {
        city(kit).await;
        let (ola, ewa) = (holding(kit, "ola", &["agent"], None).await, holding(kit, "ewa", &["agent"], None).await);
        let mut browser = signed_in(kit, "ola").await;
        let form = browser.get("/account/absences").await.form_with("always");
        for _ in 0..2 {
            browser.press(&form.clone().choose("always", &ewa.to_string()), "Zapisz").await.leads_to("/account/absences");
        }
        assert_eq!(kit.told(ola).await.iter().filter(|kind| *kind == "account.changed").count(), 2, "hired, and changed once");
        assert_eq!(browser.get("/account/absences").await.form_with("always").value("always"), ewa.to_string());
        browser.post("/account/absences/deputy", &[("always", &ola.to_string())]).await.is(422);
        browser.post("/account/absences/deputy", &[("always", &Role::id_of("x").to_string())]).await.is(422);
        verified(kit).await;
    })
    .await;
}
