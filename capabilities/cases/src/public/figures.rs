//! The figures that everybody sees, counted over public cases only.

use std::collections::HashMap;

use ::store::Read;
use base::{Id, Moment, Result};

use crate::{
    model::{Counted, Figures},
    store::{self, Span},
};

/// The figures of each month by service and area; `months` are told by where they begin, and the last entry is where the last one
/// ends. Cases open now are counted with the last month.
///
/// # Errors
/// As [`Read::query`].
pub fn figures(read: &Read<'_>, months: &[Moment], now: Moment) -> Result<Vec<Counted>> {
    let mut counted: HashMap<(usize, Id, Option<Id>), Figures> = HashMap::new();
    let mut add = |month: usize, parts: Vec<store::Part>| {
        for (service_id, area_id, figures) in parts {
            counted.entry((month, service_id, area_id)).or_default().add(&figures);
        }
    };
    for (month, bounds) in months.windows(2).enumerate() {
        let span = Span { from: bounds[0], until: bounds[1], now };
        add(month, store::received_by_part(read, span)?);
        add(month, store::ended_by_part(read, span)?);
        add(month, store::due_by_part(read, span)?);
        add(month, store::judged_by_part(read, span)?);
    }
    add(months.len().saturating_sub(2), store::open_by_part(read)?);
    let all = counted.into_iter().map(|((month, service_id, area_id), figures)| Counted { month, service_id, area_id, figures });
    Ok(all.collect())
}
