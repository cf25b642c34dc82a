//! A browser of somebody who is signed in, in front of the working pages.

use axum::{
    Extension, Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use staff::WorkNav;
use tower::ServiceExt as _;
use web::App;

use crate::cast::{Person, World};

pub struct Browser {
    router: Router,
    app: App,
    session: Option<String>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    #[track_caller]
    pub fn says(&self, text: &str) -> &Self {
        assert!(self.body.contains(text), "no {text:?} in {} {}", self.status, self.body);
        self
    }

    #[track_caller]
    pub fn never_says(&self, text: &str) -> &Self {
        assert!(!self.body.contains(text), "{text:?} in {} {}", self.status, self.body);
        self
    }

    #[track_caller]
    pub fn leads_to(&self, place: &str) -> &Self {
        let found = self.headers.get(header::LOCATION).map(|value| value.to_str().unwrap());
        assert_eq!((self.status, found), (StatusCode::SEE_OTHER, Some(place)), "{}", self.body);
        self
    }
}

impl Browser {
    /// A browser in which this person is signed in.
    pub fn of(world: &World, person: &Person) -> Self {
        Self { session: Some(person.session.clone()), ..Self::of_stranger(world) }
    }

    /// A browser in which nobody is signed in.
    pub fn of_stranger(world: &World) -> Self {
        let nav = WorkNav::new(cases::pages::links());
        let routes = cases::pages::routes().layer(Extension(nav));
        Self { router: web::front_door(routes, &world.app), app: world.app.clone(), session: None }
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "").await
    }

    /// Sends a form with its token.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let session = base::secret::sha256(self.session.as_deref().unwrap_or_default().as_bytes());
        let token = web::csrf::token(&self.app.signer, &session);
        self.post_bare(path, &[fields, &[(web::csrf::FIELD, token.as_str())]].concat()).await
    }

    /// Sends a form as it is.
    pub async fn post_bare(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let letter = |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
        let word = |text: &str| text.bytes().map(letter).collect::<String>();
        let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", word(name), word(value))).collect();
        self.ask("POST", path, &pairs.join("&")).await
    }

    async fn ask(&self, method: &str, path: &str, body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::ACCEPT, "text/html");
        if let Some(session) = &self.session {
            request = request.header(header::COOKIE, format!("{}={session}", web::cookies::SESSION));
        }
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(body.to_owned()));
        let (parts, body) = self.router.clone().oneshot(request.unwrap()).await.unwrap().into_parts();
        let bytes = axum::body::to_bytes(body, 1 << 22).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(bytes.to_vec()).unwrap() }
    }
}
