//! A browser with one cookie, in front of a city that has staff's pages and one inbox.

use std::{cell::RefCell, sync::Arc};

use axum::{
    Extension, Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
    routing::get,
};
use base::secret::Signer;
use staff::{
    Permission,
    pages::{self, Maybe, SignedIn, WorkNav},
};
use testkit::Kit;
use tower::ServiceExt as _;
use web::{App, Assets, Hub, Link, PageResult, Parts, Settings, Texts};

const INBOX: web::Bundle = web::Bundle { pl: "inbox = Sprawy", uk: "inbox = Справи", en: "inbox = Cases" };

fn city() -> base::City {
    let words = |text: &str| serde_json::json!({ "pl": text });
    serde_json::from_value(serde_json::json!({
        "key": "lipogrod", "name": words("Lipogród"), "centre": words("Kontakt z miastem"), "time_zone": "Europe/Warsaw",
        "languages": ["pl", "uk", "en"], "legal_owner": "Miasto Lipogród", "controllers": { "city": "Prezydent Miasta" },
        "emergency": [], "bounds": { "south": 52.0, "west": 16.0, "north": 53.0, "east": 17.0 },
        "contact": {
            "phone": "+48100008311", "phone_shown": "10 000 83 11", "email": "kontakt@lipogrod.example", "address": "ul. Ratuszowa 1",
            "phone_hours": words("całą dobę"), "office_hours": words("7:30–18:00")
        }
    }))
    .unwrap()
}

async fn inbox(SignedIn(viewer): SignedIn) -> PageResult<String> {
    viewer.require(Permission::WorkCases)?;
    Ok(format!("the inbox of {}", viewer.name))
}

async fn greeting(Maybe(viewer): Maybe) -> String {
    viewer.map_or_else(|| "hello stranger".to_owned(), |viewer| format!("hello {}", viewer.name))
}

/// A browser; its cookie is that of one session.
pub struct Browser {
    router: Router,
    app: App,
    pub session: RefCell<Option<String>>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    #[track_caller]
    pub fn says(&self, text: &str) -> &Self {
        assert!(self.body.contains(text), "no {text:?} in {} {}", self.status, self.body);
        self
    }

    #[track_caller]
    pub fn leads_to(&self, place: &str) -> &Self {
        let found = self.headers.get(header::LOCATION).map(|value| value.to_str().unwrap());
        assert_eq!((self.status, found), (StatusCode::SEE_OTHER, Some(place)), "{}", self.body);
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }
}

impl Browser {
    /// A browser that nobody has signed in with.
    pub fn new(kit: &Kit) -> Self {
        let app = App::new(Parts {
            db: kit.db.clone(),
            texts: Arc::new(Texts::new(&[staff::TEXTS, INBOX]).unwrap()),
            city: Arc::new(city()),
            hub: Hub::new(),
            signer: Signer::new(&[7; 32]),
            clock: Arc::new(kit.clock.clone()),
            assets: Assets::new(&[]),
            readiness: Box::new(|| Box::pin(async { Vec::new() })),
            metrics: None,
            settings: Settings { rate_limits: false, sign_out_path: Some(pages::SIGN_OUT.to_owned()), ..Settings::default() },
        })
        .unwrap();
        let nav = WorkNav::new([
            (&[Permission::WorkCases, Permission::SeeAllCases][..], Link::new("/inbox", "inbox")),
            (&[Permission::Administer][..], Link::new(pages::PEOPLE, "staff-nav-people")),
        ]);
        let routes = pages::routes().route("/inbox", get(inbox).post(inbox)).route("/greeting", get(greeting)).layer(Extension(nav));
        Self { router: web::front_door(routes, &app), app, session: RefCell::default() }
    }

    /// The token of this session's forms.
    pub fn form_token(&self) -> String {
        let session = base::secret::sha256(self.session.borrow().as_deref().unwrap_or_default().as_bytes());
        web::csrf::token(&self.app.signer, &session)
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(self.request("GET", path, "text/html").body(Body::empty()).unwrap()).await
    }

    /// Sends a form with its token.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.form_token();
        let mut fields = fields.to_vec();
        fields.push((web::csrf::FIELD, &token));
        self.post_bare(path, &fields).await
    }

    /// Sends a form as it is.
    pub async fn post_bare(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.request("POST", path, "text/html").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(encoded(fields))).unwrap()).await
    }

    /// The beginning of a request with the browser's cookie.
    pub fn request(&self, method: &str, path: &str, accept: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header(header::HOST, "localhost").header(header::ACCEPT, accept);
        match &*self.session.borrow() {
            Some(session) => request.header(header::COOKIE, format!("{}={session}", web::cookies::SESSION)),
            None => request,
        }
    }

    /// Asks, and keeps the cookie that comes back.
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        if let Some(cookie) = parts.headers.get(header::SET_COOKIE) {
            let value = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap().1;
            *self.session.borrow_mut() = Some(value.to_owned()).filter(|value| !value.is_empty());
        }
        let bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(bytes.to_vec()).unwrap() }
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let letter = |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let word = |text: &str| text.bytes().map(letter).collect::<String>();
    fields.iter().map(|(name, value)| format!("{}={}", word(name), word(value))).collect::<Vec<_>>().join("&")
}
