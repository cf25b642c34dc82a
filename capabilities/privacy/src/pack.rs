//! `retention.toml` of a city pack: how long what is kept.

use std::{collections::BTreeSet, path::Path};

use serde::Deserialize;

use crate::model::Rule;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "rule")]
    rules: Vec<Rule>,
}

/// Reads `retention.toml` in `folder`; `services` are the keys that rules may name. Without the file nothing goes by itself.
///
/// # Errors
/// Every fault found, each as file, place and reason.
pub fn read(folder: &Path, services: &BTreeSet<String>) -> Result<Vec<Rule>, Vec<String>> {
    let path = folder.join("retention.toml");
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = std::fs::read_to_string(&path).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    let file: File = toml::from_str(&text).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    let faults = faults(&file.rules, services);
    if faults.is_empty() { Ok(file.rules) } else { Err(faults.into_iter().map(|fault| format!("{}: {fault}", path.display())).collect()) }
}

fn faults(rules: &[Rule], services: &BTreeSet<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for rule in rules {
        let mut fault = |what: String| faults.push(format!("rule {}: {what}", rule.key));
        if !seen.insert(rule.key.as_str()) {
            fault("this key stands twice".into());
        }
        if let Some(service) = rule.service.as_ref().filter(|service| !services.contains(*service)) {
            fault(format!("there is no service {service}"));
        }
        rule.faults().into_iter().for_each(fault);
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_listed_with_file_and_rule() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(read(home.path(), &BTreeSet::new()).unwrap(), []);
        let text = "[[rule]]\nkey = 'a'\nwhat = 'report'\nyears = 2\nafter = 'closed'\nthen = 'blank'\nbasis = { pl = 'x' }\n";
        std::fs::write(home.path().join("retention.toml"), text).unwrap();
        assert_eq!(read(home.path(), &BTreeSet::new()).unwrap().len(), 1);
        std::fs::write(home.path().join("retention.toml"), text.replace("years", "service = 'nic'\nyears").repeat(2)).unwrap();
        let faults = read(home.path(), &BTreeSet::new()).unwrap_err();
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert!(faults[0].contains("retention.toml: rule a: there is no service nic"), "{faults:?}");
    }
}
