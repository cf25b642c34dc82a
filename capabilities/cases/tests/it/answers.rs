//! What was answered to a service's questions: kept with the report, read by the unit, shown to nobody else, erased.

use std::collections::HashSet;

use base::{Actor, Id};
use cases::{NewReport, actions, personal};
use places::model::{Asset, AssetKind};
use services::{Answer, Service};
use store::params;

use crate::cast::{World, greens, on_both, roads};

/// Words that only the unit may read.
const SECRET: &str = "za czerwoną furtką";
/// Two rows: greens in the park, and whoever says that a tree fell on it.
const TABLE: &str = "
[[questions]]
key = 'what'
kind = 'choice'
required = true
ask = { pl = 'Co się dzieje?', en = 'What happened?' }
options = [{ key = 'dark', name = { pl = 'Nie świeci', en = 'It is dark' } }, { key = 'tree', name = { pl = 'Spadło drzewo', en = 'A tree fell' } }]

[[questions]]
key = 'where'
kind = 'text'
ask.pl = 'Gdzie dokładnie?'

[[questions]]
key = 'since'
kind = 'date'
ask.pl = 'Od kiedy?'

[[questions]]
key = 'many'
kind = 'number'
ask.pl = 'Ile?'

[[questions]]
key = 'wires'
kind = 'yes_no'
ask.pl = 'Czy wiszą przewody?'

[[routes]]
unit = 'zz'
areas = ['park', 'las']

[[routes]]
unit = 'zz'
when = { question = 'what', is = ['tree'] }
";

/// The lamp with questions and routes, put into the database by the next pack.
async fn asking(world: &World) -> Service {
    let lamp = Service { details: toml::from_str(TABLE).unwrap(), ..world.lamp.clone() };
    put(world, vec![lamp.clone(), world.stray.clone()]).await;
    lamp
}

async fn put(world: &World, offered: Vec<Service>) {
    world.kit.write(move |tx| services::actions::take_over(tx, &[], &offered)).await.unwrap();
}

fn given(lamp: &Service, answers: &[(&str, &str)]) -> Vec<Answer> {
    let question = |key: &str| lamp.details.questions.iter().find(|question| question.key == key).unwrap();
    answers.iter().map(|(key, value)| question(key).read(value).unwrap().unwrap()).collect()
}

const ALL: [(&str, &str); 5] = [("what", "tree"), ("where", SECRET), ("since", "27.3.2026"), ("many", "2,5"), ("wires", "no")];

#[tokio::test]
async fn the_unit_reads_answers_with_the_wording_of_that_day() {
    on_both(async |world: &World| {
        let lamp = asking(world).await;
        let opened = world.opened(&NewReport { answers: given(&lamp, &ALL), ..world.report() }).await;
        // The next pack asks something else; what was asked stays as it was.
        put(world, vec![world.lamp.clone(), world.stray.clone()]).await;

        let mut gardener = world.browser(&world.gardener);
        let page = gardener.get(&format!("/cases/{}", opened.case_id)).await;
        page.is(200).says("Co się dzieje? Spadło drzewo").says(&format!("Gdzie dokładnie? {SECRET}")).says("Ile? 2,5");
        page.says("Od kiedy? piątek 27 marca").says("Czy wiszą przewody? Nie").has(&format!("<dd lang=\"pl\">{SECRET}</dd>"));
        let page = gardener.speaking("en").get(&format!("/cases/{}", opened.case_id)).await;
        page.says("What happened? A tree fell").says("Ile? 2.5");

        let (number, seen) = (opened.number, world.public(opened.number).await);
        let own = world.kit.read(move |read| cases::public::find_own(read, number, base::Moment(0))).await.unwrap();
        assert!(!format!("{seen:?}{own:?}").contains("furtk"), "answers are the unit's");
        let facts = world.kit.read(move |read| {
            let sql = "select count(*) from events where cast(facts as TEXT) like '%furtk%' or cast(facts as TEXT) like '%tree%'";
            read.value::<i64>(sql, &[])
        });
        assert_eq!(facts.await.unwrap(), 0, "the journal holds no answers");
    })
    .await;
}

#[tokio::test]
async fn answers_are_exported_and_own_words_erased() {
    on_both(async |world: &World| {
        let lamp = asking(world).await;
        let opened = world.opened(&NewReport { answers: given(&lamp, &ALL), ..world.report() }).await;
        let reporter = move |read: &store::Read<'_>| read.value("select resident_id from reports where id = $1", params![opened.report_id]);
        let resident_id: Id = world.kit.read(reporter).await.unwrap();
        let export = world.kit.read(move |read| personal::export(read, resident_id)).await.unwrap();
        assert_eq!(export[0]["answers"][0], serde_json::json!({ "question": "Co się dzieje?", "answer": "Spadło drzewo" }));
        assert_eq!(export[0]["answers"][1]["answer"], SECRET);

        world.by(&world.supervisor, move |tx| personal::erase(tx, resident_id)).await.unwrap();
        let export = world.kit.read(move |read| personal::export(read, resident_id)).await.unwrap();
        let left: Vec<_> =
            export[0]["answers"].as_array().unwrap().iter().map(|told| told["answer"].as_str().unwrap().to_owned()).collect();
        assert_eq!(left, ["Spadło drzewo", "", "", "", "no"]);
        let page = world.browser(&world.gardener).get(&format!("/cases/{}", opened.case_id)).await;
        page.is(200).says("Gdzie dokładnie? Odpowiedź usunięta").never_says(SECRET);
    })
    .await;
}

#[tokio::test]
async fn routing_says_on_the_page_why_a_unit_has_the_case() {
    on_both(async |world: &World| {
        let lamp = asking(world).await;
        let check = async |answers: &[(&str, &str)], unit: Id, because: &str| {
            let opened = world.opened(&NewReport { answers: given(&lamp, answers), ..world.report() }).await;
            assert_eq!(world.case(opened.case_id).await.stage.unit_id(), Some(unit), "{because}");
            let page = world.browser(&world.supervisor).get(&format!("/cases/{}", opened.case_id)).await;
            page.is(200).says(because);
            opened
        };
        let opened = check(&[("what", "tree")], greens(), "Przekazana do jednostki: Zarząd Zieleni.").await;
        let page = world.browser(&world.supervisor).get(&format!("/cases/{}", opened.case_id)).await;
        page.says("Bo: Co się dzieje? – Spadło drzewo.");
        check(&[("what", "dark")], roads(), "Bo to jednostka tej usługi.").await;

        // Another table does not rewrite history.
        let changed = Service { details: services::Details::default(), ..lamp.clone() };
        put(world, vec![changed, world.stray.clone()]).await;
        let page = world.browser(&world.supervisor).get(&format!("/cases/{}", opened.case_id)).await;
        page.is(200).says("Bo tak mówi wiersz 2 tabeli usługi.");

        let case_id = opened.case_id;
        world.by(&world.supervisor, move |tx| actions::dispatch(tx, case_id, roads())).await.unwrap();
        let page = world.browser(&world.supervisor).get(&format!("/cases/{case_id}")).await;
        assert_eq!(page.text().matches("Bo tak mówi").count(), 1, "what a person decided has no row");
    })
    .await;
}

#[tokio::test]
async fn a_case_goes_by_the_area_in_which_it_lies() {
    on_both(async |world: &World| {
        asking(world).await;
        let at = |lat: f64, lng: f64| base::Point::from_degrees(lat, lng).unwrap();
        let corners = vec![at(52.0, 16.0), at(52.0, 17.0), at(53.0, 17.0), at(53.0, 16.0)];
        let polygon = places::model::Polygon::new(places::model::Ring::new(corners).unwrap(), vec![]);
        let name = base::Wording { pl: "Park Miejski".into(), uk: None, en: Some("City Park".into()) };
        let park = places::model::Area { key: "park".into(), name, kind: "park".into(), polygons: vec![polygon], parent: None };
        world.kit.write(move |tx| places::actions::take_over(tx, std::slice::from_ref(&park), &[])).await.unwrap();
        let area_id = Id::named("area", "park");
        for (point, area_id, unit) in [
            (Some(at(52.5, 16.5)), None, greens()),
            (Some(at(51.5, 16.5)), None, roads()),
            (None, Some(area_id), greens()),
            (None, None, roads()),
        ] {
            let place = cases::Place { point, area_id, asset_id: None, words: "tam".into() };
            let opened = world.opened(&NewReport { place, ..world.report() }).await;
            assert_eq!(world.case(opened.case_id).await.stage.unit_id(), Some(unit), "{point:?} {area_id:?}");
            if unit == greens() {
                let page = world.browser(&world.gardener).get(&format!("/cases/{}", opened.case_id)).await;
                page.is(200).says("Bo: Park Miejski.");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_case_goes_to_whoever_looks_after_the_thing() {
    on_both(async |world: &World| {
        let table = "routes = [{ owner = 'asset' }]";
        put(world, vec![Service { details: toml::from_str(table).unwrap(), ..world.lamp.clone() }]).await;
        let thing = |code: &str, unit: Option<&str>| Asset {
            kind: AssetKind::LampPost,
            code: code.into(),
            point: base::Point::from_degrees(52.5, 16.5).unwrap(),
            unit: unit.map(str::to_owned),
            street: None,
            near: String::new(),
        };
        let (theirs, nobodys) = (thing("L-1234", Some("zz")), thing("L-1", None));
        let rows = [theirs.clone(), nobodys.clone()];
        world.kit.write(move |tx| places::actions::take_over_assets(tx, &rows)).await.unwrap();
        let owner = "Bo: ta jednostka opiekuje się zgłoszoną rzeczą.";
        let own = "Bo to jednostka tej usługi.";
        for (asset_id, unit, reader, why) in [
            (Some(theirs.id()), greens(), &world.gardener, owner),
            (Some(nobodys.id()), roads(), &world.crew, own),
            (None, roads(), &world.crew, own),
        ] {
            let place = cases::Place { asset_id, ..world.report().place };
            let opened = world.opened(&NewReport { place, ..world.report() }).await;
            assert_eq!(world.case(opened.case_id).await.stage.unit_id(), Some(unit), "{asset_id:?}");
            world.browser(reader).get(&format!("/cases/{}", opened.case_id)).await.is(200).says(why);
        }
        // The pack no longer names it: whoever looked after it last still does.
        world.kit.write(|tx| places::actions::retire_assets(tx, &HashSet::new())).await.unwrap();
        let place = cases::Place { asset_id: Some(theirs.id()), ..world.report().place };
        let opened = world.opened(&NewReport { place, ..world.report() }).await;
        assert_eq!(world.case(opened.case_id).await.stage.unit_id(), Some(greens()));
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_lost_is_seen() {
    on_both(async |world: &World| {
        let lamp = asking(world).await;
        let opened = world.opened(&NewReport { answers: given(&lamp, &ALL), ..world.report() }).await;
        let faults = world.kit.read(cases::verify).await.unwrap();
        assert_eq!(faults, Vec::<String>::new());
        let lose = |tx: &store::Tx<'_>| tx.execute("delete from answers where question = 'many'", &[]);
        world.kit.db.write(Actor::SYSTEM, lose).await.unwrap();
        let faults = world.kit.read(cases::verify).await.unwrap();
        assert!(faults.len() == 1 && faults[0].contains(&opened.report_id.to_string()), "{faults:?}");
        let mend = move |tx: &store::Tx<'_>| {
            let sql = "insert into answers (report_id, place, question, kind, value, asked) values ($1, 3, 'many', 'number', '2', $2)";
            tx.execute(sql, params![opened.report_id, serde_json::json!({ "ask": { "pl": "Ile?" } })])
        };
        world.kit.db.write(Actor::SYSTEM, mend).await.unwrap();
    })
    .await;
}
