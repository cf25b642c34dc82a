//! The rows of passkeys.

use base::{Id, Result};
use store::{Tx, params};

pub(crate) fn delete_passkeys(tx: &Tx<'_>, account_id: Id) -> Result<usize> {
    tx.execute("delete from passkeys where account_id = $1", params![account_id])
}
