//! `GET /cases/list.csv`: the list as a table for other programs; without anything that a resident said.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::Error;
use staff::audit::{self, Act, Look, Purpose};
use web::{Form, PageResult};

use super::Seat;
use crate::{
    model::Wanted,
    store::{self as rows, Window},
};

/// The most cases in a file.
const FILE_ROWS: i64 = 20_000;

/// What stands after the question mark of a list.
pub(super) fn query(wanted: &Wanted) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(wanted.fields()).finish()
}

/// The list, asked as the page; that it was taken out is noted.
pub(super) async fn csv(seat: Seat, form: Form) -> PageResult<Response> {
    let (wanted, now) = (Wanted::of(|name| form.get(name)), seat.ctx.now());
    let window = Window { now, today: seat.ctx.t.civil_day(now), skip: 0, limit: FILE_ROWS };
    let found = seat
        .change(move |tx, viewer| {
            let words = query(&wanted);
            audit::note(tx, viewer, &Look { act: Act::Export, ..Look::search("case", &words, Purpose::Matter) })?;
            rows::inbox(tx, viewer, &wanted, window)
        })
        .await?;
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let heads = ["number", "service", "place", "state", "outcome", "opened_at", "due_at", "closed_at", "person", "lat", "lng"];
    writer.write_record(heads).map_err(Error::internal)?;
    let t = &seat.ctx.t;
    for row in found {
        let case = row.case;
        let moment = |moment: Option<base::Moment>| moment.map(|moment| t.machine(moment)).unwrap_or_default();
        let degrees = case.place.point.map(|point| [point.lat().to_string(), point.lng().to_string()]).unwrap_or_default();
        let [lat, lng] = degrees;
        let record = [
            row.number.to_string(),
            row.service.of(seat.ctx.language()).to_owned(),
            web::plain_cell(&case.place.words),
            case.stage.word().to_owned(),
            case.stage.outcome().map(|outcome| outcome.word().to_owned()).unwrap_or_default(),
            t.machine(case.opened_at),
            moment(case.due_at),
            moment(case.stage.closed_at()),
            row.person.as_deref().map(web::plain_cell).unwrap_or_default(),
            lat,
            lng,
        ];
        writer.write_record(record).map_err(Error::internal)?;
    }
    let bytes = writer.into_inner().map_err(Error::internal)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"sprawy.csv\"")),
    ];
    Ok((headers, bytes).into_response())
}
