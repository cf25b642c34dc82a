//! Matters of which the centre may not know, and those that demand questions of their own.

use base::{Actor, Id, Language, Wording};
use cases::{NewReport, Place, actions::Opened};
use interactions::Channel;
use notices::NewNotice;
use residents::{
    Reachable, Way,
    model::{Basis, Details, Kind},
};
use services::{Group, Service, Verification};
use staff::Unit;
use store::Tx;
use testkit::{Engine, Kit};
use web::App;

use crate::cast::{app, mark, put_units, signed_in, signed_in_at, verified};

const NUMBER: &str = "601 234 567";

fn wording(pl: &str) -> Wording {
    Wording { pl: pl.into(), uk: None, en: None }
}

fn service(key: &str, unit: &str) -> Service {
    Service {
        id: Id::named("service", key),
        key: key.into(),
        group: "g".into(),
        kind: services::Kind::Intervention,
        name: wording(key),
        hint: None,
        keywords: String::new(),
        unit_id: Some(Unit::id_of(unit)),
        public: false,
        deadline_working_days: 3,
        danger: None,
        details: services::Details::default(),
    }
}

/// A sensitive service of its unit, and one that demands a question.
fn offered() -> [Service; 2] {
    let (mut hushed, mut taxes) = (service("przemoc", "op"), service("podatki", "zd"));
    hushed.details.sensitive = true;
    taxes.details.verify = vec![Verification { key: "konto".into(), ask: wording("Cztery cyfry konta") }];
    [hushed, taxes]
}

/// Anna, who may be called, tells of a matter of this service.
async fn told(app: &App, service: &Service) -> (Id, Opened) {
    let service = service.clone();
    let open = move |tx: &Tx<'_>| {
        put_units(tx)?;
        services::actions::take_over(tx, &[Group { key: "g".into(), name: wording("G") }], &offered())?;
        let ways = vec![Way::Phone(NUMBER.parse()?)];
        let new = NewReport {
            body: "Słowa Anny".into(),
            place: Place { words: "ul. Cicha 5".into(), ..Place::default() },
            reply_to: Some(Reachable { ways, language: Language::Pl }),
            ..NewReport::about(&service, Channel::Web, Language::Pl)
        };
        let opened = cases::actions::open(tx, &new)?;
        let resident_id = residents::actions::meet(tx, new.reply_to.as_ref().unwrap())?;
        residents::actions::change_details(tx, resident_id, &Details::of(Kind::Person, "Anna Tajna", Language::Pl)?)?;
        Ok((resident_id, opened))
    };
    app.db.write(Actor::SYSTEM, open).await.unwrap()
}

async fn errand(app: &App, resident_id: Id, subject_id: Id) -> Id {
    let queue = move |tx: &Tx<'_>| {
        let new = NewNotice {
            resident_id,
            reach: residents::way_to(tx, resident_id, &Basis::OwnMatter)?,
            subject_id,
            template: "closed",
            language: Language::Pl,
            title: "Sprawa zakończona".into(),
            body: "Odpowiedź ośrodka".into(),
            thread: None,
            cause_id: Id::new(),
        };
        notices::actions::queue(tx, &new)
    };
    app.db.write(Actor::SYSTEM, queue).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn news_of_a_sensitive_matter_is_told_by_its_unit_and_known_to_nobody_else() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let (anna, opened) = told(&app, &offered()[0]).await;
        let id = errand(&app, anna, opened.report_id).await;
        let plain = errand(&app, anna, Id::new()).await;
        let done = format!("/desk/errands/{id}/done");
        for role in ["agent", "supervisor", "specialist"] {
            let (_, mut person) = signed_in(&app, role).await;
            let page = person.get("/desk/errands").await;
            page.is(200).has(&plain.to_string()).never_says(&id.to_string());
            person.post(&done, &[]).await.is(404);
        }
        let (_, mut crew) = signed_in(&app, "unit_staff").await;
        crew.get("/desk/errands").await.is(200).says("Nic nie czeka");
        crew.get("/desk").await.never_says("/desk/errands");
        crew.post(&done, &[]).await.is(404);
        let (_, mut unit) = signed_in_at(&app, "unit_staff", "op").await;
        unit.get("/desk").await.has("/desk/errands");
        let page = unit.get("/desk/errands").await;
        page.says("Wyślij SMS: +48601234567").says("Odpowiedź ośrodka").never_says(&plain.to_string());
        unit.post(&done, &[]).await.is(303);
        unit.get("/desk/errands").await.says("Nic nie czeka");
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_conversations_is_silent_about_hidden_matters() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let (anna, hidden) = told(&app, &offered()[0]).await;
        let talk: Id = kit.value("select interaction_id from reports").await;
        let (_, mut officer) = signed_in(&app, "data_protection_officer").await;
        let place = format!("/residents/{anna}?for=privacy_request");
        officer.get(&place).await.says("Anna Tajna").never_says("strona");
        let (_, mut supervisor) = signed_in(&app, "supervisor").await;
        supervisor.get(&format!("/desk/conversations/{talk}")).await.is(404);
        let plain = move |tx: &Tx<'_>| tx.execute("update cases set sensitive = 1 = 0 where id = $1", store::params![hidden.case_id]);
        kit.write(plain).await.unwrap();
        officer.get(&place).await.says("strona");
        supervisor.get(&format!("/desk/conversations/{talk}")).await.is(200);
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matter_that_demands_a_question_opens_with_its_answer_only() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let (anna, _) = told(&app, &offered()[1]).await;
        let (_, mut agent) = signed_in(&app, "agent").await;
        let place = format!("/residents/{anna}/identity");
        agent.get(&format!("{place}?for=matter")).await.says("Cztery cyfry konta").never_says("Tajna");
        let answers = agent.post(&place, &[("for", "matter"), ("step", "answers")]).await;
        let mark = mark(answers.says("Wymaga tego sprawa: podatki"));
        let asked = [("for", "matter"), ("mark", mark.as_str()), ("ticked", "full_name"), ("ticked", "report_number")];
        agent.post(&place, &asked).await.is(422).says("Zaznacz wszystkie odpowiedzi, których wymaga sprawa");
        agent.get(&format!("/residents/{anna}?for=matter")).await.never_says("Tajna");
        verified(&mut agent, anna, None).await.is(303);
        agent.get(&format!("/residents/{anna}?for=matter")).await.says("Anna Tajna");
        kit.end().await;
    }
}
