//! Work sheets for printing: what a crew has to know of each case, with a code that opens it on a phone. Who reported it
//! stands on none.

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::{Id, Result};
use staff::{
    audit::{self, Act, Look, Purpose},
    pages::Qr,
};
use web::{Html, Page, PageResult};

use super::{
    Seat,
    case::address,
    inbox::{self, Line},
};
use crate::store::{self as rows, InboxRow};

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetPage {
    page: Page,
    sheets: Vec<Sheet>,
}

struct Sheet {
    line: Line,
    /// What the resident said, as far as the viewer may read it.
    body: String,
    qr: Qr,
    url: String,
}

/// One sheet for each case; that they were taken out is noted.
pub(super) async fn show(seat: &Seat, chosen: Vec<InboxRow>) -> PageResult<Response> {
    let ids: Vec<Id> = chosen.iter().map(|row| row.case.id).collect();
    let eyes = seat
        .change(move |tx, viewer| {
            ids.iter()
                .try_for_each(|id| audit::note(tx, viewer, &Look { act: Act::Export, ..Look::read("case", *id, Purpose::Matter) }))?;
            rows::eyes(tx, viewer)
        })
        .await?;
    let made = chosen.into_iter().map(|row| {
        let body = if row.case.is_read_by(&eyes) { row.body.clone() } else { String::new() };
        let url = format!("{}{}", seat.ctx.app.settings.public_url, address(row.case.id));
        Ok(Sheet { body, qr: Qr::of(&url)?, url, line: inbox::line(seat, row) })
    });
    let sheets = made.collect::<Result<Vec<_>>>()?;
    Ok(Html(SheetPage { page: seat.page(seat.ctx.t.get("cases-batch-print")), sheets }).into_response())
}
