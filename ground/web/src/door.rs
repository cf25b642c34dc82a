//! The one way in and out: everything that holds for every request stands here, in one layer.

use std::{
    panic::AssertUnwindSafe,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use base::Live;
use futures_util::FutureExt;
use tower::{ServiceExt as _, service_fn};

use crate::{
    App, Ctx, Visit, assets, csrf, faces,
    fault::{Face, Raised},
    health,
    limit::Class,
    squeeze::squeezed,
    switch,
    upload::{self, UPLOAD_TIMEOUT},
};

/// The largest body of a request, unless its route has a `DefaultBodyLimit` of its own.
pub const MAX_BODY_BYTES: usize = 1024 * 1024;
/// The longest that a handler may take to begin its answer; one to whom files are sent has [`UPLOAD_TIMEOUT`].
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

const CSP: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; worker-src 'self'",
);

/// Puts the capabilities' routes behind the door and adds web's own: `/assets`, `/language`, `/look`, `/health`, `/metrics`.
pub fn front_door(router: Router<App>, app: &App) -> Router {
    router
        .route("/assets/{file}", get(assets::show))
        .route("/favicon.ico", get(assets::icon))
        .route("/language/{tag}", get(switch::language))
        .route("/look/{word}", get(switch::look))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/metrics", get(health::metrics))
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(from_fn_with_state(app.clone(), door))
        .with_state(app.clone())
}

/// A door behind which the routes may be replaced while it is open: a request that has begun ends on those it began on.
pub fn replaceable(routes: Live<Router>) -> Router {
    let answer = move |request: Request| (*routes.get()).clone().oneshot(request);
    Router::new().fallback_service(service_fn(answer))
}

async fn door(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let visit = Arc::new(Visit::of(&app, request.headers(), request.uri(), request.extensions()));
    let seen = Seen { started, method: request.method().clone(), route: request.extensions().get::<MatchedPath>().cloned() };
    let mut response = match refusal(&app, &visit, &request) {
        Some(raised) => answer(raised),
        None => {
            request.extensions_mut().insert(Arc::clone(&visit));
            let time = if upload::is_one(request.headers()) { UPLOAD_TIMEOUT } else { REQUEST_TIMEOUT };
            run(next, request, visit.face(), time).await
        }
    };
    if let Some(raised) = raised_by(&visit, &mut response) {
        response = faces::show(&Ctx::new(app.clone(), Arc::clone(&visit)), raised, response);
    }
    dress(response.headers_mut(), &app, &visit);
    if visit.gzip {
        response = squeezed(response).await;
    }
    seen.record(&visit, response.status());
    response
}

/// What is refused before a handler sees it.
fn refusal(app: &App, visit: &Visit, request: &Request) -> Option<Raised> {
    let face = visit.face();
    let limiter = &app.inner().limiter;
    let change = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let class = if change { &Class::CHANGES } else { &Class::EVERYTHING };
    if let Err(limited) = limiter.take_address(class, visit.address) {
        let retry_after = Some(limited.retry_after_seconds);
        return Some(Raised { retry_after, ..Raised::new(face, StatusCode::TOO_MANY_REQUESTS, "fault-limited") });
    }
    let foreign = change && csrf::cross_site(&app.settings, request.method(), request.uri().path(), request.headers());
    foreign.then(|| Raised::new(face, StatusCode::FORBIDDEN, "fault-cross-site"))
}

/// Runs the handler; a panic is a fault of ours, and no handler runs for ever.
async fn run(next: Next, request: Request, face: Face, time: Duration) -> Response {
    let handler = AssertUnwindSafe(next.run(request)).catch_unwind();
    match tokio::time::timeout(time, handler).await {
        Ok(Ok(response)) => response,
        Ok(Err(panic)) => {
            let said = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
            let inside = Some(format!("panic: {}", said.unwrap_or("without words")));
            answer(Raised { inside, ..Raised::new(face, StatusCode::INTERNAL_SERVER_ERROR, "fault-internal") })
        }
        Err(_) => {
            let inside = Some("the handler took too long".to_owned());
            answer(Raised { inside, ..Raised::new(face, StatusCode::SERVICE_UNAVAILABLE, "fault-late") })
        }
    }
}

fn answer(raised: Raised) -> Response {
    let mut response = raised.status.into_response();
    response.extensions_mut().insert(raised);
    response
}

/// What a handler has raised; refusals that axum itself wrote in plain text (a wrong method, an unreadable query) count too.
fn raised_by(visit: &Visit, response: &mut Response) -> Option<Raised> {
    if let Some(raised) = response.extensions_mut().remove::<Raised>() {
        return Some(raised);
    }
    let status = response.status();
    let plain = response.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if !plain || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    let words = match status {
        StatusCode::NOT_FOUND => "fault-not-found",
        StatusCode::METHOD_NOT_ALLOWED => "fault-not-allowed",
        StatusCode::PAYLOAD_TOO_LARGE => "fault-too-large",
        status if status.is_server_error() => "fault-internal",
        _ => "fault-unreadable",
    };
    Some(Raised::new(visit.face(), status, words))
}

/// The headers that every answer has.
fn dress(headers: &mut HeaderMap, app: &App, visit: &Visit) {
    headers.insert(header::CONTENT_SECURITY_POLICY, CSP);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin"));
    if app.settings.https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if let Ok(id) = HeaderValue::try_from(visit.request_id.as_str()) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        // Pages of a signed-in person must not come back from the cache of a shared computer after sign-out.
        let keep = if visit.session.is_some() { "no-store" } else { "private, no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    }
}

/// What the log and the metrics are told: no address, no query, no path but the route's pattern.
struct Seen {
    started: Instant,
    method: Method,
    route: Option<MatchedPath>,
}

impl Seen {
    fn record(&self, visit: &Visit, status: StatusCode) {
        let took = self.started.elapsed();
        let route = self.route.as_ref().map_or("none", MatchedPath::as_str);
        let method = method_name(&self.method);
        tracing::info!(target: "access", method, route, status = status.as_u16(), ms = took.as_secs_f64() * 1000.0, request = %visit.request_id);
        metrics::counter!("http_requests_total", "method" => method, "route" => route.to_owned(), "status" => class_of(status))
            .increment(1);
        metrics::histogram!("http_request_seconds", "route" => route.to_owned()).record(took.as_secs_f64());
    }
}

/// Methods are made up by strangers; the metrics know these only.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn class_of(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}
