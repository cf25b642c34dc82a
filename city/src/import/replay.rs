//! Playing recorded tickets again: the actions of live work, one after another, under a clock that shows the recorded moments.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use anyhow::ensure;
use base::{Actor, Clock as _, Id, Moment, SystemClock};
use cases::{figures::Historic, model::promise};
use jiff::Timestamp;
use store::Db;

use super::{
    SimulatedClock, Source,
    figures::Figures,
    known::Known,
    record::Record,
    records::{DistrictCheck, Records},
    take_over::{Counts, count, open, tell_districts, tell_rejection},
};
use crate::progress::Progress;

/// Keys looked up in one read.
const CHUNK: usize = 500;

/// Plays all rows of all files and compares the city with the files. `clock` is the clock that `db` was opened with.
///
/// # Errors
/// A sentence when a file or the city cannot be used, or when the city ends up other than the files say.
pub async fn replay(db: &Db, clock: &SimulatedClock, source: &Source) -> anyhow::Result<()> {
    count(source)?;
    clock.put(SystemClock.now());
    source.take_pack_over(db).await?;
    let known = Known::load(db, source).await?;
    let read = read(source, &known)?;
    let standing = standing(db, source, &read.records).await?;
    let counts = read.counts(&standing);
    println!("{counts}");
    let acts = plan(&read.records, &standing);
    tell_plan(&acts, source);
    let cases = standing.into_iter().map(|standing| standing.and_then(|there| there.case).map(|case| case.case_id)).collect();
    Player { db, clock, source, known: &known, records: &read.records, cases }.play(&acts).await?;
    agree(db, source, &read).await
}

/// The files as a whole.
struct Reading {
    /// Each once, however many files have it.
    records: Vec<Arc<Record>>,
    rows: u64,
    rejected: u64,
    districts: DistrictCheck,
}

fn read(source: &Source, known: &Known) -> anyhow::Result<Reading> {
    let mut reading = Reading { records: Vec::new(), rows: 0, rejected: 0, districts: DistrictCheck::default() };
    let mut keys = HashSet::new();
    for file in &source.files {
        let mut records = Records::open(file, &source.mapping, known)?;
        while let Some(record) = records.next_record()? {
            reading.rows += 1;
            match record {
                Ok(record) if keys.insert(record.key.clone()) => reading.records.push(Arc::new(record)),
                Ok(_) => {}
                Err(rejection) => {
                    tell_rejection(file, &rejection);
                    reading.rejected += 1;
                }
            }
        }
        reading.districts.add(file, records.districts);
    }
    Ok(reading)
}

impl Reading {
    fn counts(&self, standing: &[Option<Standing>]) -> Counts {
        let accepted = standing.iter().filter(|standing| standing.is_none()).count() as u64;
        Counts { accepted, there: self.rows - self.rejected - accepted, rejected: self.rejected }
    }
}

/// How far a record has come in the city already: a replay that was interrupted goes on.
#[derive(Debug, Clone, Default)]
struct Standing {
    case: Option<Historic>,
}

/// The standing of each record; `None` for one that is not there.
async fn standing(db: &Db, source: &Source, records: &[Arc<Record>]) -> anyhow::Result<Vec<Option<Standing>>> {
    let name = source.mapping.source.clone();
    let (held, cases) = db.read(move |read| Ok((interactions::by_channel(read)?, cases::figures::of_source(read, &name)?))).await?;
    let mut cases: HashMap<String, Historic> = cases.into_iter().map(|case| (case.key.clone(), case)).collect();
    let mut standing = Vec::with_capacity(records.len());
    for chunk in records.chunks(CHUNK) {
        let (name, looked_for) = (source.mapping.source.clone(), chunk.to_vec());
        let found = db.read(move |read| looked_for.iter().map(|record| interactions::find_source(read, &name, &record.key)).collect());
        let found: Vec<Option<Id>> = found.await?;
        standing.extend(chunk.iter().zip(found).map(|(record, id)| id.map(|_| Standing { case: cases.remove(&record.key) })));
    }
    let (held, there) = (held.iter().map(|(_, count)| count).sum::<i64>(), standing.iter().flatten().count());
    let own = held == i64::try_from(there).unwrap_or(i64::MAX);
    ensure!(own, "a replay wants a city of its own: this one holds {held} conversations, of which {there} are from these files");
    Ok(standing)
}

/// What is done at a moment. The fields stand in the order in which acts are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Act {
    at: Moment,
    record: usize,
    deed: Deed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    Open,
    Dispatch,
    Close,
}

/// Everything that is yet to be played, in the order of the recorded moments. When a case was dispatched was not recorded;
/// live work does it at once.
fn plan(records: &[Arc<Record>], standing: &[Option<Standing>]) -> Vec<Act> {
    let mut acts = Vec::new();
    for (at, (record, standing)) in records.iter().zip(standing).enumerate() {
        let mut act = |moment, deed| acts.push(Act { at: moment, record: at, deed });
        let case = standing.as_ref().and_then(|standing| standing.case.as_ref());
        if standing.is_none() {
            act(record.opened_at, Deed::Open);
        }
        let Some(past) = record.case().filter(|_| standing.is_none() || case.is_some()) else { continue };
        if past.unit.is_some() && case.is_none_or(|case| case.unit_id.is_none() && case.closed_at.is_none()) {
            act(record.opened_at, Deed::Dispatch);
        }
        if let Some((closed_at, _)) = past.closed.filter(|_| case.is_none_or(|case| case.closed_at.is_none())) {
            act(closed_at, Deed::Close);
        }
    }
    acts.sort();
    acts
}

fn tell_plan(acts: &[Act], source: &Source) {
    let wall_clock = |act: &Act| Timestamp::from_microsecond(act.at.0).map(|stamp| stamp.to_zoned(source.mapping.zone.clone()).datetime());
    let span = acts.first().zip(acts.last()).and_then(|(first, last)| wall_clock(first).ok().zip(wall_clock(last).ok()));
    match span {
        Some((from, to)) => println!("Playing {} actions from {from} to {to}.", acts.len()),
        None => println!("Nothing is left to play."),
    }
}

struct Player<'a> {
    db: &'a Db,
    clock: &'a SimulatedClock,
    source: &'a Source,
    known: &'a Known,
    records: &'a [Arc<Record>],
    /// The case of each record, once it is open.
    cases: Vec<Option<Id>>,
}

impl Player<'_> {
    async fn play(&mut self, acts: &[Act]) -> anyhow::Result<()> {
        let progress = Progress::new("actions", acts.len() as u64);
        for (done, act) in (1..).zip(acts) {
            self.clock.put(act.at);
            self.act(*act).await?;
            progress.at(done);
        }
        progress.end();
        Ok(())
    }

    /// One action, in a transaction of its own as in live work.
    async fn act(&mut self, Act { record: index, deed, .. }: Act) -> anyhow::Result<()> {
        let record = self.records[index].clone();
        let case_id = self.cases[index];
        match deed {
            Deed::Open => self.cases[index] = self.open(record).await?,
            Deed::Dispatch => {
                let Some((case_id, unit)) = case_id.zip(record.case().and_then(|past| past.unit.clone())) else { return Ok(()) };
                self.db.write(Actor::IMPORT, move |tx| cases::actions::dispatch(tx, case_id, unit.id)).await?;
            }
            Deed::Close => {
                let Some((case_id, (_, outcome))) = case_id.zip(record.case().and_then(|past| past.closed)) else { return Ok(()) };
                self.db.write(Actor::IMPORT, move |tx| cases::actions::close_historic(tx, case_id, outcome)).await?;
            }
        }
        Ok(())
    }

    async fn open(&self, record: Arc<Record>) -> base::Result<Option<Id>> {
        let service = record.case().and_then(|past| self.known.service_by_id(past.service_id));
        let due_at = service.and_then(|service| promise(service, record.opened_at, &self.source.pack.office));
        let name = self.source.mapping.source.clone();
        self.db.write(Actor::IMPORT, move |tx| open(tx, &name, &record, due_at)).await
    }
}

/// Compares the city with the files.
async fn agree(db: &Db, source: &Source, read: &Reading) -> anyhow::Result<()> {
    let zone = source.mapping.zone.clone();
    let mut files = Figures::default();
    read.records.iter().for_each(|record| files.count(record, &zone));
    let city = db.read(move |read| Figures::of_city(read, &zone)).await?;
    let (table, differences) = files.beside(&city);
    print!("\n{table}");
    tell_districts(&read.districts);
    ensure!(differences == 0, "{differences} counts of the city differ from those of the files");
    ensure!(read.districts.disagreements.is_empty(), "{} points do not lie in the recorded district", read.districts.disagreements.len());
    println!("The city agrees with the files.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use base::Language;
    use cases::{Outcome, Place};
    use interactions::Channel;
    use services::Kind;

    use super::*;
    use crate::import::record::{Matter, Past, PastUnit};

    fn record(opened: i64, matter: Matter) -> Arc<Record> {
        Arc::new(Record { key: String::new(), channel: Channel::Phone, language: Language::Pl, opened_at: Moment(opened), matter })
    }

    fn case(opened: i64, unit: Option<Id>, closed: Option<i64>) -> Arc<Record> {
        let unit = unit.map(|id| PastUnit { id, short: String::new() });
        let closed = closed.map(|at| (Moment(at), Outcome::Fixed));
        let (service_id, place) = (Id::named("service", "x"), Place::default());
        record(opened, Matter::Case(Past { kind: Kind::Intervention, service_id, public: true, place, unit, closed }))
    }

    fn there(unit_id: Option<Id>, closed_at: Option<i64>) -> Option<Standing> {
        let closed_at = closed_at.map(Moment);
        Some(Standing { case: Some(Historic { key: String::new(), case_id: Id::named("case", "x"), unit_id, closed_at }) })
    }

    fn check(records: &[Arc<Record>], standing: &[Option<Standing>], wanted: &[(i64, usize, Deed)]) {
        let acts: Vec<_> = plan(records, standing).into_iter().map(|act| (act.at.0, act.record, act.deed)).collect();
        assert_eq!(acts, wanted);
    }

    #[test]
    fn acts_are_played_in_the_order_of_their_moments() {
        let unit = Some(Id::named("unit", "x"));
        let records =
            [case(5, unit, Some(9)), record(7, Matter::Conversation), case(3, unit, Some(7)), case(1, None, None), case(5, unit, Some(5))];
        let wanted = [
            (1, 3, Deed::Open),
            (3, 2, Deed::Open),
            (3, 2, Deed::Dispatch),
            (5, 0, Deed::Open),
            (5, 0, Deed::Dispatch),
            (5, 4, Deed::Open),
            (5, 4, Deed::Dispatch),
            (5, 4, Deed::Close),
            (7, 1, Deed::Open),
            (7, 2, Deed::Close),
            (9, 0, Deed::Close),
        ];
        check(&records, &[None, None, None, None, None], &wanted);
    }

    #[test]
    fn an_interrupted_replay_goes_on_where_each_record_stands() {
        let unit = Some(Id::named("unit", "x"));
        let records = [
            case(1, unit, Some(4)),
            case(1, unit, Some(4)),
            case(1, unit, Some(4)),
            case(1, unit, Some(4)),
            record(1, Matter::Conversation),
        ];
        let standing = [None, there(None, None), there(unit, None), there(unit, Some(4)), Some(Standing::default())];
        let wanted = [
            (1, 0, Deed::Open),
            (1, 0, Deed::Dispatch),
            (1, 1, Deed::Dispatch),
            (4, 0, Deed::Close),
            (4, 1, Deed::Close),
            (4, 2, Deed::Close),
        ];
        check(&records, &standing, &wanted);
    }
}
