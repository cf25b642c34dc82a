//! What the ground is: water, parks, squares, houses. Only the map needs it.

use base::Wording;
use serde::Deserialize;

use super::Polygon;

/// What a piece of ground is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LandKind {
    /// A river, lake or pond.
    Water,
    /// A park, lawn or allotments.
    Park,
    /// A wood.
    Forest,
    /// A cemetery.
    Cemetery,
    /// Houses and gardens.
    BuiltUp,
    /// Factories, depots, railway ground.
    Industrial,
    /// A square or market.
    Square,
    /// One building.
    Building,
}

impl LandKind {
    /// The word in the pack and in the tiles.
    pub fn word(self) -> &'static str {
        match self {
            Self::Water => "water",
            Self::Park => "park",
            Self::Forest => "forest",
            Self::Cemetery => "cemetery",
            Self::BuiltUp => "built_up",
            Self::Industrial => "industrial",
            Self::Square => "square",
            Self::Building => "building",
        }
    }
}

/// A piece of ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Land {
    /// What it is.
    pub kind: LandKind,
    /// What people call it, when it has a name.
    pub name: Option<Wording>,
    /// Its parts.
    pub polygons: Vec<Polygon>,
}
