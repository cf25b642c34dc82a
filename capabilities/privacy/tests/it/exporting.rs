//! The copy that somebody gets of their data: all of it.

use interactions::{Channel, Disposition, NewInteraction};
use store::Tx;
use testkit::{Engine, Kit};

use crate::cast::{ROOMS, WORDS, anna, close, faults, found, opened};

#[tokio::test]
async fn a_copy_has_every_conversation_and_what_the_city_answered() {
    for engine in Engine::ALL {
        let kit = Kit::new(engine, |_| Vec::new(), Default::default()).await;
        found(&kit).await;
        let one = opened(&kit).await;
        close(&kit, one.case_id).await;
        let id = anna(&kit).await;
        let talk = move |tx: &Tx<'_>| {
            let new = NewInteraction {
                channel: Channel::Phone,
                resident_id: Some(id),
                language: base::Language::Pl,
                source: None,
                controller: None,
            };
            (0..150).try_for_each(|_| interactions::actions::hold(tx, &new, Disposition::Informed).map(drop))
        };
        kit.write(talk).await.unwrap();
        let copy = kit.read(move |read| ROOMS.iter().map(|room| (room.export)(read, id)).collect::<base::Result<Vec<_>>>()).await.unwrap();
        assert_eq!(copy[1].as_array().unwrap().len(), 151, "one of them told of the report");
        let case = &copy[3][0];
        assert_eq!(
            (case["words"].as_str(), case["outcome"].as_str(), case["service"].as_str()),
            (Some(WORDS), Some("answered"), Some("Hałas"))
        );
        assert!(case["said_by_city"][0]["words"].as_str().unwrap().contains("pouczyliśmy") && case["closed_at"].is_i64(), "{case}");
        assert_eq!(faults(&kit).await, Vec::<String>::new());
        kit.end().await;
    }
}
