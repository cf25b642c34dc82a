//! How many promises were kept: of those that fell due, with open overdue cases among them.

/// Promises of the end of cases that fell due in some time. Those still ahead are not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnTime {
    /// The end came in time.
    pub kept: i64,
    /// The end came later.
    pub closed_late: i64,
    /// The end has not come, and the promised moment is over.
    pub open_late: i64,
}

impl OnTime {
    /// All promises that fell due.
    pub fn due(self) -> i64 {
        self.kept + self.closed_late + self.open_late
    }

    /// Of a hundred promises that fell due, how many were kept, rounded to the nearest; `None` when none fell due.
    pub fn percent(self) -> Option<i64> {
        let due = self.due();
        (due > 0).then(|| (self.kept * 200 + due) / (due * 2))
    }
}

/// Which of the promises that fell due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All.
    Due,
    /// Those kept.
    Kept,
    /// Those whose case ended later.
    ClosedLate,
    /// Those whose case is open.
    OpenLate,
}

impl Which {
    /// All of them, in the order of the table.
    pub const ALL: [Which; 4] = [Self::Due, Self::Kept, Self::ClosedLate, Self::OpenLate];

    /// The word in the page's address.
    pub fn word(self) -> &'static str {
        self.key().trim_start_matches("on-time-")
    }

    /// The key of its words for people.
    pub fn key(self) -> &'static str {
        match self {
            Self::Due => "on-time-due",
            Self::Kept => "on-time-kept",
            Self::ClosedLate => "on-time-closed_late",
            Self::OpenLate => "on-time-open_late",
        }
    }

    /// Reads the word; anything else is all.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|which| which.word() == word).unwrap_or(Self::Due)
    }
}

/// What the promises are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The unit that has the case, or had it when it ended.
    Unit,
    /// The service.
    Service,
    /// The month in which the promise fell due.
    Month,
}

impl By {
    /// All of them, in the order of the tabs.
    pub const ALL: [By; 3] = [Self::Unit, Self::Service, Self::Month];

    /// The word in the page's address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Service => "service",
            Self::Month => "month",
        }
    }

    /// Reads the word; anything else is the unit.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|by| by.word() == word).unwrap_or(Self::Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_overdue_case_counts_as_not_on_time() {
        let check = |kept, closed_late, open_late, wanted| {
            assert_eq!(OnTime { kept, closed_late, open_late }.percent(), wanted, "{kept} {closed_late} {open_late}");
        };
        check(0, 0, 0, None);
        check(3, 0, 0, Some(100));
        check(3, 0, 1, Some(75));
        check(3, 1, 1, Some(60));
        check(2, 1, 0, Some(67));
        check(0, 0, 4, Some(0));
    }
}
