//! What holds for every request: headers, other sites, tokens, limits, ids, metrics, health.

mod common;

use std::net::SocketAddr;

use axum::{body::Body, extract::ConnectInfo, http::Request};
use common::{door, door_with, request, settings};
use web::Settings;

const SESSION: (&str, &str) = ("cookie", "__Host-session=0123456789");

fn from(peer: &str, mut request: Request<Body>) -> Request<Body> {
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4711)));
    request
}

#[tokio::test]
async fn every_answer_is_dressed() {
    let door = door().await;
    for path in ["/report", "/nothing", "/fail/panic", "/health/live", "/language/uk?back=/"] {
        let answer = door.get(path, &[]).await;
        assert_eq!(
            answer.header("content-security-policy"),
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; worker-src 'self'"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
        assert_eq!(answer.header("cache-control"), "private, no-cache", "{path}");
        assert!(!answer.header("x-request-id").is_empty());
    }
    let plain = door_with(Settings { https: false, ..settings() }).await;
    assert_eq!(plain.get("/report", &[]).await.header("strict-transport-security"), "");
}

#[tokio::test]
async fn a_change_asked_for_by_another_site_is_refused_with_an_explanation() {
    let door = door().await;
    let page = door.post("/report", &[("sec-fetch-site", "cross-site")], "street=x").await;
    assert_eq!(page.status, 403);
    page.says("To polecenie przyszło z\u{a0}innej strony");
    assert_eq!(door.post("/report", &[("origin", "https://evil.example")], "street=x").await.status, 403);
    assert_eq!(door.post("/report", &[("sec-fetch-site", "same-origin")], "street=x").await.status, 303);
    assert_eq!(door.post("/open311/requests", &[("sec-fetch-site", "cross-site")], "").await.status, 200);
}

#[tokio::test]
async fn forms_of_a_session_need_its_token() {
    let door = door().await;
    let page = door.get("/report", &[SESSION]).await;
    let token = page.body.split("name=\"_token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(door.post("/report", &[SESSION], &format!("street=x&_token={token}")).await.status, 303);
    let refused = door.post("/report", &[SESSION], "street=x").await;
    assert_eq!(refused.status, 403);
    refused.says("Ten formularz jest już nieważny");
    assert_eq!(door.post("/report", &[("cookie", "__Host-session=another")], &format!("street=x&_token={token}")).await.status, 403);
    assert_eq!(door.post("/report", &[], "street=x").await.status, 303, "without a session there is nothing to protect");
}

#[tokio::test]
async fn too_many_requests_are_told_to_wait() {
    let door = door().await;
    assert_eq!(door.post("/limited", &[], "").await.status, 200);
    let page = door.post("/limited", &[], "").await;
    assert_eq!((page.status.as_u16(), page.header("retry-after")), (429, "60"));
    page.says("Odczekaj 60 sekund i\u{a0}spróbuj jeszcze raz.");
    let elsewhere = door.ask(from("203.0.113.9", request("POST", "/limited", &[], ""))).await;
    assert_eq!(elsewhere.status, 200, "another address has its own limit");
    let off = door_with(Settings { rate_limits: false, ..settings() }).await;
    for _ in 0..3 {
        assert_eq!(off.post("/limited", &[], "").await.status, 200);
    }
}

#[tokio::test]
async fn the_limit_follows_the_address_that_a_trusted_proxy_names() {
    let door = door().await;
    let behind = |client: &str| from("10.0.0.1", request("POST", "/limited", &[("x-forwarded-for", client)], ""));
    assert_eq!(door.ask(behind("203.0.113.1")).await.status, 200);
    assert_eq!(door.ask(behind("198.51.100.7, 203.0.113.1")).await.status, 429);
    assert_eq!(door.ask(behind("203.0.113.2")).await.status, 200);
}

#[tokio::test]
async fn a_flood_from_one_address_is_stopped_at_the_door() {
    let door = door().await;
    let flood =
        async |client: &str| door.ask(from("10.0.0.1", request("GET", "/health/live", &[("x-forwarded-for", client)], ""))).await.status;
    let mut stopped = false;
    for _ in 0..web::Class::EVERYTHING.burst * 4 {
        stopped = flood("203.0.113.1").await == 429;
        if stopped {
            break;
        }
    }
    assert!(stopped);
    assert_eq!(flood("203.0.113.2").await, 200);
}

#[tokio::test]
async fn request_ids_are_taken_from_trusted_proxies_only() {
    let door = door().await;
    let with_id = |peer: &str, id: &str| from(peer, request("GET", "/health/live", &[("x-request-id", id)], ""));
    assert_eq!(door.ask(with_id("10.0.0.1", "proxy-id-0001")).await.header("x-request-id"), "proxy-id-0001");
    assert_ne!(door.ask(with_id("203.0.113.9", "proxy-id-0001")).await.header("x-request-id"), "proxy-id-0001");
    assert_ne!(door.ask(with_id("10.0.0.1", "a\"><b onclick")).await.header("x-request-id"), "a\"><b onclick");
    let (one, two) = (door.get("/health/live", &[]).await, door.get("/health/live", &[]).await);
    assert_ne!(one.header("x-request-id"), two.header("x-request-id"));
}

#[tokio::test]
async fn metrics_are_for_this_machine_only() {
    let door = door().await;
    door.get("/report?street=secret-street", &[]).await;
    let metrics = door.get("/metrics", &[]).await;
    assert_eq!(metrics.status, 200);
    metrics
        .says("http_requests_total{method=\"GET\",route=\"/report\",status=\"2xx\"}")
        .says("http_request_seconds_bucket")
        .never_says("secret-street");
    let strange = |peer: &str, forwarded: &[(&str, &str)]| from(peer, request("GET", "/metrics", forwarded, ""));
    assert_eq!(door.ask(strange("203.0.113.9", &[])).await.status, 404);
    assert_eq!(door.ask(strange("127.0.0.1", &[("x-forwarded-for", "203.0.113.9")])).await.status, 404, "a proxy that we do not know of");
    assert_eq!(door.ask(strange("10.0.0.1", &[("x-forwarded-for", "127.0.0.1")])).await.status, 200);
    let office = door_with(Settings { metrics_readers: vec!["192.0.2.0/24".parse().unwrap()], ..settings() }).await;
    assert_eq!(office.ask(strange("192.0.2.7", &[])).await.status, 200);
}

#[tokio::test]
async fn readiness_tells_every_part_and_ends_with_shutdown() {
    let door = door().await;
    let ready = door.get("/health/ready", &[]).await;
    assert_eq!(ready.status, 200);
    assert_eq!(ready.json()["checks"][0]["sentence"], "Answers in 1 ms.");
    let strange = door.ask(from("203.0.113.9", request("GET", "/health/ready", &[], ""))).await;
    assert_eq!((strange.status.as_u16(), strange.body.as_str()), (200, "{\"ready\":true}"));
    door.app.stop();
    let stopping = door.get("/health/ready", &[]).await;
    assert_eq!((stopping.status.as_u16(), stopping.json()["ready"].as_bool()), (503, Some(false)));
    assert_eq!(door.get("/health/live", &[]).await.status, 200);
}
