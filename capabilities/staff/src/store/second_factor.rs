//! The rows of second factors: secrets of apps, recovery codes, half sign-ins, and the log of sign-ins.

use base::{Id, Moment, Result};
use store::{Read, Tx, params};

use crate::model::{Device, Factors, Outcome, SignInTold, Way};

/// SHA-256 of a token or a recovery code.
type Hash = [u8; 32];

/// The newest attempts to sign in that are kept of one account.
const SIGN_INS_KEPT: i64 = 100;

/// A secret as kept.
pub(crate) struct SealedSecret {
    pub(crate) id: Id,
    pub(crate) sealed: Vec<u8>,
    pub(crate) last_step: i64,
    /// While it waits for its first code: the session or half sign-in that was shown it.
    pub(crate) waits_for: Option<Vec<u8>>,
}

pub(crate) fn insert_totp(tx: &Tx<'_>, id: Id, account_id: Id, sealed: &[u8], waits_for: &Hash) -> Result<()> {
    tx.execute(
        "insert into totp_secrets (id, account_id, secret, created_at, confirmed_at, last_step, waits_for)
         values ($1, $2, $3, $4, null, 0, $5)",
        params![id, account_id, sealed, tx.now(), waits_for],
    )?;
    Ok(())
}

/// The account's secret in use, or the one that waits for its first code.
pub(crate) fn find_totp(read: &Read<'_>, account_id: Id, confirmed: bool) -> Result<Option<SealedSecret>> {
    let sql = "select id, secret, last_step, waits_for from totp_secrets where account_id = $1 and (confirmed_at is not null) = $2";
    read.find(sql, params![account_id, confirmed], |row| {
        Ok(SealedSecret { id: row.get(0)?, sealed: row.get(1)?, last_step: row.get(2)?, waits_for: row.get(3)? })
    })
}

pub(crate) fn delete_totp(tx: &Tx<'_>, account_id: Id, confirmed: bool) -> Result<usize> {
    tx.execute("delete from totp_secrets where account_id = $1 and (confirmed_at is not null) = $2", params![account_id, confirmed])
}

pub(crate) fn confirm_totp(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update totp_secrets set confirmed_at = $2, waits_for = null where id = $1", params![id, tx.now()])?;
    Ok(())
}

pub(crate) fn put_last_step(tx: &Tx<'_>, id: Id, step: i64) -> Result<()> {
    tx.execute("update totp_secrets set last_step = $2 where id = $1", params![id, step])?;
    Ok(())
}

pub(crate) fn delete_recovery_codes(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    tx.execute("delete from recovery_codes where account_id = $1", params![account_id])?;
    Ok(())
}

pub(crate) fn insert_recovery_code(tx: &Tx<'_>, account_id: Id, hash: &Hash) -> Result<()> {
    tx.execute("insert into recovery_codes (code_hash, account_id, used_at) values ($1, $2, null)", params![hash, account_id])?;
    Ok(())
}

/// Whether the account had such a code, not used yet; now it is.
pub(crate) fn use_recovery_code(tx: &Tx<'_>, account_id: Id, hash: &Hash) -> Result<bool> {
    let sql = "update recovery_codes set used_at = $3 where code_hash = $2 and account_id = $1 and used_at is null";
    Ok(tx.execute(sql, params![account_id, hash, tx.now()])? == 1)
}

/// How the account stands with second factors.
pub(crate) fn factors(read: &Read<'_>, account_id: Id) -> Result<Factors> {
    read.one(
        "select exists (select 1 from totp_secrets where account_id = $1 and confirmed_at is not null),
         (select count(*) from passkeys where account_id = $1),
         (select count(*) from recovery_codes where account_id = $1 and used_at is null)",
        params![account_id],
        |row| Ok(Factors { codes: row.get(0)?, passkeys: row.get(1)?, recovery_codes: row.get(2)? }),
    )
}

pub(crate) fn insert_half(tx: &Tx<'_>, token: &Hash, account_id: Id, ends_at: Moment) -> Result<()> {
    tx.execute("insert into half_sign_ins (token_hash, account_id, ends_at) values ($1, $2, $3)", params![token, account_id, ends_at])?;
    Ok(())
}

/// Id and login of the active account behind a half sign-in that holds at `now`.
pub(crate) fn find_half(read: &Read<'_>, token: &Hash, now: Moment) -> Result<Option<(Id, String)>> {
    read.find(
        "select a.id, a.login from half_sign_ins h join accounts a on a.id = h.account_id
         where h.token_hash = $1 and h.ends_at > $2 and a.active and (a.ends_at is null or a.ends_at > $2)",
        params![token, now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub(crate) fn delete_halves(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    tx.execute("delete from half_sign_ins where account_id = $1", params![account_id])?;
    Ok(())
}

pub(crate) fn insert_sign_in(tx: &Tx<'_>, id: Id, account_id: Id, way: Way, outcome: Outcome, device: &Device) -> Result<()> {
    tx.execute(
        "insert into sign_ins (id, account_id, at, way, outcome, browser) values ($1, $2, $3, $4, $5, $6)",
        params![id, account_id, tx.now(), way.word(), outcome.word(), device.as_str()],
    )?;
    tx.execute(
        "delete from sign_ins where account_id = $1 and id not in
         (select id from sign_ins where account_id = $1 order by at desc, id desc limit $2)",
        params![account_id, SIGN_INS_KEPT],
    )?;
    Ok(())
}

pub(crate) fn put_outcome(tx: &Tx<'_>, id: Id, outcome: Outcome) -> Result<()> {
    tx.execute("update sign_ins set outcome = $2 where id = $1", params![id, outcome.word()])?;
    Ok(())
}

/// When, how, how it ended, and in which browser: the newest first.
pub(crate) fn sign_ins(read: &Read<'_>, account_id: Id, limit: i64) -> Result<Vec<SignInTold>> {
    read.query(
        "select at, way, outcome, browser from sign_ins where account_id = $1 order by at desc, id desc limit $2",
        params![account_id, limit],
        |row| {
            let (way, outcome): (String, String) = (row.get(1)?, row.get(2)?);
            Ok(SignInTold { at: row.get(0)?, way: Way::from_word(&way), outcome: Outcome::from_word(&outcome), browser: row.get(3)? })
        },
    )
}
