//! From what a stranger sent to a picture that holds nothing but what is seen.

use std::{fmt, io::Cursor};

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder as _, ImageEncoder as _, ImageError, ImageReader, Limits, RgbImage,
    codecs::jpeg::JpegEncoder, imageops::FilterType,
};

use crate::places;

/// The largest file that is looked at, bytes: a phone's photo has 2 to 12 MB.
pub const MAX_BYTES: usize = 20 << 20;
/// The longest edge of a picture that is decoded, pixels.
pub const MAX_EDGE: u32 = 12_000;
/// The most memory that decoding may take, bytes: a photo of 50 million pixels.
const MAX_MEMORY: u64 = 160 << 20;
/// The longest edge of what is kept, pixels.
pub const LONGEST_EDGE: u32 = 2_048;
/// The longest edge of the small picture in lists, pixels.
pub const SMALL_EDGE: u32 = 400;
/// JPEG quality of what is kept, of 100.
const QUALITY: u8 = 84;

/// A picture that can be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    /// The picture, a JPEG without metadata, at most [`LONGEST_EDGE`] pixels long.
    pub jpeg: Vec<u8>,
    /// The same for lists, at most [`SMALL_EDGE`] pixels long.
    pub small: Vec<u8>,
    /// Width of the picture, pixels.
    pub width: u32,
    /// Height of the picture, pixels.
    pub height: u32,
    /// Where it was taken, if it said so: latitude and longitude in degrees (WGS 84).
    pub taken_at: Option<(f64, f64)>,
}

/// Why a photo cannot be taken; the report goes on without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// More than [`MAX_BYTES`], or more pixels than are decoded.
    TooLarge,
    /// HEIC or AVIF, which phones use and we cannot read.
    Heic,
    /// No JPEG, PNG or WebP.
    Unknown,
    /// It begins like a picture and cannot be read.
    Broken,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "the photo is too large: send one of at most 20 MB",
            Self::Heic => "the photo is HEIC: choose JPEG in the camera's settings, or send it by e-mail",
            Self::Unknown => "the file is no photo: send JPEG, PNG or WebP",
            Self::Broken => "the photo cannot be read: take another one, or send it again",
        })
    }
}

impl std::error::Error for Refused {}

/// Makes what a stranger sent into a picture that holds nothing but what is seen. Takes some hundred milliseconds of one core.
///
/// # Errors
/// [`Refused`], by which the person can be told what to do.
pub fn clean(bytes: &[u8]) -> Result<Photo, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::TooLarge);
    }
    let picture = decode(bytes)?;
    let (picture, small) = (within(&picture, LONGEST_EDGE), within(&picture, SMALL_EDGE));
    Ok(Photo {
        jpeg: encode(&picture)?,
        small: encode(&small)?,
        width: picture.width(),
        height: picture.height(),
        taken_at: places::taken_at(bytes),
    })
}

/// The picture as the camera was held.
pub(crate) fn decode(bytes: &[u8]) -> Result<DynamicImage, Refused> {
    if is_heic(bytes) {
        return Err(Refused::Heic);
    }
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Refused::Broken)?;
    if reader.format().is_none() {
        return Err(Refused::Unknown);
    }
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height, limits.max_alloc) = (Some(MAX_EDGE), Some(MAX_EDGE), Some(MAX_MEMORY));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error))?;
    let orientation = decoder.orientation().map_err(|error| refusal(&error))?;
    if decoder.total_bytes() > MAX_MEMORY {
        return Err(Refused::TooLarge);
    }
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn refusal(error: &ImageError) -> Refused {
    match error {
        ImageError::Limits(_) => Refused::TooLarge,
        ImageError::Unsupported(_) => Refused::Unknown,
        _ => Refused::Broken,
    }
}

/// ISO base media files (ISO/IEC 14496-12) whose brand is a picture's: HEIC, HEIF, AVIF.
fn is_heic(bytes: &[u8]) -> bool {
    let brands: [&[u8]; 8] = [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| brands.contains(&brand))
}

/// The picture on white, made smaller where an edge is longer.
fn within(picture: &DynamicImage, edge: u32) -> RgbImage {
    let longest = picture.width().max(picture.height());
    let fitting = if longest > edge { picture.resize(edge, edge, FilterType::CatmullRom) } else { picture.clone() };
    if !fitting.color().has_alpha() {
        return fitting.into_rgb8();
    }
    let mut flat = RgbImage::from_pixel(fitting.width(), fitting.height(), image::Rgb([255; 3]));
    for (below, above) in flat.pixels_mut().zip(fitting.into_rgba8().pixels()) {
        let alpha = u16::from(above[3]);
        for (part, colour) in below.0.iter_mut().zip(above.0) {
            let mixed = (u16::from(colour) * alpha + u16::from(*part) * (255 - alpha)) / 255;
            *part = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    flat
}

pub(crate) fn encode(picture: &RgbImage) -> Result<Vec<u8>, Refused> {
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    let written = encoder.write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8);
    written.map(|()| jpeg).map_err(|_| Refused::Broken)
}
