//! A rendered page as a response, and numbers that stay whole on it.

use askama::{
    Template,
    filters::{Html as HtmlText, HtmlSafeOutput, escape},
};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::PageFault;

/// A page to be rendered: `Html(ReportPage { page, form })`; with a status `(StatusCode::UNPROCESSABLE_ENTITY, Html(…))`.
#[derive(Debug, Clone, Copy)]
pub struct Html<P>(pub P);

impl<P: Template> IntoResponse for Html<P> {
    fn into_response(self) -> Response {
        match self.0.render() {
            Ok(page) => ([(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], page).into_response(),
            Err(fault) => PageFault::from(fault).into_response(),
        }
    }
}

/// How many digits a number in groups has: report numbers have eight, phone numbers up to fifteen (E.164).
const GROUPED_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// The text, escaped, with each number in groups (`4821-907-5`, `10 000 83 11`) kept on one line.
pub(crate) fn unbroken(text: &str) -> HtmlSafeOutput<String> {
    let (mut html, mut plain_from, mut at) = (String::with_capacity(text.len() + 32), 0, 0);
    // Escaping cannot fail.
    let escaped = |part| escape(part, HtmlText).map(|safe| safe.to_string()).unwrap_or_default();
    while at < text.len() {
        let length = grouped(&text[at..]);
        if length > 0 {
            html += &escaped(&text[plain_from..at]);
            html += &format!("<span class=\"nowrap\">{}</span>", &text[at..at + length]);
            plain_from = at + length;
        }
        // On behind the number, or behind the digits or the letter that begin none.
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        at += length.max(digits).max(text[at..].chars().next().map_or(1, char::len_utf8));
    }
    html += &escaped(&text[plain_from..]);
    HtmlSafeOutput(html)
}

/// How many bytes of the beginning are a number in groups: digits with single spaces or hyphens between; 0 for none.
fn grouped(text: &str) -> usize {
    let (bytes, mut end, mut digits) = (text.as_bytes(), 0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'0'..=b'9' => (end, digits) = (at + 1, digits + 1),
            b' ' | b'-' if at > 0 && at == end => {}
            _ => break,
        }
    }
    if GROUPED_DIGITS.contains(&digits) && end > digits { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn a_number_in_groups_stays_on_one_line() {
        for (text, html) in [
            ("Zgłoszenie 4821-907-5 (dół)", "Zgłoszenie <span class=\"nowrap\">4821-907-5</span> (dół)"),
            ("Zadzwoń: 10 000 83 11. Ó", "Zadzwoń: <span class=\"nowrap\">10 000 83 11</span>. Ó"),
            ("4821-907-5", "<span class=\"nowrap\">4821-907-5</span>"),
            ("48219075 <b>", "48219075 &#60;b&#62;"),
            ("3-5 dni, 7:30 - 18:00, 20-11-2", "3-5 dni, 7:30 - 18:00, 20-11-2"),
            ("", ""),
        ] {
            assert_eq!(unbroken(text).0, html);
        }
    }
}
