//! Moments: microseconds UTC, and the one place where they meet civil days of a zone.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// A moment: microseconds since 1970-01-01T00:00:00Z, as the database keeps it.
///
/// Any `i64` may be passed in. What lies outside the years −9999 to 9999 is refused or "closed", never a panic.
pub type Micros = i64;

/// One second in [`Micros`].
pub(crate) const SECOND: Micros = 1_000_000;
/// One minute in [`Micros`].
pub(crate) const MINUTE: Micros = 60 * SECOND;
/// A civil day without a change of clocks, in [`Micros`].
pub(crate) const DAY: Micros = 24 * 60 * MINUTE;

/// The moment a civil day begins in `zone`: usually 00:00, or the first time that exists on that day.
///
/// `None` at the very ends of the calendar.
pub fn day_start(date: Date, zone: &TimeZone) -> Option<Micros> {
    let midnight = zone.to_ambiguous_timestamp(date.to_datetime(jiff::civil::Time::midnight()));
    midnight.compatible().ok().map(Timestamp::as_microsecond)
}

/// The moment a civil day is over in `zone`, which is where the next one begins: a legal deadline is missed from then on.
///
/// `None` at the very ends of the calendar.
pub fn day_end(date: Date, zone: &TimeZone) -> Option<Micros> {
    day_start(date.tomorrow().ok()?, zone)
}

/// The civil day a moment falls on in `zone`; `None` outside the years −9999 to 9999.
pub fn day_of(moment: Micros, zone: &TimeZone) -> Option<Date> {
    local(moment, zone).map(DateTime::date)
}

/// What the clock on the wall shows at a moment.
pub(crate) fn local(moment: Micros, zone: &TimeZone) -> Option<DateTime> {
    timestamp(moment).map(|timestamp| zone.to_datetime(timestamp))
}

/// The moment as jiff has it; `None` outside its range.
pub(crate) fn timestamp(moment: Micros) -> Option<Timestamp> {
    Timestamp::from_microsecond(moment).ok()
}

/// The nearest moment that jiff can express.
pub(crate) fn within_range(moment: Micros) -> Micros {
    moment.clamp(Timestamp::MIN.as_microsecond(), Timestamp::MAX.as_microsecond())
}
