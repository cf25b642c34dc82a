//! What an entry names: keys of other entries, found where its schema says `x-section`.

use serde_json::Value as Json;

/// Section and key of every entry that a value of this schema names.
pub(crate) fn of(schema: &Json, value: &Json) -> Vec<(String, String)> {
    let mut found = Vec::new();
    Walk { shapes: &schema["$defs"], found: &mut found }.value(schema, value);
    found
}

struct Walk<'a> {
    shapes: &'a Json,
    found: &'a mut Vec<(String, String)>,
}

impl Walk<'_> {
    fn value(&mut self, schema: &Json, value: &Json) {
        if let Some(section) = schema["x-section"].as_str() {
            let keys = value.as_array().map_or_else(|| vec![value], |keys| keys.iter().collect());
            self.found.extend(keys.into_iter().filter_map(Json::as_str).map(|key| (section.to_owned(), key.to_owned())));
            return;
        }
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            self.value(&self.shapes[name], value);
        }
        // A value fits one of them; the others find nothing in it.
        for word in ["anyOf", "oneOf", "allOf"] {
            schema[word].as_array().into_iter().flatten().for_each(|variant| self.value(variant, value));
        }
        match value {
            Json::Array(items) => items.iter().for_each(|item| self.value(&schema["items"], item)),
            Json::Object(fields) => {
                for (name, field) in fields {
                    let own = schema["properties"].get(name);
                    self.value(own.unwrap_or(&schema["additionalProperties"]), field);
                }
            }
            _ => {}
        }
    }
}
