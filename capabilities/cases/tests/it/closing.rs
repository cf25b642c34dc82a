//! Closing a case: the letter is shown first, and what is shown is what is sent.

use base::Language;
use cases::{NewReport, Outcome, Stage};
use residents::Reachable;
use testkit::{Page, decoded};

use crate::cast::{ANNA, SAID, World, on_both, roads};

/// The words of a page as a reader hears them.
fn heard(page: &Page) -> String {
    let mut text = String::new();
    for part in page.html.replace("<br>", "\n").split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    decoded(&text)
}

#[tokio::test]
async fn the_letter_that_is_shown_is_the_letter_that_is_sent() {
    on_both(async |world: &World| {
        for language in Language::ALL {
            let reply_to = Some(Reachable::by_email(ANNA, language).unwrap());
            let opened = world.opened(&NewReport { language, reply_to, ..world.report() }).await;
            let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}/closure", opened.case_id));
            let words = format!("{SAID}\n\n<script> & \"koniec\"");
            let preview = crew.post(&path, &[("outcome", "fixed"), ("no_photo", "Jest ciemno"), ("words", &words)]).await;
            preview
                .is(200)
                .says("Wiadomość przed wysłaniem")
                .says("Dostanie ją e-mailem 1 osoba")
                .says("Wynik: naprawione")
                .never_says(ANNA);
            assert_eq!(world.case(opened.case_id).await.stage, Stage::Dispatched(roads()), "nothing has happened yet");

            let fields = [("outcome", "fixed"), ("no_photo", "Jest ciemno"), ("words", &*words), ("step", "send")];
            crew.post(&path, &fields).await.leads_to(&format!("/cases/{}?saved=1", opened.case_id));
            world.kit.settle().await;
            let letter = &world.letters(opened.report_id).await["closed"];
            let shown = heard(&preview);
            assert!(shown.contains(&letter.title), "{} in {shown}", letter.title);
            assert!(shown.contains(letter.body.trim_end()), "{} in {shown}", letter.body);
            crew.get(&format!("/cases/{}?saved=1", opened.case_id)).await.says("Zapisane").says("Zakończona: naprawione");
        }
    })
    .await;
}

#[tokio::test]
async fn one_may_go_back_from_the_letter_and_finds_what_was_typed() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}/closure", opened.case_id));
        let fields = [("outcome", "not_ours"), ("words", "To gmina obok.\nNapiszcie tam.")];
        let preview = crew.post(&path, &fields).await;
        preview.is(200).has("name=\"outcome\" value=\"not_ours\"").has("value=\"To gmina obok.\nNapiszcie tam.\"");
        let again = crew.post(&path, &[&fields[..], &[("step", "mend")]].concat()).await;
        again
            .is(200)
            .has("<option value=\"not_ours\" selected>Nie należy do miasta</option>")
            .has("To gmina obok.\nNapiszcie tam.</textarea>");
        assert_eq!(world.kit.told(opened.case_id).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn outcome_and_words_are_asked_for_together() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}/closure", opened.case_id));
        for step in ["show", "send"] {
            let refused = crew.post(&path, &[("outcome", "burnt"), ("words", ""), ("step", step)]).await;
            refused.is(422).says("Popraw 2 rzeczy").has("href=\"#outcome\"").has("href=\"#words\"").has("Wybierz wynik z\u{a0}listy");
        }
        let refused = crew.post(&path, &[("outcome", ""), ("words", "Zrobione, sprawdzone.")]).await;
        refused.is(422).says("Popraw jedną rzecz").has("Zrobione, sprawdzone.</textarea>");
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Dispatched(roads()));
    })
    .await;
}

#[tokio::test]
async fn a_case_that_nobody_follows_is_closed_on_its_page() {
    on_both(async |world: &World| {
        let opened = world.opened(&NewReport { reply_to: None, ..world.report() }).await;
        let (mut crew, path) = (world.browser(&world.crew), format!("/cases/{}/closure", opened.case_id));
        let preview = crew.post(&path, &[("outcome", "fixed"), ("no_photo", "Jest ciemno"), ("words", SAID)]).await;
        preview.is(200).says("Nikt nie zostawił adresu e-mail").says("Wymieniliśmy bezpiecznik").never_says("Dzień dobry");
        crew.post(&path, &[("outcome", "fixed"), ("no_photo", "Jest ciemno"), ("words", SAID), ("step", "send")])
            .await
            .leads_to(&format!("/cases/{}?saved=1", opened.case_id));
        world.kit.settle().await;
        let public = world.public(opened.number).await;
        assert!(matches!(public.stage, Stage::Closed { outcome: Outcome::Fixed, .. }));
        assert_eq!(public.story.last().unwrap().words.as_deref(), Some(SAID));
        assert_eq!(world.mails(), 0);
    })
    .await;
}
