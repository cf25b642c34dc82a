//! What happens when people are equally quick.

use base::{Error, Id, Result};
use cases::{NewReport, Outcome, Stage, actions, actions::Opened};

use crate::cast::{Person, SAID, World, on_both};

async fn close(world: &World, person: &Person, case_id: Id, outcome: Outcome) -> Result<()> {
    world
        .kit
        .db
        .write(person.viewer.actor(), move |tx| {
            actions::close(tx, case_id, &cases::Closing::new(outcome, SAID).without_photo("Jest ciemno"))
        })
        .await
}

#[tokio::test]
async fn of_two_who_close_a_case_one_is_told_that_somebody_was_quicker() {
    on_both(async |world: &World| {
        for _ in 0..5 {
            let opened = world.opened(&world.report()).await;
            let (crew, supervisor) = tokio::join!(
                close(world, &world.crew, opened.case_id, Outcome::Fixed),
                close(world, &world.supervisor, opened.case_id, Outcome::Refused),
            );
            let (loser, won) = match (crew, supervisor) {
                (Ok(()), Err(error)) => (error, Outcome::Fixed),
                (Err(error), Ok(())) => (error, Outcome::Refused),
                both => panic!("exactly one closes it: {both:?}"),
            };
            assert!(matches!(loser, Error::Conflict("case-refused-closed")), "{loser:?}");
            assert!(matches!(world.case(opened.case_id).await.stage, Stage::Closed { outcome, .. } if outcome == won));
            world.kit.settle().await;
            assert_eq!(world.letters(opened.report_id).await["closed"].body.matches(SAID).count(), 1);
        }
        assert_eq!(world.kit.value::<i64>("select count(*) from events where kind = 'case.closed'").await, 5);
        assert_eq!(world.kit.value::<i64>("select count(*) from notices where template = 'closed'").await, 5);
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_many_times_at_once_is_one_report() {
    on_both(async |world: &World| {
        let new = NewReport { token: Some(Id::new()), ..world.report() };
        let (a, b, c, d) = tokio::join!(world.try_open(&new), world.try_open(&new), world.try_open(&new), world.try_open(&new));
        let first = a.unwrap();
        let others: Vec<Opened> = [b, c, d].into_iter().map(Result::unwrap).collect();
        assert_eq!(others, [first; 3]);
        assert_eq!(world.kit.value::<i64>("select count(*) from reports").await, 1);
        world.kit.settle().await;
        assert_eq!(world.mails(), 2);
    })
    .await;
}
