//! A matching number or address finds candidates and proves nothing.

use base::Language;
use residents::{Caller, Reachable, Recognition, actions, model::Need};
use testkit::{Kit, on_both};

use crate::cast::{ANNA, MOBILE, added, agrees, email, need, phone};

async fn recognised(kit: &Kit, number: &'static str) -> Recognition {
    kit.read(move |read| residents::recognise(read, &number.parse::<Caller>()?)).await.unwrap()
}

#[tokio::test]
async fn all_who_use_a_number_are_candidates_and_none_is_named() {
    on_both(async |kit: &Kit| {
        assert_eq!(recognised(kit, "601 234 567").await, Recognition::Nobody);
        let anna = added(kit, "Anna Kowalska", vec![phone(MOBILE)]).await;
        let jan = added(kit, "Jan Kowalski", vec![phone(MOBILE)]).await;
        need(kit, jan, &[Need::SlowSpeech]).await;
        let Recognition::Candidates(found) = recognised(kit, "0048 601-234-567").await else { panic!("two use it") };
        assert_eq!(found.iter().map(|one| one.resident_id).collect::<Vec<_>>(), [anna, jan]);
        assert!(found.iter().all(|one| one.shared) && found[1].needs.hold(Need::SlowSpeech));
        assert!(!format!("{found:?}").contains("Kowalsk"), "no name leaves");
        assert_eq!(recognised(kit, "zastrzeżony").await, Recognition::Withheld);
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_way_of_several_people_is_nobodys_and_theirs_are_never_joined() {
    on_both(async |kit: &Kit| {
        let meet =
            |ways: Vec<residents::Way>| kit.write(move |tx| actions::meet(tx, &Reachable { ways: ways.clone(), language: Language::Pl }));
        let anna = meet(vec![email(ANNA), phone(MOBILE)]).await.unwrap();
        assert_eq!(meet(vec![email(ANNA)]).await.unwrap(), anna, "one who alone uses an address is met again");
        let both = meet(vec![email(ANNA), phone("+380441234567")]).await.unwrap();
        assert_eq!(both, anna);
        assert_eq!(kit.read(move |read| residents::ways(read, anna)).await.unwrap().len(), 3);

        added(kit, "Jan", vec![phone(MOBILE)]).await;
        let third = meet(vec![phone(MOBILE)]).await.unwrap();
        assert_ne!(third, anna, "who of two calls, nobody knows");

        let way =
            kit.read(move |read| residents::ways(read, anna)).await.unwrap().into_iter().find(|kept| kept.way == email(ANNA)).unwrap();
        kit.write(move |tx| actions::share_way(tx, anna, way.id, true)).await.unwrap();
        assert_ne!(meet(vec![email(ANNA)]).await.unwrap(), anna, "an address known to be shared reaches nobody by itself");
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn people_are_found_by_name_without_diacritics_and_by_address() {
    on_both(async |kit: &Kit| {
        let anna = added(kit, "Anna Żółkiewska-100%", vec![email(ANNA)]).await;
        added(kit, "Jan Nowak", vec![]).await;
        let by_name = |words: &'static str| kit.read(move |read| residents::by_name(read, words));
        for words in ["zolkiew", "ŻÓŁKIEWSKA", "100%"] {
            assert_eq!(by_name(words).await.unwrap().iter().map(|(one, _)| one.resident_id).collect::<Vec<_>>(), [anna], "{words}");
        }
        assert_eq!(by_name("_an").await.unwrap().len(), 0, "no letter stands for any other");
        let found = kit.read(|read| residents::by_email(read, &"anna@POCZTA.example".parse()?)).await.unwrap();
        assert_eq!(found.len(), 1);
    })
    .await;
}
