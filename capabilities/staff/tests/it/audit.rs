//! Looks at personal data are noted, shown to whoever answers for it, and forgotten in time.

use base::{Actor, Error};
use staff::audit::{self, Act, Asked, Look, Purpose};
use testkit::on_both;

use crate::cast;

#[tokio::test]
async fn a_look_is_noted_shown_to_the_officer_only_and_forgotten_after_two_years() {
    on_both(async |kit| {
        let officer = cast::viewer(kit, "iod", "data_protection_officer").await;
        let agent = cast::viewer(kit, "anna", "agent").await;
        let resident = base::Id::new();
        let looking = agent.clone();
        let look = move |tx: &store::Tx<'_>| {
            audit::note(tx, &looking, &Look::read("resident", resident, Purpose::Conversation))?;
            audit::note(tx, &looking, &Look::search("resident", "600 100 200", Purpose::Complaint))
        };
        kit.db.write(agent.actor(), look).await.unwrap();

        let asked = Asked { subjects: vec![resident], ..Asked::default() };
        let (reader, of_one) = (officer.clone(), asked.clone());
        let seen = kit.read(move |read| audit::looks(read, &reader, &of_one, audit::PAGE)).await.unwrap();
        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].act.as_str(), seen[0].purpose.as_str()), (Act::Read.word(), "conversation"));
        assert_eq!(seen[0].account_id, agent.account_id);
        let by_agent = Asked { account_id: Some(agent.account_id), ..Asked::default() };
        let reader = officer.clone();
        let seen = kit.read(move |read| audit::looks(read, &reader, &by_agent, audit::PAGE)).await.unwrap();
        assert_eq!(seen.iter().filter_map(|look| look.words.as_deref()).collect::<Vec<_>>(), ["600 100 200"]);

        let refused = kit.read(move |read| audit::looks(read, &agent, &asked, audit::PAGE)).await;
        assert!(matches!(refused, Err(Error::Forbidden)));

        kit.clock.pass_seconds(86_400 * 700);
        assert_eq!(kit.db.write(Actor::SYSTEM, |tx| audit::forget(tx, None)).await.unwrap(), 0);
        kit.clock.pass_seconds(86_400 * 32);
        assert_eq!(kit.db.write(Actor::SYSTEM, |tx| audit::forget(tx, None)).await.unwrap(), 2);
    })
    .await;
}

#[tokio::test]
async fn looks_are_narrowed_and_turned_over_without_a_gap() {
    on_both(async |kit| {
        let officer = cast::viewer(kit, "iod", "data_protection_officer").await;
        let agent = cast::viewer(kit, "anna", "agent").await;
        for number in 0..25 {
            let looking = agent.clone();
            let (words, purpose) = (format!("Żaneta {number}"), if number % 5 == 0 { Purpose::Complaint } else { Purpose::Matter });
            let note = move |tx: &store::Tx<'_>| audit::note(tx, &looking, &Look::search("resident", &words, purpose));
            kit.db.write(agent.actor(), note).await.unwrap();
            kit.clock.pass_seconds(if number % 2 == 0 { 0 } else { 60 });
        }
        let ask = async |asked: Asked, limit| {
            let reader = officer.clone();
            kit.read(move |read| audit::looks(read, &reader, &asked, limit)).await.unwrap()
        };
        let (mut seen, mut older) = (Vec::new(), None);
        loop {
            let page = ask(Asked { older, ..Asked::default() }, 4).await;
            let Some(last) = page.last() else { break };
            older = Some((last.at, last.id));
            seen.extend(page.into_iter().map(|look| look.id));
        }
        let all = ask(Asked::default(), 1_000).await;
        assert_eq!((seen.len(), &seen), (25, &all.iter().map(|look| look.id).collect::<Vec<_>>()));
        assert_eq!(ask(Asked { purpose: Some(Purpose::Complaint), ..Asked::default() }, 100).await.len(), 5);
        assert_eq!(ask(Asked { words: Some("ZANETA 2".into()), ..Asked::default() }, 100).await.len(), 6, "2 and 20 to 24");
        let (since, until) = (Some(all[3].at), Some(all[3].at));
        assert_eq!(ask(Asked { since, until, ..Asked::default() }, 100).await.len(), 2);
    })
    .await;
}
