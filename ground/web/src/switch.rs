//! Language and look: a link sets a cookie and leads back to the same page, without JavaScript.

use std::time::Duration;

use axum::{
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Language};

use crate::{App, Look, PageResult, cookies};

/// How long a choice is remembered.
const KEPT: Duration = Duration::from_secs(365 * 24 * 3600);
/// The longest way back.
const MAX_BACK: usize = 2000;

#[derive(serde::Deserialize)]
pub(crate) struct Back {
    #[serde(default)]
    back: String,
}

/// `GET /language/{tag}?back=/report`
pub(crate) async fn language(State(app): State<App>, Path(tag): Path<String>, Query(back): Query<Back>) -> PageResult<Response> {
    let language = Language::from_tag(&tag).filter(|language| app.city.languages.contains(language)).ok_or(Error::NotFound)?;
    let cookie = cookies::set_for(cookies::LANGUAGE, language.tag(), KEPT)?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(same_site(&back.back).unwrap_or("/"))).into_response())
}

/// `GET /look/{word}?back=/report`
pub(crate) async fn look(Path(word): Path<String>, Query(back): Query<Back>) -> PageResult<Response> {
    let cookie = match Look::from_word(&word).ok_or(Error::NotFound)? {
        Look::System => cookies::forget(cookies::LOOK)?,
        look => cookies::set_for(cookies::LOOK, look.word(), KEPT)?,
    };
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(same_site(&back.back).unwrap_or("/"))).into_response())
}

/// The path if it is one of ours: never `//host` or `/\host`, which browsers read as another site.
pub fn same_site(path: &str) -> Option<&str> {
    let inside = path.starts_with('/') && !path[1..].starts_with(['/', '\\']);
    let plain = path.len() <= MAX_BACK && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    (inside && plain).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::{MAX_BACK, same_site};

    #[test]
    fn only_paths_of_ours_are_gone_back_to() {
        for (path, ours) in [
            ("/report?lat=1&lng=2", true),
            ("/", true),
            ("", false),
            ("https://evil.example/", false),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("/a\\..\\b", false),
            ("/a\r\nset-cookie: x", false),
            ("/\t/evil.example", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(same_site(path), ours.then_some(path), "{path:?}");
        }
        assert!(same_site(&format!("/{}", "a".repeat(MAX_BACK))).is_none());
    }
}
