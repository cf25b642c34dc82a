//! Parts of the city that only the binary knows: the map, the certificate, the accessibility statement.

use std::path::{Path, PathBuf};

use base::{Error, Live, Moment};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use portal::statements::Accessibility;
use rustls::pki_types::{CertificateDer, pem::PemObject as _};
use store::{Db, Folder};
use upkeep::{Row, Said};
use web::Check;

/// Days before its end at which a certificate is told of.
const SOON_DAYS: i64 = 21;

/// What these parts are asked by.
pub struct Parts {
    /// What of the pack and the pages does not go together.
    pub astray: Live<Vec<String>>,
    /// Whether the index holds what the city says of itself now.
    pub index: Box<dyn Fn() -> bool + Send + Sync>,
    /// The accessibility statement, if the pack has one.
    pub statement: Option<Accessibility>,
    /// The certificate chain, if the program serves TLS.
    pub tls: Option<PathBuf>,
    /// The city's time zone.
    pub zone: TimeZone,
}

/// How these parts fare at `now`.
pub fn of(parts: &Parts, now: Moment) -> Vec<Row> {
    let index = if (parts.index)() { Row::good("index", "ok") } else { Row::warn("index", "stale") };
    let map = if portal::map_is_built().is_ok() { Row::good("map", "ok") } else { Row::warn("map", "missing") };
    let today = Timestamp::from_microsecond(now.0).unwrap_or_default().to_zoned(parts.zone.clone()).date();
    let statement = parts.statement.as_ref().map(|statement| match statement.review_is_overdue(today) {
        true => Row::warn("statement", "overdue"),
        false => Row::good("statement", "ok"),
    });
    let settings = settings(&parts.astray.get());
    [Some(settings), Some(index), Some(map), parts.tls.as_deref().map(|path| certificate(path, now)), statement]
        .into_iter()
        .flatten()
        .collect()
}

/// The most faults that one line tells.
const TOLD: usize = 5;

fn settings(astray: &[String]) -> Row {
    match astray {
        [] => Row::good("settings", "ok"),
        faults => Row::bad("settings", "astray").with("what", Said::Text(faults[..faults.len().min(TOLD)].join("; "))),
    }
}

fn certificate(path: &Path, now: Moment) -> Row {
    let first = CertificateDer::pem_file_iter(path).ok().and_then(|mut chain| chain.next()?.ok());
    let Some(end) = first.and_then(|first| end_of(&first)) else { return Row::warn("certificate", "unknown") };
    let row = match end.seconds_since(now) {
        ..=0 => Row::bad("certificate", "ended"),
        seconds if seconds < SOON_DAYS * 24 * 3_600 => Row::warn("certificate", "ends"),
        _ => Row::good("certificate", "ok"),
    };
    row.with("when", Said::At(end))
}

/// `notAfter` of an X.509 certificate (RFC 5280, section 4.1): in the certificate's first part, after version, serial number,
/// algorithm and issuer, the second value of `validity`.
fn end_of(der: &[u8]) -> Option<Moment> {
    let (_, certificate, _) = element(der)?;
    let (_, mut rest, _) = element(certificate)?;
    // The version is left out in certificates of the first version.
    if rest.first() == Some(&0xA0) {
        rest = element(rest)?.2;
    }
    for _ in 0..3 {
        rest = element(rest)?.2;
    }
    let (_, validity, _) = element(rest)?;
    let (tag, end, _) = element(element(validity)?.2)?;
    let text = std::str::from_utf8(end).ok()?;
    // UTCTime has two digits of the year, GeneralizedTime four (section 4.1.2.5).
    let text = match tag {
        0x17 if text.as_bytes().first()? < &b'5' => format!("20{text}"),
        0x17 => format!("19{text}"),
        _ => text.to_owned(),
    };
    let civil = DateTime::strptime("%Y%m%d%H%M%SZ", &text).ok()?;
    Some(Moment(civil.to_zoned(TimeZone::UTC).ok()?.timestamp().as_microsecond()))
}

/// Tag, content and rest of the DER element at the start of `bytes`.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let [tag, first, rest @ ..] = bytes else { return None };
    let (length, rest) = match *first {
        short @ 0..0x80 => (usize::from(short), rest),
        long => {
            let digits = usize::from(long & 0x7F);
            let (head, rest) = rest.split_at_checked(digits).filter(|_| (1..=4).contains(&digits))?;
            (head.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), rest)
        }
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((*tag, content, rest))
}

/// What `/health/ready` asks.
pub fn readiness(db: Db, folder: Folder, astray: Live<Vec<String>>) -> web::Readiness {
    Box::new(move || {
        let (db, folder, astray) = (db.clone(), folder.clone(), astray.get());
        Box::pin(async move {
            let asked = db.read(store::journal::last_position).await;
            let sentence = match &asked {
                Ok(_) => "The database answers.".to_owned(),
                Err(Error::Busy(_)) => "The database has more work than it can take; wait a moment.".to_owned(),
                Err(error) => error.to_string(),
            };
            // Without the map the city still works: its list is the map's equal.
            let map = Check { name: "map", good: true, sentence: portal::map_is_built().unwrap_or_else(|why| why).to_owned() };
            // A full disk is told and mended; pages that only show go on meanwhile.
            let room = upkeep::health::disk(folder.path());
            let sentence_of_disk = format!("Room where the data folder lies: {}.", room.code);
            let disk = Check { name: "disk", good: true, sentence: sentence_of_disk };
            // As far as pack and pages go together, the city is open; the rest is mended on its pages.
            let faults = if astray.is_empty() { "Pack and pages go together.".to_owned() } else { astray.join("; ") };
            let settings = Check { name: "settings", good: true, sentence: faults };
            vec![Check { name: "database", good: asked.is_ok(), sentence }, disk, map, settings]
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_tells_when_it_ends() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ground/web/tests/tls/one.cert.pem");
        let row = certificate(&path, Moment(0));
        assert_eq!((row.part, row.code), ("certificate", "ok"), "{row:?}");
        let Some((_, Said::At(end))) = row.said.first() else { panic!("{row:?}") };
        assert_eq!(certificate(&path, *end).code, "ended");
        assert_eq!(certificate(&path, end.plus_seconds(-3_600)).code, "ends");
        assert_eq!(certificate(Path::new("/nowhere"), *end).code, "unknown");
        assert_eq!(end_of(b"nonsense"), None);
    }
}
