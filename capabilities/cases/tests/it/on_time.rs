//! The figures of kept promises: open overdue cases count as late, and every figure opens its cases.

use cases::{NewReport, Outcome, actions};

use crate::cast::{SAID, World, on_both, roads};

/// One case ended in time, one late, one open and late, one promised anew, and one of the future.
async fn five(world: &World) -> [String; 5] {
    let mut numbers = Vec::new();
    let mut open = async |new: NewReport| {
        let opened = world.opened(&new).await;
        numbers.push(opened.number.to_string());
        opened.case_id
    };
    let due = world.report().due_at.unwrap();
    let (kept, late, _) = (open(world.report()).await, open(world.report()).await, open(world.report()).await);
    let anew = open(world.report()).await;
    open(NewReport { due_at: Some(due.plus_seconds(90 * 24 * 3_600)), ..world.report() }).await;
    world
        .by(&world.crew, move |tx| actions::close(tx, kept, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno")))
        .await
        .unwrap();
    let (office, on) = (crate::cast::office(), jiff::civil::date(2026, 12, 18));
    let promise = move |tx: &store::Tx<'_>| actions::promise_anew(tx, anew, on, "Brak części", &office);
    world.by(&world.crew, promise).await.unwrap();
    world.comes(due.plus_seconds(24 * 3_600)).await;
    world
        .by(&world.crew, move |tx| actions::close(tx, late, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno")))
        .await
        .unwrap();
    world
        .by(&world.crew, move |tx| actions::close(tx, anew, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno")))
        .await
        .unwrap();
    numbers.try_into().unwrap()
}

#[tokio::test]
async fn open_overdue_cases_count_as_late_and_a_new_promise_mends_nothing() {
    on_both(async |world: &World| {
        let [kept, late, open, anew, future] = five(world).await;
        let mut supervisor = world.browser(&world.supervisor);
        let page = supervisor.get("/cases/figures").await;
        page.is(200).says("11.2026").says("Zarząd Dróg").says("25%").says("Sprawy otwarte po terminie liczą się jako spóźnione");
        let list = |which: &str| format!("/cases/figures/cases?by=unit&month=2026-11&of={}&which={which}", roads());
        page.has(&list("open_late").replace('&', "&#38;"));
        supervisor.get(&list("due")).await.says(&kept).says(&late).says(&open).says(&anew).never_says(&future);
        supervisor.get(&list("kept")).await.says(&kept).never_says(&late).never_says(&open).never_says(&anew);
        supervisor.get(&list("closed_late")).await.says(&late).says(&anew).never_says(&open).never_says(&kept);
        supervisor.get(&list("open_late")).await.says(&open).never_says(&late).never_says(&kept);
        supervisor.get("/cases/figures?by=month").await.is(200).says("25%").says("10.2026");
        supervisor.get("/cases/figures?by=service&month=2026-11").await.is(200).says("Latarnia nie świeci").says("25%");
        supervisor.get("/cases/figures?month=2026-10").await.is(200).says("Nie ma tu spraw");
        let csv = supervisor.get("/cases/figures.csv?by=unit&month=2026-11").await;
        csv.is(200).has("unit,due,kept,closed_late,open_late,percent_on_time").has("Zarząd Dróg,4,1,2,1,25");
        world.browser(&world.crew).get("/cases/figures").await.is(403);
        world.browser(&world.agent).get(&list("due")).await.is(403);
    })
    .await;
}

#[tokio::test]
async fn sensitive_cases_are_in_no_figure() {
    on_both(async |world: &World| {
        let hushed =
            NewReport { due_at: world.report().due_at, ..NewReport::about(&world.hushed, interactions::Channel::Web, base::Language::Pl) };
        let opened = world.opened(&NewReport { body: "x".into(), place: world.report().place, ..hushed }).await;
        world.comes(world.report().due_at.unwrap().plus_seconds(24 * 3_600)).await;
        assert!(world.kit.told(opened.case_id).await.contains(&"case.missed".to_owned()), "the premise: it is late");
        let mut supervisor = world.browser(&world.supervisor);
        for by in ["unit", "service", "month"] {
            supervisor.get(&format!("/cases/figures?by={by}")).await.is(200).never_says("Zarząd Zieleni").never_says("0%");
        }
        let list = format!("/cases/figures/cases?by=unit&month=2026-11&of={}&which=due", crate::cast::greens());
        supervisor.get(&list).await.is(200).never_says(&opened.number.to_string());
    })
    .await;
}
