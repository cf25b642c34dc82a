//! A value of a shape as the controls of a form, in the order of the page.

use serde_json::{Map, Value as Json};

use super::shapes::{Field, Shape, in_one_line};

/// Empty rows offered under the filled ones.
const SPARE_ROWS: usize = 1;

/// A control of a form, or the beginning or end of a group of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// The path of the value, also the control's name: `question[1].ask.pl`.
    pub path: String,
    /// The field's name, by which its label is found; for a row of a list the list's name.
    pub field: String,
    /// How it is shown.
    pub kind: Kind,
    /// Whether it has to be filled in.
    pub required: bool,
}

/// How a control is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// One line.
    Line,
    /// A text for people.
    Text {
        /// The language that it is in: `pl`, `uk`, `en`.
        language: &'static str,
        /// Whether it may have several lines.
        long: bool,
    },
    /// A number.
    Number,
    /// A day.
    Date,
    /// A box to tick.
    Flag,
    /// One of these words.
    Choice(Vec<String>),
    /// One of the entries of this section.
    Reference(String),
    /// Any of these words.
    Words(Vec<String>),
    /// Any of the entries of this section.
    References(String),
    /// One line each.
    Lines,
    /// `key = words`, one line each.
    Pairs,
    /// JSON.
    Json,
    /// A group begins; with the number of the row when it is one of several.
    Open(Option<usize>),
    /// The group ends; with the number of its row, if it is one.
    Close(Option<usize>),
    /// The languages of one text begin.
    Languages,
    /// They end.
    LanguagesEnd,
}

/// The controls of an entry's fields. `fixed_key` leaves the key out: it never changes.
pub fn fields(shape: &Shape, value: &Json, fixed_key: bool) -> Vec<Control> {
    let Shape::Table(fields) = shape else { return vec![control("value", "value", Kind::Json, true)] };
    let shown = fields.iter().filter(|field| !(fixed_key && field.name == "key"));
    shown.flat_map(|field| of_field(field, "", value.get(&field.name))).collect()
}

fn control(path: &str, field: &str, kind: Kind, required: bool) -> Control {
    Control { path: path.to_owned(), field: field.to_owned(), kind, required }
}

fn of_field(field: &Field, above: &str, value: Option<&Json>) -> Vec<Control> {
    let path = if above.is_empty() { field.name.clone() } else { format!("{above}.{}", field.name) };
    let one = |kind| vec![control(&path, &field.name, kind, field.required)];
    match &field.shape {
        Shape::Text => one(Kind::Line),
        Shape::Date => one(Kind::Date),
        Shape::Number { .. } => one(Kind::Number),
        Shape::Flag => one(Kind::Flag),
        Shape::Choice(words) => one(Kind::Choice(words.clone())),
        Shape::Reference(section) => one(Kind::Reference(section.clone())),
        Shape::Lines(line) => one(match line.as_ref() {
            Shape::Choice(words) => Kind::Words(words.clone()),
            Shape::Reference(section) => Kind::References(section.clone()),
            _ if in_one_line(&path) => Kind::Line,
            _ => Kind::Lines,
        }),
        Shape::WordOrLines => one(if in_one_line(&path) { Kind::Line } else { Kind::Lines }),
        Shape::WordOrTable if value.is_none_or(Json::is_string) => one(Kind::Line),
        Shape::WordOrTable | Shape::Other => one(Kind::Json),
        Shape::Words => one(Kind::Pairs),
        Shape::Wording => wording(&path, field),
        Shape::Table(fields) => group(&path, &field.name, None, fields, value),
        Shape::Rows(fields) => {
            let rows = value.and_then(Json::as_array).map_or(0, Vec::len);
            let row = |at| group(&format!("{path}[{at}]"), &field.name, Some(at + 1), fields, value.and_then(|rows| rows.get(at)));
            (0..rows + SPARE_ROWS).flat_map(row).collect()
        }
        Shape::Keyed(fields) => {
            let rows = Field { shape: Shape::Rows(fields.clone()), ..field.clone() };
            of_field(&rows, above, value.map(with_keys).as_ref())
        }
        Shape::Wordings => {
            let rows = value.and_then(Json::as_array).map_or(0, Vec::len);
            (0..rows + SPARE_ROWS).flat_map(|at| one_wording(&path, field, at)).collect()
        }
    }
}

fn wording(path: &str, field: &Field) -> Vec<Control> {
    let long = !["name", "title", "short", "centre"].contains(&field.name.as_str());
    let text = |language: &'static str| {
        control(&format!("{path}.{language}"), &field.name, Kind::Text { language, long }, field.required && language == "pl")
    };
    let bound = |kind| control(path, &field.name, kind, field.required);
    [bound(Kind::Languages)].into_iter().chain(["pl", "uk", "en"].map(text)).chain([bound(Kind::LanguagesEnd)]).collect()
}

/// One of several texts, as a row.
fn one_wording(path: &str, field: &Field, at: usize) -> Vec<Control> {
    let path = format!("{path}[{at}]");
    let bound = |kind| control(&path, &field.name, kind, false);
    let texts = wording(&path, &Field { required: false, ..field.clone() });
    let texts = texts.into_iter().filter(|control| matches!(control.kind, Kind::Text { .. }));
    [bound(Kind::Open(Some(at + 1)))].into_iter().chain(texts).chain([bound(Kind::Close(Some(at + 1)))]).collect()
}

/// Tables by their keys as rows that have them.
fn with_keys(tables: &Json) -> Json {
    let row = |(key, table): (&String, &Json)| {
        let mut row = table.as_object().cloned().unwrap_or_default();
        row.insert("key".to_owned(), Json::from(key.as_str()));
        Json::Object(row)
    };
    tables.as_object().into_iter().flatten().map(row).collect()
}

fn group(path: &str, name: &str, row: Option<usize>, fields: &[Field], value: Option<&Json>) -> Vec<Control> {
    let mut controls = vec![control(path, name, Kind::Open(row), false)];
    controls.extend(fields.iter().flat_map(|field| of_field(field, path, value.and_then(|value| value.get(&field.name)))));
    controls.push(control(path, name, Kind::Close(row), false));
    controls
}

/// What stands in the controls of a value: path and text.
pub fn flat(shape: &Shape, value: &Json) -> Vec<(String, String)> {
    let mut found = Vec::new();
    match shape {
        Shape::Table(fields) => flat_table(fields, value, "", &mut found),
        _ => found.push(("value".to_owned(), pretty(value))),
    }
    found
}

fn flat_table(fields: &[Field], value: &Json, above: &str, found: &mut Vec<(String, String)>) {
    for field in fields {
        let path = if above.is_empty() { field.name.clone() } else { format!("{above}.{}", field.name) };
        if let Some(value) = value.get(&field.name).filter(|value| !value.is_null()) {
            flat_value(&field.shape, value, path, found);
        } else if field.shape == Shape::Flag && field.yes {
            found.push((path, "yes".to_owned()));
        }
    }
}

fn flat_value(shape: &Shape, value: &Json, path: String, found: &mut Vec<(String, String)>) {
    match (shape, value) {
        (Shape::Table(fields), _) => flat_table(fields, value, &path, found),
        (Shape::Rows(fields), Json::Array(rows)) => {
            rows.iter().enumerate().for_each(|(at, row)| flat_table(fields, row, &format!("{path}[{at}]"), found));
        }
        (Shape::Keyed(fields), _) => flat_value(&Shape::Rows(fields.clone()), &with_keys(value), path, found),
        (Shape::Wordings, Json::Array(texts)) => {
            texts.iter().enumerate().for_each(|(at, text)| flat_value(&Shape::Wording, text, format!("{path}[{at}]"), found));
        }
        (Shape::Wording, Json::Object(texts)) => {
            found.extend(texts.iter().filter_map(|(tag, text)| Some((format!("{path}.{tag}"), text.as_str()?.to_owned()))));
        }
        (Shape::Lines(one), Json::Array(lines)) if matches!(**one, Shape::Choice(_) | Shape::Reference(_)) => {
            found.extend(lines.iter().map(|ticked| (path.clone(), line(ticked))));
        }
        (Shape::Lines(_) | Shape::WordOrLines, Json::Array(lines)) => {
            let between = if in_one_line(&path) { ", " } else { "\n" };
            found.push((path, lines.iter().map(line).collect::<Vec<_>>().join(between)));
        }
        (Shape::WordOrTable, Json::Object(_)) => found.push((path, pretty(value))),
        (Shape::Words, Json::Object(words)) => found.push((path, keyed(words))),
        (Shape::Other, _) => found.push((path, pretty(value))),
        (Shape::Flag, _) => found.extend(value.as_bool().filter(|yes| *yes).map(|_| (path, "yes".to_owned()))),
        _ => found.push((path, line(value))),
    }
}

fn keyed(words: &Map<String, Json>) -> String {
    words.iter().map(|(key, value)| format!("{key} = {}", line(value))).collect::<Vec<_>>().join("\n")
}

fn line(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn pretty(value: &Json) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
