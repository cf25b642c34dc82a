//! The officer finds who looked at whose data: by person, record, purpose, words and day, and without a gap.

use crate::{
    home::{ENGINES, Home, WAITING, until},
    visitor::Visitor,
};

const EMAIL: &str = "zaneta@poczta.example";
/// Looks of one account, one for each event of the journal, so that there are more than a page of them.
const MANY: &str = "insert into looks (id, at, account_id, act, subject_kind, purpose, words)
     select e.id, 1700000000000000 + row_number() over (order by e.id), (select a.id from accounts a where a.login like 'marta%'), 'search',
         'resident', 'complaint', 'Żaneta Łoś' from events e order by e.id limit 250";

/// The lines of looks on a page, and where older ones are.
fn lines(body: &str) -> (usize, Option<String>) {
    let older = body.split("href=\"/privacy/looks?").skip(1).map(|rest| rest.split('"').next().unwrap().replace("&#38;", "&"));
    let older = older.map(|query| format!("/privacy/looks?{query}")).find(|href| href.contains("of=looks"));
    (body.matches("<tr><td>").count(), older)
}

#[tokio::test]
async fn looks_are_found_turned_over_and_taken_out_whole() {
    for engine in ENGINES {
        let home = Home::new(engine);
        let city = home.serve(&["--demo"]);
        let sent = Visitor::new(city.address()).report("Dziura w jezdni", EMAIL).await;
        until("all work is done", async || home.count(WAITING).await == 0).await;
        let agent = Visitor::staff(city.address(), "marta@lipogrod.example").await;
        agent.get("/residents").await.is(200).never_says("selected");
        let case = agent.get("/cases").await.after("<h3><a href=\"/cases/").to_owned();
        agent.get(&format!("/cases/{case}")).await.is(200);
        assert!(home.change_all(vec![MANY.to_owned()]).await >= 210, "the premise: more than two pages");
        let all = usize::try_from(home.count("select count(*) from looks").await).unwrap();

        let officer = Visitor::staff(city.address(), "iod@lipogrod.example").await;
        let (mut seen, mut place) = (0, Some("/privacy/looks?purpose=complaint&words=zaneta+los".to_owned()));
        while let Some(here) = place {
            let page = officer.get(&here).await;
            let (count, older) = lines(&page.is(200).body);
            seen += count;
            place = older;
        }
        assert_eq!(i64::try_from(seen).unwrap(), home.count("select count(*) from looks where purpose = 'complaint'").await);
        let file = officer.get("/privacy/looks.csv").await;
        assert!(file.is(200).body.lines().count() > all, "all of them, and those of the officer");
        officer.get("/privacy/looks?since=2023-11-14&until=2023-11-15").await.is(200).says("Starsze wglądy");
        officer.get("/privacy/looks?until=2023-11-13").await.is(200).says("Nic nie znaleziono");
        officer.get("/privacy/looks?since=wczoraj&purpose=x").await.is(200).says("Wpisz datę").says("Wybierz cel z listy");
        officer.get("/privacy/looks.csv?since=wczoraj").await.is(422);
        for subject in [EMAIL, sent.number()] {
            let page = officer.get(&format!("/privacy/looks?subject={subject}")).await;
            page.is(200).says(&format!("zajrzenie: sprawa {case}")).says("otwarcie sprawy").never_says("case.opened");
        }
        let page = officer.get(&format!("/privacy/looks?subject={EMAIL}")).await;
        page.says("zapisanie nowej osoby").says("wysłanie wiadomości").says("przyjęcie zgłoszenia");
        what_is_kept_is_told_in_words(&home, &officer).await;
        city.stop();
    }
}

/// A person's page says moments and words, not what the program keeps.
async fn what_is_kept_is_told_in_words(home: &Home, officer: &Visitor) {
    let of_her = "select resident_id from ways where address = 'zaneta@poczta.example'";
    let need = format!("insert into needs (resident_id, kind, noted_at) select w.resident_id, 'calls_only', 0 from ({of_her}) w");
    assert_eq!(home.change_all(vec![need]).await, 1);
    let id = home.look(move |read| read.value::<base::Id>(of_her, &[])).await;
    let page = officer.get(&format!("/privacy/residents/{id}")).await;
    page.is(200).says("strona miasta").says("tylko rozmowy").says("wysłano albo zakończono").says("dziś o");
    for kept in ["\"email\"", "&#34;email&#34;", "calls_only", "ended_at", "\"pl\""] {
        assert!(!page.body.contains(&format!("<dd><p>{kept}")) && !page.body.contains(&format!("<dt>{kept}")), "{kept} in {}", page.body);
    }
}
