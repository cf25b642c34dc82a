//! A city of one's own: from an empty pack, from a pack that the present city was written as, and with lists from pages.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::Value as Json;

use crate::{
    home::{ENGINES, Home, root, small_city, until},
    people::hired,
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
async fn everybody_whom_a_pack_lists_gets_an_account_and_a_link_once() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let pack = home.beside("town");
        said(hejnal(&["pack", "new"]).arg(&pack)).well();
        let city = serve(&home, &pack);
        let take = || said(home.command(&["staff", "take"]).arg("--city").arg(&pack));
        let ola = "[[account]]\nlogin = 'ola'\nname = 'Ola Lis'\nroles = ['agent']\n";
        fs::write(pack.join("staff.toml"), format!("{ola}password = 'x'\n")).unwrap();
        take().refused(1, &["account ola", "a password in a file protects nothing"]);
        fs::write(
            pack.join("staff.toml"),
            format!("{ola}deputy = 'jan'\n[[account]]\nlogin = 'jan'\nname = 'Jan Bór'\nroles = ['supervisor']\n"),
        )
        .unwrap();
        let told = take().well();
        let link = told.lines().find_map(|line| line.strip_prefix("ola\thttp://localhost:8311")).expect("a link for ola");
        assert!(take().well().contains("Everybody in staff.toml has an account already."));
        let mut ola = Visitor::new(city.address());
        let password = "konwalie pod oknem 7";
        ola.post(link, &[("password", password), ("again", password)]).await.is(303);
        ola.sign_in("ola", password).await.is(303);
        ola.get("/cases").await.is(200);
        assert_eq!(
            home.count("select count(*) from accounts a join accounts b on b.id = a.deputy_id where a.login = 'ola' and b.login = 'jan'")
                .await,
            1
        );
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
        admin.upload(path, "assets.csv", faulty).await.is(422).says("wiersz 2: ").says("wiersz 3: ");
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

/// Makes the administrator of a new city on the command line, who then sets a password and an app with codes.
async fn first_administrator(home: &Home, city: &Running) -> Visitor {
    let said = home.run(&["staff", "create", "--admin", "--login", "anna.k", "--name", "Anna Kowalska"]).well();
    let link = said.lines().last().unwrap().split_once("/invitation/").unwrap().1.to_owned();
    let mut anna = come_in(city, &link, "anna.k").await;
    anna.set_up_codes().await.is(200);
    anna
}

async fn come_in(city: &Running, invitation: &str, login: &str) -> Visitor {
    let mut person = Visitor::new(city.address());
    person.post(&format!("/invitation/{invitation}"), &[("password", PASSWORD), ("again", PASSWORD)]).await.is(303);
    person.sign_in(login, PASSWORD).await.is(303);
    person
}

/// Each entry of the town, page by page in the order of the guide, with what is typed on it.
const PAGES: [(&str, &[(&str, &str)]); 10] = [
    (
        "/settings/city/city",
        &[
            ("name.pl", "Zalesie"),
            ("legal_owner", "Gmina Zalesie"),
            ("controllers", "city = Burmistrz Zalesia, Rynek 1, Zalesie"),
            ("contact.email", "kontakt@zalesie.example"),
            ("contact.phone", "+48225550100"),
            ("contact.phone_shown", "22 555 01 00"),
            ("bounds.south", "52,0"),
            ("bounds.north", "52.2"),
            ("bounds.west", "20.9"),
            ("bounds.east", "21.1"),
        ],
    ),
    ("/settings/units/urzad", &[("name.pl", "Urząd Zalesia")]),
    ("/settings/units/new", &[("key", "drogi"), ("name.pl", "Referat Dróg"), ("short", "Drogi"), ("email", "drogi@zalesie.example")]),
    ("/settings/groups/new", &[("key", "ulice"), ("name.pl", "Ulice")]),
    (
        "/settings/services/new",
        &[
            ("key", "dziura"),
            ("name.pl", "Dziura w jezdni"),
            ("group", "ulice"),
            ("kind", "intervention"),
            ("unit", "drogi"),
            ("public", "yes"),
            ("deadline.working_days", "3"),
        ],
    ),
    ("/settings/hours/hours", &[("week.fri", "07:30-14:00"), ("calendar[0].key", "telefon"), ("calendar[0].week.mon", "08:00-18:00")]),
    ("/settings/topics/new", &[("key", "drogi"), ("name.pl", "Drogi")]),
    (
        "/settings/lines/new",
        &[
            ("key", "glowna"),
            ("name.pl", "Linia główna"),
            ("number", "+48225550100"),
            ("unit", "urzad"),
            ("hours", "telefon"),
            ("topics", "drogi"),
        ],
    ),
    (
        "/settings/privacy/new",
        &[
            ("key", "zgloszenia"),
            ("title.pl", "Zgłoszenia"),
            ("controller", "city"),
            ("short.pl", "Dane służą do załatwienia sprawy."),
            ("purpose.pl", "Załatwienie sprawy."),
            ("basis.pl", "Zadanie publiczne."),
            ("kept.pl", "Dwa lata."),
            ("recipients.pl", "Nikt."),
            ("duty.pl", "Dobrowolne."),
            ("officer", "iod@zalesie.example"),
        ],
    ),
    (
        "/settings/accessibility/accessibility",
        &[
            ("published_on", "2026-11-01"),
            ("updated_on", "2026-11-01"),
            ("prepared_on", "2026-11-01"),
            ("reviewed_on", "2026-11-01"),
            ("status", "partial"),
            ("person", "Jan Nowak"),
            ("email", "dostepnosc@zalesie.example"),
            ("phone", "22 555 01 01"),
            ("architecture.pl", "Podjazd jest od podwórza."),
        ],
    ),
];
const LISTS: [(&str, &str); 2] = [
    ("streets.csv", "key,name,prefix,name_where\ndluga,Długa,ul.,przy ul. Długiej\n"),
    ("addresses.csv", "street,number,lat,lng,district\ndluga,1,52.1,21.0,\n"),
];
const PASSWORD: &str = "sowa na wieży ratusza";

/// A resident reports a hole in the town; whoever works in the unit for roads finds it.
async fn takes_a_report(city: &Running, worker: &Visitor) {
    let resident = Visitor::new(city.address());
    resident.get("/").await.is(200).says("22 555 01 00");
    let fields = [
        ("place_id", "dluga/1"),
        ("service", "dziura"),
        ("body", "Głęboka dziura przy szkole"),
        ("reply", "email"),
        ("email", "ewa@poczta.example"),
    ];
    resident.post("/report", &fields).await.is(303);
    let case = async || worker.get("/cases").await.body.contains("Dziura w jezdni");
    until("the unit sees the case", case).await;
    resident.get("/accessibility").await.is(200).says("Podjazd jest od podwórza.").says("Gmina Zalesie");
    resident.get("/privacy").await.is(200).says("Zgłoszenia");
    resident.get("/call").await.is(200).says("Linia główna");
}

#[tokio::test]
async fn a_town_is_made_on_pages_alone_and_written_as_files() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let pack = home.beside("town");
        said(hejnal(&["pack", "new"]).arg(&pack)).well();
        let city = serve(&home, &pack);
        let anna = first_administrator(&home, &city).await;
        for (page, typed) in PAGES {
            anna.settle(page, typed).await.is(303);
        }
        for (file, text) in LISTS {
            let path = format!("/settings/lists/{file}");
            let digest = anna.upload(&path, file, text).await.is(200).after(r#"name="digest" value=""#).to_owned();
            anna.post_from(&path, &format!("{path}/taking"), &[("digest", &digest), ("version", "0")]).await.is(303);
        }
        let form = anna.get("/people/new").await;
        let typed = [("login", "jan.n"), ("name", "Jan Nowak"), ("unit", "drogi"), ("roles", "specialist")];
        let made = anna.press("/people/new", form.is(200), &typed, "Zapisz").await;
        let invitation = made.is(201).after("/invitation/").split(['<', '"', ' ']).next().unwrap().to_owned();
        let worker = come_in(&city, &invitation, "jan.n").await;
        let placed = async || Visitor::new(city.address()).get("/report?place=d%C5%82uga+1").await.body.contains("dluga/1");
        until("the lists are taken over", placed).await;
        takes_a_report(&city, &worker).await;
        city.stop();

        let files = home.beside("today");
        said(home.command(&["pack", "export"]).arg("--city").arg(&pack).arg(&files)).well();
        said(hejnal(&["pack", "check"]).arg(&files)).well();
        said(home.command(&["pack", "check"]).arg(&files)).well();
        let city = serve(&home, &files);
        takes_a_report(&city, &come_back(&city, "jan.n").await).await;
        city.stop();
        home.run(&["verify"]).well();
    }
}

/// What the files of a small town say beyond those of a new pack.
const FILES: [(&str, &str); 8] = [
    ("units.toml", "\n[[unit]]\nkey = \"drogi\"\nshort = \"Drogi\"\nname.pl = \"Referat Dróg\"\nemail = \"drogi@zalesie.example\"\n"),
    (
        "services.toml",
        "\n[[group]]\nkey = \"ulice\"\nname.pl = \"Ulice\"\n\n[[service]]\nkey = \"dziura\"\ngroup = \"ulice\"\nkind = \"intervention\"\n\
         name.pl = \"Dziura w jezdni\"\nunit = \"drogi\"\npublic = true\ndeadline = { working_days = 3 }\n",
    ),
    ("hours.toml", "\n[calendar.telefon.week]\nmon = [\"08:00-18:00\"]\n"),
    ("topics.toml", "[[topic]]\nkey = \"drogi\"\nname.pl = \"Drogi\"\n"),
    (
        "lines.toml",
        "[[line]]\nkey = \"glowna\"\nname.pl = \"Linia główna\"\nnumber = \"+48225550100\"\nnumber_shown = \"22 555 01 00\"\nunit = \"urzad\"\n\
         hours = \"telefon\"\ntopics = [\"drogi\"]\n",
    ),
    (
        "privacy.toml",
        "[[notice]]\nkey = \"zgloszenia\"\ntitle.pl = \"Zgłoszenia\"\ncontroller = \"city\"\nshort.pl = \"Do sprawy.\"\npurpose.pl = \"Sprawa.\"\n\
         basis.pl = \"Zadanie publiczne.\"\nkept.pl = \"Dwa lata.\"\nrecipients.pl = \"Nikt.\"\nduty.pl = \"Dobrowolne.\"\nofficer = \"iod@zalesie.example\"\n",
    ),
    (
        "accessibility.toml",
        "published_on = \"2026-11-01\"\nupdated_on = \"2026-11-01\"\nprepared_on = \"2026-11-01\"\nreviewed_on = \"2026-11-01\"\nstatus = \"partial\"\n\
         person = \"Jan Nowak\"\nemail = \"dostepnosc@zalesie.example\"\nphone = \"22 555 01 01\"\narchitecture.pl = \"Podjazd jest od podwórza.\"\n",
    ),
    (
        "retention.toml",
        "[[rule]]\nkey = \"zgloszenia\"\nwhat = \"report\"\nyears = 2\nafter = \"closed\"\nthen = \"blank\"\nbasis.pl = \"Instrukcja kancelaryjna.\"\n",
    ),
];

#[tokio::test]
async fn a_town_is_made_by_files_alone() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let pack = home.beside("town");
        said(hejnal(&["pack", "new"]).arg(&pack)).well();
        let city = fs::read_to_string(pack.join("city.toml")).unwrap();
        let city = city.replace("\"10 000 00 00\"", "\"22 555 01 00\"").replace("+48100000000", "+48225550100");
        fs::write(pack.join("city.toml"), city.replace("\"Gmina Miasto\"", "\"Gmina Zalesie\"")).unwrap();
        for (file, more) in FILES.iter().chain(&LISTS) {
            let before = fs::read_to_string(pack.join(file)).unwrap_or_default();
            fs::write(pack.join(file), before + more).unwrap();
            said(hejnal(&["pack", "check"]).arg(&pack)).well();
        }
        let city = serve(&home, &pack);
        let words = ["--roles", "specialist", "--unit", "drogi", "--name", "Jan Nowak"];
        let worker = hired(&home, &Visitor::new(city.address()), &words, "jan.n").await;
        takes_a_report(&city, &worker).await;
        city.stop();
        home.run(&["verify"]).well();
    }
}

async fn come_back(city: &Running, login: &str) -> Visitor {
    let mut person = Visitor::new(city.address());
    person.sign_in(login, PASSWORD).await.is(303);
    person
}
