//! What finding a place gives: streets, houses, corners, stretches, landmarks and assets, each with its point and label.

use base::{Language, Point};

use super::{
    areas::Area,
    assets::Asset,
    closeness::Closeness,
    landmarks::Landmark,
    streets::{Address, Street},
};

/// A place that fits a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found<'a> {
    /// What it is.
    pub spot: Spot<'a>,
    /// Where it is: the house, the middle house of a street, the corner, the landmark, the asset, the middle of the area.
    pub point: Point,
    /// The district that holds it.
    pub district: Option<&'a Area>,
    /// How well the name fits the text.
    pub closeness: Closeness,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spot<'a> {
    /// A street as a whole: no number was given.
    Street(&'a Street),
    /// A house on a street.
    House(&'a Street, &'a Address, NumberFit),
    /// The corner of two streets.
    Corner(&'a Street, &'a Street),
    /// The stretch of a street between two others.
    Between(&'a Street, &'a Street, &'a Street),
    /// A landmark.
    Landmark(&'a Landmark),
    /// A thing with a number.
    Asset(&'a Asset),
    /// Somewhere in an area: no street was named.
    Area(&'a Area),
}

/// How well the house fits the number that was asked for, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberFit {
    /// The very number, with its flat if the table has flats.
    Exact,
    /// The house, while the text also named a flat; or a range such as `3-5` that holds the number.
    House,
    /// The same number with other letters: `14a` for `14`.
    SameNumber,
    /// There is no such house: the nearest number, on the same side of the street if that side has houses.
    Nearest,
}

/// The address nearest to a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near<'a> {
    /// Its street.
    pub street: &'a Street,
    /// The address.
    pub address: &'a Address,
    /// How far it is, metres.
    pub metres: f64,
}

impl<'a> Found<'a> {
    /// As on the signs: `ul. Olszowa 14`, `ul. Polna / ul. Młyńska`, `Park Nadrzeczny`, `latarnia 01234`; in Polish, in
    /// which units read it.
    pub fn label(&self) -> String {
        match self.spot {
            Spot::Street(street) => street.label(),
            Spot::House(street, address, _) => format!("{} {}", street.label(), address.number),
            Spot::Corner(street, other) => format!("{} / {}", street.label(), other.label()),
            Spot::Between(street, from, to) => format!("{} (między: {}, {})", street.label(), from.label(), to.label()),
            Spot::Landmark(landmark) => landmark.name.of(Language::Pl).to_owned(),
            Spot::Asset(asset) => asset.label(),
            Spot::Area(area) => area.name.of(Language::Pl).to_owned(),
        }
    }

    /// The street, if the place lies on one that has a name in the text.
    pub fn street(&self) -> Option<&'a Street> {
        match self.spot {
            Spot::Street(street) | Spot::House(street, ..) | Spot::Corner(street, _) | Spot::Between(street, ..) => Some(street),
            Spot::Landmark(_) | Spot::Asset(_) | Spot::Area(_) => None,
        }
    }

    /// Whether the text names just this, so that it may be chosen beforehand. A name of which only some words or not all
    /// letters fit, a number that does not exist, and a whole area wait to be chosen.
    pub fn is_sure(&self) -> bool {
        let named = self.closeness < Closeness::Words;
        match self.spot {
            Spot::Asset(_) => true,
            Spot::Area(_) => false,
            Spot::House(_, _, fit) => named && fit <= NumberFit::House,
            Spot::Street(_) | Spot::Corner(..) | Spot::Between(..) | Spot::Landmark(_) => named,
        }
    }
}
