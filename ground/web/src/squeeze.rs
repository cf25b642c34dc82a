//! Compresses pages on their way out: gzip (RFC 1952) at the quickest level, with one compressor kept for each thread,
//! since making its tables anew costs more than most pages do.

use std::cell::RefCell;

use axum::{
    body::{Body, HttpBody},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use flate2::{Compress, Compression, Crc, FlushCompress, Status};

/// Smaller answers are sent as they are.
const MIN_BYTES: u64 = 1024;
/// Larger ones too: they would hold a thread for too long.
const MAX_BYTES: u64 = 4 * 1024 * 1024;
/// No name, no time, quickest level, unknown system.
const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 255];

thread_local! {
    static COMPRESSOR: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
}

/// Compresses a text that lies in memory as a whole; streams, pictures and what is compressed already pass.
pub(crate) async fn squeezed(response: Response) -> Response {
    let headers = response.headers();
    let text = headers.get(header::CONTENT_TYPE).is_some_and(|kind| is_text(kind.as_bytes()));
    let fits = response.body().size_hint().exact().is_some_and(|bytes| (MIN_BYTES..=MAX_BYTES).contains(&bytes));
    if !text || !fits || headers.contains_key(header::CONTENT_ENCODING) || headers.contains_key(header::CONTENT_RANGE) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Some(small) = gzip(&bytes) else {
        return Response::from_parts(parts, Body::from(bytes));
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    Response::from_parts(parts, Body::from(small))
}

fn is_text(kind: &[u8]) -> bool {
    let known = [
        &b"text/"[..],
        b"application/json",
        b"application/problem+json",
        b"application/geo+json",
        b"application/xml",
        b"application/vnd.mapbox-vector-tile",
        b"image/svg+xml",
    ];
    known.iter().any(|start| kind.starts_with(start)) && !kind.starts_with(b"text/event-stream")
}

/// `None` where it fails or does not get smaller; then the text is sent as it is.
fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut small = Vec::with_capacity(bytes.len());
    small.extend_from_slice(&HEAD);
    let status = COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        compressor.compress_vec(bytes, &mut small, FlushCompress::Finish)
    });
    if !matches!(status, Ok(Status::StreamEnd)) {
        return None;
    }
    let mut crc = Crc::new();
    crc.update(bytes);
    small.extend_from_slice(&crc.sum().to_le_bytes());
    small.extend_from_slice(&crc.amount().to_le_bytes());
    Some(small)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_was_compressed_is_read_back() {
        for round in 0..3 {
            let text = format!("<p>Latarnia nie świeci, {round}.</p>").repeat(100 * (round + 1));
            let small = gzip(text.as_bytes()).unwrap();
            assert!(small.len() * 5 < text.len());
            let mut back = String::new();
            flate2::read::GzDecoder::new(&small[..]).read_to_string(&mut back).unwrap();
            assert_eq!(back, text);
        }
    }

    #[test]
    fn what_gets_no_smaller_is_left_alone() {
        let noise: Vec<u8> = (0..64).flat_map(|_| base::secret::random::<32>()).collect();
        assert!(gzip(&noise).is_none());
    }
}
