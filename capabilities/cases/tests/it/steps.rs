//! The page of a case, and what is done on it.

use base::Point;
use cases::{NewReport, Outcome, Place, Stage, actions};

use crate::cast::{ANNA, OWN_WORDS, Person, SAID, World, greens, on_both, roads};

#[tokio::test]
async fn the_page_tells_all_that_the_unit_needs_and_no_address() {
    on_both(async |world: &World| {
        let point = Point::from_degrees(50.0614, 19.9366);
        let new = NewReport { place: Place { point, ..world.report().place }, ..world.report() };
        let opened = world.opened(&new).await;
        let page = world.browser(&world.crew).get(&format!("/cases/{}", opened.case_id)).await;
        page.is(200).says(&opened.number.to_string()).says("Latarnia nie świeci").says("termin: czwartek 26 listopada");
        page.says(OWN_WORDS).says("strona miasta").says("Dostanie e-mail").says("interwencja");
        page.has("ul. Olszowa 14 <a href=\"geo:50.0614,19.9366\">Nawiguj</a>");
        page.says("Sprawa otwarta").says("Przekazana do jednostki: Zarząd Dróg").says("program");
        page.has("acceptance").has("id=\"closure\"").has("id=\"progress\"").never_says("id=\"dispatch\"");
        page.never_says(ANNA).never_says("tajna").never_says("Zapisane");
    })
    .await;
}

#[tokio::test]
async fn a_case_of_another_unit_does_not_exist() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let mut gardener = world.browser(&world.gardener);
        let path = format!("/cases/{}", opened.case_id);
        gardener.get(&path).await.is(404).never_says("Olszowa");
        for (noun, fields) in [
            ("acceptance", &[][..]),
            ("progress", &[("news", "x")]),
            ("closure", &[("outcome", "fixed"), ("no_photo", "Jest ciemno"), ("words", "x")]),
            ("closure", &[("outcome", "fixed"), ("no_photo", "Jest ciemno"), ("words", "x"), ("step", "send")]),
            ("dispatches", &[("unit", "3b241101-e2bb-4255-8caf-4136c566a962")]),
        ] {
            gardener.post(&format!("{path}/{noun}"), fields).await.is(404);
        }
        gardener.get(&format!("/cases/{}", base::Id::new())).await.is(404);
        gardener.get("/cases/4821907").await.is(404);
        assert_eq!(world.kit.told(opened.case_id).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn whoever_may_only_look_changes_nothing_but_the_unit() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (mut agent, path) = (world.browser(&world.agent), format!("/cases/{}", opened.case_id));
        agent.get(&path).await.is(200).never_says(OWN_WORDS).has("id=\"dispatch\"").never_says("id=\"closure\"").never_says("acceptance");
        agent.post(&format!("{path}/acceptance"), &[]).await.is(403);
        agent.post(&format!("{path}/progress"), &[("news", "x")]).await.is(403);
        agent.post(&format!("{path}/closure"), &[("outcome", "fixed"), ("no_photo", "Jest ciemno"), ("words", "x")]).await.is(403);
        let mut crew = world.browser(&world.crew);
        crew.post(&format!("{path}/dispatches"), &[("unit", &greens().to_string())]).await.is(403);
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Dispatched(roads()));

        agent.post(&format!("{path}/dispatches"), &[("unit", &greens().to_string())]).await.leads_to(&format!("{path}?saved=1"));
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Dispatched(greens()));
        crew.get(&path).await.is(404);
        world.kit.settle().await;
    })
    .await;
}

#[tokio::test]
async fn accepting_is_saved_once_and_said() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}", opened.case_id));
        crew.post_bare(&format!("{path}/acceptance"), &[]).await.is(403);
        crew.post_bare(&format!("{path}/acceptance"), &[("_token", "made-up")]).await.is(403);
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Dispatched(roads()));
        crew.get(&format!("{path}?saved=1")).await.never_says("Zapisane");

        crew.post(&format!("{path}/acceptance"), &[]).await.leads_to(&format!("{path}?saved=1"));
        crew.get(&format!("{path}?saved=1"))
            .await
            .is(200)
            .says("Zapisane")
            .says("Przyjęta przez jednostkę")
            .says("Ekipa 3")
            .never_says("acceptance");
        crew.post(&format!("{path}/acceptance"), &[]).await.is(409).says("Ta sprawa jest już przyjęta").says("Nic nie zapisaliśmy");
        crew.get(&format!("{path}/acceptance")).await.leads_to(&path);
    })
    .await;
}

#[tokio::test]
async fn progress_reaches_the_resident_and_a_mistake_keeps_what_was_typed() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}", opened.case_id));
        let long = "ż".repeat(4_001);
        let refused = crew.post(&format!("{path}/progress"), &[("news", &long)]).await;
        refused.is(422).has("<title>Błąd:").has("href=\"#news\"").says("Skróć wiadomość do 4000 znaków").says(&long);
        crew.post(&format!("{path}/progress"), &[("news", " ")]).await.is(422).says("Napisz, co zrobiliście");

        crew.post(&format!("{path}/progress"), &[("news", "Jutro <b>rano</b>.\r\nBędzie ekipa.")])
            .await
            .leads_to(&format!("{path}?saved=1"));
        world.kit.settle().await;
        let letters = world.letters(opened.report_id).await;
        assert!(letters["progressed"].body.contains("\n\nJutro <b>rano</b>.\nBędzie ekipa.\n\n"), "{}", letters["progressed"].body);
        crew.get(&path).await.is(200).has("Jutro &#60;b&#62;rano").says("Wiadomość do mieszkańca").has("W\u{a0}toku");
    })
    .await;
}

/// Closes the case while somebody else still writes.
async fn closed_meanwhile(world: &World, by: &Person) -> String {
    let opened = world.opened(&world.report()).await;
    world
        .by(by, move |tx| actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno")))
        .await
        .unwrap();
    format!("/cases/{}", opened.case_id)
}

#[tokio::test]
async fn what_was_typed_is_not_lost_when_somebody_closed_the_case() {
    on_both(async |world: &World| {
        let mut crew = world.browser(&world.crew);
        let path = closed_meanwhile(world, &world.supervisor).await;
        let late = crew.post(&format!("{path}/progress"), &[("news", "Moje długie słowa")]).await;
        late.is(409).says("Ta sprawa jest już zakończona").says("niewysłana").says("Moje długie słowa").never_says("id=\"progress\"");
        for step in ["send", "show"] {
            let fields = [("outcome", "refused"), ("words", "Nie da się"), ("step", step)];
            crew.post(&format!("{path}/closure"), &fields).await.is(409).says("Nie da się").says("już zakończona");
        }
        crew.get(&path).await.is(200).says("Zakończona: naprawione").says("Kierowniczka").says("bezpiecznik").never_says("<textarea");
    })
    .await;
}
