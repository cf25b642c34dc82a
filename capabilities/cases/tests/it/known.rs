//! What one resident reported is told as far as the viewer may know of it.

use cases::NewReport;

use crate::cast::{World, on_both};

#[tokio::test]
async fn somebody_s_reports_are_those_of_cases_that_the_viewer_may_know_of() {
    on_both(async |world: &World| {
        let lamp = world.opened(&world.report()).await;
        let stray = world.opened(&NewReport { service_id: world.stray.id, public: false, ..world.report() }).await;
        let resident_id = world.kit.value::<base::Id>("select id from residents").await;
        for (person, wanted) in
            [(&world.agent, vec![stray.number, lamp.number]), (&world.crew, vec![lamp.number]), (&world.gardener, vec![])]
        {
            let viewer = person.viewer.clone();
            let known = world.kit.read(move |read| cases::reports_known_to(read, &viewer, &[resident_id])).await.unwrap();
            let mut numbers: Vec<_> = known.iter().map(|one| one.report.number).collect();
            numbers.sort_by_key(|number| wanted.iter().position(|one| one == number));
            assert_eq!(numbers, wanted, "{}", person.viewer.name);
            let viewer = person.viewer.clone();
            let found = world.kit.read(move |read| cases::resident_of_report(read, &viewer, lamp.number)).await.unwrap();
            assert_eq!(found, Some(resident_id).filter(|_| wanted.contains(&lamp.number)), "{}", person.viewer.name);
        }
        world.kit.settle().await;
    })
    .await;
}
