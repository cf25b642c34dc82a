//! The files of the pack, in degrees with six decimals (a decimetre).

use super::{
    assets::Asset,
    districts::{District, Town},
    estates::Estate,
    houses::House,
    land::Land,
    landmarks::Landmark,
    shapes::Spot,
    streets::Street,
};

/// Metres in a degree of latitude, on a sphere of 6 371 km.
const METRES_PER_DEGREE: f64 = 111_194.926_6;
/// The town's middle, degrees.
const MIDDLE: (f64, f64) = (50.0, 20.0);

pub fn areas(town: &Town, estates: &[Estate]) -> String {
    let districts = town.districts.iter().map(|district| area(district, "district", None));
    let estates = estates.iter().map(|estate| area(&estate.area, "estate", Some(estate.parent)));
    let sectors = town.sectors.iter().map(|sector| area(sector, "waste_sector", None));
    collection(districts.chain(estates).chain(sectors))
}

fn area(area: &District, kind: &str, parent: Option<&str>) -> String {
    let parent = parent.map(|key| format!(",\"parent\":\"{key}\"")).unwrap_or_default();
    let properties = format!("\"key\":\"{}\",{},\"kind\":\"{kind}\"{parent}", area.key, names(area.name));
    polygon(&properties, &area.ring)
}

fn names([pl, uk, en]: [&str; 3]) -> String {
    format!("\"name\":\"{pl}\",\"name_uk\":\"{uk}\",\"name_en\":\"{en}\"")
}

pub fn land(land: &[Land]) -> String {
    collection(land.iter().map(|piece| {
        let names = piece.name.map(|name| format!(",{}", names(name))).unwrap_or_default();
        let mut ring = piece.ring.clone();
        if super::districts::signed_area(&ring) < 0.0 {
            ring.reverse();
        }
        polygon(&format!("\"kind\":\"{}\"{names}", piece.kind), &ring)
    }))
}

pub fn lines(town: &Town, streets: &[Street]) -> String {
    let river = line("\"kind\":\"river\",\"name\":\"Lipnica\"", &town.river);
    let rail = line("\"kind\":\"rail\"", &town.rail);
    let street_lines = streets.iter().map(|street| {
        line(&format!("\"kind\":\"street\",\"street\":\"{}\",\"class\":\"{}\"", street.key, street.class.word()), &street.axis)
    });
    let trams = streets.iter().filter(|street| street.tram).map(|street| line("\"kind\":\"tram\"", &street.axis));
    collection([river, rail].into_iter().chain(street_lines).chain(trams))
}

pub fn streets(streets: &[Street]) -> String {
    let rows = streets.iter().map(|street| format!("{},{},{},{}\n", street.key, street.name.name, street.name.prefix, street.name.place));
    table("key,name,prefix,name_where", rows)
}

pub fn addresses(houses: &[House]) -> String {
    let row = |house: &House| format!("{},{},{},{}\n", house.street, house.number, point(house.spot), house.district);
    table("street,number,lat,lng,district", houses.iter().map(row))
}

pub fn landmarks(landmarks: &[Landmark]) -> String {
    let row = |mark: &Landmark| {
        let [pl, place, uk, en] = mark.names;
        format!("{},{},{pl},{place},{uk},{en},{},{}\n", mark.key, mark.kind, mark.other_names, point(mark.spot))
    };
    table("key,kind,name,name_where,name_uk,name_en,other_names,lat,lng", landmarks.iter().map(row))
}

pub fn assets(assets: &[Asset]) -> String {
    let row =
        |asset: &Asset| format!("{},{},{},{},{},{}\n", asset.kind, asset.code, point(asset.spot), asset.unit, asset.street, asset.near);
    table("kind,code,lat,lng,unit,street,near", assets.iter().map(row))
}

fn table(header: &str, rows: impl Iterator<Item = String>) -> String {
    std::iter::once(format!("{header}\n")).chain(rows).collect()
}

fn collection(features: impl Iterator<Item = String>) -> String {
    let features: Vec<String> = features.collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}

/// A ring of which the first corner is not repeated.
fn polygon(properties: &str, ring: &[Spot]) -> String {
    let ring: Vec<String> = ring.iter().chain(ring.first()).map(|spot| position(*spot)).collect();
    format!(
        "{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}}}",
        ring.join(",")
    )
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

/// Latitude and longitude, with a comma between them.
fn point(spot: Spot) -> String {
    let (lat, lng) = degrees(spot);
    format!("{lat:.6},{lng:.6}")
}

fn degrees(spot: Spot) -> (f64, f64) {
    let (lat, lng) = MIDDLE;
    (lat + spot.north / METRES_PER_DEGREE, lng + spot.east / (METRES_PER_DEGREE * lat.to_radians().cos()))
}
