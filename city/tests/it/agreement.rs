//! Pack, pages and uploaded lists go together: what would part them is refused, and what parted them all the same is told and
//! mended on a page, in a city that stays open.

use std::{fs, path::Path};

use crate::{
    home::{ENGINES, Home, copy_pack, until},
    program::{Running, hejnal, said},
    visitor::Visitor,
};

const ASSETS: &str = "/settings/lists/assets.csv";
const LAMP: &str = "kind,code,lat,lng,unit,street,near\nlamp_post,X-1,50.007424,20.007247,ul-nowa,,\n";

/// Opens the demo with this pack.
fn serve(home: &Home, pack: &Path) -> (Running, Visitor) {
    let running = Running::start(home.command(&["serve", "--demo", "--listen", "127.0.0.1:0"]).arg("--city").arg(pack));
    let visitor = Visitor::new(running.address());
    (running, visitor)
}

async fn admin(city: &Running) -> Visitor {
    Visitor::staff(city.address(), "admin@lipogrod.example").await
}

/// The demo's pack without lists of places, with a unit more.
fn pack(home: &Home) -> std::path::PathBuf {
    let pack = home.beside("pack");
    copy_pack(&pack);
    for list in ["addresses.csv", "assets.csv", "land.geojson", "lines.geojson", "landmarks.csv"] {
        fs::remove_file(pack.join(list)).unwrap();
    }
    let units = fs::read_to_string(pack.join("units.toml")).unwrap();
    fs::write(pack.join("units.toml"), format!("{units}\n[[unit]]\nkey = \"ul-nowa\"\nshort = \"Nowa\"\nname.pl = \"Ulica Nowa\"\n"))
        .unwrap();
    pack
}

async fn upload(admin: &Visitor) {
    let digest = admin.upload(ASSETS, "assets.csv", LAMP).await.is(200).after(r#"name="digest" value=""#).to_owned();
    admin.post_from(ASSETS, "/settings/lists/assets.csv/taking", &[("digest", &digest), ("version", "0")]).await.is(303);
    admin.get("/settings/lists").await.is(200).says("Jeden wiersz");
}

#[tokio::test]
async fn a_page_refuses_what_would_part_the_city_from_its_lists() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let pack = pack(&home);
        let (city, resident) = serve(&home, &pack);
        let admin = admin(&city).await;
        upload(&admin).await;

        let page = admin.get("/settings/city/city").await;
        let narrow = [("bounds.south", "50.05")];
        let refused = admin.press("/settings/city/city", page.is(200), &narrow, "Pokaż, co się zmieni").await;
        refused.is(422).says("Długie listy „assets.csv”").says("wierszy tej listy już by nie pasowało: 1");
        let turned = admin.press("/settings/city/city", &page, &[("bounds.south", "52")], "Pokaż, co się zmieni").await;
        turned.is(422).says("Początek i koniec są zamienione");
        let removal = [("version", "1")];
        let refused = admin.post_from("/settings/units/ul-nowa", "/settings/units/ul-nowa/removal", &removal).await;
        refused.is(409).says("coś innego korzysta").says("Długie listy „assets.csv”");

        admin.settle("/settings/units/ul-nowa", &[("name.pl", "Ulica Całkiem Nowa")]).await.is(303);
        until("the city goes on changing", async || resident.get("/services").await.status == 200).await;
        admin.get("/upkeep").await.is(200).says("Paczka i strony do siebie pasują");
        city.stop();
        serve(&home, &pack).0.stop();
        home.run(&["verify"]).well();
    }
}

#[tokio::test]
async fn a_pack_that_does_not_go_with_pages_opens_a_city_in_which_that_is_mended() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let pack = pack(&home);
        let (city, _) = serve(&home, &pack);
        upload(&admin(&city).await).await;
        city.stop();

        // The uploaded list names a unit that the new pack does not.
        let units = fs::read_to_string(pack.join("units.toml")).unwrap();
        let (without, _) = units.split_once("\n[[unit]]\nkey = \"ul-nowa\"").unwrap();
        fs::write(pack.join("units.toml"), without.replacen("Zarząd Dróg Lipogrodu", "Zarząd Dróg Nowych", 1)).unwrap();
        let check = || said(home.command(&["pack", "check"]).arg(&pack));
        said(hejnal(&["pack", "check"]).arg(&pack)).well();
        check().refused(1, &["lists: assets.csv: 1 rows do not fit", "ul-nowa"]);

        let (city, resident) = serve(&home, &pack);
        city.hears("pack and pages do not go together");
        resident.get("/services").await.is(200).says("Zarząd Dróg Lipogrodu");
        let admin = admin(&city).await;
        admin.get("/upkeep").await.is(200).says("do siebie nie pasuje").says("ul-nowa").says("Popraw te wartości");
        admin.settle("/settings/groups/new", &[("key", "nowa"), ("name.pl", "Grupa")]).await.is(303);
        admin.post_from(ASSETS, "/settings/lists/assets.csv/pack", &[("version", "1")]).await.is(303);
        until("the new pack is taken over", async || resident.get("/services").await.body.contains("Zarząd Dróg Nowych")).await;
        let mended = async || admin.get("/upkeep").await.body.contains("Paczka i strony do siebie pasują");
        until("the health page says so", mended).await;
        city.stop();
        check().well();
        home.run(&["verify"]).well();
    }
}

#[tokio::test]
async fn a_service_that_a_page_changed_keeps_the_unit_that_it_names() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let pack = home.beside("town");
        said(hejnal(&["pack", "new"]).arg(&pack)).well();
        let with = |file: &str, more: &str| {
            let before = fs::read_to_string(pack.join(file)).unwrap();
            fs::write(pack.join(file), before + more).unwrap();
        };
        let (units, services) = ("units.toml", "services.toml");
        let before = [units, services].map(|file| fs::read_to_string(pack.join(file)).unwrap());
        with(units, "\n[[unit]]\nkey = \"drogi\"\nshort = \"Drogi\"\nname.pl = \"Zarząd Dróg\"\n");
        with(
            services,
            "\n[[service]]\nkey = \"dziura\"\ngroup = \"inne\"\nkind = \"intervention\"\nname.pl = \"Dziura\"\nunit = \"drogi\"\n\
             public = true\ndeadline = { working_days = 3 }\n",
        );
        let (city, _) = serve(&home, &pack);
        let account = home.run(&["staff", "create", "--admin", "--login", "anna.k", "--name", "Anna K."]).well();
        let link = account.lines().last().unwrap().split_once("/invitation/").unwrap().1.to_owned();
        let mut anna = Visitor::new(city.address());
        let password = "sowa na wieży ratusza";
        anna.post(&format!("/invitation/{link}"), &[("password", password), ("again", password)]).await.is(303);
        anna.sign_in("anna.k", password).await.is(303);
        anna.set_up_codes().await.is(200);
        anna.settle("/settings/services/dziura", &[("name.pl", "Dziura w jezdni")]).await.is(303);
        city.stop();

        for (file, text) in [units, services].iter().zip(&before) {
            fs::write(pack.join(file), text).unwrap();
        }
        said(home.command(&["pack", "check"]).arg(&pack)).well();
        let (city, resident) = serve(&home, &pack);
        resident.get("/services").await.is(200).says("Dziura w jezdni").says("Zarząd Dróg");
        city.stop();
        home.run(&["verify"]).well();
    }
}
