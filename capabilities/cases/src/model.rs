//! What a case is, and who may see it and work on it.

mod reports;
mod stages;

use base::{Id, Moment, Point};
use services::Kind;
use staff::{Permission, Viewer};

pub use reports::{LONGEST_BODY, LONGEST_PLACE, NewReport, last_day, promise};
pub use stages::{LATE, Outcome, Refusal, Stage, Step, Tag};

/// Where something is: a point when we know it, and words for people in any case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The point.
    pub point: Option<Point>,
    /// The area it lies in.
    pub area_id: Option<Id>,
    /// "ul. Olszowa 14, Olszyna", or the resident's own words.
    pub words: String,
}

/// A case as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The case's id.
    pub id: Id,
    /// What sort of matter it is.
    pub kind: Kind,
    /// The service it is about.
    pub service_id: Id,
    /// Where it stands.
    pub stage: Stage,
    /// Whether strangers may know of it.
    pub public: bool,
    /// When it was opened.
    pub opened_at: Moment,
    /// The promised moment.
    pub due_at: Option<Moment>,
    /// Where it is.
    pub place: Place,
}

impl Case {
    fn is_of_unit(&self, viewer: &Viewer) -> bool {
        viewer.unit_id.is_some() && self.stage.unit_id() == viewer.unit_id
    }

    /// Whether the viewer may know of it: one's own unit's cases, all cases, or, for whoever watches over the work,
    /// those that no unit has.
    pub fn is_visible_to(&self, viewer: &Viewer) -> bool {
        let own = viewer.may(Permission::WorkCases) && self.is_of_unit(viewer);
        let stray = viewer.may(Permission::Supervise) && self.stage == Stage::Received;
        own || stray || viewer.may(Permission::SeeAllCases)
    }

    /// Whether the viewer may accept it, tell of progress and close it: the unit that has it, and whoever watches
    /// over the work.
    pub fn is_worked_on_by(&self, viewer: &Viewer) -> bool {
        let responsible = self.is_of_unit(viewer) || viewer.may(Permission::Supervise);
        viewer.may(Permission::WorkCases) && responsible && self.is_visible_to(viewer)
    }

    /// Whether the viewer may hand it to another unit.
    pub fn is_dispatched_by(&self, viewer: &Viewer) -> bool {
        let decides = viewer.may(Permission::Supervise) || viewer.may(Permission::SeeAllCases);
        decides && self.is_visible_to(viewer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(stage: Stage) -> Case {
        let (id, service_id) = (Id::new(), Id::new());
        let (kind, opened_at) = (Kind::Intervention, Moment(0));
        Case { id, kind, service_id, stage, public: true, opened_at, due_at: None, place: Place::default() }
    }

    /// Whether somebody of unit "a" in this role may see, work on, and dispatch a case that unit "a", "b" or nobody has.
    fn check(role: &str, unit: Option<&str>, stage: Stage, wanted: [bool; 3]) {
        let permissions = staff::model::role(role).unwrap();
        let unit_id = unit.map(|key| Id::named("unit", key));
        let viewer = Viewer { account_id: Id::new(), name: String::new(), unit_id, permissions };
        let case = case(stage);
        let may = [case.is_visible_to(&viewer), case.is_worked_on_by(&viewer), case.is_dispatched_by(&viewer)];
        assert_eq!(may, wanted, "{role} of {unit:?}, {stage:?}");
    }

    #[test]
    fn who_may_see_work_on_and_dispatch_a_case_is_this() {
        let (own, other) = (Stage::Accepted(Id::named("unit", "a")), Stage::Accepted(Id::named("unit", "b")));
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
        check("editor", Some("a"), own, [false; 3]);
    }
}
