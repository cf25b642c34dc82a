//! The mail server as a form names it.

use base::{Error, FieldFault, Result};
use notices::{Login, Smtp, Tls};
use serde::{Deserialize, Serialize};

/// The mail server, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailServer {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// `tls`, `starttls`, or `off` on this machine.
    pub security: String,
    /// The name by which we sign in there; empty when it asks for none.
    pub user: String,
    /// The password, sealed.
    pub password: Option<String>,
    /// From whom letters come; empty for the city's contact address.
    pub sender: String,
}

/// What a form says of the mail server; `password` is empty when it stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    /// All but the password.
    pub server: MailServer,
    /// A new password; it is never shown, and its debug form stays within this program.
    pub password: Option<String>,
}

impl NewMail {
    /// Reads the fields of a form by name; `before` is what is kept.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field to mend.
    pub fn parse(field: impl Fn(&'static str) -> String, before: Option<&MailServer>) -> Result<Self> {
        let mut faults = Vec::new();
        let mut fault = |field, message| faults.push(FieldFault { field, message });
        let (host, security) = (field("host").trim().to_ascii_lowercase(), field("security"));
        if host.is_empty() || host.len() > 253 || !host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte)) {
            fault("host", "upkeep-mail-host-invalid");
        }
        let port = field("port").trim().parse().ok().filter(|port| *port > 0).unwrap_or(0);
        if port == 0 {
            fault("port", "upkeep-mail-port-invalid");
        }
        match security.as_str() {
            "tls" | "starttls" => {}
            "off" if matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1") => {}
            "off" => fault("security", "upkeep-mail-open"),
            _ => fault("security", "upkeep-mail-security-invalid"),
        }
        let (user, password) = (field("user").trim().to_owned(), Some(field("password")).filter(|password| !password.is_empty()));
        // The kept password goes to the server and name that it was given for, and to no other.
        let kept = before.filter(|before| before.host == host && before.user == user).and_then(|before| before.password.clone());
        if !user.is_empty() && password.is_none() && kept.is_none() {
            fault("password", "upkeep-mail-password-missing");
        }
        let sender = field("sender").trim().to_owned();
        if !sender.is_empty() && sender.parse::<base::Email>().is_err() {
            fault("sender", "upkeep-mail-sender-invalid");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        Ok(Self { password, server: MailServer { host, port, security, password: kept.filter(|_| !user.is_empty()), user, sender } })
    }
}

impl MailServer {
    /// The server with its opened password.
    pub fn smtp(&self, password: Option<String>) -> Smtp {
        let tls = match self.security.as_str() {
            "tls" => Tls::Wrapped,
            "off" => Tls::Off,
            _ => Tls::StartTls,
        };
        let login = password.filter(|_| !self.user.is_empty()).map(|password| Login { user: self.user.clone(), password });
        Smtp { host: self.host.clone(), port: self.port, login, tls }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(fields: &[(&str, &str)], before: Option<&MailServer>) -> std::result::Result<NewMail, Vec<&'static str>> {
        let usual = [("host", "mail.example"), ("port", "587"), ("security", "starttls")];
        let field = |name: &'static str| {
            let given = fields.iter().chain(&usual).find(|(field, _)| *field == name);
            given.map(|(_, value)| (*value).to_owned()).unwrap_or_default()
        };
        NewMail::parse(field, before).map_err(|error| match error {
            Error::Invalid(faults) => faults.iter().map(|fault| fault.field).collect(),
            other => panic!("{other}"),
        })
    }

    #[test]
    fn a_mail_server_is_checked_field_by_field() {
        assert!(parsed(&[], None).is_ok());
        assert_eq!(parsed(&[("host", "a b"), ("port", "x"), ("sender", "nobody")], None).unwrap_err(), ["host", "port", "sender"]);
        assert_eq!(parsed(&[("security", "off")], None).unwrap_err(), ["security"]);
        assert!(parsed(&[("security", "off"), ("host", "localhost")], None).is_ok());
        assert_eq!(parsed(&[("user", "city")], None).unwrap_err(), ["password"]);
    }

    #[test]
    fn a_kept_password_goes_to_its_own_server_only() {
        let before = parsed(&[("user", "city"), ("password", "tajne")], None).unwrap().server;
        let before = MailServer { password: Some("sealed".into()), ..before };
        assert_eq!(parsed(&[("user", "city")], Some(&before)).unwrap().server.password.as_deref(), Some("sealed"));
        assert_eq!(parsed(&[("user", "city"), ("host", "other.example")], Some(&before)).unwrap_err(), ["password"]);
        assert_eq!(parsed(&[("user", "other")], Some(&before)).unwrap_err(), ["password"]);
        assert_eq!(parsed(&[("user", "")], Some(&before)).unwrap().server.password, None);
    }
}
