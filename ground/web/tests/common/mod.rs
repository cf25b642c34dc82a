//! A small city for the tests of web: one page, one form, and the doors that fail.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use askama::Template;
use axum::{
    Router,
    body::Body,
    http::{Request, Response, StatusCode, header},
    response::{IntoResponse, Redirect},
    routing::{get, post},
};
use base::{Clock, Error, FieldFault, Moment, secret::Signer};
use tower::ServiceExt;
use web::{
    ApiResult, App, Assets, Audience, Banner, Bundle, Check, Choice, Class, Ctx, Form, Html, Hub, Link, LiveRequest, Page, PageResult,
    Pager, Parts, Settings, Texts,
};

pub const TEXTS: Bundle = Bundle {
    pl: "nav-report = Zgłoś\nnav-case = Moja sprawa\nstreet-missing = Wpisz ulicę i numer albo nazwę przystanku\ncase-closed = Ta sprawa jest już zamknięta.\n",
    uk: "nav-report = Повідомити\nnav-case = Моя справа\nstreet-missing = Введіть вулицю й номер або назву зупинки\ncase-closed = Цю справу вже закрито.\n",
    en: "nav-report = Report\nnav-case = My case\nstreet-missing = Enter the street and number, or the name of a stop\ncase-closed = This case is closed already.\n",
};

const ONE: Class = Class { name: "one", per_minute: 1, burst: 1 };

/// 2026-11-19 13:20 UTC, a Thursday.
pub const NOW: Moment = Moment(1_795_094_400_000_000);

pub struct Still(AtomicI64);

impl Clock for Still {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::Relaxed))
    }
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "layout.html" %}
{% import "forms.html" as forms %}
{% block content %}
{{ forms::errors(page, form) }}
<h1>Gdzie?</h1>
<form method="post" action="/report">
{{ forms::token(page) }}
{{ forms::text(page, form, "street", "Ulica", hint="Na przykład ul. Olszowa 14", autocomplete="street-address", width="w-m") }}
{{ forms::text(page, form, "lamp", "Numer", inputmode="numeric", width="w-s", optional=true) }}
{{ forms::textarea(page, form, "text", "Opis", hint=hint) }}
{{ forms::select(page, form, "outcome", "Wynik", choices, empty="Wybierz") }}
{{ forms::radios(page, form, "service", "Czego to dotyczy?", choices, hint="Jeśli wybierzesz źle, my to poprawimy.") }}
{{ forms::checkboxes(page, form, "more", "Co jeszcze?", choices, boxes=true) }}
{{ forms::checkbox(page, form, "agree", "Zgadzam się", hint="Bez tego też przyjmiemy") }}
{{ forms::file(page, form, "photo", "Zdjęcie", "image/jpeg", optional=true) }}
{{ forms::hidden(form, "lat") }}
{{ forms::submit(page, "Wyślij zgłoszenie") }}
</form>
{% endblock %}"#
)]
pub struct ReportPage {
    pub page: Page,
    pub form: Form,
    pub hint: String,
    pub choices: Vec<Choice>,
}

#[derive(Template)]
#[template(ext = "html", source = r#"{% extends "work.html" %}{% block content %}<h1>{{ name }}</h1>{% endblock %}"#)]
struct InboxPage {
    page: Page,
    name: &'static str,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "layout.html" %}{% block content %}<p>{{ form.value("q") }}</p>{% for row in rows %}<p>row {{ row }}</p>{% endfor %}
{% include "partials/pager.html" %}{% endblock %}"#
)]
struct ListPage {
    page: Page,
    form: Form,
    rows: Vec<i64>,
    pager: Pager,
}

pub fn report_page(ctx: &Ctx, form: Form) -> ReportPage {
    let choices = vec![Choice::new("lamp", "Latarnia"), Choice::new("road", "Dziura").hint("W jezdni lub chodniku")];
    ReportPage { page: Page::public(ctx, "Gdzie?").with_form(&form), form, hint: "Co i od kiedy".to_owned(), choices }
}

async fn show(ctx: Ctx) -> Html<ReportPage> {
    Html(report_page(&ctx, Form::new()))
}

async fn create(ctx: Ctx, form: Form) -> PageResult<Response<Body>> {
    if form.filled("street").is_none() {
        let faults = [FieldFault { field: "street", message: "street-missing" }];
        let page = report_page(&ctx, form.refused(&ctx.t, &faults));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
    }
    Ok(Redirect::to("/report/done").into_response())
}

async fn inbox(ctx: Ctx) -> Html<InboxPage> {
    let nav = [Link::new("/inbox", "nav-case")];
    Html(InboxPage { page: Page::work(&ctx, "Moje sprawy", &nav, "Ekipa 3").live(&["unit:roads"]), name: "Zarząd Dróg" })
}

/// A list of 25 rows, ten on a page.
async fn list(ctx: Ctx, form: Form) -> Html<ListPage> {
    let pager = Pager::of(&ctx, 10);
    let mut rows: Vec<i64> = (pager.offset()..25).take(usize::try_from(pager.limit()).unwrap()).collect();
    let pager = pager.cut(&mut rows);
    Html(ListPage { page: Page::public(&ctx, "Lista"), form, rows, pager })
}

async fn live(ctx: Ctx, wanted: LiveRequest) -> ApiResult<Response<Body>> {
    Ok(ctx.app.hub.stream(wanted.topics, wanted.after)?)
}

async fn limited(ctx: Ctx) -> PageResult<&'static str> {
    ctx.allow(&ONE)?;
    Ok("once")
}

async fn slow() -> &'static str {
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    "slow but sure"
}

async fn fail(axum::extract::Path(kind): axum::extract::Path<String>) -> PageResult<String> {
    Err(error_of(&kind).into())
}

async fn fail_api(axum::extract::Path(kind): axum::extract::Path<String>) -> ApiResult<String> {
    Err(error_of(&kind).into())
}

fn error_of(kind: &str) -> Error {
    match kind {
        "forbidden" => Error::Forbidden,
        "invalid" => Error::invalid("street", "street-missing"),
        "conflict" => Error::Conflict("case-closed"),
        "conflict-unsaid" => Error::Conflict("nothing-said"),
        "busy" => Error::Busy("writer queue"),
        "unavailable" => Error::Unavailable("disk /dev/sda1 full".into()),
        "internal" => Error::Internal("secret table cases_2".into()),
        "panic" => panic!("secret in a panic"),
        _ => Error::NotFound,
    }
}

pub fn routes() -> Router<App> {
    Router::new()
        .route("/report", get(show).post(create))
        .route("/inbox", get(inbox))
        .route("/list", get(list))
        .route("/live", get(live))
        .route("/limited", post(limited))
        .route("/slow", get(slow))
        .route("/fail/{kind}", get(fail))
        .route("/api/fail/{kind}", get(fail_api))
        .route("/open311/requests", post(async || "taken"))
}

pub fn settings() -> Settings {
    Settings {
        public_url: "https://kontakt.example".into(),
        https: true,
        trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
        keyed_paths: vec!["/open311/".into()],
        nav: vec![Link::new("/report", "nav-report"), Link::new("/case", "nav-case")],
        banners: vec![Banner { key: "no-mail".into(), audience: Audience::Staff }],
        sign_out_path: Some("/session/end".into()),
        ..Settings::default()
    }
}

pub fn city() -> base::City {
    serde_json::from_value(serde_json::json!({
        "key": "lipogrod",
        "name": { "pl": "Lipogród", "uk": "Ліпогруд" },
        "centre": { "pl": "Kontakt z miastem" },
        "time_zone": "Europe/Warsaw",
        "languages": ["pl", "uk", "en"],
        "legal_owner": "Miasto Lipogród",
        "controllers": { "city": "Prezydent Miasta" },
        "emergency": [{ "number": "112", "name": { "pl": "Numer alarmowy" } }],
        "contact": {
            "phone": "+48100008311", "phone_shown": "10 000 83 11", "email": "kontakt@lipogrod.example", "address": "ul. Ratuszowa 1",
            "phone_hours": { "pl": "całą dobę" }, "office_hours": { "pl": "7:30–18:00" }
        },
        "bounds": { "south": 52.0, "west": 16.0, "north": 53.0, "east": 17.0 },
        "fictional": true
    }))
    .unwrap()
}

pub async fn app_with(settings: Settings) -> App {
    App::new(Parts {
        db: db().await,
        files: files::Files::in_memory(),
        texts: Arc::new(Texts::new(&[TEXTS]).unwrap()),
        city: Arc::new(city()),
        hub: Hub::new(),
        signer: Signer::new(&[7; 32]),
        clock: Arc::new(Still(AtomicI64::new(NOW.0))),
        assets: Assets::new(&[]),
        readiness: Box::new(|| Box::pin(async { vec![Check { name: "database", good: true, sentence: "Answers in 1 ms.".into() }] })),
        metrics: Some(web::install_metrics().unwrap()),
        settings,
    })
    .unwrap()
}

/// Web calls nothing on the database; it is only handed on. One for all tests of a file.
async fn db() -> store::Db {
    static DB: tokio::sync::OnceCell<(tempfile::TempDir, store::Db)> = tokio::sync::OnceCell::const_new();
    let open = async || {
        let place = tempfile::tempdir().unwrap();
        let folder = store::Folder::open(place.path()).unwrap();
        let options = store::Options::new(store::Database::Sqlite, Arc::new(Still(AtomicI64::new(NOW.0))));
        (place, store::Db::open(&folder, options).await.unwrap())
    };
    DB.get_or_init(open).await.1.clone()
}

pub struct Door {
    pub app: App,
    pub router: Router,
}

pub async fn door() -> Door {
    door_with(settings()).await
}

pub async fn door_with(settings: Settings) -> Door {
    let app = app_with(settings).await;
    Door { router: web::front_door(routes(), &app), app }
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
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
}

impl Door {
    pub async fn raw(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.raw(request).await.into_parts();
        let bytes = axum::body::to_bytes(body, 1 << 24).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask(request("GET", path, headers, "")).await
    }

    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.ask(request("POST", path, headers, body)).await
    }
}

pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, "kontakt.example");
    if headers.iter().all(|(name, _)| *name != "accept") {
        request = request.header(header::ACCEPT, "text/html,*/*");
    }
    if method == "POST" {
        request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}
