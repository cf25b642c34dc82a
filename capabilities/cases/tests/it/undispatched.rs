//! The cases that no unit has, and those who decide.

use base::Error;
use cases::{NewReport, Stage};

use crate::cast::{OWN_WORDS, World, greens, on_both, roads};

async fn stray(world: &World) -> cases::actions::Opened {
    world.opened(&NewReport { service_id: world.stray.id, ..world.report() }).await
}

#[tokio::test]
async fn a_case_without_a_unit_is_handed_to_one_from_the_list() {
    on_both(async |world: &World| {
        let opened = stray(world).await;
        let (mut supervisor, field) = (world.browser(&world.supervisor), format!("unit-{}", opened.case_id));
        let list = supervisor.get("/cases/undispatched").await;
        list.is(200).says(&opened.number.to_string()).says("Coś innego").says(OWN_WORDS).has(&format!("id=\"{field}\""));
        list.says("Zarząd Dróg").says("Zarząd Zieleni").never_says("Dawna jednostka");

        let path = format!("/cases/{}/dispatches", opened.case_id);
        for wrong in ["", "x", &staff::Unit::id_of("old").to_string(), &base::Id::new().to_string()] {
            let refused = supervisor.post(&path, &[(&field, wrong)]).await;
            refused.is(422).has("<title>Błąd:").has(&format!("href=\"#{field}\"")).has("Wybierz z\u{a0}listy jednostkę");
        }
        let done = format!("/cases/undispatched?saved={}", opened.case_id);
        supervisor.post(&path, &[(&field, &greens().to_string())]).await.leads_to(&done);
        world.kit.settle().await;
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Dispatched(greens()));
        supervisor.get(&done).await.is(200).says("Zapisane").says(&opened.number.to_string()).says("Każda sprawa ma swoją jednostkę");
        assert!(world.letters(opened.report_id).await["dispatched"].body.contains("Zarząd Zieleni"));

        let twice = supervisor.post(&path, &[(&field, &greens().to_string())]).await;
        twice.is(409).says("Ta jednostka już ma tę sprawę").says("Nic nie zapisaliśmy");
    })
    .await;
}

#[tokio::test]
async fn whoever_watches_over_the_work_sees_a_case_until_a_unit_has_it() {
    on_both(async |world: &World| {
        let opened = stray(world).await;
        let (mut administrator, path) = (world.browser(&world.administrator), format!("/cases/{}", opened.case_id));
        administrator.get(&path).await.is(200).says(OWN_WORDS).has("id=\"dispatch\"").never_says("id=\"closure\"");
        let done = format!("/cases/undispatched?saved={}", opened.case_id);
        administrator.post(&format!("{path}/dispatches"), &[("unit", &roads().to_string())]).await.leads_to(&done);
        administrator.get(&done).await.is(200).says(&opened.number.to_string());
        administrator.get(&path).await.is(404);
        world.kit.settle().await;
        let viewer = world.administrator.viewer.clone();
        let seen = world.kit.read(move |read| cases::find_for(read, &viewer, opened.case_id).map(drop)).await;
        assert!(matches!(seen, Err(Error::NotFound)), "{seen:?}");
    })
    .await;
}

#[tokio::test]
async fn a_unit_does_not_see_cases_that_nobody_has() {
    on_both(async |world: &World| {
        let opened = stray(world).await;
        let mut crew = world.browser(&world.crew);
        crew.get("/cases/undispatched").await.is(403).never_says(&opened.number.to_string());
        crew.get(&format!("/cases/{}", opened.case_id)).await.is(404);
        crew.get("/cases").await.is(200).never_says("/cases/undispatched");
        world.browser(&world.agent).get("/cases/undispatched").await.is(200).says(&opened.number.to_string());
    })
    .await;
}
