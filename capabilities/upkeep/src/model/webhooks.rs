//! Other programs that are told of what happens: where, of what, and in which words.

use axum::http::Uri;
use base::{Error, FieldFault, Id, Moment, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

/// The kinds of events that a webhook may be told of.
pub const KINDS: [&str; 21] = [
    "case.opened",
    "case.dispatched",
    "case.accepted",
    "case.progressed",
    "case.scheduled",
    "case.asked",
    "case.answered",
    "case.returned",
    "case.closed",
    "case.reopened",
    "case.merged",
    "case.unmerged",
    "case.split",
    "case.attached",
    "case.detached",
    "incident.opened",
    "incident.worded",
    "incident.ended",
    "report.moved",
    "report.received",
    "report.erased",
];
/// Attempts that fail one after another until a webhook is stopped.
pub const FAILURES: i64 = 40;
/// Webhooks at most that are not removed.
pub const MOST: usize = 50;

/// What holds for all webhooks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookRules {
    /// Whether they may lead into private networks.
    pub private: bool,
}

/// A webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Its id.
    pub id: Id,
    /// `active`, `stopped` or `removed`.
    pub state: String,
    /// Where it leads.
    pub address: String,
    /// The kinds of events that it is told of.
    pub kinds: Vec<String>,
    /// The secret by which deliveries are signed, sealed.
    pub secret: String,
    /// When it was made: it is told of what happens from then on.
    pub created_at: Moment,
    /// Attempts that failed since the last one that did not.
    pub failures: i64,
}

/// What a webhook was told, or will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: Id,
    /// The webhook.
    pub webhook_id: Id,
    /// The kind of the event.
    pub kind: String,
    /// What is sent.
    pub body: String,
    /// `queued`, `sent` or `failed`.
    pub state: String,
    /// When it was queued.
    pub queued_at: Moment,
    /// When it was tried last.
    pub tried_at: Option<Moment>,
    /// How often it was tried.
    pub attempts: i64,
    /// What the receiver answered last (HTTP).
    pub status: Option<i64>,
    /// How long it took, in milliseconds.
    pub millis: Option<i64>,
    /// Why it was not taken.
    pub error: Option<String>,
}

/// How an attempt fared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// What the receiver answered, if it did.
    pub status: Option<u16>,
    /// How long it took, in milliseconds.
    pub millis: i64,
    /// Why it was not taken; nothing when it was.
    pub error: Option<String>,
}

/// The address of a form: https, and http in a demo only; no name and password in it.
///
/// # Errors
/// [`Error::Invalid`] on `address`.
pub fn address(text: &str, is_demo: bool) -> Result<Uri> {
    let fault = |message| Error::Invalid(vec![FieldFault { field: "address", message }]);
    let uri: Uri = text.trim().parse().map_err(|_| fault("upkeep-hook-address-invalid"))?;
    match uri.scheme_str() {
        Some("https") => {}
        Some("http") if is_demo => {}
        Some("http") => return Err(fault("upkeep-hook-https")),
        _ => return Err(fault("upkeep-hook-address-invalid")),
    }
    let fits = text.len() <= 500 && uri.authority().is_some_and(|authority| !authority.as_str().contains('@')) && !text.contains('#');
    if fits { Ok(uri) } else { Err(fault("upkeep-hook-address-invalid")) }
}

/// What is said of an event: ids, kind and states; never names, words or places.
pub fn body(event: &store::Event, number: Option<String>, at: &str) -> String {
    let fact = |name: &str| event.facts.get(name).and_then(Json::as_str).filter(|word| word.len() <= 40);
    let subject = json!({ "kind": event.subject_kind, "id": event.subject_id, "version": event.version, "number": number });
    json!({ "id": event.id, "kind": event.kind, "at": at, "subject": subject, "state": fact("state"), "outcome": fact("outcome") })
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_https_outside_a_demo_and_holds_no_password() {
        for (text, demo, fits) in [
            ("https://partner.example/hook?x=1", false, true),
            ("http://partner.example/hook", false, false),
            ("http://localhost:9000/hook", true, true),
            ("https://user:word@partner.example/", false, false),
            ("ftp://partner.example/", true, false),
            ("/hook", true, false),
            ("", true, false),
        ] {
            assert_eq!(address(text, demo).is_ok(), fits, "{text}");
        }
    }
}
