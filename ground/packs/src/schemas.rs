//! A JSON Schema for each file of a pack, by which editors complete and check it.

use serde_json::{Map, Value as Json, json};

use crate::{Form, Section};

/// The file name of the schema of a pack's file: `units.toml` → `units.schema.json`.
pub fn schema_name(file: &str) -> String {
    format!("{}.schema.json", file.strip_suffix(".toml").unwrap_or(file))
}

/// The JSON Schema (draft 2020-12) of a whole file, from the sections that it holds.
pub fn file_schema(file: &str, sections: &[Section]) -> Json {
    let held: Vec<&Section> = sections.iter().filter(|section| section.file == file).collect();
    if let [Section { form: Form::Whole, .. }] = held.as_slice() {
        return held[0].schema();
    }
    let (mut properties, mut shapes) = (Map::new(), Map::new());
    for section in held {
        let Form::List(table) = section.form else { continue };
        let mut shape = section.schema();
        if let Some(inner) = shape.as_object_mut().and_then(|shape| shape.remove("$defs")) {
            shapes.extend(inner.as_object().cloned().unwrap_or_default());
        }
        if let Some(fields) = shape.as_object_mut() {
            fields.remove("$schema");
        }
        properties.insert(table.to_owned(), json!({ "type": "array", "items": shape }));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": file,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "$defs": shapes,
    })
}
