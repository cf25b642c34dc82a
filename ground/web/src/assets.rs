//! Style sheets, scripts and images inside the binary, under addresses that change with their content.

use std::{collections::HashMap, io::Write, sync::Arc};

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base::{Error, secret};
use bytes::Bytes;

use crate::{App, PageFault, PageResult};

/// Both sheets of the look in one file: one request less on every first visit.
const LOOK: &str = concat!(include_str!("../assets/tokens.css"), include_str!("../assets/components.css"));
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A file to be served, embedded by `include_bytes!`.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Its name, such as `map.js`; the ending decides the type.
    pub name: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
}

/// All files, by the name in their address.
#[derive(Debug, Clone)]
pub struct Assets {
    urls: Arc<HashMap<&'static str, String>>,
    files: Arc<HashMap<String, File>>,
}

#[derive(Debug)]
struct File {
    kind: HeaderValue,
    tag: HeaderValue,
    bytes: Bytes,
    gzip: Option<Bytes>,
}

impl Assets {
    /// Web's own files and those of the capabilities, hashed and compressed once.
    pub fn new(more: &[Asset]) -> Self {
        let own = [
            Asset { name: "look.css", bytes: LOOK.as_bytes() },
            Asset { name: "icon.svg", bytes: include_bytes!("../assets/icon.svg") },
            Asset { name: "page.js", bytes: include_bytes!("../assets/page.js") },
            Asset { name: "live.js", bytes: include_bytes!("../assets/live.js") },
            Asset { name: "live-worker.js", bytes: include_bytes!("../assets/live-worker.js") },
        ];
        let (mut urls, mut files) = (HashMap::new(), HashMap::new());
        for asset in own.iter().chain(more) {
            let hash: String = secret::sha256(asset.bytes)[..6].iter().map(|byte| format!("{byte:02x}")).collect();
            let (stem, ending) = asset.name.rsplit_once('.').unwrap_or((asset.name, "bin"));
            let file = format!("{stem}-{hash}.{ending}");
            urls.insert(asset.name, format!("/assets/{file}"));
            files.insert(file, File::new(asset, ending, &hash));
        }
        Self { urls: Arc::new(urls), files: Arc::new(files) }
    }

    /// The address of a file.
    ///
    /// # Panics
    /// In debug builds, when there is no such file; a release gives an address that leads nowhere.
    pub fn url(&self, name: &str) -> &str {
        debug_assert!(self.urls.contains_key(name), "no asset {name}");
        self.urls.get(name).map_or("/assets/missing", String::as_str)
    }
}

impl File {
    fn new(asset: &Asset, ending: &str, hash: &str) -> Self {
        let gzip = (!matches!(ending, "png" | "jpg" | "webp" | "woff2" | "gz")).then(|| gzip(asset.bytes)).flatten();
        let tag = HeaderValue::try_from(format!("\"{hash}\"")).expect("hexadecimal digits are a header value");
        Self { kind: kind_of(ending), tag, bytes: Bytes::from_static(asset.bytes), gzip }
    }
}

fn kind_of(ending: &str) -> HeaderValue {
    HeaderValue::from_static(match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "json" | "geojson" => "application/json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    })
}

/// `bytes` in the gzip format at the best ratio: done once for each file.
fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), flate2::Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

/// Whether the browser takes gzip (RFC 9110 section 12.5.3; a weight of zero refuses it).
pub(crate) fn takes_gzip(headers: &HeaderMap) -> bool {
    let Some(accepted) = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()) else { return false };
    accepted.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("gzip") && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

/// `GET /assets/{file}`
pub(crate) async fn show(State(app): State<App>, Path(name): Path<String>, headers: HeaderMap) -> PageResult<Response> {
    let file = app.assets.files.get(&name).ok_or(PageFault::from(Error::NotFound))?;
    Ok(respond(file, &headers))
}

/// `GET /favicon.ico`, asked for by browsers on their own.
pub(crate) async fn icon(State(app): State<App>, headers: HeaderMap) -> PageResult<Response> {
    let name = app.assets.url("icon.svg").trim_start_matches("/assets/");
    let file = app.assets.files.get(name).ok_or(PageFault::from(Error::NotFound))?;
    let mut response = respond(file, &headers);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    Ok(response)
}

fn respond(file: &File, headers: &HeaderMap) -> Response {
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|tag| *tag == file.tag);
    let mut response = match (&file.gzip, known) {
        (_, true) => StatusCode::NOT_MODIFIED.into_response(),
        (Some(gzip), _) if takes_gzip(headers) => ([(header::CONTENT_ENCODING, "gzip")], gzip.clone()).into_response(),
        _ => file.bytes.clone().into_response(),
    };
    let dress = response.headers_mut();
    dress.insert(header::CONTENT_TYPE, file.kind.clone());
    dress.insert(header::CACHE_CONTROL, FOR_EVER);
    dress.insert(header::ETAG, file.tag.clone());
    dress.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}
