//! Keys of other programs.

use base::{Actor, ActorKind, Error, Id, Result, secret};
use store::{NewEvent, Read, Tx};

use crate::{model::Standing, store as rows};

/// How every key begins, so that one left in a public place can be found by those who look for such.
const BEGINNING: &str = "hejnal_";
/// The longest name of a key, in letters.
const NAME_LENGTH: usize = 100;

/// A key just made. Nobody can ask for it again, so it is not even printed.
pub struct Key {
    /// The id by which it is revoked.
    pub id: Id,
    /// What the other program shows.
    pub key: String,
}

/// The program that showed a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHolder {
    /// The key's id.
    pub id: Id,
    /// What the administrator called it.
    pub name: String,
}

impl KeyHolder {
    /// The program as the one who acts.
    pub fn actor(&self) -> Actor {
        Actor { kind: ActorKind::Key, id: Some(self.id) }
    }
}

fn record(tx: &Tx<'_>, id: Id, kind: &'static str, active: bool) -> Result<()> {
    let facts = Standing { active, unit_id: None }.facts();
    tx.record(NewEvent { subject_kind: "api_key", subject_id: id, kind, facts }).map(drop)
}

/// Makes a key for the program that the administrator calls `name`.
///
/// # Errors
/// [`Error::Invalid`] on field `name` with message `staff-name-invalid`.
pub fn create_key(tx: &Tx<'_>, name: &str) -> Result<Key> {
    if name.trim().is_empty() || name.chars().count() > NAME_LENGTH {
        return Err(Error::invalid("name", "staff-name-invalid"));
    }
    let (id, key) = (Id::new(), format!("{BEGINNING}{}", secret::token()));
    insert(tx, id, name.trim(), &key)?;
    Ok(Key { id, key })
}

pub(super) fn insert(tx: &Tx<'_>, id: Id, name: &str, key: &str) -> Result<()> {
    rows::insert_key(tx, id, name, &secret::sha256(key.as_bytes()))?;
    record(tx, id, "api_key.created", true)
}

/// Whose key this is; a revoked or unknown one is nobody's.
///
/// # Errors
/// As [`Read::query`].
pub fn key_holder(read: &Read<'_>, key: &str) -> Result<Option<KeyHolder>> {
    let found = rows::find_key(read, &secret::sha256(key.as_bytes()))?;
    Ok(found.map(|(id, name)| KeyHolder { id, name }))
}

/// Revokes the key at once; harmless when it is revoked already.
///
/// # Errors
/// As [`Tx::execute`].
pub fn revoke_key(tx: &Tx<'_>, id: Id) -> Result<()> {
    if rows::revoke_key(tx, id)? { record(tx, id, "api_key.revoked", false) } else { Ok(()) }
}
