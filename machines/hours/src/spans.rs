//! The open stretches of a calendar as moments, day by day, exact through changes of clocks.

use std::collections::VecDeque;

use crate::moment::{DAY, MINUTE, SECOND, timestamp, within_range};
use crate::{Calendar, Micros};

/// How far any search goes before it answers "not found": ten years, in days.
pub const SEARCH_DAYS: u32 = 3653;

/// Where a search that begins at `moment` gives up.
pub(crate) fn horizon(moment: Micros) -> Micros {
    moment.saturating_add(Micros::from(SEARCH_DAYS) * DAY)
}

/// A half-open stretch of time, never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub from: Micros,
    pub until: Micros,
}

impl Span {
    /// The stretch from a moment up to another; `None` when there is nothing between.
    pub fn new(from: Micros, until: Micros) -> Option<Self> {
        (from < until).then_some(Self { from, until })
    }
}

/// Walks the open stretches in order. Each step reads one local day as far as the zone's offset stays the same, so
/// there is no ambiguous local time anywhere: within such a step local time is the moment plus the offset.
pub(crate) struct Spans<'c> {
    calendar: &'c Calendar,
    /// Everything before is read.
    at: Micros,
    until: Micros,
    /// Local time minus UTC, which holds up to `offset_until`.
    offset: Micros,
    offset_until: Micros,
    /// Read and not yet given out.
    ready: VecDeque<Span>,
}

impl<'c> Spans<'c> {
    pub fn new(calendar: &'c Calendar, from: Micros, until: Micros) -> Self {
        let (at, until) = (within_range(from), within_range(until));
        Self { calendar, at, until, offset: 0, offset_until: at, ready: VecDeque::new() }
    }

    /// Reads one step and moves `at` behind it.
    fn read_day(&mut self) {
        let Some(now) = timestamp(self.at) else {
            self.at = self.until;
            return;
        };
        let zone = self.calendar.zone();
        if self.at >= self.offset_until {
            self.offset = Micros::from(zone.to_offset(now).seconds()) * SECOND;
            self.offset_until = zone.following(now).next().map_or(Micros::MAX, |change| change.timestamp().as_microsecond());
        }
        let midnight = (self.at + self.offset).div_euclid(DAY) * DAY - self.offset;
        let end = (midnight + DAY).min(self.offset_until).min(self.until);
        for interval in self.calendar.hours_on(zone.to_datetime(now).date()).intervals() {
            let from = midnight + Micros::from(interval.from_minute()) * MINUTE;
            let until = midnight + Micros::from(interval.to_minute()) * MINUTE;
            self.ready.extend(Span::new(from.max(self.at), until.min(end)));
        }
        self.at = end;
    }
}

impl Iterator for Spans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        while self.ready.is_empty() && self.at < self.until {
            self.read_day();
        }
        self.ready.pop_front()
    }
}
