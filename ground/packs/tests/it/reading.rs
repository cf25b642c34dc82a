//! Reading the files of a pack: values, lines and faults.

use std::fs;

use packs::{Entries, Fault, Section};
use schemars::JsonSchema;
use serde::Deserialize;

/// A unit as these tests have it.
#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// The pack's word.
    pub key: String,
    /// The unit it is part of.
    #[schemars(extend("x-section" = "units"))]
    pub parent: Option<String>,
    /// How many people work in it.
    pub people: Option<u32>,
    /// Questions.
    #[serde(default)]
    pub question: Vec<Question>,
}

/// A question.
#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The words.
    pub ask: String,
}

/// A city as these tests have it.
#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// Its name.
    pub name: String,
}

/// The sections of these tests.
pub const SECTIONS: [Section; 2] =
    [Section::whole::<City>("city", "city.toml"), Section::list::<Unit>("units", "units.toml", "unit").optional()];

/// The pack that these two files make.
pub fn pack(city: &str, units: &str) -> Result<Entries, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("city.toml"), city).unwrap();
    fs::write(folder.path().join("units.toml"), units).unwrap();
    packs::read(folder.path(), &SECTIONS).map(|draft| draft.entries).map_err(|faults| faults.iter().map(Fault::to_string).collect())
}

const CITY: &str = "name = \"Lipogród\"\n";

#[test]
fn a_pack_without_faults_is_read_in_its_order() {
    let entries = pack(CITY, "[[unit]]\nkey = \"zd\"\npeople = 7\n[[unit]]\nkey = \"mpo\"\n").unwrap();
    let mut faults = Vec::new();
    assert_eq!(entries.value::<City>("city", &mut faults), Some(City { name: "Lipogród".into() }));
    let units: Vec<Unit> = entries.values("units", &mut faults);
    assert_eq!(units.iter().map(|unit| (unit.key.as_str(), unit.people)).collect::<Vec<_>>(), [("zd", Some(7)), ("mpo", None)]);
    assert_eq!(faults, []);
}

#[test]
fn every_fault_is_told_with_file_line_and_reason() {
    for (units, told) in [
        ("[[unit]]\nkey = \"zd\"\n\npeople = \"many\"\n", "units.toml, line 4: zd: people: invalid type: string \"many\", expected u32"),
        (
            "[[unit]]\nkey = \"zd\"\n[[unit.question]]\nask = \"?\"\n[[unit.question]]\nask = 5\n",
            "units.toml, line 6: zd: question[1].ask: ",
        ),
        ("[[unit]]\nkey = \"zd\"\nboss = \"x\"\n", "units.toml, line 3: zd: boss: unknown field `boss`"),
        ("[[unit]]\nkey = \"zd\"\n[[unit]]\nkey = \"zd\"\n", "units.toml, line 3: zd: this key stands twice"),
        ("[[unit]]\npeople = 7\n", "units.toml, line 1: key: every entry needs one"),
        ("[[unit]]\nkey = \"Zarząd Dróg\"\n", "units.toml, line 1: key: \"Zarząd Dróg\" is to be of small letters"),
        ("\n[[units]]\nkey = \"zd\"\n", "units.toml, line 2: there is no [[units]] in this file, but [[unit]]"),
        ("\nkey = \n", "units.toml, line 2: "),
        ("[[unit]]\nkey = \"zd\"\n\npeople = 99999999999999999999\n", "units.toml, line 4: zd: people: 99999999999999999999: a whole"),
        ("[[unit]]\nkey = \"zd\"\n\npeople = nan\n", "units.toml, line 4: zd: people: nan: this is no number"),
        ("[[unit]]\nkey = \"zd\"\nquestion = [\n{ }]\n", "units.toml, line 4: zd: question[0].ask: missing field"),
        ("unit = 5", "units.toml, line 1: unit is to be a list: write [[unit]]"),
    ] {
        let faults = pack(CITY, units).unwrap_err();
        assert!(faults[0].starts_with(told), "{units:?}: {faults:?} instead of {told}");
    }
}

#[test]
fn all_files_are_read_before_the_faults_are_told() {
    let faults = pack("name = 5", "[[unit]]\nkey = \"zd\"\npeople = true\n").unwrap_err();
    assert_eq!(faults.len(), 2, "{faults:?}");
}

#[test]
fn all_faults_of_an_entry_are_told_together() {
    let faults = pack(CITY, "[[unit]]\nkey = \"zd\"\nboss = \"x\"\npeople = true\nquestion = [{ ask = 5 }]\n").unwrap_err();
    let told: Vec<&str> = faults.iter().map(|fault| fault.split(": ").nth(2).unwrap()).collect();
    assert_eq!(told, ["boss", "people", "question[0].ask"], "{faults:?}");
}

#[test]
fn signs_that_are_not_utf_8_are_told_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("city.toml"), b"# city\nname = \"Lipogr\xf3d\"\n").unwrap();
    let faults = packs::read(folder.path(), &SECTIONS).unwrap_err();
    assert!(faults[0].to_string().starts_with("city.toml, line 2: "), "{faults:?}");
}

#[test]
fn a_missing_file_is_a_fault_unless_a_pack_may_do_without() {
    let folder = tempfile::tempdir().unwrap();
    let faults = packs::read(folder.path(), &SECTIONS).unwrap_err();
    assert!(faults[0].to_string().starts_with("city.toml: "), "{faults:?}");
    assert_eq!(faults.len(), 1);
}

#[test]
fn what_is_written_is_read_as_the_same() {
    let entries =
        pack(CITY, "[[unit]]\nkey = \"zd\"\npeople = 7\n[[unit.question]]\nask = \"Ile \\\"lamp\\\"?\"\n[[unit]]\nkey = \"mpo\"\n")
            .unwrap();
    let folder = tempfile::tempdir().unwrap();
    packs::write(folder.path(), &SECTIONS, &entries).unwrap();
    assert_eq!(packs::read(folder.path(), &SECTIONS).unwrap().entries, entries);
}

#[test]
fn the_schema_of_a_file_describes_its_entries() {
    let schema = packs::file_schema("units.toml", &SECTIONS);
    let unit = &schema["properties"]["unit"]["items"];
    assert_eq!(unit["properties"]["people"]["description"], "How many people work in it.");
    assert_eq!(schema["$defs"]["Question"]["additionalProperties"], false);
    assert_eq!(packs::file_schema("city.toml", &SECTIONS)["properties"]["name"]["type"], "string");
}
