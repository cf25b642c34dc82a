//! Coordinates in a text: `50.0074, 20.0072`, degrees with minutes and seconds, the link of a map.

use base::Point;

/// The fewest digits behind the point by which a number is one of degrees and not of a house: about a hundred metres.
const MIN_DECIMALS: usize = 3;
/// The longest text that is looked at, characters: that of a link.
const MAX_LETTERS: usize = 400;

/// The point that a text gives in degrees of WGS84, latitude first, if it gives one.
pub fn coordinates(text: &str) -> Option<Point> {
    let cut: String = text.chars().take(MAX_LETTERS).collect();
    let (lat, lng) = if cut.contains('°') { with_minutes(&cut)? } else { decimal(&cut)? };
    Point::from_degrees(lat, lng)
}

/// The first two numbers with enough decimals, behind a point or a comma: `@50.0074,20.0072,17z`, `50,0074 20,0072`.
fn decimal(text: &str) -> Option<(f64, f64)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let whole = digits(&rest[start..]);
        let after = &rest[start + whole.len()..];
        let decimals = after.strip_prefix(['.', ',']).map(digits).filter(|decimals| decimals.len() >= MIN_DECIMALS);
        let sign = if rest[..start].ends_with('-') { "-" } else { "" };
        found.extend(decimals.and_then(|decimals| format!("{sign}{whole}.{decimals}").parse::<f64>().ok()));
        rest = decimals.map_or(after, |decimals| &after[1 + decimals.len()..]);
    }
    match found[..] {
        [lat, lng, ..] => Some((lat, lng)),
        _ => None,
    }
}

/// `50°0'26.6"N 20°0'25.9"E`: as many numbers for either; north and east, where we are.
fn with_minutes(text: &str) -> Option<(f64, f64)> {
    let parts = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.').filter(|part| !part.is_empty());
    let numbers: Vec<f64> = parts.map(str::parse).collect::<Result<_, _>>().ok()?;
    let degrees = |parts: &[f64]| parts.iter().rev().fold(0.0, |sum, part| sum / 60.0 + part);
    let half = numbers.len() / 2;
    matches!(numbers.len(), 2 | 4 | 6).then(|| (degrees(&numbers[..half]), degrees(&numbers[half..])))
}

fn digits(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_read_as_people_copy_them() {
        for text in [
            "50.0074, 20.0072",
            "50.0074 20.0072",
            "50,0074; 20,0072",
            "N 50.0074° E 20.0072°",
            "50°0'26.64\"N 20°0'25.92\"E",
            "50° 0.444' N, 20° 0.432' E",
            "geo:50.0074,20.0072?z=17",
            "https://www.google.com/maps/@50.0074,20.0072,17z",
            "https://www.openstreetmap.org/?mlat=50.0074&mlon=20.0072#map=17/50.0074/20.0072",
        ] {
            assert_eq!(coordinates(text), Point::from_degrees(50.0074, 20.0072), "{text}");
        }
    }

    #[test]
    fn addresses_are_no_coordinates() {
        for text in
            ["", "Długa 12/5", "lampa 01234", "12.5 20.3", "00-950 Lipogród", "działka 12/4.123", "50.0074", "95.0000 20.0000", "5°", "°"]
        {
            assert_eq!(coordinates(text), None, "{text}");
        }
    }
}
