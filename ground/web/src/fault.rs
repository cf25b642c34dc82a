//! How a failure looks from outside: a page with a sentence for a resident, or a problem document for a program
//! (RFC 9457). The return type of the handler chooses; the door, which knows language and request id, writes it.

use axum::{
    extract::rejection::FormRejection,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{Error, FieldFault};

use crate::limit::Limited;

/// What handlers of pages return.
pub type PageResult<T> = Result<T, PageFault>;
/// What handlers of APIs return.
pub type ApiResult<T> = Result<T, ApiFault>;

/// A failure that becomes a page.
#[derive(Debug, Clone)]
pub struct PageFault(Raised);

/// A failure that becomes `application/problem+json`.
#[derive(Debug, Clone)]
pub struct ApiFault(Raised);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Page,
    Api,
}

/// What the door needs in order to write the answer; travels in the extensions of the response.
#[derive(Debug, Clone)]
pub(crate) struct Raised {
    pub(crate) face: Face,
    pub(crate) status: StatusCode,
    /// The key of the heading; with `-text` that of the sentence; without `fault-` the problem's type.
    pub(crate) words: &'static str,
    /// A sentence of the capability that takes the place of our general one.
    pub(crate) said: Option<&'static str>,
    pub(crate) fields: Vec<FieldFault>,
    pub(crate) retry_after: Option<u32>,
    /// For the log only.
    pub(crate) inside: Option<String>,
}

/// After a moment of too much work.
const BUSY_SECONDS: u32 = 2;
/// After something that we stand on was away.
const AWAY_SECONDS: u32 = 30;

impl Raised {
    pub(crate) fn new(face: Face, status: StatusCode, words: &'static str) -> Self {
        Self { face, status, words, said: None, fields: Vec::new(), retry_after: None, inside: None }
    }

    pub(crate) fn from_error(face: Face, error: Error) -> Self {
        let raise = |status, words| Self::new(face, status, words);
        match error {
            Error::NotFound => raise(StatusCode::NOT_FOUND, "fault-not-found"),
            Error::Invalid(fields) => Self { fields, ..raise(StatusCode::UNPROCESSABLE_ENTITY, "fault-invalid") },
            Error::Forbidden => raise(StatusCode::FORBIDDEN, "fault-forbidden"),
            Error::Conflict(key) => Self { said: Some(key), ..raise(StatusCode::CONFLICT, "fault-conflict") },
            Error::Busy(what) => Self {
                retry_after: Some(BUSY_SECONDS),
                inside: Some(what.to_owned()),
                ..raise(StatusCode::SERVICE_UNAVAILABLE, "fault-busy")
            },
            Error::Unavailable(text) => {
                Self { retry_after: Some(AWAY_SECONDS), inside: Some(text), ..raise(StatusCode::SERVICE_UNAVAILABLE, "fault-unavailable") }
            }
            Error::Internal(text) => Self { inside: Some(text), ..raise(StatusCode::INTERNAL_SERVER_ERROR, "fault-internal") },
        }
    }

    fn limited(face: Face, limited: Limited) -> Self {
        Self { retry_after: Some(limited.retry_after_seconds), ..Self::new(face, StatusCode::TOO_MANY_REQUESTS, "fault-limited") }
    }

    pub(crate) fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl PageFault {
    /// The status it will have.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    pub(crate) fn too_large() -> Self {
        Self(Raised::new(Face::Page, StatusCode::PAYLOAD_TOO_LARGE, "fault-too-large"))
    }

    pub(crate) fn unreadable() -> Self {
        Self(Raised::new(Face::Page, StatusCode::BAD_REQUEST, "fault-unreadable"))
    }

    pub(crate) fn stale_form() -> Self {
        Self(Raised::new(Face::Page, StatusCode::FORBIDDEN, "fault-stale-form"))
    }

    pub(crate) fn body(rejection: FormRejection) -> Self {
        match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(),
            status => Self(Raised { inside: Some(rejection.body_text()), ..Raised::new(Face::Page, status, "fault-unreadable") }),
        }
    }
}

impl ApiFault {
    /// The status it will have.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }
}

impl From<Error> for PageFault {
    fn from(error: Error) -> Self {
        Self(Raised::from_error(Face::Page, error))
    }
}

impl From<Error> for ApiFault {
    fn from(error: Error) -> Self {
        Self(Raised::from_error(Face::Api, error))
    }
}

impl From<Limited> for PageFault {
    fn from(limited: Limited) -> Self {
        Self(Raised::limited(Face::Page, limited))
    }
}

impl From<Limited> for ApiFault {
    fn from(limited: Limited) -> Self {
        Self(Raised::limited(Face::Api, limited))
    }
}

impl From<askama::Error> for PageFault {
    fn from(fault: askama::Error) -> Self {
        Error::internal(format!("a template could not be rendered: {fault}")).into()
    }
}

impl IntoResponse for PageFault {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}

impl IntoResponse for ApiFault {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}
