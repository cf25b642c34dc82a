//! Where a photo says that it was taken (Exif 2.32, GPS attributes).

use std::io::Cursor;

use exif::{Exif, In, Reader, Tag, Value};

/// Latitude and longitude in degrees, if the file has both and they are on Earth.
pub(crate) fn taken_at(bytes: &[u8]) -> Option<(f64, f64)> {
    let exif = Reader::new().read_from_container(&mut Cursor::new(bytes)).ok()?;
    let latitude = degrees(&exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, b"S")?;
    let longitude = degrees(&exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, b"W")?;
    // A camera without a fix writes zeros.
    let told = latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && (latitude, longitude) != (0.0, 0.0);
    told.then_some((latitude, longitude))
}

/// Degrees, minutes and seconds as one number; `negative` is the letter of the southern or western half.
fn degrees(exif: &Exif, tag: Tag, half: Tag, negative: &[u8]) -> Option<f64> {
    let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let [degrees, minutes, seconds] = parts.as_slice() else { return None };
    let angle = degrees.to_f64() + minutes.to_f64() / 60.0 + seconds.to_f64() / 3_600.0;
    let Value::Ascii(letters) = &exif.get_field(half, In::PRIMARY)?.value else { return None };
    let sign = if letters.first().is_some_and(|letter| letter.as_slice() == negative) { -1.0 } else { 1.0 };
    angle.is_finite().then_some(sign * angle)
}
