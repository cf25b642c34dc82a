//! Taking tickets over as history: a few hundred rows a transaction, each row whole, and never twice.

use std::{path::Path, sync::Arc};

use base::{Actor, Id, Moment};
use interactions::Disposition;
use store::{Db, Tx};

use super::{
    Source,
    known::Known,
    record::{Matter, Record},
    records::{DistrictCheck, Records},
    rows::{Rejection, Rows},
};
use crate::progress::Progress;

/// Rows taken over in one transaction: some ten milliseconds, which a live city does not notice.
const CHUNK: usize = 200;

/// What became of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Taken over now.
    pub accepted: u64,
    /// Taken over before.
    pub there: u64,
    /// Refused, each with its reason.
    pub rejected: u64,
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { accepted, there, rejected } = self;
        write!(f, "{} rows: {accepted} accepted, {there} already there, {rejected} rejected.", accepted + there + rejected)
    }
}

/// Takes over all rows of all files that are not there yet, and lists those that cannot be taken.
///
/// # Errors
/// A sentence when a file or the city cannot be used. What was taken over until then stays; a second run goes on.
pub async fn take_over(db: &Db, source: &Source) -> anyhow::Result<()> {
    let rows = count(source)?;
    source.take_pack_over(db).await?;
    let known = Known::load(db, source).await?;
    let progress = Progress::new("rows", rows);
    let mut run = Run { db, source, known: &known, progress, counts: Counts::default() };
    let mut all = DistrictCheck::default();
    for file in &source.files {
        all.add(file, run.file(file).await?);
    }
    run.progress.end();
    println!("{}", run.counts);
    tell_districts(&all);
    Ok(())
}

/// How many rows all files have; so a file that cannot be read is found before anything is changed.
///
/// # Errors
/// As [`Rows::open`].
pub fn count(source: &Source) -> anyhow::Result<u64> {
    source.files.iter().map(|file| Rows::open(file, &source.mapping)?.count()).sum()
}

/// Says whether recorded districts are the computed ones.
pub fn tell_districts(districts: &DistrictCheck) {
    districts.disagreements.iter().for_each(|sentence| println!("{sentence}"));
    let DistrictCheck { both, disagreements } = districts;
    let agree = *both - u64::try_from(disagreements.len()).unwrap_or(*both);
    println!("The district in which a point lies is the recorded one in {agree} of {both} rows that have both.");
}

/// Lists a row that is not taken over.
pub fn tell_rejection(file: &Path, Rejection { line, reason }: &Rejection) {
    println!("{}, line {line}: {reason}", file.display());
}

struct Run<'a> {
    db: &'a Db,
    source: &'a Source,
    known: &'a Known,
    progress: Progress,
    counts: Counts,
}

impl Run<'_> {
    async fn file(&mut self, file: &Path) -> anyhow::Result<DistrictCheck> {
        let mut records = Records::open(file, &self.source.mapping, self.known)?;
        let mut chunk = Vec::with_capacity(CHUNK);
        while let Some(record) = records.next_record()? {
            match record {
                Ok(record) => chunk.push(record),
                Err(rejection) => {
                    tell_rejection(file, &rejection);
                    self.counts.rejected += 1;
                }
            }
            if chunk.len() == CHUNK {
                self.commit(std::mem::take(&mut chunk)).await?;
            }
        }
        self.commit(chunk).await?;
        Ok(records.districts)
    }

    async fn commit(&mut self, chunk: Vec<Record>) -> anyhow::Result<()> {
        let (name, chunk) = (self.source.mapping.source.clone(), Arc::new(chunk));
        let records = chunk.clone();
        let accepted = self.db.write(Actor::IMPORT, move |tx| missing(tx, &name, &records)).await?;
        self.counts.accepted += accepted;
        self.counts.there += chunk.len() as u64 - accepted;
        self.progress.at(self.counts.accepted + self.counts.there + self.counts.rejected);
        Ok(())
    }
}

/// Takes over those that are not there; says how many.
fn missing(tx: &Tx<'_>, source: &str, records: &[Record]) -> base::Result<u64> {
    let mut accepted = 0;
    for record in records {
        if interactions::find_source(tx, source, &record.key)?.is_none() {
            at_once(tx, source, record)?;
            accepted += 1;
        }
    }
    Ok(accepted)
}

/// The whole of a record's past, each step at its own moment.
fn at_once(tx: &Tx<'_>, source: &str, record: &Record) -> base::Result<()> {
    let opening = tx.as_of(record.opened_at);
    let opened = open(&opening, source, record, None)?;
    let Some((case_id, past)) = opened.zip(record.case()) else { return Ok(()) };
    if let Some(unit) = &past.unit {
        cases::actions::dispatch(&opening, case_id, unit.id)?;
    }
    if let Some((at, outcome)) = past.closed {
        cases::actions::close_historic(&tx.as_of(at), case_id, outcome)?;
    }
    Ok(())
}

/// Begins a record: a conversation, or a case whose id is given back. `due_at` is what is promised.
pub fn open(tx: &Tx<'_>, source: &str, record: &Record, due_at: Option<Moment>) -> base::Result<Option<Id>> {
    match &record.matter {
        Matter::Conversation => interactions::actions::hold(tx, &record.conversation(source), Disposition::Informed).map(|_| None),
        Matter::Case(past) => cases::actions::open(tx, &record.report(past, source, due_at)).map(|opened| Some(opened.case_id)),
    }
}
