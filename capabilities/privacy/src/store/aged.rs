//! What is old enough to go by a rule of retention. Whoever is under a legal hold or a restriction (GDPR art. 18), or waits for an
//! answer to a request, keeps everything, and so does everybody who is one person with them.

use base::{Id, Moment, Result};
use jiff::{civil::Date, tz::TimeZone};
use store::{Read, ToValue, Value, params};

use crate::model::{After, Category, Rule, What};

/// Those of whom nothing goes, with all rows that are one person with them.
const PROTECTED: &str = "with recursive protected (id) as (
     select p.id from residents p where p.restricted_at is not null
         or exists (select 1 from legal_holds h where h.subject_id = p.id and h.released_at is null)
         or exists (select 1 from privacy_requests q where q.resident_id = p.id and q.ended_at is null)
     union
     select case when r.id = k.id then r.merged_into else r.id end
         from protected k join residents r on (r.id = k.id and r.merged_into is not null) or r.merged_into = k.id)";

/// That something of the resident's own words or photos is left in a report.
const REPORT_LEFT: &str = "(r.body <> '' or exists (select 1 from answers a where a.report_id = r.id and a.value <> ''
    and a.kind in ('text', 'number', 'date'))
    or exists (select 1 from photos f where f.report_id = r.id and f.state <> 'erased'))";
/// That something is left of a case that strangers never saw, and that nobody who took part in it is protected.
const CASE_LEFT: &str = "not c.public and (c.place <> '' or exists (select 1 from case_words w where w.case_id = c.id and w.body <> '')
        or exists (select 1 from photos f where f.case_id = c.id and f.state <> 'erased'))
    and not exists (select 1 from reports o join protected k on k.id = o.resident_id where o.case_id = c.id)";

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
        What::Case => of_reports(read, "c.id", "c.closed_at", CASE_LEFT, (rule, asked), &mut given)?,
        What::Notice => {
            let since = match rule.after {
                After::Closed => "c.closed_at",
                After::Created => "n.queued_at",
                _ => "n.ended_at",
            };
            of_reports(read, "n.id", since, "(n.address <> '' or n.body <> '')", (rule, asked), &mut given)?
        }
        What::Interaction => of_interactions(rule),
        What::Resident => return quiet_people(read, asked),
        // Rows of these have no subject of their own: the rooms that keep them count and remove them.
        What::CallerNumber | What::Look | What::Session => return Ok(Vec::new()),
    };
    read.query(&sql, &given, |row| row.get(0))
}

/// Rows that hang on a report of an ended case.
fn of_reports(read: &Read<'_>, id: &str, since: &str, left: &str, of: (&Rule, Asked<'_>), given: &mut Vec<Value>) -> Result<String> {
    let (rule, asked) = of;
    let archive = archive_over(read, asked, given)?;
    let meant = meant(read, rule, given)?;
    let notices = if rule.what == What::Notice { "join notices n on n.subject_id = r.id" } else { "" };
    Ok(format!(
        "{PROTECTED} select {id} from reports r join cases c on c.id = r.case_id join services s on s.id = c.service_id {notices}
         where c.state = 'closed' and {since} < $1 and {left} and {archive} and {meant}
           and not exists (select 1 from protected k where k.id = r.resident_id)
           and not exists (select 1 from legal_holds h where h.released_at is null and h.subject_id in (select m.id from cases m where m.id = c.id or m.merged_into = c.id))
         group by {id}, {since} order by {since}, {id} limit $2"
    ))
}

/// The condition that the rule is meant for the case: its service names the rule, or names none of those about the same
/// thing and the rule's own bounds fit. The rule that a service names wins over the general ones.
fn meant(read: &Read<'_>, rule: &Rule, given: &mut Vec<Value>) -> Result<String> {
    const NAMED: &str = "s.details->>'retention'";
    let rivals = super::rules(read)?.into_iter().filter(|other| other.what == rule.what);
    given.push(rule.key.to_value());
    let own = format!("{NAMED} = ${}", given.len());
    let mut general = String::new();
    for rival in rivals {
        given.push(rival.key.to_value());
        general.push_str(&format!(" and {NAMED} <> ${}", given.len()));
    }
    let mut bounds = String::new();
    for (column, word) in [("s.key", &rule.service), ("c.kind", &rule.kind)] {
        if let Some(word) = word {
            given.push(word.to_value());
            bounds.push_str(&format!(" and {column} = ${}", given.len()));
        }
    }
    Ok(format!("({own} or (({NAMED} is null or (1 = 1{general})){bounds}))"))
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
        "{PROTECTED} select i.id from interactions i where {since} < $1
           and (i.resident_id is not null or exists (select 1 from interaction_notes n where n.interaction_id = i.id))
           and not exists (select 1 from reports r join cases c on c.id = r.case_id where r.interaction_id = i.id and (c.state <> 'closed'
               or exists (select 1 from legal_holds h where h.released_at is null and h.subject_id in (select m.id from cases m where m.id = c.id or m.merged_into = c.id))
               or exists (select 1 from protected k where k.id = r.resident_id)))
           and not exists (select 1 from protected k where k.id = i.resident_id)
         order by {since}, i.id limit $2"
    )
}

/// That somebody, by this row alone, has not turned to us since, and that none of their matters is open or held.
const QUIET: &str = "p.created_at < $1
    and not exists (select 1 from interactions i where i.resident_id = p.id and i.begun_at >= $1)
    and not exists (select 1 from followers f where f.resident_id = p.id and f.began_at >= $1)
    and not exists (select 1 from privacy_requests q where q.resident_id = p.id and q.registered_at >= $1)
    and not exists (select 1 from reports o join cases c on c.id = o.case_id where o.resident_id = p.id and (c.state <> 'closed'
        or o.received_at >= $1 or exists (select 1 from legal_holds h where h.released_at is null and h.subject_id in (select m.id from cases m where m.id = c.id or m.merged_into = c.id))))";

/// A row that is quiet by itself.
struct Quiet {
    id: Id,
    created_at: Moment,
    /// Whether other rows are one person with it.
    joined: bool,
}

/// People who have not turned to us since, in any of their rows.
fn quiet_people(read: &Read<'_>, asked: Asked<'_>) -> Result<Vec<Id>> {
    let limit = usize::try_from(asked.limit).unwrap_or(usize::MAX);
    let (mut found, mut last) = (Vec::new(), None);
    loop {
        let some = quiet_rows(read, asked, last)?;
        let Some(end) = some.last() else { return Ok(found) };
        last = Some((end.created_at, end.id));
        for row in some {
            if !row.joined || is_quiet_family(read, row.id, asked.before)? {
                found.push(row.id);
            }
            if found.len() >= limit {
                return Ok(found);
            }
        }
    }
}

/// The next quiet rows of nobody who is protected, oldest first.
fn quiet_rows(read: &Read<'_>, asked: Asked<'_>, last: Option<(Moment, Id)>) -> Result<Vec<Quiet>> {
    let mut given = params![asked.before, asked.limit].to_vec();
    let mut on = String::new();
    if let Some((at, id)) = last {
        given.extend([at.to_value(), id.to_value()]);
        on.push_str("and (p.created_at > $3 or (p.created_at = $3 and p.id > $4))");
    }
    let sql = format!(
        "{PROTECTED} select p.id, p.created_at, p.merged_into is not null or exists (select 1 from residents m where m.merged_into = p.id)
         from residents p where p.erased_at is null and {QUIET} {on} and not exists (select 1 from protected k where k.id = p.id)
         order by p.created_at, p.id limit $2"
    );
    read.query(&sql, &given, |row| Ok(Quiet { id: row.get(0)?, created_at: row.get(1)?, joined: row.get(2)? }))
}

fn is_quiet_family(read: &Read<'_>, id: Id, before: Moment) -> Result<bool> {
    let sql = format!("select exists (select 1 from residents p where p.id = $2 and {QUIET})");
    for member in super::family(read, id)? {
        if !read.value::<bool>(&sql, params![before, member])? {
            return Ok(false);
        }
    }
    Ok(true)
}
