//! History stays hidden until questions were answered rightly, and for that agent and time only.

use base::{Actor, Error, Id};
use residents::actions;
use testkit::{Kit, on_both};

use crate::cast::{MOBILE, added, agent, agrees, by, phone};

async fn holds(kit: &Kit, resident: Id, actor: Actor) -> bool {
    let (account, now) = (actor.id.unwrap(), kit.db.now());
    kit.read(move |read| residents::verified(read, resident, account, now)).await.unwrap().is_some()
}

async fn check(kit: &Kit, actor: Actor, resident: Id, interaction: Option<Id>, ticked: &'static [&str]) -> Result<(), Error> {
    let ticked: Vec<String> = ticked.iter().map(|key| (*key).to_owned()).collect();
    by(kit, actor, move |tx| actions::verify_identity(tx, resident, interaction, &ticked, &[]).map(drop)).await
}

#[tokio::test]
async fn two_right_answers_open_history_for_half_an_hour_to_one_agent() {
    on_both(async |kit: &Kit| {
        let (anna, ewa, piotr) = (added(kit, "Anna", vec![phone(MOBILE)]).await, agent(kit, "ewa").await, agent(kit, "piotr").await);
        assert!(!holds(kit, anna, ewa).await, "a matching number is not enough");
        assert!(matches!(check(kit, ewa, anna, None, &["full_name"]).await, Err(Error::Invalid(_))));
        assert!(matches!(check(kit, Actor::SYSTEM, anna, None, &["full_name", "post"]).await, Err(Error::Forbidden)));
        check(kit, ewa, anna, None, &["full_name", "post"]).await.unwrap();
        assert!(holds(kit, anna, ewa).await);
        assert!(!holds(kit, anna, piotr).await, "another agent has to ask again");
        kit.clock.pass_seconds(30 * 60);
        assert!(!holds(kit, anna, ewa).await);
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_check_ends_with_its_conversation() {
    on_both(async |kit: &Kit| {
        let (anna, ewa, call) = (added(kit, "Anna", vec![]).await, agent(kit, "ewa").await, Id::new());
        check(kit, ewa, anna, Some(call), &["report_number", "post"]).await.unwrap();
        assert!(holds(kit, anna, ewa).await);
        by(kit, ewa, move |tx| actions::end_checks(tx, call)).await.unwrap();
        by(kit, ewa, move |tx| actions::end_checks(tx, call)).await.unwrap();
        assert!(!holds(kit, anna, ewa).await);
        assert_eq!(kit.told(anna).await[2..], ["resident.verified", "resident.check_ended"]);

        let jan = added(kit, "Jan", vec![]).await;
        by(kit, ewa, move |tx| actions::trust_own_entry(tx, jan, None).map(drop)).await.unwrap();
        assert!(holds(kit, jan, ewa).await, "whoever wrote somebody down sees what they wrote");
        agrees(kit).await;
    })
    .await;
}
