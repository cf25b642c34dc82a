//! `/cases/load`: who of the unit has how many cases, and which of them are late.

use ::store::Read;
use askama::Template;
use base::{Error, Result};
use staff::Viewer;
use web::{Html, Page, PageResult};

use super::{Seat, inbox};
use crate::{
    model::{Hands, Wanted},
    store::{self as rows, Load},
};

use super::table::query;

#[derive(Template)]
#[template(path = "load.html")]
pub(super) struct LoadPage {
    page: Page,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    /// Whether somebody else has to take their cases: the account is not in use any more.
    gone: bool,
    /// What stands after the question mark of the list of their cases.
    query: String,
    open: i64,
    late: i64,
    due: String,
}

/// `GET /cases/load`
pub(super) async fn show(seat: Seat) -> PageResult<Html<LoadPage>> {
    let now = seat.ctx.now();
    let look = move |read: &Read<'_>, viewer: &Viewer| -> Result<Vec<Load>> {
        if inbox::leads(viewer) { rows::load_by_person(read, viewer, now) } else { Err(Error::Forbidden) }
    };
    let found = seat.read(look).await?;
    let lines = found.into_iter().map(|load| line(&seat, load)).collect();
    Ok(Html(LoadPage { page: seat.page(seat.ctx.t.get("cases-load")), lines }))
}

fn line(seat: &Seat, load: Load) -> Line {
    let t = &seat.ctx.t;
    let hands = Some(load.account_id.map_or(Hands::Nobody, Hands::Of));
    Line {
        gone: load.name.is_some() && !load.active,
        name: load.name.unwrap_or_else(|| t.get("cases-person-nobody").to_owned()),
        query: query(&Wanted { hands, ..Wanted::default() }),
        open: load.open,
        late: load.late,
        due: load.due_at.map(|due_at| t.day(crate::model::last_day(due_at), seat.ctx.now())).unwrap_or_default(),
    }
}
