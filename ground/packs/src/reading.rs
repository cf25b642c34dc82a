//! Reads the files of a pack, and remembers on which line each value stands.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    io::ErrorKind,
    path::Path,
};

use serde_json::{Map, Number, Value as Json};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    Fault, Form, Kind, Reason, Section,
    entries::{Entries, Entry},
};

/// The largest file of entries that is read, bytes.
pub const MAX_FILE_BYTES: u64 = 16 << 20;

/// What the files of a pack say, and where each value stands.
#[derive(Debug, Default)]
pub struct Draft {
    /// The entries, with their layer `pack` only.
    pub entries: Entries,
    /// Line by section, key and path.
    lines: HashMap<(String, String, String), usize>,
    files: HashMap<&'static str, &'static str>,
}

impl Draft {
    /// The fault with the file and the line of the value that it names, or of the nearest thing around it.
    #[must_use]
    pub fn placed(&self, fault: Fault) -> Fault {
        let Some(file) = self.files.get(fault.section.as_str()) else { return fault };
        let mut path = fault.path.as_str();
        let line = loop {
            let known = self.lines.get(&(fault.section.clone(), fault.key.clone(), path.to_owned()));
            match (known, path.rfind(['.', '['])) {
                (Some(line), _) => break *line,
                (None, Some(end)) => path = &path[..end],
                (None, None) if path.is_empty() => break 0,
                (None, None) => path = "",
            }
        };
        Fault { at: Some(((*file).to_owned(), line)), ..fault }
    }
}

/// Reads the sections in `folder`. Every entry is held against its shape; what they say of each other is not looked at.
///
/// # Errors
/// Every fault found, with file, line and reason.
pub fn read(folder: &Path, sections: &[Section]) -> Result<Draft, Vec<Fault>> {
    let (draft, faults) = draft(folder, sections);
    if faults.is_empty() { Ok(draft) } else { Err(faults) }
}

/// As [`read`], with what could be read beside the faults.
pub fn draft(folder: &Path, sections: &[Section]) -> (Draft, Vec<Fault>) {
    let mut draft = Draft { files: sections.iter().map(|section| (section.name, section.file)).collect(), ..Draft::default() };
    let mut faults = Vec::new();
    let mut files: BTreeMap<&str, Vec<&Section>> = BTreeMap::new();
    for section in sections {
        files.entry(section.file).or_default().push(section);
    }
    for (file, sections) in files {
        match text(folder, file, sections.iter().all(|section| section.optional)) {
            Ok(Some(text)) => read_file(&text, &sections, &mut draft, &mut faults),
            Ok(None) => {}
            Err(fault) => faults.push(*fault),
        }
    }
    (draft, faults)
}

fn text(folder: &Path, file: &str, optional: bool) -> Result<Option<String>, Box<Fault>> {
    let path = folder.join(file);
    let said = |reason: String| Box::new(Fault::of_file(file, 0, reason));
    match fs::metadata(&path) {
        Err(fault) if fault.kind() == ErrorKind::NotFound && optional => return Ok(None),
        Err(fault) if fault.kind() == ErrorKind::NotFound => return Err(said(format!("there is no such file in {}", folder.display()))),
        Err(fault) => return Err(said(format!("it cannot be read: {fault}"))),
        Ok(about) if about.len() > MAX_FILE_BYTES => return Err(said(format!("it has more than {MAX_FILE_BYTES} bytes"))),
        Ok(_) => {}
    }
    let bytes = fs::read(&path).map_err(|fault| said(format!("it cannot be read: {fault}")))?;
    let text = String::from_utf8(bytes).map_err(|fault| {
        let line = fault.as_bytes()[..fault.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        Box::new(Fault::of_file(file, line, "here are signs that are not UTF-8: save the file as UTF-8"))
    })?;
    Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
}

fn read_file(text: &str, sections: &[&Section], draft: &mut Draft, faults: &mut Vec<Fault>) {
    let file = sections[0].file;
    let lines = LineEnds::of(text);
    let (table, broken) = DeTable::parse_recoverable(text);
    for fault in &broken {
        let line = fault.span().map_or(0, |span| lines.line(span.start));
        faults.push(Fault::of_file(file, line, fault.message()));
    }
    if !broken.is_empty() {
        return;
    }
    for section in sections {
        Reader { section, lines: &lines, draft, faults }.read(table.get_ref());
    }
    unknown_tables(table.get_ref(), sections, &lines, faults);
}

/// A file of lists may have no table that no section reads: most likely a slip in its name.
fn unknown_tables(table: &DeTable<'_>, sections: &[&Section], lines: &LineEnds, faults: &mut Vec<Fault>) {
    let known: Vec<&str> =
        sections.iter().filter_map(|section| if let Form::List(table) = section.form { Some(table) } else { None }).collect();
    if known.len() < sections.len() {
        return;
    }
    for name in table.keys().filter(|name| !known.contains(&name.get_ref().as_ref())) {
        let reason = format!("there is no [[{}]] in this file, but [[{}]]", name.get_ref(), known.join("]], [["));
        faults.push(Fault::of_file(sections[0].file, lines.line(name.span().start), reason));
    }
}

/// Reads one section of one file.
struct Reader<'a> {
    section: &'a Section,
    lines: &'a LineEnds,
    draft: &'a mut Draft,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn read(&mut self, file: &DeTable<'_>) {
        match self.section.form {
            Form::Whole => {
                let value = self.table(file, self.section.name, "");
                self.take(self.section.name, value, 0);
            }
            Form::List(name) => match file.get(name).map(|list| (list, list.get_ref())) {
                None => {}
                Some((_, DeValue::Array(rows))) => {
                    (0..).zip(rows.iter()).for_each(|(place, row)| self.row(row, place));
                }
                Some((list, _)) => self.fault_at(list.span().start, format!("{name} is to be a list: write [[{name}]]")),
            },
        }
    }

    fn row(&mut self, row: &Spanned<DeValue<'_>>, place: i64) {
        let start = row.span().start;
        let Some(table) = row.get_ref().as_table() else { return self.fault_at(start, "an entry is to be a table".to_owned()) };
        let Some(key) = table.get("key").and_then(|key| key.get_ref().as_str()).map(str::to_owned) else {
            return self.fault_at(start, "key: every entry needs one, such as key = \"zarzad-drog\"".to_owned());
        };
        if !key_fits(&key) {
            return self.fault_at(start, format!("key: {key:?} is to be of small letters, digits and hyphens"));
        }
        if self.draft.entries.find(self.section.name, &key).is_some() {
            return self.fault_at(start, Reason::new(Kind::Twice, &key, format!("{key}: this key stands twice")));
        }
        let value = self.table(table, &key, "");
        self.note(&key, "", start);
        self.take(&key, value, place);
    }

    fn take(&mut self, key: &str, value: Json, place: i64) {
        let blank = blank_texts(&value, "").into_iter().map(|path| (path, Reason::new(Kind::Missing, "", "the Polish text is empty")));
        for (path, reason) in self.section.misfits(&value).into_iter().chain(blank) {
            let fault = self.draft.placed(Fault::new(self.section.name, key, &path, reason));
            self.faults.push(fault);
        }
        let entry = Entry { key: key.to_owned(), place, pack: Some(value), ..Entry::default() };
        self.draft.entries.0.entry(self.section.name.to_owned()).or_default().push(entry);
    }

    fn fault_at(&mut self, at: usize, reason: impl Into<Reason>) {
        self.faults.push(Fault::of_file(self.section.file, self.lines.line(at), reason));
    }

    fn note(&mut self, key: &str, path: &str, at: usize) {
        let line = self.lines.line(at);
        self.draft.lines.insert((self.section.name.to_owned(), key.to_owned(), path.to_owned()), line);
    }

    /// Notes a number that JSON has not, and takes 0 in its place.
    fn no_number(&mut self, key: &str, path: &str, written: &str, why: &str) -> Json {
        let fault = Fault::new(self.section.name, key, path, format!("{written}: {why}"));
        self.faults.push(self.draft.placed(fault));
        Json::from(0)
    }

    fn table(&mut self, table: &DeTable<'_>, key: &str, path: &str) -> Json {
        let mut map = Map::new();
        for (name, value) in table {
            let below = if path.is_empty() { name.get_ref().to_string() } else { format!("{path}.{}", name.get_ref()) };
            self.note(key, &below, name.span().start);
            map.insert(name.get_ref().to_string(), self.value(value, key, &below));
        }
        Json::Object(map)
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, key: &str, path: &str) -> Json {
        match value.get_ref() {
            DeValue::String(text) => Json::from(text.as_ref()),
            DeValue::Boolean(yes) => Json::from(*yes),
            DeValue::Datetime(moment) => Json::from(moment.to_string()),
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => Json::from(number),
                Err(_) => self.no_number(key, path, number.as_str(), "a whole number this large cannot be taken"),
            },
            DeValue::Float(number) => match number.as_str().parse::<f64>().ok().and_then(Number::from_f64) {
                Some(number) => Json::Number(number),
                None => self.no_number(key, path, number.as_str(), "this is no number that can be reckoned with"),
            },
            DeValue::Table(table) => self.table(table, key, path),
            DeValue::Array(list) => {
                let items = list.iter().enumerate().map(|(at, item)| {
                    let below = format!("{path}[{at}]");
                    self.note(key, &below, item.span().start);
                    self.value(item, key, &below)
                });
                Json::Array(items.collect())
            }
        }
    }
}

/// The paths of Polish texts in which nothing stands.
fn blank_texts(value: &Json, path: &str) -> Vec<String> {
    match value {
        Json::Object(fields) => {
            let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let blank = |name: &str, field: &Json| name == "pl" && field.as_str().is_some_and(|text| text.trim().is_empty());
            let of =
                |(name, field): (&String, &Json)| if blank(name, field) { vec![below(name)] } else { blank_texts(field, &below(name)) };
            fields.iter().flat_map(of).collect()
        }
        Json::Array(items) => items.iter().enumerate().flat_map(|(at, item)| blank_texts(item, &format!("{path}[{at}]"))).collect(),
        _ => Vec::new(),
    }
}

/// Whether a key is made of small letters, digits and hyphens (or underscores), as it stands in addresses of pages.
pub fn key_fits(key: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    (1..=100).contains(&key.len()) && key.bytes().all(fits)
}

/// Where lines end, to tell the line of a byte.
struct LineEnds(Vec<usize>);

impl LineEnds {
    fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect())
    }

    /// The line of the byte at `at`, counted from 1.
    fn line(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at) + 1
    }
}
