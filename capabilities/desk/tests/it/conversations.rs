//! Conversations and errands on the desk.

use base::{Actor, Id, Language};
use notices::NewNotice;
use residents::{
    Needs, Reachable, Way, actions,
    model::{Basis, Need},
};
use testkit::{Engine, Kit};

use crate::cast::{app, signed_in, verified};

const NUMBER: &str = "601 234 567";

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_only_asks_is_recorded_without_a_profile() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let (_, mut agent) = signed_in(&app, "agent").await;
        agent.get("/desk/conversations/new").await.says("Po 30 dniach zostanie z niego tylko skrót");
        let call = [("channel", "phone"), ("phone", NUMBER), ("language", "uk"), ("note", "Pyta o godziny."), ("result", "informed")];
        agent.post("/desk/conversations/new", &call).await.is(422).says("Wybierz temat rozmowy").has("Pyta o godziny.");
        let told = agent.post("/desk/conversations/new", &[&call[..], &[("topic", "office")]].concat()).await;
        let place = told.location().unwrap().to_owned();
        agent.get(&place).await.says("Rozmowa zapisana i zakończona").says("Pyta o godziny.").says("Rozmowa nie jest niczyja");
        assert_eq!(kit.value::<i64>("select count(*) from residents").await, 0);
        assert_eq!(kit.value::<String>("select caller_number from interactions").await, "+48601234567");
        assert_eq!(kit.value::<i64>("select count(*) from looks where subject_kind = 'interaction'").await, 1, "the look was noted");
        let (_, mut other) = signed_in(&app, "specialist").await;
        other.get(&place).await.is(404);
        let (_, mut crew) = signed_in(&app, "unit_staff").await;
        crew.get("/desk/conversations/new").await.is(403);
        assert_eq!(kit.read(interactions::verify).await.unwrap(), Vec::<String>::new());
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_that_goes_on_shows_candidates_and_ends_with_what_was_checked_in_it() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let add = |tx: &store::Tx<'_>| {
            let details = residents::model::Details::of(residents::model::Kind::Person, "Anna Tajna", Language::Pl)?;
            actions::add(tx, &details, &[Way::Phone(NUMBER.parse()?), Way::Email("anna@poczta.example".parse()?)])
        };
        let anna: Id = app.db.write(Actor::SYSTEM, add).await.unwrap();
        let (_, mut agent) = signed_in(&app, "agent").await;
        let call = [("channel", "phone"), ("phone", NUMBER), ("language", "pl"), ("result", "going")];
        let begun = agent.post("/desk/conversations/new", &call).await;
        let place = begun.location().unwrap().to_owned();
        let talk = place.rsplit('/').next().unwrap().to_owned();
        let page = agent.get(&place).await;
        page.says("Osoba 1: tożsamość niepotwierdzona").never_says("Tajna").has(&format!("/residents/{anna}?for=conversation"));
        agent.post(&format!("{place}/notes"), &[("note", " ")]).await.is(422).says("Wpisz treść notatki");
        agent.post(&format!("{place}/notes"), &[("note", "Pyta o latarnię.")]).await.leads_to(&place);

        let history = verified(&mut agent, anna, Some(&talk)).await.location().unwrap().to_owned();
        agent.get(&history).await.says("Anna Tajna").says("telefon");
        agent.get(&place).await.says("Otwórz dane mieszkańca");
        agent.post(&format!("{place}/end"), &[("disposition", "informed")]).await.is(422).says("Wybierz temat rozmowy");
        agent.post(&format!("{place}/end"), &[("disposition", "informed"), ("topic", "roads")]).await.leads_to(&place);
        agent.get(&history).await.never_says("Tajna");
        agent.post(&format!("{place}/end"), &[("disposition", "informed"), ("topic", "roads")]).await.is(409);
        verified(&mut agent, anna, Some(&talk)).await.is(409).says("Ta rozmowa już się skończyła");
        agent.get(&history).await.never_says("Tajna");
        assert_eq!(kit.read(interactions::verify).await.unwrap(), Vec::<String>::new());
        assert_eq!(kit.read(residents::verify).await.unwrap(), Vec::<String>::new());
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn news_for_somebody_who_wants_calls_waits_on_the_list_with_the_number() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let (_, mut agent) = signed_in(&app, "agent").await;
        agent.get("/desk/errands").await.says("Nic nie czeka");
        let queue = |tx: &store::Tx<'_>| {
            let ways = vec![Way::Phone(NUMBER.parse()?), Way::Email("anna@poczta.example".parse()?)];
            let resident_id = actions::meet(tx, &Reachable { ways, language: Language::Pl })?;
            actions::set_needs(tx, resident_id, &Needs::new([Need::CallsOnly, Need::SlowSpeech], "")?)?;
            let new = NewNotice {
                resident_id,
                reach: residents::way_to(tx, resident_id, &Basis::OwnMatter)?,
                subject_id: Id::new(),
                template: "closed",
                language: Language::Pl,
                title: "Sprawa 4821-907-5 zakończona".into(),
                body: "Latarnia świeci.".into(),
                thread: None,
                cause_id: Id::new(),
            };
            notices::actions::queue(tx, &new)
        };
        let id = app.db.write(Actor::SYSTEM, queue).await.unwrap().unwrap();
        let list = agent.get("/desk/errands").await;
        list.says("Zadzwoń: +48601234567").says("Mówić powoli").says("Latarnia świeci.").never_says("anna@poczta.example");
        assert_eq!(kit.value::<i64>("select count(*) from looks where purpose = 'matter'").await, 1);
        let done = list.form_to(&format!("/desk/errands/{id}/done"));
        agent.press(&done, "Gotowe").await.leads_to("/desk/errands");
        agent.press(&done, "Gotowe").await.is(409).says("Ktoś już to przekazał");
        agent.get("/desk/errands").await.says("Nic nie czeka");
        let (_, mut crew) = signed_in(&app, "unit_staff").await;
        crew.get("/desk/errands").await.is(200).says("Nic nie czeka");
        let (_, mut editor) = signed_in(&app, "editor").await;
        editor.get("/desk/errands").await.is(403);
        assert_eq!(kit.read(notices::verify).await.unwrap(), Vec::<String>::new());
        kit.end().await;
    }
}
