//! The clocks of a case: what was promised, by when, and how it went. All of it follows from the journal.

use base::Moment;
use hours::Calendar;
use serde_json::Value as Json;

use super::Stage;
use crate::events;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockKind {
    /// The first words of the city to the author after the receipt.
    FirstAnswer,
    /// The work that the unit has set for a day.
    Work,
    /// The end of the matter: `cases.due_at`.
    Fix,
    /// What the law wants, whatever was promised.
    Legal,
}

impl ClockKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [ClockKind; 4] = [Self::FirstAnswer, Self::Work, Self::Fix, Self::Legal];

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        self.key().trim_start_matches("clock-")
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The key of its words for people.
    pub fn key(self) -> &'static str {
        match self {
            Self::FirstAnswer => "clock-first_answer",
            Self::Work => "clock-work",
            Self::Fix => "clock-fix",
            Self::Legal => "clock-legal",
        }
    }
}

/// Why a promised moment is another one than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The author was waited for, and the service says that its promise stands meanwhile.
    Waited,
    /// The unit said so, with a reason.
    Unit,
    /// The legal ground on which the statutory term stood is gone.
    Resumed,
    /// The author was told by a formal notice that the statutory term is longer.
    Notice,
}

impl Because {
    /// The word in the journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waited => "waited",
            Self::Unit => "unit",
            Self::Notice => "notice",
            Self::Resumed => "resumed",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Waited, Self::Unit, Self::Notice, Self::Resumed].into_iter().find(|because| because.word() == word)
    }
}

/// One clock of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// What it measures.
    pub kind: ClockKind,
    /// Since when it runs to the present `due_at`.
    pub started_at: Moment,
    /// The promised moment.
    pub due_at: Moment,
    /// The moment promised first, moved only by the time that the author was waited for: by it a rate is reckoned, so
    /// that nobody is on time by promising anew.
    pub first_due_at: Moment,
    /// It stands since then.
    pub stands_since: Option<Moment>,
    /// When that which was promised came about.
    pub met_at: Option<Moment>,
    /// When the unit was warned that it ends.
    pub warned_at: Option<Moment>,
    /// When it was noted that the promise is broken.
    pub missed_at: Option<Moment>,
}

/// Of the working time of a clock, the part after which its unit is warned: four fifths.
const WARNED_AFTER: (u32, u32) = (4, 5);

/// What a clock wants of whoever looks at it now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing until then; nothing at all when `None`.
    Until(Option<Moment>),
    /// The unit has to be warned.
    Warn,
    /// The promise is broken.
    Miss,
    /// The author is waited for no more, and the promise is this moment now.
    GoOn(Moment),
}

/// A look at a clock.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Since when it has waited to be looked at.
    pub since: Moment,
    /// When it is looked at.
    pub now: Moment,
}

impl Clock {
    fn new(kind: ClockKind, started_at: Moment, due_at: Moment) -> Self {
        let (stands_since, met_at, warned_at, missed_at) = (None, None, None, None);
        Self { kind, started_at, due_at, first_due_at: due_at, stands_since, met_at, warned_at, missed_at }
    }

    /// What is to be done about it, by the calendar of the unit.
    pub fn need(&self, stage: Stage, Look { since: woken_at, now }: Look, calendar: &Calendar) -> Need {
        if self.met_at.is_some() {
            return Need::Until(None);
        }
        if let Some(since) = self.stands_since {
            return if self.kind == ClockKind::Legal || matches!(stage, Stage::Waiting(_)) {
                Need::Until(None)
            } else {
                Need::GoOn(self.after_standing(since, woken_at, calendar))
            };
        }
        match (self.missed_at, self.warned_at) {
            (Some(_), _) => Need::Until(None),
            (None, _) if self.due_at < now => Need::Miss,
            (None, Some(_)) => Need::Until(Some(self.due_at)),
            (None, None) => match self.warn_at(calendar) {
                warn_at if warn_at <= now => Need::Warn,
                warn_at => Need::Until(Some(warn_at)),
            },
        }
    }

    /// When the unit is to be warned; with a calendar that never opens, only when it is too late.
    fn warn_at(&self, calendar: &Calendar) -> Moment {
        let (part, of) = WARNED_AFTER;
        let worked = hours::worked_minutes(self.started_at.0, self.due_at.0, calendar, &[]).unwrap_or_default();
        hours::due(self.started_at.0, worked / of * part, calendar, &[]).map_or(self.due_at, Moment)
    }

    /// The promised moment after the clock stood from `since` to `now`: as much working time later as was left then.
    fn after_standing(&self, since: Moment, now: Moment, calendar: &Calendar) -> Moment {
        let left = hours::worked_minutes(since.0, self.due_at.0, calendar, &[]).unwrap_or_default();
        hours::due(now.0, left, calendar, &[]).map_or(self.due_at, |due| self.due_at.max(Moment(due)))
    }

    /// Whether what was promised first came about in time; `None` while that is open. A clock that stood when it was met
    /// counts as of the moment when it began to stand.
    pub fn on_time(&self, now: Moment) -> Option<bool> {
        match self.stands_since.or(self.met_at) {
            Some(reached) if reached <= self.first_due_at => self.met_at.map(|_| true),
            Some(_) => Some(false),
            None => (self.first_due_at < now).then_some(false),
        }
    }
}

/// The clocks of one case, at most one of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clocks(Vec<Clock>);

impl Clocks {
    /// Those that are kept of a case.
    pub fn of(mut kept: Vec<Clock>) -> Self {
        kept.sort_by_key(|clock| clock.kind);
        Self(kept)
    }

    /// All of them, in the order in which they are shown.
    pub fn all(&self) -> &[Clock] {
        &self.0
    }

    /// The one of this kind.
    pub fn get(&self, kind: ClockKind) -> Option<&Clock> {
        self.0.iter().find(|clock| clock.kind == kind)
    }

    /// The promised moment of the end that runs now: none while it stands.
    pub fn promised(&self) -> Option<Moment> {
        self.get(ClockKind::Fix).filter(|fix| fix.stands_since.is_none()).map(|fix| fix.due_at)
    }

    /// Whether an event of this kind can matter to clocks at all.
    pub fn hear(kind: &str) -> bool {
        kind != events::ACCEPTED && kind != events::SHOWN && kind != events::HIDDEN
    }

    /// The clocks after an event of the case. This is the one table of what starts, moves and meets them.
    #[must_use]
    pub fn after(mut self, kind: &str, at: Moment, facts: &Json) -> Self {
        let moment = |name: &str| facts.get(name).and_then(Json::as_i64).map(Moment);
        let named = facts.get("clock").and_then(Json::as_str).and_then(ClockKind::from_word);
        match kind {
            events::OPENED => {
                self.start(ClockKind::FirstAnswer, at, moment("answer_by"));
                self.start(ClockKind::Fix, at, moment("due_at"));
            }
            events::PROGRESSED => self.meet(&[ClockKind::FirstAnswer, ClockKind::Work], at),
            events::SCHEDULED => {
                self.meet(&[ClockKind::FirstAnswer], at);
                self.start(ClockKind::Work, at, moment("until"));
            }
            events::ASKED => {
                self.meet(&[ClockKind::FirstAnswer], at);
                let stands = facts.get("stands").and_then(Json::as_bool) == Some(true);
                self.change(ClockKind::Fix, |fix| fix.stands_since = fix.stands_since.or((stands && at < fix.due_at).then_some(at)));
            }
            // What the former unit has planned binds nobody any more.
            events::DISPATCHED | events::RETURNED => self.0.retain(|clock| clock.kind != ClockKind::Work || clock.met_at.is_some()),
            events::FORMED => {
                self.0.retain(|clock| clock.kind != ClockKind::Legal);
                self.start(ClockKind::Legal, moment("from").unwrap_or(at), moment("due_at"));
            }
            events::PROMISED => self.promise(named, at, moment("due_at"), facts),
            events::STOOD => self.change_named(named, |clock| clock.stands_since = clock.stands_since.or(Some(at))),
            events::WARNED => self.change_named(named, |clock| clock.warned_at = Some(at)),
            events::MISSED => self.change_named(named, |clock| clock.missed_at = Some(at)),
            events::CLOSED => self.meet(&ClockKind::ALL, at),
            events::REOPENED => self.change(ClockKind::Fix, |fix| fix.met_at = None),
            _ => {}
        }
        self
    }

    fn start(&mut self, kind: ClockKind, at: Moment, due_at: Option<Moment>) {
        let Some(due_at) = due_at else { return };
        self.0.retain(|clock| clock.kind != kind);
        self.0.push(Clock::new(kind, at, due_at));
        self.0.sort_by_key(|clock| clock.kind);
    }

    fn promise(&mut self, kind: Option<ClockKind>, at: Moment, due_at: Option<Moment>, facts: &Json) {
        let because = facts.get("because").and_then(Json::as_str).and_then(Because::from_word);
        let (Some(kind), Some(due_at)) = (kind, due_at) else { return };
        if self.get(kind).is_none() {
            return self.start(kind, at, Some(due_at));
        }
        self.change(kind, |clock| {
            if matches!(because, Some(Because::Waited | Because::Resumed)) {
                clock.first_due_at = Moment(clock.first_due_at.0 + due_at.0 - clock.due_at.0);
            }
            let (first_due_at, met_at) = (clock.first_due_at, clock.met_at);
            *clock = Clock { first_due_at, met_at, ..Clock::new(kind, at, due_at) };
        });
    }

    fn meet(&mut self, kinds: &[ClockKind], at: Moment) {
        for kind in kinds {
            self.change(*kind, |clock| clock.met_at = clock.met_at.or(Some(at)));
        }
    }

    fn change_named(&mut self, kind: Option<ClockKind>, change: impl FnOnce(&mut Clock)) {
        if let Some(kind) = kind {
            self.change(kind, change);
        }
    }

    fn change(&mut self, kind: ClockKind, change: impl FnOnce(&mut Clock)) {
        if let Some(clock) = self.0.iter_mut().find(|clock| clock.kind == kind) {
            change(clock);
        }
    }
}
