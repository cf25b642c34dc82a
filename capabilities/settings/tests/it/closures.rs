//! The office is closed for today in a few clicks, and open again.

use testkit::on_both;

use crate::cast::browser;

#[tokio::test]
async fn the_office_is_closed_for_a_day_and_the_day_is_given_back() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", "").await;
        admin.get("/settings/closure").await.is(200).says("Zamknięte dzisiaj").says("Urząd").says("line");
        let fields = [("calendar", "line"), ("on", "2099-11-20"), ("hours", "08:00-10:00"), ("reason", "Brak prądu"), ("version", "1")];
        admin.post("/settings/closure", &fields).await.is(200).says("Co się zmieni").says("Brak prądu");
        let save: Vec<_> = fields.iter().copied().chain([("step", "save")]).collect();
        admin.post("/settings/closure", &save).await.is(303);
        admin.get("/settings/closure?saved").await.is(200).says("Te godziny już obowiązują").says("08:00-10:00");
        let now = kit.read(packs::entries).await.unwrap().value::<hours::Hours>("hours", &mut Vec::new()).unwrap();
        let day = now.calendars["line"].exceptions.0.iter().next().unwrap();
        assert_eq!((day.0.to_string().as_str(), day.1.reason.as_str()), ("2099-11-20", "Brak prądu"));
        admin.post("/settings/closure", &save).await.is(409);

        let back = [("calendar", "line"), ("on", "2099-11-20"), ("version", "2")];
        admin.post("/settings/closure/removal", &back).await.is(303);
        admin.get("/settings/closure").await.is(200).says("Nie ma takich dni");
        assert_eq!(kit.read(packs::verify).await.unwrap(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_closure_without_a_reason_or_with_bad_hours_comes_back() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", "").await;
        let of = |hours, reason| [("calendar", "office"), ("on", "2099-11-20"), ("hours", hours), ("reason", reason), ("version", "1")];
        admin.post("/settings/closure", &of("", "")).await.is(422).says("Napisz, dlaczego");
        let past = [("calendar", "office"), ("on", "2020-11-20"), ("hours", ""), ("reason", "Awaria"), ("version", "1")];
        admin.post("/settings/closure", &past).await.is(422).says("Ten dzień już minął");
        let mut agent = browser(kit, "agent", "").await;
        agent.get("/settings/closure").await.is(403);
        agent.post("/settings/closure", &of("", "Awaria")).await.is(403);
    })
    .await;
}
