//! The mailbox of the demo, through the front door.

use std::path::Path;

use notices::{Mailer, pages::MAX_LISTED};
use testkit::{Browser, Engine, Kit};
use web::{Settings, Texts};

use crate::cast::{ANNA, city_with, end, queue, to_anna};

fn browser(kit: &Kit, folder: &Path, demo: bool) -> Browser {
    let settings = Settings { demo, ..Settings::default() };
    Browser::new(&testkit::app(&kit.db, &[notices::TEXTS], &[], settings), notices::pages::routes(folder.to_owned(), |_, _, _| Ok(false)))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_its_letters_newest_first_and_each_with_its_links() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let mut browser = browser(&kit, home.path(), true);
        browser.get("/mailbox").await.is(200).says("Nie ma tu jeszcze żadnego e-maila.");

        let older = to_anna(&kit).await;
        queue(&kit, &older).await.unwrap();
        kit.clock.pass_seconds(60);
        let newer = notices::NewNotice { title: "Nowszy & <b>pewny</b>".into(), ..to_anna(&kit).await };
        let id = queue(&kit, &newer).await.unwrap().unwrap();
        kit.settle().await;
        let list = browser.get("/mailbox").await;
        list.says(ANNA).has("dziś o\u{a0}10:01").has("Nowszy &#38; &#60;b&#62;pewny&#60;/b&#62;");
        let text = list.text();
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text}"));
        assert!(place("Nowszy & <b>pewny</b>") < place("Mamy Twoje zgłoszenie 4821-907-5: latarnia nie świeci przy ul. Żółwiej 14"));

        let letter = browser.get(&format!("/mailbox/1795165260000000-{id}.eml")).await;
        letter.is(200).has("<p>zgłoszenie przyjęte.").says("Lipogród, kontakt z miastem");
        letter.has(r#"<a href="https://kontakt.lipogrod.example/r/4821-907-5">https://kontakt.lipogrod.example/r/4821-907-5</a>"#);
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
    let folder = home.path().join("mail");
    let (mut demo, mut real) = (browser(&kit, &folder, true), browser(&kit, &folder, false));
    demo.get(&format!("/mailbox/{name}")).await.is(200);
    real.get(&format!("/mailbox/{name}")).await.is(404);
    real.get("/mailbox").await.is(404);
    for name in ["secret.eml", "..%2Fsecret.eml", "%2e%2e%2fsecret.eml", "..", "1795165200000000-.eml", "x%00.eml"] {
        demo.get(&format!("/mailbox/{name}")).await.is(404);
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
    let list = browser(&kit, home.path(), true).get("/mailbox").await;
    list.says("number 100.").never_says("number 0.").says("Pokazujemy 100 najnowszych.");
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
