//! The cursor, replacement and removal, and the folder that is made anew when it cannot be trusted.

use std::{
    fs,
    path::{Path, PathBuf},
};

use base::{Error, Language};
use search::{Audiences, Document, Index, MAX_BATCH, MAX_NAME_BYTES, Subject};

use crate::{check, document, found, index_of, question};

fn filled(folder: &Path) {
    let index = Index::open(folder).unwrap();
    assert_eq!(index.cursor(), 0);
    index.change(&[document("lamp", "Latarnia nie świeci"), document("hole", "Dziura w jezdni")], &[], 41).unwrap();
    index.change(&[], &[Subject::new("service", "hole")], 42).unwrap();
    assert_eq!(index.cursor(), 42);
}

#[test]
fn documents_and_cursor_are_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let index = Index::open(folder.path()).unwrap();
    assert_eq!(index.cursor(), 42);
    assert_eq!(found(&index, "latarnie"), ["lamp"]);
    assert!(found(&index, "dziura").is_empty());
}

#[test]
fn a_cursor_moves_without_documents() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    Index::open(folder.path()).unwrap().change(&[], &[], 99).unwrap();
    assert_eq!(Index::open(folder.path()).unwrap().cursor(), 99);
}

const HALVES: [&str; 2] = ["public", "whole"];

/// What went wrong with a folder, and how to make it so.
struct Damage(&'static str, fn(&Path));

const DAMAGES: [Damage; 6] = [
    Damage("the list of segments is no JSON", |half| fs::write(half.join("meta.json"), "{").unwrap()),
    Damage("the list of files is no JSON", |half| fs::write(half.join(".managed.json"), "\0").unwrap()),
    Damage("a segment is cut short", |half| segments(half).iter().for_each(|file| fs::write(file, "").unwrap())),
    Damage("a segment is gone", |half| segments(half).iter().for_each(|file| fs::remove_file(file).unwrap())),
    Damage("everything is gone", |half| fs::remove_dir_all(half).unwrap()),
    Damage("one byte is another", |half| {
        for file in segments(half) {
            let mut bytes = fs::read(&file).unwrap();
            bytes[0] ^= 1;
            fs::write(&file, bytes).unwrap();
        }
    }),
];

fn segments(half: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(half).unwrap().map(|entry| entry.unwrap().path());
    let segments: Vec<_> = files.filter(|file| file.file_stem().is_some_and(|stem| stem.len() == 32)).collect();
    assert!(!segments.is_empty());
    segments
}

#[test]
fn a_damaged_folder_is_made_anew_with_cursor_zero() {
    for (half, Damage(what, damage)) in HALVES.iter().flat_map(|half| DAMAGES.iter().map(move |damage| (half, damage))) {
        let folder = tempfile::tempdir().unwrap();
        filled(folder.path());
        damage(&folder.path().join(half));
        let index = Index::open(folder.path()).unwrap();
        assert_eq!(index.cursor(), 0, "{half}: {what}");
        let staff = Audiences::staff([]);
        assert!(found(&index, "latarnia").is_empty() && index.search(&question("latarnia", &staff)).unwrap().is_empty(), "{half}: {what}");
        index.change(&[document("lamp", "Latarnia nie świeci")], &[], 7).unwrap();
        drop(index);
        let index = Index::open(folder.path()).unwrap();
        assert_eq!(index.cursor(), 7, "{half}: {what}");
        check(&index, "latarnia", "lamp");
    }
}

#[test]
fn an_index_of_another_version_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let meta = folder.path().join("whole/meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    let payload = text.split("\"payload\":").nth(1).unwrap().split('"').nth(1).unwrap();
    let (version, cursor) = payload.split_once(':').unwrap();
    let next = version.parse::<u32>().unwrap() + 1;
    fs::write(&meta, text.replace(payload, &format!("{next}:{cursor}"))).unwrap();
    assert_eq!(Index::open(folder.path()).unwrap().cursor(), 0);
}

#[test]
fn a_crash_between_the_halves_is_mended_by_seeing_the_journal_again() {
    let folder = tempfile::tempdir().unwrap();
    let (now, before) = (folder.path().join("now"), folder.path().join("before"));
    filled(&now);
    filled(&before);
    let (puts, removals) = ([document("new", "Nowe")], [Subject::new("service", "lamp")]);
    Index::open(&now).unwrap().change(&puts, &removals, 43).unwrap();
    fs::remove_dir_all(now.join("whole")).unwrap();
    fs::rename(before.join("whole"), now.join("whole")).unwrap();
    let index = Index::open(&now).unwrap();
    assert_eq!(index.cursor(), 42);
    index.change(&puts, &removals, 43).unwrap();
    let staff = Audiences::staff([]);
    for audiences in [&Audiences::public(), &staff] {
        assert_eq!(index.search(&question("nowe", audiences)).unwrap().len(), 1);
        assert!(index.search(&question("latarnia", audiences)).unwrap().is_empty());
    }
}

#[test]
fn a_load_from_the_start_that_was_cut_off_begins_anew() {
    let folder = tempfile::tempdir().unwrap();
    Index::open(folder.path()).unwrap().change(&[document("gone", "Usunięte w międzyczasie")], &[], 0).unwrap();
    let index = Index::open(folder.path()).unwrap();
    assert_eq!(index.cursor(), 0);
    assert!(found(&index, "usunięte").is_empty());
}

#[test]
fn files_of_others_in_the_folder_survive() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let [above, inside] = ["hejnal.db", "public/hejnal.db"].map(|name| folder.path().join(name));
    fs::write(&above, "everything").unwrap();
    fs::write(&inside, "everything").unwrap();
    fs::write(folder.path().join("public/meta.json"), "").unwrap();
    assert_eq!(Index::open(folder.path()).unwrap().cursor(), 0);
    assert!(above.exists() && inside.exists());
}

#[test]
fn a_folder_held_by_another_is_refused_and_not_emptied() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let first = Index::open(folder.path()).unwrap();
    assert!(matches!(Index::open(folder.path()), Err(Error::Unavailable(_))));
    check(&first, "latarnia", "lamp");
}

#[test]
fn a_change_that_the_disk_refuses_leaves_the_cursor_and_the_index_work_again() {
    let folder = tempfile::tempdir().unwrap();
    let (here, away) = (folder.path().join("index"), folder.path().join("away"));
    let index = Index::open(&here).unwrap();
    index.change(&[document("lamp", "Latarnia")], &[], 1).unwrap();
    fs::rename(&here, &away).unwrap();
    let refused = index.change(&[document("hole", "Dziura")], &[], 2);
    assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
    assert_eq!(index.cursor(), 1);
    fs::rename(&away, &here).unwrap();
    index.change(&[document("hole", "Dziura")], &[], 2).unwrap();
    check(&index, "dziura", "hole");
    check(&index, "latarnia", "lamp");
}

#[test]
fn a_document_replaces_its_older_self_in_its_language_only() {
    let in_english = Document { language: Language::En, ..document("lamp", "Broken streetlight") };
    let index = index_of(&[document("lamp", "Latarnia"), in_english]);
    index.change(&[document("lamp", "Lampa"), document("lamp", "Kinkiet")], &[], 2).unwrap();
    assert!(found(&index, "latarnia").is_empty());
    assert!(found(&index, "lampa").is_empty(), "the last of a batch holds");
    assert_eq!((found(&index, "kinkiet"), found(&index, "streetlights")), (vec!["lamp".to_owned()], vec!["lamp".to_owned()]));
}

#[test]
fn a_removal_takes_all_languages_and_comes_before_the_documents_of_its_batch() {
    let in_english = Document { language: Language::En, ..document("lamp", "Broken streetlight") };
    let index = index_of(&[document("lamp", "Latarnia"), in_english, document("hole", "Dziura")]);
    index.change(&[document("lamp", "Kinkiet")], &[Subject::new("service", "lamp")], 2).unwrap();
    assert!(found(&index, "latarnia").is_empty() && found(&index, "streetlight").is_empty());
    check(&index, "kinkiet", "lamp");
    check(&index, "dziura", "hole");
    index.change(&[], &[Subject::new("servic", "elamp"), Subject::new("street", "hole")], 3).unwrap();
    check(&index, "dziura", "hole");
}

#[test]
fn the_cursor_never_goes_back_except_by_clearing() {
    let index = index_of(&[document("lamp", "Latarnia")]);
    index.change(&[], &[], 10).unwrap();
    assert!(matches!(index.change(&[document("late", "Spóźnione")], &[], 9), Err(Error::Conflict(_))));
    index.change(&[document("again", "Ponownie")], &[], 10).unwrap();
    assert!(found(&index, "spóźnione").is_empty());
    index.clear().unwrap();
    assert_eq!(index.cursor(), 0);
    assert!(found(&index, "latarnia").is_empty());
}

#[test]
fn what_does_not_fit_is_refused_before_anything_is_written() {
    let index = index_of(&[document("lamp", "Latarnia")]);
    let refused = |puts: &[Document], removals: &[Subject]| matches!(index.change(puts, removals, 2), Err(Error::Invalid(_)));
    assert!(refused(&[document("new", "Nowe"), document(&"k".repeat(MAX_NAME_BYTES + 1), "Długi klucz")], &[]));
    assert!(refused(&[document("", "Bez klucza")], &[]) && refused(&[document("a\0b", "NUL")], &[]));
    assert!(refused(&[], &vec![Subject::new("service", "x"); MAX_BATCH + 1]));
    assert_eq!(index.cursor(), 1);
    assert!(found(&index, "nowe").is_empty());
}
