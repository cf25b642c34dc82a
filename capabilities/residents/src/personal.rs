//! What we keep of one person: name, languages, ways to be reached, needs, consents, checks of identity.

use base::{Id, Result};
use serde_json::{Value, json};
use store::{Read, Tx};

use crate::{
    model::{Consent, Given},
    store::{find, firm_people, own_checks, own_consents, own_needs, own_ways},
};

/// Everything this capability keeps in the row of the resident, for their right of access (GDPR art. 15). Those merged
/// into them are rows of their own: [`crate::members`] names them.
///
/// # Errors
/// [`base::Error::NotFound`] without such a resident.
pub fn export(read: &Read<'_>, resident_id: Id) -> Result<Value> {
    let resident = find(read, resident_id)?;
    let needs = own_needs(read, resident_id)?;
    let ways = own_ways(read, resident_id)?.into_iter().rev();
    let people = firm_people(read, resident_id)?.into_iter().map(|person| json!({ "name": person.name, "role": person.role }));
    let checks = own_checks(read, resident_id)?;
    Ok(json!({
        "name": resident.name,
        "kind": resident.kind.word(),
        "controller": resident.controller,
        "language": resident.language.tag(),
        "languages": resident.languages,
        "nip": resident.nip,
        "regon": resident.regon,
        "ways": ways.map(|kept| json!({ "kind": kept.way.kind(), "address": kept.way.address() })).collect::<Vec<_>>(),
        "needs": needs.iter().map(|need| need.word()).collect::<Vec<_>>(),
        "need_in_words": needs.words(),
        "people": people.collect::<Vec<_>>(),
        "consents": own_consents(read, resident_id)?.iter().map(told).collect::<Vec<_>>(),
        "identity_checks": checks.into_iter().map(|(at, until, asked)| json!({ "at": at, "until": until, "questions": asked })).collect::<Vec<_>>(),
    }))
}

fn told(consent: &Consent) -> Value {
    json!({
        "purpose": consent.purpose,
        "channel": consent.channel.word(),
        "given": consent.given == Given::Given,
        "at": consent.at,
        "how": consent.how,
        "text_version": consent.text_version,
    })
}

/// Erases it (GDPR art. 17).
///
/// # Errors
/// As [`crate::actions::erase`].
pub fn erase(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    crate::actions::erase(tx, resident_id)
}
