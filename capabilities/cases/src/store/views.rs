//! The searches of the inbox that people keep under a name.

use base::{Error, Id, Result};
use staff::Viewer;
use store::{Read, Tx, params};

/// The most that one person or one unit keeps.
pub(crate) const VIEWS: i64 = 30;

/// A kept search.
#[derive(Debug, Clone)]
pub(crate) struct View {
    pub id: Id,
    pub name: String,
    /// What stands after the question mark of its address.
    pub query: String,
    /// Whether all of the unit have it.
    pub shared: bool,
    /// Whether the viewer made it.
    pub own: bool,
}

/// The viewer's own and those of their unit, by name.
pub(crate) fn views(read: &Read<'_>, viewer: &Viewer) -> Result<Vec<View>> {
    read.query(
        "select id, name, query, unit_id is not null, account_id = $1 from case_views where account_id = $1 or unit_id = $2
         order by name, id limit $3",
        params![viewer.account_id, viewer.unit_id, 2 * VIEWS],
        |row| Ok(View { id: row.get(0)?, name: row.get(1)?, query: row.get(2)?, shared: row.get(3)?, own: row.get(4)? }),
    )
}

pub(crate) fn insert_view(tx: &Tx<'_>, viewer: &Viewer, view: &View) -> Result<()> {
    let unit_id = viewer.unit_id.filter(|_| view.shared);
    tx.execute(
        "insert into case_views (id, account_id, unit_id, name, query) values ($1, $2, $3, $4, $5)",
        params![view.id, viewer.account_id, unit_id, view.name, view.query],
    )
    .map(drop)
}

/// Forgets one of the viewer's own.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub(crate) fn delete_view(tx: &Tx<'_>, viewer: &Viewer, id: Id) -> Result<()> {
    match tx.execute("delete from case_views where id = $1 and account_id = $2", params![id, viewer.account_id])? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}
