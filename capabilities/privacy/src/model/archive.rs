//! Archive categories of the Polish office instruction, and until when they keep a case.
//!
//! To be confirmed by the city's lawyer: the period is counted in full calendar years from 1 January of the year after the
//! one in which the matter ended. That is the later of the readings we know, so nothing goes too early.

use jiff::civil::{Date, date};

/// How long papers of a matter are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// `A`: for ever.
    ForEver,
    /// `B5`: for so many years.
    Years(i16),
    /// `BE5`: for so many years, then until an archivist has judged them.
    YearsThenJudged(i16),
}

/// Until when something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptUntil {
    /// For ever.
    ForEver,
    /// Up to the day before this one.
    Day(Date),
    /// Until somebody has judged it, not before this day.
    Judged(Date),
}

impl Category {
    /// Reads `A`, `B5`, `BE10`; anything else is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        let years = |text: &str| text.parse::<i16>().ok().filter(|years| (1..=100).contains(years));
        match word {
            "A" => Some(Self::ForEver),
            _ => match word.strip_prefix("BE") {
                Some(text) => years(text).map(Self::YearsThenJudged),
                None => word.strip_prefix('B').and_then(years).map(Self::Years),
            },
        }
    }

    /// Until when a matter that ended on this day is kept.
    pub fn keeps(self, ended_on: Date) -> KeptUntil {
        let after = |years: i16| date(ended_on.year().saturating_add(1).saturating_add(years).min(9_999), 1, 1);
        match self {
            Self::ForEver => KeptUntil::ForEver,
            Self::Years(years) => KeptUntil::Day(after(years)),
            Self::YearsThenJudged(years) => KeptUntil::Judged(after(years)),
        }
    }
}

impl KeptUntil {
    /// Whether it is kept on this day.
    pub fn holds_on(self, today: Date) -> bool {
        match self {
            Self::ForEver | Self::Judged(_) => true,
            Self::Day(day) => today < day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_are_read_and_counted_in_full_years() {
        let ended = date(2026, 3, 14);
        let check = |word, wanted| assert_eq!(Category::from_word(word).map(|category| category.keeps(ended)), wanted, "{word}");
        check("A", Some(KeptUntil::ForEver));
        check("B5", Some(KeptUntil::Day(date(2032, 1, 1))));
        check("BE10", Some(KeptUntil::Judged(date(2037, 1, 1))));
        for wrong in ["", "B", "b5", "B0", "B-1", "BE", "C5", "B101", "BC"] {
            check(wrong, None);
        }
    }

    #[test]
    fn what_is_kept_until_a_day_may_go_on_it() {
        let until = KeptUntil::Day(date(2032, 1, 1));
        assert!(until.holds_on(date(2031, 12, 31)) && !until.holds_on(date(2032, 1, 1)));
        assert!(KeptUntil::Judged(date(2000, 1, 1)).holds_on(date(2026, 1, 1)), "only an archivist ends it");
    }
}
