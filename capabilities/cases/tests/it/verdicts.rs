//! What authors say of the end: the first "not done" takes the case straight back, the second waits for somebody who decides.

use base::{Actor, Clock as _, Error, Id, ReportNumber, Result};
use cases::{
    Outcome, Stage,
    actions::{self, Opened},
    model::{Ruling, Verdict},
    public::{self, Turn},
};

use crate::cast::{SAID, World, on_both, roads};

const WRONG: &str = "Lampa dalej nie świeci, byłam tam wczoraj o 21";

async fn judge(world: &World, number: ReportNumber, verdict: Verdict, words: &'static str) -> Result<Ruling> {
    let judged = world.kit.db.write(Actor::STRANGER, move |tx| actions::judge(tx, number, verdict, words)).await;
    world.kit.settle().await;
    judged
}

async fn close(world: &World, case_id: Id) {
    world
        .by(&world.crew, move |tx| actions::close(tx, case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno")))
        .await
        .unwrap();
}

async fn turn(world: &World, opened: &Opened) -> Turn {
    let (number, now) = (opened.number, world.kit.clock.now());
    world.kit.read(move |read| public::find_own(read, number, now)).await.unwrap().turn
}

#[tokio::test]
async fn the_first_not_done_takes_the_case_straight_back_to_its_unit() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        assert!(matches!(judge(world, opened.number, Verdict::Fixed, "").await, Err(Error::Conflict("case-refused-open"))));
        close(world, opened.case_id).await;
        assert_eq!(turn(world, &opened).await, Turn::Judge);
        assert!(matches!(judge(world, opened.number, Verdict::NotFixed, " ").await, Err(Error::Invalid(_))), "why is asked");
        assert_eq!(judge(world, opened.number, Verdict::NotFixed, WRONG).await.unwrap(), Ruling::Reopened);
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Reopened(roads()));
        let mut crew = world.browser(&world.crew);
        crew.get("/cases").await.says("Wznowiona");
        crew.get(&format!("/cases/{}", opened.case_id)).await.says(WRONG).says("Wznowiona: zgłaszający mówi, że nie zrobione");
        let public = world.public(opened.number).await;
        assert!(public.story.iter().all(|told| told.words.as_deref() != Some(WRONG)), "strangers do not read the author's words");
        close(world, opened.case_id).await;
        assert_eq!(turn(world, &opened).await, Turn::Judge, "another end, another verdict");
        assert_eq!(judge(world, opened.number, Verdict::Fixed, "").await.unwrap(), Ruling::Confirmed);
        assert_eq!(turn(world, &opened).await, Turn::Confirmed);
        assert!(matches!(judge(world, opened.number, Verdict::NotFixed, WRONG).await, Err(Error::Conflict("case-judged"))));
    })
    .await;
}

#[tokio::test]
async fn the_second_time_somebody_decides_and_the_author_hears_of_it() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        close(world, opened.case_id).await;
        judge(world, opened.number, Verdict::NotFixed, WRONG).await.unwrap();
        close(world, opened.case_id).await;
        assert_eq!(judge(world, opened.number, Verdict::NotFixed, WRONG).await.unwrap(), Ruling::Undecided);
        assert_eq!(turn(world, &opened).await, Turn::Undecided);
        assert!(matches!(world.case(opened.case_id).await.stage, Stage::Closed { .. }), "it waits");
        world.browser(&world.crew).get("/cases/disputed").await.is(403);
        let mut supervisor = world.browser(&world.supervisor);
        supervisor.get("/cases/disputed").await.says(WRONG).says("Wymieniliśmy bezpiecznik").says(&opened.number.to_string());
        let (path, field) = (format!("/cases/disputed/{}", opened.report_id), format!("words-{}", opened.report_id));
        supervisor.post(&path, &[("decision", "decline")]).await.is(422).says(WRONG);
        let sentence = "Byliśmy na miejscu 20 listopada: lampa świeci.";
        supervisor.post(&path, &[("decision", "decline"), (&field, sentence)]).await.leads_to("/cases/disputed?saved=1");
        world.kit.settle().await;
        assert_eq!(turn(world, &opened).await, Turn::Declined(sentence.to_owned()));
        assert!(world.letters(opened.report_id).await["declined"].body.contains(sentence));
        supervisor.post(&path, &[("decision", "reopen")]).await.is(409).says("Ktoś już to rozstrzygnął");
        supervisor.get("/cases/disputed").await.never_says(WRONG);
    })
    .await;
}

#[tokio::test]
async fn a_disputed_case_that_is_reopened_goes_back_to_its_unit() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        close(world, opened.case_id).await;
        judge(world, opened.number, Verdict::NotFixed, WRONG).await.unwrap();
        close(world, opened.case_id).await;
        judge(world, opened.number, Verdict::NotFixed, WRONG).await.unwrap();
        let path = format!("/cases/disputed/{}", opened.report_id);
        world.browser(&world.supervisor).post(&path, &[("decision", "reopen")]).await.is(303);
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Reopened(roads()));
        world.kit.settle().await;
    })
    .await;
}

#[tokio::test]
async fn after_thirty_days_an_end_is_an_end_and_a_forgotten_author_leaves_no_words() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        close(world, opened.case_id).await;
        judge(world, opened.number, Verdict::NotFixed, WRONG).await.unwrap();
        close(world, opened.case_id).await;
        world.kit.clock.pass_seconds(30 * 86_400 + 1);
        assert_eq!(turn(world, &opened).await, Turn::None);
        assert!(matches!(judge(world, opened.number, Verdict::NotFixed, WRONG).await, Err(Error::Conflict("case-judged-late"))));
        world.kit.write(move |tx| cases::personal::forget_report(tx, opened.report_id)).await.unwrap();
        assert_eq!(world.kit.value::<i64>("select count(*) from verdicts where body <> ''").await, 0);
    })
    .await;
}
