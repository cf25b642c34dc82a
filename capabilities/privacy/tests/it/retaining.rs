//! Retention: what is old enough goes in chunks, what is held or kept stays, and figures do not change.

use base::{Error, Id, Wording};
use privacy::{
    actions,
    model::{After, Rule, Then, What},
};
use store::Tx;
use testkit::{Engine, Kit};

use crate::cast::{anna, close, faults, found, opened, zone};

fn rule(key: &str, what: What, after: After, then: Then) -> Rule {
    let basis = Wording { pl: "rejestr czynności".into(), uk: None, en: None };
    Rule { key: key.into(), what, service: None, kind: None, days: None, months: None, years: Some(2), after, then, basis }
}

fn rules() -> Vec<Rule> {
    vec![
        rule("reports", What::Report, After::Closed, Then::Blank),
        rule("cases", What::Case, After::Closed, Then::Blank),
        rule("talks", What::Interaction, After::Created, Then::Pseudonymise),
        rule("notices", What::Notice, After::Ended, Then::Blank),
        rule("people", What::Resident, After::LastContact, Then::Blank),
        rule("looks", What::Look, After::Created, Then::Erase),
        rule("sessions", What::Session, After::Ended, Then::Erase),
    ]
}

async fn counts(kit: &Kit) -> Vec<(String, i64)> {
    let now = kit.db.now();
    let preview = kit.read(move |read| actions::preview(read, now, &zone())).await.unwrap();
    preview.found.into_iter().map(|found| (found.rule.key, found.count)).collect()
}

#[tokio::test]
async fn what_is_old_enough_goes_and_the_rest_stays() {
    for engine in Engine::ALL {
        let kit = Kit::new(engine, |_| Vec::new(), privacy::jobs::handlers("/nowhere".into(), zone()).into_iter().collect()).await;
        let officer = found(&kit).await;
        let (gone, archived, open) = (opened(&kit).await, opened(&kit).await, opened(&kit).await);
        close(&kit, gone.case_id).await;
        close(&kit, archived.case_id).await;
        let keep = move |tx: &Tx<'_>| tx.execute("update cases set archive = 'B5' where id = $1", store::params![archived.case_id]);
        kit.write(keep).await.unwrap();
        kit.write(|tx| actions::take_over_rules(tx, &rules())).await.unwrap();
        assert!(counts(&kit).await.iter().all(|(_, count)| *count == 0), "nothing is old yet");

        kit.clock.pass_seconds(3 * 366 * 86_400);
        let expected = [("reports", 1), ("cases", 1), ("talks", 2), ("notices", 0), ("people", 0), ("looks", 0), ("sessions", 0)];
        assert_eq!(counts(&kit).await, expected.map(|(key, count)| (key.to_owned(), count)));
        let figures = kit.read(cases::figures::by_kind).await.unwrap();
        kit.write(|tx| actions::start(tx, None)).await.unwrap();
        kit.settle().await;
        assert!(counts(&kit).await.iter().all(|(_, count)| *count == 0), "it is done");
        assert_eq!(kit.value::<i64>("select count(*) from reports where body <> ''").await, 2, "archived and open ones stay");
        assert_eq!(kit.value::<i64>("select count(*) from interactions where resident_id is not null").await, 1, "{}", open.number);
        assert_eq!(kit.value::<i64>("select count(*) from tombstones").await, 4);
        assert_eq!(kit.read(cases::figures::by_kind).await.unwrap(), figures);
        assert_eq!(kit.value::<i64>("select count(*) from retention_runs where ended_at is not null").await, 1);

        let stale = officer.clone();
        let wrong = kit.write(move |tx| actions::switch(tx, &stale, Some("x"))).await;
        assert!(matches!(wrong, Err(Error::Conflict("privacy-retention-changed"))));
        let now = kit.db.now();
        let seen = kit.read(move |read| actions::preview(read, now, &zone())).await.unwrap().digest;
        kit.write(move |tx| actions::switch(tx, &officer, Some(&seen))).await.unwrap();
        kit.write(actions::begin_day).await.unwrap();
        kit.settle().await;
        assert_eq!(kit.value::<i64>("select count(*) from retention_runs").await, 2, "the daily one");
        kit.write(|tx| actions::take_over_rules(tx, &rules()[..2])).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from retention_switches").await, 0, "new rules are previewed first");
        assert_eq!(faults(&kit).await, Vec::<String>::new(), "{engine:?}");
        kit.end().await;
    }
}

/// How much the rules of report, case, conversation, notice and person find, together.
async fn aged(kit: &Kit) -> i64 {
    counts(kit).await.into_iter().map(|(_, count)| count).sum()
}

async fn set(kit: &Kit, sql: &'static str, id: Id) {
    kit.write(move |tx| tx.execute(sql, store::params![id]).map(drop)).await.unwrap();
}

#[tokio::test]
async fn nothing_goes_of_somebody_who_is_held_restricted_or_waits_for_an_answer_in_any_row() {
    for engine in Engine::ALL {
        let kit = Kit::new(engine, |_| Vec::new(), privacy::jobs::handlers("/nowhere".into(), zone()).into_iter().collect()).await;
        let officer = found(&kit).await;
        let one = opened(&kit).await;
        close(&kit, one.case_id).await;
        let row = anna(&kit).await;
        // What is kept hangs on the row; everything else is said of the one that it was joined to.
        let meet = |tx: &Tx<'_>| residents::actions::meet(tx, &residents::Reachable::by_email("a@praca.example", base::Language::Pl)?);
        let head = kit.write(meet).await.unwrap();
        kit.write(move |tx| residents::actions::merge(tx, row, head, "said_so")).await.unwrap();
        kit.write(|tx| actions::take_over_rules(tx, &rules())).await.unwrap();
        kit.clock.pass_seconds(3 * 366 * 86_400);
        assert_eq!(aged(&kit).await, 5, "the premise: report, case, conversation and both rows are old");

        let hold = kit.write(move |tx| actions::hold(tx, &officer, ("resident", head), "proces")).await.unwrap();
        assert_eq!(aged(&kit).await, 0, "held");
        kit.write(move |tx| actions::release(tx, hold)).await.unwrap();
        set(&kit, "update residents set restricted_at = 1 where id = $1", head).await;
        assert_eq!(aged(&kit).await, 0, "restricted");
        set(&kit, "update residents set restricted_at = null where id = $1", head).await;
        let ask = "insert into privacy_requests (id, number, kind, channel, resident_id, who, contact, scope, received_on, due_on, state, said, registered_at)
             values ($1, 1, 'access', 'post', $1, '', '', '', '2026-11-20', '2026-12-20', 'received', '', 1)";
        set(&kit, ask, head).await;
        assert_eq!(aged(&kit).await, 0, "an answer is due");
        set(&kit, "delete from privacy_requests where id = $1", head).await;
        assert_eq!(aged(&kit).await, 5);

        let now = kit.db.now();
        let call = move |tx: &Tx<'_>| {
            let sql = "update interactions set begun_at = $2, ended_at = null where resident_id = $1";
            tx.execute(sql, store::params![row, now]).map(drop)
        };
        kit.write(call).await.unwrap();
        let left: Vec<_> = counts(&kit).await.into_iter().filter(|(_, count)| *count > 0).map(|(key, _)| key).collect();
        assert_eq!(left, ["reports", "cases"], "whoever called lately in one row has not gone silent in the other");
        kit.end().await;
    }
}

#[tokio::test]
async fn the_rule_that_a_service_names_wins_over_the_general_one() {
    for engine in Engine::ALL {
        let kit = Kit::new(engine, |_| Vec::new(), privacy::jobs::handlers("/nowhere".into(), zone()).into_iter().collect()).await;
        found(&kit).await;
        close(&kit, opened(&kit).await.case_id).await;
        let long = Rule { years: Some(10), service: Some("other".into()), ..rule("long", What::Case, After::Closed, Then::Erase) };
        let all = [rule("cases", What::Case, After::Closed, Then::Blank), long, rule("reports", What::Report, After::Closed, Then::Blank)];
        kit.write(move |tx| actions::take_over_rules(tx, &all)).await.unwrap();
        kit.clock.pass_seconds(3 * 366 * 86_400);
        let check = async |wanted: [i64; 3]| assert_eq!(counts(&kit).await.into_iter().map(|(_, n)| n).collect::<Vec<_>>(), wanted);
        check([1, 0, 1]).await;
        let name = |key: &'static str| kit.write(move |tx| tx.execute(key, &[]).map(drop));
        name("update services set details = '{\"retention\": \"long\"}'").await.unwrap();
        check([0, 0, 1]).await;
        kit.clock.pass_seconds(8 * 366 * 86_400);
        check([0, 1, 1]).await;
        name("update services set details = '{\"retention\": \"reports\"}'").await.unwrap();
        check([1, 0, 1]).await;
        kit.end().await;
    }
}

#[tokio::test]
async fn a_merged_case_is_kept_and_goes_with_the_one_that_has_its_reports() {
    for engine in Engine::ALL {
        let kit = Kit::new(engine, |_| Vec::new(), privacy::jobs::handlers("/nowhere".into(), zone()).into_iter().collect()).await;
        let officer = found(&kit).await;
        let (one, other) = (opened(&kit).await, opened(&kit).await);
        let hold = kit.write(move |tx| actions::hold(tx, &officer, ("case", one.case_id), "proces")).await.unwrap();
        kit.write(move |tx| cases::actions::merge(tx, one.case_id, other.case_id)).await.unwrap();
        close(&kit, other.case_id).await;
        let rules = || [rule("reports", What::Report, After::Closed, Then::Blank), rule("cases", What::Case, After::Closed, Then::Blank)];
        kit.write(move |tx| actions::take_over_rules(tx, &rules())).await.unwrap();
        kit.clock.pass_seconds(3 * 366 * 86_400);
        assert_eq!(aged(&kit).await, 0, "the hold goes with the reports");
        kit.write(move |tx| actions::release(tx, hold)).await.unwrap();
        assert_eq!(aged(&kit).await, 3, "two reports and the case");
        kit.write(|tx| actions::start(tx, None)).await.unwrap();
        kit.settle().await;
        assert_eq!(kit.value::<i64>("select count(*) from cases where place <> ''").await, 0, "the emptied one, too");
        assert_eq!(faults(&kit).await, Vec::<String>::new());
        kit.end().await;
    }
}

#[tokio::test]
async fn somebody_who_followed_a_case_lately_has_not_gone_silent() {
    for engine in Engine::ALL {
        let kit = Kit::new(engine, |_| Vec::new(), privacy::jobs::handlers("/nowhere".into(), zone()).into_iter().collect()).await;
        found(&kit).await;
        let one = opened(&kit).await;
        kit.write(|tx| tx.execute("update cases set public = true", &[])).await.unwrap();
        let reach = residents::Reachable::by_email("ola@poczta.example", base::Language::Pl).unwrap();
        kit.write(move |tx| residents::actions::meet(tx, &reach)).await.unwrap();
        kit.write(|tx| actions::take_over_rules(tx, &[rule("people", What::Resident, After::LastContact, Then::Blank)])).await.unwrap();
        kit.clock.pass_seconds(3 * 366 * 86_400);
        assert_eq!(aged(&kit).await, 1, "the premise: nobody has heard of Ola for long");
        let reach = residents::Reachable::by_email("ola@poczta.example", base::Language::Pl).ok();
        let new = cases::actions::MeToo { number: one.number, reach, language: base::Language::Pl, token: None };
        kit.write(move |tx| cases::actions::follow(tx, &new)).await.unwrap();
        assert_eq!(aged(&kit).await, 0);
        kit.end().await;
    }
}
