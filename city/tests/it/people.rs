//! The first people and programs of a city, made on the command line, and what a demo lets in that nobody else does.

use testkit::Engine;

use crate::{
    home::{ENGINES, Home},
    program::{Running, said},
    visitor::Visitor,
};

const PASSWORD: &str = "sowa na wieży ratusza";

/// Makes an account and gives the path of its one-time link.
fn invited(home: &Home, words: &[&str]) -> String {
    let said = home.run(&[&["staff", "create", "--public-url", "https://kontakt.example"], words].concat()).well();
    let link = said.lines().last().unwrap();
    let path = link.strip_prefix("https://kontakt.example").unwrap_or_else(|| panic!("{said}"));
    assert!(path.starts_with("/invitation/"), "{said}");
    path.to_owned()
}

/// Makes an account on the command line, sets its password by the link, and signs in.
pub async fn hired(home: &Home, visitor: &Visitor, words: &[&str], login: &str) -> Visitor {
    let link = invited(home, &[words, &["--login", login]].concat());
    visitor.post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await.is(303);
    let mut person = visitor.clone();
    person.sign_in(login, PASSWORD).await.is(303);
    person
}

#[tokio::test]
async fn the_first_administrator_comes_in_by_a_link_that_works_once() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&[]);
        let visitor = Visitor::new(city.address());
        let link = invited(&home, &["--admin", "--login", "anna.k", "--name", "Anna K."]);
        visitor.get(&link).await.is(200).says("anna.k");
        visitor.post(&link, &[("password", "krótkie"), ("again", "krótkie")]).await.is(422);
        visitor.post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await.is(303);
        visitor.get(&link).await.is(404);
        visitor.post(&link, &[("password", "inne hasło, też długie"), ("again", "inne hasło, też długie")]).await.is(404);

        let mut anna = visitor.clone();
        anna.sign_in("anna.k", "inne hasło, też długie").await.is(422);
        let owed = anna.sign_in("anna.k", PASSWORD).await;
        assert_eq!(owed.is(303).location, "/sign-in/second-step", "whoever administers needs a second step");
        anna.get("/people").await.is(303);
        anna.set_up_codes().await.is(200).says("Kody zapasowe");
        anna.get("/people").await.is(200).says("Anna K.");
        anna.get("/mailbox").await.is(404);
        city.stop();
        home.run(&["verify"]).well();
    }
}

#[test]
fn what_is_wrong_with_a_new_account_is_said_by_its_flag() {
    let home = Home::new(Engine::Sqlite);
    home.serve(&[]).stop();
    let check = |words: &[&str], says: &[&str]| drop(home.run(&[&["staff", "create"], words].concat()).refused(1, says));
    check(&["--login", "anna", "--roles", "agent,boss"], &["--roles", "no role boss", "agent", "administrator"]);
    check(&["--login", "anna"], &["--admin", "--roles"]);
    check(&["--login", "Anna K.", "--admin"], &["--login", "small letters"]);
    check(&["--login", "anna", "--roles", "unit_staff", "--unit", "zarzad-chmur"], &["--unit"]);
    invited(&home, &["--login", "anna", "--roles", "unit_staff", "--unit", "zarzad-drog"]);
    check(&["--login", "anna", "--admin"], &["--login", "taken"]);
    let name_only = home.run(&["apikey", "create", "--name", " "]);
    name_only.refused(1, &["--name"]);
}

#[tokio::test]
async fn a_key_is_printed_once_and_only_its_digest_is_kept() {
    for engine in ENGINES {
        let home = Home::new(engine);
        home.serve(&[]).stop();
        let key = home.run(&["apikey", "create", "--name", "Aplikacja"]).well();
        let key = key.trim().to_owned();
        assert!(key.starts_with("hejnal_"), "{key}");
        let holder = home.look(move |read| staff::actions::key_holder(read, &key)).await.unwrap();
        assert_eq!(holder.name, "Aplikacja");
        home.run(&["verify"]).well();
    }
}

#[tokio::test]
async fn everybody_comes_into_a_demo_and_nobody_by_its_ways_into_a_city() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        Visitor::staff(city.address(), "admin@lipogrod.example").await.get("/people").await.is(200);
        assert!(home.look(|read| staff::actions::key_holder(read, "demo")).await.is_some());
        city.stop();

        let earnest = Home::new(engine);
        let city = earnest.serve(&[]);
        Visitor::new(city.address()).sign_in("admin@lipogrod.example", "demo-lipogrod").await.is(422);
        assert!(earnest.look(|read| staff::actions::key_holder(read, "demo")).await.is_none());
        assert_eq!(earnest.count("select count(*) from accounts").await, 0);
        city.stop();
    }
}

#[tokio::test]
async fn a_demo_stays_a_demo_and_a_city_a_city() {
    for engine in ENGINES {
        let demo = Home::new(engine);
        demo.serve(&["--demo"]).stop();
        said(&mut demo.serving(&[])).refused(1, &["made with --demo", "--data"]);
        demo.serve(&["--demo"]).stop();

        let city = Home::new(engine);
        city.serve(&[]).stop();
        invited(&city, &["--admin", "--login", "anna"]);
        said(&mut city.serving(&["--demo"])).refused(1, &["--demo", "--data"]);
        assert_eq!(city.count("select count(*) from accounts").await, 1, "no demo account was made");
        city.serve(&[]).stop();
    }
}

#[test]
fn groups_of_the_single_sign_on_give_roles_that_the_city_has() {
    let home = Home::new(Engine::Sqlite);
    let serving = |role: &str| {
        let provider = "[single_sign_on]\nissuer = 'http://127.0.0.1:1'\nclient_id = 'hejnal'\n[single_sign_on.groups]";
        std::fs::write(home.beside("hejnal.toml"), format!("{provider}\nnocni = ['{role}']\n")).unwrap();
        home.serving(&["--config", home.beside("hejnal.toml").to_str().unwrap()])
    };
    said(&mut serving("boss")).refused(1, &["single_sign_on.groups", "\"nocni\"", "\"boss\"", "no such role"]);
    said(&mut serving("volunteer")).refused(1, &["\"nocni\"", "\"volunteer\"", "last day"]);
    let city = Running::start(&mut serving("night_duty"));
    city.address();
    city.stop();
}

#[tokio::test]
async fn whoever_is_cut_off_hears_nothing_more() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let admin = Visitor::staff(city.address(), "admin@lipogrod.example").await;
        let roads = Visitor::staff(city.address(), "drogi@lipogrod.example").await;
        let mut stream = roads.listen("unit:x").await;
        let found = admin.get("/people?q=drogi@lipogrod.example").await;
        let person = found.after("<h3><a href=\"/people/");
        admin.post_from(&format!("/people/{person}"), &format!("/people/{person}/deactivation"), &[]).await.is(303);
        let ended = async { while stream.chunk().await.unwrap().is_some() {} };
        tokio::time::timeout(crate::program::PATIENCE, ended).await.expect("the stream ends");
        city.stop();
    }
}

#[tokio::test]
async fn an_editor_sees_to_cards_and_topics_and_nothing_else() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&[]);
        let visitor = Visitor::new(city.address());
        let editor = hired(&home, &visitor, &["--roles", "editor"], "redakcja").await;
        let list = editor.get("/settings").await;
        list.is(200).says("/settings/cards").says("/settings/topics");
        assert!(!list.body.contains("/settings/units") && !list.body.contains("/settings/differences"), "{}", list.body);
        editor.get("/settings/topics").await.is(200);
        let cards = editor.get("/settings/cards").await;
        let card = cards.after("<h2><a href=\"/settings/cards/");
        let page = format!("/settings/cards/{card}");
        editor.get(&page).await.is(200);
        editor.post_from(&page, &format!("{page}/removal"), &[("version", "1")]).await.is(303);
        for path in ["/settings/units", "/settings/roles/agent", "/settings/units/new", "/settings/lists", "/settings/translations"] {
            editor.get(path).await.is(403);
        }
        editor.post_from("/settings/cards", "/settings/roles/agent/removal", &[("version", "1")]).await.is(403);
        city.stop();
    }
}
