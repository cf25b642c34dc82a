//! What a restore refuses, and what it leaves when it did not come to its end.

use std::{fs, path::PathBuf};

use store::{Db, backup, restore};
use testkit::Engine;

use crate::{
    archives::{altered, altered_manifest, city, restored},
    common::{Place, sentence},
};

#[tokio::test]
async fn an_archive_that_was_altered_is_refused_by_name_and_leaves_nothing() {
    let (here, db, folder) = city(Engine::Sqlite).await;
    let archive = here.home.path().join("a.tar.gz");
    backup(&db, &folder, &archive, |_| ()).await.unwrap();
    let spoil = |name: &'static str| {
        altered(&archive, move |path, mut content| {
            if path == name {
                content[20] ^= 1;
            }
            Some(content)
        })
    };
    let target = Place::new(Engine::Sqlite);
    let refused = async |archive: PathBuf| sentence(restore(&target.folder(), target.options(), &archive, |_| ()).await);
    assert!(refused(spoil("tables/events.jsonl")).await.contains("table events is not as it was written"));
    assert!(refused(spoil("files/2026/zdjęcie.jpg")).await.contains("files in files"));
    let without = altered(&archive, |path, content| (path != "tables/units.jsonl").then_some(content));
    assert!(refused(without).await.contains("table units is missing"));
    let headless = altered(&archive, |path, content| (path != "manifest.json").then_some(content));
    assert!(refused(headless).await.contains("no manifest"));
    let bytes = fs::read(&archive).unwrap();
    let cut = archive.with_extension("cut");
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert!(refused(cut).await.contains("damaged or cut off"));
    assert!(!target.folder().database().exists(), "nothing was begun");
}

#[tokio::test]
async fn an_archive_of_a_newer_program_is_refused() {
    let (here, db, folder) = city(Engine::Sqlite).await;
    let archive = here.home.path().join("a.tar.gz");
    backup(&db, &folder, &archive, |_| ()).await.unwrap();
    let target = Place::new(Engine::Sqlite);
    let refused = async |archive: PathBuf| sentence(restore(&target.folder(), target.options(), &archive, |_| ()).await);
    let newer = altered_manifest(&archive, "\"format\": 1", "\"format\": 2");
    assert!(refused(newer).await.contains("restore it with a newer Hejnał"));
    let later = altered_manifest(&archive, "\"0001_journal\"", "\"9999_later\"");
    assert!(refused(later).await.contains("it has migration 9999_later"));
}

#[tokio::test]
async fn a_restore_goes_only_into_an_empty_place() {
    let (here, db, folder) = city(Engine::Sqlite).await;
    let archive = here.home.path().join("a.tar.gz");
    backup(&db, &folder, &archive, |_| ()).await.unwrap();
    assert!(sentence(backup(&db, &folder, &archive, |_| ()).await).contains("is there already"));
    for engine in Engine::ALL {
        let taken = Place::new(engine);
        taken.make().await.close();
        let why = sentence(restore(&taken.folder(), taken.options(), &archive, |_| ()).await);
        assert!(why.contains("needs an empty database"), "{why}");
    }
    let taken = Place::new(Engine::Sqlite);
    taken.folder().key("links").unwrap();
    let why = sentence(restore(&taken.folder(), taken.options(), &archive, |_| ()).await);
    assert!(why.contains("needs an empty data folder") && why.contains("keys"), "{why}");
}

#[tokio::test]
async fn a_restore_that_did_not_finish_is_not_taken_for_the_city() {
    let (here, db, folder) = city(Engine::Sqlite).await;
    let archive = here.home.path().join("a.tar.gz");
    let manifest = backup(&db, &folder, &archive, |_| ()).await.unwrap();
    for engine in Engine::ALL {
        let place = Place::new(engine);
        let (home, options) = (place.folder(), place.options());
        let broken = tokio::spawn({
            let archive = archive.clone();
            async move { restore(&home, options, &archive, |rows| assert!(rows < 1_000, "the machine stops here")).await.map(drop) }
        });
        assert!(broken.await.unwrap_err().is_panic());
        assert!(sentence(place.open().await).contains("was not finished"), "{engine:?}");
        assert!(sentence(Db::open_and_migrate(&place.folder(), place.options()).await).contains("was not finished"));
        assert!(sentence(restore(&place.folder(), place.options(), &archive, |_| ()).await).contains("empty"));
        let cleared = Place::new(engine);
        let (second, _) = restored(&cleared, &archive).await;
        assert_eq!(second, manifest);
    }
}

#[tokio::test]
async fn rows_that_come_back_otherwise_than_the_manifest_says_are_noticed_in_the_end() {
    let (here, db, folder) = city(Engine::Sqlite).await;
    let archive = here.home.path().join("a.tar.gz");
    let manifest = backup(&db, &folder, &archive, |_| ()).await.unwrap();
    let was = manifest.tables.iter().find(|table| table.name == "cursors").unwrap().sha256.clone();
    // Another order, with a manifest that agrees: the archive is in itself right, the database gives it back otherwise.
    let is = std::cell::RefCell::new(String::new());
    let turned = altered(&archive, |path, content| match path {
        "tables/cursors.jsonl" => {
            let turned: Vec<u8> = content.split_inclusive(|byte| *byte == b'\n').rev().flatten().copied().collect();
            *is.borrow_mut() = base::secret::sha256(&turned).iter().map(|byte| format!("{byte:02x}")).collect();
            Some(turned)
        }
        "manifest.json" => Some(String::from_utf8(content).unwrap().replace(&was, &is.borrow()).into_bytes()),
        _ => Some(content),
    });
    let target = Place::new(Engine::Sqlite);
    let why = sentence(restore(&target.folder(), target.options(), &turned, |_| ()).await);
    assert!(why.contains("table cursors came out of the restore otherwise"), "{why}");
    assert!(sentence(target.open().await).contains("was not finished"));
}
