//! What the script of a map is told: where the city is, which tiles there are, which numbered places, which words.

use std::collections::BTreeMap;

use base::Point;
use cases::public::Listed;
use serde::Serialize;
use web::Ctx;

use crate::Portal;

/// The words that the script needs, by the end of their keys.
const WORDS: [&str; 13] = [
    "show",
    "failed",
    "no-webgl",
    "saving",
    "canvas",
    "count-one",
    "count-few",
    "count-many",
    "chosen",
    "zoom-in",
    "zoom-out",
    "on-map",
    "picked",
];

/// A map on a page, as the attribute `data-map` carries it.
#[derive(Debug, Serialize)]
pub(crate) struct MapView {
    /// Address of the script that draws, asked for only when it is needed.
    engine: String,
    worker: String,
    style: String,
    /// West, south, east, north in degrees.
    bounds: [f64; 4],
    language: &'static str,
    /// The query of the tiles of cases; without one only the pins are shown.
    reports: Option<String>,
    /// Whether the city has things of its own to show: lamps, bins.
    things: bool,
    basemap: Option<BasemapView>,
    pins: Vec<Pin>,
    /// Whether a place may be pointed at: the report's first step.
    pick: bool,
    words: BTreeMap<&'static str, String>,
}

#[derive(Debug, Serialize)]
struct BasemapView {
    url: &'static str,
    vector: bool,
}

/// A place with its number in the list.
#[derive(Debug, Serialize)]
pub(crate) struct Pin {
    number: i64,
    lat: f64,
    lng: f64,
    open: bool,
}

impl Pin {
    /// The pin of a case; `None` when its place is known in words only.
    pub(crate) fn new(number: i64, case: &Listed) -> Option<Self> {
        case.point.map(|point| Self { open: case.stage.closed_at().is_none(), ..Self::at(number, point) })
    }

    /// The pin of a place.
    pub(crate) fn at(number: i64, point: Point) -> Self {
        Self { number, lat: point.lat(), lng: point.lng(), open: true }
    }
}

impl MapView {
    /// The map beside the list of cases; `None` when this build has no script for it, or the city no drawing.
    pub(crate) fn of_reports(portal: &Portal, ctx: &Ctx, reports: Option<String>, pins: Vec<Pin>) -> Option<Self> {
        Some(Self { reports, pins, ..Self::bare(portal, ctx)? })
    }

    /// The map beside the address of a report; `None` when this build has no script for it, or the city no drawing.
    pub(crate) fn to_pick(portal: &Portal, ctx: &Ctx, pins: Vec<Pin>) -> Option<Self> {
        Some(Self { pick: true, pins, ..Self::bare(portal, ctx)? })
    }

    fn bare(portal: &Portal, ctx: &Ctx) -> Option<Self> {
        if crate::MAP_ASSETS.is_empty() || portal.map.is_blank() {
            return None;
        }
        let asset = |name| ctx.app.assets.url(name).to_owned();
        let bounds = ctx.app.city.bounds;
        Some(Self {
            engine: asset("map-engine.js"),
            worker: asset("map-worker.js"),
            style: asset("map.css"),
            bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
            language: ctx.language().tag(),
            reports: None,
            things: portal.map.has_things(),
            basemap: portal.map.basemap.as_ref().map(|file| BasemapView { url: "/tiles/basemap.pmtiles", vector: file.is_vector() }),
            pins: Vec::new(),
            pick: false,
            words: WORDS.into_iter().map(|word| (word, ctx.t.get(&format!("portal-map-{word}")).to_owned())).collect(),
        })
    }

    /// As JSON.
    pub(crate) fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
