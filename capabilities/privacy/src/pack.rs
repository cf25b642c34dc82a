//! `retention.toml` of a city pack: how long what is kept.

use std::collections::BTreeSet;

use packs::{Fault, Faults, Section};

use crate::model::Rule;

/// The rules of `retention.toml`. Without the file nothing goes by itself.
pub const RETENTION: Section = Section::list::<Rule>("retention", "retention.toml", "rule").optional();

/// What the rules say that cannot be; `services` are the keys that they may name.
pub fn check(rules: &[Rule], services: &BTreeSet<String>) -> Vec<Fault> {
    let mut faults = Faults::of("retention");
    for rule in rules {
        faults.known(&rule.key, "service", &rule.service, Some(services));
        for (path, reason) in rule.faults() {
            faults.add(&rule.key, path, reason);
        }
    }
    faults.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_name_the_rule() {
        let text = "key = 'a'\nwhat = 'report'\nyears = 2\nafter = 'closed'\nthen = 'blank'\nbasis = { pl = 'x' }\n";
        let good: Rule = toml::from_str(text).unwrap();
        assert_eq!(check(&[good], &BTreeSet::new()), []);
        let wrong: Rule = toml::from_str(&text.replace("years", "service = 'nic'\ndays = 1\nyears")).unwrap();
        let faults: Vec<String> = check(&[wrong], &BTreeSet::new()).iter().map(Fault::to_string).collect();
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults.iter().any(|fault| fault.contains("nic")) && faults.iter().all(|fault| fault.contains("retention")), "{faults:?}");
    }
}
