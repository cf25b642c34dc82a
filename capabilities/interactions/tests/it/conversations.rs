//! Conversations that last: written down, ended, and forgotten in part when their term is over.

use base::{Actor, ActorKind, Error, Id, Language, secret::Signer};
use interactions::{Channel, Conversation, Direction, Disposition, Ending, actions, jobs, model::NUMBER_DAYS};
use residents::{Reachable, model::Verified};
use staff::{Viewer, model::role};
use store::params;
use testkit::{Kit, on_both};

const NUMBER: &str = "601 234 567";

fn call(number: &str) -> Conversation {
    Conversation {
        channel: Channel::Phone,
        direction: Direction::In,
        line: Some("main".into()),
        language: Language::Pl,
        caller: number.parse().unwrap(),
    }
}

async fn begun(kit: &Kit, number: &'static str) -> Id {
    kit.write(move |tx| actions::begin(tx, &call(number))).await.unwrap()
}

async fn ended(kit: &Kit, id: Id) -> Result<(), Error> {
    kit.write(move |tx| actions::end(tx, id, &Ending::new(Disposition::Informed, ["waste"], &interactions::model::USUAL_TOPICS)?)).await
}

async fn agrees(kit: &Kit) {
    assert_eq!(kit.read(interactions::verify).await.unwrap(), Vec::<String>::new(), "{:?}", kit.engine);
}

/// How many conversations each channel, line and day had, and on which topics.
async fn figures(kit: &Kit) -> Vec<(String, Option<String>, i64, Option<String>, i64)> {
    kit.read(|read| {
        read.query(
            "select channel, line, begun_at / 86400000000, topic, count(*) from interactions
             group by channel, line, begun_at / 86400000000, topic order by 1, 2, 3, 4",
            params![],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
        )
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn a_call_that_only_asks_makes_no_profile_and_its_number_is_hidden_in_time() {
    on_both(async |kit: &Kit| {
        let signer = Signer::new(&[7; 32]);
        let (first, _) = (begun(kit, NUMBER).await, begun(kit, "anonymous").await);
        ended(kit, first).await.unwrap();
        kit.clock.pass_seconds(86_400);
        let second = begun(kit, NUMBER).await;
        assert_eq!(kit.value::<i64>("select count(*) from residents").await, 0, "nobody is written down");
        let before = figures(kit).await;
        assert_eq!(jobs::hide_numbers(&kit.db, &signer).await.unwrap(), 0, "the premise: the term is not over");

        kit.clock.pass_seconds((NUMBER_DAYS - 1) * 86_400);
        assert_eq!(jobs::hide_numbers(&kit.db, &signer).await.unwrap(), 1);
        assert_eq!(kit.value::<i64>("select count(*) from interactions where caller_number is not null").await, 1);
        let hash: String = kit.value("select caller_hash from interactions where caller_hash is not null").await;
        assert!(!hash.contains("601"), "{hash}");
        assert_eq!(figures(kit).await, before, "figures are what they were");
        let (key, number) = (signer.clone(), NUMBER.parse().unwrap());
        let calls = kit.read(move |read| interactions::calls_from(read, &key, &number, base::Moment(0))).await.unwrap();
        assert_eq!(calls, 2, "a repeated caller still counts, hidden or not");
        assert_eq!(kit.told(first).await, ["interaction.begun", "interaction.ended", "interaction.number_hidden"]);
        assert_eq!(kit.told(second).await, ["interaction.begun"]);
        assert_eq!(jobs::hide_numbers(&kit.db, &signer).await.unwrap(), 0, "harmless twice");
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_conversation_is_written_down_and_ends_once() {
    on_both(async |kit: &Kit| {
        let id = begun(kit, NUMBER).await;
        kit.write(move |tx| actions::note(tx, id, " Pyta o odpady. ")).await.unwrap();
        assert!(matches!(kit.write(move |tx| actions::note(tx, id, " ")).await, Err(Error::Invalid(_))));
        assert!(matches!(kit.write(|tx| actions::note(tx, Id::new(), "nic")).await, Err(Error::NotFound)));
        let notes = kit.read(move |read| interactions::notes(read, id)).await.unwrap();
        assert_eq!(notes.iter().map(|note| note.body.as_str()).collect::<Vec<_>>(), ["Pyta o odpady."]);
        ended(kit, id).await.unwrap();
        assert!(matches!(ended(kit, id).await, Err(Error::Conflict("interaction-ended"))));
        let told = kit.read(move |read| store::journal::of_subject(read, id)).await.unwrap();
        assert!(
            told.iter().all(|event| !event.facts.to_string().contains("601") && !event.facts.to_string().contains("odpady")),
            "{told:?}"
        );
        agrees(kit).await;
        for tamper in
            ["update interactions set disposition = 'passed_on' where id = $1", "delete from interaction_notes where interaction_id = $1"]
        {
            kit.write(move |tx| tx.execute(tamper, params![id])).await.unwrap();
            assert_eq!(kit.read(interactions::verify).await.unwrap().len(), 1, "{tamper}");
        }
    })
    .await;
}

fn viewer(account_id: Id, word: &str) -> Viewer {
    Viewer { account_id, name: "Ewa".into(), unit_id: None, permissions: role(word).unwrap() }
}

#[tokio::test]
async fn a_conversation_is_seen_by_who_holds_it_and_who_watches_over_the_work() {
    on_both(async |kit: &Kit| {
        let own = viewer(Id::new(), "agent");
        let actor = Actor { kind: ActorKind::Staff, id: Some(own.account_id) };
        let id = kit.db.write(actor, |tx| actions::begin(tx, &call("withheld"))).await.unwrap();
        for (who, sees) in [(own, true), (viewer(Id::new(), "agent"), false), (viewer(Id::new(), "supervisor"), true)] {
            let found = kit.read(move |read| interactions::find_for(read, &who, id)).await;
            assert_eq!(found.is_ok(), sees, "{found:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_end_of_a_conversation_ends_what_was_shown_in_it() {
    on_both(async |kit: &Kit| {
        let account = Id::new();
        kit.write(move |tx| {
            tx.execute(
                "insert into accounts (id, login, name, permissions, active, created_at, failures, locked_until)
                 values ($1, 'ewa', 'Ewa', $2, $3, 0, 0, 0)",
                params![account, serde_json::json!([]), true],
            )
        })
        .await
        .unwrap();
        let actor = Actor { kind: ActorKind::Staff, id: Some(account) };
        let (anna, id) = kit
            .db
            .write(actor, |tx| {
                let anna = residents::actions::meet(tx, &Reachable::by_email("anna@poczta.example", Language::Pl)?)?;
                let id = actions::begin(tx, &call("withheld"))?;
                let _: Verified = residents::actions::verify_identity(tx, anna, Some(id), &["full_name".into(), "post".into()], &[])?;
                actions::name_resident(tx, id, anna)?;
                actions::note(tx, id, "Anna Tajna pyta")?;
                Ok((anna, id))
            })
            .await
            .unwrap();
        let now = kit.db.now();
        let holds = move |read: &store::Read<'_>| residents::verified(read, anna, account, now);
        assert!(kit.read(holds).await.unwrap().is_some(), "the premise");
        let another = kit.write(move |tx| actions::name_resident(tx, id, Id::new())).await;
        assert!(matches!(another, Err(Error::Conflict("interaction-of-another"))));
        ended(kit, id).await.unwrap();
        assert!(kit.read(holds).await.unwrap().is_none());

        let told = kit.read(move |read| interactions::personal::export(read, anna)).await.unwrap().to_string();
        assert!(told.contains("Anna Tajna") && told.contains("waste"), "{told}");
        kit.write(move |tx| interactions::personal::erase(tx, anna)).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from interaction_notes").await, 0);
        assert_eq!(kit.value::<i64>("select count(*) from interactions").await, 1, "that it took place stands");
        agrees(kit).await;
        assert_eq!(kit.read(residents::verify).await.unwrap(), Vec::<String>::new());
    })
    .await;
}
