//! An administrator changes the city on pages.

use testkit::on_both;
use web::texts_agree;

use crate::cast::browser;

const UNITS: &str = "[[unit]]\nkey = \"zd\"\nname.pl = \"Zarząd Dróg\"\nkind = \"office\"\n[[unit]]\nkey = \"lampy\"\nname.pl = \"Oświetlenie\"\nparent = \"zd\"\nkind = \"crew\"\n";

#[test]
fn the_three_languages_say_the_same_things() {
    assert_eq!(texts_agree(&[settings::TEXTS]), Vec::<String>::new());
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
        page.is(422).says("there is no such unit");
        admin.post("/settings/units/new", &[("key", "zd"), ("name.pl", "Drugi"), ("kind", "crew")]).await.is(422).says("ten jest zajęty");
        admin.post("/settings/units/new", &[("key", "Zieleń Miejska"), ("name.pl", "Zieleń"), ("kind", "crew")]).await.is(422);
    })
    .await;
}

#[tokio::test]
async fn what_is_in_use_is_not_taken_away() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", UNITS).await;
        admin.post("/settings/units/zd/removal", &[("version", "1")]).await.is(409).says("coś innego korzysta");
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
