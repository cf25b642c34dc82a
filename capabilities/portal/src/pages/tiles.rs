//! Tiles for the map: the city, its things, the public cases; and ranges of the operator's basemap.

use ::tiles::{MVT, Tile};
use axum::{
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base::Error;
use bytes::Bytes;
use web::{ApiResult, Ctx};

use super::map::Asked;
use crate::{
    Portal,
    shell::{Basemap, Drawn, Part, StillLayer, parts},
};

const STILL: HeaderValue = HeaderValue::from_static("public, max-age=3600");
const MOVING: HeaderValue = HeaderValue::from_static("public, max-age=10");
const DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// `GET /tiles/{layer}/{z}/{x}/{y}.mvt`, of `reports` with the filter of the map's page.
pub(crate) async fn show(
    State(portal): State<Portal>,
    ctx: Ctx,
    Path((layer, z, x, y)): Path<(String, u8, u32, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let row = y.strip_suffix(".mvt").and_then(|y| y.parse().ok()).ok_or(Error::NotFound)?;
    let (still, keep) = match layer.as_str() {
        "base" => (Some(StillLayer::Base), STILL),
        "points" => (Some(StillLayer::Points), STILL),
        "reports" => (None, MOVING),
        _ => return Err(Error::NotFound.into()),
    };
    let Some(tile) = Tile::new(z, x, row).filter(|tile| portal.map.shows(*tile)) else { return Ok(nothing(DAY)) };
    let drawn = match still {
        Some(layer) => {
            let map = portal.map.clone();
            tokio::task::spawn_blocking(move || map.tile(layer, tile)).await.map_err(Error::internal)?
        }
        None => {
            let filter = asked.filter(&portal, ctx.now());
            let reports = &portal.map.reports;
            Drawn::new(Bytes::from(reports.lately(&ctx.app.db, ctx.now(), |map| map.tile(&filter, tile)).await?))
        }
    };
    Ok(answer(drawn, keep, &headers))
}

fn nothing(keep: HeaderValue) -> Response {
    (StatusCode::NO_CONTENT, [(header::CACHE_CONTROL, keep)]).into_response()
}

fn answer(drawn: Drawn, keep: HeaderValue, headers: &HeaderMap) -> Response {
    if drawn.bytes.is_empty() {
        return nothing(keep);
    }
    let dress = [(header::ETAG, tag(&drawn.tag)), (header::CACHE_CONTROL, keep)];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == drawn.tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, dress).into_response();
    }
    (dress, [(header::CONTENT_TYPE, MVT)], drawn.bytes).into_response()
}

fn tag(tag: &str) -> HeaderValue {
    HeaderValue::from_str(tag).unwrap_or(HeaderValue::from_static("\"\""))
}

/// `GET /tiles/basemap.pmtiles`, by ranges.
pub(crate) async fn basemap(State(portal): State<Portal>, headers: HeaderMap) -> ApiResult<Response> {
    let basemap = portal.map.basemap.as_ref().ok_or(Error::NotFound)?;
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    // A range of an older file would not fit the parts that the browser has (RFC 9110, 13.1.5).
    let same = text(header::IF_RANGE).is_none_or(|known| known == basemap.tag());
    let mut response = match parts(text(header::RANGE).filter(|_| same), basemap.len()) {
        _ if text(header::IF_NONE_MATCH) == Some(basemap.tag()) => StatusCode::NOT_MODIFIED.into_response(),
        Part::Beyond => {
            (StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, format!("bytes */{}", basemap.len()))]).into_response()
        }
        Part::Whole => sent(basemap, 0..basemap.len(), StatusCode::OK),
        Part::Range(range) => {
            let told = format!("bytes {}-{}/{}", range.start, range.end - 1, basemap.len());
            let mut response = sent(basemap, range, StatusCode::PARTIAL_CONTENT);
            response.headers_mut().insert(header::CONTENT_RANGE, tag(&told));
            response
        }
    };
    let dress = response.headers_mut();
    dress.insert(header::ETAG, tag(basemap.tag()));
    dress.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    dress.insert(header::CACHE_CONTROL, STILL);
    Ok(response)
}

fn sent(basemap: &Basemap, range: std::ops::Range<u64>, status: StatusCode) -> Response {
    let length = [(header::CONTENT_LENGTH, (range.end - range.start).to_string())];
    let kind = [(header::CONTENT_TYPE, "application/vnd.pmtiles")];
    (status, length, kind, Body::from_stream(basemap.read(range))).into_response()
}
