//! An administrator in a browser, and what the pages of upkeep stand on.

use std::{path::Path, sync::Arc};

use axum::Extension;
use base::{Actor, Id};
use jiff::tz::TimeZone;
use staff::{
    WorkNav, actions,
    model::{NewAccount, Password, role},
};
use store::Tx;
use testkit::{Browser, Kit};
use upkeep::{MailSet, Row, Upkeep};

const PASSWORD: &str = "sowa na wieży ratusza";

/// Upkeep of the kit's city, in which the binary knows of one part.
pub fn upkeep(kit: &Kit, mail: MailSet) -> Upkeep {
    Upkeep {
        folder: kit.folder.clone(),
        zone: TimeZone::UTC,
        started_at: kit.db.now(),
        faults: upkeep::verify,
        probe: Arc::new(|_| vec![Row::warn("map", "missing")]),
        mail,
        sender: notices::Sender {
            mailer: notices::Mailer::Folder(kit.folder.path().join("mail")),
            city: Arc::new(testkit::city()),
            public_url: "http://localhost:8311".into(),
        },
    }
}

/// A browser of somebody with this role.
pub async fn browser(kit: &Kit, upkeep: &Upkeep, role_word: &'static str) -> Browser {
    let app = testkit::app(&kit.db, &[staff::TEXTS, upkeep::TEXTS], &[], web::Settings::default());
    let routes = upkeep::routes(upkeep.clone()).layer(Extension(WorkNav::new(upkeep::links())));
    let id = Id::new();
    let permissions = role(role_word).unwrap();
    let account = NewAccount { id, login: role_word.parse().unwrap(), name: "Tomasz Górecki".into(), unit_id: None, permissions };
    let hire = move |tx: &Tx<'_>| {
        actions::create_account(tx, &account)?;
        actions::invite(tx, id)
    };
    let invitation = app.db.write(Actor::SYSTEM, hire).await.unwrap();
    actions::use_invitation(&app.db, &invitation, &Password::new(PASSWORD).unwrap()).await.unwrap();
    let session = actions::sign_in(&app.db, role_word, PASSWORD).await.unwrap();
    Browser::new(&app, routes).with_session(&session).following().speaking("en")
}

/// The names of the files in a folder, sorted.
pub fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// No fault between rows and journal.
pub async fn agrees(kit: &Kit) {
    kit.settle().await;
    assert_eq!(kit.read(upkeep::verify).await.unwrap(), Vec::<String>::new());
}
