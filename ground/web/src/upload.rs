//! Forms with files: what was typed, and what was sent along, each file within its limit. A file that cannot be taken never
//! takes the rest of the form with it.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{
        DefaultBodyLimit, FromRef, FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{HeaderMap, header},
};
use bytes::{Bytes, BytesMut};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::{App, Form, MAX_BODY_BYTES, MAX_FIELDS, PageFault, Visit};

/// The largest file of a form.
pub const MAX_FILE_BYTES: usize = 20 << 20;
/// The most files of a form.
pub const MAX_FILES: usize = 6;
/// The largest form with files.
const MAX_UPLOAD_BYTES: usize = (MAX_FILES + 1) * MAX_FILE_BYTES + MAX_BODY_BYTES;
/// The longest that a form with files may take to arrive: a slow line in the street.
pub const UPLOAD_TIMEOUT: Duration = Duration::from_secs(300);
/// The most files in memory at once, of all forms.
const MAX_FILES_AT_ONCE: usize = 16;

static PLACES: Semaphore = Semaphore::const_new(MAX_FILES_AT_ONCE);

/// A form with the files that came with it. As the last argument of a handler it reads `multipart/form-data`, and plain forms as
/// [`Form`] does.
#[derive(Debug, Default)]
pub struct Upload {
    /// What was typed.
    pub form: Form,
    /// The files that were chosen, in their order.
    pub files: Vec<Sent>,
}

/// A file that was chosen.
#[derive(Debug)]
pub struct Sent {
    /// The name of the field.
    pub field: String,
    /// What is in it, or why it did not arrive.
    pub content: Result<Bytes, Unsent>,
    /// Holds its place among all files in memory.
    _place: Option<SemaphorePermit<'static>>,
}

impl Sent {
    /// A file that came by another way than a form.
    pub fn of(field: impl Into<String>, content: impl Into<Bytes>) -> Self {
        Self { field: field.into(), content: Ok(content.into()), _place: None }
    }
}

/// Why a file did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsent {
    /// More than [`MAX_FILE_BYTES`].
    TooLarge,
    /// More than [`MAX_FILES`] in one form.
    TooMany,
    /// Others send theirs at this moment.
    Busy,
    /// It ended before it was whole.
    Broken,
}

/// Whether the request brings a form with files.
pub(crate) fn is_one(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().to_ascii_lowercase().starts_with(b"multipart/form-data"))
}

impl<S: Send + Sync> FromRequest<S> for Upload
where
    App: FromRef<S>,
{
    type Rejection = PageFault;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageFault> {
        if !is_one(request.headers()) {
            return Ok(Self { form: Form::from_request(request, state).await?, files: Vec::new() });
        }
        let mut request = request;
        DefaultBodyLimit::max(MAX_UPLOAD_BYTES).apply(&mut request);
        let session = request.extensions().get::<Arc<Visit>>().and_then(|visit| visit.session);
        let parts = Multipart::from_request(request, state).await.map_err(|_| PageFault::unreadable())?;
        let upload = Self::read(parts).await?;
        upload.form.check_token(&App::from_ref(state), session.as_ref())?;
        Ok(upload)
    }
}

impl Upload {
    /// Reads until the end, or until nothing more can be read: then what has come is what there is. Files stand last in a form.
    async fn read(mut parts: Multipart) -> Result<Self, PageFault> {
        let (mut upload, mut typed) = (Self::default(), 0);
        while let Ok(Some(part)) = parts.next_field().await {
            let name = part.name().unwrap_or_default().to_owned();
            if part.file_name().is_some() {
                upload.add_file(name, part).await;
                continue;
            }
            let Ok(text) = part.text().await else { break };
            typed += text.len();
            if typed > MAX_BODY_BYTES || upload.form.fields().count() >= MAX_FIELDS {
                return Err(PageFault::too_large());
            }
            upload.form.add(name, text);
        }
        Ok(upload)
    }

    /// A field in which no file was chosen sends one without name and content.
    async fn add_file(&mut self, field: String, part: Field<'_>) {
        let chosen = part.file_name().is_some_and(|name| !name.is_empty());
        let place = PLACES.try_acquire().ok();
        let content = match (&place, self.files.len() < MAX_FILES) {
            (_, false) => drained(part, Unsent::TooMany).await,
            (None, _) => drained(part, Unsent::Busy).await,
            (Some(_), true) => whole(part).await,
        };
        if chosen {
            self.files.push(Sent { field, content, _place: place });
        }
    }
}

async fn whole(mut part: Field<'_>) -> Result<Bytes, Unsent> {
    let mut content = BytesMut::new();
    while let Some(chunk) = part.chunk().await.map_err(|fault| unread(&fault))? {
        if content.len() + chunk.len() > MAX_FILE_BYTES {
            return drained(part, Unsent::TooLarge).await;
        }
        content.extend_from_slice(&chunk);
    }
    Ok(content.freeze())
}

/// Reads on without keeping anything, so that the fields after it arrive.
async fn drained(mut part: Field<'_>, why: Unsent) -> Result<Bytes, Unsent> {
    while let Ok(Some(_)) = part.chunk().await {}
    Err(why)
}

fn unread(fault: &MultipartError) -> Unsent {
    if fault.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE { Unsent::TooLarge } else { Unsent::Broken }
}
