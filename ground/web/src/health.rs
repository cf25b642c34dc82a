//! Is it alive, can it work, and how does it fare: for the machines that watch over the city.

use std::{
    sync::{OnceLock, atomic::Ordering},
    time::Duration,
};

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base::Error;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use serde::Serialize;

use crate::{ApiResult, App, Check, Ctx};

/// How often counted durations are collected.
const UPKEEP: Duration = Duration::from_secs(10);
/// Limits of the durations that are counted, seconds.
const BUCKETS: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Installs the recorder of metrics for the whole process, once; later calls give the same handle.
///
/// # Errors
/// [`Error::Internal`] when another recorder is there already.
pub fn install_metrics() -> base::Result<PrometheusHandle> {
    static INSTALLED: OnceLock<Result<PrometheusHandle, String>> = OnceLock::new();
    let installed = INSTALLED.get_or_init(|| {
        let builder = PrometheusBuilder::new().set_buckets(&BUCKETS).map_err(|fault| fault.to_string())?;
        builder.install_recorder().map_err(|fault| fault.to_string())
    });
    installed.clone().map_err(Error::Internal)
}

/// `GET /health/live`: the process answers.
pub(crate) async fn live() -> &'static str {
    "live\n"
}

#[derive(Serialize)]
struct Ready {
    ready: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    checks: Vec<Check>,
}

/// `GET /health/ready`: whether requests may be sent here; for those inside with a sentence for each part.
pub(crate) async fn ready(ctx: Ctx) -> Response {
    let mut checks = (ctx.app.readiness)().await;
    if ctx.app.inner().stopping.load(Ordering::Relaxed) {
        checks.push(Check {
            name: "shutdown",
            good: false,
            sentence: "The program is shutting down and finishes what it has begun.".into(),
        });
    }
    let ready = checks.iter().all(|check| check.good);
    if !ctx.visit.inside(&ctx.app.settings) {
        checks.clear();
    }
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(Ready { ready, checks })).into_response()
}

/// `GET /metrics`, for this machine and the networks named in the settings; for others there is no such page.
pub(crate) async fn metrics(ctx: Ctx) -> ApiResult<Response> {
    let handle = ctx.app.metrics.as_ref().filter(|_| ctx.visit.inside(&ctx.app.settings)).ok_or(Error::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], handle.render()).into_response())
}

/// Collects the durations that were counted since the last time, so that they take no memory when nobody reads them. Never ends.
pub(crate) async fn upkeep(app: &App) {
    loop {
        tokio::time::sleep(UPKEEP).await;
        if let Some(handle) = &app.metrics {
            handle.run_upkeep();
        }
    }
}
