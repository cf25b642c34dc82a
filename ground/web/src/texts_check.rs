//! Whether the three languages say the same things: equal keys, equal arguments, nothing empty.

use std::collections::{BTreeMap, BTreeSet};

use base::Language;

use crate::Bundle;

/// A message as the source has it.
pub(crate) struct Message<'a> {
    pub(crate) key: &'a str,
    pub(crate) arguments: BTreeSet<&'a str>,
    empty: bool,
}

/// What differs between the languages, one sentence each; empty when all agree. For tests.
pub fn texts_agree(bundles: &[Bundle]) -> Vec<String> {
    let mut faults = Vec::new();
    for bundle in bundles {
        let [pl, uk, en] = Language::ALL.map(|language| by_key(bundle.source(language), language, &mut faults));
        let keys: BTreeSet<&str> = [&pl, &uk, &en].into_iter().flat_map(|all| all.keys().copied()).collect();
        for key in keys {
            let said = [("pl", pl.get(key)), ("uk", uk.get(key)), ("en", en.get(key))];
            faults.extend(said.iter().filter(|(_, message)| message.is_none()).map(|(tag, _)| format!("{key}: missing in {tag}")));
            if let [(_, Some(pl)), (_, Some(uk)), (_, Some(en))] = said
                && (pl.arguments != uk.arguments || pl.arguments != en.arguments)
            {
                faults.push(format!("{key}: arguments differ: pl {:?}, uk {:?}, en {:?}", pl.arguments, uk.arguments, en.arguments));
            }
        }
    }
    faults
}

fn by_key<'a>(source: &'a str, language: Language, faults: &mut Vec<String>) -> BTreeMap<&'a str, Message<'a>> {
    let mut found = BTreeMap::new();
    for message in messages(source) {
        if message.empty {
            faults.push(format!("{}: empty in {}", message.key, language.tag()));
        }
        let key = message.key;
        if found.insert(key, message).is_some() {
            faults.push(format!("{key}: twice in {}", language.tag()));
        }
    }
    found
}

/// The messages of a source in Fluent's format. A message begins with a letter in the first column; terms (`-word`)
/// and comments are left out.
pub(crate) fn messages(source: &str) -> Vec<Message<'_>> {
    let mut found: Vec<Message<'_>> = Vec::new();
    let mut inside = false;
    for line in source.lines() {
        let mut body = line;
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let Some((key, value)) = line.split_once('=') else { continue };
            found.push(Message { key: key.trim_end(), arguments: BTreeSet::new(), empty: true });
            (inside, body) = (true, value);
        } else if line.starts_with(['#', '-']) {
            inside = false;
        }
        if let (true, Some(message)) = (inside, found.last_mut()) {
            message.empty &= body.trim().is_empty();
            message.arguments.extend(arguments(body));
        }
    }
    found
}

fn arguments(line: &str) -> impl Iterator<Item = &str> {
    line.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}
