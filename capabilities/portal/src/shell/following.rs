//! Keeps the public cases in memory up to date: loaded once, then by the journal, whenever somebody looks.
//!
//! Nothing runs while nobody looks. What is kept was read through the public projection; a case that the projection shows no
//! more is taken away as soon as its event is read.

use std::sync::{PoisonError, RwLock};

use base::{Moment, Result};
use cases::public;
use store::{Db, journal};

use crate::model::reports_map::{MAX_SPOTS, ReportsMap};

/// Closed cases are shown for so long, seconds.
const CLOSED_SECONDS: i64 = 30 * 24 * 3600;
/// Cases loaded in one look at the database.
const CHUNK: usize = 5_000;
/// Who asks for tiles may see what was so this many seconds ago.
const FRESH_SECONDS: i64 = 1;
/// After so many rounds of events all cases are loaded again instead.
const MAX_ROUNDS: usize = 50;

/// The cases, and how far in the journal they are.
#[derive(Debug, Default)]
pub(crate) struct Following {
    map: RwLock<ReportsMap>,
    progress: tokio::sync::Mutex<Option<Progress>>,
}

#[derive(Debug, Clone, Copy)]
struct Progress {
    position: i64,
    looked_at: Moment,
}

impl Following {
    /// What `look` finds among the cases as they are now.
    pub(crate) async fn now<T>(&self, db: &Db, now: Moment, look: impl FnOnce(&ReportsMap) -> T) -> Result<T> {
        let mut progress = self.progress.lock().await;
        *progress = Some(self.caught_up(db, now, *progress).await?);
        drop(progress);
        Ok(self.look(look))
    }

    /// The same of the cases as they were a moment ago at most, for tiles, of which many are asked for at once.
    pub(crate) async fn lately<T>(&self, db: &Db, now: Moment, look: impl FnOnce(&ReportsMap) -> T) -> Result<T> {
        let mut progress = self.progress.lock().await;
        let fresh = progress.is_some_and(|progress| (0..FRESH_SECONDS).contains(&now.seconds_since(progress.looked_at)));
        if !fresh {
            *progress = Some(self.caught_up(db, now, *progress).await?);
        }
        drop(progress);
        Ok(self.look(look))
    }

    fn look<T>(&self, look: impl FnOnce(&ReportsMap) -> T) -> T {
        look(&self.map.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn change(&self, change: impl FnOnce(&mut ReportsMap)) {
        change(&mut self.map.write().unwrap_or_else(PoisonError::into_inner));
    }

    async fn caught_up(&self, db: &Db, now: Moment, progress: Option<Progress>) -> Result<Progress> {
        let since = now.plus_seconds(-CLOSED_SECONDS);
        let position = match progress {
            Some(progress) => self.read_on(db, progress.position, since).await?,
            None => None,
        };
        let position = match position {
            Some(position) => position,
            None => self.load(db, since).await?,
        };
        self.change(|map| map.sweep(since));
        Ok(Progress { position, looked_at: now })
    }

    /// Takes over what happened after `position`; `None` when that is too much to be told one by one.
    async fn read_on(&self, db: &Db, mut position: i64, since: Moment) -> Result<Option<i64>> {
        for _ in 0..MAX_ROUNDS {
            let news = db.read(move |read| {
                let events = journal::after(read, position)?;
                Ok((events.last().and_then(|event| event.position), public::changed_spots(read, &events, since)?))
            });
            let (Some(last), changed) = news.await? else { return Ok(Some(position)) };
            self.change(|map| {
                for (case_id, spot) in changed {
                    match spot {
                        Some(spot) => map.put(spot),
                        None => map.take(case_id),
                    }
                }
            });
            position = last;
        }
        Ok(None)
    }

    /// Loads all cases. What happens meanwhile comes after the position that is read first.
    async fn load(&self, db: &Db, since: Moment) -> Result<i64> {
        let position = db.read(journal::last_position).await?;
        let (mut map, mut after) = (ReportsMap::default(), None);
        loop {
            let count = i64::try_from(CHUNK).unwrap_or(i64::MAX);
            let spots = db.read(move |read| public::spots(read, since, after, count)).await?;
            let more = spots.len() == CHUNK && map.len() < MAX_SPOTS;
            after = spots.last().map(|spot| spot.case_id);
            spots.into_iter().for_each(|spot| map.put(spot));
            if !more {
                break;
            }
        }
        if map.len() >= MAX_SPOTS {
            tracing::warn!(most = MAX_SPOTS, "the map cannot hold all public cases and shows only some");
        }
        self.change(|kept| *kept = map);
        Ok(position)
    }
}
