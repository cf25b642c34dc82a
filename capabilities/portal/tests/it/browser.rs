//! A browser without JavaScript: follows links and redirects, fills forms in, presses buttons. It knows just enough HTML.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use tower::ServiceExt;

/// The browser; it remembers every address it has asked for.
pub struct Browser {
    router: Router,
    language: &'static str,
    pub visited: Vec<String>,
}

/// A page it was given.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub address: String,
    pub html: String,
}

/// A form of a page, being filled in.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    pub method: String,
    pub controls: Vec<Control>,
}

/// A control of a form.
#[derive(Debug, Clone)]
pub struct Control {
    pub name: String,
    pub value: String,
    pub kind: String,
    pub checked: bool,
    formaction: Option<String>,
    words: String,
}

impl Browser {
    pub fn new(router: Router) -> Self {
        Self { router, language: "pl", visited: Vec::new() }
    }

    pub fn speaking(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    pub async fn get(&mut self, address: &str) -> Page {
        self.ask("GET", address, String::new()).await
    }

    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Page {
        self.ask("POST", address, encoded(fields.iter().copied())).await
    }

    /// Presses the button of the form whose words contain `words`.
    pub async fn press(&mut self, form: &Form, words: &str) -> Page {
        let button = form.controls.iter().find(|control| control.kind == "button" && control.words.contains(words));
        let button = button.unwrap_or_else(|| panic!("no button {words:?} in {form:?}"));
        let action = button.formaction.as_ref().unwrap_or(&form.action);
        let sent = form.sent().chain((!button.name.is_empty()).then_some((button.name.as_str(), button.value.as_str())));
        if form.method == "post" {
            return self.ask("POST", action, encoded(sent)).await;
        }
        let address = format!("{action}?{}", encoded(sent));
        self.ask("GET", &address, String::new()).await
    }

    async fn ask(&mut self, method: &str, address: &str, body: String) -> Page {
        let page = self.once(method, address, body).await;
        if page.status == StatusCode::SEE_OTHER {
            let to = page.headers[header::LOCATION].to_str().unwrap().to_owned();
            return self.once("GET", &to, String::new()).await;
        }
        page
    }

    /// One request; redirects are not followed.
    pub async fn once(&mut self, method: &str, address: &str, body: String) -> Page {
        self.visited.push(address.to_owned());
        let request = Request::builder().method(method).uri(address).header(header::HOST, "kontakt.example");
        let request = request.header(header::ACCEPT, "text/html,*/*").header(header::ACCEPT_LANGUAGE, self.language);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(body)).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = axum::body::to_bytes(body, 1 << 24).await.unwrap();
        let html = String::from_utf8(bytes.to_vec()).unwrap();
        Page { status: parts.status, headers: parts.headers, address: address.to_owned(), html }
    }
}

pub fn encoded<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let hex = |text: &str| {
        text.bytes()
            .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect::<String>()
    };
    fields.map(|(name, value)| format!("{}={}", hex(name), hex(value))).collect::<Vec<_>>().join("&")
}

impl Page {
    #[track_caller]
    pub fn says(&self, text: &str) -> &Self {
        assert!(self.text().contains(text), "no {text:?} in {} {}: {}", self.status, self.address, self.text());
        self
    }

    #[track_caller]
    pub fn never_says(&self, text: &str) -> &Self {
        assert!(!self.text().contains(text) && !self.html.contains(text), "{text:?} in {} {}", self.status, self.address);
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{} {}", self.address, self.text());
        self
    }

    /// What a reader sees, spaces made one; attributes are left out.
    pub fn text(&self) -> String {
        visible(&self.html)
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        decoded(between(&self.html, "<title>", "</title>"))
    }

    /// The form in which `field` can be filled in.
    #[track_caller]
    pub fn form_with(&self, field: &str) -> Form {
        let has = |form: &Form| form.controls.iter().any(|control| control.name == field && control.kind != "hidden");
        self.forms().find(has).unwrap_or_else(|| panic!("no form with {field} in {} {}", self.address, self.text()))
    }

    /// The last form that goes to `action`.
    #[track_caller]
    pub fn form_to(&self, action: &str) -> Form {
        self.forms()
            .filter(|form| form.action == action)
            .last()
            .unwrap_or_else(|| panic!("no form to {action} in {} {}", self.address, self.text()))
    }

    fn forms(&self) -> impl Iterator<Item = Form> {
        self.html.split("<form").skip(1).map(|rest| Form::read(rest.split("</form>").next().unwrap()))
    }
}

impl Form {
    fn read(html: &str) -> Self {
        let (own, rest) = html.split_once('>').unwrap();
        let mut controls = Vec::new();
        for (at, _) in rest.match_indices('<') {
            let Some((tag, after)) = rest[at + 1..].split_once('>') else { continue };
            let words = after.split(&format!("</{}", tag.split(' ').next().unwrap())).next().unwrap();
            let name = tag.split([' ', '>']).next().unwrap();
            let kind = match name {
                "input" => attribute(tag, "type").unwrap_or_else(|| "text".into()),
                "textarea" | "button" => name.to_owned(),
                _ => continue,
            };
            // A browser drops the first line break of a textarea.
            let value = if name == "textarea" {
                decoded(words.strip_prefix('\n').unwrap_or(words))
            } else {
                attribute(tag, "value").unwrap_or_default()
            };
            controls.push(Control {
                name: attribute(tag, "name").unwrap_or_default(),
                value,
                checked: tag.split(' ').any(|part| part == "checked"),
                formaction: attribute(tag, "formaction"),
                words: visible(&format!(">{words}")),
                kind,
            });
        }
        Self { action: attribute(own, "action").unwrap(), method: attribute(own, "method").unwrap_or_else(|| "get".into()), controls }
    }

    /// The fields that the browser sends.
    pub fn sent(&self) -> impl Iterator<Item = (&str, &str)> {
        let counts = |control: &&Control| match control.kind.as_str() {
            "button" => false,
            "radio" | "checkbox" => control.checked,
            _ => true,
        };
        self.controls.iter().filter(counts).map(|control| (control.name.as_str(), control.value.as_str()))
    }

    /// What the form sends under this name; empty when nothing.
    pub fn value(&self, name: &str) -> &str {
        self.sent().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }

    #[track_caller]
    pub fn type_in(mut self, name: &str, value: &str) -> Self {
        let field = self.controls.iter_mut().find(|control| control.name == name && control.kind != "hidden");
        field.unwrap_or_else(|| panic!("no field {name}")).value = value.to_owned();
        self
    }

    #[track_caller]
    pub fn choose(mut self, name: &str, value: &str) -> Self {
        let mut found = false;
        for control in self.controls.iter_mut().filter(|control| control.name == name && control.kind == "radio") {
            control.checked = control.value == value;
            found |= control.checked;
        }
        assert!(found, "no choice {name}={value}");
        self
    }
}

fn visible(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
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

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split(start).nth(1).and_then(|rest| rest.split(end).next()).unwrap_or_default()
}

fn decoded(text: &str) -> String {
    let text = text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#38;", "&").replace("&amp;", "&")
}
