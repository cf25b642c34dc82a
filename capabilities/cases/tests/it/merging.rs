//! Reports of one thing become one case and are taken apart again; every number leads to the case that it is now.

use base::{Error, Id, Language, Point};
use cases::{
    Case, NewReport, Outcome, Place, Stage,
    actions::{self, Opened, Split},
    public::Happening,
};
use residents::Reachable;

use crate::cast::{Person, SAID, World, office, on_both, roads};

const BARTEK: &str = "bartek@poczta.example";

/// A report of the same lamp by somebody else.
fn bartek(world: &World) -> NewReport {
    let place = Place { words: "ul. Olszowa, przy kiosku".into(), point: Point::from_degrees(52.1, 21.0), ..Place::default() };
    NewReport { body: "Ciemno koło kiosku".into(), place, reply_to: Reachable::by_email(BARTEK, Language::Pl).ok(), ..world.report() }
}

async fn two(world: &World) -> (Opened, Opened) {
    (world.opened(&world.report()).await, world.opened(&bartek(world)).await)
}

async fn merge(world: &World, person: &Person, one: Opened, other: Opened) -> base::Result<()> {
    world.by(person, move |tx| actions::merge(tx, one.case_id, other.case_id)).await
}

#[track_caller]
fn refused(result: base::Result<()>, why: &str) {
    assert!(matches!(&result, Err(Error::Conflict(key)) if *key == why), "{result:?} is not {why}");
}

#[tokio::test]
async fn a_unit_merges_two_cases_and_both_numbers_lead_to_one() {
    on_both(async |world: &World| {
        let (anna, bartek) = two(world).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}", bartek.case_id));
        crew.get(&path).await.says("Połącz z inną sprawą").never_says("Rozdziel zgłoszenia");
        crew.post(&format!("{path}/merging"), &[]).await.is(422).says("wpisz numer, który znasz");
        crew.post(&format!("{path}/merging"), &[("into_number", "1234")]).await.is(422).has("id=\"merging\" open");
        let number = anna.number.to_string();
        let landed = format!("/cases/{}?saved=1", anna.case_id);
        crew.post(&format!("{path}/merging"), &[("into_number", &number)]).await.leads_to(&landed);
        world.kit.settle().await;

        let page = crew.get(&landed).await;
        page.says("Zapisane").says("Dołączono zgłoszenie z innej sprawy").says("Ciemno koło kiosku").says("Rozdziel zgłoszenia");
        page.says(&bartek.number.to_string());
        crew.get(&path).await.says("Zgłoszenia z tej sprawy prowadzimy w innej sprawie").says("Zakończona: zajmuje się tym inna sprawa");
        crew.get("/cases?show=closed").await.never_says(&bartek.number.to_string());
        let emptied = world.case(bartek.case_id).await;
        assert_eq!((emptied.stage.outcome(), emptied.merged_into), (Some(Outcome::Duplicate), Some(anna.case_id)));

        // The author hears of it in plain words, with the number that they know, and nobody hears of an end.
        let letters = world.letters(bartek.report_id).await;
        let moved = &letters["moved"];
        assert!(
            moved.body.contains("prowadzimy te zgłoszenia jako jedną sprawę") || moved.body.contains("jako jedną sprawę"),
            "{}",
            moved.body
        );
        assert!(moved.body.contains(&bartek.number.to_string()) && moved.body.contains("Zarząd Dróg"), "{}", moved.body);
        assert!(!letters.contains_key("closed") && !world.letters(anna.report_id).await.contains_key("moved"));

        world
            .by(&world.crew, move |tx| {
                actions::close(tx, anna.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        for report in [anna, bartek] {
            let told = world.public(report.number).await;
            assert_eq!(told.stage.outcome(), Some(Outcome::Fixed), "each number leads to the present case");
            assert!(world.letters(report.report_id).await["closed"].body.contains("Świecą wszystkie"), "each author is answered");
        }
    })
    .await;
}

#[tokio::test]
async fn undoing_puts_reports_and_stage_back_as_they_were() {
    on_both(async |world: &World| {
        let (anna, bartek) = two(world).await;
        world.by(&world.crew, move |tx| actions::accept(tx, bartek.case_id)).await.unwrap();
        let on = jiff::civil::date(2026, 12, 4);
        world.by(&world.crew, move |tx| actions::schedule(tx, bartek.case_id, on, "", &office())).await.unwrap();
        let before = world.case(bartek.case_id).await;
        assert_eq!(before.stage, Stage::Scheduled { unit_id: roads(), on }, "the premise");
        merge(world, &world.crew, bartek, anna).await.unwrap();
        refused(merge(world, &world.crew, bartek, anna).await, "case-merge-closed");

        let mut crew = world.browser(&world.crew);
        let path = format!("/cases/{}", bartek.case_id);
        crew.post(&format!("{path}/parting"), &[]).await.leads_to(&format!("{path}?saved=1"));
        world.kit.settle().await;
        assert_eq!(world.case(bartek.case_id).await, before, "exactly as it was");
        crew.get(&format!("{path}?saved=1")).await.says("Połączenie cofnięte").says("Zapisane");
        assert_eq!(world.public(bartek.number).await.stage, before.stage);
        crew.get(&format!("/cases/{}", anna.case_id)).await.never_says("Ciemno koło kiosku").says("w osobnej sprawie");
        let back = world.by(&world.crew, move |tx| actions::unmerge(tx, bartek.case_id)).await;
        refused(back, "case-not-merged");
        // It goes both ways again and again.
        merge(world, &world.crew, anna, bartek).await.unwrap();
        world.by(&world.crew, move |tx| actions::unmerge(tx, anna.case_id)).await.unwrap();
        merge(world, &world.crew, bartek, anna).await.unwrap();
        world.by(&world.crew, move |tx| actions::unmerge(tx, bartek.case_id)).await.unwrap();
        assert_eq!(world.case(bartek.case_id).await, before);
    })
    .await;
}

#[tokio::test]
async fn one_report_becomes_a_case_of_its_own_and_comes_back() {
    on_both(async |world: &World| {
        let (anna, bartek) = two(world).await;
        merge(world, &world.crew, bartek, anna).await.unwrap();
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}", anna.case_id));
        crew.post(&format!("{path}/split"), &[]).await.is(422).says("Wybierz zgłoszenie");
        let report = bartek.report_id.to_string();
        crew.post(&format!("{path}/split"), &[("report", &report)]).await.is(303);
        world.kit.settle().await;
        let new = world.kit.value::<Id>("select r.case_id from reports r where r.body like 'Ciemno%'").await;
        assert!(new != anna.case_id && new != bartek.case_id);
        let case = world.case(new).await;
        assert_eq!((case.place.words.as_str(), case.stage), ("ul. Olszowa, przy kiosku", Stage::Dispatched(roads())), "its author's place");
        crew.get(&format!("/cases/{new}")).await.says("Sprawa wydzielona z innej").says("Ciemno koło kiosku");
        assert!(world.letters(bartek.report_id).await["dispatched"].body.contains("Zarząd Dróg"));
        // The merging cannot be undone any more, since its report went on; merging the new case takes the split back.
        refused(world.by(&world.crew, move |tx| actions::unmerge(tx, bartek.case_id)).await, "case-unmerge-moved");
        crew.get(&format!("/cases/{new}")).await.says("z tej sprawy wydzielono zgłoszenie");
        let into = anna.case_id.to_string();
        crew.post(&format!("/cases/{new}/merging"), &[("into", &into)]).await.is(303);
        world.kit.settle().await;
        assert_eq!(world.kit.value::<i64>("select count(distinct case_id) from reports").await, 1);
        let alone = |report: Opened, own: Split| move |tx: &store::Tx<'_>| actions::split(tx, report.report_id, &own).map(drop);
        let other = Split { service_id: world.hushed.id, due_at: None };
        refused(world.by(&world.crew, alone(anna, other)).await, "case-split-sensitive");
        world.by(&world.crew, alone(anna, Split { service_id: world.lamp.id, due_at: None })).await.unwrap();
        refused(world.by(&world.crew, alone(bartek, Split { service_id: world.lamp.id, due_at: None })).await, "case-split-only");
    })
    .await;
}

#[tokio::test]
async fn what_may_not_be_known_is_never_merged() {
    on_both(async |world: &World| {
        let anna = world.opened(&world.report()).await;
        let stray = world.opened(&NewReport { public: false, ..NewReport { service_id: world.stray.id, ..world.report() } }).await;
        let hushed = world.opened(&NewReport { service_id: world.hushed.id, ..world.report() }).await;
        refused(merge(world, &world.gardener, hushed, anna).await, "case-merge-sensitive");
        refused(merge(world, &world.gardener, anna, hushed).await, "case-merge-sensitive");
        refused(merge(world, &world.supervisor, anna, stray).await, "case-merge-hidden");
        // Nobody merges with a case that does not exist for them, and nobody learns that it does.
        let (mut crew, number) = (world.browser(&world.crew), hushed.number.to_string());
        let path = format!("/cases/{}", anna.case_id);
        for unknown in [number, stray.number.to_string()] {
            crew.post(&format!("{path}/merging"), &[("into_number", &unknown)]).await.is(422).says("numer, który znasz");
        }
        crew.post(&format!("/cases/{}/merging", hushed.case_id), &[("into", &anna.case_id.to_string())]).await.is(404);
        world.browser(&world.agent).post(&format!("{path}/merging"), &[]).await.is(403);
        world.browser(&world.gardener).post(&format!("{path}/parting"), &[]).await.is(404);
        let company = "update cases set controller = $2 where id = $1";
        world.kit.write(move |tx| tx.execute(company, store::params![stray.case_id, "mpo"])).await.unwrap();
        refused(merge(world, &world.supervisor, stray, anna).await, "case-merge-controller");
        world.kit.write(move |tx| tx.execute(company, store::params![stray.case_id, "city"])).await.unwrap();
        merge(world, &world.supervisor, stray, anna).await.unwrap();
        assert!(world.public(stray.number).await.place.is_some(), "it is the public case now");
    })
    .await;
}

#[tokio::test]
async fn an_author_reads_what_was_said_while_their_report_was_there() {
    on_both(async |world: &World| {
        let hidden = NewReport { public: false, ..world.report() };
        let anna = world.opened(&hidden).await;
        let bartek = world.opened(&NewReport { public: false, ..bartek(world) }).await;
        world.by(&world.crew, move |tx| actions::progress(tx, anna.case_id, "Pani Anno, klucz jest u Pani")).await.unwrap();
        world.kit.clock.pass_seconds(60);
        merge(world, &world.crew, bartek, anna).await.unwrap();
        world.kit.clock.pass_seconds(60);
        world.by(&world.crew, move |tx| actions::progress(tx, anna.case_id, "Jedziemy na miejsce")).await.unwrap();
        let now = base::Moment(0);
        let own = world.kit.read(move |read| cases::public::find_own(read, bartek.number, now)).await.unwrap();
        let said: Vec<_> = own.report.story.iter().filter_map(|told| told.words.as_deref()).collect();
        assert_eq!(said, ["Jedziemy na miejsce"], "what was said to Anna before is hers");
        assert_eq!(own.report.place.unwrap().words, "ul. Olszowa, przy kiosku", "and so is her place");
        assert!(own.report.story.iter().any(|told| told.what == Happening::Reported));
        let hers = world.kit.read(move |read| cases::public::find_own(read, anna.number, now)).await.unwrap();
        assert_eq!(hers.report.story.iter().filter(|told| told.words.is_some()).count(), 2);
        let told = world.kit.read(move |read| {
            let id = read.value::<Id>("select resident_id from reports where id = $1", store::params![bartek.report_id])?;
            cases::personal::export(read, id)
        });
        let told = told.await.unwrap().to_string();
        assert!(told.contains("Jedziemy na miejsce") && !told.contains("klucz"), "{told}");
    })
    .await;
}

#[tokio::test]
async fn erasing_an_author_empties_the_case_that_was_theirs_before() {
    on_both(async |world: &World| {
        let anna = world.opened(&NewReport { public: false, ..world.report() }).await;
        let bartek = world.opened(&NewReport { public: false, ..bartek(world) }).await;
        merge(world, &world.crew, bartek, anna).await.unwrap();
        let erase = move |tx: &store::Tx<'_>| {
            let id = tx.value::<Id>("select resident_id from reports where id = $1", store::params![bartek.report_id])?;
            cases::personal::erase(tx, id)
        };
        world.kit.write(erase).await.unwrap();
        let case: Case = world.case(bartek.case_id).await;
        assert_eq!((case.place.words.as_str(), case.place.point), ("", None));
        assert_eq!(world.case(anna.case_id).await.place.words, "ul. Olszowa 14", "Anna's stays");
    })
    .await;
}

#[tokio::test]
async fn verify_finds_a_merging_that_the_journal_does_not_know() {
    on_both(async |world: &World| {
        let (anna, bartek) = two(world).await;
        merge(world, &world.crew, bartek, anna).await.unwrap();
        let put = |id: Id, into: Option<Id>| {
            let sql = "update cases set merged_into = $2 where id = $1";
            move |tx: &store::Tx<'_>| tx.execute(sql, store::params![id, into]).map(drop)
        };
        for (id, wrong, right) in [(anna.case_id, Some(bartek.case_id), None), (bartek.case_id, Some(bartek.case_id), Some(anna.case_id))] {
            world.kit.write(put(id, wrong)).await.unwrap();
            let faults = world.faults().await;
            assert!(faults.iter().any(|fault| fault.starts_with(&format!("case {id}"))), "{faults:?}");
            world.kit.write(put(id, right)).await.unwrap();
        }
        let home = "update reports set case_id = $2 where id = $1";
        world.kit.write(move |tx| tx.execute(home, store::params![bartek.report_id, bartek.case_id])).await.unwrap();
        assert_eq!(world.faults().await.len(), 1);
        world.kit.write(move |tx| tx.execute(home, store::params![bartek.report_id, anna.case_id])).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn cases_nearby_are_offered_and_their_words_only_to_those_who_read_them() {
    on_both(async |world: &World| {
        let one = world.opened(&bartek(world)).await;
        let other = world.opened(&NewReport { body: "Lampa zgasła".into(), ..bartek(world) }).await;
        let far = NewReport { place: Place { point: Point::from_degrees(52.2, 21.0), ..bartek(world).place }, ..bartek(world) };
        let far = world.opened(&far).await;
        let path = format!("/cases/{}", one.case_id);
        let page = world.browser(&world.crew).get(&path).await;
        page.says("Lampa zgasła").says(&other.number.to_string()).never_says(&far.number.to_string());
        let looks = "select count(*) from looks where act = 'read'";
        assert_eq!(world.kit.value::<i64>(looks).await, 2, "the case and the one that is quoted");
        world.browser(&world.supervisor).get(&path).await.never_says("Lampa zgasła").says(&other.number.to_string());
        world.browser(&world.agent).get(&path).await.never_says("Połącz z inną sprawą").never_says(&other.number.to_string());
    })
    .await;
}
