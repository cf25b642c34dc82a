//! Reads back the mail that we write: plain UTF-8 text, alone or as the first of two parts. Whatever else there is in e-mail is not understood here.

use base::Language;
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// A letter read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mail {
    pub from: String,
    pub to: String,
    pub subject: String,
    pub language: Language,
    pub body: String,
}

/// Reads a letter; what cannot be decoded stays as it is.
pub(super) fn read(bytes: &[u8]) -> Mail {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
    // A line that begins with a space goes on with the one before (RFC 5322 section 2.2.3).
    let head = unfolded(head);
    let body = match first_part(&head, body) {
        Some((head, body)) => decoded(&unfolded(head), body),
        None => decoded(&head, body),
    };
    Mail {
        from: without_encoded_words(&header(&head, "From")),
        to: without_encoded_words(&header(&head, "To")),
        subject: without_encoded_words(&header(&head, "Subject")),
        language: Language::from_tag(&header(&head, "Content-Language")).unwrap_or_default(),
        body: String::from_utf8_lossy(&body).replace("\r\n", "\n"),
    }
}

fn unfolded(head: &str) -> String {
    head.replace("\n ", " ").replace("\n\t", " ")
}

/// Head and body of the first part of a mail that has several (RFC 2046 section 5.1).
fn first_part<'a>(head: &str, body: &'a str) -> Option<(&'a str, &'a str)> {
    let kind = header(head, "Content-Type");
    let boundary = kind.strip_prefix("multipart/")?.split_once("boundary=\"")?.1.split('"').next()?;
    let part = body.split(&format!("--{boundary}")).nth(1)?;
    part.trim_start_matches('\n').split_once("\n\n")
}

fn decoded(head: &str, body: &str) -> Vec<u8> {
    match header(head, "Content-Transfer-Encoding").as_str() {
        "quoted-printable" => without_equals(&body.replace("=\n", ""), false),
        "base64" => STANDARD.decode(body.replace('\n', "")).unwrap_or_default(),
        _ => body.as_bytes().to_vec(),
    }
}

fn header(head: &str, name: &str) -> String {
    let mut fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}

/// Encoded words read (RFC 2047); the space between two of them belongs to neither.
fn without_encoded_words(value: &str) -> String {
    let (mut read, mut rest, mut after_word) = (String::new(), value, false);
    while let Some((before, word, after)) = next_word(rest) {
        if !(after_word && before.trim().is_empty()) {
            read.push_str(before);
        }
        read.push_str(&word);
        (rest, after_word) = (after, true);
    }
    read.push_str(rest);
    read
}

/// What stands before the next `=?utf-8?b?…?=`, its letters, and what stands after it.
fn next_word(text: &str) -> Option<(&str, String, &str)> {
    let (before, rest) = text.split_once("=?")?;
    let (_charset, rest) = rest.split_once('?')?;
    let (encoding, rest) = rest.split_once('?')?;
    let (word, after) = rest.split_once("?=")?;
    let bytes = if encoding.eq_ignore_ascii_case("b") { STANDARD.decode(word).ok()? } else { without_equals(word, true) };
    Some((before, String::from_utf8_lossy(&bytes).into_owned(), after))
}

/// `=C5=BC` read (RFC 2045 section 6.7); in a header `_` stands for a space.
fn without_equals(text: &str, in_header: bool) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        let coded = others.get(..2).filter(|_| *first == b'=').and_then(|digits| std::str::from_utf8(digits).ok());
        match coded.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &others[2..];
            }
            None if in_header && *first == b'_' => bytes.push(b' '),
            None => bytes.push(*first),
        }
    }
    bytes
}

/// A stretch of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// An address on the web.
    Link(String),
}

/// The text as paragraphs of lines of pieces.
pub(super) fn paragraphs(body: &str) -> Vec<Vec<Vec<Piece>>> {
    body.trim().split("\n\n").map(|paragraph| paragraph.lines().map(pieces).collect()).collect()
}

fn pieces(line: &str) -> Vec<Piece> {
    let (mut pieces, mut rest) = (Vec::new(), line);
    while let Some(start) = rest.find("https://").into_iter().chain(rest.find("http://")).min() {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '»')).unwrap_or(from.len());
        let link = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Link(link.to_owned()));
        rest = &from[link.len()..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_read_back_whatever_its_encoding() {
        for (encoding, body) in
            [("8bit", "Dzień dobry\r\n"), ("quoted-printable", "Dzie=C5=84 dob=\r\nry\r\n"), ("base64", "RHppZcWEIGRv\r\nYnJ5DQo=\r\n")]
        {
            let text = format!(
                "Subject: =?utf-8?b?RHppZcWE?=\r\n =?utf-8?q?_dobry=21?= x\r\nto: a@b.example\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}"
            );
            let mail = read(text.as_bytes());
            assert_eq!(
                (mail.subject.as_str(), mail.to.as_str(), mail.body.as_str()),
                ("Dzień dobry! x", "a@b.example", "Dzień dobry\n"),
                "{encoding}"
            );
        }
    }

    #[test]
    fn rubbish_is_shown_as_it_is() {
        let mail = read(b"Subject: =?utf-8?b?%%%?= =? =?x\nContent-Transfer-Encoding: base64\n\n%%%");
        assert_eq!((mail.subject.as_str(), mail.body.as_str()), ("=?utf-8?b?%%%?= =? =?x", ""));
        assert_eq!(without_equals("a=b=", false), b"a=b=");
        assert_eq!(read(b"").body, "");
    }

    #[test]
    fn links_end_where_their_sentence_ends() {
        let text = |text: &str| Piece::Text(text.to_owned());
        let link = |link: &str| Piece::Link(link.to_owned());
        assert_eq!(pieces("Zobacz: https://a.example/z?x=1&y=2."), [text("Zobacz: "), link("https://a.example/z?x=1&y=2"), text(".")]);
        assert_eq!(
            pieces("(http://a.example) i https://b.example"),
            [text("("), link("http://a.example"), text(") i "), link("https://b.example")]
        );
        assert_eq!(pieces("javascript:alert(1)"), [text("javascript:alert(1)")]);
    }
}
