//! Writes the answer to a failure in the visitor's language; what went wrong inside goes to the log only.

use askama::Template;
use axum::{
    Json,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::{
    Ctx, Html, Page, T,
    fault::{Face, Raised},
};

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage<'a> {
    page: Page,
    heading: &'a str,
    sentence: String,
    fields: Vec<&'a str>,
    request_id: &'a str,
    ours: bool,
}

/// RFC 9457, section 3.1; `errors` and `request` are extension members.
#[derive(Serialize)]
struct Problem<'a> {
    #[serde(rename = "type")]
    kind: String,
    title: &'a str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem<'a>>,
    request: &'a str,
}

#[derive(Serialize)]
struct FieldProblem<'a> {
    field: &'a str,
    code: &'a str,
    message: &'a str,
}

/// The answer, with the headers of the bare response that the handler gave.
pub(crate) fn show(ctx: &Ctx, raised: Raised, bare: Response) -> Response {
    record(ctx, &raised);
    let mut response = match raised.face {
        Face::Page => page(ctx, &raised),
        Face::Api => problem(ctx, &raised),
    };
    *response.status_mut() = raised.status;
    for (name, value) in bare.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            response.headers_mut().append(name, value.clone());
        }
    }
    if let Some(seconds) = raised.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn record(ctx: &Ctx, raised: &Raised) {
    let request = ctx.visit.request_id.as_str();
    match &raised.inside {
        Some(inside) if raised.status.is_server_error() => {
            tracing::error!(request, status = raised.status.as_u16(), %inside, "a request failed")
        }
        Some(inside) => tracing::info!(request, status = raised.status.as_u16(), %inside, "a request was refused"),
        None => {}
    }
    if raised.retry_after.is_some() {
        metrics::counter!("http_busy_total", "kind" => raised.words).increment(1);
    }
}

fn page(ctx: &Ctx, raised: &Raised) -> Response {
    let t = &ctx.t;
    let page = FaultPage {
        page: Page::public(ctx, t.get(raised.words)),
        heading: t.get(raised.words),
        sentence: sentence(t, raised),
        fields: raised.fields.iter().map(|fault| t.find(fault.message).unwrap_or(fault.message)).collect(),
        request_id: &ctx.visit.request_id,
        ours: raised.status.is_server_error(),
    };
    Html(page).into_response()
}

fn problem(ctx: &Ctx, raised: &Raised) -> Response {
    let t = &ctx.t;
    let errors = raised.fields.iter().map(|fault| FieldProblem {
        field: fault.field,
        code: fault.message,
        message: t.find(fault.message).unwrap_or(fault.message),
    });
    let problem = Problem {
        kind: format!("urn:hejnal:problem:{}", raised.words.trim_start_matches("fault-")),
        title: t.get(raised.words),
        status: raised.status.as_u16(),
        detail: sentence(t, raised),
        errors: errors.collect(),
        request: &ctx.visit.request_id,
    };
    let kind = (HeaderName::from_static("content-type"), HeaderValue::from_static("application/problem+json"));
    ([kind], Json(problem)).into_response()
}

/// The capability's own sentence where there is one, else the general one; the time to wait stands in it.
fn sentence(t: &T, raised: &Raised) -> String {
    if let Some(said) = raised.said.and_then(|key| t.find(key)) {
        return said.to_owned();
    }
    match (raised.words, raised.retry_after) {
        ("fault-limited", Some(seconds)) => t.count("fault-limited-text", seconds),
        (words, _) => t.get(&format!("{words}-text")).to_owned(),
    }
}
