//! Photos: what comes in from a stranger's phone, made into a picture that can be kept.
//!
//! Bytes go in, bytes come out: decoded within limits, turned as the camera was held, made smaller, written anew as JPEG. Nothing
//! but the picture is left: no place, no moment, no name of a phone, no thumbnail that still shows what was cut away. Where the
//! photo was taken is told beside it, to be offered as the place of the report, and kept nowhere else. [`cover`] makes parts of a
//! picture unrecognisable for good.
//!
//! Not here on purpose: HEIC (its decoders are under patents and in C; such a photo is refused with a reason, and the report goes
//! on without it), animations (the first picture is taken), finding faces and number plates by itself.

mod cleaning;
mod covering;
mod places;

pub use cleaning::{LONGEST_EDGE, MAX_BYTES, MAX_EDGE, Photo, Refused, SMALL_EDGE, clean};
pub use covering::{Area, cover};
