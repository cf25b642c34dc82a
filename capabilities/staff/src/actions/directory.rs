//! The directory: everybody, their units, and who answers now.

use std::collections::BTreeMap;

use base::{Error, Id, Moment, Result};
use hours::Calendar;
use store::Read;

use crate::{
    model::{
        Person, Unit,
        answers::{Answer, Colleague, Colleagues, Roster, who_answers},
    },
    store as rows,
};

/// Everything that the directory tells, read at one moment.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    /// Accounts in use by name, with languages and skills.
    pub people: Vec<Person>,
    /// All units, retired ones too.
    pub units: Vec<Unit>,
    /// What decides whether they answer.
    pub colleagues: Colleagues,
    rosters: BTreeMap<Id, Roster>,
}

impl Directory {
    /// Reads the directory as it is at `now`; `office` tells the city's zone.
    ///
    /// # Errors
    /// As [`Read::query`].
    pub fn read(read: &Read<'_>, office: &Calendar, now: Moment) -> Result<Self> {
        let today = hours::day_of(now.0, office.zone()).ok_or_else(|| Error::internal("a moment outside the calendar"))?;
        let (mut languages, mut skills) = (rows::languages(read)?, rows::skills_of_all(read)?);
        let mut people = rows::people(read)?;
        people.retain(|person| person.is_in_use(now));
        for person in &mut people {
            person.profile.languages = languages.remove(&person.account_id).unwrap_or_default();
            person.profile.skills = skills.remove(&person.account_id).unwrap_or_default();
        }
        let mut colleagues: Colleagues = people.iter().map(|person| (person.account_id, colleague(person))).collect();
        for absence in rows::absences_from(read, today)? {
            if let Some(colleague) = colleagues.get_mut(&absence.account_id) {
                colleague.absences.push(absence);
            }
        }
        let mut rosters = rows::leaders(read)?;
        for person in &people {
            if let Some(unit_id) = person.profile.unit_id {
                rosters.entry(unit_id).or_default().people.push(person.account_id);
            }
        }
        Ok(Self { people, units: rows::units(read)?, colleagues, rosters })
    }

    /// Whom a unit has.
    pub fn roster(&self, unit_id: Id) -> Roster {
        self.rosters.get(&unit_id).cloned().unwrap_or_default()
    }

    /// Somebody in it.
    pub fn person(&self, account_id: Id) -> Option<&Person> {
        self.people.iter().find(|person| person.account_id == account_id)
    }

    /// One of its units.
    pub fn unit(&self, unit_id: Id) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == unit_id)
    }

    /// The calendar of a unit: its own hours, or the office's.
    pub fn calendar(&self, unit_id: Option<Id>, office: &Calendar) -> Calendar {
        unit_id.and_then(|unit_id| self.unit(unit_id)).map_or_else(|| office.clone(), |unit| unit.calendar(office))
    }

    /// Who answers for a unit at `now`.
    pub fn who_answers(&self, unit_id: Id, office: &Calendar, now: Moment) -> Answer {
        who_answers(&self.roster(unit_id), &self.colleagues, &self.calendar(Some(unit_id), office), now)
    }
}

fn colleague(person: &Person) -> Colleague {
    let profile = &person.profile;
    Colleague { week: profile.pattern.clone(), absences: Vec::new(), deputy_id: profile.deputy_id, ends_at: profile.ends_at }
}
