//! What was promised: it is warned of, told when it is broken, changed with a reason, and stands only where the service says so.

use base::Moment;
use cases::{
    NewReport, Outcome, actions,
    model::{Clock, ClockKind},
};
use store::Read;
use testkit::TestClock;

use crate::cast::{SAID, World, office, on_both};

const QUESTION: &str = "Przy której klatce jest ta lampa?";
const WEEK: i64 = 7 * 24 * 3_600;
/// Five working hours.
const HOURS: i64 = 5 * 3_600;

/// One clock of a case as the row has it.
async fn row(world: &World, kind: &'static str) -> Option<(i64, Option<i64>, Option<i64>, Option<i64>, Option<i64>)> {
    let sql = "select due_at, stands_since, met_at, warned_at, missed_at from case_clocks where clock = $1";
    let look = move |read: &Read<'_>| {
        read.find(sql, store::params![kind], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
    };
    world.kit.read(look).await.unwrap()
}

/// A report as a page takes it: promised by the calendar.
async fn promised(world: &World, of: impl Fn(&mut services::Service)) -> cases::actions::Opened {
    let mut lamp = world.lamp.clone();
    lamp.details.first_answer_working_days = Some(1);
    of(&mut lamp);
    let (group, offered) = (services::Group { key: "street".into(), name: lamp.name.clone() }, vec![lamp]);
    world.kit.write(move |tx| services::actions::take_over(tx, std::slice::from_ref(&group), &offered)).await.unwrap();
    let new = NewReport { due_at: None, ..world.report() };
    let open = move |tx: &store::Tx<'_>| actions::open(tx, &actions::promised(tx, &new, &office())?);
    let opened = world.kit.db.write(base::Actor::STRANGER, open).await.unwrap();
    world.kit.settle().await;
    opened
}

#[tokio::test]
async fn the_first_words_are_the_first_answer_and_the_end_meets_the_promise() {
    on_both(async |world: &World| {
        let opened = promised(world, |_| {}).await;
        let fix = world.report().due_at.unwrap();
        assert_eq!(world.case(opened.case_id).await.due_at, Some(fix), "four working days by the calendar");
        let (answer_by, .., met_at) = row(world, "first_answer").await.map(|(due, _, met, ..)| (due, (), met)).unwrap();
        assert!(answer_by < fix.0 && met_at.is_none());
        world.by(&world.crew, move |tx| actions::accept(tx, opened.case_id)).await.unwrap();
        assert_eq!(row(world, "first_answer").await.unwrap().2, None, "taking it on says nothing to the author");
        world.by(&world.crew, move |tx| actions::progress(tx, opened.case_id, "Jedziemy")).await.unwrap();
        let now = world.kit.db.now().0;
        assert_eq!(row(world, "first_answer").await.unwrap().2, Some(now));
        assert_eq!(row(world, "fix").await.unwrap().2, None);
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        assert_eq!(row(world, "fix").await.unwrap().2, Some(now));
        let page = world.browser(&world.crew).get(&format!("/cases/{}", opened.case_id)).await;
        page.says("Terminy").says("Pierwsza odpowiedź").says("Koniec sprawy").says("dotrzymany").never_says("Zmień obiecany termin");
    })
    .await;
}

#[tokio::test]
async fn a_unit_is_warned_before_and_the_author_hears_once_that_it_is_late() {
    on_both(async |world: &World| {
        let opened = promised(world, |_| {}).await;
        let due = world.case(opened.case_id).await.due_at.unwrap();
        world.by(&world.crew, move |tx| actions::progress(tx, opened.case_id, "Jedziemy")).await.unwrap();
        let mails = world.mails();
        world.comes(due.plus_seconds(-3 * 24 * 3_600)).await;
        assert_eq!((world.mails(), row(world, "fix").await.unwrap().3), (mails, None), "three days before nobody is warned");
        let mut crew = world.browser(&world.crew);
        crew.get("/cases?show=ending").await.is(200).says("Kończą się (0)").says("Żadnej sprawie");

        world.comes(due.plus_seconds(-HOURS)).await;
        assert_eq!(world.mails(), mails + 1, "the unit's shared address");
        crew.get("/cases?show=ending").await.says("Kończą się (1)").says(&opened.number.to_string()).says("Kończy się");
        world.comes(due.plus_seconds(-3_600)).await;
        assert_eq!(world.mails(), mails + 1, "once");

        world.comes(due.plus_seconds(60)).await;
        let late = &world.letters(opened.report_id).await["late"];
        assert!(late.title.contains("spóźniamy się") && late.body.contains("Zarząd Dróg"), "{}", late.body);
        world.comes(due.plus_seconds(3 * 24 * 3_600)).await;
        assert_eq!(world.mails(), mails + 2, "one warning, one letter");
        crew.get("/cases?show=ending").await.says("Kończą się (0)").says("Po terminie (1)");
        let public = world.public(opened.number).await;
        assert!(public.story.iter().any(|told| told.what == cases::public::Happening::Missed));
    })
    .await;
}

#[tokio::test]
async fn a_case_that_ended_in_time_warns_nobody() {
    on_both(async |world: &World| {
        let opened = promised(world, |_| {}).await;
        let due = world.case(opened.case_id).await.due_at.unwrap();
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        let told = world.kit.told(opened.case_id).await;
        world.comes(due.plus_seconds(-3_600)).await;
        world.comes(due.plus_seconds(3_600)).await;
        assert_eq!(world.kit.told(opened.case_id).await, told);
    })
    .await;
}

#[tokio::test]
async fn a_unit_promises_another_day_and_says_why() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}/deadline", opened.case_id));
        crew.get(&path).await.is(200).says("Teraz obiecany dzień: czwartek 26 listopada").says("Powód zmiany");
        crew.post(&path, &[("on", ""), ("reason", "Brak części")]).await.is(422).says("Wpisz dzień").says("Brak części");
        crew.post(&path, &[("on", "2026-12-04"), ("reason", " ")]).await.is(422).says("dlaczego termin się zmienia");
        crew.post(&path, &[("on", "2026-12-05"), ("reason", "x")]).await.is(422).says("w którym jednostka pracuje");
        crew.post(&path, &[("on", "2026-11-13"), ("reason", "x")]).await.is(422).says("Wybierz dzisiaj albo późniejszy");
        crew.post(&path, &[("on", "2026-11-26"), ("reason", "x")]).await.is(422).says("już obiecany");
        world.browser(&world.gardener).get(&path).await.is(404);
        world.browser(&world.agent).post(&path, &[("on", "2026-12-04"), ("reason", "x")]).await.is(403);

        let why = [("on", "2026-12-04"), ("reason", "Czekamy na bezpiecznik od dostawcy.")];
        crew.post(&path, &why).await.leads_to(&format!("/cases/{}?saved=1", opened.case_id));
        world.kit.settle().await;
        let page = crew.get(&format!("/cases/{}?saved=1", opened.case_id)).await;
        page.says("Nowy obiecany termin: piątek 4 grudnia")
            .says("Czekamy na bezpiecznik")
            .says("pierwsza obietnica: czwartek 26 listopada");
        let letter = &world.letters(opened.report_id).await["promised"];
        assert!(letter.body.contains("piątek 4 grudnia") && letter.body.contains("Czekamy na bezpiecznik"), "{}", letter.body);
        let told = world.public(opened.number).await.story.pop().unwrap();
        assert_eq!(told.words.as_deref(), Some("Czekamy na bezpiecznik od dostawcy."));

        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        crew.post(&path, &[("on", "2026-12-07"), ("reason", "x")]).await.is(409).says("już zakończona");
        crew.get(&path).await.leads_to(&format!("/cases/{}", opened.case_id));
    })
    .await;
}

#[tokio::test]
async fn a_promise_stands_while_its_author_is_asked_only_where_the_service_says_so() {
    for stands in [false, true] {
        on_both(async |world: &World| {
            let opened = promised(world, |lamp| lamp.details.stands_while_asked = stands).await;
            let (case_id, number) = (opened.case_id, opened.number);
            let due = world.case(case_id).await.due_at.unwrap();
            world.by(&world.crew, move |tx| actions::ask(tx, case_id, QUESTION)).await.unwrap();
            assert_eq!(world.case(case_id).await.due_at, (!stands).then_some(due));
            // A week later, after the promised moment, the answer comes.
            world.comes(TestClock::START.plus_seconds(WEEK)).await;
            world.kit.db.write(base::Actor::STRANGER, move |tx| actions::answer(tx, number, "Przy trzeciej")).await.unwrap();
            world.comes(world.kit.db.now().plus_seconds(60)).await;
            let now = world.case(case_id).await.due_at.unwrap();
            assert_eq!(now, if stands { due.plus_seconds(WEEK) } else { due }, "as many working days later as it stood");
            assert_eq!(world.kit.told(case_id).await.contains(&"case.missed".to_owned()), !stands);
            world
                .by(&world.crew, move |tx| {
                    actions::close(tx, case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
                })
                .await
                .unwrap();
        })
        .await;
    }
}

#[tokio::test]
async fn planned_work_has_a_clock_until_it_is_done_or_another_unit_has_the_case() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}", opened.case_id));
        crew.post(&format!("{path}/schedule"), &[("on", "2026-11-20")]).await.is(303);
        let due = row(world, "work").await.unwrap().0;
        assert_eq!(Some(due), office().closing_on(jiff::civil::date(2026, 11, 20)));
        crew.post(&format!("{path}/schedule"), &[("on", "2026-11-23")]).await.is(303);
        assert!(row(world, "work").await.unwrap().0 > due, "another day takes its place");
        world.kit.settle().await;
        world.by(&world.supervisor, move |tx| actions::dispatch(tx, opened.case_id, crate::cast::greens())).await.unwrap();
        assert_eq!(row(world, "work").await, None);
    })
    .await;
}

#[tokio::test]
async fn a_tampered_clock_is_found() {
    on_both(async |world: &World| {
        world.opened(&world.report()).await;
        for tamper in ["due_at = due_at + 1", "met_at = 1", "warned_at = 1", "missed_at = 1", "stands_since = 1", "first_due_at = 1"] {
            let (set, back) = (format!("update case_clocks set {tamper}"), tamper.split(' ').next().unwrap());
            let keep = format!("select {back} from case_clocks");
            let old = world.kit.read(move |read| read.value::<store::Value>(&keep, &[])).await.unwrap();
            world.kit.write(move |tx| tx.execute(&set, &[]).map(drop)).await.unwrap();
            assert_eq!(world.faults().await.len(), 1, "{tamper}");
            let mend = format!("update case_clocks set {back} = $1");
            world.kit.write(move |tx| tx.execute(&mend, store::params![old]).map(drop)).await.unwrap();
        }
    })
    .await;
}

#[test]
fn on_time_is_told_by_the_first_promise_and_open_overdue_is_late() {
    let clock = |first: i64, met: Option<i64>, stands: Option<i64>| Clock {
        kind: ClockKind::Fix,
        started_at: Moment(0),
        due_at: Moment(99),
        first_due_at: Moment(first),
        stands_since: stands.map(Moment),
        met_at: met.map(Moment),
        warned_at: None,
        missed_at: None,
    };
    let check = |clock: Clock, now, wanted| assert_eq!(clock.on_time(Moment(now)), wanted, "{clock:?} {now}");
    check(clock(10, None, None), 10, None);
    check(clock(10, None, None), 11, Some(false));
    check(clock(10, Some(10), None), 50, Some(true));
    check(clock(10, Some(11), None), 50, Some(false));
    // Promised anew until 99, and still late by the first promise.
    check(clock(10, Some(50), None), 60, Some(false));
    check(clock(10, Some(50), Some(9)), 60, Some(true));
    check(clock(10, None, Some(9)), 60, None);
    check(clock(10, None, Some(11)), 60, Some(false));
}
