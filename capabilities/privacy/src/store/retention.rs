//! The rows of retention: rules, the switch, runs, tombstones.

use base::{Error, Id, Moment, Result};
use serde_json::{Map, Value as Json};
use store::{Read, Tx, params};

use crate::model::Rule;

pub(crate) fn put_rules(tx: &Tx<'_>, rules: &[Rule]) -> Result<()> {
    tx.execute("delete from retention_rules", &[])?;
    for (place, rule) in (0_i64..).zip(rules) {
        let kept = serde_json::to_value(rule).map_err(Error::internal)?;
        tx.execute("insert into retention_rules (key, place, rule) values ($1, $2, $3)", params![rule.key, place, kept])?;
    }
    Ok(())
}

pub(crate) fn rules(read: &Read<'_>) -> Result<Vec<Rule>> {
    read.query("select rule from retention_rules order by place", &[], |row| serde_json::from_value(row.get(0)?).map_err(Error::internal))
}

/// Who switched the daily run on, and when, while it is on.
pub(crate) fn switched_on(read: &Read<'_>) -> Result<Option<(String, Moment)>> {
    let sql = "select a.name, s.since from retention_switches s join accounts a on a.id = s.account_id where s.key = 'daily'";
    read.find(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn put_switch(tx: &Tx<'_>, on: Option<Id>) -> Result<()> {
    tx.execute("delete from retention_switches where key = 'daily'", &[])?;
    if let Some(account_id) = on {
        let sql = "insert into retention_switches (key, account_id, since) values ('daily', $1, $2)";
        tx.execute(sql, params![account_id, tx.now()])?;
    }
    Ok(())
}

/// A run as kept.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub begun_at: Moment,
    pub ended_at: Option<Moment>,
    /// Who asked for it; `None` for the daily one.
    pub by: Option<String>,
    /// How many of each rule.
    pub counts: Vec<(String, i64)>,
}

pub(crate) fn insert_run(tx: &Tx<'_>, id: Id, by: Option<Id>) -> Result<()> {
    let sql = "insert into retention_runs (id, begun_at, account_id, counts) values ($1, $2, $3, $4)";
    tx.execute(sql, params![id, tx.now(), by, Json::Object(Map::new())]).map(drop)
}

pub(crate) fn counts_of(read: &Read<'_>, run_id: Id) -> Result<Map<String, Json>> {
    let counts: Json = read.value("select counts from retention_runs where id = $1", params![run_id])?;
    Ok(counts.as_object().cloned().unwrap_or_default())
}

pub(crate) fn save_run(tx: &Tx<'_>, run_id: Id, counts: Map<String, Json>, ended: bool) -> Result<()> {
    let ended_at = ended.then(|| tx.now());
    tx.execute("update retention_runs set counts = $2, ended_at = $3 where id = $1", params![run_id, Json::Object(counts), ended_at])
        .map(drop)
}

/// The newest runs.
pub(crate) fn runs(read: &Read<'_>) -> Result<Vec<Run>> {
    let sql = "select r.begun_at, r.ended_at, a.name, r.counts from retention_runs r left join accounts a on a.id = r.account_id
               order by r.begun_at desc, r.id desc limit 50";
    read.query(sql, &[], |row| {
        let counts: Json = row.get(3)?;
        let counts = counts.as_object().into_iter().flatten().map(|(key, n)| (key.clone(), n.as_i64().unwrap_or_default())).collect();
        Ok(Run { begun_at: row.get(0)?, ended_at: row.get(1)?, by: row.get(2)?, counts })
    })
}

pub(crate) fn insert_tombstone(tx: &Tx<'_>, rule: &Rule, subject_id: Id, run_id: Id) -> Result<()> {
    tx.execute(
        "insert into tombstones (id, what, subject_id, rule, run_id, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (what, subject_id, rule) do nothing",
        params![Id::new(), rule.what.word(), subject_id, rule.key, run_id, tx.now()],
    )
    .map(drop)
}
