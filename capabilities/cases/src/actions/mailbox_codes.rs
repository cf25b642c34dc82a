//! Whoever wants to see their own reports shows by a code that the mailbox is theirs. Whether we know the address is told to
//! nobody but its owner: everything takes the same course without one, only that no letter leaves.

use ::store::{NewEvent, Tx};
use base::{Email, Id, Language, Result, secret, secret::Signer};
use residents::{Mailbox, Outgoing, Reach};
use serde_json::{Value as Json, json};

use crate::{
    events,
    model::{CODES_SECONDS, MOST_CODES, Tried, six_digits},
    store,
};

/// For what digests of codes are keyed.
const PURPOSE: &str = "mailbox code";
/// Codes are kept so long, seconds.
const KEPT_SECONDS: i64 = 24 * 3_600;

/// Begins a code for whoever reads this mailbox; the city's wiring has it mailed. Gives what the form has to carry.
///
/// # Errors
/// As [`Tx::execute`].
pub fn ask_code(tx: &Tx<'_>, email: &Email, language: Language) -> Result<Id> {
    store::delete_codes(tx, tx.now().plus_seconds(-KEPT_SECONDS))?;
    let (id, way_id) = (Id::new(), reachable(tx, email)?.map(|mailbox| mailbox.way_id));
    store::insert_code(tx, id, way_id)?;
    let facts = json!({ "language": language.tag() });
    tx.record_first(NewEvent { subject_kind: "mailbox_code", subject_id: id, kind: events::CODE_ASKED, facts })?;
    Ok(id)
}

/// The mailbox, if it is one person's and has not had too many codes lately.
fn reachable(tx: &Tx<'_>, email: &Email) -> Result<Option<Mailbox>> {
    let Some(mailbox) = residents::mailbox(tx, email)? else { return Ok(None) };
    let lately = store::count_codes(tx, mailbox.way_id, tx.now().plus_seconds(-CODES_SECONDS))?;
    Ok((lately < MOST_CODES).then_some(mailbox))
}

/// Makes the code itself, of which only a keyed digest is kept; made again, the one before is void. `None` when it is not to be
/// sent: nobody reads there, their needs forbid e-mails, or their data may only be kept.
///
/// # Errors
/// As [`Tx::execute`].
pub(crate) fn make_code(tx: &Tx<'_>, signer: &Signer, id: Id) -> Result<Option<(String, Outgoing)>> {
    let code = store::find_code(tx, id)?.filter(|code| code.holds(tx.now()));
    let mailbox = code.and_then(|code| code.way_id).map(|way_id| residents::mailbox_of(tx, way_id)).transpose()?.flatten();
    let Some(mailbox) = mailbox else { return Ok(None) };
    let Reach::Way(way) = residents::way_into(tx, &mailbox)? else { return Ok(None) };
    if residents::is_restricted(tx, mailbox.resident_id)? {
        return Ok(None);
    }
    let digits = six_digits(u64::from_le_bytes(secret::random()));
    store::put_digest(tx, id, &digest(signer, id, &digits))?;
    Ok(Some((digits, way)))
}

/// What was typed, against the code.
///
/// # Errors
/// As [`Tx::execute`].
pub fn try_code(tx: &Tx<'_>, signer: &Signer, id: Id, typed: &str) -> Result<Tried> {
    let Some(code) = store::find_code(tx, id)?.filter(|code| code.holds(tx.now())) else { return Ok(Tried::Over) };
    let expected = code.digest.unwrap_or_default();
    match code.way_id.filter(|_| secret::same(digest(signer, id, typed).as_bytes(), expected.as_bytes())) {
        Some(way_id) => {
            store::set_code_used(tx, id)?;
            tell(tx, id, events::CODE_USED, json!({}))?;
            Ok(Tried::Right(way_id))
        }
        None => {
            store::count_try(tx, id)?;
            tell(tx, id, events::CODE_TRIED, json!({}))?;
            Ok(Tried::Wrong)
        }
    }
}

fn digest(signer: &Signer, id: Id, digits: &str) -> String {
    signer.sign(PURPOSE, &format!("{id}\n{digits}"))
}

fn tell(tx: &Tx<'_>, id: Id, kind: &'static str, facts: Json) -> Result<()> {
    tx.record(NewEvent { subject_kind: "mailbox_code", subject_id: id, kind, facts }).map(drop)
}
