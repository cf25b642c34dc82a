//! The operator's own basemap: one `.pmtiles` file (PMTiles version 3), of which browsers ask for ranges. It is read piece by
//! piece and never as a whole.

use std::{fs::File, io, ops::Range, os::unix::fs::FileExt, path::Path, sync::Arc, time::UNIX_EPOCH};

use base::{Error, Result};
use bytes::Bytes;
use futures_util::{Stream, stream};

/// What a file begins with: its name and the version.
const MAGIC: &[u8; 8] = b"PMTiles\x03";
/// Bytes of the header.
const HEADER: usize = 127;
/// Read and sent at a time, bytes.
const PIECE: u64 = 64 << 10;
/// Kinds of tiles: MVT, which our style can draw, and pictures.
const VECTOR: u8 = 1;
const LAST_PICTURE: u8 = 5;

/// A file that can be served.
#[derive(Debug, Clone)]
pub struct Basemap {
    file: Arc<File>,
    bytes: u64,
    tag: String,
    vector: bool,
}

/// What of a file was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it: no range, or several, or one that we do not understand (RFC 9110, 14.2).
    Whole,
    /// These bytes.
    Range(Range<u64>),
    /// Bytes that there are not.
    Beyond,
}

impl Basemap {
    /// Opens the file and looks at its header. It stays open: a file put in its place is served after the next start.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence for the operator.
    pub fn open(path: &Path) -> Result<Self> {
        let refused = |why: String| Error::Unavailable(format!("--basemap: {} {why}", path.display()));
        let unreadable = |fault: io::Error| refused(format!("cannot be read: {fault}"));
        let file = File::open(path).map_err(unreadable)?;
        let about = file.metadata().map_err(unreadable)?;
        let mut header = [0; HEADER];
        let read = if about.is_file() { file.read_exact_at(&mut header, 0) } else { Err(io::ErrorKind::InvalidInput.into()) };
        read.map_err(|_| refused("is no PMTiles file: it has no header".to_owned()))?;
        let sound = judged(&header, about.len()).map_err(|why| refused(why.to_owned()));
        let kind = sound?;
        let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).map_or(0, |since| since.as_nanos());
        let tag = format!("\"{:x}-{changed:x}\"", about.len());
        Ok(Self { file: Arc::new(file), bytes: about.len(), tag, vector: kind == VECTOR })
    }

    /// How large it is.
    pub(crate) fn len(&self) -> u64 {
        self.bytes
    }

    /// Its entity tag, with the quotes.
    pub(crate) fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether its tiles are vector tiles; else they are pictures.
    pub(crate) fn is_vector(&self) -> bool {
        self.vector
    }

    /// The bytes of the range, read while they are sent.
    pub(crate) fn read(&self, range: Range<u64>) -> impl Stream<Item = io::Result<Bytes>> + Send + use<> {
        let file = Arc::clone(&self.file);
        stream::try_unfold(range, move |range| {
            let file = Arc::clone(&file);
            async move {
                if range.is_empty() {
                    return Ok(None);
                }
                let end = range.end.min(range.start + PIECE);
                let piece = tokio::task::spawn_blocking(move || piece(&file, range.start..end)).await.map_err(io::Error::other)??;
                Ok(Some((piece, end..range.end)))
            }
        })
    }
}

fn piece(file: &File, range: Range<u64>) -> io::Result<Bytes> {
    let mut bytes = vec![0; usize::try_from(range.end - range.start).map_err(io::Error::other)?];
    file.read_exact_at(&mut bytes, range.start)?;
    Ok(Bytes::from(bytes))
}

/// The kind of tiles, when the header is that of a whole file (PMTiles specification, version 3, section 3).
fn judged(header: &[u8; HEADER], bytes: u64) -> std::result::Result<u8, &'static str> {
    if header[..7] != MAGIC[..7] {
        return Err("is no PMTiles file: it does not begin with \"PMTiles\"");
    }
    if header[7] != MAGIC[7] {
        return Err("is a PMTiles file of another version than 3: convert it with `pmtiles convert`");
    }
    let number = |at: usize| header[at..at + 8].iter().rev().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
    // Root directory, metadata, leaf directories, tiles: offset and length of each.
    for at in [8, 24, 40, 56] {
        if number(at).checked_add(number(at + 8)).is_none_or(|end| end > bytes) {
            return Err("is a PMTiles file that was cut short: copy it again");
        }
    }
    match header[99] {
        kind @ VECTOR..=LAST_PICTURE => Ok(kind),
        _ => Err("is a PMTiles file with tiles of a kind that we do not know"),
    }
}

/// What a `Range` header asks for of a file of so many bytes: one range of bytes (RFC 9110, 14.1.2).
pub(crate) fn parts(header: Option<&str>, bytes: u64) -> Part {
    let Some(spec) = header.and_then(|header| header.strip_prefix("bytes=")) else { return Part::Whole };
    let Some((first, last)) = spec.split_once('-') else { return Part::Whole };
    let number = |text: &str| if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse::<u64>().ok() } else { None };
    match (first, number(first), last, number(last)) {
        ("", _, _, Some(count)) if count > 0 && bytes > 0 => Part::Range(bytes.saturating_sub(count)..bytes),
        ("", _, _, Some(_)) => Part::Beyond,
        (_, Some(first), "", _) if first < bytes => Part::Range(first..bytes),
        (_, Some(first), _, Some(last)) if first > last => Part::Whole,
        (_, Some(first), _, Some(last)) if first < bytes => Part::Range(first..bytes.min(last.saturating_add(1))),
        (_, Some(_), "", _) | (_, Some(_), _, Some(_)) => Part::Beyond,
        _ => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_the_standard_says() {
        let check = |header: &str, wanted: Part| assert_eq!(parts(Some(header), 1000), wanted, "{header}");
        check("bytes=0-126", Part::Range(0..127));
        check("bytes=0-0", Part::Range(0..1));
        check("bytes=990-", Part::Range(990..1000));
        check("bytes=-10", Part::Range(990..1000));
        check("bytes=-2000", Part::Range(0..1000));
        check("bytes=500-5000", Part::Range(500..1000));
        check("bytes=0-18446744073709551615", Part::Range(0..1000));
        check("bytes=1000-", Part::Beyond);
        check("bytes=1000-1001", Part::Beyond);
        check("bytes=-0", Part::Beyond);
        for header in ["bytes=9-3", "bytes=0-1,4-5", "bytes=", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=+1-2", "bytes"] {
            check(header, Part::Whole);
        }
        assert_eq!(parts(None, 1000), Part::Whole);
    }
}
