//! Files lie in the data folder under their names, and nowhere else.

use std::sync::Mutex;

use base::Error;
use files::Files;
use store::Folder;

async fn names(files: &Files, below: &str) -> Vec<String> {
    let found = Mutex::new(Vec::new());
    let look = |file: files::Stored| {
        found.lock().unwrap().push(file.name);
        async { Ok(()) }
    };
    files.each(below, look).await.unwrap();
    let mut found = found.into_inner().unwrap();
    found.sort();
    found
}

async fn keeps_and_removes(files: &Files) {
    files.put("photos/a/whole.jpg", b"one".to_vec()).await.unwrap();
    files.put("photos/a/small.jpg", b"two".to_vec()).await.unwrap();
    files.put("photos/ab/whole.jpg", b"three".to_vec()).await.unwrap();
    assert_eq!(files.get("photos/a/small.jpg").await.unwrap().as_ref(), b"two");
    assert!(files.has("photos/a/whole.jpg").await.unwrap() && !files.has("photos/b/whole.jpg").await.unwrap());
    assert_eq!(names(files, "photos/a").await, ["photos/a/small.jpg", "photos/a/whole.jpg"], "a name is no beginning of another");

    files.remove_below("photos/a").await.unwrap();
    files.remove("photos/a/whole.jpg").await.unwrap();
    assert_eq!(names(files, "photos").await, ["photos/ab/whole.jpg"]);
    assert!(matches!(files.get("photos/a/whole.jpg").await, Err(Error::NotFound)));
}

#[tokio::test]
async fn what_was_stored_comes_back_until_it_is_removed() {
    keeps_and_removes(&Files::in_memory()).await;
    let home = tempfile::tempdir().unwrap();
    keeps_and_removes(&Files::open(&Folder::open(home.path()).unwrap()).unwrap()).await;
    assert_eq!(std::fs::read(home.path().join("files/photos/ab/whole.jpg")).unwrap(), b"three");
    assert!(!home.path().join("files/photos/a").exists(), "an empty folder is removed");
}

#[tokio::test]
async fn no_name_leads_out_of_the_folder() {
    let home = tempfile::tempdir().unwrap();
    let files = Files::open(&Folder::open(home.path()).unwrap()).unwrap();
    for name in ["../keys/links", "photos/../../keys/links", "photos//a"] {
        assert!(matches!(files.get(name).await, Err(Error::Internal(_))), "{name}");
        assert!(files.put(name, Vec::new()).await.is_err(), "{name}");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_written_is_told_of() {
    let home = tempfile::tempdir().unwrap();
    let files = Files::open(&Folder::open(home.path()).unwrap()).unwrap();
    std::fs::write(home.path().join("files/photos"), b"in the way").unwrap();
    assert!(matches!(files.put("photos/a", b"x".to_vec()).await, Err(Error::Unavailable(_))));
}
