//! What of a person's data may go, what must stay, and why (GDPR art. 17(3)).

use base::{Id, ReportNumber, Wording};
use jiff::civil::Date;

use super::{Category, KeptUntil};

/// A case in which the person took part, as far as erasure needs to know it.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The case.
    pub case_id: Id,
    /// Its reports by this person.
    pub reports: Vec<Id>,
    /// The number of the first of them.
    pub number: ReportNumber,
    /// The service it is about.
    pub service: Wording,
    /// The day on which it ended; `None` while it is open.
    pub ended_on: Option<Date>,
    /// The archive category, in the word kept; `None` when nobody has said one.
    pub archive: Option<String>,
    /// The reason of a legal hold on the case.
    pub held: Option<String>,
}

/// Why something stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The matter is open: nobody could answer any more.
    Open,
    /// A legal hold, with its reason.
    Held(String),
    /// An archive category, and until when.
    Archive(String, KeptUntil),
    /// An archive category that nobody can read: better kept than lost.
    Unread(String),
}

/// A case, and why it stays; without a reason it goes.
#[derive(Debug, Clone)]
pub struct Part {
    /// The case.
    pub standing: Standing,
    /// Why the person's words in it stay.
    pub why: Option<Why>,
}

/// What an erasure would do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The resident and those merged into them.
    pub residents: Vec<Id>,
    /// Their cases.
    pub parts: Vec<Part>,
    /// The reason of a legal hold on the person: then nothing goes at all.
    pub held: Option<String>,
}

impl Standing {
    fn why(&self, today: Date) -> Option<Why> {
        if let Some(reason) = &self.held {
            return Some(Why::Held(reason.clone()));
        }
        let Some(ended_on) = self.ended_on else { return Some(Why::Open) };
        let word = self.archive.as_ref()?;
        let Some(category) = Category::from_word(word) else { return Some(Why::Unread(word.clone())) };
        let until = category.keeps(ended_on);
        until.holds_on(today).then(|| Why::Archive(word.clone(), until))
    }
}

impl Plan {
    /// Judges each case as of this day.
    pub fn new(residents: Vec<Id>, cases: Vec<Standing>, held: Option<String>, today: Date) -> Self {
        let judge = |standing: Standing| {
            let why = standing.why(today).or_else(|| held.clone().map(Why::Held));
            Part { standing, why }
        };
        Self { parts: cases.into_iter().map(judge).collect(), residents, held }
    }

    /// The ids of the cases that stay.
    pub fn kept(&self) -> Vec<Id> {
        self.parts.iter().filter(|part| part.why.is_some()).map(|part| part.standing.case_id).collect()
    }

    /// Whether name and ways to be reached stay: as long as a matter is open or something is held. An archive category
    /// keeps what was said in the matter, not the address to write to.
    pub fn keeps_identity(&self) -> bool {
        let needs = |part: &Part| matches!(part.why, Some(Why::Open | Why::Held(_)));
        self.held.is_some() || self.parts.iter().any(needs)
    }

    /// Whether nothing at all would go.
    pub fn is_refused(&self) -> bool {
        self.held.is_some()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn standing(ended_on: Option<Date>, archive: Option<&str>, held: Option<&str>) -> Standing {
        Standing {
            case_id: Id::new(),
            reports: Vec::new(),
            number: ReportNumber::from_random(1, 7),
            service: Wording { pl: String::new(), uk: None, en: None },
            ended_on,
            archive: archive.map(str::to_owned),
            held: held.map(str::to_owned),
        }
    }

    #[test]
    fn each_reason_keeps_its_own_part_only() {
        let (today, ended) = (date(2026, 11, 20), Some(date(2020, 5, 1)));
        let check = |standing: Standing, why: Option<Why>, identity: bool| {
            let plan = Plan::new(vec![Id::new()], vec![standing], None, today);
            assert_eq!((plan.parts[0].why.clone(), plan.keeps_identity(), plan.is_refused()), (why, identity, false));
        };
        check(standing(ended, None, None), None, false);
        check(standing(None, None, None), Some(Why::Open), true);
        check(
            standing(ended, Some("B5"), None),
            Some(Why::Archive("B5".into(), KeptUntil::Day(date(2026, 1, 1)))).filter(|_| false),
            false,
        );
        check(standing(ended, Some("B10"), None), Some(Why::Archive("B10".into(), KeptUntil::Day(date(2031, 1, 1)))), false);
        check(standing(ended, Some("A"), None), Some(Why::Archive("A".into(), KeptUntil::ForEver)), false);
        check(standing(ended, Some("zzz"), None), Some(Why::Unread("zzz".into())), false);
        check(standing(ended, None, Some("proces")), Some(Why::Held("proces".into())), true);
    }

    #[test]
    fn a_hold_on_the_person_keeps_all() {
        let plan = Plan::new(vec![Id::new()], vec![standing(Some(date(2020, 5, 1)), None, None)], Some("proces".into()), date(2026, 1, 1));
        assert!(plan.is_refused() && plan.keeps_identity() && plan.kept().len() == 1);
    }
}
