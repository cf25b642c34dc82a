//! Randomness, digests and signatures.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::{Error, Result};

/// `N` random bytes from the system.
///
/// # Panics
/// When the system gives no randomness: nothing safe can be done then.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives randomness");
    bytes
}

/// A random token of 256 bits in 43 URL-safe letters.
pub fn token() -> String {
    URL_SAFE_NO_PAD.encode(random::<32>())
}

/// SHA-256 of `bytes`: what we keep of a token.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Equal, in a time that does not tell where they differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

/// Signs links that open private pages; the key lies in the data folder with mode 0600.
#[derive(Clone)]
pub struct Signer(Hmac<Sha256>);

impl Signer {
    /// A signer with this 256-bit key.
    pub fn new(key: &[u8; 32]) -> Self {
        Self(Hmac::new_from_slice(key).expect("HMAC takes a key of any length"))
    }

    /// The signature of `message` for one `purpose`: 128 bits of HMAC-SHA256 in 22 URL-safe letters.
    pub fn sign(&self, purpose: &str, message: &str) -> String {
        let mut mac = self.0.clone();
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(message.as_bytes());
        URL_SAFE_NO_PAD.encode(&mac.finalize().into_bytes()[..16])
    }

    /// Whether `signature` is ours.
    ///
    /// # Errors
    /// [`Error::NotFound`]: a link with a wrong signature leads nowhere.
    pub fn check(&self, purpose: &str, message: &str, signature: &str) -> Result<()> {
        if same(self.sign(purpose, message).as_bytes(), signature.as_bytes()) { Ok(()) } else { Err(Error::NotFound) }
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_purpose_and_message_only() {
        let signer = Signer::new(&[7; 32]);
        let signature = signer.sign("report", "1");
        assert!(signer.check("report", "1", &signature).is_ok());
        assert!(signer.check("report", "2", &signature).is_err());
        assert!(signer.check("follow", "1", &signature).is_err());
        assert!(Signer::new(&[8; 32]).check("report", "1", &signature).is_err());
    }
}
