//! The rows of roles and skills, and who holds them.

use std::collections::{BTreeMap, BTreeSet};

use base::{Error, Id, Result, Wording};
use serde_json::Value as Json;
use store::{Read, Row, Tx, params};

use crate::model::{Permissions, ROLES_OF_A_CITY, Role, Skill};

/// The most rows that say who holds which role.
const HOLDINGS: i64 = 100_000;

const COLUMNS: &str = "select key, name, permissions, temporary, second_factor from roles where retired is null";

fn made(row: &Row<'_>) -> Result<Role> {
    let name = serde_json::from_value::<Wording>(row.get(1)?).map_err(Error::internal)?;
    Ok(Role {
        key: row.get(0)?,
        name,
        permissions: Permissions::from_json(&row.get(2)?),
        temporary: row.get(3)?,
        second_factor: row.get(4)?,
    })
}

/// A city has some dozen roles: never more than are allowed.
fn most() -> i64 {
    i64::try_from(ROLES_OF_A_CITY).unwrap_or(i64::MAX)
}

pub(crate) fn roles(read: &Read<'_>) -> Result<Vec<Role>> {
    read.query(&format!("{COLUMNS} order by key limit $1"), params![most()], made)
}

pub(crate) fn role(read: &Read<'_>, id: Id) -> Result<Role> {
    read.one(&format!("{COLUMNS} and id = $1"), params![id], made)
}

fn name(name: &Wording) -> Result<Json> {
    serde_json::to_value(name).map_err(Error::internal)
}

pub(crate) fn put_role(tx: &Tx<'_>, role: &Role) -> Result<()> {
    tx.execute(
        "insert into roles (id, key, name, permissions, temporary, second_factor) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set name = excluded.name, permissions = excluded.permissions, temporary = excluded.temporary,
             second_factor = excluded.second_factor, retired = null",
        params![role.id(), role.key, name(&role.name)?, role.permissions.to_json(), role.temporary, role.second_factor],
    )?;
    Ok(())
}

/// Nobody can be given the role any more.
pub(crate) fn retire_role(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update roles set retired = true where id = $1", params![id])?;
    Ok(())
}

/// What an account may do: its own permissions, and those of all its roles as they are now.
pub(crate) fn permissions_of(read: &Read<'_>, account_id: Id, own: &Permissions) -> Result<Permissions> {
    let of_roles = read.query(
        "select r.permissions from account_roles h join roles r on r.id = h.role_id where h.account_id = $1 limit $2",
        params![account_id, most()],
        |row| Ok(Permissions::from_json(&row.get(0)?)),
    )?;
    Ok(own.iter().chain(of_roles.iter().flat_map(Permissions::iter)).collect())
}

/// Whether one of the account's roles asks for a second factor.
pub(crate) fn has_asking_role(read: &Read<'_>, account_id: Id) -> Result<bool> {
    let sql = "select exists (select 1 from account_roles h join roles r on r.id = h.role_id where h.account_id = $1 and r.second_factor)";
    read.value(sql, params![account_id])
}

pub(crate) fn roles_of(read: &Read<'_>, account_id: Id) -> Result<BTreeSet<Id>> {
    let held =
        read.query("select role_id from account_roles where account_id = $1 limit $2", params![account_id, most()], |row| row.get(0))?;
    Ok(held.into_iter().collect())
}

/// The roles of everybody.
pub(crate) fn holdings(read: &Read<'_>) -> Result<BTreeMap<Id, BTreeSet<Id>>> {
    let rows = read.query("select account_id, role_id from account_roles limit $1", params![HOLDINGS], |row| {
        Ok((row.get::<Id>(0)?, row.get::<Id>(1)?))
    })?;
    let mut held: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for (account_id, role_id) in rows {
        held.entry(account_id).or_default().insert(role_id);
    }
    Ok(held)
}

/// How many accounts hold each role.
pub(crate) fn holders(read: &Read<'_>) -> Result<BTreeMap<Id, i64>> {
    let sql = "select h.role_id, count(*) from account_roles h join accounts a on a.id = h.account_id where a.active group by h.role_id";
    let counts = read.query(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(counts.into_iter().collect())
}

pub(crate) fn give_role(tx: &Tx<'_>, account_id: Id, role_id: Id) -> Result<()> {
    tx.execute("insert into account_roles (account_id, role_id) values ($1, $2)", params![account_id, role_id])?;
    Ok(())
}

pub(crate) fn take_roles(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    tx.execute("delete from account_roles where account_id = $1", params![account_id])?;
    Ok(())
}

/// How many accounts may administer for good: in use, without an end.
pub(crate) fn administrators(read: &Read<'_>) -> Result<i64> {
    // A word in its quotes stands for itself in a list of words, on both engines.
    read.value(
        "select count(*) from accounts a where a.active and a.ends_at is null
           and (cast(a.permissions as TEXT) like '%\"administer\"%' or exists (
             select 1 from account_roles h join roles r on r.id = h.role_id
             where h.account_id = a.id and cast(r.permissions as TEXT) like '%\"administer\"%'))",
        &[],
    )
}

pub(crate) fn skills(read: &Read<'_>) -> Result<Vec<Skill>> {
    read.query("select key, name from skills order by key limit $1", params![most()], |row| {
        Ok(Skill { key: row.get(0)?, name: serde_json::from_value(row.get(1)?).map_err(Error::internal)? })
    })
}

pub(crate) fn put_skill(tx: &Tx<'_>, skill: &Skill) -> Result<()> {
    tx.execute(
        "insert into skills (key, name) values ($1, $2) on conflict (key) do update set name = excluded.name",
        params![skill.key, name(&skill.name)?],
    )?;
    Ok(())
}

/// Takes the skill off the list, unless somebody has it.
pub(crate) fn delete_skill(tx: &Tx<'_>, key: &str) -> Result<bool> {
    let sql = "delete from skills where key = $1 and not exists (select 1 from account_skills h where h.skill = $1)";
    Ok(tx.execute(sql, params![key])? > 0)
}
