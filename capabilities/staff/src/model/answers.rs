//! Who answers now: for a unit, from its hours, its head and deputies, everybody's weekly hours and absences.
//!
//! Nobody answers outside the unit's hours, so holidays and closures count for everybody. Within them the head answers;
//! when the head is away, whoever stands in for the head (a chain of at most [`CHAIN`], never in a circle); then the
//! unit's deputy, in the same way; then anybody of the unit who is at work.

use std::collections::{BTreeMap, BTreeSet};

use base::{Id, Moment};
use hours::{Calendar, Week};
use jiff::civil::Date;

use super::Absence;

/// How many people one after another may stand in for each other.
pub const CHAIN: usize = 5;
/// How far ahead the next answer is looked for, in days.
pub const DAYS_AHEAD: usize = 31;

/// What of a person decides whether they answer. Only accounts in use are handed in.
#[derive(Debug, Clone, Default)]
pub struct Colleague {
    /// Their weekly hours; `None`: those of the unit.
    pub week: Option<Week>,
    /// Their absences.
    pub absences: Vec<Absence>,
    /// Who stands in for them when an absence names nobody.
    pub deputy_id: Option<Id>,
    /// When their account ends.
    pub ends_at: Option<Moment>,
}

/// Everybody by account.
pub type Colleagues = BTreeMap<Id, Colleague>;

/// Whom a unit has.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    /// Who leads it.
    pub head_id: Option<Id>,
    /// Who stands in for the head.
    pub deputy_id: Option<Id>,
    /// Its people, in the order in which they are asked.
    pub people: Vec<Id>,
}

/// Somebody who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answering {
    /// Who.
    pub account_id: Id,
    /// Whom they stand in for.
    pub instead_of: Option<Id>,
}

/// Who answers for a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Somebody does now.
    Now(Answering),
    /// Nobody does now, but somebody will from this moment.
    Later(Moment, Answering),
    /// Nobody within [`DAYS_AHEAD`].
    Nobody,
}

/// Who answers for the unit at `now`.
pub fn who_answers(unit: &Roster, everybody: &Colleagues, calendar: &Calendar, now: Moment) -> Answer {
    let floor = Floor { everybody, calendar };
    if let Some(answering) = floor.answering(unit, now) {
        return Answer::Now(answering);
    }
    let later = floor.edges(unit, now).into_iter().find_map(|at| Some((at, floor.answering(unit, at)?)));
    later.map_or(Answer::Nobody, |(at, answering)| Answer::Later(at, answering))
}

/// How it stands with one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// At work.
    AtWork,
    /// Away until the end of this day, and who stands in.
    Absent(Date, Option<Id>),
    /// Not now, but from this moment; `None`: not within [`DAYS_AHEAD`].
    Away(Option<Moment>),
}

/// How it stands with one person at `now`; `calendar` is that of their unit.
pub fn presence(person: Id, everybody: &Colleagues, calendar: &Calendar, now: Moment) -> Presence {
    let floor = Floor { everybody, calendar };
    if floor.is_at_work(person, now) {
        return Presence::AtWork;
    }
    if let Some(absence) = floor.absence(person, now) {
        let stands_in = floor.stands_in(person, now);
        let until = floor.back_after(person, absence.until_on);
        return Presence::Absent(until, stands_in);
    }
    let own = Roster { people: vec![person], ..Roster::default() };
    Presence::Away(floor.edges(&own, now).into_iter().find(|at| floor.is_at_work(person, *at)))
}

struct Floor<'a> {
    everybody: &'a Colleagues,
    calendar: &'a Calendar,
}

impl Floor<'_> {
    fn answering(&self, unit: &Roster, at: Moment) -> Option<Answering> {
        let through = |first: Option<Id>| first.and_then(|first| self.first_at_work(first, at));
        let lead = through(unit.head_id).or_else(|| through(unit.deputy_id));
        if let Some(account_id) = lead {
            return Some(Answering { account_id, instead_of: unit.head_id.filter(|head| *head != account_id) });
        }
        let anybody = unit.people.iter().find(|person| self.is_at_work(**person, at));
        anybody.map(|account_id| Answering { account_id: *account_id, instead_of: None })
    }

    /// The person, or the first of those who stand in for them, who is at work.
    fn first_at_work(&self, person: Id, at: Moment) -> Option<Id> {
        if self.is_at_work(person, at) { Some(person) } else { self.stands_in(person, at) }
    }

    fn stands_in(&self, person: Id, at: Moment) -> Option<Id> {
        let mut asked = BTreeSet::from([person]);
        let mut current = person;
        for _ in 0..CHAIN {
            current = self.deputy(current, at)?;
            if !asked.insert(current) {
                return None;
            }
            if self.is_at_work(current, at) {
                return Some(current);
            }
        }
        None
    }

    fn deputy(&self, person: Id, at: Moment) -> Option<Id> {
        let for_now = self.absence(person, at).and_then(|absence| absence.deputy_id);
        for_now.or_else(|| self.everybody.get(&person)?.deputy_id)
    }

    fn is_at_work(&self, person: Id, at: Moment) -> bool {
        let Some(colleague) = self.everybody.get(&person) else { return false };
        let lasts = colleague.ends_at.is_none_or(|ends_at| at < ends_at);
        lasts && self.calendar.open_at(at.0) && self.absence(person, at).is_none() && self.is_on_duty(colleague, at)
    }

    fn is_on_duty(&self, colleague: &Colleague, at: Moment) -> bool {
        let Some(week) = &colleague.week else { return true };
        let Ok(timestamp) = jiff::Timestamp::from_microsecond(at.0) else { return false };
        let clock = self.calendar.zone().to_datetime(timestamp);
        let minute = u16::from(clock.hour().unsigned_abs()) * 60 + u16::from(clock.minute().unsigned_abs());
        week.on(clock.date().weekday()).open_at_minute(minute)
    }

    fn absence(&self, person: Id, at: Moment) -> Option<&Absence> {
        let day = hours::day_of(at.0, self.calendar.zone())?;
        self.everybody.get(&person)?.absences.iter().find(|absence| absence.covers(day))
    }

    /// The last day away, when one absence follows another.
    fn back_after(&self, person: Id, until: Date) -> Date {
        let absences = self.everybody.get(&person).map(|colleague| colleague.absences.as_slice()).unwrap_or_default();
        let next = |day: &Date| {
            let tomorrow = day.tomorrow().ok()?;
            absences.iter().find(|absence| absence.covers(tomorrow)).map(|absence| absence.until_on)
        };
        std::iter::successors(Some(until), next).take(DAYS_AHEAD).last().unwrap_or(until)
    }

    /// Moments after `now` at which somebody may begin to answer, in order.
    fn edges(&self, unit: &Roster, now: Moment) -> BTreeSet<Moment> {
        let people = self.reachable(unit);
        let weeks: Vec<&Week> = people.iter().filter_map(|person| self.everybody.get(person)?.week.as_ref()).collect();
        let Some(today) = hours::day_of(now.0, self.calendar.zone()) else { return BTreeSet::new() };
        let days = std::iter::successors(Some(today), |day| day.tomorrow().ok()).take(DAYS_AHEAD);
        let begins = days.flat_map(|day| {
            let all = weeks.iter().map(|week| week.on(day.weekday())).chain([self.calendar.hours_on(day)]);
            let minutes: BTreeSet<u16> = all.flat_map(|hours| hours.intervals()).map(|interval| interval.from_minute()).collect();
            minutes.into_iter().filter_map(move |minute| self.moment(day, minute))
        });
        begins.filter(|at| *at > now).collect()
    }

    fn moment(&self, day: Date, minute: u16) -> Option<Moment> {
        let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
        let clock = day.to_datetime(jiff::civil::Time::new(hour, minute, 0, 0).ok()?);
        let timestamp = self.calendar.zone().to_ambiguous_timestamp(clock).compatible().ok()?;
        Some(Moment(timestamp.as_microsecond()))
    }

    /// The unit's people and all who may stand in for its head in the days looked at.
    fn reachable(&self, unit: &Roster) -> BTreeSet<Id> {
        let mut found: BTreeSet<Id> = unit.people.iter().chain(&unit.head_id).chain(&unit.deputy_id).copied().collect();
        let mut latest: Vec<Id> = found.iter().copied().collect();
        for _ in 0..CHAIN {
            let colleagues = latest.iter().filter_map(|person| self.everybody.get(person));
            let deputies = colleagues.flat_map(|one| one.absences.iter().map(|absence| absence.deputy_id).chain([one.deputy_id]));
            latest = deputies.flatten().filter(|id| found.insert(*id)).collect();
        }
        found
    }
}
