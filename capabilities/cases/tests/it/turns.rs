//! Whose turn it is: a day is set, its author is asked and answers, the unit gives it back.

use cases::{NewReport, Outcome, Stage, actions};
use jiff::civil::date;

use crate::cast::{OWN_WORDS, World, greens, on_both, roads};

const QUESTION: &str = "Przy której klatce jest ta lampa?";
const ANSWER: &str = "Przy trzeciej, mieszkam tam pod dziewiątką";

#[tokio::test]
async fn a_day_is_set_and_its_author_hears_of_it() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}", opened.case_id));
        crew.post(&format!("{path}/schedule"), &[("on", "")]).await.is(422).says("Wpisz dzień");
        crew.post(&format!("{path}/schedule"), &[("on", "2026-11-15"), ("plan", "Wczoraj")])
            .await
            .is(422)
            .says("Wybierz dzisiaj")
            .says("Wczoraj");
        let plan = [("on", "2026-12-04"), ("plan", "Wymienimy całą oprawę.")];
        crew.post(&format!("{path}/schedule"), &plan).await.leads_to(&format!("{path}?saved=1"));
        world.kit.settle().await;
        let on = date(2026, 12, 4);
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Scheduled { unit_id: roads(), on });
        crew.get(&format!("{path}?saved=1")).await.says("Zaplanowana: piątek 4 grudnia").says("Praca zaplanowana: piątek 4 grudnia");
        let letter = &world.letters(opened.report_id).await["scheduled"];
        assert!(letter.body.contains("piątek 4 grudnia") && letter.body.contains("Wymienimy całą oprawę."), "{}", letter.body);
        crew.get("/cases").await.says("Zaplanowana");
        // Another day takes its place, without words.
        crew.post(&format!("{path}/schedule"), &[("on", "2026-12-07")]).await.is(303);
        crew.post(&format!("{path}/progress"), &[("news", "Zaczynamy wcześniej")]).await.is(303);
        assert_eq!(world.case(opened.case_id).await.stage, Stage::InProgress(roads()));
        world.kit.settle().await;
    })
    .await;
}

#[tokio::test]
async fn a_question_reaches_the_author_and_the_answer_only_the_unit() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let number = opened.number;
        let refused = world.by(&world.crew, move |tx| actions::answer(tx, number, ANSWER)).await;
        assert!(matches!(refused, Err(base::Error::Conflict("case-refused-not-asked"))), "{refused:?}");
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}", opened.case_id));
        crew.post(&format!("{path}/question"), &[("question", " ")])
            .await
            .is(422)
            .has("<details class=\"panel no-print\" id=\"question\" open>");
        crew.post(&format!("{path}/question"), &[("question", QUESTION)]).await.is(303);
        world.kit.settle().await;
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Waiting(roads()));
        let letter = &world.letters(opened.report_id).await["asked"];
        assert!(letter.body.contains(QUESTION) && letter.body.contains("?key="), "{}", letter.body);

        let write = move |tx: &store::Tx<'_>| actions::answer(tx, number, ANSWER);
        world.kit.db.write(base::Actor::STRANGER, write).await.unwrap();
        world.kit.db.write(base::Actor::STRANGER, write).await.unwrap();
        let other = move |tx: &store::Tx<'_>| actions::answer(tx, number, "Jednak przy drugiej");
        assert!(matches!(world.kit.db.write(base::Actor::STRANGER, other).await, Err(base::Error::Conflict(_))), "once");
        assert_eq!(world.case(opened.case_id).await.stage, Stage::InProgress(roads()));
        crew.get(&path).await.says(QUESTION).says(ANSWER).says("Odpowiedź zgłaszającego");
        world.browser(&world.agent).get(&path).await.says(QUESTION).never_says(ANSWER);
        let public = world.public(number).await;
        let said: Vec<_> = public.story.iter().filter_map(|told| told.words.as_deref()).collect();
        assert!(said.is_empty(), "strangers read neither question nor answer: {said:?}");
        let own = world.kit.read(move |read| cases::public::find_own(read, number, base::Moment(0))).await.unwrap();
        let said: Vec<_> = own.report.story.iter().filter_map(|told| told.words.as_deref()).collect();
        assert_eq!(said, [QUESTION, ANSWER]);
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_erased_with_its_author_and_another_author_never_reads_it() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let other = world.opened(&NewReport { reply_to: None, ..world.report() }).await;
        // Two authors of one case, as merging makes them.
        let (case_id, other_id) = (opened.case_id, other.report_id);
        let number = opened.number;
        world.by(&world.crew, move |tx| actions::ask(tx, case_id, QUESTION)).await.unwrap();
        world.kit.db.write(base::Actor::STRANGER, move |tx| actions::answer(tx, number, ANSWER)).await.unwrap();
        let joined = "update reports set case_id = $2 where id = $1";
        world.kit.write(move |tx| tx.execute(joined, store::params![other_id, case_id])).await.unwrap();
        let own = world.kit.read(move |read| cases::public::find_own(read, other.number, base::Moment(0))).await.unwrap();
        assert!(own.report.story.iter().all(|told| told.words.as_deref() != Some(ANSWER)));
        let back = "update reports set case_id = $2 where id = $1";
        world.kit.write(move |tx| tx.execute(back, store::params![other_id, other.case_id])).await.unwrap();

        world.kit.write(move |tx| cases::personal::forget_report(tx, opened.report_id)).await.unwrap();
        let left = world.kit.value::<i64>("select count(*) from case_words where body <> ''").await;
        assert_eq!(left, 1, "the question is the city's own");
        world.browser(&world.crew).get(&format!("/cases/{case_id}")).await.never_says(ANSWER).never_says(OWN_WORDS).says(QUESTION);
    })
    .await;
}

#[tokio::test]
async fn a_unit_gives_back_what_is_not_its_own_and_says_why() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}", opened.case_id));
        crew.post(&format!("{path}/return"), &[]).await.is(422).says("Napisz, czyja to sprawa");
        crew.post(&format!("{path}/return"), &[("reason", "To lampa w parku, więc zieleń")]).await.leads_to("/cases");
        world.kit.settle().await;
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Received);
        crew.get(&path).await.is(404);
        let list = world.browser(&world.supervisor).get("/cases/undispatched").await;
        list.says("To lampa w parku, więc zieleń").says("Odesłana przez jednostkę Zarząd Dróg");
        let public = world.public(opened.number).await;
        assert!(public.story.iter().all(|told| told.words.is_none()), "why a unit gave it back is for staff");
        world.by(&world.supervisor, move |tx| actions::dispatch(tx, opened.case_id, greens())).await.unwrap();
        world.by(&world.gardener, move |tx| actions::send_back(tx, opened.case_id, "Jednak drogi")).await.unwrap();
        let list = world.browser(&world.supervisor).get("/cases/undispatched").await;
        list.says("Jednak drogi").says("Odesłana 2 razy");
        world
            .by(&world.supervisor, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::NotOurs, "To lampa wspólnoty."))
            })
            .await
            .unwrap();
    })
    .await;
}
