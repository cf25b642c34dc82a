//! A rendered page as a response.

use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::PageFault;

/// A page to be rendered: `Html(ReportPage { page, form })`; with a status `(StatusCode::UNPROCESSABLE_ENTITY, Html(…))`.
#[derive(Debug, Clone, Copy)]
pub struct Html<P>(pub P);

impl<P: Template> IntoResponse for Html<P> {
    fn into_response(self) -> Response {
        match self.0.render() {
            Ok(page) => ([(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], page).into_response(),
            Err(fault) => PageFault::from(fault).into_response(),
        }
    }
}
