//! An agent writes a report down for somebody who calls.

use crate::{
    home::{ENGINES, Home, WAITING, until},
    visitor::Visitor,
};

const NEW: &str = "/cases/new";
const WORDS: &str = "Pani mówi, że od tygodnia nikt nie odbiera śmieci.";

#[tokio::test]
async fn a_caller_without_e_mail_is_heard_found_a_place_and_called_back() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let agent = Visitor::staff(city.address(), "marta@lipogrod.example").await;
        let unit = Visitor::staff(city.address(), "drogi@lipogrod.example").await;
        unit.get(NEW).await.is(403);

        let begun = agent.get(NEW).await;
        let typed = [("body", WORDS), ("service", "dziura"), ("place", "listopada 1"), ("reply", "call"), ("phone", "600 100 200")];
        let looked = agent.press(NEW, &begun, &typed, "Szukaj miejsca i pokaż pytania").await;
        looked.is(200).says("Które to miejsce").says("ul. 11 Listopada 1").says(WORDS);
        let hasty = agent.press(NEW, &looked, &[("phone", "12")], "Zapisz zgłoszenie").await;
        hasty.is(422).says("href=\"#phone\"").says(WORDS);
        let saved = agent.press(NEW, &looked, &[("place_id", "11-listopada/1")], "Zapisz zgłoszenie").await;
        let number = saved.is(303).location.split_once("taken=").unwrap().1.to_owned();
        agent.get(&saved.location).await.is(200).says(&number);
        until("all work is done", async || home.count(WAITING).await == 0).await;
        unit.get("/cases").await.is(200).says(&number);
        let kept =
            "select count(*) from reports r join interactions i on i.id = r.interaction_id join ways w on w.resident_id = r.resident_id
             where i.channel = 'phone' and w.kind = 'phone' and w.address = '+48600100200' and r.body like 'Pani%'";
        assert_eq!(home.count(kept).await, 1);

        // The next caller speaks of the same hole.
        let second = [("body", "Ta sama dziura."), ("service", "dziura"), ("place", "listopada 1"), ("place_id", "11-listopada/1")];
        let alike = agent.press(NEW, &agent.get(NEW).await, &second[..3], "Szukaj miejsca i pokaż pytania").await;
        let alike = agent.press(NEW, &alike, &second[3..], "Szukaj miejsca i pokaż pytania").await;
        alike.is(200).says("Czy to jedna z nich?").says(&number);
        agent.press(NEW, &alike, &[("same", &number)], "Zapisz zgłoszenie").await.is(303);
        assert_eq!(home.count("select count(*) from cases where merged_into is null").await, 1, "one hole, two callers");
        assert_eq!(home.count("select count(*) from reports").await, 2);
        until("all work is done", async || home.count(WAITING).await == 0).await;
        city.stop();
        home.run(&["verify"]).well();
    }
}

#[tokio::test]
async fn who_is_in_danger_is_sent_to_the_right_number_and_nothing_is_written_down() {
    let home = Home::new(testkit::Engine::Sqlite);
    let city = home.serve(&["--demo"]);
    let agent = Visitor::staff(city.address(), "marta@lipogrod.example").await;
    let typed = [("body", "Iskrzy!"), ("service", "latarnia"), ("place", "lampa L-1234")];
    let page = agent.press(NEW, &agent.get(NEW).await, &typed, "Szukaj miejsca i pokaż pytania").await;
    page.is(200).says("latarnia L-1234");
    let stopped = agent.press(NEW, &page, &[("danger", "yes")], "Zapisz zgłoszenie").await;
    stopped.is(422).says("Niech ta osoba dzwoni od razu: 112");
    let typed = [("body", WORDS), ("service", "pomoc"), ("place", "listopada 1")];
    let page = agent.press(NEW, &agent.get(NEW).await, &typed, "Szukaj miejsca i pokaż pytania").await;
    agent.press(NEW, &page, &[], "Zapisz zgłoszenie").await.is(422).says(WORDS);
    let typed = [
        ("body", WORDS),
        ("service", "dziura"),
        ("place", "listopada 1"),
        ("step", "send"),
        ("channel", "phone"),
        ("reply", "none"),
        ("same", "1111-111-1"),
    ];
    agent.post_from(NEW, NEW, &typed).await.is(422).says("wśród podobnych już nie ma");
    assert_eq!(home.count("select count(*) from reports").await, 0);
    city.stop();
}
