//! Ids: UUID version 7 (RFC 9562), so that rows made together lie together.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Error;

/// The id of anything the city keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub Uuid);

impl Id {
    /// A new id; ids made later sort later.
    #[expect(clippy::new_without_default, reason = "an id that came out of nowhere by default would be a fault")]
    pub fn new() -> Self {
        Self(Uuid::now_v7())
    }

    /// The id that always belongs to `name`: for rows that a city pack names by a word (version 8, from SHA-256).
    pub fn named(kind: &str, name: &str) -> Self {
        let digest = crate::secret::sha256(format!("{kind}:{name}").as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Self(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = Error;

    /// Reads the hyphenated form; anything else is [`Error::NotFound`], since no such thing can exist.
    fn from_str(text: &str) -> Result<Self, Error> {
        Uuid::from_str(text).map(Self).map_err(|_| Error::NotFound)
    }
}
