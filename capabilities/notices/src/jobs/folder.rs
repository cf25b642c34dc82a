//! Mail as files, for the demo: each is whole or not there.

use std::{
    fs::{self, File},
    io::Write,
    path::Path,
};

use super::{Delivery, Letter, Undelivered};

/// Writes the letter into `folder` under its own name; once more over the same file.
pub(crate) async fn put(folder: &Path, letter: &Letter) -> Delivery {
    let (folder, letter) = (folder.to_owned(), letter.clone());
    let failed = |fault: String| Undelivered::Later(format!("the mail folder cannot be written: {fault}"));
    match tokio::task::spawn_blocking(move || write(&folder, &letter)).await {
        Ok(written) => written.map_err(|fault| failed(fault.to_string())),
        Err(fault) => Err(failed(fault.to_string())),
    }
}

fn write(folder: &Path, letter: &Letter) -> std::io::Result<()> {
    let part = folder.join(format!(".{}.part", letter.file_name));
    let mut file = File::create(&part)?;
    file.write_all(&letter.bytes)?;
    file.sync_all()?;
    fs::rename(&part, folder.join(&letter.file_name))?;
    File::open(folder)?.sync_all()
}
