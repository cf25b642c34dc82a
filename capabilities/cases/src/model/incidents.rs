//! One cause behind many cases, such as a storm: what may belong to it, and who may know of it.

use base::{Error, Id, Moment, Result, Wording};
use staff::Permission;

use super::{Case, Eyes, Outcome};

/// The longest name of an incident, in characters.
pub const LONGEST_NAME: usize = 120;
/// Followers are forgotten so many days after the end, seconds.
pub const FOLLOWERS_KEPT_SECONDS: i64 = 30 * 24 * 3_600;

/// An incident as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// Its id.
    pub id: Id,
    /// The key of the data controller whose cases it has.
    pub controller: String,
    /// What the city calls it.
    pub name: String,
    /// The services of its cases.
    pub services: Vec<Id>,
    /// The areas of its cases; none means the whole city.
    pub areas: Vec<Id>,
    /// Since when the cause holds.
    pub since: Moment,
    /// When somebody opened it.
    pub opened_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// What was said at the end.
    pub answer: Option<String>,
    /// The text for residents.
    pub text: Wording,
}

impl Incident {
    /// Whether the viewer works with it.
    pub fn is_visible_to(&self, eyes: &Eyes) -> bool {
        eyes.viewer.may(Permission::Supervise) && eyes.cover(&self.controller)
    }

    /// That a case may become one of its own: open, not sensitive, with reports of its own, and of the same controller.
    ///
    /// # Errors
    /// `Conflict` with the reason why not.
    pub fn takes(&self, case: &Case) -> Result<()> {
        let why = match () {
            () if self.ended_at.is_some() => "incident-ended",
            () if case.sensitive => "incident-sensitive",
            () if case.controller != self.controller => "incident-other-controller",
            () if case.legal_form.is_some() => "case-formal-alone",
            () if case.merged_into.is_some() || case.stage.outcome().is_some() => "case-refused-closed",
            () => return Ok(()),
        };
        Err(Error::Conflict(why))
    }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::model::Stage;

    fn incident() -> Incident {
        Incident {
            id: Id::named("incident", "storm"),
            controller: "city".into(),
            name: "Burza".into(),
            services: Vec::new(),
            areas: Vec::new(),
            since: Moment(0),
            opened_at: Moment(0),
            ended_at: None,
            outcome: None,
            answer: None,
            text: Wording::default(),
        }
    }

    #[test]
    fn an_incident_takes_open_cases_of_its_controller_that_are_not_sensitive() {
        let check = |incident: &Incident, case: &Case, why: Option<&str>| {
            let said = incident.takes(case).err().map(|error| if let Error::Conflict(key) = error { key } else { "other" });
            assert_eq!(said, why);
        };
        check(&incident(), &Case::example("one"), None);
        check(&incident(), &Case { sensitive: true, ..Case::example("one") }, Some("incident-sensitive"));
        check(&incident(), &Case { controller: "mpo".into(), ..Case::example("one") }, Some("incident-other-controller"));
        check(&incident(), &Case { merged_into: Some(Id::named("case", "two")), ..Case::example("one") }, Some("case-refused-closed"));
        let closed = Stage::Closed { unit_id: None, outcome: Outcome::Fixed, at: Moment(1) };
        check(&incident(), &Case { stage: closed, ..Case::example("one") }, Some("case-refused-closed"));
        check(&Incident { ended_at: Some(Moment(1)), ..incident() }, &Case::example("one"), Some("incident-ended"));
    }
}
