//! A city worth a backup, and archives that somebody has altered.

use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
};

use base::{Id, Moment};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use store::{Db, Folder, Manifest, params, restore};
use testkit::Engine;

use crate::common::{Place, told, write};

/// Changes the entries of an archive: the path and the content, which may be dropped.
pub fn altered(archive: &Path, change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> PathBuf {
    let target = archive.with_extension("altered");
    let mut from = tar::Archive::new(GzDecoder::new(fs::File::open(archive).unwrap()));
    let mut to = tar::Builder::new(GzEncoder::new(fs::File::create(&target).unwrap(), Compression::fast()));
    for entry in from.entries().unwrap() {
        let mut entry = entry.unwrap();
        let path = entry.path().unwrap().to_str().unwrap().to_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        let Some(content) = change(&path, content) else { continue };
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        to.append_data(&mut header, &path, content.as_slice()).unwrap();
    }
    to.into_inner().unwrap().finish().unwrap().flush().unwrap();
    target
}

/// As [`altered`], with one word for another in the manifest.
pub fn altered_manifest(archive: &Path, from: &str, to: &str) -> PathBuf {
    altered(archive, |path, content| {
        if path != "manifest.json" {
            return Some(content);
        }
        let text = String::from_utf8(content).unwrap();
        assert!(text.contains(from), "{text}");
        Some(text.replacen(from, to, 1).into_bytes())
    })
}

/// A city with rows of every kind of value, files, keys and mail.
pub async fn city(engine: Engine) -> (Place, Db, Folder) {
    let place = Place::new(engine);
    let folder = place.folder();
    let db = Db::open_and_migrate(&folder, place.options()).await.unwrap();
    let (unit, account) = (Id::new(), Id::new());
    write(&db, move |tx| {
        tx.execute(
            "insert into streets (id, key, prefix, name, name_where) values ($1, 'a', 'ul.', 'Żółta', 'przy ul. Żółtej')",
            params![unit],
        )?;
        tx.execute(
            "insert into units (id, key, name, short, controller, active) values ($1, 'zdm', $2, 'ZDM', 'city', $3)",
            params![unit, serde_json::json!({ "uk": "Ї", "pl": "Zarząd", "zz": [1.0, 0.1, -0.0, null] }), true],
        )?;
        tx.execute(
            "insert into accounts (id, login, name, unit_id, permissions, active, created_at, failures, locked_until)
             values ($1, 'ada', 'Ada', $2, '[]', $3, $4, 0, 0)",
            params![account, unit, false, Moment(i64::MAX)],
        )?;
        let hash: Vec<u8> = (0..=255).collect();
        tx.execute(
            "insert into sessions (token_hash, account_id, created_at, used_at, ends_at) values ($1, $2, 1, 2, 3)",
            params![hash, account],
        )
    })
    .await
    .unwrap();
    // More than one chunk, and texts that engines sort differently.
    write(&db, |tx| (0..1_200).try_for_each(|_| tx.record(told(Id::new())).map(drop))).await.unwrap();
    for name in ["z", "Z", "ą", "a", "Ł", "l", "ґ", "", " "] {
        write(&db, move |tx| tx.execute("insert into cursors (name, position) values ($1, 7)", params![name])).await.unwrap();
    }
    while store::journal::relay(&db, Id::new()).await.unwrap() > 0 {
        place.clock.pass_seconds(60);
    }
    fs::create_dir_all(folder.path().join("files/2026")).unwrap();
    fs::write(folder.path().join("files/2026/zdjęcie.jpg"), vec![7; 100_000]).unwrap();
    fs::write(folder.path().join("mail/empty"), b"").unwrap();
    folder.key("links").unwrap();
    (place, db, folder)
}

pub async fn restored(place: &Place, archive: &Path) -> (Manifest, Db) {
    let manifest = restore(&place.folder(), place.options(), archive, |_| ()).await.unwrap();
    (manifest, place.open().await.unwrap())
}
