//! Corners of the demo city lie where its streets meet, and nowhere else.

use base::Point;
use places::model::Spot;

use crate::lipogrod::{lipogrod, rows};

/// The farthest that a corner may lie from an axis: half the width of a roadway, and the way to the next point of the axis.
const MAX_METRES: f64 = 30.0;

/// How far the point is from the axes of the street, looked for every metre or so.
fn metres_from_axis(axes: &[Vec<Point>], point: Point) -> f64 {
    let steps = |from: Point, to: Point| {
        let count = 1 + from.metres_to(to).ceil() as i64;
        (0..=count).map(move |step| Point {
            lat_e7: from.lat_e7 + (to.lat_e7 - from.lat_e7) * step / count,
            lng_e7: from.lng_e7 + (to.lng_e7 - from.lng_e7) * step / count,
        })
    };
    let pieces = axes.iter().flat_map(|axis| axis.windows(2));
    pieces.flat_map(|piece| steps(piece[0], piece[1])).map(|on_axis| on_axis.metres_to(point)).fold(f64::INFINITY, f64::min)
}

#[test]
fn streets_have_a_corner_where_they_meet_and_nowhere_else() {
    let (city, rows) = (lipogrod(), rows());
    let axes = |key: &str| -> Vec<Vec<Point>> {
        rows.lines.iter().filter(|line| line.street.as_deref() == Some(key)).map(|line| line.points.clone()).collect()
    };
    let mut corners = 0;
    for (at, first) in rows.streets.iter().enumerate() {
        for second in &rows.streets[at + 1..] {
            let Some(corner) = city.corner(&first.key, &second.key) else { continue };
            corners += 1;
            for street in [first, second] {
                let metres = metres_from_axis(&axes(&street.key), corner.point);
                assert!(metres < MAX_METRES, "{} is {metres} m from {} / {}", street.key, first.key, second.key);
            }
        }
    }
    assert!((500..650).contains(&corners), "{corners}");
}

#[test]
fn corners_are_found_however_they_are_written() {
    let city = lipogrod();
    for (text, label) in [
        ("róg Polnej i Młyńskiej", "ul. Polna / ul. Młyńska"),
        ("skrzyżowanie kolejowa/dworcowa", "ul. Kolejowa / ul. Dworcowa"),
        ("Długa x Mostowa", "ul. Długa / ul. Mostowa"),
        ("Długa & Mostowa", "ul. Długa / ul. Mostowa"),
        ("Długa + Mostowa", "ul. Długa / ul. Mostowa"),
    ] {
        let found = city.find(text, 5);
        assert_eq!(found[0].label(), label, "{found:#?}");
        assert!(matches!(found[0].spot, Spot::Corner(..)));
    }
    let never_meet = city.find("róg Łęgowej i Zamkowej", 5);
    assert!(never_meet.iter().all(|found| matches!(found.spot, Spot::Street(_))), "{never_meet:#?}");
}
