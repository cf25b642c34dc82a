//! The rows of retention: rules, the switch, runs, tombstones, and what is old enough.

use base::{Error, Id, Moment, Result};
use jiff::{civil::Date, tz::TimeZone};
use serde_json::{Map, Value as Json};
use store::{Read, ToValue, Tx, Value, params};

use crate::model::{After, Category, Rule, What};

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

/// That something of the resident's own words is left in a report.
const REPORT_LEFT: &str = "(r.body <> '' or exists (select 1 from answers a where a.report_id = r.id and a.value <> ''
    and a.kind in ('text', 'number', 'date')))";

/// What a rule is asked with: old enough means before this moment, today decides about archive categories.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub before: Moment,
    pub today: Date,
    pub zone: &'a TimeZone,
    pub limit: i64,
}

/// The ids of what the rule finds old enough, the oldest first. What is held, open or kept by its archive category is not
/// among them.
pub(crate) fn old_enough(read: &Read<'_>, rule: &Rule, asked: Asked<'_>) -> Result<Vec<Id>> {
    let mut given = params![asked.before, asked.limit].to_vec();
    let sql = match rule.what {
        What::Report => of_reports(read, "r.id", "c.closed_at", REPORT_LEFT, (rule, asked), &mut given)?,
        What::Case => {
            let left = "not c.public and (c.place <> '' or exists (select 1 from case_words w where w.case_id = c.id and w.body <> ''))";
            of_reports(read, "c.id", "c.closed_at", left, (rule, asked), &mut given)?
        }
        What::Notice => {
            let since = match rule.after {
                After::Closed => "c.closed_at",
                After::Created => "n.queued_at",
                _ => "n.ended_at",
            };
            of_reports(read, "n.id", since, "n.address <> ''", (rule, asked), &mut given)?
        }
        What::Interaction => of_interactions(rule),
        What::Resident => of_residents(),
        // Rows of these have no subject of their own: the rooms that keep them count and remove them.
        What::CallerNumber | What::Look | What::Session => return Ok(Vec::new()),
    };
    read.query(&sql, &given, |row| row.get(0))
}

/// Rows that hang on a report of an ended case.
fn of_reports(read: &Read<'_>, id: &str, since: &str, left: &str, of: (&Rule, Asked<'_>), given: &mut Vec<Value>) -> Result<String> {
    let (rule, asked) = of;
    let archive = archive_over(read, asked, given)?;
    let mut narrow = String::new();
    for (column, word) in [("s.key", &rule.service), ("c.kind", &rule.kind)] {
        if let Some(word) = word {
            given.push(word.to_value());
            narrow.push_str(&format!(" and {column} = ${}", given.len()));
        }
    }
    let notices = if rule.what == What::Notice { "join notices n on n.subject_id = r.id" } else { "" };
    Ok(format!(
        "select {id} from reports r join cases c on c.id = r.case_id join services s on s.id = c.service_id {notices}
         where c.state = 'closed' and {since} < $1 and {left} and {archive}{narrow}
           and not exists (select 1 from legal_holds h where h.released_at is null and h.subject_id in (c.id, r.resident_id))
         group by {id}, {since} order by {since}, {id} limit $2"
    ))
}

/// The condition that no archive category keeps the case any more.
fn archive_over(read: &Read<'_>, asked: Asked<'_>, given: &mut Vec<Value>) -> Result<String> {
    const KEPT: &str = "coalesce(c.archive, s.details->>'archive')";
    let words = "select distinct archive from (select archive from cases union select details->>'archive' as archive from services) a where archive is not null";
    let mut over = format!("({KEPT} is null");
    for word in read.query(words, &[], |row| row.get::<String>(0))? {
        // Categories that an archivist ends, or that nobody can read, never end here.
        let Some(Category::Years(years)) = Category::from_word(&word) else { continue };
        let from = jiff::civil::date(asked.today.year().saturating_sub(years), 1, 1);
        let Some(from) = hours::day_start(from, asked.zone) else { continue };
        given.extend([word.to_value(), from.to_value()]);
        over.push_str(&format!(" or ({KEPT} = ${} and c.closed_at < ${})", given.len() - 1, given.len()));
    }
    Ok(over + ")")
}

/// Conversations that are linked to somebody, or of which something was noted, and belong to no open or held matter.
fn of_interactions(rule: &Rule) -> String {
    let since = if rule.after == After::Ended { "i.ended_at" } else { "i.begun_at" };
    format!(
        "select i.id from interactions i where {since} < $1
           and (i.resident_id is not null or exists (select 1 from interaction_notes n where n.interaction_id = i.id))
           and not exists (select 1 from reports r join cases c on c.id = r.case_id where r.interaction_id = i.id and (c.state <> 'closed'
               or exists (select 1 from legal_holds h where h.released_at is null and h.subject_id = c.id)))
           and not exists (select 1 from legal_holds h where h.released_at is null and h.subject_id = i.resident_id)
         order by {since}, i.id limit $2"
    )
}

/// People who have not turned to us since, and of whose matters none is open or held.
fn of_residents() -> String {
    "select p.id from residents p where p.erased_at is null and p.created_at < $1
       and not exists (select 1 from interactions i where i.resident_id = p.id and i.begun_at >= $1)
       and not exists (select 1 from privacy_requests q where q.resident_id = p.id and (q.ended_at is null or q.registered_at >= $1))
       and not exists (select 1 from residents m where m.merged_into = p.id and m.created_at >= $1)
       and not exists (select 1 from reports o join cases c on c.id = o.case_id where o.resident_id = p.id and (c.state <> 'closed'
           or o.received_at >= $1 or exists (select 1 from legal_holds h where h.released_at is null and h.subject_id = c.id)))
       and not exists (select 1 from legal_holds h where h.released_at is null and h.subject_id = p.id)
     order by p.created_at, p.id limit $2"
        .to_owned()
}
