//! A city with a door, and people who sign in to it.

use std::sync::Arc;

use axum::{
    Extension, Router,
    body::Body,
    http::{Request, header},
};
use base::{Id, secret::Signer};
use staff::{
    Unit, WorkNav, actions,
    model::{NewAccount, Password, role},
};
use testkit::{Engine, Kit};
use tower::ServiceExt;
use web::{App, Assets, Hub, Parts, Settings, Texts};

pub const ENGINES: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];
const PASSWORD: &str = "sowa na wieży ratusza";

pub struct Door {
    router: Router,
}

pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Answer {
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

    /// The token of the forms on the page.
    #[track_caller]
    pub fn token(&self) -> &str {
        let (_, rest) = self.body.split_once(r#"name="_token" value=""#).expect("a form with a token");
        rest.split('"').next().unwrap()
    }
}

/// The front door of a city with the desk only, in earnest or as a demo.
pub fn door(kit: &Kit, demo: bool) -> Door {
    let app = App::new(Parts {
        db: kit.db.clone(),
        texts: Arc::new(Texts::new(&[staff::TEXTS, notices::TEXTS, desk::TEXTS]).unwrap()),
        city: Arc::new(city()),
        hub: Hub::new(),
        signer: Signer::new(&[7; 32]),
        clock: kit.db.clock(),
        assets: Assets::new(&[]),
        readiness: Box::new(|| Box::pin(async { Vec::new() })),
        metrics: None,
        settings: Settings { demo, ..Settings::default() },
    })
    .unwrap();
    let nav = WorkNav::new(desk::links());
    Door { router: web::front_door(desk::routes().layer(Extension(nav)), &app) }
}

fn city() -> base::City {
    serde_json::from_value(serde_json::json!({
        "key": "lipogrod", "name": { "pl": "Lipogród" }, "centre": { "pl": "Kontakt z miastem" }, "time_zone": "Europe/Warsaw",
        "languages": ["pl", "uk", "en"], "legal_owner": "Miasto Lipogród", "controllers": { "city": "Prezydent Miasta" },
        "emergency": [{ "number": "112", "name": { "pl": "Numer alarmowy" } }],
        "contact": {
            "phone": "+48100008311", "phone_shown": "10 000 83 11", "email": "kontakt@lipogrod.example", "address": "ul. Ratuszowa 1",
            "phone_hours": { "pl": "całą dobę" }, "office_hours": { "pl": "7:30–18:00" }
        },
        "bounds": { "south": 52.0, "west": 16.0, "north": 53.0, "east": 17.0 }
    }))
    .unwrap()
}

impl Door {
    pub async fn get(&self, path: &str, session: &str) -> Answer {
        self.ask("GET", path, session, String::new()).await
    }

    pub async fn post(&self, path: &str, session: &str, token: &str) -> Answer {
        self.ask("POST", path, session, format!("_token={token}")).await
    }

    async fn ask(&self, method: &str, path: &str, session: &str, body: String) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost").header(header::ACCEPT, "text/html");
        if method == "POST" {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        if !session.is_empty() {
            request = request.header(header::COOKIE, format!("{}={session}", web::cookies::SESSION));
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        let location = response.headers().get(header::LOCATION).map_or("", |value| value.to_str().unwrap()).to_owned();
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 22).await.unwrap();
        Answer { status, location, body: String::from_utf8(bytes.to_vec()).unwrap() }
    }
}

/// Somebody in this role, signed in: account and session cookie.
pub async fn signed_in(kit: &Kit, role_word: &'static str) -> (Id, String) {
    let unit = toml_unit();
    kit.write(move |tx| actions::put_unit(tx, &unit)).await.unwrap();
    let id = Id::new();
    let account = NewAccount {
        id,
        login: role_word.parse().unwrap(),
        name: format!("Osoba {role_word}"),
        unit_id: Some(Unit::id_of("zd")),
        permissions: role(role_word).unwrap_or_default(),
    };
    let invitation = kit
        .write(move |tx| {
            actions::create_account(tx, &account)?;
            actions::invite(tx, id)
        })
        .await
        .unwrap();
    actions::use_invitation(&kit.db, &invitation, &Password::new(PASSWORD).unwrap()).await.unwrap();
    (id, actions::sign_in(&kit.db, role_word, PASSWORD).await.unwrap())
}

fn toml_unit() -> staff::model::PackUnit {
    serde_json::from_value(serde_json::json!({ "key": "zd", "short": "Zarząd Dróg", "name": { "pl": "Zarząd Dróg Miejskich" } })).unwrap()
}
