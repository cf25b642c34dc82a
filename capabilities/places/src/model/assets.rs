//! Things of the city that carry a number: lamp posts, bins, stops, parcels, parking meters, devices, trees, benches.

use base::{Id, Point};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What sort of thing an asset is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AssetKind {
    /// A lamp post.
    LampPost,
    /// A litter bin or a container.
    Bin,
    /// A stop of public transport, by the number on its sign.
    Stop,
    /// A parcel of the land register.
    Parcel,
    /// A parking meter.
    ParkingMeter,
    /// Any other device: a cabinet, a ticket machine, a hydrant, a lift.
    Device,
    /// A tree with a tag.
    Tree,
    /// A bench.
    Bench,
}

impl AssetKind {
    /// All of them.
    pub const ALL: [AssetKind; 8] =
        [Self::LampPost, Self::Bin, Self::Stop, Self::Parcel, Self::ParkingMeter, Self::Device, Self::Tree, Self::Bench];

    /// As in the pack and in the row: `lamp_post`.
    pub fn word(self) -> &'static str {
        match self {
            Self::LampPost => "lamp_post",
            Self::Bin => "bin",
            Self::Stop => "stop",
            Self::Parcel => "parcel",
            Self::ParkingMeter => "parking_meter",
            Self::Device => "device",
            Self::Tree => "tree",
            Self::Bench => "bench",
        }
    }

    /// Reads the word of the pack; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What it is called in Polish, in which places are told to units: `latarnia`.
    pub fn noun(self) -> &'static str {
        match self {
            Self::LampPost => "latarnia",
            Self::Bin => "kosz",
            Self::Stop => "przystanek",
            Self::Parcel => "działka",
            Self::ParkingMeter => "parkomat",
            Self::Device => "urządzenie",
            Self::Tree => "drzewo",
            Self::Bench => "ławka",
        }
    }
}

/// A thing of the city with a number on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// What it is.
    pub kind: AssetKind,
    /// The number as it stands on it, unique within its kind: `L-1234`, `12/4`.
    pub code: String,
    /// Where it stands.
    pub point: Point,
    /// The key of the unit that looks after it, when known.
    pub unit: Option<String>,
    /// The key of the street it stands on, when known.
    pub street: Option<String>,
    /// Words that help to find it: `przy wejściu do parku`; may be empty.
    pub near: String,
}

impl Asset {
    /// The id of its row.
    pub fn id(&self) -> Id {
        Id::named("asset", &format!("{} {}", self.kind.word(), self.code))
    }

    /// What it is and its number: `latarnia 01234`.
    pub fn label(&self) -> String {
        format!("{} {}", self.kind.noun(), self.code)
    }
}
