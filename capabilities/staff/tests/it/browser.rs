//! A browser in front of a city that has staff's pages, one inbox and one greeting.

use axum::{Extension, Router, middleware::from_fn_with_state, routing::get};
use staff::{
    Permission,
    pages::{self, Entrance, Maybe, SignedIn, WorkNav},
};
use testkit::{Browser, Kit};
use web::{App, Bundle, Form, Link, PageResult, Settings};

const INBOX: Bundle = Bundle { pl: "inbox = Sprawy", uk: "inbox = Справи", en: "inbox = Cases" };

/// The key that seals secrets in these tests.
pub const KEY: [u8; 32] = [7; 32];

async fn inbox(SignedIn(viewer): SignedIn) -> PageResult<String> {
    viewer.require(Permission::WorkCases)?;
    Ok(format!("the inbox of {}", viewer.name))
}

async fn note(SignedIn(viewer): SignedIn, form: Form) -> PageResult<String> {
    Ok(format!("{} wrote {} at {}", viewer.name, form.value("words"), form.value("place")))
}

async fn greeting(Maybe(viewer): Maybe) -> String {
    viewer.map_or_else(|| "hello stranger".to_owned(), |viewer| format!("hello {}", viewer.name))
}

/// The city in front of which browsers stand.
pub fn app(kit: &Kit) -> App {
    let settings = Settings { rate_limits: false, sign_out_path: Some(pages::SIGN_OUT.to_owned()), ..Settings::default() };
    testkit::app(&kit.db, &[staff::TEXTS, INBOX], &staff::ASSETS, settings)
}

/// Its working pages, without an entrance.
pub fn work() -> Router<App> {
    let nav = WorkNav::new([
        (&[Permission::WorkCases, Permission::SeeAllCases][..], Link::new("/inbox", "inbox")),
        (&[Permission::Administer][..], Link::new(pages::PEOPLE, "staff-nav-people")),
        (&Permission::ALL[..], Link::new(pages::DIRECTORY, "staff-nav-directory")),
    ]);
    pages::routes()
        .route("/inbox", get(inbox).post(inbox))
        .route("/note", get(inbox).post(note))
        .route("/greeting", get(greeting))
        .layer(Extension(nav))
}

/// A browser that nobody has signed in with.
pub fn stranger(kit: &Kit) -> Browser {
    let app = app(kit);
    let locked = from_fn_with_state(app.clone(), pages::keep_locked);
    Browser::new(&app, work().layer(locked).layer(Extension(entrance())))
}

/// The entrance of these tests.
pub fn entrance() -> Entrance {
    Entrance::new(&KEY, "http://localhost:8311", "Lipogród")
}
