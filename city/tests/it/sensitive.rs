//! A sensitive matter in a running city: no door tells anybody of it, not even by a count, but its unit, its author and
//! whoever it was shown to.

use std::time::Duration;

use testkit::Engine;

use crate::{
    home::{Home, WAITING, until},
    visitor::{PLACE, Visitor},
};

const WORDS: &str = "Maz bije mnie co wieczor";
const EMAIL: &str = "ofiara@poczta.example";

async fn settled(home: &Home) {
    until("all work is done", async || home.count(WAITING).await == 0).await;
}

/// What somebody reads on all pages that could betray a matter.
async fn seen(visitor: &Visitor, number: &str, case: &str) -> Vec<(String, u16, String)> {
    let paths = [
        "/".to_owned(),
        "/services".into(),
        "/mailbox".into(),
        "/cases".into(),
        "/cases?show=late".into(),
        "/cases?show=closed".into(),
        "/cases/undispatched".into(),
        format!("/cases/undispatched?saved={case}"),
        format!("/cases/{case}"),
        "/desk".into(),
        "/desk/jobs".into(),
        "/search?q=Maz+bije".into(),
        format!("/reports/{number}"),
    ];
    let mut all = Vec::new();
    for path in paths {
        let page = visitor.get(&path).await;
        all.push((path, page.status, page.body));
    }
    all
}

/// Without what differs from one answer to the next: tokens, ids of requests, what was typed.
fn comparable(pages: Vec<(String, u16, String)>, typed: &[&str]) -> Vec<(u16, String)> {
    let plain = |(path, status, body): (String, u16, String)| {
        let mut body = body;
        for word in typed {
            body = body.replace(word, "");
        }
        let lines = body.lines().filter(|line| !["_token", "request", "Numer błędu", "kod"].iter().any(|mark| line.contains(mark)));
        let place = path.split(['?', '/']).nth(1).unwrap_or_default().to_owned();
        (status, format!("{place}\n{}", lines.collect::<Vec<_>>().join("\n")))
    };
    pages.into_iter().map(plain).collect()
}

#[tokio::test]
async fn no_door_tells_of_a_sensitive_matter() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        assert_eq!(home.change(r#"update services set details = '{"sensitive": true}' where key = 'halas'"#).await, 1);
        let resident = Visitor::new(city.address());
        resident.report("Zwykla dziura", "jan@poczta.example").await.is(303);
        settled(&home).await;
        let mut people = vec![Visitor::new(city.address())];
        for login in ["admin", "beata", "piotr", "marta", "drogi", "iod", "irena"] {
            people.push(Visitor::staff(city.address(), &format!("{login}@lipogrod.example")).await);
        }
        // A number that could be one, and that nobody has.
        let unknown = base::ReportNumber::from_random(5, 7).to_string();
        let (none, nothing) = (unknown.as_str(), "0198f000-0000-7000-8000-000000000000");
        let mut before = Vec::new();
        for person in &people {
            before.push(comparable(seen(person, none, nothing).await, &[none, nothing]));
        }
        let stream = reqwest::get(format!("http://{}/live?topics=unit:x", city.address())).await.unwrap();
        drop(stream);

        let sent = resident.post("/report", &[PLACE, ("service", "halas"), ("body", WORDS), ("reply", "email"), ("email", EMAIL)]).await;
        let number = sent.number().to_owned();
        settled(&home).await;
        // A letter that could not leave stands on the list of failed jobs: for the unit only.
        let hers = "select id from notices where address = 'ofiara@poczta.example' limit 1";
        let notice = home.look(move |read| read.value::<base::Id>(hers, &[])).await;
        let failed = format!("update jobs set state = 'failed', last_error = 'x', finished_at = 1 where payload->>'notice' = '{notice}'");
        assert_eq!(home.change_all(vec![failed]).await, 1);
        let ids = "select c.id from cases c where c.sensitive";
        let case = home.look(move |read| read.value::<base::Id>(ids, &[])).await.to_string();
        for (person, before) in people.iter().zip(before) {
            let pages = seen(person, &number, &case).await;
            // Digits find services and places, too, so this page may differ; it leads to no report.
            let found = person.get(&format!("/search?q={number}")).await;
            found.is(200).never_says(&format!("/reports/{number}"));
            for (path, _, body) in &pages {
                for secret in [WORDS, EMAIL] {
                    assert!(!body.contains(secret), "{secret} at {path}");
                }
            }
            for (now, then) in comparable(pages, &[&number, &case]).into_iter().zip(before) {
                let differing: Vec<_> = now.1.lines().filter(|line| !then.1.contains(line)).collect();
                assert!(now == then, "something has changed: {} {} {differing:?}", now.0, then.0);
            }
        }
        let unit = Visitor::staff(city.address(), "straz@lipogrod.example").await;
        unit.get("/cases").await.is(200).says(&number);
        unit.get(&format!("/cases/{case}")).await.is(200).says(WORDS).says("Sprawa wrażliwa");
        unit.get("/desk/jobs").await.is(200).says("Wysłać mieszkańcowi e-mail");
        unit.get("/mailbox").await.is(200).says(&number);
        resident.get(&sent.location).await.is(200).says(WORDS);
        nobody_hears(&home, &city.address().to_string(), &unit, &case, &number).await;
        city.stop();
        home.run(&["verify"]).well();
    }
}

/// A stranger who listens for the report's number hears nothing of what the unit does.
async fn nobody_hears(home: &Home, address: &str, unit: &Visitor, case: &str, number: &str) {
    let public =
        home.look(|read| read.value::<i64>("select number from reports r join cases c on c.id = r.case_id where c.public", &[])).await;
    let shown = base::ReportNumber::from_value(public).unwrap();
    let mut stream = reqwest::get(format!("http://{address}/live?topics=report:{number},report:{shown}")).await.unwrap();
    unit.post_from(&format!("/cases/{case}"), &format!("/cases/{case}/acceptance"), &[]).await.is(303);
    let roads = Visitor::staff(address.parse().unwrap(), "drogi@lipogrod.example").await;
    let other = format!("/cases/{}", roads.get("/cases").await.after("<h3><a href=\"/cases/"));
    roads.post_from(&other, &format!("{other}/acceptance"), &[]).await.is(303);
    let mut heard = String::new();
    let listening = async {
        while !heard.contains(&format!("report:{shown}")) {
            let Some(chunk) = stream.chunk().await.unwrap() else { break };
            heard.push_str(&String::from_utf8_lossy(&chunk));
        }
    };
    tokio::time::timeout(Duration::from_secs(30), listening).await.expect("what happened later is heard");
    assert!(!heard.contains(number), "{heard}");
}
