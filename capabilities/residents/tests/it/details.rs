//! People and firms are written down and put right; the journal learns that, and not what.

use base::{Error, Language};
use residents::{
    actions,
    model::{Details, FirmPerson, Kind, Need, Needs},
};
use testkit::{Kit, on_both};

use crate::cast::{ANNA, MOBILE, added, agrees, email, named, phone};

#[tokio::test]
async fn a_firm_has_its_numbers_and_people_until_it_turns_out_to_be_a_person() {
    on_both(async |kit: &Kit| {
        let bakery = Details {
            nip: Some("521-434-96-36".parse().unwrap()),
            regon: Some("123456785".parse().unwrap()),
            people: vec![FirmPerson { name: "Jan Piekarz".into(), role: "kierownik".into() }],
            ..Details::of(Kind::Firm, "Piekarnia Żuraw", Language::Pl).unwrap().speaking(["uk"])
        };
        let id = kit.write(move |tx| actions::add(tx, &bakery, &[email(ANNA)])).await.unwrap();
        let kept = kit.read(move |read| residents::find(read, id)).await.unwrap();
        assert_eq!((kept.kind, kept.nip.as_deref(), kept.regon.as_deref()), (Kind::Firm, Some("5214349636"), Some("123456785")));
        assert_eq!((kept.name.as_deref(), kept.languages), (Some("Piekarnia Żuraw"), vec!["uk".to_owned()]));
        assert_eq!(kit.read(move |read| residents::firm_people(read, id)).await.unwrap()[0].name, "Jan Piekarz");

        kit.write(move |tx| actions::change_details(tx, id, &named("Jan Piekarz"))).await.unwrap();
        let kept = kit.read(move |read| residents::find(read, id)).await.unwrap();
        assert_eq!((kept.kind, kept.nip, kept.regon), (Kind::Person, None, None));
        assert_eq!(kit.read(move |read| residents::firm_people(read, id)).await.unwrap(), []);
        let events = kit.read(move |read| store::journal::of_subject(read, id)).await.unwrap();
        assert!(
            events.iter().all(|event| !event.facts.to_string().contains("Jan") && !event.facts.to_string().contains("521")),
            "{events:?}"
        );
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn ways_come_and_go_and_are_counted() {
    on_both(async |kit: &Kit| {
        let anna = added(kit, "Anna", vec![phone(MOBILE)]).await;
        kit.write(move |tx| actions::add_way(tx, anna, &email(ANNA))).await.unwrap();
        kit.write(move |tx| actions::add_way(tx, anna, &email(ANNA))).await.unwrap();
        let ways = kit.read(move |read| residents::ways(read, anna)).await.unwrap();
        assert_eq!(ways.len(), 2, "the same way stands once");
        let (own, stranger) = (ways[0].id, added(kit, "Jan", vec![]).await);
        kit.write(move |tx| actions::remove_way(tx, stranger, own)).await.unwrap();
        assert_eq!(kit.read(move |read| residents::ways(read, anna)).await.unwrap().len(), 2, "nobody removes another's way");
        kit.write(move |tx| actions::remove_way(tx, anna, own)).await.unwrap();
        assert_eq!(kit.read(move |read| residents::ways(read, anna)).await.unwrap().len(), 1);
        assert_eq!(kit.told(anna).await[2..], ["resident.ways_changed", "resident.ways_changed"]);
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_written_down_of_somebody_who_was_erased() {
    on_both(async |kit: &Kit| {
        let anna = added(kit, "Anna", vec![phone(MOBILE)]).await;
        let needs = Needs::new([Need::TextOnly], "").unwrap();
        kit.write(move |tx| actions::set_needs(tx, anna, &needs)).await.unwrap();
        kit.write(move |tx| actions::erase(tx, anna)).await.unwrap();
        let again = kit.write(move |tx| actions::change_details(tx, anna, &named("Anna"))).await;
        assert!(matches!(again, Err(Error::Conflict("resident-erased"))));
        agrees(kit).await;
    })
    .await;
}
