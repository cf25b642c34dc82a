//! The day of a clerk with many cases: finding, keeping a view, giving to a colleague, doing the same with many, printing.

use base::Id;
use cases::{NewReport, Place, actions};
use jiff::civil::date;
use staff::model::{Absence, AbsenceKind};

use crate::cast::{OWN_WORDS, SAID, World, on_both};

fn at(words: &str, report: &NewReport) -> NewReport {
    NewReport { place: Place { words: words.into(), ..report.place.clone() }, reply_to: None, ..report.clone() }
}

/// Opens a case in each place; numbers and ids in this order.
async fn opened_in(world: &World, places: &[&str]) -> Vec<(String, Id)> {
    let mut all = Vec::new();
    for place in places {
        let opened = world.opened(&at(place, &world.report())).await;
        all.push((opened.number.to_string(), opened.case_id));
    }
    all
}

#[tokio::test]
async fn a_case_is_found_by_number_place_words_or_mark() {
    on_both(async |world: &World| {
        let cases = opened_in(world, &["ul. Święty Marcin 14", "ul. Polna 2"]).await;
        let (marcin, polna) = (&cases[0], &cases[1]);
        let mut crew = world.browser(&world.crew);
        let page = crew.get(&format!("/cases/{}", marcin.1)).await;
        let typed = page.form_with("mark").type_in("mark", " Or-II.0003.1.107.2017 ");
        crew.press(&typed, "Zapisz znak").await.leads_to(&format!("/cases/{}?saved=mark", marcin.1));
        crew.get(&format!("/cases/{}", marcin.1)).await.is(200).says("Or-II.0003.1.107.2017");
        let words = OWN_WORDS.split(' ').next().unwrap();
        for (sought, found, other) in [
            (marcin.0.replace('-', ""), marcin, polna),
            ("swiety marcin".to_owned(), marcin, polna),
            ("or-ii.0003".to_owned(), marcin, polna),
            ("polna".to_owned(), polna, marcin),
        ] {
            let list = crew.get(&format!("/cases?q={}", sought.replace(' ', "+"))).await;
            list.is(200).says(&found.0).never_says(&other.0);
        }
        crew.get(&format!("/cases?q={words}")).await.is(200).says(&marcin.0).says(&polna.0);
        crew.get("/cases?q=niczego+takiego").await.is(200).says("Nic tu nie pasuje");
        // People of the centre may not find by words that they may not read.
        world.browser(&world.supervisor).get(&format!("/cases?q={words}")).await.is(200).never_says(&marcin.0);
        world.browser(&world.supervisor).get("/cases?q=polna").await.is(200).says(&polna.0);
        let looked = world.kit.value::<i64>("select count(*) from looks where act = 'search' and words = 'or-ii.0003'").await;
        assert_eq!(looked, 1, "what somebody looks for is noted");

        let page = crew.get(&format!("/cases/{}", marcin.1)).await;
        crew.press(&page.form_with("without"), "Usuń znak Or-II.0003.1.107.2017").await;
        crew.get("/cases?q=or-ii.0003").await.is(200).says("Nic tu nie pasuje");
    })
    .await;
}

#[tokio::test]
async fn a_case_is_given_to_somebody_of_the_unit_and_forgets_them_with_it() {
    on_both(async |world: &World| {
        let (_, id) = opened_in(world, &["ul. Polna 2"]).await.remove(0);
        let (crew, gardener) = (world.crew.viewer.account_id, world.gardener.viewer.account_id);
        world.by(&world.crew, move |tx| actions::assign(tx, id, Some(crew))).await.unwrap();
        let mut browser = world.browser(&world.crew);
        browser.get("/cases?show=mine").await.is(200).says("Moje (1)").says("Polna 2");
        let path = format!("/cases/{id}/person");
        let elsewhere = browser.post(&path, &[("person", &gardener.to_string())]).await;
        elsewhere.is(422).says("Wybierz osobę, która pracuje w jednostce");
        browser.post(&path, &[("person", "")]).await.leads_to(&format!("/cases/{id}?saved=person"));
        browser.get("/cases?show=mine").await.is(200).says("Moje (0)").says("nikogo nie zastępujesz");
        browser.get("/cases?person=nobody").await.is(200).says("Polna 2");
        world.by(&world.crew, move |tx| actions::assign(tx, id, Some(crew))).await.unwrap();
        world.by(&world.crew, move |tx| actions::send_back(tx, id, "Nie nasza ulica")).await.unwrap();
        assert_eq!(world.kit.value::<i64>("select count(*) from case_people").await, 0);
        world.kit.settle().await;
    })
    .await;
}

#[tokio::test]
async fn whoever_stands_in_has_the_cases_of_the_one_who_is_away() {
    on_both(async |world: &World| {
        let (_, id) = opened_in(world, &["ul. Polna 2"]).await.remove(0);
        let crew = world.crew.viewer.account_id;
        world.by(&world.crew, move |tx| actions::assign(tx, id, Some(crew))).await.unwrap();
        let boss = world.another(&world.crew, "Zastępczyni").await;
        let away = Absence {
            id: Id::new(),
            account_id: crew,
            kind: AbsenceKind::Leave,
            from_on: date(2026, 11, 20),
            until_on: date(2026, 11, 20),
            deputy_id: Some(boss.viewer.account_id),
            cancelled: false,
        };
        let (absence, own) = (away.id, world.crew.viewer.clone());
        world.by(&world.crew, move |tx| staff::actions::add_absence(tx, &own, &away)).await.unwrap();
        world.browser(&boss).get("/cases?show=mine").await.is(200).says("Moje (1)").says("Polna 2");
        let own = world.crew.viewer.clone();
        world.by(&world.crew, move |tx| staff::actions::cancel_absence(tx, &own, absence).map(drop)).await.unwrap();
        world.browser(&boss).get("/cases?show=mine").await.is(200).says("Moje (0)");
    })
    .await;
}

#[tokio::test]
async fn the_same_is_done_with_many_cases_and_what_cannot_be_is_named() {
    on_both(async |world: &World| {
        let cases = opened_in(world, &["ul. Polna 2", "ul. Polna 4", "ul. Polna 6"]).await;
        let (taken, crew) = (cases[1].1, world.crew.viewer.account_id);
        world.by(&world.crew, move |tx| actions::accept(tx, taken)).await.unwrap();
        let mut browser = world.browser(&world.crew);
        let list = browser.get("/cases?q=polna").await;
        let form = list.form_to("/cases/batch");
        browser.press(&form, "Dalej").await.is(422).says("Zaznacz co najmniej jedną sprawę");
        let all = form.choose("all", "yes").choose("act", "accept");
        let sure = browser.press(&all, "Dalej").await;
        sure.is(200).says("To dotyczy 3 spraw.").says(&cases[0].0).says(&cases[2].0);
        assert_eq!(world.kit.value::<i64>("select count(*) from cases where state = 'accepted'").await, 1, "nothing yet");
        let done = browser.press(&sure.form_to("/cases/batch"), "Przyjmij sprawy").await;
        done.is(200)
            .says("Zapisane: 2 sprawy")
            .says("Jedna sprawa została, jak była:")
            .says(&cases[1].0)
            .says("Ta sprawa jest już przyjęta.");
        assert_eq!(world.kit.value::<i64>("select count(*) from cases where state = 'accepted'").await, 3);

        let two = [
            ("case", cases[0].1.to_string()),
            ("case", cases[2].1.to_string()),
            ("act", "assign".into()),
            ("person", crew.to_string()),
            ("step", "do".into()),
        ];
        let two: Vec<(&str, &str)> = two.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post("/cases/batch", &two).await.is(200).says("Zapisane: 2 sprawy");
        assert_eq!(world.kit.value::<i64>("select count(*) from case_people").await, 2);
        // A case of another unit is not among one's own, whatever the form says.
        world.browser(&world.gardener).post("/cases/batch", &two).await.is(422).says("Zaznacz co najmniej jedną sprawę");
        let wrong = [("case", cases[0].1.to_string()), ("act", "schedule".into()), ("on", "wczoraj".into()), ("step", "do".into())];
        let wrong: Vec<(&str, &str)> = wrong.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post("/cases/batch", &wrong).await.is(422).has("href=\"#on\"");
        world.kit.settle().await;
    })
    .await;
}

#[tokio::test]
async fn a_list_is_kept_under_a_name_printed_and_taken_out_without_who_reported() {
    on_both(async |world: &World| {
        let cases = opened_in(world, &["=ul. Polna 2", "ul. Olszowa 4"]).await;
        let mut browser = world.browser(&world.crew);
        let list = browser.get("/cases?q=polna&order=oldest").await;
        let kept = browser.press(&list.form_with("name").type_in("name", "Polna").choose("shared", "yes"), "Zapisz ten widok").await;
        kept.leads_to("/cases?show=open&q=polna&order=oldest&saved");
        let link = "href=\"/cases?show=open&#38;q=polna&#38;order=oldest\"";
        browser.get("/cases").await.is(200).has(link).says("Usuń widok");
        let boss = world.another(&world.crew, "szef").await;
        world.browser(&boss).get("/cases").await.is(200).has(link).says("(jednostki)").never_says("Usuń widok");
        assert!(!world.browser(&world.gardener).get("/cases").await.html.contains("q=polna"));
        browser.press(&list.form_with("name"), "Zapisz ten widok").await.is(422).says("Nazwij widok");

        let file = browser.get("/cases/list.csv?show=open&q=polna").await;
        file.is(200).says("'=ul. Polna 2").never_says("Olszowa").never_says(OWN_WORDS);
        assert!(file.html.contains(&cases[0].0), "{}", file.html);
        let print = [("case", cases[0].1.to_string()), ("act", "print".into())];
        let print: Vec<(&str, &str)> = print.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post("/cases/batch", &print).await.is(200).says("Polna 2").has("<svg role=\"img\"").says(&format!("/cases/{}", cases[0].1));
        assert_eq!(world.kit.value::<i64>("select count(*) from looks where act = 'export'").await, 2);

        let own: Id = world.kit.value("select id from case_views").await;
        world.browser(&world.gardener).post(&format!("/cases/views/{own}/removal"), &[]).await.is(404);
        browser.post(&format!("/cases/views/{own}/removal"), &[]).await.leads_to("/cases");
        assert_eq!(world.kit.value::<i64>("select count(*) from case_views").await, 0);
    })
    .await;
}

#[tokio::test]
async fn who_has_how_many_is_for_those_who_lead() {
    on_both(async |world: &World| {
        let cases = opened_in(world, &["ul. Polna 2", "ul. Polna 4"]).await;
        let (id, crew) = (cases[0].1, world.crew.viewer.account_id);
        world.by(&world.crew, move |tx| actions::assign(tx, id, Some(crew))).await.unwrap();
        world.browser(&world.crew).get("/cases/load").await.is(403);
        let load = world.browser(&world.supervisor).get("/cases/load").await;
        load.is(200).says("nikt imiennie").has(&format!("href=\"/cases?show=open&#38;person={crew}\""));
        world.browser(&world.supervisor).get(&format!("/cases?person={crew}")).await.is(200).says(&cases[0].0).never_says(&cases[1].0);
    })
    .await;
}

#[tokio::test]
async fn many_cases_are_closed_with_evidence_for_each() {
    on_both(async |world: &World| {
        let cases = opened_in(world, &["ul. Polna 2", "ul. Polna 4"]).await;
        let mut browser = world.browser(&world.crew);
        let list = browser.get("/cases?q=polna").await;
        let page = browser.press(&list.form_to("/cases/batch").choose("all", "yes").choose("act", "close"), "Dalej").await;
        page.is(200).says("To dotyczy 2 spraw.").says("ul. Polna 4");
        let form = page.form_to("/cases/batch");
        browser.press(&form, "Zakończ sprawy").await.is(422).has("href=\"#outcome\"");
        let why = format!("no_photo-{}", cases[0].1);
        let typed = form.choose("outcome", "fixed").type_in("words", SAID).type_in(&why, "Jest ciemno");
        let done = browser.press(&typed, "Zakończ sprawy").await;
        done.is(200).says("Zapisane: jedna sprawa").says("Jedna sprawa została, jak była:").says(&cases[1].0);
        let (closed, open) = (cases[0].1, cases[1].1);
        assert!(world.case(closed).await.stage.outcome().is_some());
        assert!(world.case(open).await.stage.outcome().is_none(), "nobody said what shows it");
        world.kit.settle().await;
    })
    .await;
}
