//! The listener on a real socket: graceful stop, TLS with renewal, and what is refused at the start.

mod common;

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use common::{app_with, routes, settings};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, pki_types::CertificateDer, pki_types::pem::PemObject};
use tokio::{sync::oneshot, task::JoinHandle};
use web::{App, ServeConfig, Settings, TlsFiles};

struct Running {
    app: App,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<base::Result<()>>,
}

async fn running(config: ServeConfig) -> Running {
    let app = app_with(settings()).await;
    let listening = web::listen(&app, config).unwrap();
    let address = listening.address();
    let (stop, asked) = oneshot::channel::<()>();
    let router = web::front_door(routes(), &app);
    let task = tokio::spawn(async move {
        listening
            .serve(router, async move {
                let _ = asked.await;
            })
            .await
    });
    Running { app, address, stop, task }
}

fn local() -> ServeConfig {
    ServeConfig::plain("127.0.0.1:0".parse().unwrap())
}

/// Sends a request; the answer is read later.
fn send(address: SocketAddr, path: &str) -> BufReader<TcpStream> {
    let mut socket = TcpStream::connect(address).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(socket, "GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").unwrap();
    BufReader::new(socket)
}

fn line(reader: &mut impl BufRead) -> String {
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    line
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_ends_streams_finishes_requests_and_closes_the_door() {
    let Running { app, address, stop, task } = running(local()).await;
    let mut stream = send(address, "/live?topics=a");
    while line(&mut stream) != "\r\n" {}
    let mut slow = send(address, "/slow");
    // The handler has begun when the stream, sent before it, is open and a later request has been answered.
    let mut later = send(address, "/health/live");
    assert_eq!(line(&mut later), "HTTP/1.1 200 OK\r\n");
    assert_eq!(app.hub.streams(), 1);

    stop.send(()).unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.ends_with("slow but sure"), "{answer}");
    let mut rest = String::new();
    stream.read_to_string(&mut rest).unwrap();
    assert_eq!(rest.matches("retry: ").count(), 2, "one at the start, one at the end: {rest}");
    task.await.unwrap().unwrap();
    assert!(TcpStream::connect(address).is_err());
    assert_eq!(app.hub.streams(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_never_ends_is_cut_off_at_the_deadline() {
    let Running { address, stop, task, .. } = running(ServeConfig { drain: Duration::from_millis(50), ..local() }).await;
    let mut socket = TcpStream::connect(address).unwrap();
    write!(socket, "POST /report HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nstreet=").unwrap();
    let mut later = send(address, "/health/live");
    assert_eq!(line(&mut later), "HTTP/1.1 200 OK\r\n");
    stop.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(5), task).await.expect("the deadline holds").unwrap().unwrap();
}

#[tokio::test]
async fn plain_http_is_not_offered_to_strangers() {
    let app = app_with(Settings { trusted_proxies: Vec::new(), ..settings() }).await;
    let refused = web::listen(&app, ServeConfig::plain("0.0.0.0:0".parse().unwrap())).err().unwrap().to_string();
    for flag in ["--tls ", "--trusted-proxy", "127.0.0.1"] {
        assert!(refused.contains(flag), "{refused}");
    }
    assert!(web::listen(&app, local()).is_ok());
    let behind_proxy = app_with(settings()).await;
    assert!(web::listen(&behind_proxy, ServeConfig::plain("0.0.0.0:0".parse().unwrap())).is_ok());
}

#[tokio::test]
async fn a_taken_port_is_told() {
    let app = app_with(settings()).await;
    let first = web::listen(&app, local()).unwrap();
    let refused = web::listen(&app, ServeConfig::plain(first.address())).err().unwrap().to_string();
    assert!(refused.contains("cannot listen on 127.0.0.1:"), "{refused}");
}

/// Self-signed certificates for `localhost`, made for this test with `openssl req -x509`; their keys guard nothing.
fn pem(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tls").join(name)
}

/// Asks over TLS, trusting only the certificate `name`.
fn ask_over_tls(address: SocketAddr, name: &str) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(pem(name)).unwrap()).unwrap();
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let connection = ClientConnection::new(Arc::new(config), "localhost".try_into().unwrap()).unwrap();
    let mut stream = StreamOwned::new(connection, TcpStream::connect(address)?);
    write!(stream, "GET /health/live HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_certificate_is_taken_on_sighup() {
    let place = tempfile::tempdir().unwrap();
    let files = TlsFiles { cert: place.path().join("cert.pem"), key: place.path().join("key.pem") };
    let install = |name: &str| {
        std::fs::copy(pem(&format!("{name}.cert.pem")), &files.cert).unwrap();
        std::fs::copy(pem(&format!("{name}.key.pem")), &files.key).unwrap();
    };
    install("one");
    let Running { address, stop, task, .. } = running(ServeConfig { tls: Some(files.clone()), ..local() }).await;
    let (answer, other) =
        tokio::task::spawn_blocking(move || (ask_over_tls(address, "one.cert.pem"), ask_over_tls(address, "two.cert.pem"))).await.unwrap();
    assert!(answer.unwrap().starts_with("HTTP/1.1 200 OK"));
    assert!(other.is_err(), "another certificate is not trusted");

    install("two");
    let hangup = std::process::Command::new("kill").args(["-HUP", &std::process::id().to_string()]).status().unwrap();
    assert!(hangup.success());
    let deadline = Instant::now() + Duration::from_secs(20);
    let renewed = move || {
        std::iter::repeat_with(|| ask_over_tls(address, "two.cert.pem").is_ok()).take_while(|_| Instant::now() < deadline).any(|ok| ok)
    };
    assert!(tokio::task::spawn_blocking(renewed).await.unwrap());
    stop.send(()).unwrap();
    task.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_missing_certificate_is_told_by_name() {
    let tls = Some(TlsFiles { cert: "/nowhere/cert.pem".into(), key: "/nowhere/key.pem".into() });
    let Running { task, .. } = running(ServeConfig { tls, ..local() }).await;
    let fault = task.await.unwrap().unwrap_err().to_string();
    assert!(fault.contains("/nowhere/cert.pem"), "{fault}");
}
