//! A QR code as inline SVG: drawn here, so that no other server ever sees a secret.

use std::fmt::Write as _;

use base::{Error, Result};
use qrcode::{Color, EcLevel, QrCode};

/// White modules around the code, without which cameras do not find it (ISO/IEC 18004, section 5.3.8).
const QUIET: usize = 4;

/// A code as a template draws it: a square of `side` modules with the dark ones as one path.
#[derive(Debug, Clone)]
pub struct Qr {
    /// The side in modules, the quiet zone included.
    pub side: usize,
    /// The dark modules (SVG path data).
    pub path: String,
}

impl Qr {
    /// The code of `text`.
    ///
    /// # Errors
    /// [`Error::Internal`] when the text is too long for one.
    pub fn of(text: &str) -> Result<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(Error::internal)?;
        let width = code.width();
        let mut path = String::new();
        for (at, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                write!(path, "M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET).expect("a string takes what is written");
            }
        }
        Ok(Self { side: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_corners_and_its_margin() {
        let qr = Qr::of("otpauth://totp/Lipogr%C3%B3d:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").unwrap();
        assert!(qr.path.starts_with("M4 4h1v1h-1z"), "the first module is that of the first corner");
        assert!(qr.side >= 21 + 2 * QUIET);
    }
}
