//! Public cases for the map and its list: where they are, and of those on one page what is told of them.

use std::collections::BTreeSet;

use ::store::{Event, Read};
use base::{Error, Id, Moment, Point, ReportNumber, Result};

use crate::{model::Stage, store};

/// A public case as a point of the map: ids, numbers and moments, no words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The case.
    pub case_id: Id,
    /// The number of its first report.
    pub number: ReportNumber,
    /// The service it is about.
    pub service_id: Id,
    /// The area it lies in.
    pub area_id: Option<Id>,
    /// Where it is; `None` when the place is known in words only.
    pub point: Option<Point>,
    /// When it was opened.
    pub opened_at: Moment,
    /// The promised moment.
    pub due_at: Option<Moment>,
    /// When it ended, if it has.
    pub closed_at: Option<Moment>,
}

/// What the list beside the map tells of a public case.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The number of its first report.
    pub number: ReportNumber,
    /// The service it is about.
    pub service_id: Id,
    /// Where it stands.
    pub stage: Stage,
    /// The place in words.
    pub place: String,
    /// Where it is.
    pub point: Option<Point>,
    /// When it was opened.
    pub opened_at: Moment,
    /// The promised moment.
    pub due_at: Option<Moment>,
}

/// Up to `count` public cases that are open or were closed since, in the order of their ids, those after `after`.
///
/// # Errors
/// As [`Read::query`].
pub fn spots(read: &Read<'_>, closed_since: Moment, after: Option<Id>, count: i64) -> Result<Vec<Spot>> {
    store::spots(read, closed_since, after, count)
}

/// How the cases stand of which these events tell: as a point of the map, or as none for everybody.
///
/// # Errors
/// As [`Read::query`].
pub fn changed_spots(read: &Read<'_>, events: &[Event], closed_since: Moment) -> Result<Vec<(Id, Option<Spot>)>> {
    let mut case_ids = BTreeSet::new();
    for event in events {
        match event.subject_kind.as_str() {
            "case" => case_ids.extend([event.subject_id]),
            "report" => case_ids.extend(store::case_of_report(read, event.subject_id)?),
            _ => {}
        }
    }
    case_ids.into_iter().map(|id| Ok((id, store::spot_of(read, id, closed_since)?))).collect()
}

/// What is told of these spots; those that are not public any more are left out.
///
/// # Errors
/// As [`Read::query`].
pub fn listed(read: &Read<'_>, spots: &[Spot]) -> Result<Vec<Listed>> {
    let mut listed = Vec::with_capacity(spots.len());
    for spot in spots {
        let case = match store::load(read, spot.case_id) {
            Ok(case) if case.public && !case.sensitive => case,
            Ok(_) | Err(Error::NotFound) => continue,
            Err(error) => return Err(error),
        };
        listed.push(Listed {
            number: spot.number,
            service_id: case.service_id,
            stage: case.stage,
            place: case.place.words,
            point: case.place.point,
            opened_at: case.opened_at,
            due_at: case.due_at,
        });
    }
    Ok(listed)
}
