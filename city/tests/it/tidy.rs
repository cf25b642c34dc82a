//! The house keeps its rules: directions, licences, first lines, SQL in its room, no clock in machines, sizes.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// The lines of the house, lowest first: a crate uses those on lower lines only; capabilities on one line do not know each other.
const LINES: [&[&str]; 13] = [
    &["hours", "tiles", "suggest", "photos", "floor", "call", "media"],
    &["base"],
    &["store"],
    &["jobs", "search", "packs", "files"],
    &["web"],
    &["residents", "staff", "places"],
    &["services", "interactions", "notices"],
    &["knowledge", "cases", "queues"],
    &["phone", "messages", "visits", "payments", "correspondence", "citydata"],
    &["alerts", "outreach", "figures", "crisis"],
    &["desk", "privacy", "upkeep"],
    &["portal", "settings"],
    &["hejnal", "bench"],
];
/// Licences of what we link, as SPDX terms; an expression must be satisfiable by these.
const LICENCES: [&str; 14] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unlicense",
    "Zlib",
    "Unicode-3.0",
    "CC0-1.0",
    "MPL-2.0",
    "0BSD",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
];
/// Lines of a function, and of a file, that ask for a reason.
const LONGEST_FUNCTION: usize = 70;
const LONGEST_FILE: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path(root().join("Cargo.toml")).exec().unwrap()
}

fn files(ending: &str) -> Vec<PathBuf> {
    let list =
        std::process::Command::new("git").args(["ls-files", "-co", "--exclude-standard", "-z"]).current_dir(root()).output().unwrap();
    assert!(list.status.success(), "git lists the files of the house");
    let names = String::from_utf8(list.stdout).unwrap();
    let found: Vec<_> =
        names.split('\0').filter(|name| name.ends_with(ending)).map(|name| root().join(name)).filter(|path| path.is_file()).collect();
    assert!(found.len() > 3, "there are files ending in {ending}");
    found
}

fn line_of(name: &str) -> Option<usize> {
    LINES.iter().position(|line| line.contains(&name))
}

#[test]
fn every_crate_uses_only_what_lies_below_it() {
    let metadata = metadata();
    for package in metadata.workspace_packages() {
        let name = package.name.as_str();
        if name == "testkit" {
            continue;
        }
        let own = line_of(name).unwrap_or_else(|| panic!("{name} has no place in the house"));
        for dependency in package.dependencies.iter().filter(|d| d.path.is_some() && d.kind != DependencyKind::Development) {
            let other = line_of(&dependency.name);
            // The bench measures a city as the tests set one up.
            let measured = name == "bench" && dependency.name == "testkit";
            assert!(measured || other.is_some_and(|other| other < own), "{name} may not use {}: it does not lie below", dependency.name);
        }
    }
}

#[test]
fn every_licence_allows_what_we_do() {
    let allowed = |term: &str| LICENCES.contains(&term.trim_end_matches(" WITH LLVM-exception"));
    for package in metadata().packages {
        let expression = package.license.clone().unwrap_or_default().replace('/', " OR ").replace(['(', ')'], "");
        let satisfied = expression.split(" AND ").all(|part| part.split(" OR ").any(|term| allowed(term.trim())));
        assert!(satisfied, "{} {}: licence {expression:?} is not on the list", package.name, package.version);
    }
}

#[test]
fn every_file_begins_with_a_sentence_about_itself() {
    for path in files(".rs") {
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "{} begins with {first:?}", path.display());
    }
}

#[test]
fn sql_stands_in_store_rooms_only() {
    let verbs = ["\"select ", "\"insert into ", "\"update ", "\"delete from ", "\"create table "];
    for path in files(".rs") {
        let at = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let store_room = at.contains("/store.rs")
            || at.contains("/store/")
            || at.starts_with("bench/")
            || at.contains("/tests/")
            || at.contains("testkit");
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for verb in verbs {
            assert!(store_room || !code.contains(verb), "{at} holds SQL ({verb}…): it belongs in the store room");
        }
    }
}

#[test]
fn whatever_is_kept_of_a_resident_can_be_exported() {
    let (mut tables, mut dropped) = (Vec::new(), Vec::new());
    for path in files(".sql") {
        let sql = fs::read_to_string(&path).unwrap();
        for table in sql.split("create table ").skip(1) {
            let (name, columns) = table.split_once(" (").unwrap();
            if columns.split("\n);").next().unwrap().lines().any(|line| line.trim_start().starts_with("resident_id ")) {
                tables.push(name.to_owned());
            }
        }
        dropped.extend(sql.lines().filter_map(|line| line.strip_prefix("drop table ")).map(|name| name.trim_end_matches(';').to_owned()));
    }
    tables.retain(|table| !dropped.contains(table));
    assert!(tables.len() >= 3, "several tables speak of residents: {tables:?}");
    for table in tables {
        let insert = format!("insert into {table} ");
        let store = files(".rs")
            .into_iter()
            .filter(|path| path.to_string_lossy().contains("/src/"))
            .find(|path| fs::read_to_string(path).unwrap().contains(&insert))
            .unwrap_or_else(|| panic!("nobody writes {table}"));
        let capability = store.to_string_lossy().split("/src/").next().unwrap().to_owned();
        assert!(Path::new(&capability).join("src/personal.rs").is_file(), "{capability} keeps {table} and has no personal.rs");
        let name = Path::new(&capability).file_name().unwrap().to_string_lossy().into_owned();
        let listed = fs::read_to_string(root().join("city/src/personal.rs")).unwrap();
        for verb in ["export", "erase"] {
            assert!(
                listed.contains(&format!("{name}::personal::{verb}")) || (name == "interactions" && verb == "erase"),
                "{name} keeps {table}, and city/src/personal.rs does not call its {verb}"
            );
        }
    }
}

#[test]
fn machines_and_models_know_no_clock_and_do_no_io() {
    let forbidden = ["SystemTime", "Instant::now", "Timestamp::now", "Zoned::now", "std::fs", "std::net", "tokio", "async fn", ".await"];
    for path in files(".rs") {
        let at = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let pure = at.starts_with("machines/") && at.contains("/src/") || at.contains("/src/model");
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for word in forbidden {
            assert!(!pure || !code.contains(word), "{at} uses {word}: machines and models are pure");
        }
    }
}

#[test]
fn functions_and_files_stay_short() {
    let mut long = Vec::new();
    for path in files(".rs") {
        let text = fs::read_to_string(&path).unwrap();
        let at = path.strip_prefix(root()).unwrap().display().to_string();
        if text.lines().count() > LONGEST_FILE {
            long.push(format!("{at} has {} lines", text.lines().count()));
        }
        for (name, lines) in functions(&text) {
            if lines > LONGEST_FUNCTION {
                long.push(format!("{at}: {name} has {lines} lines"));
            }
        }
    }
    assert!(long.is_empty(), "too long:\n{}", long.join("\n"));
}

/// Functions of a formatted file and their lengths: from the line of `fn` to the closing brace at the same indentation.
fn functions(text: &str) -> BTreeMap<String, usize> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = BTreeMap::new();
    for (start, line) in lines.iter().enumerate() {
        let words = line.trim_start();
        let heading = words
            .trim_start_matches("pub ")
            .trim_start_matches("pub(crate) ")
            .trim_start_matches("pub(super) ")
            .trim_start_matches("async ");
        if !heading.starts_with("fn ") || line.ends_with(';') {
            continue;
        }
        let indent = &line[..line.len() - words.len()];
        let end = lines[start..].iter().position(|line| *line == format!("{indent}}}"));
        let length = if line.ends_with('}') { 1 } else { end.map_or(1, |end| end + 1) };
        found.insert(format!("{} (line {})", heading.split('(').next().unwrap_or_default(), start + 1), length);
    }
    found
}

#[test]
fn no_word_is_used_for_what_has_another() {
    let banned = [
        "struct Customer",
        "struct Ticket ",
        "struct Citizen",
        "Manager ",
        "struct Helper",
        "mod utils",
        "mod helpers",
        "TODO",
        "FIXME",
        "todo!(",
        "unimplemented!(",
    ];
    for path in files(".rs").into_iter().filter(|path| !path.ends_with("tidy.rs")) {
        let text = fs::read_to_string(&path).unwrap();
        for word in banned {
            assert!(!text.contains(word), "{} says {word:?}", path.display());
        }
    }
}
