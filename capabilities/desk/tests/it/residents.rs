//! Residents on the desk: found with a purpose, hidden until they have shown who they are.

use base::{Actor, Id, Language};
use residents::{
    Needs, Way, actions,
    model::{Details, Kind, Need},
};
use testkit::{Engine, Kit};
use web::App;

use crate::cast::{app, mark, signed_in, verified};

const NUMBER: &str = "601 234 567";

/// Anna, who uses a number, a postal address and large print.
async fn anna(app: &App) -> Id {
    let change = |tx: &store::Tx<'_>| {
        let ways = [Way::Phone(NUMBER.parse()?), Way::Post("ul. Olszowa 14, Lipogród".parse()?)];
        let id = actions::add(tx, &Details::of(Kind::Person, "Anna Tajna", Language::Uk)?, &ways)?;
        actions::set_needs(tx, id, &Needs::new([Need::LargePrint], "")?)?;
        Ok(id)
    };
    app.db.write(Actor::SYSTEM, change).await.unwrap()
}

async fn looks(kit: &Kit) -> Vec<(String, String, Option<String>)> {
    kit.read(|read| {
        read.query("select act, purpose, words from looks order by at, id", &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
    })
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_needs_a_purpose_and_is_noted_even_when_it_finds_nothing() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let (_, mut agent) = signed_in(&app, "agent").await;
        agent.get("/residents").await.is(200).says("Najpierw wybierz cel");
        agent.post("/residents", &[("for", ""), ("words", NUMBER)]).await.is(422).says("Wybierz, po co otwierasz dane");
        agent.post("/residents", &[("for", "matter"), ("words", "12")]).await.is(422).says("Wpisz co najmniej 3 znaki");
        assert_eq!(looks(&kit).await, [], "nothing was searched yet");
        agent.post("/residents", &[("for", "matter"), ("words", NUMBER)]).await.is(200).says("Nikogo takiego nie znamy");
        assert_eq!(looks(&kit).await, [("search".into(), "matter".into(), Some(NUMBER.into()))]);
        let (_, mut crew) = signed_in(&app, "unit_staff").await;
        crew.get("/residents").await.is(403);
        crew.post("/residents", &[("for", "matter"), ("words", NUMBER)]).await.is(403);
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matching_number_shows_needs_and_no_name_until_questions_were_answered() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let id = anna(&app).await;
        let (_, mut agent) = signed_in(&app, "agent").await;
        let found = agent.post("/residents", &[("for", "conversation"), ("words", "0048601234567")]).await;
        found.says("Jedna możliwa osoba").says("Osoba 1: tożsamość niepotwierdzona").says("Listy dużym drukiem").never_says("Tajna");
        let address = format!("/residents/{id}?for=conversation");
        agent.get(&address).await.says("Reszta jest ukryta").says("Listy dużym drukiem").says("Українська").never_says("Tajna");
        for page in ["details", "ways", "needs", "consents"] {
            agent.get(&format!("/residents/{id}/{page}?for=conversation")).await.leads_to(&address);
        }
        let questions = agent.get(&format!("/residents/{id}/identity?for=conversation")).await;
        questions.says("Proszę podać imię i nazwisko").never_says("Tajna").never_says("Olszowa");
        agent.get(&format!("/residents/{id}/identity")).await.leads_to(&format!("/residents/{id}?for="));
        let place = format!("/residents/{id}/identity");
        let both = [("for", "conversation"), ("ticked", "full_name"), ("ticked", "post")];
        agent.post(&place, &both).await.is(409).says("Najpierw pokaż zapisane odpowiedzi");
        let answers = agent.post(&place, &[("for", "conversation"), ("step", "answers")]).await;
        let mark = mark(answers.says("Anna Tajna").says("ul. Olszowa 14"));
        let one = [("for", "conversation"), ("ticked", "full_name"), ("ticked", "nip"), ("mark", mark.as_str())];
        agent.post(&place, &one).await.is(422).says("Zaznacz co najmniej dwie dobre odpowiedzi");
        agent.get(&address).await.never_says("Tajna");
        let (_, mut colleague) = signed_in(&app, "specialist").await;
        colleague.post(&place, &[&both[..], &[("mark", &mark)]].concat()).await.is(409);

        verified(&mut agent, id, None).await.leads_to(&address);
        agent.get(&address).await.says("Anna Tajna").says("+48601234567").says("Tożsamość potwierdzona. Dane widać do 10:30");
        let (_, mut other) = signed_in(&app, "supervisor").await;
        other.get(&address).await.never_says("Tajna");
        // Somebody who works all the time is not locked out after a quarter of an hour; the check ends all the same.
        for minutes in [10, 10, 9] {
            kit.clock.pass_seconds(minutes * 60);
            agent.get(&address).await.says("Anna Tajna");
        }
        kit.clock.pass_seconds(60);
        agent.get(&address).await.never_says("Tajna");
        assert!(looks(&kit).await.len() >= 8, "each look was noted");
        assert_eq!(kit.read(residents::verify).await.unwrap(), Vec::<String>::new());
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_officer_opens_somebody_for_a_privacy_request_and_for_nothing_else() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let id = anna(&app).await;
        let (_, mut officer) = signed_in(&app, "data_protection_officer").await;
        officer.get(&format!("/residents/{id}")).await.says("Po co").never_says("Tajna");
        officer.get(&format!("/residents/{id}?for=audit")).await.never_says("Tajna");
        officer.get(&format!("/residents/{id}?for=privacy_request")).await.says("Anna Tajna");
        let (_, mut agent) = signed_in(&app, "agent").await;
        agent.get(&format!("/residents/{id}?for=privacy_request")).await.never_says("Tajna");
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_down_can_be_put_right_and_mistakes_keep_what_was_typed() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let (_, mut agent) = signed_in(&app, "agent").await;
        let firm = [
            ("for", "conversation"),
            ("kind", "firm"),
            ("name", "Piekarnia Żuraw"),
            ("language", "pl"),
            ("people", "Jan Piekarz, kierownik"),
        ];
        let wrong = [&firm[..], &[("nip", "5214349637"), ("phone", "61 646 33 44 wew. 5")]].concat();
        let page = agent.post("/residents/new", &wrong).await;
        page.is(422).says("Sprawdź NIP").says("bez numeru wewnętrznego").has("Piekarnia Żuraw");
        let right = [&firm[..], &[("nip", "521-434-96-36"), ("phone", "61 646 33 44")]].concat();
        let saved = agent.post("/residents/new", &right).await;
        let place = saved.location().unwrap().to_owned();
        let id = place.split(['/', '?']).nth(2).unwrap().to_owned();
        agent.get(&place).await.says("Zapisane").says("Piekarnia Żuraw").says("5214349636").says("Jan Piekarz, kierownik");

        let asked = ("for", "conversation");
        let needs = format!("/residents/{id}/needs");
        agent.post(&needs, &[asked, ("needs", "text_only"), ("needs", "calls_only")]).await.is(422).says("Wybierz jedno");
        agent.post(&needs, &[asked, ("needs", "sign_language"), ("words", "wejście od podwórza")]).await.is(303);
        let page = agent.get(&place).await;
        page.says("tłumacza zamówić 3 dni robocze wcześniej").says("wejście od podwórza").says("zmieniono potrzeby");
        let consent = [asked, ("purpose", "survey"), ("channel", "email"), ("given", "yes"), ("how", "phone")];
        agent.post(&format!("/residents/{id}/consents"), &consent).await.is(422).says("Wpisz wersję tekstu zgody");
        let consent = [&consent[..], &[("text_version", "2026-1")]].concat();
        agent.post(&format!("/residents/{id}/consents"), &consent).await.is(303);
        agent.get(&place).await.says("zgoda na pytania o zadowolenie").says("tekst 2026-1");
        agent.post(&format!("/residents/{id}/ways"), &[asked, ("email", "zuraw@poczta.example")]).await.is(303);
        let ways = agent.get(&format!("/residents/{id}/ways?for=conversation")).await;
        let removal = ways.html.split("action=\"").find(|part| part.contains("/removal")).unwrap().split('"').next().unwrap().to_owned();
        agent.post(&removal.replace("/removal", "/sharing"), &[asked, ("shared", "yes")]).await.is(303);
        agent.get(&place).await.says("używa go kilka osób");
        agent.post(&removal, &[asked]).await.is(303);
        agent.get(&place).await.never_says("zuraw@poczta.example");
        let details = agent.get(&format!("/residents/{id}/details?for=conversation")).await;
        details.has("Jan Piekarz, kierownik");
        agent
            .post(&format!("/residents/{id}/details"), &[asked, ("kind", "person"), ("name", "Jan Piekarz"), ("language", "en")])
            .await
            .is(303);
        agent.get(&place).await.says("Jan Piekarz").says("English").never_says("Piekarnia");
        assert_eq!(kit.read(residents::verify).await.unwrap(), Vec::<String>::new());
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_records_are_joined_and_parted_by_those_who_watch_over_the_work() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let (first, second) = (anna(&app).await, anna(&app).await);
        let (_, mut agent) = signed_in(&app, "agent").await;
        agent.get("/residents/twins").await.is(403);
        let (_, mut supervisor) = signed_in(&app, "supervisor").await;
        supervisor.get("/residents/twins").await.says("ten sam numer i nazwisko");
        let merge = format!("/residents/{first}/merge");
        let page = supervisor.get(&format!("{merge}?with={second}")).await;
        page.says("Anna Tajna").says("Zostanie dołączony");
        let with = second.to_string();
        supervisor.post(&merge, &[("with", &with)]).await.is(422).says("Wybierz, skąd to wiadomo");
        supervisor.post(&merge, &[("with", &with), ("reason", "same_details")]).await.leads_to("/residents/twins");
        supervisor.get("/residents/twins").await.says("Nie ma takich wpisów");
        supervisor.get(&format!("/residents/{second}?for=upkeep")).await.leads_to(&format!("/residents/{first}?for=upkeep"));

        verified(&mut supervisor, first, None).await.is(303);
        supervisor.get(&format!("/residents/{first}?for=conversation")).await.never_says("Połączone wpisy");
        kit.clock.pass_seconds(1);
        verified(&mut supervisor, first, None).await.is(303);
        let page = supervisor.get(&format!("/residents/{first}?for=conversation")).await;
        let form = page.says("Połączone wpisy").form_to(&format!("/residents/{second}/parting"));
        supervisor.press(&form, "Rozłącz").await.is(303);
        supervisor.get(&format!("/residents/{second}?for=upkeep")).await.is(200);
        agent.post(&format!("/residents/{second}/parting"), &[("for", "upkeep")]).await.is(403);
        assert_eq!(kit.read(residents::verify).await.unwrap(), Vec::<String>::new());
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_opens_a_history_by_joining_a_row_of_their_own_to_it() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        let stranger = anna(&app).await;
        let (_, mut supervisor) = signed_in(&app, "supervisor").await;
        let new = [("for", "upkeep"), ("kind", "person"), ("name", "Wpis Własny"), ("language", "pl")];
        let other = supervisor.post("/residents/new", &new).await.location().unwrap().to_owned();
        let own = other.split(['/', '?']).nth(2).unwrap().to_owned();
        for (id, with) in [(own.clone(), stranger.to_string()), (stranger.to_string(), own.clone())] {
            let merge = format!("/residents/{id}/merge");
            supervisor.get(&format!("{merge}?with={with}")).await.is(409).says("nie można zestawić").never_says("Tajna");
            supervisor.post(&merge, &[("with", &with), ("reason", "said_so")]).await.is(409);
        }
        // Twins by name and number may be joined, but what was never asked opens nothing.
        let twin = [("for", "upkeep"), ("kind", "person"), ("name", "Anna Tajna"), ("phone", NUMBER), ("language", "pl")];
        let other = supervisor.post("/residents/new", &twin).await.location().unwrap().to_owned();
        supervisor.get(&other).await.says("Anna Tajna");
        let twin: Id = other.split(['/', '?']).nth(2).unwrap().parse().unwrap();
        let (id, with) = (twin, stranger.to_string());
        supervisor.post(&format!("/residents/{id}/merge"), &[("with", &with), ("reason", "same_details")]).await.is(303);
        supervisor.get(&format!("/residents/{twin}?for=upkeep")).await.is(200).never_says("Olszowa").says("Reszta jest ukryta");
        kit.end().await;
    }
}
