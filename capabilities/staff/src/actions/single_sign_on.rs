//! The city's single sign-on (OpenID Connect Core 1.0, authorization code with PKCE): asked over the network, never inside
//! of a transaction. What the provider says is believed only signed by its keys, for us, for this attempt, and now.

use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use base::{Error, Moment, Result, secret};
use chrono::{DateTime, Utc};
use openidconnect::{
    AdditionalClaims, AuthType, AuthenticationFlow, AuthorizationCode, ClaimsVerificationError, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IdToken, IdTokenClaims, IdTokenFields,
    IssuerUrl, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, StandardErrorResponse,
    StandardTokenResponse, TokenResponse as _, UserInfoClaims,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType, CoreRevocableToken,
        CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
    http,
};
use serde::{Deserialize, Serialize};

use super::provider_line;
use crate::model::{Arrival, SingleSignOnSettings};

/// How long the person may take at the provider, in seconds.
pub const AWAY_SECONDS: i64 = 15 * 60;
/// How far the provider's clock may be from ours, in seconds.
const SKEW_SECONDS: i64 = 60;
/// How old what the provider signed may be, in seconds.
const OLDEST_SECONDS: i64 = 10 * 60;
/// How long what the provider says of itself is believed.
const KNOWN_FOR: Duration = Duration::from_secs(3_600);
/// The longest way on that is kept while somebody is at the provider, in bytes: it travels in a cookie.
const NEXT_BYTES: usize = 400;

/// Claims besides the standard ones.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
struct More(HashMap<String, serde_json::Value>);

impl AdditionalClaims for More {}

type Signed = IdToken<More, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Claims = IdTokenClaims<More, CoreGenderClaim>;
type Fields = IdTokenFields<More, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Provider = Client<
    More,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What we remember of somebody who was sent to the provider; it travels sealed in their own cookie.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Departure {
    state: String,
    nonce: String,
    verifier: String,
    /// Where they wanted to go.
    pub next: String,
    /// When it is too late to come back.
    pub ends_at: Moment,
}

/// What the browser brings back from the provider.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Answer {
    /// The code that we exchange for tokens.
    #[serde(default)]
    pub code: String,
    /// Whose attempt it is.
    #[serde(default)]
    pub state: String,
    /// Who answers (RFC 9207).
    pub iss: Option<String>,
    /// Why there is no code.
    pub error: Option<String>,
}

/// The city's single sign-on.
#[derive(Clone)]
pub struct SingleSignOn(Arc<Inner>);

struct Inner {
    settings: SingleSignOnSettings,
    secret: Option<ClientSecret>,
    issuer: IssuerUrl,
    redirect: RedirectUrl,
    http: reqwest::Client,
    known: Mutex<Option<(Instant, CoreProviderMetadata)>>,
}

/// The one answer to whoever brings something that does not hold; the log has the reason.
fn unproven(reason: impl std::fmt::Display) -> Error {
    tracing::warn!(%reason, "the single sign-on's answer was refused");
    Error::Conflict("staff-sso-unproven")
}

fn down(reason: impl std::fmt::Display) -> Error {
    tracing::warn!(%reason, "the single sign-on cannot be reached");
    Error::Unavailable(format!("the single sign-on cannot be reached: {reason}"))
}

impl SingleSignOn {
    /// The provider of these settings. `callback` is our address to which it sends people back; nothing is asked yet.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence that names the setting.
    pub fn new(settings: SingleSignOnSettings, callback: String, timeout: Duration) -> Result<Self> {
        settings.check().map_err(Error::Unavailable)?;
        let secret = settings.client_secret_file.as_deref().map(provider_line::secret).transpose()?.map(ClientSecret::new);
        let issuer =
            IssuerUrl::new(settings.issuer.clone()).map_err(|fault| Error::Unavailable(format!("single_sign_on.issuer: {fault}")))?;
        let redirect = RedirectUrl::new(callback).map_err(Error::internal)?;
        let http = provider_line::client(settings.ca_file.as_deref(), timeout)?;
        Ok(Self(Arc::new(Inner { settings, secret, issuer, redirect, http, known: Mutex::default() })))
    }

    /// How it is set.
    pub fn settings(&self) -> &SingleSignOnSettings {
        &self.0.settings
    }

    /// Where somebody is sent to say who they are, and what we must remember of it.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the provider cannot be reached.
    pub async fn begin(&self, next: &str, now: Moment) -> Result<(String, Departure)> {
        let provider = self.provider(false).await?;
        let next = if next.len() > NEXT_BYTES { String::new() } else { next.to_owned() };
        let ends_at = now.plus_seconds(AWAY_SECONDS);
        let departure = Departure { state: secret::token(), nonce: secret::token(), verifier: secret::token(), next, ends_at };
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(departure.verifier.clone()));
        let (state, nonce) = (CsrfToken::new(departure.state.clone()), Nonce::new(departure.nonce.clone()));
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let scopes = self.0.settings.scopes.iter().cloned().map(Scope::new);
        let (address, ..) = provider.authorize_url(flow, || state, || nonce).add_scopes(scopes).set_pkce_challenge(challenge).url();
        Ok((address.into(), departure))
    }

    /// Who has come back from the provider.
    ///
    /// # Errors
    /// [`Error::Conflict`] `staff-sso-unproven` for anything that does not prove it; [`Error::Unavailable`] when the
    /// provider cannot be reached.
    pub async fn finish(&self, departure: Departure, answer: Answer, now: Moment) -> Result<Arrival> {
        if now >= departure.ends_at || !secret::same(departure.state.as_bytes(), answer.state.as_bytes()) {
            return Err(unproven("the attempt is another one, or too old"));
        }
        if answer.iss.is_some_and(|iss| iss != self.0.settings.issuer) {
            return Err(unproven("another provider answers"));
        }
        if let Some(error) = answer.error {
            return Err(unproven(error.chars().take(100).collect::<String>()));
        }
        let provider = self.provider(false).await?;
        let exchange = provider.exchange_code(AuthorizationCode::new(answer.code)).map_err(down)?;
        let http = self.line();
        let tokens =
            exchange.set_pkce_verifier(PkceCodeVerifier::new(departure.verifier)).request_async(&http).await.map_err(exchange_fault)?;
        let signed = tokens.id_token().ok_or_else(|| unproven("no id token"))?;
        let nonce = Nonce::new(departure.nonce);
        let claims = match self.claims(&provider, signed, &nonce, now) {
            // The provider may have changed its keys since we asked for them.
            Err(ClaimsVerificationError::SignatureVerification(_)) => {
                self.claims(&self.provider(true).await?, signed, &nonce, now).map_err(unproven)?
            }
            other => other.map_err(unproven)?,
        };
        self.arrival(&provider, tokens.access_token(), &claims).await
    }

    /// The claims of the token, verified: RS256 or ES256 by the provider's keys, issuer, audience, authorized party, nonce,
    /// and time within the skew.
    fn claims(
        &self,
        provider: &Provider,
        signed: &Signed,
        nonce: &Nonce,
        now: Moment,
    ) -> std::result::Result<Claims, ClaimsVerificationError> {
        let (skewed, latest, oldest) = (moment(now, -SKEW_SECONDS), moment(now, SKEW_SECONDS), moment(now, -OLDEST_SECONDS));
        let issued = move |at: DateTime<Utc>| if at >= oldest && at <= latest { Ok(()) } else { Err(format!("issued at {at}")) };
        let verifier = provider
            .id_token_verifier()
            .set_allowed_algs([CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, CoreJwsSigningAlgorithm::EcdsaP256Sha256])
            .set_time_fn(move || skewed)
            .set_issue_time_verifier_fn(issued);
        let claims = signed.claims(&verifier, nonce)?.clone();
        let party = claims.authorized_party().map(|party| party.as_str());
        // OpenID Connect Core 1.0, section 3.1.3.7, points 4 and 5, which the library leaves to us.
        let wanted = party.is_some() || claims.audiences().len() > 1;
        if wanted && party != Some(self.0.settings.client_id.as_str()) {
            return Err(ClaimsVerificationError::InvalidAudience("another authorized party".into()));
        }
        Ok(claims)
    }

    async fn arrival(&self, provider: &Provider, access: &openidconnect::AccessToken, claims: &Claims) -> Result<Arrival> {
        let told = [claims.preferred_username().map(|name| name.to_string()), claims.email().map(|email| email.to_string())];
        let name = claims.name().and_then(|names| names.get(None)).map(|name| name.to_string());
        let mut arrival = Arrival {
            issuer: self.0.settings.issuer.clone(),
            subject: claims.subject().to_string(),
            names: told.into_iter().flatten().collect(),
            name: name.unwrap_or_default(),
            groups: Vec::new(),
        };
        let groups = claims.additional_claims().0.get(&self.0.settings.groups_claim);
        match groups {
            Some(groups) => arrival.groups = words(groups),
            // Some providers tell groups only to those who ask for the person's card.
            None if provider.user_info_url().is_some() => self.ask_for_card(provider, access, claims, &mut arrival).await?,
            None => {}
        }
        Ok(arrival)
    }

    async fn ask_for_card(
        &self,
        provider: &Provider,
        access: &openidconnect::AccessToken,
        claims: &Claims,
        arrival: &mut Arrival,
    ) -> Result<()> {
        let http = self.line();
        let asked = provider.user_info(access.clone(), Some(claims.subject().clone())).map_err(down)?;
        let card: UserInfoClaims<More, CoreGenderClaim> = asked.request_async(&http).await.map_err(unproven)?;
        arrival.groups = card.additional_claims().0.get(&self.0.settings.groups_claim).map(words).unwrap_or_default();
        let told = [card.preferred_username().map(|name| name.to_string()), card.email().map(|email| email.to_string())];
        arrival.names.extend(told.into_iter().flatten());
        if arrival.name.is_empty() {
            arrival.name = card.name().and_then(|names| names.get(None)).map(|name| name.to_string()).unwrap_or_default();
        }
        Ok(())
    }

    /// The provider as it describes itself (OpenID Connect Discovery 1.0), asked for at most once an hour, or `anew`.
    async fn provider(&self, anew: bool) -> Result<Provider> {
        let known = self.0.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let fresh = known.filter(|(at, _)| !anew && at.elapsed() < KNOWN_FOR);
        let metadata = match fresh {
            Some((_, metadata)) => metadata,
            None => {
                let http = self.line();
                let found = CoreProviderMetadata::discover_async(self.0.issuer.clone(), &http).await.map_err(down)?;
                *self.0.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), found.clone()));
                found
            }
        };
        let methods = metadata.token_endpoint_auth_methods_supported().cloned().unwrap_or_default();
        let in_body =
            methods.contains(&CoreClientAuthMethod::ClientSecretPost) && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic);
        let client_id = ClientId::new(self.0.settings.client_id.clone());
        let provider = Client::from_provider_metadata(metadata, client_id, self.0.secret.clone()).set_redirect_uri(self.0.redirect.clone());
        Ok(if in_body { provider.set_auth_type(AuthType::RequestBody) } else { provider })
    }

    /// How the library asks over the network.
    fn line(
        &self,
    ) -> impl Fn(HttpRequest) -> std::pin::Pin<Box<dyn Future<Output = io::Result<HttpResponse>> + Send>> + Send + Sync + use<> {
        let http = self.0.http.clone();
        move |request: http::Request<Vec<u8>>| Box::pin(provider_line::ask(http.clone(), request))
    }
}

fn exchange_fault<E: std::error::Error + 'static>(
    fault: openidconnect::RequestTokenError<E, StandardErrorResponse<CoreErrorResponseType>>,
) -> Error {
    match fault {
        openidconnect::RequestTokenError::Request(fault) => down(fault),
        openidconnect::RequestTokenError::Parse(fault, _) => down(fault),
        openidconnect::RequestTokenError::Other(fault) => down(fault),
        refused @ openidconnect::RequestTokenError::ServerResponse(_) => unproven(refused),
    }
}

fn moment(now: Moment, later: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(now.plus_seconds(later).0).unwrap_or_default()
}

/// A claim with one word or a list of them.
fn words(claim: &serde_json::Value) -> Vec<String> {
    let one = claim.as_str().into_iter();
    let list = claim.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
    one.chain(list).map(ToOwned::to_owned).collect()
}
