//! Seals secrets that the city must be able to use again, such as the password of the mail server.

use base::{Error, Result};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use store::Folder;

/// The key's name in the data folder.
const KEY: &str = "upkeep";

/// The seal of the data folder's key, for words.
pub struct Seal(base::Seal);

impl Seal {
    /// The seal of this data folder.
    ///
    /// # Errors
    /// As [`Folder::key`].
    pub fn of(folder: &Folder) -> Result<Self> {
        Ok(Self(base::Seal::new(&folder.key(KEY)?)))
    }

    /// Seals `secret`; it opens for the same purpose only.
    ///
    /// # Errors
    /// [`Error::Internal`] when it is too long to be sealed.
    pub fn close(&self, purpose: &str, secret: &str) -> Result<String> {
        Ok(URL_SAFE_NO_PAD.encode(self.0.close(purpose.as_bytes(), secret.as_bytes())?))
    }

    /// Opens what [`Seal::close`] made.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it was sealed with another key, or changed.
    pub fn open(&self, purpose: &str, sealed: &str) -> Result<String> {
        let opened = URL_SAFE_NO_PAD.decode(sealed).ok().and_then(|sealed| self.0.open(purpose.as_bytes(), &sealed));
        let words = opened.and_then(|opened| String::from_utf8(opened).ok());
        words.ok_or_else(|| Error::Unavailable("a sealed secret does not open: keys/upkeep is not the key it was sealed with".into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_opens_for_its_purpose_with_its_key_only() {
        let (home, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let seal = Seal::of(&Folder::open(home.path()).unwrap()).unwrap();
        let sealed = seal.close("mail", "tajne").unwrap();
        assert!(!sealed.contains("tajne") && sealed != seal.close("mail", "tajne").unwrap());
        assert_eq!(seal.open("mail", &sealed).unwrap(), "tajne");
        assert!(seal.open("webhook", &sealed).is_err() && seal.open("mail", "x").is_err());
        assert!(Seal::of(&Folder::open(other.path()).unwrap()).unwrap().open("mail", &sealed).is_err());
    }
}
