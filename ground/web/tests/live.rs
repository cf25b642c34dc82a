//! Live updates: who hears what, what is sent again, what a slow reader is told.

mod common;

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use base::Error;
use common::{door, request};
use futures_util::StreamExt;
use serde_json::json;
use web::{Hub, KEPT_EVENTS, MAX_DATA_BYTES, MAX_STREAMS, MAX_WAITING};

fn listen(hub: &Hub, topics: &[&str], after: Option<i64>) -> BodyDataStream {
    hub.stream(topics.iter().map(|topic| (*topic).to_owned()).collect(), after).unwrap().into_body().into_data_stream()
}

async fn next(stream: &mut BodyDataStream) -> String {
    let frame = tokio::time::timeout(Duration::from_secs(5), stream.next()).await.expect("a frame comes");
    String::from_utf8(frame.unwrap().unwrap().to_vec()).unwrap()
}

/// Reads the frame that every stream begins with.
async fn opened(stream: &mut BodyDataStream) {
    assert_eq!(next(stream).await, "retry: 3000\n\n");
}

#[tokio::test]
async fn an_event_reaches_those_who_listen_to_its_topic() {
    let hub = Hub::new();
    let (mut roads, mut parks) = (listen(&hub, &["roads", "all"], None), listen(&hub, &["parks"], None));
    opened(&mut roads).await;
    opened(&mut parks).await;
    hub.publish("roads", "case-changed", 7, &json!({ "state": "closed" }));
    hub.publish("parks", "case-opened", 8, &json!(null));
    assert_eq!(
        next(&mut roads).await,
        "id: 7\ndata: {\"kind\":\"case-changed\",\"topic\":\"roads\",\"id\":7,\"data\":{\"state\":\"closed\"}}\n\n"
    );
    assert_eq!(next(&mut parks).await, "id: 8\ndata: {\"kind\":\"case-opened\",\"topic\":\"parks\",\"id\":8,\"data\":null}\n\n");
}

#[tokio::test]
async fn who_comes_back_hears_what_was_missed() {
    let hub = Hub::new();
    for id in 1..=5 {
        hub.publish(if id % 2 == 0 { "even" } else { "odd" }, "tick", id, &json!(id));
    }
    let mut back = listen(&hub, &["odd"], Some(3));
    opened(&mut back).await;
    assert!(next(&mut back).await.starts_with("id: 3\n"), "the last one comes again: one position may speak to several topics");
    assert!(next(&mut back).await.starts_with("id: 5\n"));
    hub.publish("odd", "tick", 7, &json!(7));
    assert!(next(&mut back).await.starts_with("id: 7\n"));
}

#[tokio::test]
async fn who_was_away_too_long_is_told_to_load_again() {
    let hub = Hub::new();
    let mut after_restart = listen(&hub, &["a"], Some(3));
    opened(&mut after_restart).await;
    assert_eq!(next(&mut after_restart).await, "event: resync\nid: 0\ndata: {}\n\n");
    let last = i64::try_from(KEPT_EVENTS).unwrap() + 10;
    for id in 1..=last {
        hub.publish("a", "tick", id, &json!(null));
    }
    let mut late = listen(&hub, &["a"], Some(5));
    opened(&mut late).await;
    assert_eq!(next(&mut late).await, format!("event: resync\nid: {last}\ndata: {{}}\n\n"));
}

#[tokio::test]
async fn a_slow_reader_is_told_to_load_again_and_goes_on() {
    let hub = Hub::new();
    let mut slow = listen(&hub, &["a"], None);
    opened(&mut slow).await;
    let last = i64::try_from(MAX_WAITING).unwrap() + 3;
    for id in 1..=last {
        hub.publish("a", "tick", id, &json!(null));
    }
    assert_eq!(next(&mut slow).await, format!("event: resync\nid: {last}\ndata: {{}}\n\n"));
    hub.publish("a", "tick", last + 1, &json!(null));
    assert!(next(&mut slow).await.starts_with(&format!("id: {}\n", last + 1)));
}

#[tokio::test]
async fn large_data_is_left_out() {
    let hub = Hub::new();
    let mut stream = listen(&hub, &["a"], None);
    opened(&mut stream).await;
    hub.publish("a", "big", 1, &json!("x".repeat(MAX_DATA_BYTES)));
    assert_eq!(next(&mut stream).await, "id: 1\ndata: {\"kind\":\"big\",\"topic\":\"a\",\"id\":1,\"data\":null}\n\n");
}

#[tokio::test]
async fn streams_are_limited_and_places_come_free() {
    let hub = Hub::new();
    let mut open: Vec<BodyDataStream> = (0..MAX_STREAMS).map(|_| listen(&hub, &["a"], None)).collect();
    assert!(matches!(hub.stream(vec!["a".into()], None), Err(Error::Busy(_))));
    open.truncate(MAX_STREAMS - 1);
    assert_eq!(hub.streams(), MAX_STREAMS - 1);
    assert!(hub.stream(vec!["a".into()], None).is_ok());
}

#[tokio::test]
async fn shutdown_ends_streams_with_a_hint() {
    let hub = Hub::new();
    let mut stream = listen(&hub, &["a"], None);
    opened(&mut stream).await;
    hub.close();
    assert!(next(&mut stream).await.starts_with("retry: "));
    assert!(stream.next().await.is_none());
    assert!(hub.stream(Vec::new(), None).is_err());
}

#[tokio::test]
async fn the_route_reads_topics_and_position() {
    let door = door().await;
    for id in 1..=3 {
        door.app.hub.publish("case:1", "case-changed", id, &json!(null));
    }
    for (path, headers) in
        [("/live?topics=case:1,case:2&after=2", vec![("accept-encoding", "gzip")]), ("/live?topics=case:1", vec![("last-event-id", "2")])]
    {
        let response = door.raw(request("GET", path, &headers, "")).await;
        let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(header("content-type").unwrap(), "text/event-stream");
        assert_eq!((header("cache-control").unwrap().as_str(), header("content-encoding")), ("no-store", None));
        let mut stream = Body::into_data_stream(response.into_body());
        opened(&mut stream).await;
        assert!(next(&mut stream).await.starts_with("id: 2\n"));
        assert!(next(&mut stream).await.starts_with("id: 3\n"));
    }
    door.app.hub.close();
    assert_eq!(door.get("/live?topics=a", &[]).await.status, 503);
}

#[tokio::test]
async fn a_stream_whose_topic_is_ended_closes_and_others_go_on() {
    let hub = Hub::new();
    let (mut hers, mut his) = (listen(&hub, &["roads", "account:1"], None), listen(&hub, &["roads", "account:2"], None));
    opened(&mut hers).await;
    opened(&mut his).await;
    hub.end("account:1");
    assert!(next(&mut hers).await.starts_with("retry: "), "she may come back, and is asked anew what she may hear");
    assert!(hers.next().await.is_none());
    hub.publish("roads", "case-changed", 7, &json!(null));
    assert!(next(&mut his).await.starts_with("id: 7\n"));
    assert_eq!(hub.streams(), 1);
}
