//! The roads that lead through several districts, the bridges, squares and estates.

/// A piece of a road.
pub enum Piece {
    /// Along these arcs of borders.
    Arcs(&'static [i32]),
    /// Along these arcs, from one share of their length to another.
    Part(&'static [i32], f64, f64),
    /// In a district, so far across, from here to there between its inner and outer side.
    Column(&'static str, f64, f64, f64),
    /// In a district, so far out, from here to there between its left and right side.
    Row(&'static str, f64, f64, f64),
    /// On into this district, from where the road has come to, so far towards its outer side.
    Onward(&'static str, f64),
}

use Piece::{Arcs, Column, Onward, Part, Row};

/// Sign, class for the map, width of a plot in metres, whether trams run along it, and its pieces.
pub type Road = (&'static str, Class, f64, bool, &'static [Piece]);

/// How much traffic a street carries.
#[derive(Clone, Copy, PartialEq)]
pub enum Class {
    Main,
    Collector,
    Local,
}

impl Class {
    pub fn word(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Collector => "side",
            Self::Local => "local",
        }
    }
}

use Class::{Collector, Local, Main};

pub const ROADS: [Road; 24] = [
    // The rays.
    ("Krakowska", Main, 67.6, true, &[Column("nowe-ogrody", 0.5, 0.0, 1.0), Onward("wola", 1.0)]),
    ("Lwowska", Main, 67.6, true, &[Row("stare-miasto", 0.75, 0.58, 1.0), Column("zarzecze", 0.5, 0.0, 1.0), Onward("wolka", 1.0)]),
    ("al. Niepodległości", Main, 72.8, true, &[Arcs(&[13]), Onward("huta", 1.0)]),
    ("Sandomierska", Main, 67.6, true, &[Column("gorki", 0.5, 0.1, 1.0), Onward("wolka", 1.0)]),
    ("Kolejowa", Main, 59.8, true, &[Column("kolejowa", 0.4, 0.0, 1.0), Onward("huta", 0.58)]),
    ("Polna", Main, 57.2, true, &[Column("olszyna", 0.42, 0.1, 1.0), Onward("podlesie", 1.0)]),
    ("al. Wojska Polskiego", Main, 78.0, false, &[Arcs(&[12, 24])]),
    ("al. Solidarności", Main, 72.8, false, &[Row("stare-miasto", 0.5, 0.92, 1.0), Arcs(&[14])]),
    ("Tarnowska", Main, 72.8, false, &[Part(&[15], 0.1, 1.0), Arcs(&[25])]),
    ("Sądecka", Main, 72.8, false, &[Part(&[16], 0.1, 1.0), Onward("podlesie", 1.0)]),
    // Around the old town, and from its market over the bridge.
    ("Wałowa", Main, 57.2, true, &[Column("legi", 0.2, 0.11, 0.1), Part(&[9, 10], 0.06, 1.0)]),
    ("Basztowa", Main, 57.2, true, &[Part(&[11], 0.0, 0.9), Column("zarzecze", 0.14, 0.09, 0.1)]),
    ("Mostowa", Main, 26.0, true, &[Column("stare-miasto", 0.72, 0.75, 0.0), Column("olszyna", 0.42, 0.0, 0.1)]),
    ("Bulwar", Local, 59.8, false, &[Row("stare-miasto", 0.085, 0.08, 0.92)]),
    // Along the right bank from the mill in Zarzecze to Olszyna, and on through the meadows.
    ("Młyńska", Collector, 50.0, true, &[Row("zarzecze", 0.1, 0.14, 1.0), Row("gorki", 0.1, 1.0, 0.0), Row("olszyna", 0.1, 1.0, 0.0)]),
    ("Łęgowa", Collector, 59.8, false, &[Row("legi", 0.1, 1.0, 0.2), Column("legi", 0.2, 0.14, 0.98)]),
    ("Bulwar Flisaków", Local, 59.8, false, &[Row("zarzecze", 0.04, 0.14, 0.94)]),
    // The ring road.
    ("al. Obrońców Lipogrodu", Main, 83.2, false, &[Arcs(&[17])]),
    ("al. Armii Krajowej", Main, 83.2, false, &[Arcs(&[18])]),
    ("al. Powstańców Śląskich", Main, 83.2, false, &[Arcs(&[19])]),
    ("al. Tysiąclecia Miasta", Main, 83.2, false, &[Arcs(&[20])]),
    ("al. Ignacego Paderewskiego", Main, 83.2, false, &[Arcs(&[21])]),
    ("al. Leśników", Main, 83.2, false, &[Arcs(&[22])]),
    ("al. Południowa", Main, 83.2, false, &[Arcs(&[23])]),
];

/// A district, and the place in it across and out.
pub type Place = (&'static str, f64, f64);

/// A square, estate or roundabout: sign, place of the middle, half of a side and width of a plot in metres.
pub type Square = (&'static str, Place, f64, f64);

pub const SQUARES: [Square; 12] = [
    ("Rynek", ("stare-miasto", 0.51, 0.56), 46.0, 18.0),
    ("pl. Ratuszowy", ("stare-miasto", 0.275, 0.335), 34.0, 22.0),
    ("pl. Teatralny", ("stare-miasto", 0.385, 0.81), 34.0, 22.0),
    ("pl. Targowy", ("zarzecze", 0.58, 0.17), 40.0, 26.0),
    ("pl. Wolności", ("sady", 0.42, 0.19), 42.0, 26.0),
    ("os. Słoneczne", ("sady", 0.73, 0.77), 92.0, 30.0),
    ("os. Leśne", ("olszyna", 0.36, 0.81), 80.0, 30.0),
    ("os. Hutników", ("huta", 0.6, 0.26), 80.0, 30.0),
    ("os. Zielone Wzgórze", ("gorki", 0.42, 0.79), 80.0, 30.0),
    ("os. Ptasie", ("wolka", 0.43, 0.215), 90.0, 30.0),
    ("rondo Kolejarzy", ("kolejowa", 0.4, 0.27), 34.0, 30.0),
    ("rondo Lotników", ("wola", 0.5, 0.13), 34.0, 34.0),
];

/// The class of a street of a lattice that is more than a local one.
pub const COLLECTORS: [&str; 14] = [
    "Długa",
    "Ratuszowa",
    "Dworcowa",
    "Fabryczna",
    "al. Jana Pawła II",
    "Klonowa",
    "Tadeusza Kościuszki",
    "al. Lipowa",
    "Szkolna",
    "Wodna",
    "Widokowa",
    "Farbiarska",
    "Stalowa",
    "Wiejska",
];

pub fn class_of(sign: &str) -> Class {
    if COLLECTORS.contains(&sign) { Collector } else { Local }
}
