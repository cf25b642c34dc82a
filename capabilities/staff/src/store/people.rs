//! The rows of people as pages, the directory and the queue know them.

use std::collections::BTreeMap;

use base::{Error, Id, Moment, Result};
use hours::Week;
use serde_json::Value as Json;
use store::{Read, Row, Tx, params};

use super::roles::roles_of;
use crate::model::{Held, Levels, Permissions, Person, Profile};

/// The most accounts that are listed and searched; a city of a million has some thousand.
const PEOPLE: i64 = 10_000;

const COLUMNS: &str = "select a.id, a.login, a.name, a.unit_id, u.short, a.permissions, a.active, a.password is not null,
         a.title, a.email, a.phone, a.room, a.ends_at, a.pattern, a.deputy_id,
         exists (select 1 from identities i where i.account_id = a.id)
     from accounts a left join units u on u.id = a.unit_id";

fn made(row: &Row<'_>) -> Result<Person> {
    let pattern: Option<Json> = row.get(13)?;
    let profile = Profile {
        name: row.get(2)?,
        unit_id: row.get(3)?,
        title: row.get(8)?,
        email: row.get(9)?,
        phone: row.get(10)?,
        room: row.get(11)?,
        ends_at: row.get(12)?,
        pattern: pattern.map(serde_json::from_value::<Week>).transpose().map_err(Error::internal)?,
        deputy_id: row.get(14)?,
        ..Profile::default()
    };
    Ok(Person {
        account_id: row.get(0)?,
        login: row.get(1)?,
        profile,
        unit: row.get(4)?,
        own_permissions: Permissions::from_json(&row.get(5)?),
        roles: std::collections::BTreeSet::new(),
        active: row.get(6)?,
        has_password: row.get(7)?,
        by_single_sign_on: row.get(15)?,
    })
}

/// All accounts by name, without roles and levels.
pub(crate) fn people(read: &Read<'_>) -> Result<Vec<Person>> {
    read.query(&format!("{COLUMNS} order by a.name, a.id limit $1"), params![PEOPLE], made)
}

/// The people of a unit whose accounts are in use, by name.
///
/// # Errors
/// As [`Read::query`].
pub fn people_of(read: &Read<'_>, unit_id: Id) -> Result<Vec<(Id, String)>> {
    let sql = "select id, name from accounts where unit_id = $1 and active order by name, id limit $2";
    read.query(sql, params![unit_id, PEOPLE], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// One account with everything.
pub(crate) fn person(read: &Read<'_>, account_id: Id) -> Result<Person> {
    let mut person = read.one(&format!("{COLUMNS} where a.id = $1"), params![account_id], made)?;
    person.roles = roles_of(read, account_id)?;
    person.profile.languages = levels_of(read, LANGUAGES_OF_ONE, account_id)?;
    person.profile.skills = levels_of(read, SKILLS_OF_ONE, account_id)?;
    Ok(person)
}

const LANGUAGES_OF_ONE: &str = "select tag, level from account_languages where account_id = $1";
const SKILLS_OF_ONE: &str = "select skill, level from account_skills where account_id = $1";

fn levels_of(read: &Read<'_>, sql: &str, account_id: Id) -> Result<Levels> {
    let rows = read.query(sql, params![account_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.into_iter().collect())
}

/// The languages of everybody.
pub(crate) fn languages(read: &Read<'_>) -> Result<BTreeMap<Id, Levels>> {
    levels(read, "select account_id, tag, level from account_languages limit $1")
}

/// The skills of everybody.
pub(crate) fn skills_of_all(read: &Read<'_>) -> Result<BTreeMap<Id, Levels>> {
    levels(read, "select account_id, skill, level from account_skills limit $1")
}

fn levels(read: &Read<'_>, sql: &str) -> Result<BTreeMap<Id, Levels>> {
    let rows = read.query(sql, params![PEOPLE * 10], |row| Ok((row.get::<Id>(0)?, row.get::<String>(1)?, row.get::<i64>(2)?)))?;
    let mut all: BTreeMap<Id, Levels> = BTreeMap::new();
    for (account_id, word, level) in rows {
        all.entry(account_id).or_default().insert(word, level);
    }
    Ok(all)
}

pub(crate) fn put_profile(tx: &Tx<'_>, account_id: Id, profile: &Profile) -> Result<()> {
    let pattern = profile.pattern.as_ref().map(serde_json::to_value).transpose().map_err(Error::internal)?;
    let Profile { name, unit_id, title, email, phone, room, ends_at, deputy_id, .. } = profile;
    tx.execute(
        "update accounts set name = $2, unit_id = $3, title = $4, email = $5, phone = $6, room = $7, ends_at = $8, pattern = $9,
             deputy_id = $10 where id = $1",
        params![account_id, name, unit_id, title, email, phone, room, ends_at, pattern, deputy_id],
    )?;
    Ok(())
}

pub(crate) fn put_languages(tx: &Tx<'_>, account_id: Id, languages: &Levels) -> Result<()> {
    tx.execute("delete from account_languages where account_id = $1", params![account_id])?;
    let rows: Vec<_> = languages.iter().map(|(tag, level)| params![account_id, tag, level].to_vec()).collect();
    tx.execute_many("insert into account_languages (account_id, tag, level) values ($1, $2, $3)", &rows)
}

pub(crate) fn put_skills(tx: &Tx<'_>, account_id: Id, skills: &Levels) -> Result<()> {
    tx.execute("delete from account_skills where account_id = $1", params![account_id])?;
    let rows: Vec<_> = skills.iter().map(|(skill, level)| params![account_id, skill, level].to_vec()).collect();
    tx.execute_many("insert into account_skills (account_id, skill, level) values ($1, $2, $3)", &rows)
}

/// The permissions in the account's own row.
pub(crate) fn own_permissions(read: &Read<'_>, account_id: Id) -> Result<Permissions> {
    read.one("select permissions from accounts where id = $1", params![account_id], |row| Ok(Permissions::from_json(&row.get(0)?)))
}

pub(crate) fn put_own_permissions(tx: &Tx<'_>, account_id: Id, permissions: &Permissions) -> Result<()> {
    tx.execute("update accounts set permissions = $2 where id = $1", params![account_id, permissions.to_json()])?;
    Ok(())
}

/// What the journal is to tell of the account.
pub(crate) fn held(read: &Read<'_>, account_id: Id) -> Result<Held> {
    let roles = roles_of(read, account_id)?;
    read.one("select permissions, ends_at, deputy_id from accounts where id = $1", params![account_id], |row| {
        Ok(Held { permissions: row.get(0)?, roles: roles.clone(), ends_at: row.get(1)?, deputy_id: row.get(2)? })
    })
}

/// Whether such an account exists and may be used at `now`.
pub(crate) fn is_in_use(read: &Read<'_>, account_id: Id, now: Moment) -> Result<bool> {
    let sql = "select exists (select 1 from accounts where id = $1 and active and (ends_at is null or ends_at > $2))";
    read.value(sql, params![account_id, now])
}
