//! The figures that everybody sees of public cases: how many, how fast, and whether it was really done.

use base::{Id, Moment};

use super::OnTime;

/// Counts below this are told as "fewer than", and shares of fewer are not told: nobody is to be told apart.
pub const LEAST_TOLD: i64 = 5;
const DAY_SECONDS: i64 = 24 * 3_600;

/// What is counted of some cases; counts of parts add up to those of the whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Reports that came in.
    pub received: i64,
    /// Cases that ended.
    pub ended: i64,
    /// Promises that fell due, open overdue cases among them.
    pub on_time: OnTime,
    /// Ends on which authors said whether it is done.
    pub judged: i64,
    /// Of these the ones of which every author who said anything said that it is done.
    pub fixed: i64,
    /// How long each case took that ended, whole days begun.
    pub days: Vec<i64>,
    /// Cases that are open now.
    pub open: i64,
}

/// Figures of one service in one area, in one of the months asked for.
#[derive(Debug, Clone)]
pub struct Counted {
    /// Which of the months.
    pub month: usize,
    /// The service.
    pub service_id: Id,
    /// The area that the cases lie in.
    pub area_id: Option<Id>,
    /// The figures.
    pub figures: Figures,
}

impl Figures {
    /// The same with those of another part.
    pub fn add(&mut self, other: &Self) {
        self.received += other.received;
        self.ended += other.ended;
        self.on_time.kept += other.on_time.kept;
        self.on_time.closed_late += other.on_time.closed_late;
        self.on_time.open_late += other.on_time.open_late;
        self.judged += other.judged;
        self.fixed += other.fixed;
        self.days.extend(&other.days);
        self.open += other.open;
    }

    /// A case ended.
    pub(crate) fn end(&mut self, opened_at: Moment, closed_at: Moment) {
        self.ended += 1;
        self.days.push((closed_at.seconds_since(opened_at).max(0) + DAY_SECONDS - 1) / DAY_SECONDS);
    }

    /// Of a hundred promises that fell due the ones kept; `None` of too few.
    pub fn on_time_percent(&self) -> Option<i64> {
        self.on_time.percent().filter(|_| self.on_time.due() >= LEAST_TOLD)
    }

    /// Of a hundred ends on which authors gave a verdict the ones that they found done; `None` of too few.
    pub fn fixed_percent(&self) -> Option<i64> {
        (self.judged >= LEAST_TOLD).then(|| (self.fixed * 200 + self.judged) / (self.judged * 2))
    }

    /// The days within which half of the cases ended; `None` of too few.
    pub fn median_days(&self) -> Option<i64> {
        let mut days = self.days.clone();
        days.sort_unstable();
        days.get(days.len().saturating_sub(1) / 2).copied().filter(|_| self.ended >= LEAST_TOLD)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_few_are_not_told_as_shares() {
        let figures = Figures { judged: 4, fixed: 4, ended: 4, days: vec![1, 2, 3, 4], ..Figures::default() };
        assert_eq!((figures.fixed_percent(), figures.median_days(), figures.on_time_percent()), (None, None, None));
        let due = OnTime { kept: 3, closed_late: 1, open_late: 1 };
        let figures = Figures { judged: 6, fixed: 4, ended: 5, days: vec![30, 2, 2, 1, 9], on_time: due, ..Figures::default() };
        assert_eq!((figures.fixed_percent(), figures.median_days(), figures.on_time_percent()), (Some(67), Some(2), Some(60)));
    }

    #[test]
    fn a_day_begun_is_a_day() {
        let mut figures = Figures::default();
        for seconds in [0, 1, DAY_SECONDS, DAY_SECONDS + 1] {
            figures.end(Moment(0), Moment(0).plus_seconds(seconds));
        }
        assert_eq!((figures.days.as_slice(), figures.ended), ([0, 1, 1, 2].as_slice(), 4));
    }
}
