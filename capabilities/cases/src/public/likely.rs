//! Public cases that a new report may be about, with enough of each to judge by.

use ::store::Read;
use base::{Id, Moment, Point, ReportNumber, Result};

use crate::{model::Stage, store};

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Alike {
    /// The service.
    pub service_id: Id,
    /// Where.
    pub point: Point,
    /// How far away at most, metres.
    pub metres: f64,
    /// Those that ended since, too.
    pub closed_since: Moment,
}

/// A public case that may be about the same thing.
#[derive(Debug, Clone)]
pub struct Likely {
    /// The number of its first report.
    pub number: ReportNumber,
    /// The service it is about.
    pub service_id: Id,
    /// Where it stands.
    pub stage: Stage,
    /// The place in words.
    pub place: String,
    /// How far away, metres.
    pub metres: f64,
    /// When it was opened.
    pub opened_at: Moment,
    /// How many others told us of it or said that it concerns them.
    pub others: i64,
    /// What the city said last.
    pub words: Option<String>,
}

/// Up to `count` of them, the nearest first.
///
/// # Errors
/// As [`Read::query`].
pub fn likely(read: &Read<'_>, alike: &Alike, count: usize) -> Result<Vec<Likely>> {
    let mut found: Vec<_> = store::likely(read, alike)?
        .into_iter()
        .filter_map(|(number, case)| {
            let metres = case.place.point?.metres_to(alike.point);
            (metres <= alike.metres).then_some((number, case, metres))
        })
        .collect();
    found.sort_by(|(.., one), (.., other)| one.total_cmp(other));
    found.truncate(count);
    found.into_iter().map(|(number, case, metres)| told(read, number, &case, metres)).collect()
}

fn told(read: &Read<'_>, number: ReportNumber, case: &crate::Case, metres: f64) -> Result<Likely> {
    let report = super::find(read, number)?;
    Ok(Likely {
        number,
        service_id: case.service_id,
        stage: case.stage,
        place: case.place.words.clone(),
        metres,
        opened_at: case.opened_at,
        others: report.others,
        words: report.story.into_iter().rev().find_map(|told| told.words),
    })
}
