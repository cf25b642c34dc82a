//! Where the city may listen, and what is told when it may not: strangers, ports, TLS.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
};

use nix::sys::signal::Signal;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, pki_types::CertificateDer, pki_types::pem::PemObject};
use testkit::Engine;

use crate::{
    home::{Home, root, until},
    program::{Running, said},
    visitor::Visitor,
};

#[test]
fn a_demo_listens_on_this_machine_only() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:80"] {
        let home = Home::new(Engine::Sqlite);
        said(&mut home.serving_at(address, &["--demo"])).refused(1, &["--demo", "--listen 127.0.0.1:8311"]);
        assert!(!home.data().exists(), "nothing was begun");
    }
}

#[test]
fn without_a_certificate_strangers_are_kept_out() {
    let home = Home::new(Engine::Sqlite);
    said(&mut home.serving_at("0.0.0.0:0", &[])).refused(1, &["--tls cert.pem,key.pem", "--trusted-proxy", "127.0.0.1", "0.0.0.0:0"]);
}

#[tokio::test]
async fn behind_a_trusted_proxy_any_address_is_listened_on() {
    let home = Home::new(Engine::Sqlite);
    let city = Running::start(&mut home.serving_at("0.0.0.0:0", &["--trusted-proxy", "10.0.0.1/32"]));
    let address = city.address();
    assert!(address.ip().is_unspecified());
    Visitor::new(SocketAddr::from(([127, 0, 0, 1], address.port()))).get("/").await.is(200);
    city.stop();
}

#[test]
fn a_taken_port_is_told() {
    let (first, second) = (Home::new(Engine::Sqlite), Home::new(Engine::Sqlite));
    let city = first.serve(&["--demo"]);
    let taken = city.address().to_string();
    said(&mut second.serving_at(&taken, &["--demo"])).refused(1, &[&format!("cannot listen on {taken}"), "in use"]);
    city.stop();
}

/// Self-signed certificates for `localhost`, the same that the tests of web use; their keys guard nothing.
fn pem(name: &str) -> PathBuf {
    root().join("ground/web/tests/tls").join(name)
}

fn install(name: &str, folder: &Path) {
    for kind in ["cert", "key"] {
        std::fs::copy(pem(&format!("{name}.{kind}.pem")), folder.join(format!("{kind}.pem"))).unwrap();
    }
}

/// Asks over TLS, trusting only the certificate `name`.
fn ask_over_tls(address: SocketAddr, name: &str) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(pem(&format!("{name}.cert.pem"))).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let connection = ClientConnection::new(Arc::new(config), "localhost".try_into().unwrap()).unwrap();
    let mut stream = StreamOwned::new(connection, TcpStream::connect(address)?);
    write!(stream, "GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[tokio::test]
async fn a_certificate_is_served_and_its_renewal_is_taken_on_sighup() {
    let home = Home::new(Engine::Sqlite);
    let (cert, key) = (home.beside("cert.pem"), home.beside("key.pem"));
    let folder = home.beside("");
    install("one", &folder);
    let city = home.serve(&["--tls", &format!("{},{}", cert.display(), key.display())]);
    let address = city.address();
    assert!(city.hears("The city is open at").contains(&format!("https://localhost:{}", address.port())));
    let answer = ask_over_tls(address, "one").unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("strict-transport-security"), "{answer}");
    assert!(ask_over_tls(address, "two").is_err(), "another certificate is not trusted");

    install("two", &folder);
    city.signal(Signal::SIGHUP);
    until("the new certificate is served", async || ask_over_tls(address, "two").is_ok()).await;
    city.stop();
}

#[test]
fn a_broken_certificate_is_told_by_name() {
    let home = Home::new(Engine::Sqlite);
    let (cert, key) = (home.beside("cert.pem"), home.beside("key.pem"));
    install("one", &home.beside(""));
    std::fs::write(&key, "no key").unwrap();
    let mut command = home.serving(&["--tls", &format!("{},{}", cert.display(), key.display())]);
    said(&mut command).refused(1, &["TLS", "key.pem"]);
}
