//! The letters to residents, and the wording of all of cases.

use base::{Id, Language};
use cases::{NewReport, Outcome, actions};
use interactions::Channel;
use notices::Notice;
use residents::{Needs, Reachable, model::Need};

use crate::cast::{ANNA, OWN_WORDS, SAID, World, on_both, roads};

#[test]
fn the_three_languages_say_the_same_things() {
    assert_eq!(web::texts_agree(&[cases::TEXTS]), Vec::<String>::new());
}

/// A letter that a person can read: nothing left open, nothing put together from empty parts.
fn reads_well(letter: &Notice) {
    let text = format!("{}\n{}", letter.title, letter.body);
    for broken in ["{", "}", "  ", "\n\n\n", "()", ": .", " .", ": \n", "\n ", "notice-", "outcome-"] {
        assert!(!text.contains(broken), "{broken:?} in {text}");
    }
    for foreign in [OWN_WORDS, "Olszowa", ANNA] {
        assert!(!text.contains(foreign), "what a stranger typed is never carried by us: {foreign} in {text}");
    }
    assert!(letter.title.contains(&letter.number()) && letter.body.contains("10 000 83 11"), "{text}");
    assert!(letter.body.contains("https://kontakt.example/reports/"), "{text}");
}

trait Numbered {
    fn number(&self) -> String;
}

impl Numbered for Notice {
    /// The number in the letter's link.
    fn number(&self) -> String {
        let link = self.body.split("/reports/").nth(1).unwrap();
        link.split('?').next().unwrap().to_owned()
    }
}

fn by(language: Language, world: &World) -> NewReport {
    NewReport {
        body: OWN_WORDS.into(),
        reply_to: Some(Reachable::by_email(ANNA, language).unwrap()),
        language,
        ..NewReport { due_at: None, ..world.report() }
    }
}

#[tokio::test]
async fn letters_read_well_without_a_date_before_it_and_after_it() {
    on_both(async |world: &World| {
        for language in Language::ALL {
            for (due_at, late) in [(None, false), (world.report().due_at, false), (world.report().due_at, true)] {
                world.kit.clock.put(testkit::TestClock::START);
                let opened = world.try_open(&NewReport { due_at, ..by(language, world) }).await.unwrap();
                if late {
                    world.kit.clock.pass_seconds(30 * 24 * 3_600);
                }
                world.kit.settle().await;
                world.by(&world.supervisor, move |tx| actions::progress(tx, opened.case_id, "Jutro przyjedzie ekipa.")).await.unwrap();
                world
                    .by(&world.supervisor, move |tx| {
                        actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
                    })
                    .await
                    .unwrap();
                let letters = world.letters(opened.report_id).await;
                assert_eq!(letters.len(), 4, "{letters:?}");
                letters.values().for_each(reads_well);
                assert!(letters.values().all(|letter| letter.language == language));
                let dated = letters["dispatched"].body.contains("26 ");
                assert_eq!(dated, due_at.is_some(), "{}", letters["dispatched"].body);
                assert!(letters["dispatched"].body.contains("Zarząd Dróg"));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_letter_names_the_service_the_date_and_what_comes_next() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let letters = world.letters(opened.report_id).await;
        let received = &letters["received"];
        assert_eq!(received.title, format!("Zgłoszenie {} (Latarnia nie świeci): przyjęte", opened.number));
        assert!(received.body.contains("Obiecany termin: czwartek 26 listopada."), "{}", received.body);
        assert!(received.body.trim_end().ends_with("\n\nKontakt z miastem\nLipogród"), "{:?}", received.body);
        assert_eq!(received.thread_id, Some(opened.report_id));
        assert!(letters["dispatched"].body.contains("jest teraz w\u{a0}jednostce: Zarząd Dróg."), "{}", letters["dispatched"].body);

        // The link in the letter opens its author's own page, and no other.
        let key = received.body.split("?key=").nth(1).unwrap().split('\n').next().unwrap();
        assert!(world.app.signer.check(cases::public::LINK, &opened.number.value().to_string(), key).is_ok());
        assert!(world.app.signer.check(cases::public::LINK, "48219075", key).is_err());
    })
    .await;
}

#[tokio::test]
async fn an_answer_without_a_unit_reads_well() {
    on_both(async |world: &World| {
        for language in Language::ALL {
            let new = NewReport { service_id: world.stray.id, ..by(language, world) };
            let opened = world.opened(&new).await;
            world
                .by(&world.supervisor, move |tx| actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::NotOurs, SAID)))
                .await
                .unwrap();
            let letters = world.letters(opened.report_id).await;
            reads_well(&letters["received"]);
            reads_well(&letters["closed"]);
            assert!(letters["closed"].body.contains(SAID));
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_left_no_address_is_written_no_letter() {
    on_both(async |world: &World| {
        let phone = residents::Way::Phone("+48100008399".parse().unwrap());
        let by_phone = Reachable { ways: vec![phone], language: Language::Pl };
        let nobody = NewReport { reply_to: None, channel: Channel::Phone, ..world.report() };
        for new in [nobody.clone(), NewReport { reply_to: Some(by_phone), ..nobody }] {
            let opened = world.opened(&new).await;
            world
                .by(&world.crew, move |tx| {
                    actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
                })
                .await
                .unwrap();
            assert_eq!(world.case(opened.case_id).await.stage.unit_id(), Some(roads()));
        }
        assert_eq!(world.mails(), 0);
        let errands = world.kit.read(|read| notices::open_errands(read, |_| Ok(true))).await.unwrap();
        assert_eq!(errands.iter().map(|errand| errand.wish.as_str()).collect::<Vec<_>>(), ["call"], "of the end alone people call");
        assert!(errands[0].body.contains(SAID) && errands[0].body.contains("/reports/") && !errands[0].body.contains("?key="));
    })
    .await;
}

#[tokio::test]
async fn needs_decide_who_is_written_to_and_who_is_called() {
    on_both(async |world: &World| {
        for (needs, mails, wish) in [(Need::TextOnly, 3, None), (Need::CallsOnly, 0, Some("none")), (Need::NoEmail, 0, Some("none"))] {
            let opened = world.opened(&world.report()).await;
            let before = world.mails();
            let resident_id: Id = world.kit.value("select resident_id from reports limit 1").await;
            let set = move |tx: &store::Tx<'_>| residents::actions::set_needs(tx, resident_id, &Needs::new([needs], "")?);
            world.kit.write(set).await.unwrap();
            let case_id = opened.case_id;
            for words in ["Jedziemy.", "Jesteśmy na miejscu."] {
                world.by(&world.crew, move |tx| actions::progress(tx, case_id, words)).await.unwrap();
            }
            world
                .by(&world.crew, move |tx| {
                    actions::close(tx, case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
                })
                .await
                .unwrap();
            assert_eq!(world.mails() - before, mails, "{needs:?}");
            let errands = world.kit.read(|read| notices::open_errands(read, |_| Ok(true))).await.unwrap();
            let wishes: Vec<_> = errands.iter().filter(|one| one.subject_id == opened.report_id).map(|one| one.wish.as_str()).collect();
            assert_eq!(wishes, Vec::from_iter(wish), "{needs:?}");
            world.kit.write(move |tx| residents::actions::set_needs(tx, resident_id, &Needs::default())).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn who_needs_easy_sentences_gets_letters_of_them() {
    on_both(async |world: &World| {
        for language in Language::ALL {
            let resident_id = world.kit.write(move |tx| residents::actions::meet(tx, &Reachable::by_email(ANNA, language)?)).await.unwrap();
            let set = move |tx: &store::Tx<'_>| residents::actions::set_needs(tx, resident_id, &Needs::new([Need::EasyRead], "")?);
            world.kit.write(set).await.unwrap();
            let opened = world.opened(&by(language, world)).await;
            let case_id = opened.case_id;
            world.by(&world.crew, move |tx| actions::progress(tx, case_id, "Jedziemy.")).await.unwrap();
            world
                .by(&world.crew, move |tx| {
                    actions::close(tx, case_id, &cases::Closing::new(Outcome::Fixed, "Naprawione.").without_photo("Jest ciemno"))
                })
                .await
                .unwrap();
            let letters = world.letters(opened.report_id).await;
            for template in ["received", "dispatched", "progressed", "closed"] {
                let letter = &letters[template];
                reads_well(letter);
                assert!(letter.body.contains(&opened.number.to_string()), "{}", letter.body);
                let long =
                    letter.body.lines().flat_map(|line| line.split_inclusive(['.', '?'])).find(|part| part.split_whitespace().count() > 12);
                assert_eq!(long, None, "{language:?} {template}");
            }
        }
    })
    .await;
}
