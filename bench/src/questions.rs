//! What is asked of the city, and what a right answer is.

use std::{fmt::Write as _, path::Path};

use anyhow::{Context as _, Result, bail};
use uuid::Uuid;

use crate::client::Answer;

/// Services of the demo city that ask no question about danger.
const SERVICES: [&str; 5] = ["dziura", "sygnalizacja", "trawnik", "plac-zabaw", "kosz"];
/// Houses of the demo city that reports are about.
const MAX_PLACES: usize = 5_000;
/// Spreads numbers over a list as if at random (Knuth's multiplicative hashing).
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
/// What a browser says with every request.
const BROWSER: &str =
    "host: localhost\r\nuser-agent: hejnal-bench\r\naccept: text/html\r\naccept-language: pl\r\nsec-fetch-site: same-origin\r\n";

/// A kind of request.
pub enum Question {
    /// `GET /health/live`: the door and nothing behind it.
    Live,
    /// `GET /health/ready`
    Ready,
    /// `GET /metrics`; its text is kept.
    Metrics,
    /// `POST /report`, the whole form in one post; the address of the report's page is kept.
    Report {
        /// Keys of houses.
        places: Vec<String>,
        /// Whether an answer by e-mail is wished for.
        by_email: bool,
    },
    /// `GET /reports/{number}?key=…`, at random among these.
    Page {
        /// Addresses that reports gave.
        paths: Vec<String>,
        /// Whether it is to come compressed, as browsers ask for it.
        gzip: bool,
    },
}

impl Question {
    /// Reports about houses of a city pack.
    ///
    /// # Errors
    /// When the pack has none.
    pub fn report(city: &Path, by_email: bool) -> Result<Self> {
        let path = city.join("addresses.csv");
        let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let mut houses = text.lines().skip(1).filter_map(|line| {
            let mut fields = line.split(',');
            Some(format!("{}/{}", fields.next()?, fields.next()?))
        });
        let places: Vec<String> = houses.by_ref().take(MAX_PLACES).collect();
        if places.is_empty() {
            bail!("{} names no house", path.display());
        }
        Ok(Self::Report { places, by_email })
    }

    /// Writes request number `number`.
    pub fn write(&self, number: u64, request: &mut Vec<u8>) {
        let text = match self {
            Self::Live => get("/health/live", ""),
            Self::Ready => get("/health/ready", ""),
            Self::Metrics => get("/metrics", ""),
            Self::Page { paths, gzip } => get(pick(paths, number), if *gzip { "accept-encoding: gzip\r\n" } else { "" }),
            Self::Report { places, by_email } => {
                let form = form(number, pick(places, number), *by_email);
                let length = form.len();
                format!(
                    "POST /report HTTP/1.1\r\n{BROWSER}content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{form}"
                )
            }
        };
        request.extend_from_slice(text.as_bytes());
    }

    /// Looks whether the answer to request number `number` is right; says what is to be kept of it.
    ///
    /// # Errors
    /// What was answered instead.
    pub fn check(&self, number: u64, answer: &Answer<'_>) -> Result<Option<String>> {
        let right = match self {
            Self::Live => answer.status == 200 && answer.body == b"live\n",
            Self::Ready => answer.status == 200,
            Self::Metrics => answer.status == 200 && answer.text().contains("http_requests_total"),
            Self::Report { .. } => answer.status == 303 && answer.header("location").is_some_and(|path| path.starts_with("/reports/")),
            Self::Page { gzip: true, .. } => answer.status == 200 && answer.header("content-encoding") == Some("gzip"),
            Self::Page { paths, .. } => answer.status == 200 && answer.text().contains(number_in(pick(paths, number))),
        };
        if !right {
            let text: String = answer.text().chars().take(2_000).collect();
            bail!("not the answer expected: status {}, location {:?}\n{text}", answer.status, answer.header("location"));
        }
        Ok(match self {
            Self::Report { .. } => answer.header("location").map(str::to_owned),
            Self::Metrics => Some(answer.text().to_owned()),
            _ => None,
        })
    }
}

fn pick(list: &[String], number: u64) -> &str {
    let place = (number.wrapping_mul(SPREAD) >> 33) as usize;
    &list[place % list.len()]
}

/// `4821-907-5` in `/reports/4821-907-5?key=…`
fn number_in(path: &str) -> &str {
    let number = path.strip_prefix("/reports/").unwrap_or(path);
    number.split('?').next().unwrap_or(number)
}

fn get(path: &str, more: &str) -> String {
    format!("GET {path} HTTP/1.1\r\n{BROWSER}{more}\r\n")
}

/// A form as a resident fills it in: some two hundred letters of their own, and the token that the page gave them.
fn form(number: u64, place: &str, by_email: bool) -> String {
    let service = SERVICES[number as usize % SERVICES.len()];
    let body = format!(
        "Zgłoszenie nr {number}. Od trzech dni nikt tego nie naprawił, a codziennie przechodzą tędy dzieci do szkoły. \
         Najgorzej jest wieczorem i po deszczu, wtedy trzeba schodzić na jezdnię. Proszę o naprawę przed końcem tygodnia."
    );
    let token = Uuid::new_v4();
    let (reply, email) = if by_email { ("email", format!("mieszkaniec{number}@lipogrod.example")) } else { ("none", String::new()) };
    let fields = [("place_id", place), ("service", service), ("body", &body), ("reply", reply), ("email", &email)];
    let mut form = format!("token={token}");
    for (name, value) in fields {
        form.push('&');
        form.push_str(name);
        form.push('=');
        encode(value, &mut form);
    }
    form
}

/// Percent-encoding of `application/x-www-form-urlencoded`.
fn encode(text: &str, form: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => form.push(char::from(byte)),
            b' ' => form.push('+'),
            byte => write!(form, "%{byte:02X}").unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_announces_its_length() {
        let question = Question::Report { places: vec!["olszowa/14a".into()], by_email: true };
        let mut request = Vec::new();
        question.write(7, &mut request);
        let request = String::from_utf8(request).unwrap();
        let (head, form) = request.split_once("\r\n\r\n").unwrap();
        assert!(head.ends_with(&format!("content-length: {}", form.len())), "{head}");
        assert!(form.contains("&place_id=olszowa%2F14a&service=trawnik&body=Zg%C5%82oszenie+nr+7."), "{form}");
        assert!(form.ends_with("&reply=email&email=mieszkaniec7%40lipogrod.example"), "{form}");
    }

    #[test]
    fn the_number_of_a_report_is_read_from_its_address() {
        assert_eq!(number_in("/reports/4821-907-5?key=abc"), "4821-907-5");
    }

    #[test]
    fn the_demo_city_has_houses() {
        let city = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cities/demo");
        let Question::Report { places, .. } = Question::report(&city, false).unwrap() else { panic!("a report") };
        assert!(places.len() > 1_000 && places.iter().all(|place| place.contains('/')));
    }
}
