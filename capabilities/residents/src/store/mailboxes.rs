//! Mailboxes by which somebody shows that letters to a resident reach them.

use base::{Email, Id, Result};
use store::{Read, params};

use super::{only_user, reach::known};
use crate::model::{Basis, Reach, Way, choose};

/// The mailbox of one resident alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The way to be reached that it is.
    pub way_id: Id,
    /// Whose it is: the resident whom all rows of theirs became.
    pub resident_id: Id,
    /// The address.
    pub email: Email,
}

/// The mailbox with this address; `None` when it is nobody's, or when several people use it, since nobody knows who of them reads.
///
/// # Errors
/// As [`Read::query`].
pub fn mailbox(read: &Read<'_>, email: &Email) -> Result<Option<Mailbox>> {
    let sql = "select id from ways where kind = 'email' and address = $1 order by created_at, id limit 1";
    let way_id: Option<Id> = read.find(sql, params![email.as_str()], |row| row.get(0))?;
    let resident_id = only_user(read, &Way::Email(email.clone()))?;
    Ok(way_id.zip(resident_id).map(|(way_id, resident_id)| Mailbox { way_id, resident_id, email: email.clone() }))
}

/// The same by the id of the way; `None` also when it was taken away meanwhile.
///
/// # Errors
/// As [`Read::query`].
pub fn mailbox_of(read: &Read<'_>, way_id: Id) -> Result<Option<Mailbox>> {
    let sql = "select address from ways where id = $1 and kind = 'email'";
    let address: Option<String> = read.find(sql, params![way_id], |row| row.get(0))?;
    match address.map(|address| address.parse()).transpose()? {
        Some(email) => mailbox(read, &email),
        None => Ok(None),
    }
}

/// How the resident may be reached in this very mailbox, by their needs.
///
/// # Errors
/// [`base::Error::NotFound`] without such a resident.
pub fn way_into(read: &Read<'_>, mailbox: &Mailbox) -> Result<Reach> {
    let mut known = known(read, mailbox.resident_id, &Basis::OwnMatter)?;
    known.ways.retain(|kept| kept.way == Way::Email(mailbox.email.clone()));
    Ok(choose(&known, &Basis::OwnMatter))
}
