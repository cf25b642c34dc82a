//! What is left of a photo, and what is refused.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use photos::{Area, LONGEST_EDGE, MAX_BYTES, Refused, SMALL_EDGE, clean, cover};
use proptest::prelude::*;

/// Red on the left, blue on the right.
fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) })
}

fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.into().write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn read(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap().into_rgb8()
}

/// A JPEG with these Exif entries right after its first marker: orientation 6 (turned by a quarter), Kraków's Rynek, a phone's name.
fn from_a_phone(jpeg: &[u8]) -> Vec<u8> {
    let mut tiff: Vec<u8> = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [tag.to_le_bytes().as_slice(), &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    // IFD0 at 8 with three entries ends at 50; the phone's name there; the GPS IFD after it.
    let name = b"Telefon Zygzaka\0";
    let gps_at = 50 + u32::try_from(name.len()).unwrap();
    tiff.extend(3_u16.to_le_bytes());
    tiff.extend(entry(0x010F, 2, u32::try_from(name.len()).unwrap(), 50_u32.to_le_bytes()));
    tiff.extend(entry(0x0112, 3, 1, [6, 0, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, gps_at.to_le_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(name);
    let values_at = gps_at + 2 + 4 * 12 + 4;
    tiff.extend(4_u16.to_le_bytes());
    tiff.extend(entry(1, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(2, 5, 3, values_at.to_le_bytes()));
    tiff.extend(entry(3, 2, 2, *b"E\0\0\0"));
    tiff.extend(entry(4, 5, 3, (values_at + 24).to_le_bytes()));
    tiff.extend([0; 4]);
    for (number, of) in [(50_u32, 1_u32), (3, 1), (4200, 100), (19, 1), (56, 1), (1500, 100)] {
        tiff.extend(number.to_le_bytes());
        tiff.extend(of.to_le_bytes());
    }
    let body = [b"Exif\0\0".as_slice(), &tiff].concat();
    let length = u16::try_from(body.len() + 2).unwrap();
    [&jpeg[..2], &[0xFF, 0xE1], &length.to_be_bytes(), &body, &jpeg[2..]].concat()
}

#[test]
fn nothing_but_the_picture_is_left_and_it_stands_upright() {
    let photo = clean(&from_a_phone(&written(picture(300, 200), ImageFormat::Jpeg))).unwrap();
    assert_eq!((photo.width, photo.height), (200, 300), "turned");
    let kept = read(&photo.jpeg);
    let (top, bottom) = (kept.get_pixel(100, 20), kept.get_pixel(100, 280));
    assert!(top[0] > 150 && bottom[2] > 150, "red above, blue below: {top:?} {bottom:?}");
    for bytes in [&photo.jpeg, &photo.small] {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Exif") && !text.contains("Zygzak"));
    }
    let (latitude, longitude) = photo.taken_at.unwrap();
    assert!((latitude - 50.061_666).abs() < 1e-4 && (longitude - 19.937_5).abs() < 1e-4, "{latitude} {longitude}");
}

#[test]
fn every_format_comes_out_as_a_jpeg_of_its_size() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let photo = clean(&written(picture(640, 480), format)).unwrap();
        assert_eq!((photo.width, photo.height, photo.taken_at), (640, 480, None), "{format:?}");
        assert_eq!(read(&photo.jpeg).dimensions(), (640, 480));
        assert_eq!(read(&photo.small).dimensions(), (SMALL_EDGE, SMALL_EDGE * 3 / 4));
    }
    let long = clean(&written(picture(2 * LONGEST_EDGE, 512), ImageFormat::Png)).unwrap();
    assert_eq!((long.width, long.height), (LONGEST_EDGE, 256));
}

#[test]
fn what_can_be_seen_through_stands_on_white() {
    let clear = RgbaImage::from_pixel(20, 20, Rgba([0, 0, 0, 0]));
    let photo = clean(&written(clear, ImageFormat::Png)).unwrap();
    assert!(read(&photo.jpeg).pixels().all(|pixel| pixel.0.iter().all(|part| *part > 250)));
}

#[test]
fn what_cannot_be_taken_says_why() {
    let jpeg = written(picture(300, 200), ImageFormat::Jpeg);
    let check = |bytes: &[u8], wanted: Refused| assert_eq!(clean(bytes).map(|_| ()), Err(wanted));
    check(&vec![0; MAX_BYTES + 1], Refused::TooLarge);
    check(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Refused::Heic);
    check(b"%PDF-1.7 not a photo", Refused::Unknown);
    check(b"", Refused::Unknown);
    check(&jpeg[..100], Refused::Broken);
    assert!(clean(&jpeg[..jpeg.len() - 20]).is_ok(), "one whose sending broke off is taken as far as it goes");
    // The head of a PNG of 60 000 × 60 000 pixels: nothing of it is decoded.
    let mut bomb = written(picture(8, 8), ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    assert!(matches!(clean(&bomb), Err(Refused::TooLarge | Refused::Broken)));
}

#[test]
fn what_is_covered_is_gone_and_the_rest_stays() {
    // Stripes of one pixel: nothing of them may be left in the covered part.
    let stripes = RgbImage::from_fn(600, 400, |x, _| if x % 2 == 0 { Rgb([0; 3]) } else { Rgb([255; 3]) });
    let jpeg = clean(&written(stripes, ImageFormat::Png)).unwrap().jpeg;
    let covered = read(&cover(&jpeg, &[Area { left: 500, top: 0, width: 500, height: 500 }]).unwrap());
    assert_eq!(covered.dimensions(), (600, 400));
    let spread = |x: u32, y: u32| covered.get_pixel(x, y)[0].abs_diff(covered.get_pixel(x + 1, y)[0]);
    assert!((320..580).all(|x| spread(x, 100) < 30), "flat where it is covered");
    assert!((20..280).any(|x| spread(x, 100) > 100), "striped elsewhere");
    let all = Area { left: 0, top: 0, width: 2_000, height: 2_000 };
    assert!(cover(&jpeg, &[all, Area { left: 1_000, top: 1_000, width: 1, height: 1 }]).is_ok(), "edges are no trouble");
}

proptest! {
    #[test]
    fn no_bytes_bring_it_down(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0_usize..2_000) {
        let _ = clean(&bytes);
        let mut phone = from_a_phone(&written(picture(40, 30), ImageFormat::Jpeg));
        let at = cut % phone.len();
        phone[at] ^= bytes.first().copied().unwrap_or(0xFF);
        let _ = clean(&phone);
        let _ = clean(&phone[..at]);
    }
}
