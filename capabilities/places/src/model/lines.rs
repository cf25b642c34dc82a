//! Lines that only the map needs: the axes of streets, the river, the railway.

use base::Point;
use serde::Deserialize;

/// What a line of the map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// The axis of a street; it names the street's key.
    Street,
    /// A river or stream.
    River,
    /// A railway.
    Rail,
    /// A tram line.
    Tram,
}

/// How much of the traffic a street carries: how wide the map draws it, and from which zoom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineClass {
    /// A main street through the city.
    Main,
    /// A street that gathers those around.
    Side,
    /// Any other street.
    Local,
    /// A way for people on foot or by bicycle.
    Path,
}

impl LineClass {
    /// The word in the pack and in the tiles.
    pub fn word(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Side => "side",
            Self::Local => "local",
            Self::Path => "path",
        }
    }
}

/// A line of the map, with no say in where a place is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it shows.
    pub kind: LineKind,
    /// The key of the street, for a street's axis.
    pub street: Option<String>,
    /// How much a street carries; the map takes `Local` where the pack says nothing.
    pub class: Option<LineClass>,
    /// The name to write along it, when it has one of its own.
    pub name: Option<String>,
    /// Its points in order, at least two.
    pub points: Vec<Point>,
}
