//! Seals what must come back as it was: secrets of apps, a form that waits, the password of the mail server.

use std::sync::Arc;

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::{Error, Result, secret};

/// Seals and opens with one key of the data folder: ChaCha20-Poly1305 (RFC 8439). The nonces are random: a city seals
/// a few thousand secrets at the most, so none comes twice.
#[derive(Clone)]
pub struct Seal(Arc<LessSafeKey>);

impl Seal {
    /// A seal with this 256-bit key.
    ///
    /// # Panics
    /// Never: the key has the length that the cipher asks for.
    pub fn new(key: &[u8; 32]) -> Self {
        Self(Arc::new(LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, key).expect("the key has 256 bits"))))
    }

    /// What can be opened only with the same key and the same `purpose`.
    ///
    /// # Errors
    /// [`Error::Internal`] when there is more than the cipher takes (256 GiB).
    pub fn close(&self, purpose: &[u8], open: &[u8]) -> Result<Vec<u8>> {
        let nonce: [u8; NONCE_LEN] = secret::random();
        let mut sealed = open.to_vec();
        let closed = self.0.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(purpose), &mut sealed);
        closed.map_err(|_| Error::internal("too much to be sealed"))?;
        Ok([&nonce, sealed.as_slice()].concat())
    }

    /// What was sealed for this `purpose`; `None` when it was not, or not by this key, or was changed.
    pub fn open(&self, purpose: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, rest) = sealed.split_first_chunk::<NONCE_LEN>()?;
        let mut rest = rest.to_vec();
        let open = self.0.open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(purpose), &mut rest).ok()?;
        Some(open.to_vec())
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_purpose_open_what_nobody_changed() {
        let seal = Seal::new(&[1; 32]);
        let sealed = seal.close(b"anna", b"secret").unwrap();
        assert_eq!(seal.open(b"anna", &sealed).as_deref(), Some(&b"secret"[..]));
        assert_ne!(sealed, seal.close(b"anna", b"secret").unwrap(), "a nonce of its own for each");
        assert_eq!(seal.open(b"ewa", &sealed), None);
        assert_eq!(Seal::new(&[2; 32]).open(b"anna", &sealed), None);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(seal.open(b"anna", &changed), None, "byte {at}");
        }
        assert_eq!(seal.open(b"anna", b"short"), None);
    }
}
