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
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(same_site(&back.back))).into_response())
}

/// `GET /look/{word}?back=/report`
pub(crate) async fn look(Path(word): Path<String>, Query(back): Query<Back>) -> PageResult<Response> {
    let cookie = match Look::from_word(&word).ok_or(Error::NotFound)? {
        Look::System => cookies::forget(cookies::LOOK)?,
        look => cookies::set_for(cookies::LOOK, look.word(), KEPT)?,
    };
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(same_site(&back.back))).into_response())
}

/// A path of ours, or the front page: never `//host` or `/\host`, which browsers read as another site.
pub(crate) fn same_site(path: &str) -> &str {
    let inside = path.starts_with('/') && !path[1..].starts_with(['/', '\\']);
    let plain = path.len() <= MAX_BACK && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if inside && plain { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::same_site;

    #[test]
    fn only_paths_of_ours_are_gone_back_to() {
        for (path, expected) in [
            ("/report?lat=1&lng=2", "/report?lat=1&lng=2"),
            ("", "/"),
            ("https://evil.example/", "/"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("/a\\..\\b", "/"),
            ("/a\r\nset-cookie: x", "/"),
            ("/\t/evil.example", "/"),
        ] {
            assert_eq!(same_site(path), expected, "{path}");
        }
    }
}
