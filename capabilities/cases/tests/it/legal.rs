//! Legal forms: a person confirms them, the statutory clock runs from the receipt and never stands for a question, a skarga is
//! never decided by the unit complained of, and a formal notice tells of a longer term.

use base::Moment;
use cases::{NewReport, Stage, actions, public::Happening};
use services::LegalForm;

use crate::cast::{Person, World, greens, office, on_both, roads};

/// The last moment of a day in Warsaw in winter.
fn end_of(day: &str) -> i64 {
    format!("{day}T23:00:00Z").parse::<jiff::Timestamp>().unwrap().as_microsecond()
}

async fn legal_due(world: &World) -> i64 {
    world.kit.value("select due_at from case_clocks where clock = 'legal'").await
}

/// A case at the roads, and the page on which its form is confirmed.
async fn opened(world: &World) -> (cases::actions::Opened, String) {
    let opened = world.opened(&world.report()).await;
    (opened, format!("/cases/{}/legal-form", opened.case_id))
}

async fn confirm(world: &World, person: &Person, path: &str, fields: &[(&str, &str)]) {
    world.browser(person).post(path, fields).await.is(303);
    world.kit.settle().await;
}

#[tokio::test]
async fn a_confirmed_form_starts_its_clock_from_the_receipt() {
    on_both(async |world: &World| {
        let (opened, path) = opened(world).await;
        world.comes(world.kit.db.now().plus_seconds(3 * 24 * 3_600)).await;
        let mut crew = world.browser(&world.crew);
        let page = crew.get(&path).await;
        page.is(200).says("Skarga").says("1 miesiąc od wpływu").says("art. 244 KPA").says("musi potwierdzić prawnik miasta");
        crew.post(&path, &[]).await.is(422).says("Wybierz, co to jest");
        crew.post(&path, &[("form", "skarga")]).await.is(422).says("Wybierz jednostkę");
        crew.post(&path, &[("form", "wniosek"), ("until", "2020-01-01")]).await.is(422);
        world.browser(&world.gardener).get(&path).await.is(404);
        confirm(world, &world.crew, &path, &[("form", "wniosek")]).await;
        assert_eq!(legal_due(world).await, end_of("2026-12-21"), "a month from Friday 20 November is a Sunday, so Monday");
        let case = world.case(opened.case_id).await;
        assert_eq!((case.legal_form, case.about_unit_id), (Some(LegalForm::Wniosek), None));
        let page = crew.get(&format!("/cases/{}", opened.case_id)).await;
        page.says("Forma prawna: wniosek").says("Termin ustawowy").says("Przygotuj zawiadomienie");
        assert!(world.public(opened.number).await.story.iter().any(|told| told.what == Happening::Formed(Some(LegalForm::Wniosek))));
        // Another person finds another day, and then no form at all.
        confirm(world, &world.agent, &path, &[("form", "petition"), ("until", "2027-02-15")]).await;
        assert_eq!(legal_due(world).await, end_of("2027-02-15"));
        confirm(world, &world.supervisor, &path, &[("form", "none")]).await;
        assert_eq!(world.kit.value::<i64>("select count(*) from case_clocks where clock = 'legal'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_skarga_is_never_decided_by_the_unit_complained_of() {
    on_both(async |world: &World| {
        let (opened, path) = opened(world).await;
        confirm(world, &world.agent, &path, &[("form", "skarga"), ("about", &roads().to_string())]).await;
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Received, "it left the unit complained of");
        world.browser(&world.crew).get(&format!("/cases/{}", opened.case_id)).await.is(404);
        let mut supervisor = world.browser(&world.supervisor);
        let hand = format!("/cases/{}/dispatches", opened.case_id);
        let refused = supervisor.post(&hand, &[("unit", &roads().to_string())]).await;
        refused.is(422).says("To skarga na tę jednostkę, więc nie może jej rozpatrzyć");
        let routed = world.kit.write(move |tx| actions::dispatch_by_service(tx, opened.case_id)).await;
        assert!(matches!(routed, Err(base::Error::Invalid(_))), "routing refuses it, too: {routed:?}");
        supervisor.post(&hand, &[("unit", &greens().to_string())]).await.is(303);
        world.kit.settle().await;
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Dispatched(greens()));
    })
    .await;
}

#[tokio::test]
async fn a_statutory_term_never_stands_for_a_question() {
    on_both(async |world: &World| {
        let mut lamp = world.lamp.clone();
        lamp.details.stands_while_asked = true;
        let (group, offered) = (services::Group { key: "street".into(), name: lamp.name.clone() }, vec![lamp]);
        world.kit.write(move |tx| services::actions::take_over(tx, std::slice::from_ref(&group), &offered)).await.unwrap();
        let (opened, path) = opened(world).await;
        confirm(world, &world.crew, &path, &[("form", "accessibility_demand")]).await;
        let before = legal_due(world).await;
        world.by(&world.crew, move |tx| actions::ask(tx, opened.case_id, "Która strona?")).await.unwrap();
        assert_eq!(world.case(opened.case_id).await.due_at, None, "the premise: the promise stands");
        let standing = "select count(*) from case_clocks where stands_since is not null and clock = 'legal'";
        assert_eq!((legal_due(world).await, world.kit.value::<i64>(standing).await), (before, 0));
        world.comes(Moment(before).plus_seconds(60)).await;
        assert!(world.kit.value::<Option<i64>>("select missed_at from case_clocks where clock = 'legal'").await.is_some());
        world
            .by(&world.crew, move |tx| {
                actions::close(
                    tx,
                    opened.case_id,
                    &cases::Closing::new(cases::Outcome::Answered, "Poprawione.").without_photo("Jest ciemno"),
                )
            })
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_delay_notice_is_prepared_before_the_term_ends_and_sent_as_it_was_checked() {
    on_both(async |world: &World| {
        let (opened, path) = opened(world).await;
        confirm(world, &world.crew, &path, &[("form", "accessibility_demand")]).await;
        let before = legal_due(world).await;
        let page = format!("/cases/{}", opened.case_id);
        world.browser(&world.crew).get(&page).await.never_says("Termin ustawowy kończy się");
        world.comes(Moment(before).plus_seconds(-24 * 3_600)).await;
        let mut crew = world.browser(&world.crew);
        crew.get(&page).await.says("Termin ustawowy kończy się. Zakończ sprawę albo wyślij zawiadomienie.");
        let notice = format!("{page}/delay-notice");
        crew.get(&notice).await.is(200).says("nie zostanie załatwiona w terminie").says("Ekipa 3").says("[…]");
        let blank = [("on", "2026-12-18"), ("notice", "Powód: […]")];
        crew.post(&notice, &blank).await.is(422).says("Wpisz powód");
        crew.post(&notice, &[("on", "2026-11-20"), ("notice", "Powód: remont")]).await.is(422).says("późniejszy niż obecny");
        crew.post(&notice, &[("on", "2027-03-18"), ("notice", "Powód: remont")]).await.is(422).says("na który prawo pozwala");
        world.browser(&world.agent).post(&notice, &[("on", "2026-12-18"), ("notice", "x")]).await.is(403);
        crew.post(&notice, &[("on", "2026-12-18"), ("notice", "Powód: czekamy na wykonawcę.\n\nEkipa 3")]).await.is(303);
        world.kit.settle().await;
        assert_eq!(legal_due(world).await, end_of("2026-12-18"));
        let letter = &world.letters(opened.report_id).await["extended"];
        assert!(letter.body.contains("czekamy na wykonawcę") && letter.body.contains("18 grudnia"), "{}", letter.body);
        let clock = office();
        world
            .by(&world.crew, move |tx| {
                actions::close(
                    tx,
                    opened.case_id,
                    &cases::Closing::new(cases::Outcome::Answered, "Poprawione.").without_photo("Jest ciemno"),
                )
            })
            .await
            .unwrap();
        let on = jiff::civil::date(2027, 1, 8);
        let late = world.by(&world.crew, move |tx| actions::send_delay_notice(tx, opened.case_id, on, "x", &clock)).await;
        assert!(matches!(late, Err(base::Error::Conflict("case-refused-closed"))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_tampered_form_is_found() {
    on_both(async |world: &World| {
        let (_, path) = opened(world).await;
        confirm(world, &world.agent, &path, &[("form", "skarga"), ("about", &greens().to_string())]).await;
        for (column, value) in [("legal_form", "'wniosek'"), ("about_unit_id", "null")] {
            let (keep, set) = (format!("select {column} from cases"), format!("update cases set {column} = {value}"));
            let old = world.kit.read(move |read| read.value::<store::Value>(&keep, &[])).await.unwrap();
            world.kit.write(move |tx| tx.execute(&set, &[]).map(drop)).await.unwrap();
            assert_eq!(world.faults().await.len(), 1, "{column}");
            let back = format!("update cases set {column} = $1");
            world.kit.write(move |tx| tx.execute(&back, store::params![old]).map(drop)).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_service_proposes_is_shown_until_a_person_has_decided() {
    on_both(async |world: &World| {
        let mut lamp = world.lamp.clone();
        lamp.details.legal_form = Some(LegalForm::Skarga);
        let (group, offered) = (services::Group { key: "street".into(), name: lamp.name.clone() }, vec![lamp]);
        world.kit.write(move |tx| services::actions::take_over(tx, std::slice::from_ref(&group), &offered)).await.unwrap();
        let opened = world.opened(&NewReport { reply_to: None, ..world.report() }).await;
        let (page, mut crew) = (format!("/cases/{}", opened.case_id), world.browser(&world.crew));
        crew.get(&page).await.says("Usługa proponuje: skarga").says("bez formy prawnej");
        confirm(world, &world.crew, &format!("{page}/legal-form"), &[("form", "none")]).await;
        crew.get(&page).await.never_says("Usługa proponuje").says("Forma prawna: bez formy prawnej");
    })
    .await;
}

#[tokio::test]
async fn a_statutory_term_stands_on_a_recorded_ground_only_and_goes_on_as_many_days_longer() {
    on_both(async |world: &World| {
        let (opened, path) = opened(world).await;
        let (page, mut crew) = (format!("/cases/{}", opened.case_id), world.browser(&world.crew));
        let pause = format!("{page}/legal-pause");
        crew.get(&pause).await.leads_to(&page);
        confirm(world, &world.crew, &path, &[("form", "wniosek")]).await;
        crew.post(&pause, &[("reason", "x")]).await.is(422).says("Wybierz podstawę");
        crew.post(&pause, &[("ground", "party")]).await.is(422).says("Napisz uzasadnienie");
        crew.post(&pause, &[("step", "end")]).await.is(409).says("nie jest wstrzymany");
        crew.post(&pause, &[("ground", "act"), ("reason", "Wezwanie do uzupełnienia braków.")]).await.is(303);
        crew.get(&page).await.says("stoi z podstawą prawną").says("Termin ustawowy wstrzymany").says("Wezwanie do uzupełnienia");
        assert!(world.public(opened.number).await.story.iter().all(|told| told.words.is_none()), "why it stands is its author's");
        let before = legal_due(world).await;
        world.comes(world.kit.db.now().plus_seconds(7 * 24 * 3_600)).await;
        assert_eq!(legal_due(world).await, before);
        crew.post(&pause, &[("step", "end")]).await.is(303);
        assert_eq!(legal_due(world).await, before + 7 * 24 * 3_600 * 1_000_000);
        crew.get(&page).await.says("Termin ustawowy wznowiony").says("Wstrzymaj termin ustawowy");
        world.kit.settle().await;
    })
    .await;
}
