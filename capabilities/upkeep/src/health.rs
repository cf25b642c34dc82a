//! How every part of the city fares now.

use std::{future::Future, os::unix::fs::MetadataExt, path::Path, time::Duration};

use base::{Live, Moment, Result};
use store::{Db, Read};
use web::{Audience, Banner, T};

use crate::{
    MailSet, Upkeep,
    actions::BACKUP,
    model::{BACKUP_OVERDUE_HOURS, Backup, BackupPlan, DRILL_OVERDUE_DAYS, Drill, Row, Said, State, worst},
    store as rows,
};

/// Free space under which the disk is full, and under which it is low, in bytes.
const FULL_BYTES: u64 = 512 << 20;
const LOW_BYTES: u64 = 5 << 30;
/// Seconds after which a job that was not begun is late, and after which the relay of the journal is.
const LATE_SECONDS: i64 = 300;
const RELAY_SECONDS: i64 = 30;
/// Seconds for which a failed letter is told of.
const RECENT_SECONDS: i64 = 24 * 3_600;

/// What the database tells of itself.
struct Asked {
    engine: &'static str,
    bytes: i64,
    migrations: i64,
    journal: rows::Journal,
    jobs: jobs::Waiting,
    oldest: Option<Moment>,
    mail: rows::Mail,
    plan: Option<BackupPlan>,
    backups: Vec<Backup>,
    drills: Vec<Drill>,
    passed: Option<Moment>,
    webhooks: (i64, i64),
}

fn ask(read: &Read<'_>) -> Result<Asked> {
    Ok(Asked {
        engine: if read.is_postgres() { "PostgreSQL" } else { "SQLite" },
        bytes: rows::database_bytes(read)?,
        migrations: rows::migrations(read)?,
        journal: rows::journal(read)?,
        jobs: jobs::waiting(read)?,
        oldest: rows::oldest_due(read)?,
        mail: rows::mail(read)?,
        plan: rows::setting(read, BACKUP)?,
        backups: rows::backups(read)?,
        drills: rows::drills(read)?,
        passed: rows::last_passed_drill(read)?,
        webhooks: rows::webhook_counts(read)?,
    })
}

/// How every part fares, in the order of the page.
///
/// # Errors
/// When the database does not answer: then it is the database that needs mending.
pub async fn rows(upkeep: &Upkeep, db: &Db) -> Result<Vec<Row>> {
    let asked = db.read(ask).await?;
    let now = db.now();
    let mut rows = vec![database(&asked), disk(upkeep.folder.path()), jobs_row(&asked, now), mail(upkeep.mail, &asked, now)];
    rows.extend(relay(&asked, now));
    rows.extend([backup(upkeep, &asked, now), drill(&asked, now)]);
    rows.extend(webhooks(asked.webhooks));
    rows.extend((upkeep.probe)(now));
    let since = Said::Seconds(now.seconds_since(upkeep.started_at).max(0));
    rows.push(Row::good("program", "ok").with("version", Said::Text(env!("CARGO_PKG_VERSION").into())).with("time", since));
    Ok(rows)
}

/// How often alarms are looked for.
const WATCH: Duration = Duration::from_secs(60);

/// Keeps `alarms` as the parts fare, until `stop` is done.
pub async fn watch(upkeep: Upkeep, db: Db, alarms: Live<Vec<Banner>>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        let bad = rows(&upkeep, &db).await.map_or(true, |rows| worst(&rows) == State::Bad);
        alarms.set(if bad { vec![alarm()] } else { Vec::new() });
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(WATCH) => {}
        }
    }
}

/// What stands above the pages of those who administer while something is bad.
fn alarm() -> Banner {
    Banner { key: "upkeep-alarm".into(), audience: Audience::Staff }
}

/// The sentence of a row, and what to do.
pub fn sentence(t: &T, row: &Row, now: Moment) -> (String, Option<String>) {
    let words: Vec<(&str, String)> = row.said.iter().filter_map(|(name, said)| Some((*name, words(t, said, now)?))).collect();
    let numbers = row.said.iter().filter_map(|(name, said)| match said {
        Said::Number(number) => Some((*name, (*number).into())),
        _ => None,
    });
    let arguments: Vec<_> = words.iter().map(|(name, words)| (*name, words.as_str().into())).chain(numbers).collect();
    let key = format!("upkeep-{}-{}", row.part, row.code);
    let advice = t.find(&format!("{key}-do")).filter(|_| row.state != State::Good);
    (t.with(&key, &arguments), advice.map(str::to_owned))
}

fn words(t: &T, said: &Said, now: Moment) -> Option<String> {
    match said {
        Said::Text(text) => Some(text.clone()),
        Said::Number(_) => None,
        Said::Bytes(bytes) => Some(bytes_in_words(*bytes)),
        Said::At(moment) => Some(t.moment(*moment, now)),
        Said::Seconds(seconds) => Some(t.duration(*seconds)),
    }
}

/// Bytes as people say them, in decimal units.
pub fn bytes_in_words(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        1_000_000..1_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{} GB", bytes / 1_000_000_000),
    }
}

fn database(asked: &Asked) -> Row {
    let row = Row::good("database", if asked.journal.last_at.is_some() { "ok" } else { "empty" })
        .with("engine", Said::Text(asked.engine.into()))
        .with("size", Said::Bytes(asked.bytes.unsigned_abs()))
        .with("migrations", Said::Number(asked.migrations));
    match asked.journal.last_at {
        Some(at) => row.with("when", Said::At(at)),
        None => row,
    }
}

/// How much room is left where the data folder lies.
pub fn disk(path: &Path) -> Row {
    let Ok(stat) = nix::sys::statvfs::statvfs(path) else { return Row::warn("disk", "unknown") };
    let free = stat.blocks_available() * stat.fragment_size();
    let row = match free {
        0..FULL_BYTES => Row::bad("disk", "full"),
        FULL_BYTES..LOW_BYTES => Row::warn("disk", "low"),
        _ => Row::good("disk", "ok"),
    };
    row.with("free", Said::Bytes(free))
}

fn jobs_row(asked: &Asked, now: Moment) -> Row {
    let late = asked.oldest.map(|oldest| now.seconds_since(oldest)).filter(|seconds| *seconds > LATE_SECONDS);
    let row = match (late, asked.jobs.failed) {
        (Some(seconds), _) => Row::bad("jobs", "late").with("time", Said::Seconds(seconds)),
        (None, 0) => Row::good("jobs", "ok"),
        (None, failed) => Row::warn("jobs", "failed").with("failed", Said::Number(failed)),
    };
    row.with("n", Said::Number(asked.jobs.due))
}

fn mail(set: MailSet, asked: &Asked, now: Moment) -> Row {
    let mail = &asked.mail;
    let failed = mail.last_failed.filter(|at| now.seconds_since(*at) < RECENT_SECONDS && mail.last_sent.is_none_or(|sent| sent < *at));
    let row = match (set, failed, mail.last_sent) {
        (MailSet::Nowhere, ..) => Row::bad("mail", "missing"),
        (_, Some(at), _) => Row::bad("mail", "failed").with("when", Said::At(at)),
        (MailSet::ByDemo, ..) => Row::good("mail", "demo"),
        (_, None, Some(at)) => Row::good("mail", "ok").with("when", Said::At(at)),
        (_, None, None) => Row::good("mail", "unused"),
    };
    row.with("n", Said::Number(mail.waiting))
}

/// The relay numbers the journal of PostgreSQL; SQLite needs none.
fn relay(asked: &Asked, now: Moment) -> Option<Row> {
    let behind = asked.journal.waits_since.filter(|since| now.seconds_since(*since) > RELAY_SECONDS);
    let row = match behind {
        Some(_) => Row::bad("journal", "behind").with("n", Said::Number(asked.journal.unnumbered)),
        None => Row::good("journal", "ok"),
    };
    (asked.engine == "PostgreSQL").then_some(row)
}

fn backup(upkeep: &Upkeep, asked: &Asked, now: Moment) -> Row {
    let part = "backup";
    let unplanned = |code| if upkeep.mail == MailSet::ByDemo { Row::warn(part, code) } else { Row::bad(part, code) };
    let Some(plan) = &asked.plan else { return unplanned("unplanned") };
    if plan.recipient.is_none() {
        return unplanned("keyless");
    }
    let last = asked.backups.iter().find(|backup| backup.state == "done").map(|backup| backup.asked_at);
    let failed = asked.backups.iter().find(|backup| backup.ended_at.is_some()).is_some_and(|backup| backup.state == "failed");
    let row = match last {
        None if failed => Row::bad(part, "never"),
        None => Row::warn(part, "none"),
        Some(last) if now.seconds_since(last) > BACKUP_OVERDUE_HOURS * 3_600 => Row::bad(part, "overdue"),
        Some(_) if failed => Row::bad(part, "failed"),
        Some(_) if same_disk(upkeep.folder.path(), &plan.folder) => Row::warn(part, "here"),
        Some(_) => Row::good(part, "ok"),
    };
    match last {
        Some(last) => row.with("when", Said::At(last)),
        None => row,
    }
}

/// Whether both lie on one disk: then they are lost together.
fn same_disk(data: &Path, backups: &Path) -> bool {
    let device = |path: &Path| std::fs::metadata(path).map(|found| found.dev()).ok();
    device(data).is_some() && device(data) == device(backups)
}

fn drill(asked: &Asked, now: Moment) -> Row {
    let part = "drill";
    let last = asked.drills.iter().find(|drill| drill.state != "running");
    match (last, asked.passed) {
        (Some(last), _) if last.state == "failed" => Row::bad(part, "failed").with("when", Said::At(last.started_at)),
        (_, Some(passed)) if now.seconds_since(passed) > DRILL_OVERDUE_DAYS * 24 * 3_600 => {
            Row::warn(part, "overdue").with("when", Said::At(passed))
        }
        (_, Some(passed)) => Row::good(part, "ok").with("when", Said::At(passed)),
        _ => Row::warn(part, "none"),
    }
}

fn webhooks((active, stopped): (i64, i64)) -> Option<Row> {
    match (active, stopped) {
        (0, 0) => None,
        (_, 0) => Some(Row::good("webhooks", "ok").with("n", Said::Number(active))),
        _ => Some(Row::bad("webhooks", "stopped").with("n", Said::Number(stopped))),
    }
}
