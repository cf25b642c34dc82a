//! The mail server on its page: a password that is never shown again, and a letter to try it out.

use testkit::on_both;
use upkeep::{MailSet, Upkeep};

use crate::cast::{agrees, browser, files, upkeep};

const SERVER: [(&str, &str); 6] = [
    ("host", "mail.lipogrod.example"),
    ("port", "465"),
    ("security", "tls"),
    ("user", "miasto"),
    ("password", "bardzo tajne"),
    ("sender", "listy@lipogrod.example"),
];

#[tokio::test]
async fn a_password_is_kept_sealed_and_never_shown() {
    on_both(async |kit| {
        let mut admin = browser(kit, &upkeep(kit, MailSet::Nowhere), "administrator").await;
        let refused = admin.post("/upkeep/mail", &[("host", "a b"), ("port", "0"), ("security", "off")]).await;
        refused.is(422).says("Give a number from 1 to 65535").has("value=\"a b\"");
        admin.post("/upkeep/mail", &SERVER).await.is(200).says("Letters leave this way from now on").never_says("tajne");
        let kept: String = kit.value("select cast(value as TEXT) from upkeep_settings where name = 'mail'").await;
        assert!(kept.contains("miasto") && !kept.contains("tajne"), "{kept}");
        let (mailer, sender) = upkeep::mail::set_by_page(&kit.db, &kit.folder).await.unwrap().unwrap();
        let notices::Mailer::Smtp(smtp) = mailer else { panic!("a mail server") };
        assert_eq!((smtp.login.unwrap().password.as_str(), sender.as_str()), ("bardzo tajne", "listy@lipogrod.example"));

        // Without a new password the old one stays; another server does not get it.
        let mut again = SERVER;
        again[4].1 = "";
        admin.post("/upkeep/mail", &again).await.is(200);
        assert_eq!(kit.read(|read| upkeep::version(read, "mail")).await.unwrap(), 2);
        again[0].1 = "elsewhere.example";
        admin.post("/upkeep/mail", &again).await.is(422).says("Give the password for this server");
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_test_letter_tells_in_words_how_it_fared() {
    on_both(async |kit| {
        let mut admin = browser(kit, &upkeep(kit, MailSet::ByDemo), "administrator").await;
        admin.get("/upkeep/mail").await.says("This is a show");
        admin.post("/upkeep/mail/trial", &[("address", "nikt")]).await.is(422).says("Give the e-mail address");
        let sent = admin.post("/upkeep/mail/trial", &[("address", "anna@poczta.example")]).await;
        sent.is(200).says("The server has taken the letter to anna@poczta.example");
        assert_eq!(files(&kit.folder.path().join("mail")).len(), 1);
    })
    .await;
    on_both(async |kit| {
        let nowhere = Upkeep { mail: MailSet::Nowhere, ..upkeep(kit, MailSet::Nowhere) };
        let mut admin = browser(kit, &nowhere, "administrator").await;
        admin.post("/upkeep/mail/trial", &[("address", "anna@poczta.example")]).await.is(409).says("First keep a mail server.");
        // Nobody listens there.
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
        admin.post("/upkeep/mail", &[("host", "localhost"), ("port", &port), ("security", "off")]).await.is(200);
        let failed = admin.post("/upkeep/mail/trial", &[("address", "anna@poczta.example")]).await;
        failed.is(200).says("The letter could not be sent").says("Answer:");
    })
    .await;
}
