//! Passkeys, as their owner sees them, and how many there may be.

use base::{Id, Moment};

/// Passkeys that one account may have.
pub const PASSKEYS: i64 = 10;
/// How long the browser may take to answer, in seconds.
pub const PASSKEY_SECONDS: i64 = 5 * 60;
/// The longest name of a passkey, in letters.
pub const PASSKEY_NAME_LENGTH: usize = 60;

/// A passkey in its owner's list.
#[derive(Debug, Clone)]
pub struct PasskeyTold {
    /// Its id here.
    pub id: Id,
    /// What its owner calls it.
    pub name: String,
    /// Since when.
    pub created_at: Moment,
    /// When it last let somebody in.
    pub used_at: Option<Moment>,
}
