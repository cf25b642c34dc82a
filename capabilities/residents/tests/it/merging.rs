//! Two rows become one resident and two again.

use base::Error;
use residents::{Caller, Recognition, actions, model::Need};
use testkit::{Kit, on_both};

use crate::cast::{ANNA, MOBILE, added, agrees, email, need, phone};

#[tokio::test]
async fn a_merge_is_followed_everywhere_and_undone_without_loss() {
    on_both(async |kit: &Kit| {
        let first = added(kit, "Anna Kowalska", vec![phone(MOBILE)]).await;
        let second = added(kit, "A. Kowalska", vec![email(ANNA)]).await;
        let third = added(kit, "Kowalska", vec![phone("616463344")]).await;
        need(kit, second, &[Need::LargePrint]).await;
        kit.write(move |tx| actions::merge(tx, third, second, "entered_twice")).await.unwrap();
        kit.write(move |tx| actions::merge(tx, second, first, "said_so")).await.unwrap();

        let head = kit.read(move |read| residents::head(read, third)).await.unwrap();
        assert_eq!(head, first, "chains are followed to their end");
        let members = kit.read(move |read| residents::members(read, third)).await.unwrap();
        assert_eq!(members, [first, second, third]);
        assert_eq!(kit.read(move |read| residents::ways(read, first)).await.unwrap().len(), 3);
        assert!(kit.read(move |read| residents::needs(read, first)).await.unwrap().hold(Need::LargePrint));
        let caller: Caller = "616463344".parse().unwrap();
        let found = kit.read(move |read| residents::recognise(read, &caller)).await.unwrap();
        assert!(matches!(&found, Recognition::Candidates(all) if all.len() == 1 && all[0].resident_id == first), "{found:?}");
        let circle = kit.write(move |tx| actions::merge(tx, first, third, "said_so")).await;
        assert!(matches!(circle, Err(Error::Conflict("resident-merged-already"))), "{circle:?}");
        agrees(kit).await;

        kit.write(move |tx| actions::unmerge(tx, second)).await.unwrap();
        assert_eq!(kit.read(move |read| residents::members(read, first)).await.unwrap(), [first]);
        assert_eq!(kit.read(move |read| residents::members(read, second)).await.unwrap(), [second, third]);
        assert_eq!(kit.read(move |read| residents::ways(read, first)).await.unwrap().len(), 1, "ways stayed with their rows");
        assert!(matches!(kit.write(move |tx| actions::unmerge(tx, second)).await, Err(Error::Conflict("resident-not-merged"))));
        agrees(kit).await;
        assert_eq!(kit.told(second).await.last().map(String::as_str), Some("resident.unmerged"));
    })
    .await;
}

#[tokio::test]
async fn a_merge_needs_a_reason_that_is_known() {
    on_both(async |kit: &Kit| {
        let (first, second) = (added(kit, "Anna", vec![]).await, added(kit, "Anna", vec![]).await);
        let merged = kit.write(move |tx| actions::merge(tx, second, first, "I felt like it")).await;
        assert!(matches!(merged, Err(Error::Invalid(_))));
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn likely_twins_are_suggested_and_shared_ways_suggest_nothing() {
    on_both(async |kit: &Kit| {
        let first = added(kit, "Anna Żak", vec![phone(MOBILE), email(ANNA)]).await;
        let by_mail = added(kit, "Kto inny", vec![email(ANNA)]).await;
        let by_name = added(kit, "anna zak", vec![phone(MOBILE)]).await;
        added(kit, "Jan Żak", vec![phone(MOBILE)]).await;
        let twins = kit.read(residents::twins).await.unwrap();
        let mut pairs: Vec<_> = twins.iter().map(|twin| (twin.first, twin.second, twin.by.as_str())).collect();
        pairs.sort_by_key(|pair| pair.2);
        assert_eq!(pairs, [(first, by_mail, "email"), (first, by_name, "phone")]);

        let way = kit.read(move |read| residents::ways(read, by_mail)).await.unwrap()[0].id;
        kit.write(move |tx| actions::share_way(tx, by_mail, way, true)).await.unwrap();
        kit.write(move |tx| actions::merge(tx, by_name, first, "same_details")).await.unwrap();
        assert_eq!(kit.read(residents::twins).await.unwrap(), []);
        agrees(kit).await;
    })
    .await;
}
