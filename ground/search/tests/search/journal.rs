//! The cursor, replacement and removal, and the folder that is made anew when it cannot be trusted.

use std::{fs, path::Path};

use base::{Error, Language};
use search::{Document, Index, MAX_BATCH, MAX_NAME_BYTES, Subject};

use crate::{check, document, found, index_of};

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

#[test]
fn a_damaged_folder_is_made_anew_with_cursor_zero() {
    let damages: [(&str, fn(&Path)); 5] = [
        ("the list of segments is no JSON", |folder| fs::write(folder.join("meta.json"), "{").unwrap()),
        ("the list of files is no JSON", |folder| fs::write(folder.join(".managed.json"), "\0").unwrap()),
        ("a segment is cut short", |folder| segments(folder).iter().for_each(|file| fs::write(file, "").unwrap())),
        ("a segment is gone", |folder| segments(folder).iter().for_each(|file| fs::remove_file(file).unwrap())),
        ("one byte is another", |folder| {
            for file in segments(folder) {
                let mut bytes = fs::read(&file).unwrap();
                bytes[0] ^= 1;
                fs::write(&file, bytes).unwrap();
            }
        }),
    ];
    for (what, damage) in damages {
        let folder = tempfile::tempdir().unwrap();
        filled(folder.path());
        damage(folder.path());
        let index = Index::open(folder.path()).unwrap();
        assert_eq!(index.cursor(), 0, "{what}");
        assert!(found(&index, "latarnia").is_empty(), "{what}");
        index.change(&[document("lamp", "Latarnia nie świeci")], &[], 7).unwrap();
        drop(index);
        let index = Index::open(folder.path()).unwrap();
        assert_eq!(index.cursor(), 7, "{what}");
        check(&index, "latarnia", "lamp");
    }
}

fn segments(folder: &Path) -> Vec<std::path::PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let segments: Vec<_> = files.filter(|file| file.file_stem().is_some_and(|stem| stem.len() == 32)).collect();
    assert!(!segments.is_empty());
    segments
}

#[test]
fn an_index_of_another_version_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let meta = folder.path().join("meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    let (old, new) = (":42\"", ":42 of another time\"");
    assert!(text.contains(old));
    fs::write(&meta, text.replace(old, new)).unwrap();
    assert_eq!(Index::open(folder.path()).unwrap().cursor(), 0);
}

#[test]
fn files_of_others_in_the_folder_survive() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hejnal.db"), "everything").unwrap();
    filled(folder.path());
    fs::write(folder.path().join("meta.json"), "").unwrap();
    Index::open(folder.path()).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("hejnal.db")).unwrap(), "everything");
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
