//! The files of the pack, in degrees with six decimals (a decimetre).

use crate::{districts::Town, houses::House, shapes::Spot, streets::Street};

/// Metres in a degree of latitude, on a sphere of 6 371 km.
const METRES_PER_DEGREE: f64 = 111_194.926_6;
/// The town's middle, degrees.
const MIDDLE: (f64, f64) = (50.0, 20.0);

pub fn areas(town: &Town) -> String {
    let features = town.districts.iter().map(|district| {
        let [pl, uk, en] = district.name;
        let ring: Vec<String> = district.ring.iter().chain(district.ring.first()).map(|spot| position(*spot)).collect();
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"key\":\"{}\",\"name\":\"{pl}\",\"name_uk\":\"{uk}\",\"name_en\":\"{en}\",\"kind\":\"district\"}},\n\
             \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}}}",
            district.key,
            ring.join(",")
        )
    });
    collection(features)
}

pub fn lines(town: &Town, streets: &[Street]) -> String {
    let town_lines = [("river", "Lipnica", &town.river), ("rail", "", &town.rail)].map(|(kind, name, path)| {
        let name = if name.is_empty() { String::new() } else { format!(",\"name\":\"{name}\"") };
        line(&format!("\"kind\":\"{kind}\"{name}"), path)
    });
    let street_lines = streets.iter().map(|street| line(&format!("\"kind\":\"street\",\"street\":\"{}\"", street.key), &street.axis));
    collection(town_lines.into_iter().chain(street_lines))
}

pub fn streets(streets: &[Street]) -> String {
    let rows = streets.iter().map(|street| format!("{},{},{},{}\n", street.key, street.name.1, street.name.0, street.name.2));
    std::iter::once("key,name,prefix,name_where\n".to_owned()).chain(rows).collect()
}

pub fn addresses(houses: &[House]) -> String {
    let row = |house: &House| {
        let (lat, lng) = degrees(house.spot);
        format!("{},{},{lat:.6},{lng:.6},{}\n", house.street, house.number, house.district)
    };
    std::iter::once("street,number,lat,lng,district\n".to_owned()).chain(houses.iter().map(row)).collect()
}

fn collection(features: impl Iterator<Item = String>) -> String {
    let features: Vec<String> = features.collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}

fn line(properties: &str, path: &[Spot]) -> String {
    let positions: Vec<String> = path.iter().map(|spot| position(*spot)).collect();
    format!(
        "{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"LineString\",\"coordinates\":[{}]}}}}",
        positions.join(",")
    )
}

fn position(spot: Spot) -> String {
    let (lat, lng) = degrees(spot);
    format!("[{lng:.6},{lat:.6}]")
}

/// Latitude and longitude.
fn degrees(spot: Spot) -> (f64, f64) {
    let (lat, lng) = MIDDLE;
    (lat + spot.north / METRES_PER_DEGREE, lng + spot.east / (METRES_PER_DEGREE * lat.to_radians().cos()))
}
