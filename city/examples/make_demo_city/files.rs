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
/// The most buildings in one feature.
const BUILDINGS: usize = 200;

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

/// Buildings stand many in a feature, so that the file stays small.
pub fn land(land: &[Land]) -> String {
    let alike = |a: &Land, b: &Land| a.kind == "building" && b.kind == "building";
    let features = land.chunk_by(alike).flat_map(|alike| alike.chunks(BUILDINGS));
    collection(features.map(|pieces| {
        let names = pieces[0].name.map(|name| format!(",{}", names(name))).unwrap_or_default();
        let properties = format!("\"kind\":\"{}\"{names}", pieces[0].kind);
        let rings: Vec<String> = pieces.iter().map(|piece| ring(&anticlockwise(&piece.ring))).collect();
        match &rings[..] {
            [ring] => feature(&properties, "Polygon", ring),
            rings => feature(&properties, "MultiPolygon", &format!("[{}]", rings.join("],["))),
        }
    }))
}

fn anticlockwise(ring: &[Spot]) -> Vec<Spot> {
    let mut ring = ring.to_vec();
    if super::districts::signed_area(&ring) < 0.0 {
        ring.reverse();
    }
    ring
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

fn polygon(properties: &str, corners: &[Spot]) -> String {
    feature(properties, "Polygon", &ring(corners))
}

/// A ring of which the first corner is not repeated.
fn ring(corners: &[Spot]) -> String {
    format!("[{}]", positions(corners.iter().chain(corners.first())))
}

fn line(properties: &str, path: &[Spot]) -> String {
    feature(properties, "LineString", &positions(path.iter()))
}

fn feature(properties: &str, kind: &str, coordinates: &str) -> String {
    format!("{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":[{coordinates}]}}}}")
}

fn positions<'a>(path: impl Iterator<Item = &'a Spot>) -> String {
    path.map(|spot| position(*spot)).collect::<Vec<_>>().join(",")
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
