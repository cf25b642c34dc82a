//! Photos as phones send them.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// What a form sends as a file: its field, its name, what is in it.
pub type Photo = (&'static str, &'static str, Vec<u8>);

/// A JPEG of fine black and white stripes, with the name of the phone (`Telefon Zygzaka`) and the place where it was taken, degrees north
/// and east in hundredths of a second.
///
/// # Panics
/// When pictures cannot be written.
pub fn taken_by_a_phone(north: [u32; 3], east: [u32; 3]) -> Vec<u8> {
    let picture = RgbImage::from_fn(320, 240, |x, _| if x % 16 < 8 { Rgb([250; 3]) } else { Rgb([5; 3]) });
    let mut jpeg = Vec::new();
    picture.write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg).expect("a picture that can be written");
    let body = [b"Exif\0\0".as_slice(), &tiff(north, east)].concat();
    let length = u16::try_from(body.len() + 2).expect("a short part of a file");
    [&jpeg[..2], &[0xFF, 0xE1], &length.to_be_bytes(), &body, &jpeg[2..]].concat()
}

/// Exif 2.32: one directory with the maker's name, and one of the place.
fn tiff(north: [u32; 3], east: [u32; 3]) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [tag.to_le_bytes().as_slice(), &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    let (name, name_at) = (b"Telefon Zygzaka\0", 8 + 2 + 2 * 12 + 4);
    let place_at = name_at + 16;
    let values_at = place_at + 2 + 4 * 12 + 4;
    let numbers = north.into_iter().chain(east).zip([1_u32, 1, 100].into_iter().cycle());
    let values: Vec<u8> = numbers.flat_map(|(number, of)| [number.to_le_bytes(), of.to_le_bytes()].concat()).collect();
    [
        b"II*\0\x08\0\0\0".as_slice(),
        &2_u16.to_le_bytes(),
        &entry(0x010F, 2, 16, u32::to_le_bytes(name_at)),
        &entry(0x8825, 4, 1, u32::to_le_bytes(place_at)),
        &[0; 4],
        name,
        &4_u16.to_le_bytes(),
        &entry(1, 2, 2, *b"N\0\0\0"),
        &entry(2, 5, 3, values_at.to_le_bytes()),
        &entry(3, 2, 2, *b"E\0\0\0"),
        &entry(4, 5, 3, (values_at + 24).to_le_bytes()),
        &[0; 4],
        &values,
    ]
    .concat()
}
