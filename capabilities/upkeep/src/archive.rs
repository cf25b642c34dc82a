//! Encrypted backups: age files (age-encryption.org/v1) to one X25519 recipient, which any `age` program opens.
//!
//! The city holds the recipient only: whoever takes the machine can make backups and read none.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufReader, BufWriter, Read, Write},
    iter,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use age::{Decryptor, Encryptor, secrecy::ExposeSecret, x25519};
use base::{Error, Result};
use sha2::{Digest, Sha256};

/// How every age file begins.
const BEGINNING: &[u8] = b"age-encryption.org/";
/// Bytes that are read at once.
const PIECE: usize = 64 * 1024;

/// A pair of keys: the secret one is shown once and kept nowhere.
pub struct Recovery {
    /// What opens backups: `AGE-SECRET-KEY-1…`.
    pub secret: String,
    /// What they are encrypted to: `age1…`.
    pub recipient: String,
}

/// What is known of an encrypted file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its length.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Makes a recovery key.
pub fn new_key() -> Recovery {
    let identity = x25519::Identity::generate();
    Recovery { secret: identity.to_string().expose_secret().to_owned(), recipient: identity.to_public().to_string() }
}

/// The secret in `key`: itself, or the line of a file as `age-keygen` writes it.
fn secret(key: &str) -> Option<x25519::Identity> {
    key.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'))?.parse().ok()
}

/// Whether this can be a recovery key.
pub fn is_key(key: &str) -> bool {
    secret(key).is_some()
}

/// Whether the file is encrypted.
pub fn is_encrypted(path: &Path) -> bool {
    let mut start = [0; BEGINNING.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == BEGINNING
}

/// Encrypts `plain` to `target`, which has its name only when it is whole, on disk, and was read back.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence; then there is no file at `target`.
pub fn encrypt(plain: &Path, target: &Path, recipient: &str) -> Result<Sealed> {
    let unwritten = |e: io::Error| Error::Unavailable(format!("the backup {} cannot be written: {e}", target.display()));
    let recipient: x25519::Recipient =
        recipient.parse().map_err(|why: &str| Error::Unavailable(format!("the recovery key's recipient: {why}")))?;
    let unfinished = Unfinished(unfinished(target));
    let written = write(plain, &unfinished.0, &recipient).map_err(unwritten)?;
    if sum(&unfinished.0).map_err(unwritten)? != written {
        return Err(Error::Unavailable(format!(
            "the backup {} reads otherwise than it was written: the medium is faulty",
            target.display()
        )));
    }
    fs::rename(&unfinished.0, target).map_err(unwritten)?;
    File::open(target.parent().unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all()).map_err(unwritten)?;
    Ok(written)
}

/// Where a file grows until it is whole.
fn unfinished(target: &Path) -> PathBuf {
    target.with_file_name(format!(".{}.unfinished", target.file_name().unwrap_or_default().to_string_lossy()))
}

/// A file that is not whole yet; removed when nobody finishes it.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the rename nothing is there any more.
        drop(fs::remove_file(&self.0));
    }
}

fn write(plain: &Path, path: &Path, recipient: &x25519::Recipient) -> io::Result<Sealed> {
    let mut plain = BufReader::with_capacity(PIECE, File::open(plain)?);
    let file = OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(path)?;
    let out = Summing { to: BufWriter::new(file), bytes: 0, hash: Sha256::new() };
    let encryptor = Encryptor::with_recipients(iter::once(recipient as _)).map_err(io::Error::other)?;
    let mut writer = encryptor.wrap_output(out)?;
    io::copy(&mut plain, &mut writer)?;
    let out = writer.finish()?;
    let sealed = Sealed { bytes: out.bytes, sha256: hex(&out.hash.finalize()) };
    out.to.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(sealed)
}

/// Counts what goes through.
struct Summing<W> {
    to: W,
    bytes: u64,
    hash: Sha256,
}

impl<W: Write> Write for Summing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.to.write(bytes)?;
        self.hash.update(&bytes[..taken]);
        self.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn sum(path: &Path) -> io::Result<Sealed> {
    let mut out = Summing { to: io::sink(), bytes: 0, hash: Sha256::new() };
    io::copy(&mut BufReader::with_capacity(PIECE, File::open(path)?), &mut out)?;
    Ok(Sealed { bytes: out.bytes, sha256: hex(&out.hash.finalize()) })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Decrypts `source` with the recovery key into `target`, which must not exist; the whole file is authenticated. `key` is the
/// secret, or the text of a file as `age-keygen` writes it.
///
/// # Errors
/// [`Error::Invalid`] on `key` when the key has another shape or is not the file's; [`Error::Unavailable`] when the file is
/// damaged, with a sentence.
pub fn decrypt(source: &Path, key: &str, target: &Path) -> Result<()> {
    let wrong = || Error::invalid("key", "upkeep-key-wrong");
    let identity = secret(key).ok_or_else(wrong)?;
    let damaged = |why: &dyn std::fmt::Display| Error::Unavailable(format!("the backup {} is damaged: {why}", source.display()));
    let file = File::open(source).map_err(|e| Error::Unavailable(format!("the backup {} cannot be read: {e}", source.display())))?;
    let decryptor = Decryptor::new_buffered(BufReader::with_capacity(PIECE, file)).map_err(|why| damaged(&why))?;
    let mut plain = match decryptor.decrypt(iter::once(&identity as _)) {
        Err(age::DecryptError::NoMatchingKeys) => return Err(wrong()),
        opened => opened.map_err(|why| damaged(&why))?,
    };
    let unfinished = Unfinished(unfinished(target));
    let open = OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(&unfinished.0);
    let unwritten = |e: io::Error| Error::Unavailable(format!("{} cannot be written: {e}", target.display()));
    io::copy(&mut plain, &mut open.map_err(unwritten)?).map_err(|why| damaged(&why))?;
    fs::rename(&unfinished.0, target).map_err(unwritten)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_opens_with_its_key_only_and_a_spoiled_one_not_at_all() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        let words = "Dziura przy klatce. ".repeat(10_000);
        fs::write(at("plain"), &words).unwrap();
        let (key, other) = (new_key(), new_key());
        let sealed = encrypt(&at("plain"), &at("sealed.age"), &key.recipient).unwrap();
        let bytes = fs::read(at("sealed.age")).unwrap();
        assert_eq!((sealed.bytes, is_encrypted(&at("sealed.age")), is_encrypted(&at("plain"))), (bytes.len() as u64, true, false));
        assert!(!bytes.windows(6).any(|window| window == b"Dziura"), "nothing of it can be read");
        assert!(matches!(decrypt(&at("sealed.age"), &other.secret, &at("x")), Err(Error::Invalid(_))));
        assert!(matches!(decrypt(&at("sealed.age"), "abc", &at("x")), Err(Error::Invalid(_))));
        decrypt(&at("sealed.age"), &format!("# created: today\n{}\n", key.secret), &at("x")).unwrap();
        assert_eq!(fs::read_to_string(at("x")).unwrap(), words);
        for place in [bytes.len() / 2, bytes.len() - 1] {
            let mut spoiled = bytes.clone();
            spoiled[place] ^= 1;
            fs::write(at("spoiled.age"), spoiled).unwrap();
            assert!(matches!(decrypt(&at("spoiled.age"), &key.secret, &at("y")), Err(Error::Unavailable(_))));
            fs::write(at("short.age"), &bytes[..place]).unwrap();
            assert!(decrypt(&at("short.age"), &key.secret, &at("y")).is_err());
            assert!(!at("y").exists() && !at(".y.unfinished").exists(), "half a file has no name");
        }
    }
}
