//! A device with passkeys made of a few lines (WebAuthn level 3, sections 6.1 and 6.5), for tests that need no browser.

use base::secret::{random, sha256};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};

/// Somebody is there, and the device knows who.
const PRESENT_AND_VERIFIED: u8 = 0b101;
/// A new key follows.
const WITH_KEY: u8 = 0b100_0000;

/// A device with one passkey.
pub struct Device {
    key: Vec<u8>,
    id: [u8; 16],
    user: String,
    /// How often it has signed.
    pub counter: u32,
    /// What it says of its owner.
    pub flags: u8,
    /// The site at which it believes to be.
    pub origin: &'static str,
}

fn part(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Device {
    /// A device without anything.
    pub fn new() -> Self {
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &SystemRandom::new()).unwrap().as_ref().to_vec();
        Self { key, id: random(), user: String::new(), counter: 0, flags: PRESENT_AND_VERIFIED, origin: "http://localhost:8311" }
    }

    fn pair(&self) -> EcdsaKeyPair {
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &self.key, &SystemRandom::new()).unwrap()
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let challenge = options["publicKey"]["challenge"].as_str().unwrap();
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string().into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        [sha256(b"localhost").as_slice(), &[flags], &self.counter.to_be_bytes()].concat()
    }

    /// Makes its passkey as these options ask.
    pub fn make(&mut self, options: &Value) -> Value {
        self.user = options["publicKey"]["user"]["id"].as_str().unwrap().to_owned();
        let (client, public) = (self.client("webauthn.create", options), self.pair().public_key().as_ref().to_vec());
        // COSE (RFC 9053, section 7.1.1): EC2, ES256, P-256, x and y.
        let key = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20], &public[1..33], &[0x22, 0x58, 0x20], &public[33..]].concat();
        let data = [self.data(self.flags | WITH_KEY).as_slice(), &[0; 16], &[0, 16], &self.id, &key].concat();
        let length = u8::try_from(data.len()).unwrap();
        let object = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(), &[length], &data].concat();
        let response = json!({ "attestationObject": part(&object), "clientDataJSON": part(&client), "transports": ["internal"] });
        json!({ "id": part(&self.id), "rawId": part(&self.id), "type": "public-key", "response": response, "extensions": {} })
    }

    /// Signs with its passkey what these options ask.
    pub fn sign(&mut self, options: &Value) -> Value {
        self.counter += 1;
        let (client, data) = (self.client("webauthn.get", options), self.data(self.flags));
        let signed = [data.as_slice(), &sha256(&client)].concat();
        let signature = self.pair().sign(&SystemRandom::new(), &signed).unwrap();
        let response = json!({
            "authenticatorData": part(&data), "clientDataJSON": part(&client), "signature": part(signature.as_ref()), "userHandle": self.user,
        });
        json!({ "id": part(&self.id), "rawId": part(&self.id), "type": "public-key", "response": response, "extensions": {} })
    }
}
