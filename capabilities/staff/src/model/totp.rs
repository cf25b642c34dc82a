//! Codes of an app (TOTP, RFC 6238): SHA-1, steps of 30 seconds, six digits, as every such app understands them.

use base::Moment;
use ring::hmac;

/// Seconds for which one code is shown (RFC 6238, section 4.1).
const STEP_SECONDS: i64 = 30;
/// Steps before and after the present one whose codes are taken too: clocks differ, people type slowly (section 5.2).
const STEPS_ASIDE: i64 = 1;
/// Bytes of a secret: the length of SHA-1, as RFC 4226 section 4 recommends.
pub const SECRET_BYTES: usize = 20;
/// Letters of base32 (RFC 4648, section 6).
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What the app and the city share.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; SECRET_BYTES]);

impl TotpSecret {
    /// A secret of these random bytes.
    pub fn new(bytes: [u8; SECRET_BYTES]) -> Self {
        Self(bytes)
    }

    /// What is sealed and kept.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// As letters for typing by hand, in groups of four.
    pub fn text(&self) -> String {
        let letters = base32(&self.0);
        letters.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(" ")
    }

    /// The address that an app reads from the QR code (Google's key URI format): `otpauth://totp/City:login?secret=…`.
    pub fn uri(&self, city: &str, login: &str) -> String {
        let (city, login) = (escaped(city), escaped(login));
        format!("otpauth://totp/{city}:{login}?secret={}&issuer={city}&algorithm=SHA1&digits=6&period={STEP_SECONDS}", base32(&self.0))
    }

    /// The code at `now`, as the app shows it.
    pub fn code(&self, now: Moment) -> String {
        format!("{:06}", self.number(step(now)))
    }

    /// The step of this code, if it is taken at `now`: one of the steps around the present one, and later than `last_step`,
    /// so that no code is taken twice (RFC 6238, section 5.2). Spaces in it do not matter.
    pub fn taken(&self, code: &str, now: Moment, last_step: i64) -> Option<i64> {
        let typed: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
        let fits = |step: &i64| base::secret::same(format!("{:06}", self.number(*step)).as_bytes(), typed.as_bytes());
        let present = step(now);
        (present - STEPS_ASIDE..=present + STEPS_ASIDE).filter(|step| *step > last_step).find(fits)
    }

    /// HOTP of the step (RFC 4226, section 5.3), six digits.
    fn number(&self, step: i64) -> u32 {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0);
        let tag = hmac::sign(&key, &step.to_be_bytes());
        let digest = tag.as_ref();
        let offset = usize::from(digest[digest.len() - 1] & 15);
        let four: [u8; 4] = digest[offset..offset + 4].try_into().expect("the offset is at most 15 of 20");
        (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000
    }
}

impl TryFrom<&[u8]> for TotpSecret {
    type Error = base::Error;

    fn try_from(bytes: &[u8]) -> base::Result<Self> {
        bytes.try_into().map(Self).map_err(|_| base::Error::internal("a secret of codes has another length"))
    }
}

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

fn step(now: Moment) -> i64 {
    now.0.div_euclid(Moment::SECOND).div_euclid(STEP_SECONDS)
}

/// Base32 without padding (RFC 4648, section 6).
pub(super) fn base32(bytes: &[u8]) -> String {
    let (mut text, mut held, mut bits) = (String::new(), 0_u32, 0);
    for byte in bytes {
        held = (held << 8 | u32::from(*byte)) & 0xffff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(BASE32[(held >> bits & 31) as usize]));
        }
    }
    if bits > 0 {
        text.push(char::from(BASE32[(held << (5 - bits) & 31) as usize]));
    }
    text
}

/// As a part of an address (RFC 3986, section 2.1).
fn escaped(text: &str) -> String {
    let letter = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment(seconds * Moment::SECOND)
    }

    fn rfc() -> TotpSecret {
        TotpSecret::new(*b"12345678901234567890")
    }

    #[test]
    fn codes_are_those_of_the_rfc() {
        // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(rfc().code(at(seconds)), code, "{seconds}");
        }
    }

    #[test]
    fn a_code_holds_one_step_around_and_once() {
        let (secret, now) = (rfc(), at(1_234_567_890));
        let code = secret.code(now);
        for (later, taken) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            assert_eq!(secret.taken(&code, now.plus_seconds(later), 0).is_some(), taken, "{later}");
        }
        let used = secret.taken("005 924", now, 0).unwrap();
        assert_eq!(secret.taken(&code, now, used), None, "a used step is never taken again");
        assert_eq!(secret.taken(&secret.code(now.plus_seconds(-30)), now, used), None, "nor one before it");
        assert!(secret.taken(&secret.code(now.plus_seconds(30)), now, used).is_some());
        for wrong in ["", "5924", "0005924", "00592a", "٠٠٥٩٢٤"] {
            assert_eq!(secret.taken(wrong, now, 0), None, "{wrong}");
        }
    }

    #[test]
    fn the_secret_is_written_for_people_and_for_apps() {
        assert_eq!(rfc().text(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            rfc().uri("Lipogród", "anna.k"),
            "otpauth://totp/Lipogr%C3%B3d:anna.k?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lipogr%C3%B3d&algorithm=SHA1&digits=6&period=30"
        );
        // RFC 4648, section 10.
        for (bytes, letters) in [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB")] {
            assert_eq!(base32(bytes.as_bytes()), letters);
        }
    }
}
