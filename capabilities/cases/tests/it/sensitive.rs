//! A matter of a sensitive service: known to its unit and to whom it was shown, to nobody else by any door.

use base::Error;
use cases::{NewReport, Outcome, Stage, actions, public};
use staff::audit::{Asked, looks};

use crate::cast::{OWN_WORDS, Person, SAID, World, greens, on_both, roads};

async fn hushed(world: &World) -> actions::Opened {
    world.opened(&NewReport { service_id: world.hushed.id, public: true, ..world.report() }).await
}

/// All that this person's pages show, a new one each time.
async fn pages(world: &World, person: &Person, opened: &actions::Opened) -> String {
    let mut browser = world.browser(person);
    let mut all = String::new();
    let case = format!("/cases/{}", opened.case_id);
    let saved = format!("/cases/undispatched?saved={}", opened.case_id);
    for address in ["/cases", "/cases?show=late", "/cases?show=closed", "/cases?page=2", "/cases/undispatched", &saved, &case] {
        // The address itself and the token of the forms are no news.
        all += &browser.get(address).await.html.replace(&opened.case_id.to_string(), "");
    }
    all
}

#[tokio::test]
async fn no_page_of_anybody_else_says_or_counts_a_sensitive_case() {
    on_both(async |world: &World| {
        world.opened(&NewReport { reply_to: None, ..world.report() }).await;
        let others = [&world.crew, &world.supervisor, &world.agent, &world.administrator];
        let gone = actions::Opened { case_id: base::Id::new(), report_id: base::Id::new(), number: base::ReportNumber::from_random(1, 7) };
        let mut before = Vec::new();
        for person in others {
            before.push(pages(world, person, &gone).await);
        }
        let opened = hushed(world).await;
        let (late, number) = (world.kit.clock.clone(), opened.number.to_string());
        late.put(base::Moment(testkit::TestClock::START.0));
        for (person, before) in others.into_iter().zip(before) {
            let seen = pages(world, person, &opened).await;
            for secret in [number.as_str(), OWN_WORDS, "Przemoc"] {
                assert!(!seen.contains(secret), "{secret} for {}", person.viewer.name);
            }
            assert_eq!(without_ids(&seen), without_ids(&before), "nothing has changed for {}", person.viewer.name);
            let id = opened.case_id;
            let viewer = person.viewer.clone();
            let found = world.kit.read(move |read| cases::find_for(read, &viewer, id).map(drop)).await;
            assert!(matches!(found, Err(Error::NotFound)), "{found:?}");
            let posted = world.browser(person).post(&format!("/cases/{id}/dispatches"), &[("unit", &roads().to_string())]).await;
            posted.is(404);
            world.browser(person).post(&format!("/cases/{id}/guests"), &[("login", "x@y.example")]).await.is(404);
        }
        let seen = pages(world, &world.gardener, &opened).await;
        assert!(seen.contains(&number) && seen.contains(OWN_WORDS), "the premise: its unit sees it");
    })
    .await;
}

/// The page without what differs from one request to the next.
fn without_ids(html: &str) -> String {
    let mut rest = html.to_owned();
    for mark in ["Numer błędu", "request-id", "Kod "] {
        while let Some(at) = rest.find(mark) {
            let end = rest[at..].find('\n').map_or(rest.len(), |end| at + end);
            rest.replace_range(at..end, "");
        }
    }
    rest
}

#[tokio::test]
async fn a_sensitive_report_is_found_by_its_authors_link_only() {
    on_both(async |world: &World| {
        let opened = hushed(world).await;
        let number = opened.number;
        let found = world.kit.read(move |read| public::find(read, number)).await;
        assert!(matches!(found, Err(Error::NotFound)), "{found:?}");
        let own = world.kit.read(move |read| public::find_own(read, number, base::Moment(0))).await.unwrap();
        assert!(own.report.sensitive && own.words == OWN_WORDS);

        let signer = world.app.signer.clone();
        let topics = move |read: &store::Read<'_>| {
            let events = store::journal::of_subject(read, opened.case_id)?;
            public::topics(read, &signer, &events[0])
        };
        let topics = world.kit.read(topics).await.unwrap();
        assert!(topics.iter().all(|topic| !topic.contains(&number.to_string())), "{topics:?}");
        assert_eq!(topics[1], format!("unit:{}", greens()));

        world
            .by(&world.gardener, move |tx| actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Answered, SAID)))
            .await
            .unwrap();
        assert!(world.kit.read(|read| public::lately_done(read, 10)).await.unwrap().is_empty(), "nor among what was done");
        assert!(!world.kit.value::<bool>("select public from cases where sensitive").await);
    })
    .await;
}

#[tokio::test]
async fn a_sensitive_case_without_a_unit_waits_for_the_unit_of_its_service() {
    on_both(async |world: &World| {
        let new = NewReport { service_id: world.hushed.id, ..world.report() };
        let opened = world.try_open(&new).await.unwrap();
        let path = format!("/cases/{}", opened.case_id);
        world.browser(&world.gardener).get("/cases").await.is(200).says(&opened.number.to_string()).says("Sprawy poza listą");
        world.browser(&world.supervisor).get("/cases/undispatched").await.is(200).never_says(&opened.number.to_string());
        let done = world.browser(&world.gardener).post(&format!("{path}/dispatches"), &[("unit", &roads().to_string())]).await;
        done.leads_to("/cases");
        world.browser(&world.gardener).get(&path).await.is(404);
        world.browser(&world.crew).get(&path).await.is(200).says(OWN_WORDS);
        world.kit.settle().await;
    })
    .await;
}

#[tokio::test]
async fn a_sensitive_case_is_shown_to_somebody_on_purpose_and_that_is_taken_back() {
    on_both(async |world: &World| {
        let opened = hushed(world).await;
        let (path, guests) = (format!("/cases/{}", opened.case_id), format!("/cases/{}/guests", opened.case_id));
        let login: String = world.kit.value("select login from accounts where name = 'Konsultant'").await;
        let mut gardener = world.browser(&world.gardener);
        gardener.get(&path).await.is(200).says("Sprawa wrażliwa").says("Udostępnij sprawę");
        gardener.post(&guests, &[("login", "nikt@nigdzie.example")]).await.is(422).says("Nie ma osoby o takim loginie");
        gardener.post(&guests, &[("login", &login)]).await.leads_to(&format!("{path}?saved=1"));
        gardener.post(&guests, &[("login", &login)]).await.leads_to(&format!("{path}?saved=1"));
        world.browser(&world.agent).get("/cases").await.is(200).says(&opened.number.to_string());
        world.browser(&world.agent).get(&path).await.is(200).says(OWN_WORDS).never_says("Udostępnij sprawę");
        gardener.get(&path).await.is(200).says("Konsultant");
        let without = world.agent.viewer.account_id.to_string();
        gardener.post(&guests, &[("without", &without)]).await.leads_to(&format!("{path}?saved=1"));
        world.browser(&world.agent).get(&path).await.is(404);
        let told = world.kit.told(opened.case_id).await;
        assert_eq!(told[2..], ["case.shown", "case.hidden"]);
        assert_eq!(world.case_stage(opened.case_id).await, Stage::Dispatched(greens()));
    })
    .await;
}

#[tokio::test]
async fn whoever_opens_a_case_leaves_a_note_and_whoever_may_not_leaves_none() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let path = format!("/cases/{}", opened.case_id);
        world.browser(&world.crew).get(&path).await.is(200);
        world.browser(&world.gardener).get(&path).await.is(404);
        let mut officer = world.supervisor.viewer.clone();
        officer.permissions = staff::model::role("data_protection_officer").unwrap();
        let noted = world.kit.read(move |read| looks(read, &officer, &Asked::default(), 100)).await.unwrap();
        let [look] = &noted[..] else { panic!("{noted:?}") };
        assert_eq!((look.account_id, look.subject_id), (world.crew.viewer.account_id, Some(opened.case_id)));
        assert_eq!((look.act.as_str(), look.purpose.as_str()), ("read", "matter"));
    })
    .await;
}

#[tokio::test]
async fn the_centre_sees_cases_of_those_controllers_only_for_whom_it_works() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let path = format!("/cases/{}", opened.case_id);
        world.browser(&world.supervisor).get(&path).await.is(200);
        world.kit.write(|tx| actions::take_over_controllers(tx, Some(&["mpo".to_owned()]))).await.unwrap();
        world.browser(&world.supervisor).get(&path).await.is(404);
        world.browser(&world.supervisor).get("/cases").await.is(200).never_says(&opened.number.to_string());
        world.browser(&world.agent).get("/cases").await.is(200).never_says(&opened.number.to_string()).says("0");
        world.browser(&world.crew).get("/cases").await.is(200).says(&opened.number.to_string());
        let stray = world.opened(&NewReport { service_id: world.stray.id, ..world.report() }).await;
        world.browser(&world.agent).get("/cases/undispatched").await.is(200).never_says(&stray.number.to_string());
        world.kit.write(|tx| actions::take_over_controllers(tx, Some(&["city".to_owned()]))).await.unwrap();
        world.browser(&world.agent).get("/cases/undispatched").await.is(200).says(&stray.number.to_string());
        world.kit.write(|tx| actions::take_over_controllers(tx, None)).await.unwrap();
        world.browser(&world.supervisor).get(&path).await.is(200);
    })
    .await;
}
