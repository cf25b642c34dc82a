//! What an administrator changes on a page holds at once, without a restart, and outlives a newer pack.

use testkit::Engine;

use crate::{
    home::{ENGINES, Home, WAITING, small_city, until},
    program::said,
    visitor::Visitor,
};

/// Every field of a unit as the demo pack has it, with another name.
fn roads(name: &str) -> Vec<(&'static str, String)> {
    [
        ("name.pl", name),
        ("name.uk", "Управління доріг (Zarząd Dróg)"),
        ("name.en", "Roads Authority (Zarząd Dróg)"),
        ("short", "Zarząd Dróg"),
        ("email", "zd@lipogrod.example"),
        ("phone", "+48100008321"),
        ("version", "1"),
        ("step", "save"),
    ]
    .map(|(field, value)| (field, value.to_owned()))
    .to_vec()
}

#[tokio::test]
async fn a_page_changes_the_city_without_a_restart_and_a_start_keeps_it() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let (resident, admin) = (Visitor::new(city.address()), Visitor::staff(city.address(), "admin@lipogrod.example").await);
        resident.get("/services").await.is(200).says("Zarząd Dróg Lipogrodu");

        let fields = roads("Zarząd Dróg i Mostów");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(field, value)| (*field, value.as_str())).collect();
        admin.post_from("/settings/units/zarzad-drog", "/settings/units/zarzad-drog", &fields).await.is(303);
        resident.get("/services").await.is(200).says("Zarząd Dróg i Mostów");

        let notice = admin.get("/settings/privacy/zgloszenia").await;
        notice.is(200).says("Zgłoszenia i pytania");
        admin.get("/settings/differences").await.is(200).says("Zarząd Dróg i Mostów");
        city.stop();

        let city = home.serve(&["--demo"]);
        Visitor::new(city.address()).get("/services").await.is(200).says("Zarząd Dróg i Mostów");
        city.stop();
        home.run(&["verify"]).well();
    }
}

#[tokio::test]
async fn what_lies_in_memory_is_put_together_anew() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let (resident, admin) = (Visitor::new(city.address()), Visitor::staff(city.address(), "admin@lipogrod.example").await);
        resident.get("/privacy").await.is(200).says("Podatki i opłaty lokalne");
        admin.post_from("/settings/privacy/podatki", "/settings/privacy/podatki/removal", &[("version", "1")]).await.is(303);
        let gone = async || !resident.get("/privacy").await.body.contains("Podatki i opłaty lokalne");
        until("the city is put together anew", gone).await;
        admin.post_from("/settings/privacy/podatki", "/settings/privacy/podatki/pack", &[("version", "2")]).await.is(303);
        until("the pack's is back", async || !gone().await).await;
        city.stop();
        home.run(&["verify"]).well();
    }
}

#[tokio::test]
async fn a_role_asks_for_a_second_step_from_the_next_page_on() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let admin = Visitor::staff(city.address(), "admin@lipogrod.example").await;
        let agent = Visitor::staff(city.address(), "marta@lipogrod.example").await;
        agent.get("/cases").await.is(200);
        let page = "/settings/roles/agent";
        admin.get(page).await.is(200).says("Kto ma tę rolę, musi mieć drugi krok logowania");
        let fields = [
            ("name.pl", "Obsługa kontaktu"),
            ("permissions", "take_reports"),
            ("permissions", "see_all_cases"),
            ("permissions", "see_residents"),
            ("second_factor", "yes"),
            ("version", "1"),
            ("step", "save"),
        ];
        admin.post_from(page, page, &fields).await.is(303);
        assert_eq!(agent.get("/cases").await.is(303).location, "/sign-in?next=/cases");
        city.stop();
        home.run(&["verify"]).well();
    }
}

#[tokio::test]
async fn a_city_that_is_closed_today_says_so_on_its_front_page() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let (resident, admin) = (Visitor::new(city.address()), Visitor::staff(city.address(), "admin@lipogrod.example").await);
        resident.get("/").await.is(200).never_says("Dziś inaczej");
        let closure = "/settings/closure";
        let form = admin.get(closure).await;
        let preview = admin.press(closure, form.is(200), &[("reason", "Brak prądu w ratuszu")], "Pokaż, co się zmieni").await;
        admin.press(closure, preview.is(200), &[], "Zapisz zmianę").await.is(303);
        until("the front page says so", async || resident.get("/").await.body.contains("Dziś inaczej: nieczynne")).await;
        resident.get("/").await.is(200).says("Brak prądu w ratuszu");
        city.stop();
    }
}

#[tokio::test]
async fn a_text_of_the_program_is_said_in_the_citys_own_words() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&["--demo"]);
    let (resident, admin) = (Visitor::new(city.address()), Visitor::staff(city.address(), "admin@lipogrod.example").await);
    let page = "/settings/texts/new";
    let form = admin.get(page).await;
    let wrong = [("key", "portal-services-lede"), ("say.pl", "Co { $kto } robi")];
    admin.press(page, form.is(200), &wrong, "Pokaż, co się zmieni").await.is(422).says("{ $kto }");
    let words = [("key", "portal-services-lede"), ("say.pl", "Co dla ciebie robimy")];
    let preview = admin.press(page, form.is(200), &words, "Pokaż, co się zmieni").await;
    admin.press(page, preview.is(200), &[], "Zapisz zmianę").await.is(303);
    until("residents read it", async || resident.get("/services").await.body.contains("Co dla ciebie robimy")).await;
    city.stop();
    let pack = home.beside("today");
    said(home.command(&["pack", "export"]).arg("--city").arg(small_city()).arg(&pack)).well();
    let texts = std::fs::read_to_string(pack.join("texts.toml")).unwrap();
    assert!(texts.contains("Co dla ciebie robimy") && pack.join("schemas/texts.schema.json").exists(), "{texts}");
}

#[tokio::test]
async fn another_routing_is_tried_on_the_cases_of_the_last_year_before_it_holds() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let (resident, admin) = (Visitor::new(city.address()), Visitor::staff(city.address(), "admin@lipogrod.example").await);
        let ice = async |place: &str| {
            let fields =
                [("place_id", "11-listopada/1"), ("service", "snieg"), ("body", "Ślisko."), ("answer-gdzie", place), ("reply", "none")];
            resident.post("/report", &fields).await.number().to_owned()
        };
        let (stop, pavement) = (ice("przystanek").await, ice("chodnik").await);
        let path = "/settings/services/snieg";
        let page = admin.get(path).await;
        page.is(200).says("Do niektórych spraw pasują trasy 1 i 2. Decyduje 1.");
        let preview = admin.press(path, &page, &[("route[0].unit", "straz-miejska")], "Pokaż, co się zmieni").await;
        preview.is(200).says("Próba na sprawach z ostatniego roku").says("Sprawdzono 2 sprawy.");
        // Who administers need not be somebody who sees cases, and is told no numbers then.
        preview.says("Straż Miejska").says("<td>1</td>").never_says(&stop).never_says(&pavement);
        assert_eq!(home.count("select count(*) from cases where state = 'received'").await, 0, "a trial moves nothing");
        admin.press(path, &preview, &[], "Zapisz zmianę").await.is(303);
        let shadowed = admin
            .press(path, &admin.get(path).await, &[("route[0].when.question", ""), ("route[0].when.is", "")], "Pokaż, co się zmieni")
            .await;
        shadowed.is(200).says("Trasa 2 nigdy nie zadziała: trasa 1 pasuje zawsze wcześniej.").says("<td>1</td>");
        ice("przystanek").await;
        until("all work is done", async || home.count(WAITING).await == 0).await;
        let sql = "select count(*) from cases c join units u on u.id = c.unit_id where u.key = 'straz-miejska'";
        assert_eq!(home.count(sql).await, 1, "what was dispatched stays, what comes goes by the new table");
        let always = [("route[0].when.question", ""), ("route[0].when.is", ""), ("route[0].during", "centrum")];
        let never = [always[0], always[1], ("route[0].during", "nie-ma")];
        admin.press(path, &admin.get(path).await, &never, "Pokaż, co się zmieni").await.is(422).says("nie-ma");
        admin.settle(path, &always).await.is(303);
        ice("chodnik").await;
        until("all work is done", async || home.count(WAITING).await == 0).await;
        assert_eq!(home.count(sql).await, 2, "the calendar of the centre is open around the clock");
        city.stop();
        home.run(&["verify"]).well();
    }
}
