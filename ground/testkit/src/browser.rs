//! A browser without JavaScript in front of a city's routes: keeps its session, fills in forms, presses buttons.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, header, request},
};
use tower::ServiceExt;
use web::{App, cookies, csrf};

use crate::{
    page::{Form, Page},
    photo::Photo,
};

/// The largest page that is read.
const MAX_PAGE_BYTES: usize = 16 << 20;

/// A browser; it keeps the session's cookie, and others as they come.
pub struct Browser {
    router: Router,
    app: App,
    language: &'static str,
    follows: bool,
    session: Option<String>,
    cookies: Vec<(String, String)>,
    /// Every address that it has asked for, oldest first.
    pub visited: Vec<String>,
}

impl Browser {
    /// A browser in which nobody is signed in, before these routes behind web's front door. It speaks Polish and does
    /// not follow redirects.
    pub fn new(app: &App, routes: Router<App>) -> Self {
        let router = web::front_door(routes, app);
        Self { router, app: app.clone(), language: "pl", follows: false, session: None, cookies: Vec::new(), visited: Vec::new() }
    }

    /// The same browser, whose visitor reads this language.
    #[must_use]
    pub fn speaking(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// The same browser, going on where a redirect leads.
    #[must_use]
    pub fn following(self) -> Self {
        Self { follows: true, ..self }
    }

    /// The same browser with this token of a session.
    #[must_use]
    pub fn with_session(self, token: &str) -> Self {
        Self { session: Some(token.to_owned()), ..self }
    }

    /// The token of the session that it keeps.
    pub fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }

    /// The token that this session's forms carry.
    pub fn form_token(&self) -> String {
        csrf::token(&self.app.signer, &base::secret::sha256(self.session().unwrap_or_default().as_bytes()))
    }

    /// Opens a page.
    pub async fn get(&mut self, address: &str) -> Page {
        self.send(Method::GET, address, &[]).await
    }

    /// Sends a form with the session's token.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.form_token();
        let own = self.session.is_some().then_some((csrf::FIELD, token.as_str()));
        let fields: Vec<_> = fields.iter().copied().chain(own).collect();
        self.post_bare(address, &fields).await
    }

    /// Sends a form as it is.
    pub async fn post_bare(&mut self, address: &str, fields: &[(&str, &str)]) -> Page {
        self.send(Method::POST, address, fields).await
    }

    /// Presses the button of the form whose words contain `words`.
    ///
    /// # Panics
    /// When the form has no such button.
    pub async fn press(&mut self, form: &Form, words: &str) -> Page {
        let (action, fields) = form.pressed(words);
        if form.method == "post" {
            return self.post_bare(action, &fields).await;
        }
        let address = format!("{action}?{}", encoded(&fields));
        self.get(&address).await
    }

    /// Presses the button of the form whose words contain `words`, with these files chosen.
    ///
    /// # Panics
    /// When the form has no such button.
    pub async fn press_with(&mut self, form: &Form, words: &str, files: &[Photo]) -> Page {
        let (action, fields) = form.pressed(words);
        let mut body = Vec::new();
        for (name, value) in fields.into_iter().filter(|(name, _)| !files.iter().any(|file| file.0 == *name)) {
            body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        for (field, file, content) in files {
            let head = format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{file}\"\r\n\r\n");
            body.extend([head.as_bytes(), content, b"\r\n"].concat());
        }
        body.extend(b"--x--\r\n");
        let request = self.request(Method::POST, action).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        self.follow(request.body(Body::from(body)).expect("an address as browsers send it")).await
    }

    async fn send(&mut self, method: Method, address: &str, fields: &[(&str, &str)]) -> Page {
        let kind = (header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = self.request(method, address).header(kind.0, kind.1).body(Body::from(encoded(fields)));
        self.follow(request.expect("an address as browsers send it")).await
    }

    /// Sends a request and goes on where it leads, if this browser does.
    async fn follow(&mut self, request: Request<Body>) -> Page {
        let page = self.ask(request).await;
        match page.location() {
            Some(location) if self.follows => {
                let next = self.request(Method::GET, location).body(Body::empty());
                self.ask(next.expect("an address as browsers send it")).await
            }
            _ => page,
        }
    }

    /// The beginning of a request as this browser makes it.
    pub fn request(&self, method: Method, address: &str) -> request::Builder {
        let host = self.app.settings.public_url.split("//").last().unwrap_or_default();
        let request = Request::builder().method(method).uri(address).header(header::HOST, host);
        let request = request.header(header::ACCEPT, "text/html,*/*").header(header::ACCEPT_LANGUAGE, self.language);
        let own = self.session.iter().map(|session| (cookies::SESSION, session.as_str()));
        let others = self.cookies.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        own.chain(others).fold(request, |request, (name, value)| request.header(header::COOKIE, format!("{name}={value}")))
    }

    /// Sends one request as it is, and keeps the session that comes back. Of an answer that is no text, such as a tile of the
    /// map, the page holds what can be read of it.
    ///
    /// # Panics
    /// When the answer says that it is text and is not.
    pub async fn ask(&mut self, request: Request<Body>) -> Page {
        let address = request.uri().to_string();
        self.visited.push(address.clone());
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        self.keep_cookies(&parts.headers);
        let bytes = to_bytes(body, MAX_PAGE_BYTES).await.expect("a page within its limit");
        let kind = parts.headers.get(header::CONTENT_TYPE).map_or(b"text/html".as_slice(), |kind| kind.as_bytes());
        let html = if [b"application/vnd.".as_slice(), b"image/"].iter().any(|start| kind.starts_with(start)) {
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            String::from_utf8(bytes.to_vec()).expect("a page in UTF-8")
        };
        Page { status: parts.status, headers: parts.headers, address, html }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let (name, value) = cookie.split(';').next().and_then(|pair| pair.split_once('=')).unwrap_or_default();
            if name == cookies::SESSION {
                self.session = Some(value.to_owned()).filter(|value| !value.is_empty());
                continue;
            }
            self.cookies.retain(|(kept, _)| kept != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }
}

/// Fields as a form sends them and the query of an address carries them (WHATWG URL, section 5.2).
pub fn encoded(fields: &[(&str, &str)]) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"*-._".contains(&byte);
    let letter = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let word = |text: &str| text.bytes().map(letter).collect::<String>();
    fields.iter().map(|(name, value)| format!("{}={}", word(name), word(value))).collect::<Vec<_>>().join("&")
}
