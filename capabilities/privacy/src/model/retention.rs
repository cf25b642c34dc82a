//! How long what is kept, as rules of the pack.

use base::Wording;
use jiff::{Span, civil::Date};
use packs::{Kind, Reason};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Months for which notes of looks are kept at least: system logs of public bodies (KRI, Dz.U. 2024 poz. 773) are kept two years.
const LOOK_MONTHS: u32 = 24;

/// What a rule speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Conversations: what was noted, the number, and the resident's link to them.
    Interaction,
    /// The resident's words in a report.
    Report,
    /// Place and answers of an ended case that is not public.
    Case,
    /// Address and text of a message.
    Notice,
    /// Name and ways of somebody who has no matter left.
    Resident,
    /// The number that somebody called from; it makes way for a keyed hash.
    CallerNumber,
    /// Notes of who looked at personal data.
    Look,
    /// Ended sessions of staff.
    Session,
}

impl What {
    /// All of them.
    pub const ALL: [What; 8] =
        [Self::Interaction, Self::Report, Self::Case, Self::Notice, Self::Resident, Self::CallerNumber, Self::Look, Self::Session];

    /// From when it can be counted, and what can happen then.
    fn rules(self) -> (&'static [After], &'static [Then]) {
        match self {
            Self::Interaction => (&[After::Created, After::Ended], &[Then::Pseudonymise]),
            Self::Report => (&[After::Closed], &[Then::Blank]),
            Self::Case => (&[After::Closed], &[Then::Blank, Then::Pseudonymise, Then::Erase]),
            Self::Notice => (&[After::Created, After::Ended, After::Closed], &[Then::Blank]),
            Self::Resident => (&[After::LastContact], &[Then::Blank, Then::Pseudonymise]),
            Self::CallerNumber => (&[After::Created], &[Then::Pseudonymise]),
            Self::Look => (&[After::Created], &[Then::Erase]),
            Self::Session => (&[After::Ended], &[Then::Erase]),
        }
    }

    /// The word in the pack and in the log.
    pub fn word(self) -> &'static str {
        match self {
            Self::Interaction => "interaction",
            Self::Report => "report",
            Self::Case => "case",
            Self::Notice => "notice",
            Self::Resident => "resident",
            Self::CallerNumber => "caller_number",
            Self::Look => "look",
            Self::Session => "session",
        }
    }
}

/// From when the time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum After {
    /// Since it was made.
    Created,
    /// Since it ended.
    Ended,
    /// Since the case was closed.
    Closed,
    /// Since the person last turned to us.
    LastContact,
}

/// What happens then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// The words are blanked; the row stays, so that figures do.
    Blank,
    /// The link to the person is cut; the row stays.
    Pseudonymise,
    /// The row goes where nothing is counted from it; of a case it is the same as blanking.
    Erase,
}

/// The law or regulation behind it, in words.
pub type Basis = Wording;

/// A rule: after so long, this happens to that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The pack's word.
    pub key: String,
    /// What it speaks of.
    pub what: What,
    /// Only of this service, by its key.
    #[schemars(extend("x-section" = "services"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Only of cases of this kind, by its word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// How long: days…
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// …or months…
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// …or years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// Since when.
    pub after: After,
    /// What happens.
    pub then: Then,
    /// Why so long.
    pub basis: Basis,
}

impl Rule {
    /// What is wrong with the rule by itself: the field, and why.
    pub fn faults(&self) -> Vec<(&'static str, Reason)> {
        let lengths = [self.days, self.months, self.years].into_iter().flatten().collect::<Vec<_>>();
        let mut faults = Vec::new();
        if lengths.len() != 1 || lengths[0] == 0 || lengths[0] > 40_000 {
            faults.push(("days", Reason::range(1, 40_000, "give one of days, months or years, at least 1")));
        }
        if (self.service.is_some() || self.kind.is_some()) && !matches!(self.what, What::Report | What::Case | What::Notice) {
            let said = format!("service and kind narrow reports, cases and notices, not {}", self.what.word());
            faults.push(("service", said.into()));
        }
        if self.kind.as_deref().is_some_and(|kind| services::Kind::from_word(kind).is_none()) {
            faults.push(("kind", Reason::unknown("kind ", self.kind.as_deref().unwrap_or_default())));
        }
        if self.what == What::Look && self.months_at_least().is_some_and(|months| months < LOOK_MONTHS) {
            let said = "looks are kept for two years at least: they are logs of a public body (KRI)".to_owned();
            faults.push(("days", said.into()));
        }
        let (after, then) = self.what.rules();
        if !after.contains(&self.after) {
            faults.push(("after", only(after, format!("a {} is counted otherwise: {after:?}", self.what.word()))));
        }
        if !then.contains(&self.then) {
            faults.push(("then", only(then, format!("a {} can only be: {then:?}", self.what.word()))));
        }
        faults
    }

    /// Its length in whole months, as short as they may be.
    fn months_at_least(&self) -> Option<u32> {
        match (self.days, self.months, self.years) {
            (Some(days), None, None) => Some(days.saturating_sub(1) * 24 / 730),
            (None, Some(months), None) => Some(months),
            (None, None, Some(years)) => Some(years.saturating_mul(12)),
            _ => None,
        }
    }

    /// The last day of what is old enough today.
    pub fn until(&self, today: Date) -> Option<Date> {
        let span = match (self.days, self.months, self.years) {
            (Some(days), None, None) => Span::new().try_days(days),
            (None, Some(months), None) => Span::new().try_months(months),
            (None, None, Some(years)) => Span::new().try_years(years),
            _ => return None,
        };
        today.checked_sub(span.ok()?).ok()
    }
}

/// Only these words can be chosen.
fn only<T: Serialize>(words: &[T], sentence: String) -> Reason {
    let words = words.iter().filter_map(|word| serde_json::to_value(word).ok()?.as_str().map(str::to_owned));
    Reason::new(Kind::Only, words.collect::<Vec<_>>().join(", "), sentence)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn rule(text: &str) -> Rule {
        toml::from_str(&format!("key = 'a'\nbasis = {{ pl = 'b' }}\n{text}")).unwrap()
    }

    #[test]
    fn a_rule_is_one_length_of_what_can_be_done() {
        let good = rule("what = 'report'\nyears = 2\nafter = 'closed'\nthen = 'blank'");
        assert_eq!(good.faults(), []);
        for kept in ["days = 731", "months = 24", "years = 2"] {
            assert_eq!(rule(&format!("what = 'look'\n{kept}\nafter = 'created'\nthen = 'erase'")).faults(), []);
        }
        assert_eq!(good.until(date(2026, 2, 28)), Some(date(2024, 2, 28)));
        for wrong in [
            "what = 'report'\nafter = 'closed'\nthen = 'blank'",
            "what = 'report'\nyears = 2\ndays = 3\nafter = 'closed'\nthen = 'blank'",
            "what = 'report'\nyears = 0\nafter = 'closed'\nthen = 'blank'",
            "what = 'report'\nyears = 2\nafter = 'created'\nthen = 'blank'",
            "what = 'report'\nyears = 2\nafter = 'closed'\nthen = 'erase'",
            "what = 'report'\nyears = 2\nkind = 'x'\nafter = 'closed'\nthen = 'blank'",
            "what = 'look'\ndays = 730\nafter = 'created'\nthen = 'erase'",
            "what = 'look'\nmonths = 23\nafter = 'created'\nthen = 'erase'",
            "what = 'look'\nyears = 1\nafter = 'created'\nthen = 'erase'",
            "what = 'look'\nyears = 2\nservice = 'x'\nafter = 'created'\nthen = 'erase'",
        ] {
            assert_eq!(rule(wrong).faults().len(), 1, "{wrong}");
        }
    }
}
