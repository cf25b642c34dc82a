//! Parts of a picture made unrecognisable for good: faces, number plates, names on a door.

use image::{Rgb, RgbImage, imageops};

use crate::cleaning::{Refused, decode, encode};

/// Blocks along the longer edge of a covered part; so few that nobody is known by them.
const BLOCKS: u32 = 6;

/// A rectangle of a picture, in thousandths of its width and height, so that it fits the large picture and the small one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The left edge.
    pub left: u16,
    /// The upper edge.
    pub top: u16,
    /// How wide.
    pub width: u16,
    /// How high.
    pub height: u16,
}

/// The picture with these parts in a few blocks of one colour each, written anew; what lay below is gone.
///
/// # Errors
/// [`Refused`] when the bytes are no picture.
pub fn cover(jpeg: &[u8], areas: &[Area]) -> Result<Vec<u8>, Refused> {
    let mut picture = decode(jpeg)?.into_rgb8();
    areas.iter().for_each(|area| cover_one(&mut picture, *area));
    encode(&picture)
}

fn cover_one(picture: &mut RgbImage, area: Area) {
    let part = |of: u32, thousandths: u16| of * u32::from(thousandths.min(1_000)) / 1_000;
    let (left, top) = (part(picture.width(), area.left), part(picture.height(), area.top));
    // At least one pixel, so that no area is forgotten for being thin.
    let width = part(picture.width(), area.width).max(1).min(picture.width() - left);
    let height = part(picture.height(), area.height).max(1).min(picture.height() - top);
    let block = (width.max(height) / BLOCKS).max(1);
    for y in (top..top + height).step_by(block as usize) {
        for x in (left..left + width).step_by(block as usize) {
            let (wide, high) = (block.min(left + width - x), block.min(top + height - y));
            let colour = mean(picture, x, y, wide, high);
            imageops::replace(picture, &RgbImage::from_pixel(wide, high, colour), i64::from(x), i64::from(y));
        }
    }
}

fn mean(picture: &RgbImage, x: u32, y: u32, width: u32, height: u32) -> Rgb<u8> {
    let view = imageops::crop_imm(picture, x, y, width, height).to_image();
    let count = u64::from(width) * u64::from(height);
    let channel = |at: usize| {
        let sum: u64 = view.pixels().map(|pixel| u64::from(pixel[at])).sum();
        u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
    };
    Rgb([channel(0), channel(1), channel(2)])
}
