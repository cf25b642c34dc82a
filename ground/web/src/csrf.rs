//! No other site may make a visitor's browser act here: the browser's own word about the request, and a token in the
//! forms of signed-in people.

use axum::http::{HeaderMap, Method, header};
use base::{Result, secret::Signer};

use crate::Settings;

/// The name of the hidden field that carries the token.
pub const FIELD: &str = "_token";
const PURPOSE: &str = "form";

/// The token of a session's forms, from the SHA-256 of its cookie.
pub fn token(signer: &Signer, session: &[u8; 32]) -> String {
    signer.sign(PURPOSE, &hex(session))
}

/// Whether the token is the session's own; compared in constant time.
///
/// # Errors
/// [`base::Error::NotFound`] when it is not.
pub fn check(signer: &Signer, session: &[u8; 32], token: &str) -> Result<()> {
    signer.check(PURPOSE, &hex(session), token)
}

fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)])).collect()
}

/// Whether a change was asked for by a page of another site. Requests without any word of a browser (programs, apps) pass:
/// they carry no cookie that they were not given.
pub(crate) fn cross_site(settings: &Settings, method: &Method, path: &str, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
        || settings.keyed_paths.iter().any(|start| path.starts_with(start.as_str()))
    {
        return false;
    }
    if let Some(site) = headers.get("sec-fetch-site") {
        return site != "same-origin" && site != "none";
    }
    let Some(origin) = headers.get(header::ORIGIN) else { return false };
    let host = headers.get(header::HOST).map_or(&b""[..], |host| host.as_bytes());
    let authority =
        origin.as_bytes().strip_prefix(b"https://").or_else(|| origin.as_bytes().strip_prefix(b"http://").filter(|_| !settings.https));
    origin.as_bytes() != settings.public_url.as_bytes() && (authority != Some(host) || host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(method: Method, path: &str, headers: &[(&'static str, &str)], refused: bool) {
        let settings = Settings {
            public_url: "https://kontakt.example".into(),
            https: true,
            keyed_paths: vec!["/open311/".into()],
            ..Settings::default()
        };
        let headers: HeaderMap = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect::<HeaderMap>();
        assert_eq!(cross_site(&settings, &method, path, &headers), refused, "{method} {path} {headers:?}");
    }

    #[test]
    fn only_changes_asked_for_by_other_sites_are_refused() {
        check(Method::GET, "/report", &[("sec-fetch-site", "cross-site")], false);
        check(Method::POST, "/report", &[("sec-fetch-site", "same-origin")], false);
        check(Method::POST, "/report", &[("sec-fetch-site", "none")], false);
        check(Method::POST, "/report", &[("sec-fetch-site", "same-site")], true);
        check(Method::POST, "/report", &[("sec-fetch-site", "cross-site")], true);
        check(Method::PUT, "/report", &[("sec-fetch-site", "cross-site")], true);
        check(Method::POST, "/open311/requests.json", &[("sec-fetch-site", "cross-site")], false);
        check(Method::POST, "/report", &[], false);
    }

    #[test]
    fn older_browsers_are_judged_by_origin() {
        check(Method::POST, "/report", &[("origin", "https://kontakt.example"), ("host", "10.0.0.3:8311")], false);
        check(Method::POST, "/report", &[("origin", "https://other.example"), ("host", "other.example")], false);
        check(Method::POST, "/report", &[("origin", "http://other.example"), ("host", "other.example")], true);
        check(Method::POST, "/report", &[("origin", "https://evil.example"), ("host", "kontakt.example")], true);
        check(Method::POST, "/report", &[("origin", "null"), ("host", "kontakt.example")], true);
        check(Method::POST, "/report", &[("origin", "https://"), ("host", "")], true);
    }

    #[test]
    fn a_token_belongs_to_one_session() {
        let signer = Signer::new(&[1; 32]);
        let mine = token(&signer, &[2; 32]);
        assert!(super::check(&signer, &[2; 32], &mine).is_ok());
        assert!(super::check(&signer, &[3; 32], &mine).is_err());
        assert!(super::check(&signer, &[2; 32], "").is_err());
    }
}
