//! A section: one list of entries in one file of a pack, and the shape that they have.

use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

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
    pub(crate) parse: fn(&Json) -> Result<(), (String, String)>,
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
    pub fn fits(&self, value: &Json) -> Result<(), (String, String)> {
        (self.parse)(value)
    }
}

fn schema_of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

fn parse_as<T: DeserializeOwned>(value: &Json) -> Result<(), (String, String)> {
    typed::<T>(value).map(drop)
}

/// The value as a `T`; or the path to what does not fit, and the reason.
pub(crate) fn typed<T: DeserializeOwned>(value: &Json) -> Result<T, (String, String)> {
    serde_path_to_error::deserialize(value).map_err(|fault| {
        let path = fault.path().to_string();
        let path = if path == "." { String::new() } else { path };
        (path, fault.into_inner().to_string())
    })
}
