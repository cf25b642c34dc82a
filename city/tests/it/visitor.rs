//! Whoever visits the city: a browser without JavaScript that keeps nothing but a staff session, or half a sign-in.

use std::net::SocketAddr;

use reqwest::{Client, RequestBuilder, header, redirect::Policy};
use staff::model::TotpSecret;

use crate::program::PATIENCE;

/// A house in the test's city, and a service that asks no question about danger.
pub const PLACE: (&str, &str) = ("place_id", "11-listopada/1");
pub const SERVICE: (&str, &str) = ("service", "dziura");
/// The password of every demo account.
const DEMO_PASSWORD: &str = "demo-lipogrod";

/// A browser.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
    root: String,
    session: Option<String>,
}

/// What the city answered.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    /// Where it sends the browser; empty when it does not.
    pub location: String,
    /// The cookies that it wants kept.
    pub cookies: Vec<String>,
    /// With plain spaces.
    pub body: String,
}

impl Visitor {
    /// A browser that has never been here.
    pub fn new(address: SocketAddr) -> Self {
        // Nothing here speaks TLS, but the client wants to know by whom it would.
        drop(rustls::crypto::ring::default_provider().install_default());
        let client = Client::builder().redirect(Policy::none()).timeout(PATIENCE).build().unwrap();
        Self { client, root: format!("http://{address}"), session: None }
    }

    /// A member of the demo's staff.
    pub async fn staff(address: SocketAddr, login: &str) -> Self {
        let mut visitor = Self::new(address);
        visitor.sign_in(login, DEMO_PASSWORD).await.is(303);
        visitor
    }

    /// The same browser at the address that the city has now.
    pub fn at(self, address: SocketAddr) -> Self {
        Self { root: format!("http://{address}"), ..self }
    }

    /// Signs in, and keeps the session when it worked.
    pub async fn sign_in(&mut self, login: &str, password: &str) -> Page {
        let page = self.post("/sign-in", &[("login", login), ("password", password)]).await;
        self.keep(&page);
        page
    }

    /// Sets up an app that shows codes, where the city asks for one after the password.
    pub async fn set_up_codes(&mut self) -> Page {
        let page = self.get("/sign-in/second-step").await;
        let letters = page.is(200).after("translate=\"no\">").split('<').next().unwrap().to_owned();
        let code = TotpSecret::new(bytes(&letters)).code(base::Clock::now(&base::SystemClock));
        let page = self.post("/sign-in/second-step", &[("code", &code)]).await;
        self.keep(&page);
        page
    }

    fn keep(&mut self, page: &Page) {
        let given = |cookie: &&String| ["__Host-session=", "__Host-half="].iter().any(|name| cookie.starts_with(name));
        let cookie = page.cookies.iter().filter(given).find(|cookie| !cookie.contains("Max-Age=0"));
        self.session = cookie.map(|cookie| cookie.split(';').next().unwrap().to_owned()).or(self.session.take());
    }

    pub async fn get(&self, path: &str) -> Page {
        self.ask(self.client.get(format!("{}{path}", self.root))).await.unwrap()
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.try_post(path, fields).await.unwrap()
    }

    /// Posts to a city that may be gone.
    pub async fn try_post(&self, path: &str, fields: &[(&str, &str)]) -> reqwest::Result<Page> {
        self.ask(self.client.post(format!("{}{path}", self.root)).form(fields)).await
    }

    /// Posts with the token of the forms on the page at `from`.
    pub async fn post_from(&self, from: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.get(from).await;
        let token = page.after(r#"name="_token" value=""#);
        let fields: Vec<_> = fields.iter().copied().chain([("_token", token)]).collect();
        self.post(path, &fields).await
    }

    /// Fills in the form of an entry on its page of settings, looks at what it changes, and saves it.
    pub async fn settle(&self, path: &str, typed: &[(&str, &str)]) -> Page {
        let preview = self.press(path, self.get(path).await.is(200), typed, "Pokaż, co się zmieni").await;
        self.press(path, preview.is(200), &[], "Zapisz zmianę").await
    }

    /// Fills in the form that goes to `action` and presses this button.
    pub async fn press(&self, action: &str, page: &Page, typed: &[(&str, &str)], button: &str) -> Page {
        let form = typed.iter().fold(page.form_to(action), |form, (name, value)| form.fill(name, value));
        let (action, fields) = form.pressed(button);
        self.post(action, &fields).await
    }

    /// Uploads a file with the token of the forms on the page at `path`.
    pub async fn upload(&self, path: &str, file: &str, content: &str) -> Page {
        let page = self.get(path).await;
        let token = page.after(r#"name="_token" value=""#);
        let part = |name: &str, content: &str| format!("--x\r\nContent-Disposition: form-data; name={name}\r\n\r\n{content}\r\n");
        let body = format!("{}{}--x--\r\n", part("\"_token\"", token), part(&format!("\"file\"; filename=\"{file}\""), content));
        let request = self.client.post(format!("{}{path}", self.root)).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        self.ask(request.body(body)).await.unwrap()
    }

    /// Sends a report from the last step of the form.
    pub async fn report(&self, words: &str, email: &str) -> Page {
        self.post("/report", &[PLACE, SERVICE, ("body", words), ("reply", "email"), ("email", email)]).await
    }

    /// Sends a report with a photo, as from the second step of the form.
    pub async fn report_with_photo(&self, fields: &[(&str, &str)]) -> Page {
        let part = |name: &str, content: &[u8]| {
            [format!("--x\r\nContent-Disposition: form-data; name={name}\r\n\r\n").as_bytes(), content, b"\r\n"].concat()
        };
        let mut body: Vec<u8> = fields.iter().flat_map(|(name, value)| part(&format!("\"{name}\""), value.as_bytes())).collect();
        body.extend(part("\"photo\"; filename=\"IMG.jpg\"", &testkit::taken_by_a_phone([52, 24, 0], [16, 54, 0])));
        body.extend(b"--x--\r\n");
        let request = self.client.post(format!("{}/report", self.root)).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        self.ask(request.body(body)).await.unwrap()
    }

    /// Sends a report about another service, without a way to answer.
    pub async fn report_about(&self, service: &str, words: &str) -> Page {
        self.post("/report", &[PLACE, ("service", service), ("body", words), ("reply", "none")]).await
    }

    /// Opens the stream of live pages.
    pub async fn listen(&self, topics: &str) -> reqwest::Response {
        let request = self.client.get(format!("{}/live?topics={topics}", self.root));
        self.session.iter().fold(request, |request, session| request.header(header::COOKIE, session)).send().await.unwrap()
    }

    async fn ask(&self, request: RequestBuilder) -> reqwest::Result<Page> {
        let request = request.header(header::ACCEPT, "text/html").header(header::ACCEPT_LANGUAGE, "pl");
        let request = self.session.iter().fold(request, |request, session| request.header(header::COOKIE, session));
        let answer = request.send().await?;
        let text = |name| answer.headers().get_all(name).iter().map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>();
        let (status, location, cookies) = (answer.status().as_u16(), text(header::LOCATION).concat(), text(header::SET_COOKIE));
        let body = answer.text().await?.replace(['\u{a0}', '\u{202f}'], " ");
        Ok(Page { status, location, cookies, body })
    }
}

/// A secret as typed by hand (base32, RFC 4648).
fn bytes(letters: &str) -> [u8; 20] {
    let digit = |letter: u8| if letter.is_ascii_uppercase() { letter - b'A' } else { letter - b'2' + 26 };
    let bits: Vec<u8> =
        letters.bytes().filter(|letter| *letter != b' ').map(digit).flat_map(|five| (0..5).rev().map(move |at| five >> at & 1)).collect();
    std::array::from_fn(|at| bits[at * 8..at * 8 + 8].iter().fold(0, |byte, bit| byte << 1 | bit))
}

impl Page {
    /// The last form that goes to `action`.
    #[track_caller]
    pub fn form_to(&self, action: &str) -> testkit::Form {
        let status = axum::http::StatusCode::from_u16(self.status).unwrap();
        let page = testkit::Page { status, headers: Default::default(), address: String::new(), html: self.body.clone() };
        page.form_to(action)
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{self:#?}");
        self
    }

    /// These words can be read on the page, or stand in its HTML.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.has(words), "no {words:?} in {self:#?}");
        self
    }

    #[track_caller]
    pub fn never_says(&self, words: &str) -> &Self {
        assert!(!self.has(words), "{words:?} in {self:#?}");
        self
    }

    fn has(&self, words: &str) -> bool {
        let read: String = self.body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
        self.body.contains(words) || read.contains(words)
    }

    /// What stands in the page between `start` and the next quotation mark.
    #[track_caller]
    pub fn after(&self, start: &str) -> &str {
        let (_, rest) = self.body.split_once(start).unwrap_or_else(|| panic!("no {start:?} in {self:#?}"));
        rest.split('"').next().unwrap()
    }

    /// The number of the report that was taken.
    #[track_caller]
    pub fn number(&self) -> &str {
        let path = self.is(303).location.strip_prefix("/reports/").unwrap_or_else(|| panic!("{self:#?}"));
        path.split('?').next().unwrap()
    }
}
