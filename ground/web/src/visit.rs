//! What one request tells about its visitor, read once at the door; and [`Ctx`], by which handlers ask.

use std::{
    net::IpAddr,
    sync::Arc,
    sync::atomic::{AtomicU64, Ordering},
};

use axum::{
    extract::{FromRef, FromRequestParts},
    http::{HeaderMap, Uri, header, request},
    response::Response,
};
use base::{Error, Language, Moment, secret};

use crate::{
    App, Settings, T, assets, cookies, csrf,
    fault::{Face, Raised},
    limit::{Class, Limited},
    proxies::Origin,
};

/// The longest id of a request taken over from a proxy.
const MAX_REQUEST_ID: usize = 64;

/// The look that the visitor has chosen at the foot of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

impl Look {
    /// All of them, in the order of the page's foot.
    pub const ALL: [Look; 4] = [Look::System, Look::Light, Look::Dark, Look::Contrast];

    /// The word in the cookie and in the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.word() == word)
    }
}

/// What a request tells about its visitor.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The language of the pages: by cookie, else by the browser, else Polish.
    pub language: Language,
    /// The chosen look.
    pub look: Look,
    /// The client's address. Never logged.
    pub address: IpAddr,
    /// The id of the request, for the log and for the words "tell us this number".
    pub request_id: String,
    /// Path and query of the page.
    pub uri: Uri,
    /// SHA-256 of the session cookie, if the browser sent one. It may be stale or made up: staff decides.
    pub session: Option<[u8; 32]>,
    origin: Origin,
    pub(crate) gzip: bool,
    html: bool,
}

impl Visit {
    pub(crate) fn of(app: &App, headers: &HeaderMap, uri: &Uri, extensions: &axum::http::Extensions) -> Self {
        let (mut language, mut look, mut session) = (None, Look::System, None);
        for (name, value) in cookies::each(headers) {
            match name {
                cookies::LANGUAGE => language = Language::from_tag(value),
                cookies::LOOK => look = Look::from_word(value).unwrap_or_default(),
                cookies::SESSION if value.len() <= cookies::MAX_VALUE => session = Some(secret::sha256(value.as_bytes())),
                _ => {}
            }
        }
        let origin = Origin::of(headers, extensions, &app.settings.trusted_proxies);
        let offered = &app.city.languages;
        Self {
            language: language.filter(|wanted| offered.contains(wanted)).or_else(|| preferred(headers, offered)).unwrap_or_default(),
            look,
            address: origin.address,
            request_id: request_id(headers, origin.trusted_peer),
            uri: uri.clone(),
            session,
            origin,
            gzip: assets::takes_gzip(headers),
            html: headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains("text/html")),
        }
    }

    /// Whether the visitor asks for pages, as browsers do and programs do not.
    pub fn takes_html(&self) -> bool {
        self.html
    }

    /// A failure, told to a browser as a page and to a program as a problem document.
    pub fn refusal(&self, error: Error) -> Response {
        Raised::from_error(self.face(), error).into_response()
    }

    /// How a failure is told when no handler has chosen: as a page to those who ask for pages.
    pub(crate) fn face(&self) -> Face {
        if self.html { Face::Page } else { Face::Api }
    }

    /// Whether the request comes from this machine or a network named in the settings, and certainly so.
    pub(crate) fn inside(&self, settings: &Settings) -> bool {
        let near = self.address.is_loopback() || settings.metrics_readers.iter().any(|net| net.contains(&self.address));
        near && !self.origin.hidden
    }
}

/// The first language of `Accept-Language` that the city offers; browsers send them best first.
fn preferred(headers: &HeaderMap, offered: &[Language]) -> Option<Language> {
    let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let tags = accepted.split(',').filter_map(|range| range.split(';').next());
    tags.filter_map(|tag| Language::from_tag(tag.trim())).find(|language| offered.contains(language))
}

/// The proxy's id, if a trusted one gives it; otherwise a number of this process, counted on from a random start.
fn request_id(headers: &HeaderMap, trusted_peer: bool) -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    static START: std::sync::LazyLock<u32> = std::sync::LazyLock::new(|| u32::from_le_bytes(secret::random()));
    let given = headers.get("x-request-id").filter(|_| trusted_peer).and_then(|id| id.to_str().ok());
    let fits = |id: &&str| (8..=MAX_REQUEST_ID).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    given.filter(fits).map_or_else(|| format!("{:08x}-{:06x}", *START, NEXT.fetch_add(1, Ordering::Relaxed)), ToOwned::to_owned)
}

/// One visit with the city around it: the first argument of every handler of pages.
#[derive(Clone)]
pub struct Ctx {
    /// The city.
    pub app: App,
    /// The visitor.
    pub visit: Arc<Visit>,
    /// The texts in the visitor's language.
    pub t: T,
}

impl Ctx {
    /// For a visit that the door has looked at.
    pub(crate) fn new(app: App, visit: Arc<Visit>) -> Self {
        let t = app.t(visit.language);
        Self { app, visit, t }
    }

    /// The visitor's language.
    pub fn language(&self) -> Language {
        self.visit.language
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        self.app.now()
    }

    /// Counts this request in `class` for the client's address.
    ///
    /// # Errors
    /// [`Limited`] (429) when there were too many; `?` makes it a page or a problem.
    pub fn allow(&self, class: &'static Class) -> Result<(), Limited> {
        self.app.inner().limiter.take_address(class, self.visit.address)
    }

    /// Counts this request in `class` for an account, a phone number or another name, whatever the address.
    ///
    /// # Errors
    /// [`Limited`] (429) when there were too many.
    pub fn allow_for(&self, class: &'static Class, name: &str) -> Result<(), Limited> {
        self.app.inner().limiter.take_name(class, name)
    }

    /// The token that forms of this session carry; empty without a session.
    pub fn form_token(&self) -> String {
        self.visit.session.map(|session| csrf::token(&self.app.signer, &session)).unwrap_or_default()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ctx
where
    App: FromRef<S>,
{
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut request::Parts, state: &S) -> Result<Self, Self::Rejection> {
        let app = App::from_ref(state);
        let visit = match parts.extensions.get::<Arc<Visit>>() {
            Some(visit) => Arc::clone(visit),
            None => Arc::new(Visit::of(&app, &parts.headers, &parts.uri, &parts.extensions)),
        };
        Ok(Self::new(app, visit))
    }
}
