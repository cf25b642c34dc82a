//! The trip of a report through a running city: sent without a cookie, worked on by its unit, told by letters, kept.

use testkit::Engine;

use crate::{
    home::{ENGINES, Home, WAITING, until},
    program::Running,
    visitor::Visitor,
};

const SECRET: &str = "Dziura przy klatce, w ktorej mieszkam.";

async fn a_report_goes_to_its_unit_and_back(home: &Home) -> (Running, String) {
    let city = home.serve(&["--demo"]);
    let resident = Visitor::new(city.address());
    let sent = resident.report(SECRET, "anna@poczta.example").await;
    let number = sent.number().to_owned();
    assert!(sent.cookies.is_empty(), "a resident needs no cookie: {sent:?}");
    let own = resident.get(&sent.location).await;
    own.is(200).says(&format!("Zgłoszenie przyjęte. Numer {number}")).says(SECRET);
    until("the resident is told that the unit has the case", async || home.letters().len() == 2).await;
    let letters = home.letters().concat();
    assert!(letters.contains("To: anna@poczta.example"), "{letters}");

    let unit = Visitor::staff(city.address(), "drogi@lipogrod.example").await;
    let inbox = unit.get("/cases").await;
    let case = format!("/cases/{}", inbox.is(200).says(&number).after("<h3><a href=\"/cases/"));
    unit.post(&format!("{case}/acceptance"), &[]).await.is(403);
    unit.post_from(&case, &format!("{case}/acceptance"), &[]).await.is(303);
    let words = [("outcome", "fixed"), ("no_photo", "Jest ciemno"), ("words", "Zasypano kruszywem."), ("step", "send")];
    unit.post_from(&case, &format!("{case}/closure"), &words).await.is(303);
    until("the resident is told how it ended", async || home.letters().len() == 3).await;
    let story = resident.get(&format!("/reports/{number}")).await;
    story.is(200).says("Zasypano kruszywem.").never_says(SECRET);
    (city, number)
}

#[tokio::test]
async fn a_report_is_worked_on_and_told_and_a_second_start_keeps_it() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let (city, number) = a_report_goes_to_its_unit_and_back(&home).await;
        let said = home.run(&["verify"]).well();
        assert!(said.contains("and the rows agree"), "{said}");
        city.stop();

        let city = home.serve(&["--demo"]);
        let visitor = Visitor::new(city.address());
        visitor.get(&format!("/case?number={number}")).await.is(303);
        visitor.get(&format!("/reports/{number}")).await.is(200).says("Zasypano kruszywem.");
        assert_eq!(home.count(WAITING).await, 0);
        assert_eq!(home.letters().len(), 3, "nothing is sent again");
        city.stop();
    }
}

#[tokio::test]
async fn a_lamp_reported_by_its_number_goes_to_whoever_looks_after_it() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let resident = Visitor::new(city.address());
        let lamp = resident.get("/report?service=latarnia&place=lampa+L-1234").await;
        lamp.is(200).says("latarnia L-1234, ul. Składowa 24");
        let place_id = lamp.after("name=\"place_id\" value=\"");
        let (cared_for, own) = ("Bo: ta jednostka opiekuje się zgłoszoną rzeczą.", "Bo to jednostka tej usługi.");
        let (crew, roads) = ("ekipa3@lipogrod.example", "drogi@lipogrod.example");
        for (field, place, told, reader, why) in [
            ("place_id", place_id, "", crew, cared_for),
            ("place_id", "11-listopada/1", "", roads, own),
            ("place", "lampa nr l1234", "", crew, cared_for),
            ("place_id", "skladowa/24", "1234", crew, cared_for),
            ("place", "tam, gdzie zawsze", "L-1234", crew, cared_for),
            // A number from the other end of the city was misread; and who empties the bin has nothing to do with the lamp.
            ("place_id", "11-listopada/1", "L-1234", roads, own),
            ("place_id", "bin:K-0001", "", roads, own),
        ] {
            let fields = [
                (field, place),
                ("service", "latarnia"),
                ("answer-numer", told),
                ("body", "Nie świeci."),
                ("danger", "no"),
                ("reply", "none"),
            ];
            let number = resident.post("/report", &fields).await.number().to_owned();
            until("all work is done", async || home.count(WAITING).await == 0).await;
            let unit = Visitor::staff(city.address(), reader).await;
            let inbox = unit.get("/cases").await;
            let (before, _) = inbox.is(200).body.split_once(&format!("<span class=\"code\">{number}")).unwrap();
            let case = &before.rsplit_once("<h3><a href=\"/cases/").unwrap().1[..36];
            unit.get(&format!("/cases/{case}")).await.is(200).says(&number).says(why);
        }
        city.stop();
    }
}

#[tokio::test]
async fn a_running_city_tells_how_it_is() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&["--demo"]);
    let visitor = Visitor::new(city.address());
    visitor.get("/health/live").await.is(200).says("live");
    visitor.get("/health/ready").await.is(200).says(r#""ready":true"#).says("The database answers.");
    visitor.report("Dziura", "anna@poczta.example").await.is(303);
    visitor.get("/metrics").await.is(200).says("http_requests_total{").says("store_commit_closures");
    city.stop();
}

#[tokio::test]
async fn a_row_that_does_not_follow_from_the_journal_is_named_by_verify() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&["--demo"]);
    Visitor::new(city.address()).report("Dziura", "anna@poczta.example").await.is(303);
    until("all work is done", async || home.count(WAITING).await == 0).await;
    city.stop();
    home.run(&["verify"]).well();
    assert_eq!(home.change("update cases set state = 'received', unit_id = null").await, 1);
    let said = home.run(&["verify"]);
    assert!(said.out.contains("case "), "{said:?}");
    said.refused(1, &["disagreement"]);
}
