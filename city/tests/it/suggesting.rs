//! The city learns from its own closed cases, and the portal suggests from the next start on.

use testkit::Engine;

use crate::{
    home::{Home, WAITING, until},
    visitor::Visitor,
};

#[tokio::test]
async fn what_residents_wrote_of_closed_cases_is_learnt_and_suggested() {
    let home = Home::new(Engine::Sqlite);
    home.serve(&["--demo"]).stop();
    home.run(&["suggest", "try", "dziura"]).refused(1, &["run `hejnal suggest train` first"]);
    home.run(&["suggest", "train"]).refused(1, &["there is nothing to learn from", "0 closed cases"]);
    let city = home.serve(&["--demo"]);
    let visitor = Visitor::new(city.address());
    for words in ["Dziura w jezdni przy szkole", "Głęboka dziura w jezdni", "W jezdni jest dziura"] {
        visitor.report(words, "anna@poczta.example").await.is(303);
    }
    for words in ["Złamana ławka w parku", "Ławka ma złamaną deskę", "Połamane deski ławki"] {
        visitor.report_about("lawka", words).await.is(303);
    }
    until("all work is done", async || home.count(WAITING).await == 0).await;
    city.stop();
    let closed = "update cases set state = 'closed', outcome = 'fixed', closed_at = opened_at";
    assert_eq!(home.change(closed).await, 6);
    let said = home.run(&["suggest", "train"]).well();
    assert!(said.contains("2 services from 6 cases"), "{said}");
    let said = home.run(&["suggest", "try", "złamane ławki"]).well();
    assert!(said.lines().next().is_some_and(|line| line.ends_with("lawka")), "{said}");

    let city = home.serve(&["--demo"]);
    let fields = [("place_id", "olszowa/14"), ("body", "złamana ławka")];
    Visitor::new(city.address()).post("/report/what", &fields).await.is(200).says("Z opisu wygląda na to");
    city.stop();

    // A file that is no model stops nothing.
    std::fs::write(home.data().join("suggest.model"), "nonsense").unwrap();
    home.run(&["suggest", "try", "dziura"]).refused(1, &["train it again"]);
    let city = home.serve(&["--demo"]);
    city.hears("nothing is suggested");
    Visitor::new(city.address()).post("/report/what", &fields).await.is(200).never_says("Z opisu");
    city.stop();
}
