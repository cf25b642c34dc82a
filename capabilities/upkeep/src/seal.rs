//! Seals secrets that the city must be able to use again, such as the password of the mail server.

use base::{Error, Result, secret};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use store::Folder;

/// The key's name in the data folder.
const KEY: &str = "upkeep";

/// ChaCha20-Poly1305 (RFC 8439) with a key of the data folder, and a random nonce for each secret: a city seals a few
/// thousand at the most, so none comes twice.
pub struct Seal(LessSafeKey);

impl Seal {
    /// The seal of this data folder.
    ///
    /// # Errors
    /// As [`Folder::key`].
    pub fn of(folder: &Folder) -> Result<Self> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &folder.key(KEY)?).map_err(|_| Error::internal("a key of 256 bits"))?;
        Ok(Self(LessSafeKey::new(key)))
    }

    /// Seals `secret`; it opens for the same purpose only.
    ///
    /// # Errors
    /// [`Error::Internal`] when it is too long to be sealed.
    pub fn close(&self, purpose: &str, secret: &str) -> Result<String> {
        let nonce = secret::random::<NONCE_LEN>();
        let mut bytes = secret.as_bytes().to_vec();
        let sealed = self.0.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(purpose.as_bytes()), &mut bytes);
        sealed.map_err(|_| Error::internal("a secret that is too long"))?;
        Ok(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &bytes].concat()))
    }

    /// Opens what [`Seal::close`] made.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it was sealed with another key, or changed.
    pub fn open(&self, purpose: &str, sealed: &str) -> Result<String> {
        let refused = || Error::Unavailable("a sealed secret does not open: keys/upkeep is not the key it was sealed with".into());
        let mut bytes = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| refused())?;
        let (nonce, rest) = bytes.split_at_mut_checked(NONCE_LEN).ok_or_else(refused)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| refused())?;
        let opened = self.0.open_in_place(nonce, Aad::from(purpose.as_bytes()), rest).map_err(|_| refused())?;
        String::from_utf8(opened.to_vec()).map_err(|_| refused())
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
