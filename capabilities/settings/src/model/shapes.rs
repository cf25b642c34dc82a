//! The shape of an entry, read from its JSON Schema: as much of it as a form can show.

use serde_json::{Map, Value as Json};

/// The deepest that tables may stand in each other.
const DEEPEST: usize = 16;

/// What a value looks like.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Words on one line.
    Text,
    /// A day, `2026-12-31`.
    Date,
    /// A number, whole or not.
    Number {
        /// Whether it may have a fraction.
        fraction: bool,
    },
    /// Yes or no.
    Flag,
    /// One of these words.
    Choice(Vec<String>),
    /// The key of an entry of this section.
    Reference(String),
    /// A text in Polish and, where the city has them, Ukrainian and English.
    Wording,
    /// Several texts of one shape.
    Lines(Box<Shape>),
    /// One word, or several lines: `closed`, or hours.
    WordOrLines,
    /// One word, or a table as JSON: the key of a calendar, or a week.
    WordOrTable,
    /// Several texts, each in its languages.
    Wordings,
    /// Several tables of the same fields.
    Rows(Vec<Field>),
    /// Several tables, each with its key, which is the first of the fields.
    Keyed(Vec<Field>),
    /// A table.
    Table(Vec<Field>),
    /// Words by key, such as data controllers.
    Words,
    /// Anything else: shown and read as JSON.
    Other,
}

/// A field of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name in the file.
    pub name: String,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether it has to be there.
    pub required: bool,
    /// Of a box to tick: whether yes is meant where nothing is said.
    pub yes: bool,
    /// What it means, in English, for whoever writes files.
    pub meaning: String,
}

/// Fields that stand in the order in which people know them.
const IN_ORDER: [&[&str]; 2] = [&["mon", "tue", "wed", "thu", "fri", "sat", "sun"], &["north", "south", "west", "east"]];

impl Field {
    /// Where it stands on the form: the key first, then what people read, then what must be there; lists of tables last.
    /// A JSON Schema keeps no order of its own, so days of the week and edges of a map are put in theirs.
    fn rank(&self) -> usize {
        let ordered = IN_ORDER.iter().find_map(|names| names.iter().position(|name| *name == self.name));
        match (self.name.as_str(), &self.shape) {
            _ if ordered.is_some() => ordered.unwrap_or_default(),
            ("key", _) => 0,
            ("name" | "title" | "ask" | "on", _) => 1,
            (_, Shape::Rows(_) | Shape::Keyed(_) | Shape::Wordings) => 5,
            (_, Shape::Table(_) | Shape::Words | Shape::Other) => 4,
            _ if self.required => 2,
            _ => 3,
        }
    }
}

/// Whether the lines of this field are short enough to stand in one, with commas between them: hours of a day.
pub(super) fn in_one_line(path: &str) -> bool {
    let name = path.rsplit('.').next().unwrap_or_default();
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "hours", "on_holidays"].contains(&name)
}

impl Shape {
    /// The shape of an entry with this schema.
    pub fn of(schema: &Json) -> Self {
        let none = Map::new();
        let shapes = schema.get("$defs").and_then(Json::as_object).unwrap_or(&none);
        Reader { shapes }.shape(schema, DEEPEST)
    }
}

struct Reader<'a> {
    shapes: &'a Map<String, Json>,
}

impl Reader<'_> {
    fn shape(&self, schema: &Json, depth: usize) -> Shape {
        if depth == 0 {
            return Shape::Other;
        }
        if let Some(section) = schema.get("x-section").and_then(Json::as_str) {
            return match self.main_type(schema) {
                "array" => Shape::Lines(Box::new(Shape::Reference(section.to_owned()))),
                _ => Shape::Reference(section.to_owned()),
            };
        }
        if let Some(name) = schema.get("$ref").and_then(Json::as_str).and_then(|path| path.rsplit('/').next()) {
            let below = self.shapes.get(name).map_or(Shape::Other, |schema| self.shape(schema, depth - 1));
            return if name == "Wording" { Shape::Wording } else { below };
        }
        if let Some(choice) = choice(schema) {
            return choice;
        }
        for word in ["anyOf", "oneOf"] {
            let variants: Vec<&Json> =
                schema.get(word).and_then(Json::as_array).into_iter().flatten().filter(|one| !is_null(one)).collect();
            match variants.as_slice() {
                [] => {}
                [only] => return self.shape(only, depth),
                _ => return self.either(&variants, depth),
            }
        }
        self.plain(schema, depth)
    }

    /// One of several shapes: only a word or lines has a control of its own.
    fn either(&self, variants: &[&Json], depth: usize) -> Shape {
        let shapes: Vec<Shape> = variants.iter().map(|variant| self.shape(variant, depth - 1)).collect();
        let [first, second] = shapes.as_slice() else { return Shape::Other };
        let lines = Shape::Lines(Box::new(Shape::Text));
        if (*first == Shape::Text && *second == lines) || (*first == lines && *second == Shape::Text) {
            Shape::WordOrLines
        } else if let [Shape::Text, Shape::Table(_)] = shapes.as_slice() {
            Shape::WordOrTable
        } else {
            Shape::Other
        }
    }

    fn plain(&self, schema: &Json, depth: usize) -> Shape {
        match self.main_type(schema) {
            "string" if schema.get("format").and_then(Json::as_str) == Some("date") => Shape::Date,
            "string" => Shape::Text,
            "integer" => Shape::Number { fraction: false },
            "number" => Shape::Number { fraction: true },
            "boolean" => Shape::Flag,
            "array" => match self.shape(schema.get("items").unwrap_or(&Json::Null), depth - 1) {
                Shape::Table(fields) => Shape::Rows(fields),
                Shape::Wording => Shape::Wordings,
                line @ (Shape::Text | Shape::Choice(_) | Shape::Reference(_)) => Shape::Lines(Box::new(line)),
                _ => Shape::Other,
            },
            "object" if schema.get("properties").is_some() => Shape::Table(self.table(schema, depth)),
            "object" => match schema.get("additionalProperties").map(|value| self.shape(value, depth - 1)) {
                Some(Shape::Text) => Shape::Words,
                Some(Shape::Table(fields)) => Shape::Keyed(keyed(fields)),
                _ => Shape::Other,
            },
            _ => Shape::Other,
        }
    }

    fn table(&self, schema: &Json, depth: usize) -> Vec<Field> {
        let required: Vec<&str> = schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect();
        let properties = schema.get("properties").and_then(Json::as_object).into_iter().flatten();
        let mut fields: Vec<Field> = properties
            .map(|(name, value)| Field {
                name: name.clone(),
                shape: self.shape(value, depth - 1),
                required: required.contains(&name.as_str()),
                yes: value.get("default") == Some(&Json::Bool(true)),
                meaning: value.get("description").and_then(Json::as_str).unwrap_or_default().to_owned(),
            })
            .collect();
        fields.sort_by_key(Field::rank);
        fields
    }

    /// The type that is not null.
    fn main_type<'b>(&self, schema: &'b Json) -> &'b str {
        match schema.get("type") {
            Some(Json::String(word)) => word,
            Some(Json::Array(words)) => words.iter().filter_map(Json::as_str).find(|word| *word != "null").unwrap_or_default(),
            _ => "",
        }
    }
}

fn keyed(fields: Vec<Field>) -> Vec<Field> {
    let key = Field { name: "key".to_owned(), shape: Shape::Text, required: true, yes: false, meaning: String::new() };
    std::iter::once(key).chain(fields).collect()
}

fn is_null(schema: &Json) -> bool {
    schema.get("type").and_then(Json::as_str) == Some("null")
}

/// A list of words: `enum`, or a `oneOf` of single words with their meanings.
fn choice(schema: &Json) -> Option<Shape> {
    let listed =
        schema.get("enum").and_then(Json::as_array).map(|words| words.iter().filter_map(Json::as_str).map(str::to_owned).collect());
    let told = || {
        let variants = schema.get("oneOf").and_then(Json::as_array)?;
        let words = |variant: &Json| match (variant.get("const"), variant.get("enum").and_then(Json::as_array)) {
            (Some(Json::String(word)), _) => Some(vec![word.clone()]),
            (_, Some(words)) => words.iter().map(|word| word.as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        variants.iter().map(words).collect::<Option<Vec<_>>>().map(|words| words.concat())
    };
    listed.or_else(told).filter(|words: &Vec<String>| !words.is_empty()).map(Shape::Choice)
}
