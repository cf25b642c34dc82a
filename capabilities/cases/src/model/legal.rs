//! The statutory terms of legal forms, and where each comes from.

use base::Moment;
use hours::{Calendar, Term};
use jiff::civil::Date;
use services::LegalForm;

/// How sure we are of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Read in a public source.
    Read,
    /// General knowledge: a lawyer of the city has to confirm it, and pages say so.
    ToConfirm,
}

/// The term of a legal form, counted from the receipt as art. 57 KPA says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The term.
    pub term: Term,
    /// The longest that a delay notice may make it, from the receipt, where the rule names it.
    pub longest: Option<Term>,
    /// Act and article, as people of an office read them.
    pub source: &'static str,
    /// How sure we are.
    pub certainty: Certainty,
}

/// Why a statutory term stands: what art. 35 § 5 KPA does not count in. General knowledge, which a lawyer of the city has to
/// confirm; that nobody has answered a question is no ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// A term that the law gives for a certain act, such as mending a formal defect.
    Act,
    /// The proceedings are suspended.
    Suspension,
    /// A delay by the party's own fault.
    Party,
    /// A cause that does not depend on the office.
    BeyondOffice,
}

impl Ground {
    /// All grounds, in the order in which they are offered.
    pub const ALL: [Ground; 4] = [Self::Act, Self::Suspension, Self::Party, Self::BeyondOffice];

    /// The key of its words for people: `ground-` and the word in the journal.
    pub fn key(self) -> &'static str {
        match self {
            Self::Act => "ground-act",
            Self::Suspension => "ground-suspension",
            Self::Party => "ground-party",
            Self::BeyondOffice => "ground-beyond_office",
        }
    }

    /// The word in the journal.
    pub fn word(self) -> &'static str {
        self.key().trim_start_matches("ground-")
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.word() == word)
    }
}

/// The last day of a statutory term after it stood: as many days later, and then the next working day (art. 57 § 4 KPA).
pub fn day_after_standing(last: Date, (since, until): (Date, Date), calendar: &Calendar) -> Option<Date> {
    let stood = since.until(until).ok()?;
    hours::workday_from(last.checked_add(stood).ok()?, calendar.holidays()).ok()
}

/// The rule of a legal form.
pub fn rule(form: LegalForm) -> Rule {
    use Certainty::{Read, ToConfirm};
    let (term, longest, source, certainty) = match form {
        LegalForm::Skarga => (Term::Months(1), None, "art. 237 § 1 KPA", Read),
        LegalForm::Wniosek => (Term::Months(1), None, "art. 244 KPA", Read),
        LegalForm::Petition => (Term::Months(3), None, "ustawa o petycjach", ToConfirm),
        LegalForm::PublicInformation => {
            (Term::Days(14), Some(Term::Months(2)), "art. 13 ustawy o dostępie do informacji publicznej", ToConfirm)
        }
        LegalForm::AccessibilityDemand => {
            (Term::Days(7), Some(Term::Months(2)), "art. 18 ustawy o dostępności cyfrowej z 4 kwietnia 2019 r.", Read)
        }
        LegalForm::GdprRequest => (Term::Months(1), Some(Term::Months(3)), "art. 12 ust. 3 RODO", ToConfirm),
        LegalForm::Interpellation => (Term::Days(14), None, "art. 24 ustawy o samorządzie gminnym", ToConfirm),
    };
    Rule { term, longest, source, certainty }
}

/// The key of the words of a legal form for people, or of none.
pub fn form_key(form: Option<LegalForm>) -> &'static str {
    match form {
        None => "legal-form-none",
        Some(LegalForm::Skarga) => "legal-form-skarga",
        Some(LegalForm::Wniosek) => "legal-form-wniosek",
        Some(LegalForm::Petition) => "legal-form-petition",
        Some(LegalForm::PublicInformation) => "legal-form-public_information",
        Some(LegalForm::AccessibilityDemand) => "legal-form-accessibility_demand",
        Some(LegalForm::GdprRequest) => "legal-form-gdpr_request",
        Some(LegalForm::Interpellation) => "legal-form-interpellation",
    }
}

impl Rule {
    /// The last day of the term of a matter received at `received_at`; `None` when the calendar cannot tell.
    pub fn last_day(&self, received_at: Moment, calendar: &Calendar) -> Option<Date> {
        day_after(self.term, received_at, calendar)
    }

    /// The last day to which a delay notice may move it; `None` when the rule names none.
    pub fn longest_day(&self, received_at: Moment, calendar: &Calendar) -> Option<Date> {
        day_after(self.longest?, received_at, calendar)
    }
}

fn day_after(term: Term, received_at: Moment, calendar: &Calendar) -> Option<Date> {
    let on = hours::day_of(received_at.0, calendar.zone())?;
    hours::deadline(on, term, calendar.holidays()).ok()
}

#[cfg(test)]
mod tests {
    use hours::{DayHours, Holidays, Opening, Week};
    use jiff::{civil::date, tz::TimeZone};

    use super::*;

    #[test]
    fn a_term_that_stood_is_as_many_days_longer() {
        let week = Week::monday_to_friday(DayHours::parse(&["07:30-15:30"]).unwrap());
        let calendar = Calendar::new(TimeZone::UTC, Holidays::polish(), Opening::of(week));
        let check = |last, stood, wanted| assert_eq!(day_after_standing(last, stood, &calendar), Some(wanted), "{last} {stood:?}");
        check(date(2026, 12, 1), (date(2026, 11, 20), date(2026, 11, 27)), date(2026, 12, 8));
        check(date(2026, 12, 17), (date(2026, 12, 1), date(2026, 12, 8)), date(2026, 12, 28));
        check(date(2026, 12, 1), (date(2026, 11, 20), date(2026, 11, 20)), date(2026, 12, 1));
    }

    #[test]
    fn terms_are_counted_from_the_receipt_and_end_on_no_free_day() {
        let week = Week::monday_to_friday(DayHours::parse(&["07:30-15:30"]).unwrap());
        let zone = TimeZone::get("Europe/Warsaw").unwrap();
        let calendar = Calendar::new(zone.clone(), Holidays::polish(), Opening::of(week));
        let check = |form, received: Date, wanted: Date| {
            let at = received.at(23, 30, 0, 0).to_zoned(zone.clone()).unwrap().timestamp().as_microsecond();
            assert_eq!(rule(form).last_day(Moment(at), &calendar), Some(wanted), "{form:?} {received}");
        };
        // 24 December is a holiday, and the weekend follows (facts of the trade, art. 57 KPA).
        check(LegalForm::AccessibilityDemand, date(2026, 12, 17), date(2026, 12, 28));
        // 28 February is a Sunday.
        check(LegalForm::Skarga, date(2027, 1, 31), date(2027, 3, 1));
        check(LegalForm::Wniosek, date(2026, 11, 16), date(2026, 12, 16));
        check(LegalForm::PublicInformation, date(2026, 11, 16), date(2026, 11, 30));
    }
}
