//! One cause behind many cases: it takes cases in, is spoken of, and ends with a word on each.

use base::{Error, Id, Language};
use cases::{
    Outcome,
    actions::{self, Opened, incidents, incidents::NewIncident},
};
use store::Tx;
use testkit::TestClock;

use crate::cast::{World, on_both};

const NUMBER: &str = "+48 600 700 800";
const TEXT: &str = "Burza zerwała linie. Prąd wróci do wieczora.";

async fn storm(world: &World) -> Id {
    let new = NewIncident {
        name: "Burza".into(),
        services: vec![world.lamp.id],
        areas: Vec::new(),
        since: TestClock::START.plus_seconds(-60),
        text: base::Wording { pl: TEXT.into(), ..base::Wording::default() },
    };
    let actor = world.supervisor.viewer.actor();
    world.kit.db.write(actor, move |tx| incidents::open(tx, &new)).await.unwrap()
}

async fn attached(world: &World, incident: Id) -> Opened {
    let opened = world.opened(&world.report()).await;
    world.by(&world.supervisor, move |tx| incidents::attach(tx, incident, opened.case_id)).await.unwrap();
    opened
}

async fn followed(world: &World, incident: Id) {
    let follow = move |tx: &Tx<'_>| incidents::follow_by_phone(tx, incident, NUMBER.parse().unwrap(), Language::Pl);
    world.by(&world.agent, follow).await.unwrap();
}

#[tokio::test]
async fn a_supervisor_opens_an_incident_and_takes_the_fitting_cases_in() {
    on_both(async |world: &World| {
        let (one, other) = (world.opened(&world.report()).await, world.opened(&world.report()).await);
        let mut supervisor = world.browser(&world.supervisor);
        supervisor.get("/cases/incidents").await.says("Nie ma żadnych zdarzeń");
        supervisor.get("/cases/incidents/new").await.says("Latarnia nie świeci").never_says("Przemoc w domu").has("type=\"date\"");
        supervisor.post("/cases/incidents", &[("since", "2026-11-20")]).await.is(422).says("Podaj nazwę");
        let lamp = world.lamp.id.to_string();
        let fields = [("name", "Burza"), ("since", "2000-01-01"), ("services", &lamp), ("pl", TEXT)];
        supervisor.post("/cases/incidents", &fields[..2]).await.is(422);
        supervisor.post("/cases/incidents", &fields).await.is(303);
        let id = world.kit.value::<Id>("select id from incidents").await;
        let path = format!("/cases/incidents/{id}");
        supervisor.get("/cases/incidents").await.says("Burza").says("Brak tekstu po ukraińsku");
        let page = supervisor.get(&path).await;
        page.says(TEXT).says("2 sprawy pasują do zdarzenia").says(&one.number.to_string()).says(&other.number.to_string());

        supervisor.post(&format!("{path}/cases"), &[]).await.is(422);
        supervisor.post(&format!("{path}/cases"), &[("case", &one.case_id.to_string())]).await.leads_to(&path);
        supervisor.get(&path).await.says("1 sprawa w zdarzeniu").says("1 sprawa pasuje do zdarzenia");
        supervisor.get(&format!("/cases/{}", one.case_id)).await.says("Zdarzenie masowe").says(TEXT).has(&format!("href=\"{path}\""));
        let mut crew = world.browser(&world.crew);
        crew.get(&format!("/cases/{}", one.case_id)).await.says("Burza").says(TEXT).never_says(&path);
        crew.get(&path).await.is(403);
        world.browser(&world.agent).get("/cases/incidents").await.is(403);
        assert_eq!(world.public(one.number).await.known.unwrap().pl, TEXT);
        assert!(world.public(other.number).await.known.is_none());

        let words = [("pl", "Prąd wróci rano."), ("en", "Power comes back in the morning.")];
        supervisor.post(&format!("{path}/text"), &words).await.leads_to(&path);
        supervisor.get(&path).await.says("Prąd wróci rano.").says("Wcześniejsze teksty").says(TEXT).never_says("Brak tekstu po angielsku");
        supervisor.post(&format!("{path}/cases"), &[("without", &one.case_id.to_string())]).await.leads_to(&path);
        assert_eq!(world.kit.value::<i64>("select count(*) from case_incidents").await, 0);
        assert_eq!(world.kit.told(id).await, ["incident.opened", "incident.worded"]);
    })
    .await;
}

#[tokio::test]
async fn one_answer_reaches_every_open_case_and_what_could_not_be_done_is_named() {
    on_both(async |world: &World| {
        let id = storm(world).await;
        let (one, other) = (attached(world, id).await, attached(world, id).await);
        let back = other.case_id;
        world.by(&world.crew, move |tx| actions::send_back(tx, back, "To nie nasze")).await.unwrap();
        let (mut supervisor, path) = (world.browser(&world.supervisor), format!("/cases/incidents/{id}"));
        supervisor.post(&format!("{path}/answer"), &[("words", " ")]).await.is(422);
        let done = supervisor.post(&format!("{path}/answer"), &[("words", "Ekipy są w drodze.")]).await;
        done.is(200).says("Jedna sprawa została, jak była").says(&other.number.to_string()).never_says(&one.number.to_string());
        world.kit.settle().await;
        assert!(world.letters(one.report_id).await["progressed"].body.contains("Ekipy są w drodze."));
        assert!(!world.letters(other.report_id).await.contains_key("progressed"));
    })
    .await;
}

#[tokio::test]
async fn nothing_ends_unchecked_and_promises_stay_on_the_page_until_they_are_kept() {
    on_both(async |world: &World| {
        let id = storm(world).await;
        let (ends, stays) = (attached(world, id).await, attached(world, id).await);
        followed(world, id).await;
        followed(world, id).await;
        let (mut supervisor, path) = (world.browser(&world.supervisor), format!("/cases/incidents/{id}/end"));
        let (ends_id, stays_field) = (ends.case_id.to_string(), format!("stays-{}", stays.case_id));
        supervisor.get(&path).await.says(&ends.number.to_string()).says(&stays.number.to_string());
        let fields = [
            ("outcome", "fixed"),
            ("words", "Prąd jest."),
            ("no_photo", "Prądu nie widać."),
            ("case", &ends_id),
            (stays_field.as_str(), "Słup leży na drodze."),
        ];
        supervisor.post(&path, &[&fields[..2], &fields[3..]].concat()).await.is(422).has("href=\"#no_photo\"");
        supervisor.post(&path, &fields[..4]).await.is(422).says("Jedno z dwóch").says("Prąd jest.");
        assert_eq!(world.kit.told(id).await, ["incident.opened"], "nothing happened yet");
        supervisor.post(&path, &fields).await.leads_to(&format!("/cases/incidents/{id}"));
        world.kit.settle().await;
        assert_eq!(world.kit.told(id).await, ["incident.opened", "incident.ended"]);
        assert_eq!(world.case(ends.case_id).await.stage.outcome(), Some(Outcome::Fixed));
        assert_eq!(world.case(stays.case_id).await.stage.outcome(), None);
        assert!(world.letters(stays.report_id).await["progressed"].body.contains("Słup leży na drodze."));

        let page = supervisor.get(&format!("/cases/incidents/{id}")).await;
        page.says("Obietnice jeszcze niedotrzymane").says(&stays.number.to_string()).says("1 osoba z numerem telefonu jeszcze nie wie");
        supervisor.post(&path, &fields).await.is(409).says("już zakończone");
        let errand = world.kit.value::<Id>("select id from errands where template = 'incident'").await;
        assert!(world.kit.value::<String>("select body from errands where template = 'incident'").await.contains("Prąd jest."));
        world.by(&world.agent, move |tx| notices::actions::finish_errand(tx, errand)).await.unwrap();
        let case_id = stays.case_id;
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, case_id, &cases::Closing::new(Outcome::Fixed, "Słup usunięty.").without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        supervisor.get(&format!("/cases/incidents/{id}")).await.says("Wszystkie obietnice są dotrzymane");
    })
    .await;
}

#[tokio::test]
async fn an_ending_that_does_not_know_a_case_is_refused() {
    on_both(async |world: &World| {
        let id = storm(world).await;
        attached(world, id).await;
        let ending = incidents::Ending { outcome: Outcome::Fixed, words: "Prąd jest.".into(), judged: [].into() };
        let ended = world.by(&world.supervisor, move |tx| incidents::end(tx, id, &ending)).await;
        assert!(matches!(ended, Err(Error::Conflict("incident-cases-changed"))), "{ended:?}");
        assert_eq!(world.kit.told(id).await, ["incident.opened"]);
    })
    .await;
}

#[tokio::test]
async fn sensitive_cases_are_never_part_of_an_incident() {
    on_both(async |world: &World| {
        let id = storm(world).await;
        let report = cases::NewReport { service_id: world.hushed.id, ..world.report() };
        let hushed = world.opened(&report).await;
        let taken = world.by(&world.gardener, move |tx| incidents::attach(tx, id, hushed.case_id)).await;
        assert!(matches!(taken, Err(Error::Conflict("incident-sensitive"))), "{taken:?}");
        let (mut supervisor, hidden) = (world.browser(&world.supervisor), hushed.case_id.to_string());
        supervisor.post(&format!("/cases/incidents/{id}/cases"), &[("case", &hidden)]).await.never_says(&hushed.number.to_string());
        assert_eq!(world.kit.value::<i64>("select count(*) from case_incidents").await, 0);
        let service = world.hushed.id.to_string();
        let fields = [("name", "Noc"), ("since", "2000-01-01"), ("services", service.as_str()), ("pl", TEXT)];
        supervisor.post("/cases/incidents", &fields).await.is(422).says("Sprawy wrażliwe nie należą do zdarzeń");
    })
    .await;
}

#[tokio::test]
async fn a_follower_known_for_nothing_else_is_forgotten_and_others_stay() {
    on_both(async |world: &World| {
        let (id, other) = (storm(world).await, storm(world).await);
        followed(world, id).await;
        world.kit.clock.put(TestClock::START.plus_seconds(600));
        followed(world, other).await;
        world.by(&world.supervisor, move |tx| incidents::forget_followers(tx, id)).await.unwrap();
        assert_eq!(world.kit.value::<i64>("select count(*) from ways").await, 1, "the other incident still needs the number");
        world.by(&world.supervisor, move |tx| incidents::forget_followers(tx, other)).await.unwrap();
        assert_eq!(world.kit.value::<i64>("select count(*) from ways").await, 0);
        assert_eq!(world.kit.value::<i64>("select count(*) from incident_followers where ended_at is null").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_follower_gets_what_is_kept_and_is_forgotten_when_they_ask() {
    on_both(async |world: &World| {
        followed(world, storm(world).await).await;
        let resident = world.kit.value::<Id>("select resident_id from incident_followers").await;
        let export = world.kit.read(move |read| cases::personal::export(read, resident)).await.unwrap();
        assert_eq!(export[0]["follows_incident"], "Burza");
        world.by(&world.supervisor, move |tx| cases::personal::erase(tx, resident)).await.unwrap();
        assert_eq!(world.kit.value::<i64>("select count(*) from incident_followers where ended_at is null").await, 0);
    })
    .await;
}

#[tokio::test]
async fn rows_of_incidents_that_contradict_the_journal_are_found() {
    on_both(async |world: &World| {
        let id = storm(world).await;
        attached(world, id).await;
        followed(world, id).await;
        for (spoil, mend, said) in [
            ("update incidents set outcome = 'fixed'", "update incidents set outcome = null", "its row does not follow"),
            ("update incident_followers set ended_at = 5", "update incident_followers set ended_at = null", "it does not follow"),
        ] {
            world.kit.write(move |tx| tx.execute(spoil, &[]).map(drop)).await.unwrap();
            let faults = world.faults().await;
            assert!(faults.iter().any(|fault| fault.contains(said)), "{spoil}: {faults:?}");
            world.kit.write(move |tx| tx.execute(mend, &[]).map(drop)).await.unwrap();
        }
        let take = move |tx: &Tx<'_>| tx.execute("delete from case_incidents", &[]).map(drop);
        world.kit.write(take).await.unwrap();
        assert!(world.faults().await.iter().any(|fault| fault.contains("its incident does not follow")));
        let give = move |tx: &Tx<'_>| {
            let sql = "insert into case_incidents (case_id, incident_id) select c.id, i.id from cases c, incidents i";
            tx.execute(sql, &[]).map(drop)
        };
        world.kit.write(give).await.unwrap();
    })
    .await;
}
