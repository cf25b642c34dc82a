//! An administrator changes the city on pages.

use testkit::on_both;
use web::texts_agree;

use crate::cast::browser;

const UNITS: &str = "[[unit]]\nkey = \"zd\"\nname.pl = \"Zarząd Dróg\"\nkind = \"office\"\n[[unit]]\nkey = \"lampy\"\nname.pl = \"Oświetlenie\"\nparent = \"zd\"\nkind = \"crew\"\n";

#[test]
fn the_three_languages_say_the_same_things() {
    assert_eq!(texts_agree(&[settings::TEXTS]), Vec::<String>::new());
}

#[test]
fn every_kind_of_fault_has_its_words() {
    let texts = include_str!("../../texts/pl.ftl");
    let missing = packs::Kind::ALL.into_iter().filter(|kind| !texts.contains(&format!("\nsettings-fault-{} = ", kind.word())));
    assert_eq!(missing.collect::<Vec<_>>(), []);
}

#[tokio::test]
async fn only_who_administers_sees_settings() {
    on_both(async |kit| {
        let mut agent = browser(kit, "agent", UNITS).await;
        for address in
            ["/settings", "/settings/units", "/settings/units/zd", "/settings/units/new", "/settings/differences", "/settings/translations"]
        {
            agent.get(address).await.is(403);
        }
        agent.post("/settings/units/zd", &[("step", "save")]).await.is(403);
        agent.post("/settings/units/zd/removal", &[]).await.is(403);
    })
    .await;
}

#[tokio::test]
async fn a_change_is_previewed_kept_and_given_back_to_the_pack() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        admin.get("/settings").await.is(200).says("Jednostki");
        admin.get("/settings/units").await.is(200).says("Oświetlenie").says("z paczki");
        let fields = [("name.pl", "Zarząd Dróg Miejskich"), ("kind", "office"), ("version", "1")];
        let preview = admin.post("/settings/units/zd", &fields).await;
        preview.is(200).says("Co się zmieni").says("Zarząd Dróg Miejskich");
        let now = kit.read(packs::entries).await.unwrap();
        assert_eq!(now.find("units", "zd").unwrap().own, None, "a preview keeps nothing");

        let save: Vec<_> = fields.iter().copied().chain([("step", "save")]).collect();
        assert_eq!(admin.post("/settings/units/zd", &save).await.is(303).location(), Some("/settings/units/zd?saved"));
        admin.get("/settings/units/zd?saved").await.is(200).says("Zapisane").says("zmieniony na stronie").says("Tomasz Górecki");
        admin.get("/settings/differences").await.is(200).says("Zarząd Dróg Miejskich");
        admin.post("/settings/units/zd", &save).await.is(409).says("Ktoś zmienił ten wpis");

        admin.post("/settings/units/zd/pack", &[("path", "name.pl"), ("version", "2")]).await.is(303);
        admin.get("/settings/differences").await.is(200).says("Wszystko jest takie, jak mówi paczka");
        assert_eq!(kit.read(packs::verify).await.unwrap(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_one_entry_keeps_its_key() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        admin.post("/settings/city/city", &[("name.pl", "Brzozowa"), ("version", "1"), ("step", "save")]).await.is(303);
        let value = kit.read(packs::entries).await.unwrap().find("city", "city").unwrap().value().unwrap();
        assert_eq!(value, serde_json::json!({ "key": "lipogrod", "name": { "pl": "Brzozowa" } }));
    })
    .await;
}

#[tokio::test]
async fn a_form_with_faults_comes_back_with_everything_typed() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        let page =
            admin.post("/settings/units/lampy", &[("name.pl", "Lampy"), ("people", "siedem"), ("kind", "crew"), ("version", "1")]).await;
        page.is(422).says("Wpisz liczbę").has("siedem").has("Lampy");
        let page =
            admin.post("/settings/units/lampy", &[("name.pl", "Lampy"), ("kind", "crew"), ("parent", "nikt"), ("version", "1")]).await;
        page.is(422).says("Nie ma takiego wpisu: nikt");
        admin.post("/settings/units/new", &[("key", "zd"), ("name.pl", "Drugi"), ("kind", "crew")]).await.is(422).says("ten jest zajęty");
        admin.post("/settings/units/new", &[("key", "Zieleń Miejska"), ("name.pl", "Zieleń"), ("kind", "crew")]).await.is(422);
    })
    .await;
}

#[tokio::test]
async fn what_is_in_use_is_not_taken_away() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        admin
            .post("/settings/units/zd/removal", &[("version", "1")])
            .await
            .is(409)
            .says("coś innego korzysta")
            .says("Jednostki „lampy”, Część większej całości.")
            .never_says("Ktoś był szybszy");
        admin.post("/settings/units/lampy/removal", &[("version", "1")]).await.is(303);
        admin.post("/settings/units/zd/removal", &[("version", "1")]).await.is(303);
        admin.get("/settings/units").await.is(200).says("wyłączony");
        assert_eq!(kit.read(packs::entries).await.unwrap().keys("units").count(), 0);
    })
    .await;
}

#[tokio::test]
async fn an_entry_made_on_a_page_has_rows_and_is_there_at_once() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        let row = [
            ("key", "park"),
            ("name.pl", "Parki"),
            ("kind", "crew"),
            ("question[0]", "row"),
            ("question[0].ask.pl", "Który park?"),
            ("question[0].required", "yes"),
            ("question[1]", "row"),
        ];
        let more: Vec<_> = row.iter().copied().chain([("step", "more")]).collect();
        admin.post("/settings/units/new", &more).await.is(200).says("Który park?");
        let save: Vec<_> = row.iter().copied().chain([("step", "save")]).collect();
        assert_eq!(admin.post("/settings/units/new", &save).await.is(303).location(), Some("/settings/units/park?saved"));
        let value = kit.read(packs::entries).await.unwrap().find("units", "park").unwrap().value().unwrap();
        assert_eq!(value["question"][0]["ask"]["pl"], "Który park?");
        assert_eq!(value["question"].as_array().unwrap().len(), 1);
        admin.get("/settings/translations").await.is(200).says("Parki").says("brakuje");
    })
    .await;
}

#[tokio::test]
async fn hours_are_changed_and_their_spare_calendar_adds_nothing() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        let form = admin.get("/settings/hours/hours").await.form_to("/settings/hours/hours").type_in("week.fri", "08:00-14:00");
        let preview = admin.press(&form, "Pokaż, co się zmieni").await;
        preview.is(200).says("Co się zmieni").says("08:00-14:00").never_says("{}");
        admin.press(&preview.form_to("/settings/hours/hours"), "Zapisz zmianę").await.is(303);
        let value = kit.read(packs::entries).await.unwrap().find("hours", "hours").unwrap().value().unwrap();
        assert_eq!(value["week"]["fri"], serde_json::json!(["08:00-14:00"]));
        assert_eq!(value["calendar"].as_object().unwrap().keys().collect::<Vec<_>>(), ["line"]);
        let bad = [("week.mon", "8-14"), ("version", "2")];
        admin.post("/settings/hours/hours", &bad).await.is(422).says("Godziny zapisz jak 07:30-15:30").never_says("HH:MM");
    })
    .await;
}

#[tokio::test]
async fn a_table_that_nobody_filled_in_is_not_there() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        let form = admin.get("/settings/units/zd").await.form_to("/settings/units/zd").type_in("name.pl", "Zarząd Ulic");
        let preview = admin.press(&form, "Pokaż, co się zmieni").await;
        assert!(!preview.is(200).text().split("Zapisz zmianę").next().unwrap().contains("Godziny otwarcia"), "nothing is said of it");
        admin.press(&preview.form_to("/settings/units/zd"), "Zapisz zmianę").await.is(303);
        let value = kit.read(packs::entries).await.unwrap().find("units", "zd").unwrap().value().unwrap();
        assert_eq!(value.get("opening"), None, "the office's hours hold");

        let form = admin.get("/settings/units/zd").await.form_to("/settings/units/zd");
        let open = form.type_in("opening.week.mon", "09:00-12:00");
        let preview = admin.press(&open, "Pokaż, co się zmieni").await;
        preview.is(200).says("09:00-12:00");
        admin.press(&preview.form_to("/settings/units/zd"), "Zapisz zmianę").await.is(303);
        let value = kit.read(packs::entries).await.unwrap().find("units", "zd").unwrap().value().unwrap();
        assert_eq!(value["opening"], serde_json::json!({ "week": { "mon": ["09:00-12:00"] } }));
    })
    .await;
}

#[tokio::test]
async fn a_file_that_the_pack_does_without_begins_on_its_page() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        admin.get("/settings/statement").await.leads_to("/settings/statement/statement");
        let page = admin.get("/settings/statement/statement").await;
        let form = page.is(200).form_to("/settings/statement/statement").type_in("text.pl", "Winda jest z boku.");
        let preview = admin.press(&form, "Pokaż, co się zmieni").await;
        preview.is(200).says("Winda jest z boku.").never_says("{\"");
        admin.press(&preview.form_to("/settings/statement/statement"), "Zapisz zmianę").await.is(303);
        admin.get("/settings/statement/statement").await.is(200).has("Winda jest z boku.");
        assert_eq!(kit.read(packs::entries).await.unwrap().keys("statement").collect::<Vec<_>>(), ["statement"]);
        for address in ["/settings/statement/new", "/settings/city/new", "/settings/statement/other"] {
            admin.get(address).await.is(404);
            admin.post(address, &[("text.pl", "x"), ("step", "save")]).await.is(404);
        }
    })
    .await;
}

#[tokio::test]
async fn the_preview_of_a_new_entry_names_every_value() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        let fields = [("key", "park"), ("name.pl", "Parki"), ("kind", "crew")];
        admin.post("/settings/units/new", &fields).await.is(200).says("Nazwa").says("Parki").never_says("{\"");
    })
    .await;
}
