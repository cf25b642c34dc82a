//! Cookies: read by name, set with the `__Host-` prefix so that no neighbouring host can plant one (RFC 6265bis section 4.1.3.2).
//!
//! All are `Secure`: browsers also take them from `http://localhost` and `http://127.0.0.1`, and `serve` lets nobody else
//! in without HTTPS.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};
use base::{Error, Result};

/// Opens a session of the staff; its value is kept only as a digest.
pub const SESSION: &str = "__Host-session";
/// The language of the pages.
pub const LANGUAGE: &str = "__Host-language";
/// Light, dark or high contrast.
pub const LOOK: &str = "__Host-look";

/// The most bytes of a cookie's value; longer ones are not ours.
pub const MAX_VALUE: usize = 1024;

/// The value of the cookie, if the browser sent it.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    each(headers).find(|(key, value)| *key == name && value.len() <= MAX_VALUE).map(|(_, value)| value)
}

/// All cookies that the browser sent, in its order.
pub fn each(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let sent = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    sent.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='))
}

/// A `Set-Cookie` header that lasts until the browser is closed.
///
/// # Errors
/// [`Error::Internal`] when the value has letters that a cookie cannot carry.
pub fn set(name: &str, value: &str) -> Result<HeaderValue> {
    header_value(name, value, "")
}

/// A `Set-Cookie` header that lasts for `time`.
///
/// # Errors
/// [`Error::Internal`] when the value has letters that a cookie cannot carry.
pub fn set_for(name: &str, value: &str, time: Duration) -> Result<HeaderValue> {
    header_value(name, value, &format!("; Max-Age={}", time.as_secs()))
}

/// A `Set-Cookie` header that makes the browser forget the cookie.
///
/// # Errors
/// [`Error::Internal`] when the name has letters that a cookie cannot carry.
pub fn forget(name: &str) -> Result<HeaderValue> {
    header_value(name, "", "; Max-Age=0")
}

fn header_value(name: &str, value: &str, age: &str) -> Result<HeaderValue> {
    let fits = value.len() <= MAX_VALUE && value.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b',' | b';' | b'\\'));
    if !fits {
        return Err(Error::internal(format!("cookie {name}: a value that no cookie can carry")));
    }
    HeaderValue::try_from(format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{age}"))
        .map_err(|fault| Error::internal(format!("cookie {name}: {fault}")))
}
