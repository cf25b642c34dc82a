//! "How we are doing": what everybody sees counts public cases only, overdue open ones too, and tells no small numbers.

use base::Id;
use cases::{Outcome, actions};
use testkit::Engine;

use crate::cast::{BODY, Town, moment, roads};

async fn reported(town: &Town, service: &str, count: usize) {
    for place in 0..count {
        let words = format!("{BODY} {place}");
        let fields = [("place_id", "olszowa/14"), ("service", service), ("body", words.as_str()), ("token", &Id::new().to_string())];
        town.browser().post("/report", &fields).await.is(200);
    }
}

/// Ends the first `count` open cases of a service, each with the verdicts of its authors, if they gave any.
async fn ended(town: &Town, service: &'static str, verdicts: &'static [&'static str]) {
    for verdict in verdicts {
        let find = "select c.id from cases c join services s on s.id = c.service_id where s.key = $1 and c.state <> 'closed' order by c.id limit 1";
        let id: Id = town.kit.read(move |read| read.value(find, store::params![service])).await.unwrap();
        town.kit
            .write(move |tx| {
                actions::dispatch(tx, id, roads())?;
                actions::close(tx, id, &cases::Closing::new(Outcome::Fixed, "Zrobione.").without_photo("Jest ciemno"))?;
                if verdict.is_empty() {
                    return Ok(());
                }
                let report: Id = tx.value("select id from reports where case_id = $1", store::params![id])?;
                let closure: Id =
                    tx.value("select event_id from case_words where case_id = $1 order by event_id desc limit 1", store::params![id])?;
                let sql = "insert into verdicts (report_id, closure_id, case_id, ruling, body, given_at) values ($1, $2, $3, $4, '', $5)";
                tx.execute(sql, store::params![report, closure, id, *verdict, tx.now()]).map(drop)
            })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn open_overdue_cases_count_as_not_on_time_and_verdicts_count_as_authors_gave_them() {
    for engine in Engine::ALL {
        let town = Town::new(engine).await;
        town.kit.clock.put(moment("2026-11-02T10:00"));
        reported(&town, "lamp", 10).await;
        reported(&town, "family", 6).await;
        town.kit.clock.put(moment("2026-11-04T09:00"));
        ended(&town, "lamp", &["confirmed", "confirmed", "confirmed", "confirmed", "declined", ""]).await;
        town.kit.clock.put(moment("2026-11-20T10:00"));
        let mut browser = town.browser();
        let page = browser.get("/figures").await;
        page.is(200).says("Jak nam idzie").says("12.2025–11.2026");
        let csv = browser.get("/figures.csv?by=group").await;
        let lines: Vec<&str> = csv.is(200).html.lines().collect();
        assert_eq!(
            lines,
            ["group,reports,ended,on_time_percent,verified_fixed_percent,median_days,open_now", "Ulica,10,6,60%,80%,2,mniej niż 5"]
        );
        let months = browser.get("/figures.csv?by=month").await;
        assert_eq!(months.html.lines().nth(1), Some("11.2026,10,6,60%,80%,2,"));
        assert_eq!(months.html.lines().nth(2), Some("10.2026,0,0,–,–,–,"));
        assert_eq!(months.html.lines().count(), 13);
        let districts = browser.get("/figures.csv?by=district").await;
        districts.has("Olszyna,10,6,60%,80%,2,mniej niż 5").has("Bez wskazanej części miasta,0,0,–,–,–,0");
        page.has("href=\"/map?state=open&#38;group=street\"").has("<svg class=\"chart\"");
        assert!(!page.html.contains("Pomoc rodzinie") && !page.text().contains("Ludzie"), "nothing of what is not public");
        town.kit.end().await;
    }
}

#[tokio::test]
async fn figures_are_counted_anew_after_a_while_and_tell_no_small_numbers() {
    let town = Town::new(Engine::Sqlite).await;
    town.kit.clock.put(moment("2026-11-02T10:00"));
    reported(&town, "lamp", 4).await;
    let mut browser = town.browser();
    let first = |csv: &testkit::Page| csv.html.lines().nth(1).map(str::to_owned);
    assert_eq!(first(&browser.get("/figures.csv?by=group").await).as_deref(), Some("Ulica,mniej niż 5,0,–,–,–,mniej niż 5"));
    reported(&town, "lamp", 1).await;
    town.kit.clock.pass_seconds(599);
    assert!(first(&browser.get("/figures.csv?by=group").await).unwrap().contains("mniej niż 5,0"), "as they were");
    town.kit.clock.pass_seconds(1);
    assert_eq!(first(&browser.get("/figures.csv?by=group").await).as_deref(), Some("Ulica,5,0,–,–,–,5"));
    town.kit.end().await;
}
