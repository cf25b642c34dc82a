//! The public figures as they were counted some minutes ago: counted anew when somebody looks after that, once for all who look.

use std::sync::Arc;

use base::{Moment, Result};
use cases::{model::Counted, public};
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use store::Db;

/// Months that are told of, the present one among them.
pub(crate) const MONTHS: usize = 12;
/// Figures are counted anew after so long, seconds.
const FRESH_SECONDS: i64 = 600;

/// What was counted.
#[derive(Debug)]
pub(crate) struct Year {
    /// When.
    pub(crate) at: Moment,
    /// The first day of each month, the oldest first.
    pub(crate) months: Vec<Date>,
    /// The figures.
    pub(crate) counted: Vec<Counted>,
}

/// The last count.
#[derive(Debug, Default)]
pub struct PublicFigures(tokio::sync::Mutex<Option<Arc<Year>>>);

impl PublicFigures {
    /// The figures of the last months, counted now or a while ago.
    pub(crate) async fn lately(&self, db: &Db, zone: &TimeZone, now: Moment) -> Result<Arc<Year>> {
        let mut kept = self.0.lock().await;
        let fresh = kept.as_ref().filter(|year| (0..FRESH_SECONDS).contains(&now.seconds_since(year.at)));
        if let Some(year) = fresh {
            return Ok(Arc::clone(year));
        }
        let year = Arc::new(counted(db, zone, now).await?);
        *kept = Some(Arc::clone(&year));
        Ok(year)
    }
}

async fn counted(db: &Db, zone: &TimeZone, now: Moment) -> Result<Year> {
    let present = first_of_month(zone, now);
    let back = i32::try_from(MONTHS).unwrap_or_default() - 1;
    let months: Vec<Date> = (0..=back).rev().map(|months| present.saturating_sub(months.months())).collect();
    let next = present.saturating_add(1.month());
    let bounds: Vec<Moment> = months.iter().chain([&next]).map(|first| beginning(zone, *first)).collect::<Result<_>>()?;
    let counted = db.read(move |read| public::figures(read, &bounds, now)).await?;
    Ok(Year { at: now, months, counted })
}

fn first_of_month(zone: &TimeZone, now: Moment) -> Date {
    let now = jiff::Timestamp::from_microsecond(now.0).unwrap_or_default();
    now.to_zoned(zone.clone()).date().first_of_month()
}

fn beginning(zone: &TimeZone, day: Date) -> Result<Moment> {
    let begins = day.to_zoned(zone.clone()).map_err(base::Error::internal)?;
    Ok(Moment(begins.timestamp().as_microsecond()))
}
