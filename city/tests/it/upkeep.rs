//! A backup that the page of a running city plans, opened by the command line with its printed key.

use testkit::Engine;

use crate::{
    home::{Home, until},
    visitor::Visitor,
};

#[tokio::test]
async fn a_planned_backup_is_made_drilled_and_restored_with_its_key_only() {
    let home = Home::new(Engine::Sqlite);
    let city = home.serve(&["--demo"]);
    let admin = Visitor::staff(city.address(), "admin@lipogrod.example").await;
    admin.get("/upkeep").await.is(200).says("SQLite");
    let place = home.beside("backups");
    std::fs::create_dir(&place).unwrap();
    let plan = [("folder", place.to_str().unwrap()), ("hour", "3"), ("kept", "2")];
    admin.post_from("/upkeep/backups", "/upkeep/backups", &plan).await.is(303);
    let page = admin.post_from("/upkeep/backups", "/upkeep/backups/key", &[]).await;
    let start = page.is(200).body.find("AGE-SECRET-KEY-1").expect("a key is shown");
    let key = home.beside("key.txt");
    std::fs::write(&key, page.body[start..].split('<').next().unwrap()).unwrap();

    until("the first backup is made by the clock", async || home.count("select count(*) from backups where state = 'done'").await == 1)
        .await;
    let file = std::fs::read_dir(&place).unwrap().next().unwrap().unwrap().path();
    let (file, key) = (file.to_str().unwrap(), key.to_str().unwrap());
    assert!(home.run(&["drill", "--from", file, "--key", key]).well().contains("rows came back"));
    admin.get("/upkeep/backups").await.is(200).says("tag-done");
    city.stop();

    Home::bare(None).run(&["restore", "--from", file]).refused(1, &["is encrypted", "--key"]);
    let restored = Home::bare(None);
    restored.run(&["restore", "--from", file, "--key", key]).well();
    restored.run(&["verify"]).well();
}
