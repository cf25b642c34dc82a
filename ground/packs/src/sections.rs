//! A section: one list of entries in one file of a pack, and the shape that they have.

use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::Reason;

/// How a file holds its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The file is one entry, whose key is the section's name: `city.toml`.
    Whole,
    /// The file has a list of tables of this name, each with a field `key`: `[[unit]]`.
    List(&'static str),
}

/// One list of entries in one file of a pack.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// One word for it, in the database and in addresses of pages: `units`.
    pub name: &'static str,
    /// The file that holds it.
    pub file: &'static str,
    /// How the file holds it.
    pub form: Form,
    /// Whether a pack may do without the file.
    pub optional: bool,
    pub(crate) schema: fn() -> Schema,
    pub(crate) parse: fn(&Json) -> Result<(), (String, Reason)>,
}

impl Section {
    /// A file that is one entry of type `T`.
    pub const fn whole<T: JsonSchema + DeserializeOwned>(name: &'static str, file: &'static str) -> Self {
        Self { name, file, form: Form::Whole, optional: false, schema: schema_of::<T>, parse: parse_as::<T> }
    }

    /// A list `[[table]]` of entries of type `T`, each with a field `key`.
    pub const fn list<T: JsonSchema + DeserializeOwned>(name: &'static str, file: &'static str, table: &'static str) -> Self {
        Self { name, file, form: Form::List(table), optional: false, schema: schema_of::<T>, parse: parse_as::<T> }
    }

    /// The same section, whose file may be missing.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The JSON Schema (draft 2020-12) of one entry.
    pub fn schema(&self) -> Json {
        (self.schema)().to_value()
    }

    /// What is wrong with the value as an entry of this section: the path to it and the reason.
    ///
    /// # Errors
    /// The first thing that does not fit the shape.
    pub fn fits(&self, value: &Json) -> Result<(), (String, Reason)> {
        (self.parse)(value)
    }

    /// Everything that does not fit the shape, each as path and reason. What stands in a list that has a fault is told
    /// when that fault is mended.
    pub(crate) fn misfits(&self, value: &Json) -> Vec<(String, Reason)> {
        let (mut left, mut found) = (value.clone(), Vec::new());
        let mut put_aside: Vec<String> = Vec::new();
        while let Err((path, reason)) = self.fits(&left) {
            if !put_aside.contains(&path) {
                found.push((path.clone(), reason));
            }
            let named = path.split('[').next().unwrap_or_default();
            let above = named.rsplit_once('.').map_or("", |(above, _)| above);
            let Some(taken) = [named, above].into_iter().find(|path| take_out(&mut left, path)) else { break };
            put_aside.push(taken.to_owned());
        }
        let told = |name: &str, found: &[(String, Reason)]| found.iter().any(|(path, _)| path == name);
        let schema = self.schema();
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str) {
            if value.get(name).is_none() && !told(name, &found) {
                found.push((name.to_owned(), Reason::of_shape(&format!("missing field `{name}`"))));
            }
        }
        found
    }
}

fn schema_of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

fn parse_as<T: DeserializeOwned>(value: &Json) -> Result<(), (String, Reason)> {
    typed::<T>(value).map(drop)
}

/// The value as a `T`; or the path to what does not fit, and the reason.
pub(crate) fn typed<T: DeserializeOwned>(value: &Json) -> Result<T, (String, Reason)> {
    serde_path_to_error::deserialize(value).map_err(|fault| {
        let path = fault.path().to_string();
        let path = if path == "." { String::new() } else { path };
        placed(value, path, &fault.into_inner().to_string())
    })
}

/// Some shapes say in their sentence which of their fields is at fault: `fri: "8-14" is not HH:MM-HH:MM`, ``missing field `unit` ``.
fn placed(value: &Json, path: String, said: &str) -> (String, Reason) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    if let Some(name) = said.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
        return (below(name), Reason::of_shape(said));
    }
    let around = at(value, &path).and_then(Json::as_object);
    match said.split_once(": ") {
        Some((name, rest)) if around.is_some_and(|table| table.contains_key(name)) => (below(name), Reason::of_shape(rest)),
        _ => (path, Reason::of_shape(said)),
    }
}

/// The value at a path such as `question[1].ask`.
fn at<'a>(value: &'a Json, path: &str) -> Option<&'a Json> {
    let steps = path.split(['.', '[']).filter(|step| !step.is_empty());
    steps.map(|step| step.trim_end_matches(']')).try_fold(value, |value, step| match value {
        Json::Array(items) => items.get(step.parse::<usize>().ok()?),
        table => table.get(step),
    })
}

/// Takes out the value at this path of names, and says whether there was one.
fn take_out(value: &mut Json, path: &str) -> bool {
    let (above, name) = path.rsplit_once('.').unwrap_or(("", path));
    let mut table = Some(value);
    for step in above.split('.').filter(|step| !step.is_empty()) {
        table = table.and_then(|table| table.get_mut(step));
    }
    table.and_then(Json::as_object_mut).is_some_and(|table| table.remove(name).is_some())
}
