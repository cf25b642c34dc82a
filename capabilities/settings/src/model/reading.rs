//! A filled form as a value of a shape; what cannot be read is told at its control.

use serde_json::{Map, Number, Value as Json};

use super::shapes::{Field, Shape, in_one_line};

/// The most rows of one list.
const MOST_ROWS: usize = 100;

/// Something typed that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The control's name.
    pub path: String,
    /// The key of the sentence that says how to mend it.
    pub message: &'static str,
}

/// What the form says: `typed` gives the text of a control by its name. What is empty is left out.
pub fn read(shape: &Shape, typed: &dyn Fn(&str) -> Option<String>) -> (Json, Vec<Slip>) {
    let mut reader = Reader { typed, slips: Vec::new() };
    let value = match shape {
        Shape::Table(fields) => Json::Object(reader.table(fields, "")),
        _ => reader.json("value").unwrap_or(Json::Null),
    };
    (value, reader.slips)
}

/// Boxes that mean the same as `before` say it as `before` did: by a word, or by none; and what stays chosen keeps its order.
pub fn as_before(shape: &Shape, before: &Json, after: &mut Json) {
    match (shape, after) {
        (Shape::Table(fields), Json::Object(after)) => {
            fields.iter().for_each(|field| keep_flag(field, before, after));
        }
        (Shape::Keyed(fields), Json::Object(after)) => {
            let table = Shape::Table(fields.clone());
            after.iter_mut().for_each(|(key, one)| as_before(&table, &before[key.as_str()], one));
        }
        (Shape::Rows(fields), Json::Array(after)) => {
            let table = Shape::Table(fields.clone());
            after.iter_mut().enumerate().for_each(|(at, one)| as_before(&table, &before[at], one));
        }
        (Shape::Lines(line), Json::Array(after)) if matches!(**line, Shape::Choice(_) | Shape::Reference(_)) => {
            let place = |one: &Json| before.as_array().and_then(|all| all.iter().position(|other| other == one)).unwrap_or(usize::MAX);
            after.sort_by_key(place);
        }
        _ => {}
    }
}

fn keep_flag(field: &Field, before: &Json, after: &mut Map<String, Json>) {
    let old = before.get(&field.name);
    if field.shape != Shape::Flag {
        if let (Some(old), Some(new)) = (old, after.get_mut(&field.name)) {
            as_before(&field.shape, old, new);
        }
        return;
    }
    let meant = |said: Option<&Json>| said.and_then(Json::as_bool).unwrap_or(field.yes);
    if before.is_object() && meant(old) == meant(after.get(&field.name)) {
        match old {
            Some(old) => drop(after.insert(field.name.clone(), old.clone())),
            None => drop(after.remove(&field.name)),
        }
    }
}

struct Reader<'a> {
    typed: &'a dyn Fn(&str) -> Option<String>,
    slips: Vec<Slip>,
}

impl Reader<'_> {
    fn table(&mut self, fields: &[Field], above: &str) -> Map<String, Json> {
        let mut table = Map::new();
        for field in fields {
            let path = if above.is_empty() { field.name.clone() } else { format!("{above}.{}", field.name) };
            if let Some(value) = self.value(field, &path) {
                table.insert(field.name.clone(), value);
            } else if field.required && above.is_empty() {
                self.missing(&field.shape, path);
            }
        }
        table
    }

    fn missing(&mut self, shape: &Shape, path: String) {
        let path = if *shape == Shape::Wording { format!("{path}.pl") } else { path };
        match shape {
            Shape::Table(_) | Shape::Rows(_) | Shape::Keyed(_) | Shape::Wordings => {}
            _ => self.slip(path, "settings-missing"),
        }
    }

    fn value(&mut self, field: &Field, path: &str) -> Option<Json> {
        match &field.shape {
            Shape::Text | Shape::Choice(_) | Shape::Reference(_) | Shape::Date => self.text(path).map(Json::String),
            Shape::Number { fraction } => self.number(path, *fraction),
            Shape::Flag => self.flag(field, path),
            Shape::Wording => self.wording(path),
            Shape::Lines(_) => self.text(path).map(|text| lines(&text, path).map(Json::from).collect()),
            Shape::WordOrLines => self.word_or_lines(path),
            Shape::WordOrTable => self.word_or_table(path),
            Shape::Words => self.words(path),
            Shape::Wordings => self.each(path, |reader, path| reader.wording(path)).map(Json::Array),
            Shape::Keyed(fields) => self.rows(fields, path).map(|rows| by_key(&rows)),
            Shape::Other => self.json(path),
            Shape::Table(fields) => Some(Json::Object(self.table(fields, path))).filter(|table| field.required || says_something(table)),
            Shape::Rows(fields) => self.rows(fields, path),
        }
    }

    fn text(&self, path: &str) -> Option<String> {
        (self.typed)(path).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn number(&mut self, path: &str, fraction: bool) -> Option<Json> {
        let text = self.text(path)?.replace(',', ".").replace([' ', '\u{a0}'], "");
        let whole = text.parse::<i64>().ok().map(Json::from);
        let number = if fraction { whole.or_else(|| Number::from_f64(text.parse().ok()?).map(Json::Number)) } else { whole };
        if number.is_none() {
            self.slip(path.to_owned(), "settings-no-number");
        }
        number
    }

    /// A box says something only where something has to be said, or where it differs from what is meant without it.
    fn flag(&mut self, field: &Field, path: &str) -> Option<Json> {
        let yes = self.text(path).is_some();
        (yes != field.yes || field.required).then_some(Json::Bool(yes))
    }

    fn wording(&mut self, path: &str) -> Option<Json> {
        let texts =
            ["pl", "uk", "en"].into_iter().filter_map(|tag| Some((tag.to_owned(), Json::String(self.text(&format!("{path}.{tag}"))?))));
        let texts: Map<String, Json> = texts.collect();
        if !texts.is_empty() && !texts.contains_key("pl") {
            self.slip(format!("{path}.pl"), "settings-polish-missing");
        }
        (!texts.is_empty()).then_some(Json::Object(texts))
    }

    fn words(&mut self, path: &str) -> Option<Json> {
        let mut words = Map::new();
        for line in self.text(path)?.lines().filter(|line| !line.trim().is_empty()) {
            match line.split_once('=') {
                Some((key, value)) => drop(words.insert(key.trim().to_owned(), Json::from(value.trim()))),
                None => self.slip(path.to_owned(), "settings-no-words"),
            }
        }
        Some(Json::Object(words))
    }

    /// A line that begins with a letter is a word.
    fn word_or_lines(&self, path: &str) -> Option<Json> {
        let text = self.text(path)?;
        let word = text.starts_with(char::is_alphabetic) && lines(&text, path).count() == 1;
        Some(if word { Json::String(text) } else { lines(&text, path).map(Json::from).collect() })
    }

    fn json(&mut self, path: &str) -> Option<Json> {
        let text = self.text(path)?;
        serde_json::from_str(&text).map_err(|_| self.slip(path.to_owned(), "settings-no-json")).ok()
    }

    fn word_or_table(&mut self, path: &str) -> Option<Json> {
        let text = self.text(path)?;
        if text.starts_with('{') { self.json(path) } else { Some(Json::String(text)) }
    }

    fn rows(&mut self, fields: &[Field], path: &str) -> Option<Json> {
        let row = |reader: &mut Self, path: &str| Some(Json::Object(reader.table(fields, path))).filter(says_something);
        self.each(path, row).map(Json::Array)
    }

    /// Rows in which nothing was typed or ticked are left out; the first row that the form does not have ends the list.
    fn each(&mut self, path: &str, row: impl Fn(&mut Self, &str) -> Option<Json>) -> Option<Vec<Json>> {
        let mut rows = Vec::new();
        for at in 0..MOST_ROWS {
            let path = format!("{path}[{at}]");
            match row(self, &path) {
                Some(row) => rows.push(row),
                None if (self.typed)(&path).is_none() => break,
                None => {}
            }
        }
        (!rows.is_empty()).then_some(rows)
    }

    fn slip(&mut self, path: String, message: &'static str) {
        self.slips.push(Slip { path, message });
    }
}

/// Whether anything was typed or ticked in it: tables that must be there are there even when they are empty.
fn says_something(value: &Json) -> bool {
    match value {
        Json::Null | Json::Bool(false) => false,
        Json::Object(fields) => fields.values().any(says_something),
        Json::Array(items) => items.iter().any(says_something),
        _ => true,
    }
}

fn lines<'a>(text: &'a str, path: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let commas = in_one_line(path);
    text.split(move |sign| sign == '\n' || (commas && sign == ',')).map(str::trim).filter(|line| !line.is_empty())
}

/// Rows with a `key` as tables by their keys.
fn by_key(rows: &Json) -> Json {
    let rows = rows.as_array().into_iter().flatten().filter_map(Json::as_object);
    let keyed = rows.map(|row| {
        let mut row = row.clone();
        let key = row.remove("key").and_then(|key| key.as_str().map(str::to_owned)).unwrap_or_default();
        (key, Json::Object(row))
    });
    Json::Object(keyed.collect())
}
