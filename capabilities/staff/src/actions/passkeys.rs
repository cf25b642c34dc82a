//! Passkeys (WebAuthn level 3): registered beside a password, then enough alone, since the device asks for a finger, a face or
//! a PIN itself.

use std::sync::Arc;

use base::{Actor, Error, Id, Result, secret};
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use store::{Db, Tx};
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid,
    },
};

use super::{
    accounts::record,
    second_factor::{asks, first_codes, forget_codes_of_none},
    sign_in::begin_session,
};
use crate::{
    model::{Device, Outcome, PASSKEY_NAME_LENGTH, PASSKEY_SECONDS, PASSKEYS, RecoveryCode, Viewer, Way},
    store as rows,
};

/// Asks browsers for passkeys of this city's address.
#[derive(Clone)]
pub struct Passkeys(Arc<Webauthn>);

/// What the browser is asked to sign, with the token by which its answer is known again.
#[derive(Debug, Clone)]
pub struct Ceremony {
    /// Brought back with the answer; holds once.
    pub token: String,
    /// The argument of `navigator.credentials` in JSON.
    pub options: Json,
}

/// The one refusal of a passkey; the log has the reason.
fn refused(reason: impl std::fmt::Display) -> Error {
    tracing::info!(%reason, "a passkey was refused");
    Error::invalid("passkey", "staff-passkey-refused")
}

impl Passkeys {
    /// For pages at this address; `None` where browsers have no passkeys, such as at a bare IP address.
    pub fn new(public_url: &str, city: &str) -> Option<Self> {
        let origin = Url::parse(public_url).ok()?;
        let host = origin.domain()?.to_owned();
        // On one's own machine the port may be chosen by the system.
        let builder = WebauthnBuilder::new(&host, &origin).ok()?.rp_name(city).allow_any_port(host == "localhost");
        builder.build().ok().map(|webauthn| Self(Arc::new(webauthn)))
    }

    /// Begins the registration of one more passkey.
    ///
    /// # Errors
    /// [`Error::Conflict`] `staff-passkeys-full`, or `staff-passkey-not-here` for accounts of the single sign-on: whoever
    /// is cut off there must not come in by another door.
    pub async fn begin_registration(&self, db: &Db, viewer: &Viewer) -> Result<Ceremony> {
        let account_id = viewer.account_id;
        let (known, login, elsewhere) = db
            .read(move |read| {
                let known = rows::credentials_of_passkeys(read, account_id, PASSKEYS + 1)?;
                Ok((known, rows::login_of(read, account_id)?, rows::has_identity(read, account_id)?))
            })
            .await?;
        if elsewhere {
            return Err(Error::Conflict("staff-passkey-not-here"));
        }
        if i64::try_from(known.len()).is_ok_and(|count| count >= PASSKEYS) {
            return Err(Error::Conflict("staff-passkeys-full"));
        }
        let known: Vec<CredentialID> =
            known.into_iter().map(|json| parsed(json).map(|key: Passkey| key.cred_id().clone())).collect::<Result<_>>()?;
        let user = account_id.to_string().parse::<Uuid>().map_err(Error::internal)?;
        let (options, state) = self.0.start_passkey_registration(user, &login, &viewer.name, Some(known)).map_err(Error::internal)?;
        let mut options = serde_json::to_value(options).map_err(Error::internal)?;
        // Kept on the device with its name, so that signing in asks for no login.
        options["publicKey"]["authenticatorSelection"]["residentKey"] = json!("required");
        options["publicKey"]["authenticatorSelection"]["requireResidentKey"] = json!(true);
        keep(db, viewer.actor(), Some(account_id), options, state).await
    }

    /// Takes the new passkey into use under this name, in the session with this SHA-256 of its token. Gives new recovery codes
    /// when there are none left.
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `name` or `passkey`.
    pub async fn finish_registration(
        &self,
        db: &Db,
        viewer: &Viewer,
        session: [u8; 32],
        token: &str,
        name: &str,
        answer: Json,
    ) -> Result<Vec<RecoveryCode>> {
        let name = name.trim().to_owned();
        if name.is_empty() || name.chars().count() > PASSKEY_NAME_LENGTH || name.chars().any(char::is_control) {
            return Err(Error::invalid("name", "staff-passkey-name-blank"));
        }
        let (hash, account_id) = (secret::sha256(token.as_bytes()), viewer.account_id);
        let state: PasskeyRegistration = state_of(db, hash, Some(account_id)).await?;
        let answer: RegisterPublicKeyCredential = serde_json::from_value(answer).map_err(refused)?;
        let passkey = self.0.finish_passkey_registration(&answer, &state).map_err(refused)?;
        let credential = serde_json::to_value(&passkey).map_err(Error::internal)?;
        let finish = move |tx: &Tx<'_>| {
            let credential_id = passkey.cred_id().as_ref();
            if !rows::delete_ceremony(tx, &hash)? || rows::has_credential(tx, credential_id)? {
                return Err(refused("used, or known already"));
            }
            let id = Id::new();
            rows::insert_passkey(tx, id, account_id, &name, credential_id, &credential)?;
            rows::strengthen_session(tx, &session)?;
            record(tx, account_id, "account.passkey_added", json!({ "passkey": id }))?;
            first_codes(tx, account_id)
        };
        db.write(viewer.actor(), finish).await
    }

    /// Begins a sign-in in which the device says who it is.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn begin_sign_in(&self, db: &Db) -> Result<Ceremony> {
        let (options, state) = self.0.start_discoverable_authentication().map_err(Error::internal)?;
        let mut options = serde_json::to_value(options).map_err(Error::internal)?;
        // Asked for by a button, not offered beside the field.
        options.as_object_mut().map(|options| options.remove("mediation"));
        keep(db, Actor::STRANGER, None, options, state).await
    }

    /// Signs in by a passkey; gives the session's token.
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `passkey` with message `staff-passkey-refused`, whatever the reason.
    pub async fn finish_sign_in(&self, db: &Db, token: &str, answer: Json, device: &Device) -> Result<String> {
        let (account_id, id, hash, credential) = self.proven(db, token, answer).await?;
        let device = device.clone();
        let finish = move |tx: &Tx<'_>| {
            if !rows::delete_ceremony(tx, &hash)? || !rows::is_in_use(tx, account_id, tx.now())? {
                return Err(refused("used, or the account was deactivated"));
            }
            rows::use_passkey(tx, id, &credential)?;
            rows::insert_sign_in(tx, Id::new(), account_id, Way::Passkey, Outcome::SignedIn, &device)?;
            begin_session(tx, account_id, Way::Passkey, &device)
        };
        db.write(Actor::staff(account_id), finish).await
    }

    /// Whose passkey has answered: account, passkey, the ceremony to be ended, and what is to be kept of the passkey.
    async fn proven(&self, db: &Db, token: &str, answer: Json) -> Result<(Id, Id, [u8; 32], Json)> {
        let hash = secret::sha256(token.as_bytes());
        let state: DiscoverableAuthentication = state_of(db, hash, None).await?;
        let answer: PublicKeyCredential = serde_json::from_value(answer).map_err(refused)?;
        let (user, credential_id) = self.0.identify_discoverable_authentication(&answer).map_err(refused)?;
        let account_id: Id = user.to_string().parse().map_err(refused)?;
        let credential_id = credential_id.to_vec();
        let found = db.read(move |read| rows::find_passkey(read, account_id, &credential_id)).await?;
        let (id, kept) = found.ok_or_else(|| refused("unknown"))?;
        let mut passkey: Passkey = parsed(kept)?;
        let result = self.0.finish_discoverable_authentication_v2(&answer, state, &passkey).map_err(refused)?;
        passkey.update_credential(&result);
        Ok((account_id, id, hash, serde_json::to_value(&passkey).map_err(Error::internal)?))
    }
}

fn parsed<T: DeserializeOwned>(json: Json) -> Result<T> {
    serde_json::from_value(json).map_err(Error::internal)
}

async fn keep(db: &Db, actor: Actor, account_id: Option<Id>, options: Json, state: impl serde::Serialize) -> Result<Ceremony> {
    let (token, state) = (secret::token(), serde_json::to_value(state).map_err(Error::internal)?);
    let hash = secret::sha256(token.as_bytes());
    db.write(actor, move |tx| rows::insert_ceremony(tx, &hash, account_id, &state, tx.now().plus_seconds(PASSKEY_SECONDS))).await?;
    Ok(Ceremony { token, options })
}

async fn state_of<T: DeserializeOwned>(db: &Db, hash: [u8; 32], account_id: Option<Id>) -> Result<T> {
    let now = db.now();
    let state = db.read(move |read| rows::find_ceremony(read, &hash, account_id, now)).await?;
    parsed(state.ok_or_else(|| refused("too late, or another one"))?)
}

/// Takes one of one's passkeys out of use.
///
/// # Errors
/// [`Error::Conflict`] `staff-last-second-factor` when the city asks for a second factor and there is no other,
/// `staff-last-way` when there is no other way in.
pub fn remove_passkey(tx: &Tx<'_>, viewer: &Viewer, id: Id) -> Result<()> {
    let account_id = viewer.account_id;
    let factors = rows::factors(tx, account_id)?;
    if factors.passkeys == 1 && !factors.codes && asks(tx, account_id)? {
        return Err(Error::Conflict("staff-last-second-factor"));
    }
    if factors.passkeys == 1 && !rows::has_other_way(tx, account_id)? {
        return Err(Error::Conflict("staff-last-way"));
    }
    if !rows::delete_passkey(tx, account_id, id)? {
        return Ok(());
    }
    forget_codes_of_none(tx, account_id)?;
    record(tx, account_id, "account.passkey_removed", json!({ "passkey": id }))
}
