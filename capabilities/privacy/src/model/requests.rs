//! A request of a person about their own data, the term for answering it, and the steps it takes (GDPR art. 12–22).

use base::{Error, FieldFault, Id};
use hours::Holidays;
use jiff::civil::Date;

use super::LONGEST_TEXT;

macro_rules! words {
    ($(#[$about:meta])* $kind:ident { $($(#[$each:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $kind { $($(#[$each])* $variant),+ }

        impl $kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word kept in the database and sent by forms.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads the word; an unknown one is `None`.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.word() == word)
            }
        }
    };
}

words!(
    /// What is asked for.
    Kind {
        /// To know what we keep (art. 15).
        Access = "access",
        /// To mend it (art. 16).
        Rectification = "rectification",
        /// To keep it and use it for nothing (art. 18).
        Restriction = "restriction",
        /// To erase it (art. 17).
        Erasure = "erasure",
        /// To stop using it (art. 21).
        Objection = "objection",
        /// To take it elsewhere (art. 20).
        Portability = "portability",
    }
);
words!(
    /// How we know that it is they.
    Identity {
        /// A document shown at a counter.
        Document = "document",
        /// A qualified or trusted signature.
        Signature = "signature",
        /// A message from the address that we know, answered to a question sent there.
        KnownAddress = "known_address",
        /// Answers that only they know.
        Questions = "questions",
        /// A proxy with a power of attorney.
        Proxy = "proxy",
    }
);
words!(
    /// Where a request stands.
    State {
        /// It came in.
        Received = "received",
        /// We know that it is they.
        IdentityChecked = "identity_checked",
        /// Somebody works on it.
        InProgress = "in_progress",
        /// It was done and answered.
        Answered = "answered",
        /// It was refused with reasons.
        Refused = "refused",
    }
);

/// A step that a request may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Note how we know that it is they.
    Identify,
    /// Begin to work on it.
    Begin,
    /// Take two further months.
    Extend,
    /// Answer it.
    Answer,
    /// Refuse it.
    Refuse,
}

/// Why a step is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It has ended.
    Ended,
    /// Nobody has noted how we know that it is they.
    Unknown,
    /// That was done before.
    Done,
    /// The term is over: it can only be made longer before.
    TooLate,
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Error::Conflict(match refusal {
            Refusal::Ended => "privacy-refused-ended",
            Refusal::Unknown => "privacy-refused-unknown",
            Refusal::Done => "privacy-refused-done",
            Refusal::TooLate => "privacy-refused-late",
        })
    }
}

impl State {
    /// Whether nothing more is to be done.
    pub fn is_ended(self) -> bool {
        matches!(self, Self::Answered | Self::Refused)
    }

    /// The one table of steps. Nothing is given or erased before we know that it is they; refusing needs no identity,
    /// since not knowing may be the reason.
    ///
    /// # Errors
    /// Why the request may not take the step.
    pub fn after(self, step: Step) -> Result<State, Refusal> {
        match (self, step) {
            (Self::Answered | Self::Refused, _) => Err(Refusal::Ended),
            (Self::Received, Step::Identify) => Ok(Self::IdentityChecked),
            (_, Step::Identify) => Err(Refusal::Done),
            (Self::Received, Step::Begin | Step::Answer) => Err(Refusal::Unknown),
            (Self::InProgress, Step::Begin) => Err(Refusal::Done),
            (Self::IdentityChecked, Step::Begin) => Ok(Self::InProgress),
            (Self::IdentityChecked | Self::InProgress, Step::Answer) => Ok(Self::Answered),
            (_, Step::Refuse) => Ok(Self::Refused),
            (state, Step::Extend) => Ok(state),
        }
    }
}

/// The last day for an answer (GDPR art. 12(3)): one month, or three when two were added. An end on a Saturday or a day free
/// by law moves to the next that is neither; to be confirmed by the city's lawyer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term;

impl Term {
    /// The last day of the first term.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `received_on` for a day outside the calendar.
    pub fn first(received_on: Date, holidays: &Holidays) -> Result<Date, Error> {
        Self::months(received_on, 1, holidays)
    }

    /// The last day when two months were added.
    ///
    /// # Errors
    /// As [`Term::first`].
    pub fn extended(received_on: Date, holidays: &Holidays) -> Result<Date, Error> {
        Self::months(received_on, 3, holidays)
    }

    fn months(received_on: Date, months: u32, holidays: &Holidays) -> Result<Date, Error> {
        hours::deadline(received_on, hours::Term::Months(months), holidays).map_err(|_| Error::invalid("received_on", "privacy-day-wrong"))
    }
}

/// A request about to be registered.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// What is asked for.
    pub kind: Kind,
    /// How it came, in the words of channels.
    pub channel: interactions::Channel,
    /// Who asks, if they are found among residents.
    pub resident_id: Option<Id>,
    /// What they call themselves.
    pub who: String,
    /// Where to answer.
    pub contact: String,
    /// What exactly, in a sentence.
    pub scope: String,
    /// The day on which it came.
    pub received_on: Date,
}

impl NewRequest {
    /// What still has to be mended, as of this day.
    pub fn faults(&self, today: Date) -> Vec<FieldFault> {
        let fault = |wrong: bool, field, message| wrong.then_some(FieldFault { field, message });
        let long = |text: &str| text.chars().count() > LONGEST_TEXT;
        [
            fault(self.who.trim().is_empty(), "who", "privacy-who-missing"),
            fault(self.contact.trim().is_empty(), "contact", "privacy-contact-missing"),
            fault(long(&self.who) || long(&self.contact), "who", "privacy-text-long"),
            fault(long(&self.scope), "scope", "privacy-text-long"),
            fault(self.received_on > today, "received_on", "privacy-day-ahead"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_term_ends_on_a_day_of_work() {
        let polish = Holidays::polish();
        let check = |on, first, extended| {
            assert_eq!((Term::first(on, &polish).unwrap(), Term::extended(on, &polish).unwrap()), (first, extended), "{on}");
        };
        check(date(2026, 11, 16), date(2026, 12, 16), date(2027, 2, 16));
        // 20 December is a Sunday, 20 February a Saturday.
        check(date(2026, 11, 20), date(2026, 12, 21), date(2027, 2, 22));
        // 25 and 26 December are free by law, the 27th is a Sunday.
        check(date(2026, 11, 25), date(2026, 12, 28), date(2027, 2, 25));
        check(date(2027, 1, 31), date(2027, 3, 1), date(2027, 4, 30));
    }

    #[test]
    fn the_table_of_steps_is_this() {
        use State::*;
        let check = |state: State, step, wanted: Result<State, Refusal>| assert_eq!(state.after(step), wanted, "{state:?} {step:?}");
        check(Received, Step::Identify, Ok(IdentityChecked));
        check(Received, Step::Begin, Err(Refusal::Unknown));
        check(Received, Step::Answer, Err(Refusal::Unknown));
        check(Received, Step::Refuse, Ok(Refused));
        check(Received, Step::Extend, Ok(Received));
        check(IdentityChecked, Step::Identify, Err(Refusal::Done));
        check(IdentityChecked, Step::Begin, Ok(InProgress));
        check(IdentityChecked, Step::Answer, Ok(Answered));
        check(InProgress, Step::Begin, Err(Refusal::Done));
        check(InProgress, Step::Answer, Ok(Answered));
        check(InProgress, Step::Refuse, Ok(Refused));
        for ended in [Answered, Refused] {
            for step in [Step::Identify, Step::Begin, Step::Extend, Step::Answer, Step::Refuse] {
                check(ended, step, Err(Refusal::Ended));
            }
        }
    }

    #[test]
    fn every_word_comes_back() {
        assert!(Kind::ALL.iter().all(|kind| Kind::from_word(kind.word()) == Some(*kind)));
        assert!(Identity::ALL.iter().all(|way| Identity::from_word(way.word()) == Some(*way)));
        assert!(State::ALL.iter().all(|state| State::from_word(state.word()) == Some(*state)));
    }
}
