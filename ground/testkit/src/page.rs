//! What a browser was given, and the forms on it. Knows just enough HTML.

use axum::http::{HeaderMap, StatusCode, header};

/// A page, or whatever else was the answer.
#[derive(Debug)]
pub struct Page {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// The address that was asked for, after redirects.
    pub address: String,
    /// Its text as sent.
    pub html: String,
}

/// A form of a page, being filled in.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// `get` or `post`.
    pub method: String,
    controls: Vec<Control>,
}

#[derive(Debug, Clone)]
struct Control {
    name: String,
    value: String,
    kind: String,
    checked: bool,
    formaction: Option<String>,
    words: String,
    /// What a select offers.
    options: Vec<String>,
}

impl Page {
    /// It has this status.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{} {}", self.address, self.html);
        self
    }

    /// It sends the browser on to this place.
    #[track_caller]
    pub fn leads_to(&self, place: &str) -> &Self {
        assert_eq!((self.status, self.location()), (StatusCode::SEE_OTHER, Some(place)), "{} {}", self.address, self.html);
        self
    }

    /// A reader finds these words; all spaces are plain ones.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.text().contains(words), "no {words:?} in {} {}: {}", self.status, self.address, self.text());
        self
    }

    /// This stands in what was sent.
    #[track_caller]
    pub fn has(&self, html: &str) -> &Self {
        assert!(self.html.contains(html), "no {html:?} in {} {}: {}", self.status, self.address, self.html);
        self
    }

    /// This is neither read nor sent.
    #[track_caller]
    pub fn never_says(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words) && !self.html.contains(words), "{words:?} in {} {}", self.status, self.address);
        self
    }

    /// Where it sends the browser.
    pub fn location(&self) -> Option<&str> {
        self.headers.get(header::LOCATION).filter(|_| self.status == StatusCode::SEE_OTHER)?.to_str().ok()
    }

    /// What a reader sees, spaces made one; attributes are left out.
    pub fn text(&self) -> String {
        visible(&self.html)
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        let title = self.html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        decoded(title.unwrap_or_default())
    }

    /// The form in which `field` can be filled in.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    pub fn form_with(&self, field: &str) -> Form {
        self.forms().find(|form| form.shows(field)).unwrap_or_else(|| panic!("no form with {field} in {} {}", self.address, self.text()))
    }

    /// The last form that goes to `action`.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    pub fn form_to(&self, action: &str) -> Form {
        let found = self.forms().filter(|form| form.action == action).last();
        found.unwrap_or_else(|| panic!("no form to {action} in {} {}", self.address, self.text()))
    }

    fn forms(&self) -> impl Iterator<Item = Form> {
        self.html.split("<form").skip(1).map(|rest| Form::read(rest.split("</form>").next().unwrap_or_default()))
    }
}

impl Form {
    fn read(html: &str) -> Self {
        let (own, rest) = html.split_once('>').expect("a whole tag");
        let tags = rest.match_indices('<').filter_map(|(at, _)| rest[at + 1..].split_once('>'));
        Self {
            action: attribute(own, "action").expect("a form that goes somewhere"),
            method: attribute(own, "method").unwrap_or_else(|| "get".into()),
            controls: tags.filter_map(|(tag, after)| Control::read(tag, after)).collect(),
        }
    }

    fn shows(&self, field: &str) -> bool {
        self.controls.iter().any(|control| control.name == field && control.kind != "hidden")
    }

    /// The fields that the browser sends.
    pub fn sent(&self) -> impl Iterator<Item = (&str, &str)> {
        self.controls.iter().filter(|control| control.is_sent()).map(|control| (control.name.as_str(), control.value.as_str()))
    }

    /// What the form sends under this name; empty when nothing.
    pub fn value(&self, name: &str) -> &str {
        self.sent().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }

    /// The same form with this typed in.
    ///
    /// # Panics
    /// When there is no such field.
    #[must_use]
    #[track_caller]
    pub fn type_in(mut self, name: &str, value: &str) -> Self {
        let field = self.controls.iter_mut().find(|control| control.name == name && control.kind != "hidden");
        field.unwrap_or_else(|| panic!("no field {name}")).value = value.to_owned();
        self
    }

    /// The same form with this typed in, chosen or ticked, as the control asks for.
    ///
    /// # Panics
    /// When there is no such field, or it is not offered.
    #[must_use]
    #[track_caller]
    pub fn fill(self, name: &str, value: &str) -> Self {
        let chosen = |control: &Control| control.name == name && matches!(control.kind.as_str(), "radio" | "checkbox" | "select");
        if self.controls.iter().any(chosen) { self.choose(name, value) } else { self.type_in(name, value) }
    }

    /// The same form with this radio button or option chosen, or this box ticked.
    ///
    /// # Panics
    /// When it is not offered.
    #[must_use]
    #[track_caller]
    pub fn choose(mut self, name: &str, value: &str) -> Self {
        let mut found = false;
        for control in self.controls.iter_mut().filter(|control| control.name == name) {
            found |= control.choose(value);
        }
        assert!(found, "no choice {name}={value}");
        self
    }

    /// Where the button with these words goes, and what it sends.
    pub fn pressed(&self, words: &str) -> (&str, Vec<(&str, &str)>) {
        let button = self.controls.iter().find(|control| control.kind == "button" && control.words.contains(words));
        let button = button.unwrap_or_else(|| panic!("no button {words:?} in {self:?}"));
        let own = (!button.name.is_empty()).then_some((button.name.as_str(), button.value.as_str()));
        (button.formaction.as_ref().unwrap_or(&self.action), self.sent().chain(own).collect())
    }
}

impl Control {
    /// The control of a tag, if it is one; `after` begins with what stands in it.
    fn read(tag: &str, after: &str) -> Option<Self> {
        let element = tag.split(' ').next()?;
        let inner = after.split(&format!("</{element}")).next()?;
        let kind = match element {
            "input" => attribute(tag, "type").unwrap_or_else(|| "text".into()),
            "textarea" | "button" | "select" => element.to_owned(),
            _ => return None,
        };
        let options = inner.split("<option").skip(1).filter_map(|rest| rest.split_once('>')).map(|(option, _)| option);
        let options: Vec<&str> = if element == "select" { options.collect() } else { Vec::new() };
        let selected = options.iter().find(|option| option.split(' ').any(|part| part == "selected")).or(options.first());
        Some(Self {
            name: attribute(tag, "name").unwrap_or_default(),
            value: match element {
                // A browser drops the first line break of a textarea.
                "textarea" => decoded(inner.strip_prefix('\n').unwrap_or(inner)),
                "select" => selected.and_then(|option| attribute(option, "value")).unwrap_or_default(),
                _ => attribute(tag, "value").unwrap_or_default(),
            },
            checked: tag.split(' ').any(|part| part == "checked"),
            formaction: attribute(tag, "formaction"),
            words: visible(inner),
            options: options.iter().filter_map(|option| attribute(option, "value")).collect(),
            kind,
        })
    }

    /// Whether this was among what is offered.
    fn choose(&mut self, value: &str) -> bool {
        match self.kind.as_str() {
            "radio" => self.checked = self.value == value,
            "checkbox" => self.checked |= self.value == value,
            "select" if self.options.iter().any(|option| option == value) => value.clone_into(&mut self.value),
            _ => return false,
        }
        self.value == value
    }

    fn is_sent(&self) -> bool {
        match self.kind.as_str() {
            "button" => false,
            "radio" | "checkbox" => self.checked,
            _ => true,
        }
    }
}

fn visible(html: &str) -> String {
    let (words, rest) = html.split_once('<').unwrap_or((html, ""));
    let mut text = words.to_owned();
    for piece in rest.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        let inline = ["span", "/span", "strong", "/strong", "a ", "/a"].iter().any(|name| tag.starts_with(name));
        text.push_str(if inline { "" } else { " " });
        text.push_str(words);
    }
    decoded(&text).split([' ', '\n', '\u{a0}']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
    Some(decoded(rest.split('"').next()?))
}

/// HTML's names of letters as the letters themselves.
pub fn decoded(html: &str) -> String {
    let text = html.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#38;", "&").replace("&amp;", "&")
}
