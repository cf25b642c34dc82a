//! The inbox of a unit.

use base::Moment;
use cases::{NewReport, Outcome, actions};

use crate::cast::{OWN_WORDS, SAID, World, on_both, roads};

#[tokio::test]
async fn a_unit_sees_its_own_cases_with_number_place_status_and_date() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        world.by(&world.crew, move |tx| actions::accept(tx, opened.case_id)).await.unwrap();
        let inbox = world.browser(&world.crew).get("/cases").await;
        inbox.is(200).has("<h1>Zarząd Dróg</h1>").has("<title>Sprawy (1) – Zarząd Dróg – Hejnał</title>");
        inbox.has(&format!("href=\"/cases/{}\"", opened.case_id)).says(&opened.number.to_string()).says("Latarnia nie świeci");
        inbox.says("ul. Olszowa 14").has("<span class=\"tag tag-half\">W\u{a0}jednostce</span>").says("termin: czwartek 26 listopada");
        inbox.says("Otwarte (1)").says("Po terminie (0)").has(&format!("data-live-topic=\"unit:{}\"", roads())).has("inbox-");
        inbox.never_says(OWN_WORDS);

        let elsewhere = world.browser(&world.gardener).get("/cases").await;
        elsewhere.is(200).has("<h1>Zarząd Zieleni</h1>").says("Otwarte (0)").says("nie ma otwartych spraw").never_says("Olszowa");
    })
    .await;
}

#[tokio::test]
async fn late_cases_say_for_how_long_and_closed_ones_how_they_ended() {
    on_both(async |world: &World| {
        let late = world.opened(&world.report()).await;
        let unpromised = world.opened(&NewReport { due_at: None, ..world.report() }).await;
        let closed = world.opened(&world.report()).await;
        world.by(&world.crew, move |tx| actions::close(tx, closed.case_id, &cases::Closing::new(Outcome::NotFound, SAID))).await.unwrap();
        world.kit.clock.put(world.report().due_at.unwrap().plus_seconds(2 * 24 * 3_600));
        let mut crew = world.browser(&world.crew);
        // The session of the cast lasts an hour; two days later somebody signs in anew.
        crew.get("/cases").await.leads_to("/sign-in?next=/cases");
        let prolong = "update sessions set used_at = used_at + 712000000000, ends_at = ends_at + 712000000000";
        world.kit.write(move |tx| tx.execute(prolong, &[]).map(drop)).await.unwrap();

        let open = crew.get("/cases").await;
        open.is(200).says("Otwarte (2)").says("Po terminie (1)").says("bez terminu");
        open.has("<span class=\"tag tag-late\">Po terminie</span> opóźnienie: 2 dni");
        assert!(open.html.find(&late.number.to_string()) < open.html.find(&unpromised.number.to_string()), "what is due comes first");
        let overdue = crew.get("/cases?show=late").await;
        overdue.is(200).says(&late.number.to_string()).never_says(&unpromised.number.to_string());
        let ended = crew.get("/cases?show=closed").await;
        ended.is(200).says(&closed.number.to_string()).never_says(&late.number.to_string());
        ended.has("<span class=\"tag tag-closed\">Zakończona: na miejscu niczego nie ma</span>").says("piątek 20 listopada");
    })
    .await;
}

#[tokio::test]
async fn a_long_inbox_is_shown_in_pages() {
    on_both(async |world: &World| {
        let mut numbers = Vec::new();
        for hours in 0..51 {
            let due_at = Some(Moment(world.report().due_at.unwrap().0).plus_seconds(hours * 3_600));
            numbers.push(world.try_open(&NewReport { due_at, reply_to: None, ..world.report() }).await.unwrap().number.to_string());
        }
        world.kit.settle().await;
        let mut crew = world.browser(&world.crew);
        let first = crew.get("/cases?show=open").await;
        first.is(200).says("Otwarte (51)").says(&numbers[0]).says(&numbers[49]).never_says(&numbers[50]);
        first.has("href=\"/cases?show=open&#38;page=2\"");
        crew.get("/cases?show=open&page=2").await.is(200).says(&numbers[50]).never_says(&numbers[49]).has("page=1");
        crew.get("/cases?show=open&page=x").await.is(200).says(&numbers[0]);
        let supervisor = world.browser(&world.supervisor).get("/cases").await;
        supervisor.is(200).says(&numbers[0]).has("href=\"/cases/undispatched\"");
        let administrator = world.browser(&world.administrator).get("/cases").await;
        administrator.is(200).says("nie należy do żadnej jednostki").never_says(&numbers[0]);
    })
    .await;
}

#[tokio::test]
async fn strangers_are_asked_to_sign_in() {
    on_both(async |world: &World| {
        let mut stranger = world.stranger();
        stranger.get("/cases?show=late").await.leads_to("/sign-in?next=/cases%3Fshow%3Dlate");
        stranger.post_bare("/cases/x/acceptance", &[]).await.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn whoever_sees_all_cases_and_has_no_unit_finds_those_of_all_units() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        for person in [&world.supervisor, &world.agent] {
            let all = world.browser(person).get("/cases").await;
            all.is(200).says("Sprawy wszystkich jednostek").says("Otwarte (1)").says(&opened.number.to_string());
            world.browser(person).get("/cases?show=late").await.is(200).never_says(&opened.number.to_string());
        }
        world.browser(&world.gardener).get("/cases").await.says("Otwarte (0)");
    })
    .await;
}

#[tokio::test]
async fn people_of_the_centre_read_what_somebody_said_once_they_have_shown_who_they_are() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let anna: base::Id = world.kit.value("select resident_id from reports").await;
        let (place, check) = (format!("/cases/{}", opened.case_id), format!("/residents/{anna}/identity?for=matter"));
        world.browser(&world.crew).get(&place).await.is(200).says(OWN_WORDS).never_says(&check);
        for person in [&world.agent, &world.supervisor] {
            world.browser(person).get(&place).await.is(200).never_says(OWN_WORDS).says("gdy ta osoba pokaże, kim jest").has(&check);
        }
        let right = ["full_name", "email"].map(str::to_owned);
        let ask = move |tx: &store::Tx<'_>| residents::actions::verify_identity(tx, anna, None, &right, &[]).map(drop);
        world.by(&world.agent, ask).await.unwrap();
        world.browser(&world.agent).get(&place).await.is(200).says(OWN_WORDS);
        world.browser(&world.supervisor).get(&place).await.is(200).never_says(OWN_WORDS);
        for _ in 0..2 {
            world.kit.clock.pass_seconds(10 * 60);
            world.browser(&world.agent).get(&place).await.is(200).says(OWN_WORDS);
        }
        world.kit.clock.pass_seconds(10 * 60);
        world.browser(&world.agent).get(&place).await.is(200).never_says(OWN_WORDS);
    })
    .await;
}

#[tokio::test]
async fn lists_of_cases_note_who_has_looked() {
    on_both(async |world: &World| {
        let opened = world.opened(&NewReport { service_id: world.stray.id, ..world.report() }).await;
        world.browser(&world.supervisor).get("/cases?show=late").await.is(200);
        world.browser(&world.supervisor).get("/cases/undispatched").await.is(200).says(OWN_WORDS);
        let look = |read: &store::Read<'_>| {
            read.query("select act, words, subject_id from looks where purpose = 'matter' order by act desc", &[], |row| {
                Ok((row.get::<String>(0)?, row.get::<Option<String>>(1)?, row.get::<Option<base::Id>>(2)?))
            })
        };
        let noted = world.kit.read(look).await.unwrap();
        assert_eq!(noted, [("search".into(), Some("late".into()), None), ("read".into(), None, Some(opened.case_id))]);
    })
    .await;
}
