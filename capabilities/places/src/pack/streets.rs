//! `streets.csv`: one street a row, with the phrase that says where, if the town has written it.

use std::collections::HashSet;

use packs::{Kind, Reason};

use super::{Fault, STREETS, bad_key, key_fits, no_name, table, twice};
use crate::model::{Prefix, Street};

const COLUMNS: [&str; 4] = ["key", "name", "prefix", "name_where"];

/// The streets of the file; faults are noted.
pub(super) fn read(text: &str, faults: &mut Vec<Fault>) -> Vec<Street> {
    let mut keys = HashSet::new();
    table::rows(STREETS, text, &COLUMNS, &["name_where"], faults, |row| {
        let (key, name, name_where) = (row.value(0).to_owned(), row.value(1).to_owned(), row.value(3).to_owned());
        let prefix = Prefix::from_word(row.value(2));
        let (key_fits, new) = (key_fits(&key), keys.insert(key.clone()));
        if !key_fits {
            row.fault(bad_key(&key, format!("the key {key:?} must be small letters, digits and hyphens")));
        } else if !new {
            row.fault(twice(&key, format!("the key {key:?} stands on an earlier line too")));
        }
        if name.is_empty() {
            row.fault(no_name());
        }
        if prefix.is_none() {
            let (word, known) = (row.value(2).to_owned(), Prefix::ALL.map(|prefix| format!("{:?}", prefix.word())).join(", "));
            row.fault(Reason::new(Kind::Choice, &word, format!("the prefix {word:?} is none of {known}")));
        }
        let whole = key_fits && new && !name.is_empty();
        prefix.filter(|_| whole).map(|prefix| Street { key, prefix, name, name_where })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streets_are_read_and_every_fault_of_every_row_is_named() {
        let text = "key,name,prefix,name_where\nolszowa,Olszowa,ul.,przy ul. Olszowej\nOlsza,,ulica,\nolszowa,Olszowa,ul.,przy ul. Olszowej\nrynek,Rynek,,na Rynku\nx,X\n";
        let mut faults = Vec::new();
        let streets = read(text, &mut faults);
        assert_eq!(streets.iter().map(Street::label).collect::<Vec<_>>(), ["ul. Olszowa", "Rynek"]);
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "streets.csv, line 3: the key \"Olsza\" must be small letters, digits and hyphens",
                "streets.csv, line 3: the name is empty",
                "streets.csv, line 3: the prefix \"ulica\" is none of \"ul.\", \"al.\", \"pl.\", \"os.\", \"rondo\", \"\"",
                "streets.csv, line 4: the key \"olszowa\" stands on an earlier line too",
                "streets.csv, line 6: 2 values where the header has 4",
            ]
        );
    }

    #[test]
    fn another_header_is_one_fault_and_not_one_a_row() {
        let mut faults = Vec::new();
        assert!(read("key;name;prefix;name_where\na;b;c;d\ne;f;g;h\n", &mut faults).is_empty());
        assert_eq!(faults.len(), 1);
        assert_eq!(
            faults[0].to_string(),
            "streets.csv, line 1: the header must be key,name,prefix,name_where, with commas; it may do without name_where"
        );
    }

    #[test]
    fn a_town_need_not_write_where() {
        let mut faults = Vec::new();
        let streets = read("key,name,prefix\nolszowa,Olszowa,ul.\n", &mut faults);
        assert_eq!((streets[0].name_where.as_str(), faults), ("", vec![]));
        assert_eq!(read("key,name,prefix,name_where\nolszowa,Olszowa,ul.,\n", &mut Vec::new()), streets);
    }
}
