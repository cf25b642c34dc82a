//! What every handler is given: the database, the texts, the city, the hub, and how the city is served.

use std::{borrow::Cow, future::Future, ops::Deref, pin::Pin, sync::Arc, sync::atomic::AtomicBool, sync::atomic::Ordering};

use base::{City, Clock, Error, Language, Moment, Result, secret::Signer};
use ipnet::IpNet;
use jiff::tz::TimeZone;
use metrics_exporter_prometheus::PrometheusHandle;

use crate::{Assets, Hub, T, Texts, limit::Limiter};

/// The state of the router: `Router<App>`. A clone is one more pointer to the same parts.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What the binary puts together; handlers read it as `app.db`, `app.city` and so on.
pub struct Parts {
    /// The database.
    pub db: store::Db,
    /// Photos and other things too large for a row.
    pub files: files::Files,
    /// The wording of all capabilities.
    pub texts: Arc<Texts>,
    /// The city.
    pub city: Arc<City>,
    /// Live pages.
    pub hub: Hub,
    /// Signs links and form tokens.
    pub signer: Signer,
    /// Tells pages the present moment.
    pub clock: Arc<dyn Clock>,
    /// Style sheets, scripts and images, each under an address that changes with its content.
    pub assets: Assets,
    /// What `/health/ready` asks.
    pub readiness: Readiness,
    /// Rendered at `/metrics`, when the binary has installed the recorder ([`crate::install_metrics`]).
    pub metrics: Option<PrometheusHandle>,
    /// How the city is served.
    pub settings: Settings,
}

/// How the city is served, from the command line and the city pack.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where residents find the portal, such as `https://kontakt.lipogrod.example`, without a slash at the end.
    pub public_url: String,
    /// Whether browsers reach us over HTTPS, by our own TLS or that of a trusted proxy.
    pub https: bool,
    /// A show with made-up people; every page says so.
    pub demo: bool,
    /// Proxies whose `X-Forwarded-For` and `X-Request-Id` are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Networks besides this machine that may read `/metrics`.
    pub metrics_readers: Vec<IpNet>,
    /// Off in load tests only.
    pub rate_limits: bool,
    /// Beginnings of paths whose handlers ask for a key and never look at cookies: pages of other sites may call them.
    pub keyed_paths: Vec<String>,
    /// The main navigation of the portal.
    pub nav: Vec<Link>,
    /// Links at the foot: accessibility statement, privacy.
    pub foot: Vec<Link>,
    /// What is wrong or special with this installation, such as no mail server.
    pub banners: Vec<Banner>,
    /// Where the sign-out button of working pages posts to.
    pub sign_out_path: Option<String>,
    /// Where the name in the bar of working pages leads: the person's own account.
    pub account_path: Option<String>,
}

impl Default for Settings {
    /// A city on this machine only, with nothing in its navigation.
    fn default() -> Self {
        Self {
            public_url: "http://localhost:8311".into(),
            https: false,
            demo: false,
            trusted_proxies: Vec::new(),
            metrics_readers: Vec::new(),
            rate_limits: true,
            keyed_paths: Vec::new(),
            nav: Vec::new(),
            foot: Vec::new(),
            banners: Vec::new(),
            sign_out_path: None,
            account_path: None,
        }
    }
}

/// A link of a navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// A path of ours, or a whole address.
    pub href: Cow<'static, str>,
    /// The key of its words.
    pub key: Cow<'static, str>,
}

impl Link {
    /// A link to `href` whose words have the key `key`.
    pub fn new(href: impl Into<Cow<'static, str>>, key: impl Into<Cow<'static, str>>) -> Self {
        Self { href: href.into(), key: key.into() }
    }
}

/// A notice above the content: message `key` is its heading, `key`-text what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// The key of the heading.
    pub key: Cow<'static, str>,
    /// Who is told.
    pub audience: Audience,
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Residents and staff.
    Everyone,
    /// Working pages only.
    Staff,
}

/// Asks every part whether it can work.
pub type Readiness = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Vec<Check>> + Send>> + Send + Sync>;

/// What one part answers.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Check {
    /// The part: `database`, `index`, `disk`.
    pub name: &'static str,
    /// Whether it can work.
    pub good: bool,
    /// How it is, for the person who runs the city.
    pub sentence: String,
}

pub(crate) struct Inner {
    parts: Parts,
    pub(crate) zone: TimeZone,
    pub(crate) limiter: Arc<Limiter>,
    pub(crate) stopping: Arc<AtomicBool>,
}

impl App {
    /// Puts the city together.
    ///
    /// # Errors
    /// [`Error::Internal`] when the city's time zone is unknown.
    pub fn new(parts: Parts) -> Result<Self> {
        let limiter = Arc::new(Limiter::new(parts.settings.rate_limits));
        Self::with(parts, limiter, Arc::default())
    }

    /// The same door with other parts: who was limited stays so, and who stops the one stops both.
    ///
    /// # Errors
    /// As [`App::new`].
    pub fn renewed(&self, parts: Parts) -> Result<Self> {
        Self::with(parts, Arc::clone(&self.0.limiter), Arc::clone(&self.0.stopping))
    }

    fn with(parts: Parts, limiter: Arc<Limiter>, stopping: Arc<AtomicBool>) -> Result<Self> {
        let name = &parts.city.time_zone;
        let zone = TimeZone::get(name).map_err(|fault| Error::internal(format!("time_zone {name:?} in city.toml: {fault}")))?;
        Ok(Self(Arc::new(Inner { parts, zone, limiter, stopping })))
    }

    /// The texts in one language, with the city's time zone.
    pub fn t(&self, language: Language) -> T {
        T::new(&self.texts, language, &self.0.zone)
    }

    /// The city's time zone.
    pub fn zone(&self) -> &TimeZone {
        &self.0.zone
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// From now on `/health/ready` says no, so that the proxy sends nobody here any more.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::Relaxed);
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0.parts
    }
}
