//! The estates within the districts: named neighbourhoods, drawn as rings within their district.

use super::{
    districts::{District, Town},
    shapes::{Path, shares},
};

/// Key, names in Polish, Ukrainian and English, the district, and from where to where across and out.
type Plan = (&'static str, [&'static str; 3], &'static str, [f64; 4]);

const PLANS: [Plan; 12] = [
    ("os-sloneczne", ["Osiedle Słoneczne", "Оселя Сонячна", "Słoneczne Estate"], "sady", [0.62, 0.86, 0.66, 0.9]),
    ("os-lesne", ["Osiedle Leśne", "Оселя Лісна", "Leśne Estate"], "olszyna", [0.24, 0.48, 0.68, 0.94]),
    ("os-hutnikow", ["Osiedle Hutników", "Оселя Металургів", "Hutników Estate"], "huta", [0.5, 0.72, 0.06, 0.42]),
    ("os-zielone-wzgorze", ["Osiedle Zielone Wzgórze", "Оселя Зелений Пагорб", "Zielone Wzgórze Estate"], "gorki", [0.3, 0.54, 0.66, 0.92]),
    ("os-ptasie", ["Osiedle Ptasie", "Оселя Пташина", "Ptasie Estate"], "wolka", [0.34, 0.52, 0.07, 0.4]),
    ("kolonia-kolejarska", ["Kolonia Kolejarska", "Залізнична Колонія", "Railway Colony"], "kolejowa", [0.44, 0.7, 0.06, 0.34]),
    ("piaski", ["Piaski", "Піски", "Piaski"], "zarzecze", [0.7, 0.94, 0.3, 0.72]),
    ("starorzecze", ["Starorzecze", "Стариця", "Starorzecze"], "legi", [0.3, 0.7, 0.16, 0.44]),
    ("winnica", ["Winnica", "Винниця", "Winnica"], "gorki", [0.06, 0.28, 0.26, 0.66]),
    ("ogrody-krolewskie", ["Ogrody Królewskie", "Королівські Сади", "Royal Gardens"], "nowe-ogrody", [0.54, 0.82, 0.2, 0.48]),
    ("podgrodzie", ["Podgrodzie", "Підгороддя", "Podgrodzie"], "stare-miasto", [0.05, 0.3, 0.2, 0.6]),
    ("borki", ["Borki", "Бірки", "Borki"], "podlesie", [0.6, 0.88, 0.05, 0.56]),
];

/// An estate with the district it lies in.
pub struct Estate {
    pub area: District,
    pub parent: &'static str,
}

pub fn draw(town: &Town) -> Vec<Estate> {
    PLANS
        .iter()
        .map(|(key, name, parent, reach)| Estate { area: District { key, name: *name, ring: ring(town, parent, *reach) }, parent })
        .collect()
}

/// A ring along the lines of the district's lattice, its corners counter-clockwise.
fn ring(town: &Town, district: &str, [left, right, near, far]: [f64; 4]) -> Path {
    let sides = town.sides(district);
    let corners = [(left, near), (right, near), (right, far), (left, far), (left, near)];
    let mut ring = Path::new();
    for pair in corners.windows(2) {
        let between = |share: f64| (pair[0].0 + (pair[1].0 - pair[0].0) * share, pair[0].1 + (pair[1].1 - pair[0].1) * share);
        ring.extend(shares(6.0).take(6).map(|share| sides.at(between(share).0, between(share).1)));
    }
    if super::districts::signed_area(&ring) < 0.0 {
        ring.reverse();
    }
    ring
}
