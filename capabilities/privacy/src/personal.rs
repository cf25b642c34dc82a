//! What we keep of one person: their requests.

use ::store::{Read, Tx};
use base::{Id, Result};
use serde_json::{Value as Json, json};

use crate::store::{self, Request};

/// The resident's requests (GDPR art. 15).
///
/// # Errors
/// As [`Read::query`].
pub fn export(read: &Read<'_>, resident_id: Id) -> Result<Json> {
    Ok(store::requests_of(read, resident_id)?.iter().map(told).collect())
}

fn told(request: &Request) -> Json {
    json!({
        "number": request.number,
        "kind": request.kind.word(),
        "controller": request.controller,
        "who": request.who,
        "contact": request.contact,
        "scope": request.scope,
        "received_on": request.received_on.to_string(),
        "due_on": request.due_on.to_string(),
        "state": request.state.word(),
        "answer": request.said,
        "extended_because": request.extended_because,
    })
}

/// Blanks what names the person; that there was a request, of what kind, and when it was answered stays: it is how the city
/// shows that it kept the law (GDPR art. 5(2)). With `contact` a request that is not answered yet keeps whom and where to
/// answer, until it is.
///
/// # Errors
/// As [`Tx::execute`].
pub fn erase(tx: &Tx<'_>, resident_id: Id, contact: bool) -> Result<()> {
    store::blank_holds_of(tx, resident_id)?;
    store::blank_requests_of(tx, resident_id, contact)
}
