//! The mailbox of the demo, through the front door.

use std::{path::Path, sync::Arc};

use axum::{body::Body, http::Request};
use base::secret::Signer;
use notices::{Mailer, pages::MAX_LISTED};
use testkit::{Engine, Kit};
use tower::ServiceExt;
use web::{App, Assets, Hub, Parts, Settings, Texts};

use crate::cast::{ANNA, ENGINES, city, city_with, end, queue, to_anna};

fn app(kit: &Kit, demo: bool) -> App {
    App::new(Parts {
        db: kit.db.clone(),
        texts: Arc::new(Texts::new(&[notices::TEXTS]).unwrap()),
        city: Arc::new(city()),
        hub: Hub::new(),
        signer: Signer::new(&[7; 32]),
        clock: kit.db.clock(),
        assets: Assets::new(&[]),
        readiness: Box::new(|| Box::pin(async { Vec::new() })),
        metrics: None,
        settings: Settings { demo, ..Settings::default() },
    })
    .unwrap()
}

async fn get(app: &App, folder: &Path, path: &str) -> (u16, String) {
    let router = web::front_door(notices::pages::routes(folder.to_owned()), app);
    let request = Request::get(path).header("host", "localhost").header("accept", "text/html").body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 22).await.unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_its_letters_newest_first_and_each_with_its_links() {
    for engine in ENGINES {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let app = app(&kit, true);
        let (status, empty) = get(&app, home.path(), "/mailbox").await;
        assert_eq!(status, 200);
        assert!(empty.contains("Nie ma tu jeszcze żadnego e-maila."));

        let older = to_anna(&kit).await;
        queue(&kit, &older).await.unwrap();
        kit.clock.pass_seconds(60);
        let newer = notices::NewNotice { title: "Nowszy & <b>pewny</b>".into(), ..to_anna(&kit).await };
        let id = queue(&kit, &newer).await.unwrap().unwrap();
        kit.settle().await;
        let (_, list) = get(&app, home.path(), "/mailbox").await;
        let place = |text: &str| list.find(text).unwrap_or_else(|| panic!("no {text:?} in {list}"));
        assert!(
            place("Nowszy &#38; &#60;b&#62;pewny&#60;/b&#62;")
                < place("Mamy Twoje zgłoszenie 4821-907-5: latarnia nie świeci przy ul. Żółwiej 14")
        );
        assert!(list.contains(ANNA) && list.contains("dziś o\u{a0}10:01"), "{list}");

        let (status, letter) = get(&app, home.path(), &format!("/mailbox/1795165260000000-{id}.eml")).await;
        assert_eq!(status, 200);
        assert!(
            letter.contains(r#"<a href="https://kontakt.lipogrod.example/r/4821-907-5">https://kontakt.lipogrod.example/r/4821-907-5</a>"#),
            "{letter}"
        );
        assert!(letter.contains("<p>zgłoszenie przyjęte.") && letter.contains("Lipogród, kontakt z miastem"), "{letter}");
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn outside_the_demo_there_is_no_mailbox_and_no_name_leads_elsewhere() {
    let home = tempfile::tempdir().unwrap();
    let kit = city_with(Engine::Sqlite, Mailer::Folder(home.path().join("mail"))).await;
    std::fs::create_dir(home.path().join("mail")).unwrap();
    std::fs::write(home.path().join("secret.eml"), "Subject: secret\r\n\r\nsecret").unwrap();
    queue(&kit, &to_anna(&kit).await).await.unwrap();
    kit.settle().await;
    let name = std::fs::read_dir(home.path().join("mail")).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let (demo, real) = (app(&kit, true), app(&kit, false));
    let folder = home.path().join("mail");
    assert_eq!(get(&demo, &folder, &format!("/mailbox/{name}")).await.0, 200);
    assert_eq!(get(&real, &folder, &format!("/mailbox/{name}")).await.0, 404);
    assert_eq!(get(&real, &folder, "/mailbox").await.0, 404);
    for name in ["secret.eml", "..%2Fsecret.eml", "%2e%2e%2fsecret.eml", "..", "1795165200000000-.eml", "x%00.eml"] {
        assert_eq!(get(&demo, &folder, &format!("/mailbox/{name}")).await.0, 404, "{name}");
    }
    end(kit).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_ends_at_its_limit_and_says_so() {
    let home = tempfile::tempdir().unwrap();
    let kit = city_with(Engine::Sqlite, Mailer::Folder(home.path().to_owned())).await;
    for n in 0..=MAX_LISTED {
        std::fs::write(home.path().join(format!("{:016}-{}.eml", n, base::Id::new())), format!("Subject: number {n}.\r\n\r\n")).unwrap();
    }
    let (_, list) = get(&app(&kit, true), home.path(), "/mailbox").await;
    assert!(list.contains("number 100.") && !list.contains("number 0."));
    assert!(list.contains("Pokazujemy 100 najnowszych."), "{list}");
    end(kit).await;
}

#[test]
fn a_city_without_a_mail_server_says_so() {
    assert_eq!(notices::banner(&Mailer::Folder("mail".into())), None);
    let banner = notices::banner(&Mailer::Missing).unwrap();
    let texts = Texts::new(&[]).unwrap();
    assert!(
        texts.find(base::Language::Pl, &banner.key).is_some() && texts.find(base::Language::Pl, &format!("{}-text", banner.key)).is_some()
    );
}
