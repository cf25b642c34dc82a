//! Streets and the addresses along them.

use base::{Id, Point};

use super::HouseNumber;

/// What stands before a street's name on its sign; empty for a name that stands alone, such as `Rynek`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Prefix {
    /// ulica.
    Street,
    /// aleja, aleje.
    Avenue,
    /// plac.
    Square,
    /// osiedle.
    Estate,
    /// rondo.
    Roundabout,
    /// None.
    Bare,
}

impl Prefix {
    /// All of them.
    pub const ALL: [Prefix; 6] = [Self::Street, Self::Avenue, Self::Square, Self::Estate, Self::Roundabout, Self::Bare];

    /// As on the sign and in the pack: `ul.`, `al.`, `pl.`, `os.`, `rondo` or nothing.
    pub fn word(self) -> &'static str {
        match self {
            Self::Street => "ul.",
            Self::Avenue => "al.",
            Self::Square => "pl.",
            Self::Estate => "os.",
            Self::Roundabout => "rondo",
            Self::Bare => "",
        }
    }

    /// Reads the word of the sign; an unknown word is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|prefix| prefix.word() == word)
    }

    /// Reads the prefix from a folded word in any of its cases, such as `ulicy` or `placu`.
    pub(super) fn from_folded(word: &str) -> Option<Self> {
        match word {
            "ul" | "ulica" | "ulicy" | "ulice" => Some(Self::Street),
            "al" | "aleja" | "alei" | "aleje" | "alejach" => Some(Self::Avenue),
            "pl" | "plac" | "placu" | "placem" => Some(Self::Square),
            "os" | "osiedle" | "osiedlu" | "osiedla" => Some(Self::Estate),
            "rondo" | "rondzie" | "ronda" | "rondem" => Some(Self::Roundabout),
            _ => None,
        }
    }
}

/// A street, square, estate or whatever else numbers houses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Street {
    /// The word by which the pack names it, unique among streets: `olszowa`.
    pub key: String,
    /// What stands before the name.
    pub prefix: Prefix,
    /// The name as on the sign: `Olszowa`.
    pub name: String,
    /// The phrase that says where: `przy ul. Olszowej`; may be empty, then the endings of Polish tell.
    pub name_where: String,
}

impl Street {
    /// The id of its row.
    pub fn id(&self) -> Id {
        Id::named("street", &self.key)
    }

    /// The whole sign: `ul. Olszowa`.
    pub fn label(&self) -> String {
        format!("{} {}", self.prefix.word(), self.name).trim_start().to_owned()
    }
}

/// A house number with its point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The key of the street.
    pub street: String,
    /// The number as on the house: `14A`.
    pub number: String,
    /// The same, read.
    pub house: HouseNumber,
    /// The entrance, or the middle of the house.
    pub point: Point,
    /// The key of the district, when known.
    pub district: Option<String>,
}

impl Address {
    /// An address whose number can be read; otherwise `None`.
    pub fn new(street: &str, number: &str, point: Point, district: Option<String>) -> Option<Self> {
        let house = HouseNumber::parse(number)?;
        Some(Self { street: street.to_owned(), number: number.trim().to_owned(), house, point, district })
    }

    /// The id of its row: the same for `14a` and `14 A`.
    pub fn id(&self) -> Id {
        Id::named("address", &format!("{} {}", self.street, self.house))
    }
}
