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

        let asked = Asked { subject_id: Some(resident), ..Asked::default() };
        let (reader, of_one) = (officer.clone(), asked.clone());
        let seen = kit.read(move |read| audit::looks(read, &reader, &of_one)).await.unwrap();
        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].act.as_str(), seen[0].purpose.as_str()), (Act::Read.word(), "conversation"));
        assert_eq!(seen[0].account_id, agent.account_id);
        let by_agent = Asked { account_id: Some(agent.account_id), ..Asked::default() };
        let reader = officer.clone();
        let seen = kit.read(move |read| audit::looks(read, &reader, &by_agent)).await.unwrap();
        assert_eq!(seen.iter().filter_map(|look| look.words.as_deref()).collect::<Vec<_>>(), ["600 100 200"]);

        let refused = kit.read(move |read| audit::looks(read, &agent, &asked)).await;
        assert!(matches!(refused, Err(Error::Forbidden)));

        kit.clock.pass_seconds(86_400 * 700);
        assert_eq!(kit.db.write(Actor::SYSTEM, audit::forget).await.unwrap(), 0);
        kit.clock.pass_seconds(86_400 * 32);
        assert_eq!(kit.db.write(Actor::SYSTEM, audit::forget).await.unwrap(), 2);
    })
    .await;
}
