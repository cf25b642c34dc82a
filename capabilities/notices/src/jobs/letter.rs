//! A notice as an e-mail (RFC 5322): headers, encoded text, and what the mail server must be told.

use std::time::{Duration, UNIX_EPOCH};

use base::Moment;
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};

use super::{Sender, Undelivered};
use crate::model::Notice;

/// A letter ready to leave.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    /// Whom the mail server shall tell when it comes back.
    pub from: Address,
    /// Whom it goes to.
    pub to: Address,
    /// Headers and encoded text.
    pub bytes: Vec<u8>,
    /// How we name ourselves to the mail server.
    pub host: String,
    /// The same name however often the notice is written: it sorts by the moment of queueing.
    pub file_name: String,
}

impl Letter {
    /// The letter of `notice`, dated `now`.
    pub fn of(notice: &Notice, sender: &Sender, now: Moment) -> Result<Self, Undelivered> {
        let from =
            address(sender.city.contact.email.as_deref().unwrap_or_default(), "the contact address in city.toml cannot stand in a mail")?;
        let to = address(&notice.address, "the address cannot stand in a mail")?;
        let host = host_of(&sender.public_url);
        let name = sender.city.centre.of(notice.language).to_owned();
        let mut builder = Message::builder()
            .from(Mailbox::new(Some(name), from.clone()))
            .to(Mailbox::new(None, to.clone()))
            .subject(notice.title.clone())
            .date(UNIX_EPOCH + Duration::from_micros(u64::try_from(now.0).unwrap_or_default()))
            .message_id(Some(format!("<{}@{host}>", notice.id)))
            .raw_header(text_header("Auto-Submitted", "auto-generated"))
            .raw_header(text_header("Content-Language", notice.language.tag()));
        if let Some(thread) = notice.thread_id {
            // Nobody has sent the root; mail programs join all that refer to the same one.
            let root = format!("<{thread}@{host}>");
            builder = builder.in_reply_to(root.clone()).references(root);
        }
        let plain = SinglePart::plain(notice.body.clone());
        let message = if notice.large_print {
            builder.multipart(MultiPart::alternative().singlepart(plain).singlepart(SinglePart::html(in_large_print(notice))))
        } else {
            builder.singlepart(plain)
        };
        let message = message.map_err(|fault| Undelivered::Later(format!("the mail could not be put together: {fault}")))?;
        let file_name = format!("{:016}-{}.eml", notice.queued_at.0, notice.id);
        Ok(Self { from, to, bytes: message.formatted(), host: host.to_owned(), file_name })
    }
}

/// The same words as a page in large print: 24 pixels, dark on white, links that can be followed.
fn in_large_print(notice: &Notice) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let word = |word: &str| match word.starts_with("https://") || word.starts_with("http://") {
        true => format!("<a href=\"{0}\">{0}</a>", escaped(word)),
        false => escaped(word),
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    let body = notice.body.lines().map(line).collect::<Vec<_>>().join("<br>\n");
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body style=\"font: 24px/1.6 sans-serif; color: #111; background: #fff\">\n{body}\n</body></html>",
        notice.language.tag(),
        escaped(&notice.title)
    )
}

fn address(text: &str, otherwise: &'static str) -> Result<Address, Undelivered> {
    text.parse().map_err(|_| Undelivered::Never(otherwise))
}

/// `name` and `value` are our own words in ASCII.
fn text_header(name: &'static str, value: &'static str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The host of an address on the web, without its port.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority.find(']') {
        Some(end) => &authority[..=end],
        None => authority.split(':').next().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_found_in_every_public_address() {
        for (url, host) in [
            ("https://kontakt.lipogrod.example", "kontakt.lipogrod.example"),
            ("http://localhost:8311", "localhost"),
            ("https://[2001:db8::1]:8311/x", "[2001:db8::1]"),
            ("kontakt.example/", "kontakt.example"),
        ] {
            assert_eq!(host_of(url), host, "{url}");
        }
    }
}
