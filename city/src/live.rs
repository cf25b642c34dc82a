//! Live pages: a reader of the journal that tells the hub which pages have changed, and the door of the stream.

use std::{future::Future, time::Duration};

use axum::{Router, extract::State, response::Response, routing::get};
use base::{Error, Id, Result, secret::Signer};
use staff::{Permission, Viewer, pages::Maybe};
use store::{Db, Event, journal};
use web::{ApiResult, App, Hub, LiveRequest};

/// How long the reader waits at most before it looks again.
const LOOK: Duration = Duration::from_secs(1);

/// `GET /live?topics=…`.
pub fn routes() -> Router<App> {
    Router::new().route("/live", get(listen))
}

async fn listen(State(app): State<App>, Maybe(viewer): Maybe, request: LiveRequest) -> ApiResult<Response> {
    let heard = request.topics.iter().filter(|topic| may_hear(viewer.as_ref(), topic)).cloned();
    let own = viewer.iter().map(|viewer| account(viewer.account_id));
    Ok(app.hub.stream(heard.chain(own).collect(), request.after)?)
}

/// The topic that every stream of the account has: when something happens to the account, its streams end, and what it may
/// hear is asked anew.
fn account(id: Id) -> String {
    format!("account:{id}")
}

/// A report's page is everybody's, and so is one whose topic cannot be guessed; a unit's inbox is heard by those who have it.
fn may_hear(viewer: Option<&Viewer>, topic: &str) -> bool {
    match topic.split_once(':') {
        Some(("report" | "own", _)) => true,
        Some(("unit", unit)) => {
            let worker = viewer.filter(|viewer| viewer.may(Permission::WorkCases));
            worker.and_then(|viewer| viewer.unit_id).is_some_and(|own| own.to_string() == unit)
        }
        _ => false,
    }
}

/// Tells the hub of new events until `stop` is done. Topics carry no content: pages load what they may see.
pub async fn tell(db: Db, hub: Hub, signer: Signer, stop: impl Future<Output = ()>) {
    let mut bell = db.bell();
    let mut position = None;
    tokio::pin!(stop);
    loop {
        bell.mark_unchanged();
        match tell_from(&db, &hub, &signer, position).await {
            Ok(to) if Some(to) != position => {
                position = Some(to);
                continue;
            }
            Ok(_) => {}
            Err(Error::Busy(_)) => {}
            Err(error) => tracing::warn!(%error, "reading the journal for live pages"),
        }
        tokio::select! {
            () = &mut stop => return,
            rung = bell.changed() => if rung.is_err() { return },
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Tells what came after `position`, and says how far that went; without one it only says where the journal ends.
async fn tell_from(db: &Db, hub: &Hub, signer: &Signer, position: Option<i64>) -> Result<i64> {
    let Some(position) = position else { return db.read(journal::last_position).await };
    let signer = signer.clone();
    let news = db.read(move |read| news(read, &signer, position)).await?;
    let last = news.last().map_or(position, |(event, _)| event.position.unwrap_or(position));
    for (event, topics) in news {
        if event.subject_kind == "account" {
            hub.end(&account(event.subject_id));
        }
        for topic in topics {
            hub.publish(topic, &event.kind, event.position.unwrap_or_default(), &serde_json::Value::Null);
        }
    }
    Ok(last)
}

fn news(read: &store::Read<'_>, signer: &Signer, position: i64) -> Result<Vec<(Event, Vec<String>)>> {
    let events = journal::after(read, position)?;
    events.into_iter().map(|event| Ok((event.clone(), cases::public::topics(read, signer, &event)?))).collect()
}
