//! The rows of followers.

use base::{Id, Language, Moment, Result};
use store::{Read, Row, Tx, params, placeholders};

use super::merging::merged_from;
use crate::model::{Follower, Standing};

/// The most followers of one case who are told.
const MOST_TOLD: i64 = 5_000;

/// A follower about to be kept.
pub(crate) struct NewFollower {
    pub id: Id,
    pub case_id: Id,
    pub resident_id: Option<Id>,
    pub language: Language,
    pub token: Option<Id>,
}

pub(crate) fn insert_follower(tx: &Tx<'_>, new: &NewFollower) -> Result<()> {
    tx.execute(
        "insert into followers (id, case_id, resident_id, language, began_at, token) values ($1, $2, $3, $4, $5, $6)",
        params![new.id, new.case_id, new.resident_id, new.language.tag(), tx.now(), new.token],
    )
    .map(drop)
}

pub(crate) fn follower_with_token(read: &Read<'_>, token: Id) -> Result<Option<Id>> {
    read.find("select id from followers where token = $1", params![token], |row| row.get(0))
}

const COLUMNS: &str = "f.id, f.case_id, f.resident_id, f.language, f.began_at, f.confirmed_at, f.ended_at";

fn follower(row: &Row<'_>) -> Result<Follower> {
    let (language, confirmed_at, ended_at): (String, Option<Moment>, Option<Moment>) = (row.get(3)?, row.get(5)?, row.get(6)?);
    Ok(Follower {
        id: row.get(0)?,
        case_id: row.get(1)?,
        resident_id: row.get(2)?,
        language: Language::from_tag(&language).unwrap_or_default(),
        began_at: row.get(4)?,
        standing: Standing::of(confirmed_at, ended_at),
    })
}

/// A follower who left an address.
///
/// # Errors
/// [`base::Error::NotFound`] without one.
pub(crate) fn find_follower(read: &Read<'_>, id: Id) -> Result<Follower> {
    read.one(&format!("select {COLUMNS} from followers f where f.id = $1 and f.resident_id is not null"), params![id], follower)
}

/// The following of this resident that has not ended, of this very case.
pub(crate) fn following_of(read: &Read<'_>, case_id: Id, resident_id: Id) -> Result<Option<Follower>> {
    let sql = format!("select {COLUMNS} from followers f where f.case_id = $1 and f.resident_id = $2 and f.ended_at is null");
    read.find(&sql, params![case_id, resident_id], follower)
}

pub(crate) fn followings_of(read: &Read<'_>, resident_id: Id) -> Result<Vec<Follower>> {
    let sql = format!("select {COLUMNS} from followers f where f.resident_id = $1 order by f.began_at, f.id");
    read.query(&sql, params![resident_id], follower)
}

/// Those who are told of the case: its own followers, and those of the cases merged into it.
pub(crate) fn followers_told(read: &Read<'_>, case_id: Id) -> Result<Vec<Follower>> {
    let cases = with_merged(read, case_id)?;
    let sql = format!(
        "select {COLUMNS} from followers f where f.case_id in {} and f.confirmed_at is not null and f.ended_at is null
         order by f.began_at, f.id limit {MOST_TOLD}",
        placeholders(1, cases.len())
    );
    read.query(&sql, &params_of(&cases), follower)
}

/// How many others said that the case concerns them: those only counted, and those who have confirmed their address.
pub(crate) fn count_followers(read: &Read<'_>, case_id: Id) -> Result<i64> {
    let cases = with_merged(read, case_id)?;
    let sql = format!(
        "select count(*) from followers where case_id in {} and (resident_id is null or confirmed_at is not null)",
        placeholders(1, cases.len())
    );
    read.value(&sql, &params_of(&cases))
}

fn with_merged(read: &Read<'_>, case_id: Id) -> Result<Vec<Id>> {
    let mut cases = merged_from(read, case_id)?;
    cases.push(case_id);
    Ok(cases)
}

fn params_of(ids: &[Id]) -> Vec<store::Value> {
    ids.iter().map(store::ToValue::to_value).collect()
}

/// How many reports the case has.
pub(crate) fn count_reports(read: &Read<'_>, case_id: Id) -> Result<i64> {
    read.value("select count(*) from reports where case_id = $1", params![case_id])
}

pub(crate) fn set_confirmed(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update followers set confirmed_at = $2 where id = $1", params![id, tx.now()]).map(drop)
}

pub(crate) fn set_ended(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update followers set ended_at = $2 where id = $1", params![id, tx.now()]).map(drop)
}

/// Whether the resident is known only because this following was asked for.
pub(crate) fn came_to_follow(read: &Read<'_>, follower: &Follower) -> Result<bool> {
    read.value(
        "select exists (select 1 from residents p where p.id = $1 and p.created_at = $3)
            and not exists (select 1 from reports r where r.resident_id = $1)
            and not exists (select 1 from interactions i where i.resident_id = $1)
            and not exists (select 1 from followers f where f.resident_id = $1 and f.id <> $2)",
        params![follower.resident_id, follower.id, follower.began_at],
    )
}

/// Followers whose row does not follow from the journal, one sentence each.
pub(crate) fn verify_followers(read: &Read<'_>) -> Result<Vec<String>> {
    let told = |kind: &str| format!("exists (select 1 from events e where e.subject_id = f.id and e.kind = '{kind}')");
    let sql = format!(
        "select f.id from followers f left join events b on b.subject_id = f.id and b.version = 1
         where b.kind is distinct from 'follower.began' or b.at <> f.began_at
            or (f.confirmed_at is not null) <> {} or (f.ended_at is not null) <> {} order by f.id limit 100",
        told("follower.confirmed"),
        told("follower.ended")
    );
    let mut faults = read.query(&sql, &[], astray)?;
    let begun = "select f.id, f.case_id, b.facts from followers f join events b on b.subject_id = f.id and b.version = 1 order by f.id";
    let elsewhere = read.query(begun, &[], |row| {
        let facts: serde_json::Value = row.get(2)?;
        let case_id: Id = row.get(1)?;
        Ok((facts["case"] != case_id.to_string()).then_some(()).map(|()| astray(row)))
    })?;
    faults.extend(elsewhere.into_iter().flatten().collect::<Result<Vec<_>>>()?);
    Ok(faults)
}

fn astray(row: &Row<'_>) -> Result<String> {
    Ok(format!("follower {}: it does not follow from the journal", row.get::<Id>(0)?))
}
