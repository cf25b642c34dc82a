//! Writes entries as the files of a pack.

use std::{collections::BTreeMap, fs, path::Path};

use base::{Error, Result};
use serde_json::Value as Json;
use toml::Value as Toml;

use crate::{Entries, Form, Section, schema_name};

/// Writes the values in force into `folder`, one file for each that a section names; a file without entries is not written.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence when the folder cannot be written.
pub fn write(folder: &Path, sections: &[Section], entries: &Entries) -> Result<()> {
    let unusable = |fault: std::io::Error| Error::Unavailable(format!("{} cannot be written: {fault}", folder.display()));
    fs::create_dir_all(folder).map_err(unusable)?;
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    for section in sections {
        let body = section_text(section, entries)?;
        if !body.is_empty() || !section.optional {
            files.entry(section.file).or_insert_with(|| format!("#:schema ./schemas/{}\n", schema_name(section.file))).push_str(&body);
        }
    }
    files.into_iter().try_for_each(|(file, text)| fs::write(folder.join(file), text).map_err(unusable))
}

fn section_text(section: &Section, entries: &Entries) -> Result<String> {
    let mut text = String::new();
    for value in entries.of(section.name).iter().filter_map(crate::Entry::value) {
        text.push('\n');
        match section.form {
            Form::Whole => text.push_str(&toml_text(&to_toml(&value))?),
            Form::List(table) => {
                let list = Toml::Table([(table.to_owned(), Toml::Array(vec![to_toml(&value)]))].into_iter().collect());
                text.push_str(&toml_text(&list)?);
            }
        }
    }
    Ok(text)
}

fn toml_text(value: &Toml) -> Result<String> {
    toml::to_string(value).map_err(Error::internal)
}

/// TOML has no null: a value that is none is left out.
fn to_toml(value: &Json) -> Toml {
    match value {
        Json::Null => Toml::String(String::new()),
        Json::Bool(yes) => Toml::Boolean(*yes),
        Json::Number(number) => number.as_i64().map_or_else(|| Toml::Float(number.as_f64().unwrap_or_default()), Toml::Integer),
        Json::String(text) => Toml::String(text.clone()),
        Json::Array(items) => Toml::Array(items.iter().filter(|item| !item.is_null()).map(to_toml).collect()),
        Json::Object(fields) => {
            Toml::Table(fields.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.clone(), to_toml(value))).collect())
        }
    }
}
