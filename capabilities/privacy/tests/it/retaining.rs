//! Retention: what is old enough goes in chunks, what is held or kept stays, and figures do not change.

use base::{Error, Wording};
use privacy::{
    actions,
    model::{After, Rule, Then, What},
};
use store::Tx;
use testkit::{Engine, Kit};

use crate::cast::{close, faults, found, opened, zone};

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
