//! Consents and their history.

use base::{Error, Id, Result};
use store::{Read, Row, Tx, params};

use crate::model::{Basis, Consent, ConsentChannel, Given, standing};

pub(crate) fn insert_consent(tx: &Tx<'_>, resident_id: Id, consent: &Consent) -> Result<()> {
    tx.execute(
        "insert into consents (id, resident_id, purpose, channel, given, at, how, account_id, text_version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            Id::new(),
            resident_id,
            consent.purpose,
            consent.channel.word(),
            consent.given == Given::Given,
            tx.now(),
            consent.how,
            tx.actor().id,
            consent.text_version
        ],
    )?;
    Ok(())
}

fn consent(row: &Row<'_>) -> Result<Consent> {
    let channel: String = row.get(1)?;
    Ok(Consent {
        purpose: row.get(0)?,
        channel: ConsentChannel::from_word(&channel).ok_or_else(|| Error::internal(format!("unknown channel {channel}")))?,
        given: if row.get(2)? { Given::Given } else { Given::Withdrawn },
        at: row.get(3)?,
        how: row.get(4)?,
        account_id: row.get(5)?,
        text_version: row.get(6)?,
    })
}

/// What was said in this very row, the oldest first.
pub(crate) fn own_consents(read: &Read<'_>, resident_id: Id) -> Result<Vec<Consent>> {
    read.query(
        "select purpose, channel, given, at, how, account_id, text_version from consents where resident_id = $1 order by at, id limit 500",
        params![resident_id],
        consent,
    )
}

/// What the resident, and those merged into them, agreed to and took back, the oldest first.
///
/// # Errors
/// As [`super::members`].
pub fn consents(read: &Read<'_>, resident_id: Id) -> Result<Vec<Consent>> {
    let mut all = Vec::new();
    for member in super::members(read, resident_id)? {
        all.extend(own_consents(read, member)?);
    }
    all.sort_by_key(|said| said.at);
    Ok(all)
}

/// Whether we may turn to the resident for this reason on this channel. Their needs are another question:
/// [`crate::way_to`] asks both.
///
/// # Errors
/// As [`super::members`].
pub fn may_contact(read: &Read<'_>, resident_id: Id, basis: &Basis, channel: ConsentChannel) -> Result<bool> {
    Ok(standing(&consents(read, resident_id)?, basis, channel))
}
