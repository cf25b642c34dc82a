//! Settings: flags first, then environment, then one TOML file, then the defaults.

use std::{net::SocketAddr, path::PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use ipnet::IpNet;
use serde::{Deserialize, Serialize};
use staff::model::SingleSignOnSettings;

/// Where the database is: the same for every command.
#[derive(Debug, Clone, Default, Args, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Data folder: database, files, index, mail, keys [default: data]
    #[arg(long, env = "HEJNAL_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// PostgreSQL address; without it the database is a file in the data folder
    #[arg(long, env = "HEJNAL_DATABASE", value_name = "postgres://…", hide_env_values = true)]
    pub database: Option<String>,
    /// Connections to PostgreSQL [default: 8]
    #[arg(long, env = "HEJNAL_DATABASE_THREADS", value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub database_threads: Option<u16>,
}

/// How `serve` serves.
#[derive(Debug, Clone, Default, Args, Serialize, Deserialize)]
#[serde(default)]
pub struct Serve {
    #[command(flatten)]
    #[serde(flatten, skip_deserializing)]
    pub place: Place,
    /// Address and port to listen on [default: 127.0.0.1:8311]
    #[arg(long, env = "HEJNAL_LISTEN", value_name = "ADDRESS:PORT", value_parser = listen_address)]
    pub listen: Option<SocketAddr>,
    /// Folder of the city pack [default: cities/demo]
    #[arg(long, env = "HEJNAL_CITY", value_name = "DIR")]
    pub city: Option<PathBuf>,
    /// What this process does: web, worker [default: both]
    #[arg(long, env = "HEJNAL_ROLES", value_delimiter = ',', value_name = "ROLE,…")]
    pub roles: Vec<Role>,
    /// Further copies of the ledger of erasures, on other disks than the data folder
    #[arg(long, env = "HEJNAL_ERASURES", value_delimiter = ',', value_name = "FILE,…")]
    pub erasures: Vec<PathBuf>,
    /// A show with made-up accounts and a mailbox page; listens on loopback only
    #[arg(long, env = "HEJNAL_DEMO")]
    pub demo: bool,
    /// Where residents find the portal, such as https://kontakt.lipogrod.example [default: http://localhost:PORT]
    #[arg(long, env = "HEJNAL_PUBLIC_URL", value_name = "URL", value_parser = web_address)]
    pub public_url: Option<String>,
    /// Proxies whose X-Forwarded-For is believed
    #[arg(long, env = "HEJNAL_TRUSTED_PROXY", value_delimiter = ',', value_name = "CIDR,…", value_parser = network)]
    pub trusted_proxy: Vec<IpNet>,
    /// Certificate chain and private key in PEM; read again when they change
    #[arg(long, env = "HEJNAL_TLS", value_name = "CERT,KEY", value_delimiter = ',', num_args = 1)]
    pub tls: Vec<PathBuf>,
    /// Mail server: smtp://user:password@host:587 (STARTTLS) or smtps://…:465
    #[arg(long, env = "HEJNAL_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Basemap to lay under the city's own map: a PMTiles file, version 3
    #[arg(long, env = "HEJNAL_BASEMAP", value_name = "FILE.pmtiles")]
    pub basemap: Option<PathBuf>,
    /// For load tests only: no limits on requests of one address
    #[arg(long, env = "HEJNAL_NO_RATE_LIMITS", hide = true)]
    pub no_rate_limits: bool,
    /// The city's single sign-on; in the TOML file only.
    #[arg(skip)]
    pub single_sign_on: Option<SingleSignOnSettings>,
}

/// What a process does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Answers browsers and programs.
    Web,
    /// Does the work that follows from changes.
    Worker,
}

impl Place {
    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(|| "data".into())
    }

    /// Where the rows lie.
    pub fn database(&self) -> store::Database {
        match &self.database {
            Some(url) => store::Database::Postgres { url: url.clone(), threads: self.database_threads.map_or(8, usize::from) },
            None => store::Database::Sqlite,
        }
    }

    fn or(self, file: Self) -> Self {
        Self {
            data: self.data.or(file.data),
            database: self.database.or(file.database),
            database_threads: self.database_threads.or(file.database_threads),
        }
    }
}

impl Serve {
    /// These settings, and where they say nothing those of the TOML file.
    pub fn or(self, file: Self) -> Self {
        let list = |own: Vec<_>, other| if own.is_empty() { other } else { own };
        Self {
            place: self.place.or(file.place),
            listen: self.listen.or(file.listen),
            city: self.city.or(file.city),
            roles: if self.roles.is_empty() { file.roles } else { self.roles },
            erasures: list(self.erasures, file.erasures),
            demo: self.demo || file.demo,
            public_url: self.public_url.or(file.public_url),
            trusted_proxy: if self.trusted_proxy.is_empty() { file.trusted_proxy } else { self.trusted_proxy },
            tls: list(self.tls, file.tls),
            smtp: self.smtp.or(file.smtp),
            basemap: self.basemap.or(file.basemap),
            no_rate_limits: self.no_rate_limits || file.no_rate_limits,
            single_sign_on: self.single_sign_on.or(file.single_sign_on),
        }
    }

    /// Address and port to listen on.
    pub fn listen(&self) -> SocketAddr {
        self.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8311)))
    }

    /// Folder of the city pack.
    pub fn city(&self) -> PathBuf {
        self.city.clone().unwrap_or_else(|| "cities/demo".into())
    }

    /// Whether this process has the role; without any named it has all.
    pub fn has(&self, role: Role) -> bool {
        self.roles.is_empty() || self.roles.contains(&role)
    }

    /// Where residents find the portal.
    pub fn public_url(&self) -> String {
        let scheme = if self.tls.is_empty() { "http" } else { "https" };
        self.public_url
            .clone()
            .map_or_else(|| format!("{scheme}://localhost:{}", self.listen().port()), |url| url.trim_end_matches('/').to_owned())
    }

    /// Whether the settings can be together.
    ///
    /// # Errors
    /// A sentence that names the flag.
    pub fn check(&self) -> anyhow::Result<()> {
        if self.demo && !self.listen().ip().is_loopback() {
            bail!(
                "--demo has accounts that everybody knows, so it listens on this machine only: use --listen 127.0.0.1:8311, or leave --demo out"
            );
        }
        if self.tls.is_empty() && self.trusted_proxy.is_empty() && !self.listen().ip().is_loopback() {
            bail!(
                "{} can be reached by other machines, and nothing must travel there unprotected: give a certificate (--tls cert.pem,key.pem), \
                 or name the proxy that has one (--trusted-proxy 10.0.0.1/32), or listen on 127.0.0.1",
                self.listen()
            );
        }
        if !self.tls.is_empty() && self.tls.len() != 2 {
            bail!("--tls takes two files: the certificate chain and the private key, such as --tls cert.pem,key.pem");
        }
        for file in &self.tls {
            std::fs::File::open(file).with_context(|| format!("--tls: {} cannot be read", file.display()))?;
        }
        if let Some(Err(advice)) = self.public_url.as_deref().map(web_address) {
            bail!("--public-url: {advice}");
        }
        if let Some(Err(advice)) = self.single_sign_on.as_ref().map(SingleSignOnSettings::check) {
            bail!(advice);
        }
        if let Some(server) = &self.smtp {
            server.parse::<notices::Smtp>()?;
        }
        Ok(())
    }

    /// The settings in force as TOML, secrets masked.
    pub fn shown(&self) -> anyhow::Result<String> {
        let mut shown = self.clone();
        shown.place.data = Some(self.place.data());
        shown.place.database = self.place.database.as_deref().map(masked);
        shown.listen = Some(self.listen());
        shown.city = Some(self.city());
        shown.public_url = Some(self.public_url());
        shown.smtp = self.smtp.as_deref().map(masked);
        if shown.roles.is_empty() {
            shown.roles = vec![Role::Web, Role::Worker];
        }
        Ok(toml::to_string(&shown)?)
    }
}

fn listen_address(text: &str) -> Result<SocketAddr, &'static str> {
    text.parse().map_err(|_| "write an address and a port, such as 127.0.0.1:8311")
}

fn network(text: &str) -> Result<IpNet, &'static str> {
    text.parse().map_err(|_| "write a network such as 10.0.0.0/8, or one proxy such as 10.0.0.1/32")
}

/// Reads where residents find the portal. Without HTTPS browsers keep our cookies on their own machine only.
///
/// # Errors
/// How to write it.
pub fn web_address(text: &str) -> Result<String, &'static str> {
    let here = |host: &str| ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host == *name || host.starts_with(&format!("{name}:")));
    let fits = match text.trim_end_matches('/').split_once("://") {
        Some(("https", rest)) => !rest.is_empty(),
        Some(("http", rest)) => here(rest),
        _ => false,
    };
    if fits {
        Ok(text.to_owned())
    } else {
        Err("begin with https://, since http:// is for this machine only, such as http://localhost:8311")
    }
}

/// An address with its password, and any `password=` in it, replaced by stars; of what is no address only stars.
fn masked(url: &str) -> String {
    if !url.contains("://") {
        return "***".to_owned();
    }
    let masked = match url.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.rsplit_once('@')?))) {
        Some((scheme, (login, host))) => {
            let user = login.split(':').next().unwrap_or_default();
            let stars = if login.contains(':') { ":***" } else { "" };
            format!("{scheme}://{user}{stars}@{host}")
        }
        None => url.to_owned(),
    };
    let hide = |part: &str| if part.contains("password=") { "password=***".to_owned() } else { part.to_owned() };
    match masked.split_once('?') {
        Some((address, query)) => format!("{address}?{}", query.split('&').map(hide).collect::<Vec<_>>().join("&")),
        None => masked,
    }
}

/// Reads the TOML file of settings.
///
/// # Errors
/// A sentence with the file, the line and the reason.
pub fn file(path: Option<&PathBuf>) -> anyhow::Result<Serve> {
    let Some(path) = path else { return Ok(Serve::default()) };
    let text = std::fs::read_to_string(path).with_context(|| format!("--config: {} cannot be read", path.display()))?;
    parsed(&text).with_context(|| format!("settings in {}", path.display()))
}

/// The part of the file that no flag can say.
const SINGLE_SIGN_ON: &str = "single_sign_on";

fn parsed(text: &str) -> anyhow::Result<Serve> {
    let flags = Serve::augment_args(clap::Command::new("serve"));
    let given: toml::Table = toml::from_str(text)?;
    if let Some(unknown) =
        given.keys().filter(|key| *key != SINGLE_SIGN_ON).find(|key| flags.get_arguments().all(|flag| flag.get_id() != key.as_str()))
    {
        let names: Vec<&str> = flags.get_arguments().filter(|flag| !flag.is_hide_set()).map(|flag| flag.get_id().as_str()).collect();
        bail!("there is no setting `{unknown}`, but {}", names.join(", "));
    }
    // In two readings, since a flattened part would not know the line of its fault.
    Ok(Serve { place: toml::from_str(text)?, ..toml::from_str(text)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_go_before_the_file() {
        let file = parsed("data = '/srv/a'\nsmtp = 'smtp://x:1'\nroles = ['web']").unwrap();
        let flags = Serve { place: Place { data: Some("/srv/b".into()), ..Place::default() }, ..Serve::default() };
        let settings = flags.or(file);
        assert_eq!(
            (settings.place.data(), settings.smtp.as_deref(), settings.has(Role::Worker)),
            ("/srv/b".into(), Some("smtp://x:1"), false)
        );
    }

    #[test]
    fn an_unknown_setting_is_refused_by_name() {
        let error = parsed("listn = '127.0.0.1:1'").unwrap_err().to_string();
        assert!(error.contains("`listn`") && error.contains(" listen,"), "{error}");
    }

    #[test]
    fn the_single_sign_on_stands_in_the_file() {
        let text = "demo = true\n[single_sign_on]\nissuer = 'https://sso.example'\nclient_id = 'hejnal'\n[single_sign_on.groups]\nagents = ['agent']";
        let settings = Serve::default().or(parsed(text).unwrap());
        assert!(settings.check().is_ok());
        assert!(settings.shown().unwrap().contains("[single_sign_on.groups]"), "{}", settings.shown().unwrap());
        let fault = parsed(&text.replace("client_id", "client")).unwrap_err();
        assert!(format!("{fault:#}").contains("client"), "{fault:#}");
        assert!(parsed(&text.replace("https:", "http:")).unwrap().check().unwrap_err().to_string().contains("https://"));
    }

    #[test]
    fn secrets_are_masked() {
        for (url, shown) in [
            ("postgres://hejnal:tajne@db/city", "postgres://hejnal:***@db/city"),
            ("postgres://hejnal:ta:j@ne@db/city?sslmode=require", "postgres://hejnal:***@db/city?sslmode=require"),
            ("postgres:///city?user=a&password=tajne", "postgres:///city?user=a&password=***"),
            ("smtp://localhost:25", "smtp://localhost:25"),
            ("host=db user=hejnal password=tajne", "***"),
        ] {
            assert_eq!(masked(url), shown);
        }
    }

    #[test]
    fn a_demo_stays_on_this_machine() {
        let open = Serve { demo: true, listen: Some("0.0.0.0:8311".parse().unwrap()), ..Serve::default() };
        assert!(open.check().unwrap_err().to_string().contains("--listen 127.0.0.1"));
    }
}
