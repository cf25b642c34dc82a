//! What went wrong, in words for the person at the command line.

use base::{Error, Language};
use web::Texts;

use crate::assembly::TEXTS;

/// The error without the words by which programs sort errors, and with sentences in place of message keys.
pub fn said(error: &anyhow::Error) -> String {
    error.chain().map(words).collect::<Vec<_>>().join(": ")
}

fn words(cause: &(dyn std::error::Error + 'static)) -> String {
    match cause.downcast_ref() {
        Some(Error::Unavailable(text) | Error::Internal(text)) => text.clone(),
        Some(Error::Invalid(faults)) => faults
            .iter()
            .map(|fault| format!("--{}: {}", fault.field.replace('_', "-"), sentence(fault.message)))
            .collect::<Vec<_>>()
            .join("\n"),
        Some(Error::Conflict(key)) => sentence(key),
        _ => cause.to_string(),
    }
}

/// The sentence of this key; a conflict may also be a sentence itself.
fn sentence(key: &str) -> String {
    let texts = Texts::new(&TEXTS).ok();
    texts.and_then(|texts| texts.find(Language::En, key).map(ToOwned::to_owned)).unwrap_or_else(|| key.to_owned())
}
