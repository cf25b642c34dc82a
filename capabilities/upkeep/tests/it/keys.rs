//! Keys of other programs: shown once, revoked at once.

use testkit::on_both;
use upkeep::MailSet;

use crate::cast::{browser, upkeep};

#[tokio::test]
async fn a_key_is_shown_once_and_revoked_at_once() {
    on_both(async |kit| {
        let mut admin = browser(kit, &upkeep(kit, MailSet::ByPage), "administrator").await;
        admin.get("/upkeep/keys").await.is(200).says("There are no keys yet.");
        admin.post("/upkeep/keys", &[("name", " ")]).await.is(422).says("Write what the key is for");
        let made = admin.post("/upkeep/keys", &[("name", "Aplikacja miasta")]).await;
        made.is(200).says("Copy the key now");
        let text = made.text();
        let key = text[text.find("hejnal_").unwrap()..].split_whitespace().next().unwrap().to_owned();
        let asked = key.clone();
        assert!(kit.read(move |read| staff::actions::key_holder(read, &asked)).await.unwrap().is_some());
        let list = admin.get("/upkeep/keys").await;
        list.says("Aplikacja miasta").says("In use").says("Tomasz Górecki").never_says(&key);

        let id = kit.read(staff::api_keys).await.unwrap()[0].id;
        admin.post(&format!("/upkeep/keys/{id}/revocation"), &[]).await.is(200).says("The key is revoked").says("Revoked: ");
        assert!(kit.read(move |read| staff::actions::key_holder(read, &key)).await.unwrap().is_none());
    })
    .await;
}
