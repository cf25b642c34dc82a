//! What the directory and the queue know of somebody: how to reach them, what they speak, what they are good at, when
//! they work, and until when their account lasts.

use std::collections::BTreeMap;

use base::{Email, Error, FieldFault, Id, Moment, PhoneNumber, Result};
use hours::Week;
use jiff::{civil::Date, tz::TimeZone};

use super::accounts::check_name;

/// Languages that people may speak, as BCP 47 has them; `pjm` is Polish sign language under the name that everybody uses
/// (BCP 47 would say `pso`).
pub const LANGUAGES: [&str; 9] = ["pl", "uk", "en", "pjm", "ru", "be", "de", "fr", "es"];
/// The best somebody can speak a language, or be good at something; 1 is the beginning.
pub const LEVELS: i64 = 5;
/// How well somebody speaks a language that a pack names without a level.
pub const USUAL_LEVEL: i64 = 4;
/// The longest title or room, in letters.
const LINE_LENGTH: usize = 100;

/// A level from 1 to [`LEVELS`] for each word.
pub type Levels = BTreeMap<String, i64>;

/// Everything about an account that its roles and its password do not say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// What the person is called.
    pub name: String,
    /// The unit they work in; `None` for people of the contact centre itself.
    pub unit_id: Option<Id>,
    /// What they do, in their unit's words.
    pub title: Option<String>,
    /// Where letters reach them.
    pub email: Option<String>,
    /// Their number: E.164, or an extension as it is dialled.
    pub phone: Option<String>,
    /// Where they sit.
    pub room: Option<String>,
    /// When the account ends by itself; `None`: not.
    pub ends_at: Option<Moment>,
    /// When they work; `None`: as their unit does.
    pub pattern: Option<Week>,
    /// Who stands in for them.
    pub deputy_id: Option<Id>,
    /// How well they speak which language.
    pub languages: Levels,
    /// What they are good at, by the key of the skill.
    pub skills: Levels,
}

impl Profile {
    /// Whether all of it can be kept; all faults at once.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `name`, `title`, `room`, `email`, `phone`, `languages` or `skills`.
    pub fn check(&self, account_id: Id) -> Result<()> {
        let mut faults = Vec::new();
        let mut fault = |wrong: bool, field, message| {
            if wrong {
                faults.push(FieldFault { field, message });
            }
        };
        fault(check_name(&self.name).is_err(), "name", "staff-name-invalid");
        for (field, line) in [("title", &self.title), ("room", &self.room)] {
            fault(line.as_ref().is_some_and(|line| !is_line(line)), field, "staff-line-invalid");
        }
        fault(self.email.as_ref().is_some_and(|email| email.parse::<Email>().is_err()), "email", "staff-email-invalid");
        fault(self.phone.as_ref().is_some_and(|phone| read_phone(phone).is_err()), "phone", "staff-phone-invalid");
        fault(self.deputy_id == Some(account_id), "deputy", "staff-deputy-own");
        let within = |levels: &Levels| levels.values().all(|level| (1..=LEVELS).contains(level));
        fault(!within(&self.languages) || self.languages.keys().any(|tag| !is_tag(tag)), "languages", "staff-level-invalid");
        fault(!within(&self.skills), "skills", "staff-level-invalid");
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

fn is_line(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= LINE_LENGTH && !text.chars().any(char::is_control)
}

/// Whether the text has the form of a language tag (RFC 5646, section 2.1: a primary subtag of 2 to 8 letters).
pub fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_part = |part: &str, from: usize| (from..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    tag.len() <= 35 && is_part(primary, 2) && primary.bytes().all(|b| b.is_ascii_lowercase()) && parts.all(|part| is_part(part, 1))
}

/// A number in any spelling as it is kept: E.164, or the two to six digits of an extension.
///
/// # Errors
/// [`Error::Invalid`] on field `phone`.
pub fn read_phone(text: &str) -> Result<String> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if (2..=6).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(bare);
    }
    Ok(text.parse::<PhoneNumber>()?.as_str().to_owned())
}

/// A kept number as people write it: `10 000 83 11`, `600 100 200`, `83 11`, `+380 441 234 567`.
pub fn shown_phone(kept: &str) -> String {
    let (digits, groups): (&str, &[usize]) = match kept.strip_prefix("+48").filter(|digits| digits.len() == 9) {
        Some(digits) if kept.parse::<PhoneNumber>().is_ok_and(|number| number.takes_sms()) => (digits, &[3, 3, 3]),
        Some(digits) => (digits, &[2, 3, 2, 2]),
        None if kept.starts_with('+') => (kept, &[4, 3, 3, 3, 3]),
        None => (kept, &[2, 2, 2]),
    };
    let mut rest = digits;
    let mut parts = Vec::new();
    for group in groups {
        let (part, after) = rest.split_at_checked(*group).unwrap_or((rest, ""));
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The moment at which an account ends whose last day this is; `None` at the ends of the calendar.
pub fn end_of_day(last_day: Date, zone: &TimeZone) -> Option<Moment> {
    hours::day_end(last_day, zone).map(Moment)
}

/// The last day of an account that ends at this moment.
pub fn last_day(ends_at: Moment, zone: &TimeZone) -> Option<Date> {
    hours::day_of(ends_at.0 - 1, zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_and_numbers_are_kept_in_one_spelling() {
        for (text, kept) in [("83 11", Some("8311")), ("600 100 200", Some("+48600100200")), ("+380 44 123 45 67", Some("+380441234567"))] {
            assert_eq!(read_phone(text).ok().as_deref(), kept, "{text}");
        }
        assert!(read_phone("zadzwoń").is_err() && read_phone("7").is_err());
    }

    #[test]
    fn numbers_are_shown_as_people_write_them() {
        for (kept, shown) in [
            ("+48100008311", "10 000 83 11"),
            ("+48600100200", "600 100 200"),
            ("+380441234567", "+380 441 234 567"),
            ("8311", "83 11"),
            ("831", "83 1"),
            ("–", "–"),
            ("", ""),
        ] {
            assert_eq!(shown_phone(kept), shown, "{kept}");
        }
    }

    #[test]
    fn what_cannot_be_kept_is_told_all_at_once() {
        let account_id = Id::new();
        let faulty = Profile {
            name: " ".into(),
            title: Some("a\nb".into()),
            email: Some("nobody".into()),
            phone: Some("?".into()),
            deputy_id: Some(account_id),
            languages: Levels::from([("PL".into(), 3)]),
            skills: Levels::from([("zieleń".into(), 6)]),
            ..Profile::default()
        };
        let Err(Error::Invalid(faults)) = faulty.check(account_id) else { panic!("this profile cannot be kept") };
        let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["name", "title", "email", "phone", "deputy", "languages", "skills"]);
        assert!(Profile { name: "Anna".into(), ..Profile::default() }.check(account_id).is_ok());
    }

    #[test]
    fn the_last_day_lasts_until_midnight_of_the_city() {
        let zone = TimeZone::get("Europe/Warsaw").unwrap();
        let day: Date = "2026-11-20".parse().unwrap();
        let end = end_of_day(day, &zone).unwrap();
        assert_eq!(end, Moment(1_795_215_600_000_000));
        assert_eq!(last_day(end, &zone), Some(day));
        assert!(LANGUAGES.iter().all(|tag| is_tag(tag)) && is_tag("pt-BR") && !is_tag("x") && !is_tag("pl pl"));
    }
}
