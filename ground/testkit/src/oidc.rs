//! A strict provider of OpenID Connect on a real socket: it checks what a careless one would let pass (client, exact redirect,
//! PKCE, one use of a code), and misbehaves on request.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Form, Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base::{Clock, Moment, secret};
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use ring::{
    rand::SystemRandom,
    rsa::PublicKeyComponents,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair},
};
use serde_json::{Value, json};

/// A key for tests only: everybody may read it here, and nothing outside of tests believes it.
const RSA_KEY: &[u8] = include_bytes!("oidc_key.der");
/// What the provider calls the city.
pub const CLIENT_ID: &str = "hejnal";
/// The secret that it gave the city.
pub const CLIENT_SECRET: &str = "tajemnica & spółka";

/// How the provider misbehaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Misdeed {
    /// Not at all.
    #[default]
    None,
    /// The token is for another attempt.
    WrongNonce,
    /// The token is for another program.
    WrongAudience,
    /// The token is for us and another program, and was asked for by that.
    AnotherParty,
    /// The token has ended two minutes ago.
    Expired,
    /// The token is a day old and still holds.
    Old,
    /// The token comes from the future.
    Early,
    /// The token is not signed and says so.
    AlgNone,
    /// The token is signed with our own secret instead of a key.
    SignedWithSecret,
    /// The token names another provider.
    WrongIssuer,
    /// The token is signed by a key that nobody knows.
    UnknownKey,
    /// What is signed was changed afterwards.
    Changed,
    /// There is no token.
    NoToken,
    /// The token endpoint fails.
    Fails,
    /// The token endpoint never answers.
    Silent,
    /// The groups stand on the person's card only.
    GroupsOnCard,
    /// The card is somebody else's.
    AnothersCard,
}

/// Somebody whom the provider knows.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its unchanging name for them.
    pub subject: String,
    /// Their user name.
    pub username: String,
    /// Their e-mail address.
    pub email: String,
    /// What they are called.
    pub name: String,
    /// Their groups.
    pub groups: Vec<String>,
}

impl Member {
    /// Somebody with this user name in these groups.
    pub fn new(username: &str, groups: &[&str]) -> Self {
        Self {
            subject: format!("subject-of-{username}"),
            username: username.to_owned(),
            email: format!("{username}@lipogrod.example"),
            name: format!("Osoba {username}"),
            groups: groups.iter().map(|group| (*group).to_owned()).collect(),
        }
    }
}

struct Grant {
    challenge: String,
    nonce: String,
    redirect: String,
    member: Member,
}

#[derive(Default)]
struct Inside {
    misdeed: Misdeed,
    grants: HashMap<String, Grant>,
    cards: HashMap<String, Member>,
    /// Signs instead of the RSA key after a change of keys: PKCS #8 and its number.
    elliptic: Option<(Vec<u8>, u32)>,
    /// How often the keys were asked for.
    keys_asked: u32,
}

#[derive(Clone)]
struct Shared {
    url: String,
    clock: Arc<dyn Clock>,
    inside: Arc<Mutex<Inside>>,
}

/// The provider; it ends with the test.
pub struct Provider {
    shared: Shared,
    serving: tokio::task::JoinHandle<()>,
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Provider {
    /// A provider whose clock is this one.
    ///
    /// # Panics
    /// When the system gives no socket.
    pub async fn start(clock: Arc<dyn Clock>) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("the system gives a socket");
        let url = format!("http://{}", listener.local_addr().expect("a bound socket has an address"));
        let shared = Shared { url, clock, inside: Arc::default() };
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/card", get(card))
            .with_state(shared.clone());
        let serving = tokio::spawn(async move { drop(axum::serve(listener, routes).await) });
        Self { shared, serving }
    }

    /// Its address, as it calls itself.
    pub fn issuer(&self) -> &str {
        &self.shared.url
    }

    /// From now on it misbehaves like this.
    pub fn misbehave(&self, misdeed: Misdeed) {
        self.shared.inside().misdeed = misdeed;
    }

    /// Changes its keys: from now on ES256 with a new one; the earlier ones are not told any more.
    ///
    /// # Panics
    /// When the system gives no randomness.
    pub fn change_keys(&self) {
        let key =
            EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).expect("the system gives randomness");
        let mut inside = self.shared.inside();
        let number = inside.elliptic.as_ref().map_or(0, |(_, number)| *number) + 1;
        inside.elliptic = Some((key.as_ref().to_vec(), number));
    }

    /// How often its keys were asked for.
    pub fn keys_asked(&self) -> u32 {
        self.shared.inside().keys_asked
    }

    /// The person at this address says who they are: gives the address to which the provider sends them back.
    ///
    /// # Panics
    /// When the address is not as the provider wants it.
    pub fn approve(&self, address: &str, member: &Member) -> String {
        let query = address.strip_prefix(&format!("{}/authorize?", self.shared.url)).unwrap_or_else(|| panic!("led to {address}"));
        let asked: HashMap<String, String> = query.split('&').filter_map(|pair| pair.split_once('=')).map(decoded).collect();
        let of = |name: &str| asked.get(name).unwrap_or_else(|| panic!("{name} is missing in {address}")).clone();
        assert_eq!((of("response_type"), of("client_id"), of("code_challenge_method")), ("code".into(), CLIENT_ID.into(), "S256".into()));
        assert!(of("scope").split(' ').any(|scope| scope == "openid"), "{address}");
        assert!(of("state").len() >= 22 && of("nonce").len() >= 22 && of("code_challenge").len() == 43, "{address}");
        let code = secret::token();
        let redirect = of("redirect_uri");
        let grant = Grant { challenge: of("code_challenge"), nonce: of("nonce"), redirect: redirect.clone(), member: member.clone() };
        self.shared.inside().grants.insert(code.clone(), grant);
        format!("{redirect}?code={code}&state={}&iss={}", of("state"), self.shared.url.replace(':', "%3A").replace('/', "%2F"))
    }
}

fn decoded((name, value): (&str, &str)) -> (String, String) {
    let (mut bytes, mut rest) = (Vec::new(), value.bytes());
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next(), rest.next()].map(|digit| char::from(digit.unwrap_or(b'0')));
                u8::from_str_radix(&digits.iter().collect::<String>(), 16).unwrap_or(b'?')
            }
            other => other,
        });
    }
    (name.to_owned(), String::from_utf8_lossy(&bytes).into_owned())
}

impl Shared {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn seconds(&self) -> i64 {
        self.clock.now().0 / Moment::SECOND
    }
}

async fn describe(State(shared): State<Shared>) -> Json<Value> {
    let at = |path: &str| format!("{}/{path}", shared.url);
    Json(json!({
        "issuer": shared.url,
        "authorization_endpoint": at("authorize"),
        "token_endpoint": at("token"),
        "jwks_uri": at("keys"),
        "userinfo_endpoint": at("card"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256", "ES256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
    }))
}

async fn keys(State(shared): State<Shared>) -> Json<Value> {
    let mut inside = shared.inside();
    inside.keys_asked += 1;
    let key = match &inside.elliptic {
        Some((key, number)) => {
            let public = elliptic(key).public_key().as_ref().to_vec();
            let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
            let (x, y) = (part(&public[1..33]), part(&public[33..]));
            json!({ "kty": "EC", "use": "sig", "alg": "ES256", "crv": "P-256", "kid": format!("ec{number}"), "x": x, "y": y })
        }
        None => {
            let public = PublicKeyComponents::<Vec<u8>>::from(rsa().public());
            let (n, e) = (URL_SAFE_NO_PAD.encode(public.n), URL_SAFE_NO_PAD.encode(public.e));
            json!({ "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "rsa", "n": n, "e": e })
        }
    };
    Json(json!({ "keys": [key] }))
}

fn rsa() -> RsaKeyPair {
    RsaKeyPair::from_pkcs8(RSA_KEY).expect("the key of the tests is a key")
}

fn elliptic(key: &[u8]) -> EcdsaKeyPair {
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, key, &SystemRandom::new()).expect("the key was made here")
}

fn refused(error: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": error }))).into_response()
}

async fn token(State(shared): State<Shared>, headers: HeaderMap, Form(asked): Form<HashMap<String, String>>) -> Response {
    let misdeed = shared.inside().misdeed;
    match misdeed {
        Misdeed::Fails => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Misdeed::Silent => std::future::pending().await,
        _ => {}
    }
    if !is_client(&headers) {
        return (StatusCode::UNAUTHORIZED, Json(json!({ "error": "invalid_client" }))).into_response();
    }
    let of = |name: &str| asked.get(name).map_or("", String::as_str);
    let Some(grant) = shared.inside().grants.remove(of("code")) else { return refused("invalid_grant") };
    let proven = URL_SAFE_NO_PAD.encode(secret::sha256(of("code_verifier").as_bytes())) == grant.challenge;
    if of("grant_type") != "authorization_code" || of("redirect_uri") != grant.redirect || !proven {
        return refused("invalid_grant");
    }
    let access = secret::token();
    shared.inside().cards.insert(access.clone(), grant.member.clone());
    let mut answer = json!({ "access_token": access, "token_type": "Bearer", "expires_in": 300 });
    if misdeed != Misdeed::NoToken {
        answer["id_token"] = json!(signed(&shared, misdeed, claims(&shared, misdeed, &grant)));
    }
    Json(answer).into_response()
}

/// Whether the request carries our id and secret (RFC 6749, section 2.3.1: both encoded as in a form).
fn is_client(headers: &HeaderMap) -> bool {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Basic ")).unwrap_or_default();
    let Some((id, password)) = STANDARD.decode(given).ok().and_then(|bytes| {
        let text = String::from_utf8(bytes).ok()?;
        text.split_once(':').map(|(id, password)| (id.to_owned(), password.to_owned()))
    }) else {
        return false;
    };
    decoded(("", &id)).1 == CLIENT_ID && decoded(("", &password)).1 == CLIENT_SECRET
}

fn claims(shared: &Shared, misdeed: Misdeed, grant: &Grant) -> Value {
    let (now, member) = (shared.seconds(), &grant.member);
    let mut claims = json!({
        "iss": shared.url, "aud": CLIENT_ID, "sub": member.subject, "nonce": grant.nonce, "iat": now, "exp": now + 300,
        "preferred_username": member.username, "email": member.email, "name": member.name, "groups": member.groups,
    });
    match misdeed {
        Misdeed::WrongNonce => claims["nonce"] = json!(secret::token()),
        Misdeed::WrongAudience => claims["aud"] = json!("another"),
        Misdeed::AnotherParty => claims["azp"] = json!("another"),
        Misdeed::Expired => claims["exp"] = json!(now - 120),
        Misdeed::Old => claims["iat"] = json!(now - 86_400),
        Misdeed::Early => claims["iat"] = json!(now + 300),
        Misdeed::WrongIssuer => claims["iss"] = json!("https://another.example"),
        Misdeed::GroupsOnCard | Misdeed::AnothersCard => drop(claims.as_object_mut().and_then(|claims| claims.remove("groups"))),
        _ => {}
    }
    claims
}

fn signed(shared: &Shared, misdeed: Misdeed, claims: Value) -> String {
    let part = |json: &Value| URL_SAFE_NO_PAD.encode(json.to_string());
    let elliptic_key = shared.inside().elliptic.clone();
    let (alg, kid) = match (&elliptic_key, misdeed) {
        (_, Misdeed::AlgNone) => ("none", "rsa".to_owned()),
        (_, Misdeed::SignedWithSecret) => ("HS256", "rsa".to_owned()),
        (_, Misdeed::UnknownKey) => ("RS256", "unknown".to_owned()),
        (Some((_, number)), _) => ("ES256", format!("ec{number}")),
        (None, _) => ("RS256", "rsa".to_owned()),
    };
    let body = format!("{}.{}", part(&json!({ "alg": alg, "kid": kid, "typ": "JWT" })), part(&claims));
    let signature = match (alg, &elliptic_key) {
        ("none", _) => Vec::new(),
        ("HS256", _) => {
            let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, CLIENT_SECRET.as_bytes());
            ring::hmac::sign(&key, body.as_bytes()).as_ref().to_vec()
        }
        ("ES256", Some((key, _))) => elliptic(key).sign(&SystemRandom::new(), body.as_bytes()).expect("a key signs").as_ref().to_vec(),
        _ => rsa_signature(body.as_bytes()),
    };
    let body = if misdeed == Misdeed::Changed { changed(&body, claims) } else { body };
    format!("{body}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn rsa_signature(body: &[u8]) -> Vec<u8> {
    let key = rsa();
    let mut signature = vec![0; key.public().modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), body, &mut signature).expect("a key signs");
    signature
}

fn changed(body: &str, mut claims: Value) -> String {
    claims["groups"] = json!(["hejnal-administrators"]);
    let head = body.split('.').next().unwrap_or_default();
    format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims.to_string()))
}

async fn card(State(shared): State<Shared>, headers: HeaderMap) -> Response {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer ")).unwrap_or_default();
    let inside = shared.inside();
    let Some(member) = inside.cards.get(given) else { return StatusCode::UNAUTHORIZED.into_response() };
    let subject = if inside.misdeed == Misdeed::AnothersCard { "subject-of-another" } else { &member.subject };
    let card = json!({ "sub": subject, "preferred_username": member.username, "name": member.name, "groups": member.groups });
    Json(card).into_response()
}
