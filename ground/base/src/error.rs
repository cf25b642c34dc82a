//! One error whose kinds say what the *caller* can do about it.

use std::fmt;

/// The result of everything that may fail in the city.
pub type Result<T> = std::result::Result<T, Error>;

/// A field of a form or request that cannot be taken, and the message that says how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The field's name in the form or request.
    pub field: &'static str,
    /// The key of the message in the texts of the capability.
    pub message: &'static str,
}

/// What went wrong, by what the caller can do.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the viewer may not know of it.
    #[error("not found")]
    NotFound,
    /// Fields to mend; nothing was changed.
    #[error("invalid: {}", Faults(.0))]
    Invalid(Vec<FieldFault>),
    /// The viewer may not do this.
    #[error("forbidden")]
    Forbidden,
    /// The thing is in another state than the caller thinks; the word is a message key.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// A limit was reached; the same request may succeed in a moment.
    #[error("busy: {0}")]
    Busy(&'static str),
    /// Something we stand on does not answer (disk full, database away).
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A fault of ours. The text is for the log, never for a stranger.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// One field to mend.
    pub fn invalid(field: &'static str, message: &'static str) -> Self {
        Self::Invalid(vec![FieldFault { field, message }])
    }

    /// The same error, with what was wrong at the field `from` told at `to`: forms of one page have no fields of one name.
    #[must_use]
    pub fn at_field(self, from: &str, to: &'static str) -> Self {
        let told = |fault: FieldFault| if fault.field == from { FieldFault { field: to, ..fault } } else { fault };
        match self {
            Self::Invalid(faults) => Self::Invalid(faults.into_iter().map(told).collect()),
            other => other,
        }
    }

    /// A fault of ours, described for the log.
    pub fn internal(what: impl fmt::Display) -> Self {
        Self::Internal(what.to_string())
    }

    /// The same error with what we were doing put before an internal or unavailable text.
    #[must_use]
    pub fn context(self, doing: impl fmt::Display) -> Self {
        match self {
            Self::Internal(text) => Self::Internal(format!("{doing}: {text}")),
            Self::Unavailable(text) => Self::Unavailable(format!("{doing}: {text}")),
            other => other,
        }
    }
}

struct Faults<'a>(&'a [FieldFault]);

impl fmt::Display for Faults<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{} ({})", fault.field, fault.message)?;
        }
        Ok(())
    }
}
