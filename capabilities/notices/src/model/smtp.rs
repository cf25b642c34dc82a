//! The mail server, as the operator names it: `smtps://user:password@mail.example`.

use std::{fmt, str::FromStr};

use base::{Error, Result};

/// A mail server that takes our mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smtp {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How we sign in there, if it asks for that.
    pub login: Option<Login>,
    /// How the connection is kept secret.
    pub tls: Tls,
}

/// A name and password at the mail server. Its debug form hides the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// The name.
    pub user: String,
    /// The password.
    pub password: String,
}

/// How the connection is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// TLS from the first byte (RFC 8314), port 465.
    Wrapped,
    /// STARTTLS before anything is said (RFC 3207), port 587; a server without it gets nothing.
    StartTls,
    /// In the open: only for a mail server on this machine.
    Off,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Login({}, …)", self.user)
    }
}

impl FromStr for Smtp {
    type Err = Error;

    /// Reads `smtps://…` (TLS from the first byte) or `smtp://…` (STARTTLS; in the open only when the host is this machine), with
    /// `user:password@` where the server asks for it; letters such as `@` and `:` in these are written as `%40` and `%3A`.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence for the operator; it never repeats the password.
    fn from_str(text: &str) -> Result<Self> {
        let unusable = || Error::Unavailable("--smtp must look like smtps://user:password@mail.example or smtp://localhost:25".into());
        let (scheme, rest) = text.split_once("://").ok_or_else(unusable)?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (login, server) = rest.rsplit_once('@').map_or((None, rest), |(login, server)| (Some(login), server));
        let (host, port) = split_port(server).ok_or_else(unusable)?;
        let (tls, usual_port) = match scheme {
            "smtps" => (Tls::Wrapped, 465),
            "smtp" if matches!(host, "localhost" | "127.0.0.1" | "::1") => (Tls::Off, 25),
            "smtp" => (Tls::StartTls, 587),
            _ => return Err(unusable()),
        };
        let login = login.map(|login| read_login(login).ok_or_else(unusable)).transpose()?;
        Ok(Self { host: host.to_owned(), port: port.unwrap_or(usual_port), login, tls })
    }
}

/// `mail.example:25`, `[::1]:25` or a host without a port.
fn split_port(server: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match server.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => server.split_at(server.find(':').unwrap_or(server.len())),
    };
    let port = if port.is_empty() { None } else { Some(port.strip_prefix(':')?.parse().ok()?) };
    let fits = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.:".contains(&b));
    fits.then_some((host, port))
}

fn read_login(login: &str) -> Option<Login> {
    let (user, password) = login.split_once(':')?;
    Some(Login { user: without_percents(user)?, password: without_percents(password)? })
}

/// Percent-encoded letters read back (RFC 3986 section 2.1).
fn without_percents(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        if *first == b'%' {
            let [high, low, others @ ..] = rest else { return None };
            let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            bytes.push(digit(*high)? << 4 | digit(*low)?);
            rest = others;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(host: &str, port: u16, tls: Tls) -> Option<Smtp> {
        Some(Smtp { host: host.into(), port, login: None, tls })
    }

    fn check(text: &str, expected: Option<Smtp>) {
        assert_eq!(text.parse::<Smtp>().ok(), expected, "{text}");
    }

    #[test]
    fn a_mail_server_is_named_in_one_line() {
        check("smtps://mail.example", server("mail.example", 465, Tls::Wrapped));
        check("smtps://mail.example:4465/", server("mail.example", 4465, Tls::Wrapped));
        check("smtp://mail.example", server("mail.example", 587, Tls::StartTls));
        check("smtp://localhost", server("localhost", 25, Tls::Off));
        check("smtp://[::1]:2525", server("::1", 2525, Tls::Off));
        let login = Some(Login { user: "miasto@x".into(), password: "a:bż".into() });
        check("smtp://miasto%40x:a%3Ab%C5%BC@mail.example", server("mail.example", 587, Tls::StartTls).map(|smtp| Smtp { login, ..smtp }));
        for unusable in [
            "mail.example",
            "smtp://",
            "http://mail.example",
            "smtp://user@mail.example",
            "smtp://mail.example:x",
            "smtp://a b",
            "smtps://user:100%@mail.example",
        ] {
            check(unusable, None);
        }
    }

    #[test]
    fn a_password_is_never_printed() {
        let smtp: Smtp = "smtps://miasto:tajne@mail.example".parse().unwrap();
        assert!(!format!("{smtp:?}").contains("tajne"));
        let refused = "smtq://miasto:tajne@mail.example".parse::<Smtp>().unwrap_err();
        assert!(!refused.to_string().contains("tajne"));
    }
}
