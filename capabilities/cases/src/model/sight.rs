//! Who may know of a case, work on it and hand it on.

use std::collections::BTreeSet;

use base::Id;
use staff::{Permission, Viewer};

use super::{Case, Stage};

/// For whose personal data the people of the centre work (GDPR art. 28).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Centre {
    /// For every data controller of the pack.
    All,
    /// For these, by their keys.
    Only(BTreeSet<String>),
}

impl Centre {
    /// Whether it works for this data controller.
    pub fn covers(&self, controller: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(keys) => keys.contains(controller),
        }
    }
}

/// A viewer, with all that decides which cases exist for them.
#[derive(Debug, Clone)]
pub struct Eyes {
    /// Who looks.
    pub viewer: Viewer,
    /// The data controller of their unit.
    pub controller: Option<String>,
    /// For whom the centre works.
    pub centre: Centre,
    /// The cases that were shown to them on purpose.
    pub given: BTreeSet<Id>,
}

impl Eyes {
    /// Whether people who see all cases see those of this data controller.
    pub fn cover(&self, controller: &str) -> bool {
        self.centre.covers(controller) || self.controller.as_deref() == Some(controller)
    }
}

impl Case {
    /// Whether it is in the hands of the viewer's unit. One that no unit has yet and that the centre may not see is in
    /// those of the unit of its service.
    fn is_of_unit(&self, eyes: &Eyes) -> bool {
        let waiting = self.sensitive || !eyes.cover(&self.controller);
        let unit_id = self.stage.unit_id().or(self.home_id.filter(|_| waiting));
        eyes.viewer.unit_id.is_some() && unit_id == eyes.viewer.unit_id && eyes.viewer.may(Permission::WorkCases)
    }

    fn is_given_to(&self, eyes: &Eyes) -> bool {
        eyes.given.contains(&self.id)
    }

    /// Whether the viewer may know of it: the unit's own people and whoever it was shown to; of a case that is not
    /// sensitive also those who see all cases, and, while no unit has it, whoever watches over the work.
    pub fn is_visible_to(&self, eyes: &Eyes) -> bool {
        let stray = eyes.viewer.may(Permission::Supervise) && self.stage == Stage::Received;
        let by_office = eyes.viewer.may(Permission::SeeAllCases) || stray;
        self.is_of_unit(eyes) || self.is_given_to(eyes) || (by_office && !self.sensitive && eyes.cover(&self.controller))
    }

    /// Whether the viewer may accept it, tell of progress and close it: the unit that has it, whoever it was shown to,
    /// and whoever watches over the work.
    pub fn is_worked_on_by(&self, eyes: &Eyes) -> bool {
        let responsible = self.is_of_unit(eyes) || self.is_given_to(eyes) || eyes.viewer.may(Permission::Supervise);
        eyes.viewer.may(Permission::WorkCases) && responsible && self.is_visible_to(eyes)
    }

    /// Whether the viewer may read what residents said in it without a check of who is asking: its unit, whoever it was shown
    /// to, and, while no unit has it, those who choose one by these words.
    pub fn is_read_by(&self, eyes: &Eyes) -> bool {
        let own = self.is_of_unit(eyes) || self.is_given_to(eyes) || self.stage == Stage::Received;
        own && self.is_visible_to(eyes)
    }

    /// Whether the viewer may hand it to another unit; a sensitive one is handed on by its own unit only.
    pub fn is_dispatched_by(&self, eyes: &Eyes) -> bool {
        let office = eyes.viewer.may(Permission::Supervise) || eyes.viewer.may(Permission::SeeAllCases);
        let closed = self.sensitive || !eyes.cover(&self.controller);
        let decides = if closed { self.is_of_unit(eyes) } else { office };
        self.is_visible_to(eyes) && decides
    }

    /// Whether the viewer decides which of its photos everybody may see; of a case that is not public nobody does.
    pub fn is_moderated_by(&self, eyes: &Eyes) -> bool {
        self.public && !self.sensitive && eyes.viewer.may(Permission::ModeratePhotos) && self.is_visible_to(eyes)
    }

    /// Whether the viewer may show it to somebody outside the unit, and take that back.
    pub fn is_shared_by(&self, eyes: &Eyes) -> bool {
        self.sensitive && self.is_of_unit(eyes)
    }
}

#[cfg(test)]
mod tests {
    use base::Moment;

    use super::*;
    use crate::model::Outcome;

    fn unit(key: &str) -> Id {
        Id::named("unit", key)
    }

    fn case(stage: Stage) -> Case {
        Case { stage, home_id: Some(unit("a")), ..Case::example("one") }
    }

    fn eyes(role: &str, of: Option<&str>) -> Eyes {
        let permissions = staff::model::role(role).unwrap();
        let viewer = Viewer { account_id: Id::new(), name: String::new(), unit_id: of.map(unit), permissions };
        Eyes { viewer, controller: of.map(|_| "city".to_owned()), centre: Centre::All, given: BTreeSet::new() }
    }

    /// Whether these eyes may see, work on, and dispatch the case.
    #[track_caller]
    fn check(case: &Case, eyes: &Eyes, wanted: [bool; 3]) {
        let may = [case.is_visible_to(eyes), case.is_worked_on_by(eyes), case.is_dispatched_by(eyes)];
        assert_eq!(may, wanted, "{:?} {:?} {:?}", eyes.viewer.permissions, eyes.viewer.unit_id, case.stage);
    }

    #[test]
    fn who_may_see_work_on_and_dispatch_a_case_is_this() {
        let check = |role, of, stage, wanted| check(&case(stage), &eyes(role, of), wanted);
        let (own, other) = (Stage::Accepted(unit("a")), Stage::Accepted(unit("b")));
        let ended = Stage::Closed { unit_id: None, outcome: Outcome::Duplicate, at: Moment(1) };
        check("unit_staff", Some("a"), own, [true, true, false]);
        check("unit_staff", Some("a"), other, [false; 3]);
        check("unit_staff", Some("a"), Stage::Received, [false; 3]);
        check("unit_staff", None, Stage::Received, [false; 3]);
        check("unit_staff", None, ended, [false; 3]);
        check("agent", None, other, [true, false, true]);
        check("agent", None, Stage::Received, [true, false, true]);
        check("agent", Some("a"), own, [true, false, true]);
        check("specialist", Some("a"), own, [true, true, true]);
        check("specialist", Some("a"), other, [true, false, true]);
        check("supervisor", None, other, [true; 3]);
        check("supervisor", None, Stage::Received, [true; 3]);
        check("administrator", None, Stage::Received, [true, false, true]);
        check("administrator", None, other, [false; 3]);
        check("volunteer", None, Stage::Received, [false; 3]);
        check("editor", Some("a"), own, [false; 3]);
    }

    #[test]
    fn a_sensitive_case_is_its_units_and_of_whom_it_was_shown_to() {
        let sensitive = |stage| Case { sensitive: true, ..case(stage) };
        for stage in [Stage::Received, Stage::Accepted(unit("a"))] {
            check(&sensitive(stage), &eyes("unit_staff", Some("a")), [true, true, true]);
            for role in ["agent", "specialist", "supervisor", "administrator", "data_protection_officer", "unit_staff"] {
                check(&sensitive(stage), &eyes(role, None), [false; 3]);
                check(&sensitive(stage), &eyes(role, Some("b")), [false; 3]);
            }
        }
        check(&sensitive(Stage::Accepted(unit("b"))), &eyes("unit_staff", Some("a")), [false; 3]);
        let mut guest = eyes("unit_staff", Some("b"));
        guest.given.insert(case(Stage::Received).id);
        check(&sensitive(Stage::Received), &guest, [true, true, false]);
    }

    #[test]
    fn cases_of_a_controller_for_whom_the_centre_does_not_work_are_not_the_centres() {
        let company = |stage| Case { controller: "mpo".into(), ..case(stage) };
        let narrow = |role, of| Eyes { centre: Centre::Only(["city".to_owned()].into()), ..eyes(role, of) };
        for stage in [Stage::Received, Stage::Accepted(unit("a"))] {
            check(&company(stage), &narrow("supervisor", None), [false; 3]);
            check(&company(stage), &narrow("agent", None), [false; 3]);
            check(&company(stage), &narrow("unit_staff", Some("a")), [true, true, true]);
        }
        let within = Eyes { controller: Some("mpo".into()), ..narrow("specialist", Some("c")) };
        check(&company(Stage::Accepted(unit("a"))), &within, [true, false, true]);
    }
}
