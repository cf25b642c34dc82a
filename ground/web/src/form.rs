//! Forms: what was typed, and what is to be mended. A form that comes back shows both, so that nothing typed is lost.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequest, Request};
use base::{FieldFault, Language, Wording};

use crate::{App, PageFault, PageResult, T, Visit, csrf};

/// The most fields of a form.
pub const MAX_FIELDS: usize = 300;

/// The fields of a form by name, as typed, with the messages at them.
///
/// As the last argument of a handler it reads the body of a post (`application/x-www-form-urlencoded`) or the query of a GET and,
/// when a browser with a session posts, checks the form's token.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    errors: Vec<FormError>,
}

/// A message at a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormError {
    /// The field's name, also its id on the page.
    pub field: String,
    /// The sentence that says how to mend it.
    pub message: String,
}

impl Form {
    /// A form with nothing typed.
    pub fn new() -> Self {
        Self::default()
    }

    /// A form with these fields, such as those of a draft or of the address.
    pub fn of<N: Into<String>, V: Into<String>>(fields: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut form = Self::new();
        for (name, value) in fields.into_iter().take(MAX_FIELDS) {
            form.add(name, value);
        }
        form
    }

    /// Adds a field. Zero bytes are left out (PostgreSQL refuses them), line breaks become `\n`.
    pub fn add(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let mut value: String = value.into();
        if value.contains(['\r', '\0']) {
            value = value.replace("\r\n", "\n").replace(['\r', '\0'], "");
        }
        self.fields.push((name.into(), value));
    }

    /// Puts one value in the place of what a field has; an empty one takes the field away.
    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        self.fields.retain(|(key, _)| key != name);
        if !value.is_empty() {
            self.add(name, value);
        }
    }

    /// What was typed, exactly; empty when the field is not there.
    pub fn value(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// What was typed without spaces around it: for reading the form.
    pub fn get(&self, name: &str) -> &str {
        self.value(name).trim()
    }

    /// What was typed, or `None` when there is nothing but spaces.
    pub fn filled(&self, name: &str) -> Option<&str> {
        Some(self.get(name)).filter(|text| !text.is_empty())
    }

    /// All values of a field that may be there several times, such as checkboxes.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a radio button or checkbox was chosen.
    pub fn chosen(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|chosen| chosen == value)
    }

    /// Whether the form was made for this session; without one there is nothing to protect. The extractor does it for forms that
    /// it reads itself, not for those put together from a multipart body.
    ///
    /// # Errors
    /// A page (403) that explains what to do.
    pub fn check_token(&self, app: &App, session: Option<&[u8; 32]>) -> PageResult<()> {
        let Some(session) = session else { return Ok(()) };
        csrf::check(&app.signer, session, self.value(csrf::FIELD)).map_err(|_| PageFault::stale_form())
    }

    /// All fields in their order, without the token.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().filter(|(name, _)| name != csrf::FIELD).map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The same form with the messages of `faults`, to be shown again with status 422.
    #[must_use]
    pub fn refused(mut self, t: &T, faults: &[FieldFault]) -> Self {
        for fault in faults {
            self.refuse(fault.field, t.get(fault.message));
        }
        self
    }

    /// Puts a message at a field; only the first one of a field is kept.
    pub fn refuse(&mut self, field: impl Into<String>, message: impl Into<String>) {
        let field = field.into();
        if !self.errors.iter().any(|error| error.field == field) {
            self.errors.push(FormError { field, message: message.into() });
        }
    }

    /// All messages in the order of the form.
    pub fn errors(&self) -> &[FormError] {
        &self.errors
    }

    /// The message at a field; empty when there is none.
    pub fn error(&self, name: &str) -> &str {
        self.errors.iter().find(|error| error.field == name).map_or("", |error| error.message.as_str())
    }
}

/// One of the values offered by radio buttons or a select.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
    /// An explanation under the label; may be empty.
    pub hint: String,
    /// The language of the label where it is not that of the page.
    pub language: Option<Language>,
}

impl Choice {
    /// A choice without explanation.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new(), language: None }
    }

    /// A choice by a name of the city, marked as Polish where it has no other in the page's language.
    pub fn named(value: impl Into<String>, name: &Wording, language: Language) -> Self {
        let foreign = (!name.has(language)).then_some(Language::Pl);
        Self { language: foreign, ..Self::new(value, name.of(language)) }
    }

    /// The same choice with an explanation.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// The languages as they name themselves.
    pub fn languages(offered: &[Language]) -> Vec<Self> {
        offered.iter().map(|language| Self::new(language.tag(), language.own_name())).collect()
    }
}

impl<S: Send + Sync> FromRequest<S> for Form
where
    App: FromRef<S>,
{
    type Rejection = PageFault;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageFault> {
        let change = !request.method().is_safe();
        let session = request.extensions().get::<Arc<Visit>>().and_then(|visit| visit.session).filter(|_| change);
        let fields = axum::Form::<Vec<(String, String)>>::from_request(request, state).await.map_err(PageFault::body)?.0;
        if fields.len() > MAX_FIELDS {
            return Err(PageFault::too_large());
        }
        let form = Self::of(fields);
        form.check_token(&App::from_ref(state), session.as_ref())?;
        Ok(form)
    }
}
