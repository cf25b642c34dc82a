//! What the binary lays around the routes of staff: the office's calendar, and the services that name a unit.

use std::{collections::BTreeMap, convert::Infallible, ops::Deref, sync::Arc};

use axum::{extract::FromRequestParts, http::request};
use base::{Id, Wording};
use hours::{Calendar, DayHours, Holidays, Opening, Week};
use web::App;

/// The calendar of the office: units without hours of their own keep it. Without one around the routes an office is open
/// on working days from 7:30 to 15:30.
#[derive(Clone)]
pub struct Office(pub Arc<Calendar>);

impl Deref for Office {
    type Target = Calendar;

    fn deref(&self) -> &Calendar {
        &self.0
    }
}

impl FromRequestParts<App> for Office {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut request::Parts, app: &App) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_else(|| usual(app)))
    }
}

fn usual(app: &App) -> Office {
    let hours = DayHours::parse(&["07:30-15:30"]).unwrap_or_default();
    Office(Arc::new(Calendar::new(app.zone().clone(), Holidays::polish(), Opening::of(Week::monday_to_friday(hours)))))
}

/// The names of the services of which each unit does the work; staff knows no services, so the binary says it.
#[derive(Clone, Default)]
pub struct UnitServices(pub Arc<BTreeMap<Id, Vec<Wording>>>);

impl UnitServices {
    /// Those of one unit.
    pub(super) fn of(&self, unit_id: Id) -> &[Wording] {
        self.0.get(&unit_id).map(Vec::as_slice).unwrap_or_default()
    }
}

impl FromRequestParts<App> for UnitServices {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut request::Parts, _: &App) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}
