//! Backups by the page, the key that opens them, and drills.

use base::Id;
use testkit::{Browser, Kit, on_both};
use upkeep::{MailSet, Upkeep, jobs};

use crate::cast::{agrees, browser, files, upkeep};

/// Plans backups into `folder` and makes the recovery key, as the page shows it.
async fn planned(admin: &mut Browser, folder: &std::path::Path) -> String {
    let form = admin.get("/upkeep/backups").await.form_with("folder");
    let form = form.type_in("folder", folder.to_str().unwrap()).choose("hour", "3").type_in("kept", "2");
    admin.press(&form, "").await.is(200).says("The plan of backups is kept").says("Without a key no backup is made.");
    let page = admin.post("/upkeep/backups/key", &[]).await;
    page.is(200).says("Print this page now");
    let text = page.text();
    let start = text.find("AGE-SECRET-KEY-1").expect("a key is shown");
    text[start..].split_whitespace().next().unwrap().to_owned()
}

async fn backed_up(admin: &mut Browser, kit: &Kit, upkeep: &Upkeep) {
    admin.post("/upkeep/backups/now", &[]).await.is(200).says("The backup is being made").says("Waiting");
    assert!(jobs::make_due(upkeep, &kit.db, Id::named("test", "holder")).await.unwrap());
}

#[tokio::test]
async fn a_backup_by_the_page_opens_with_its_key_only_and_passes_a_drill() {
    on_both(async |kit| {
        let (upkeep, place) = (upkeep(kit, MailSet::ByPage), tempfile::tempdir().unwrap());
        let mut admin = browser(kit, &upkeep, "administrator").await;
        admin.post("/upkeep/backups/now", &[]).await.is(409).says("First keep where backups shall lie.");
        let key = planned(&mut admin, place.path()).await;
        backed_up(&mut admin, kit, &upkeep).await;
        let names = files(place.path());
        assert!(names.len() == 1 && names[0].ends_with(".tar.gz.age"), "{names:?}");
        assert_eq!(files(&kit.folder.path().join("copies")).iter().filter(|name| name.contains("backup")).count(), 0);
        admin.get("/upkeep/backups").await.says("Done").says(&names[0]).never_says(&key);

        let file = place.path().join(&names[0]);
        let plain = place.path().join("plain");
        assert!(upkeep::archive::decrypt(&file, &upkeep::archive::new_key().secret, &plain).is_err() && !plain.exists());
        let copies = kit.folder.path().join("copies");
        let (_, rows) = jobs::try_out(&kit.db, &file, Some(&key), &copies, upkeep.faults).await.unwrap();
        assert!(rows > 0);

        let begun = kit.write(upkeep::actions::begin_drill).await.unwrap();
        assert!(kit.write(upkeep::actions::begin_drill).await.is_err(), "one drill at a time");
        let ended = jobs::drill(&kit.db, begun, &file, Some(&key), &copies, upkeep.faults).await.unwrap();
        assert_eq!((ended.state.as_str(), ended.error), ("passed", None));
        admin.get("/upkeep").await.says("The last drill that passed: ");
        assert_eq!(files(&copies).len(), 0, "nothing is left of the throw-away city");
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_spoiled_file_fails_the_drill_for_everybody_to_see() {
    on_both(async |kit| {
        let (upkeep, place) = (upkeep(kit, MailSet::ByPage), tempfile::tempdir().unwrap());
        let mut admin = browser(kit, &upkeep, "administrator").await;
        let key = planned(&mut admin, place.path()).await;
        backed_up(&mut admin, kit, &upkeep).await;
        let file = place.path().join(&files(place.path())[0]);
        let mut bytes = std::fs::read(&file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(&file, bytes).unwrap();
        let begun = kit.write(upkeep::actions::begin_drill).await.unwrap();
        jobs::drill(&kit.db, begun, &file, Some(&key), &kit.folder.path().join("copies"), upkeep.faults).await.unwrap();
        admin.get("/upkeep/backups").await.says("Failed").says("is damaged");
        admin.get("/upkeep").await.says("The last drill failed");
        admin.post("/upkeep/drills", &[("key", "abc")]).await.is(422).says("Type the key, which begins with AGE-SECRET-KEY-1");
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn backups_are_made_by_the_clock_and_old_ones_go_after_a_success_only() {
    on_both(async |kit| {
        let (upkeep, place) = (upkeep(kit, MailSet::ByPage), tempfile::tempdir().unwrap());
        let mut admin = browser(kit, &upkeep, "administrator").await;
        planned(&mut admin, place.path()).await;
        let holder = Id::new();
        for _ in 0..3 {
            assert!(jobs::make_due(&upkeep, &kit.db, holder).await.unwrap(), "a day's backup is due");
            assert!(!jobs::make_due(&upkeep, &kit.db, holder).await.unwrap(), "once");
            kit.clock.pass_seconds(24 * 3_600);
        }
        assert_eq!(files(place.path()).len(), 2, "two are kept");
        kit.clock.pass_seconds(3 * 3_600);
        let rows = upkeep::health::rows(&upkeep, &kit.db).await.unwrap();
        assert_eq!(rows.iter().find(|row| row.part == "backup").unwrap().code, "overdue");

        let elsewhere = place.path().with_extension("away");
        std::fs::rename(place.path(), &elsewhere).unwrap();
        assert!(jobs::make_due(&upkeep, &kit.db, holder).await.unwrap());
        admin_reads(&kit.db, "is it mounted?").await;
        assert!(!jobs::make_due(&upkeep, &kit.db, holder).await.unwrap(), "a failed one rests for an hour");
        assert_eq!(files(&elsewhere).len(), 2, "old ones stay when the new one failed");
        std::fs::rename(&elsewhere, place.path()).unwrap();
        agrees(kit).await;
    })
    .await;
}

async fn admin_reads(db: &store::Db, error: &str) {
    let last = db.read(upkeep::backups).await.unwrap().remove(0);
    assert!(last.state == "failed" && last.error.as_deref().is_some_and(|said| said.contains(error)), "{last:?}");
}

#[tokio::test]
async fn what_a_killed_process_began_has_no_name_and_is_told() {
    on_both(async |kit| {
        let (upkeep, place) = (upkeep(kit, MailSet::ByPage), tempfile::tempdir().unwrap());
        let mut admin = browser(kit, &upkeep, "administrator").await;
        planned(&mut admin, place.path()).await;
        backed_up(&mut admin, kit, &upkeep).await;
        // A process that was killed leaves a row that runs, half a file under another name, and its archive in the data folder.
        let id = kit.write(upkeep::actions::ask_for_backup).await.unwrap();
        kit.write(move |tx| {
            tx.execute("update backups set state = 'running' where id = $1", store::params![id])?;
            let facts = serde_json::json!({ "state": "running" });
            tx.record(store::NewEvent { subject_kind: "backup", subject_id: id, kind: "backup.begun", facts }).map(drop)
        })
        .await
        .unwrap();
        std::fs::write(place.path().join(".hejnal-x.tar.gz.age.unfinished"), "half").unwrap();
        std::fs::write(kit.folder.path().join("copies/backup-x.tar.gz"), "secret").unwrap();
        assert!(!jobs::make_due(&upkeep, &kit.db, Id::new()).await.unwrap(), "its lease still holds");
        kit.clock.pass_seconds(121);
        assert!(!jobs::make_due(&upkeep, &kit.db, Id::new()).await.unwrap());
        admin_reads(&kit.db, "the program ended before").await;
        kit.clock.pass_seconds(121);
        admin.post("/upkeep/backups/now", &[]).await.is(200);
        assert!(jobs::make_due(&upkeep, &kit.db, Id::new()).await.unwrap());
        assert!(files(place.path()).iter().all(|name| name.ends_with(".age")), "half files are swept");
        assert_eq!(files(&kit.folder.path().join("copies")).len(), 0);
        agrees(kit).await;
    })
    .await;
}
