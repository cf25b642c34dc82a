//! A city of one's own: from an empty pack, from a pack that the present city was written as, and with lists from pages.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::Value as Json;

use crate::{
    home::{ENGINES, Home, root, small_city, until},
    program::{Running, hejnal, said},
    visitor::Visitor,
};

/// Opens the city of this pack, without the demo.
fn serve(home: &Home, pack: &Path) -> Running {
    let running = Running::start(home.command(&["serve", "--listen", "127.0.0.1:0"]).arg("--city").arg(pack));
    running.address();
    running
}

/// What the city says of itself: the values in force by section and key.
async fn said_of_itself(home: &Home) -> BTreeMap<(String, String), Json> {
    let sections =
        ["city", "units", "groups", "services", "hours", "topics", "lines", "orders", "cards", "accessibility", "privacy", "centre"];
    let look = move |read: &store::Read<'_>| {
        let entries = packs::entries(read)?;
        let of = |section: &'static str| {
            let values = entries.of(section).iter().filter_map(|entry| Some(((section.to_owned(), entry.key.clone()), entry.value()?)));
            values.collect::<Vec<_>>()
        };
        Ok(sections.into_iter().flat_map(of).collect())
    };
    home.look(look).await
}

#[test]
fn the_schemas_beside_the_packs_are_what_the_program_writes() {
    let fresh = tempfile::tempdir().unwrap();
    said(hejnal(&["pack", "schemas"]).arg(fresh.path())).well();
    let all = |folder: &Path| -> BTreeMap<String, String> {
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        files.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap())).collect()
    };
    assert!(all(fresh.path()) == all(&root().join("cities/schemas")), "write them anew: hejnal pack schemas cities/schemas");
}

#[test]
fn every_file_of_a_pack_names_a_schema_that_is_there() {
    for city in ["demo", "poznan", "empty"] {
        for path in fs::read_dir(root().join("cities").join(city)).unwrap().map(|file| file.unwrap().path()) {
            let name = path.file_stem().unwrap().to_str().unwrap();
            let schema = root().join(format!("cities/schemas/{name}.schema.json"));
            if path.extension().is_some_and(|end| end == "toml") && schema.exists() {
                let text = fs::read_to_string(&path).unwrap();
                assert!(text.starts_with(&format!("#:schema ../schemas/{name}.schema.json\n")), "{}", path.display());
            }
        }
    }
}

#[tokio::test]
async fn a_new_pack_has_no_faults_and_opens_a_city() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let pack = home.beside("town");
        said(hejnal(&["pack", "new"]).arg(&pack)).well();
        assert!(said(hejnal(&["pack", "check"]).arg(&pack)).well().contains("no faults"));
        said(hejnal(&["pack", "new"]).arg(&pack)).refused(1, &["there already"]);
        let city = serve(&home, &pack);
        let resident = Visitor::new(city.address());
        resident.get("/").await.is(200).says("Miasto");
        resident.get("/services").await.is(200);
        city.stop();
        home.run(&["verify"]).well();
    }
}

#[tokio::test]
async fn a_city_is_written_as_a_pack_with_everything_that_pages_changed() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let admin = Visitor::staff(city.address(), "admin@lipogrod.example").await;
        admin.post_from("/settings/privacy/podatki", "/settings/privacy/podatki/removal", &[("version", "1")]).await.is(303);
        let group = [("key", "nowa"), ("name.pl", "Nowa \"grupa\""), ("step", "save"), ("version", "0")];
        admin.post_from("/settings/groups/new", "/settings/groups/new", &group).await.is(303);
        let day = [("calendar", "office"), ("on", "2099-11-20"), ("reason", "Brak prądu"), ("step", "save"), ("version", "1")];
        admin.post_from("/settings/closure", "/settings/closure", &day).await.is(303);
        let lamps = "kind,code,lat,lng,unit,street,near\nlamp_post,X-1,50.007424,20.007247,oswietlenie,,\n";
        let checked = admin.upload("/settings/lists/assets.csv", "assets.csv", lamps).await;
        let digest = checked.is(200).after(r#"name="digest" value=""#).to_owned();
        let take = [("digest", digest.as_str()), ("version", "0")];
        admin.post_from("/settings/lists/assets.csv", "/settings/lists/assets.csv/taking", &take).await.is(303);
        city.stop();

        let pack = home.beside("today");
        let mut export = home.command(&["pack", "export"]);
        said(export.arg("--city").arg(small_city()).arg(&pack)).well();
        said(hejnal(&["pack", "check"]).arg(&pack)).well();
        assert_eq!(fs::read_to_string(pack.join("assets.csv")).unwrap(), lamps);
        assert!(!pack.join("staff.toml").exists(), "accounts of a demo stay behind");

        let other = Home::new(engine);
        serve(&other, &pack).stop();
        let (one, two) = (said_of_itself(&home).await, said_of_itself(&other).await);
        assert!(one.contains_key(&("groups".into(), "nowa".into())) && !one.contains_key(&("privacy".into(), "podatki".into())));
        assert_eq!(one, two);
    }
}

#[tokio::test]
async fn a_list_from_a_page_holds_without_a_restart_and_after_one() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let admin = Visitor::staff(city.address(), "admin@lipogrod.example").await;
        let path = "/settings/lists/assets.csv";
        let faulty = "kind,code,lat,lng,unit,street,near\nlamp_post,X-1,10,20,oswietlenie,,\nlamp_post,X-2,50.007424,20.007247,nikt,,\n";
        admin.upload(path, "assets.csv", faulty).await.is(422).says("line 2").says("line 3");
        let lamps = "kind,code,lat,lng,unit,street,near\nlamp_post,X-1,50.007424,20.007247,oswietlenie,,\n";
        let digest = admin.upload(path, "assets.csv", lamps).await.is(200).after(r#"name="digest" value=""#).to_owned();
        admin.post_from(path, "/settings/lists/assets.csv/taking", &[("digest", &digest), ("version", "0")]).await.is(303);
        let rows = async || home.count("select count(*) from assets where active").await;
        until("the list is taken over", async || rows().await == 1).await;
        city.stop();

        let city = home.serve(&["--demo"]);
        assert_eq!(rows().await, 1, "the uploaded list wins over the pack's");
        let admin = Visitor::staff(city.address(), "admin@lipogrod.example").await;
        admin.post_from(path, "/settings/lists/assets.csv/pack", &[("version", "1")]).await.is(303);
        until("the pack's list is back", async || rows().await > 100).await;
        city.stop();
        home.run(&["verify"]).well();
    }
}
