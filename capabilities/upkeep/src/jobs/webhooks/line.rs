//! One delivery over HTTP/1.1, straight to an address that was checked: no proxy, no redirect, no second look at names.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
    time::{Duration, Instant},
};

use axum::http::{Request, Uri, header};
use http_body_util::Full;
use hyper::{body::Bytes, client::conn::http1};
use hyper_util::rt::TokioIo;
use rustls::{ClientConfig, RootCertStore, pki_types::ServerName};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, lookup_host},
    time::timeout,
};
use tokio_rustls::TlsConnector;

use crate::model::{Attempt, WebhookRules};

/// The longest wait for a connection, and for all of a delivery.
const CONNECT_TIME: Duration = Duration::from_secs(5);
const SEND_TIME: Duration = Duration::from_secs(15);

type Sent = Result<u16, String>;

/// Sends `body` and tells how it fared.
pub(super) async fn send(address: &str, signature: String, body: &str, rules: WebhookRules) -> Attempt {
    let begun = Instant::now();
    let sent = timeout(SEND_TIME, talk(address, signature, body.to_owned(), rules)).await;
    let sent = sent.unwrap_or_else(|_| Err(format!("no answer within {} seconds", SEND_TIME.as_secs())));
    let millis = i64::try_from(begun.elapsed().as_millis()).unwrap_or(i64::MAX);
    match sent {
        Ok(status @ 200..=299) => Attempt { status: Some(status), millis, error: None },
        Ok(status) => Attempt { status: Some(status), millis, error: Some(format!("the receiver answered {status}")) },
        Err(error) => Attempt { status: None, millis, error: Some(error) },
    }
}

async fn talk(address: &str, signature: String, body: String, rules: WebhookRules) -> Sent {
    let uri: Uri = address.parse().map_err(|_| "the address cannot be read".to_owned())?;
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let is_tls = uri.scheme_str() == Some("https");
    let stream = connect(&host, uri.port_u16().unwrap_or(if is_tls { 443 } else { 80 }), rules).await?;
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let request = Request::post(path)
        .header(header::HOST, uri.authority().map(|authority| authority.as_str()).unwrap_or_default())
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, concat!("hejnal/", env!("CARGO_PKG_VERSION")))
        .header("Hejnal-Signature", signature)
        .body(Full::new(Bytes::from(body)))
        .map_err(|fault| fault.to_string())?;
    if is_tls {
        let name = ServerName::try_from(host).map_err(|_| "the name cannot stand in a certificate".to_owned())?;
        let stream = TlsConnector::from(config()).connect(name, stream).await.map_err(|fault| format!("TLS: {fault}"))?;
        return ask(stream, request).await;
    }
    ask(stream, request).await
}

async fn ask(stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static, request: Request<Full<Bytes>>) -> Sent {
    let (mut line, talking) = http1::handshake(TokioIo::new(stream)).await.map_err(|fault| fault.to_string())?;
    let talking = tokio::spawn(talking);
    let answer = line.send_request(request).await.map_err(|fault| format!("the connection broke: {fault}"));
    // Only the status counts; whatever else the receiver says is not read.
    talking.abort();
    Ok(answer?.status().as_u16())
}

/// Connects to the first address of the host that may be reached.
async fn connect(host: &str, port: u16, rules: WebhookRules) -> Result<TcpStream, String> {
    let found: Vec<SocketAddr> = lookup_host((host, port)).await.map_err(|fault| format!("{host}: {fault}"))?.collect();
    let Some(address) = found.iter().find(|address| rules.private || is_public(address.ip())) else {
        return Err(format!("{host} lies in a private network, which is not allowed"));
    };
    let connected = timeout(CONNECT_TIME, TcpStream::connect(address)).await;
    connected.map_err(|_| "no connection".to_owned())?.map_err(|fault| format!("no connection: {fault}"))
}

fn config() -> Arc<ClientConfig> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.expect("ring speaks TLS 1.2 and 1.3");
    Arc::new(builder.with_root_certificates(roots).with_no_client_auth())
}

/// Whether an address is one of the open internet, and not of a private or special network (IANA's registries, RFC 6890).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || matches!((a, b, c), (0, ..) | (100, 64..=127, _) | (192, 0, 0) | (198, 18..=19, _) | (240..=255, ..));
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(inner) = address.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    let [first, second, ..] = address.segments();
    // Only 2000::/3 is given out; without documentation, 6to4 and Teredo, which lead elsewhere.
    first & 0xE000 == 0x2000 && first != 0x2002 && !(first == 0x2001 && matches!(second, 0 | 0xDB8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_and_special_networks_are_no_part_of_the_internet() {
        for (address, public) in [
            ("93.184.216.34", true),
            ("10.0.0.1", false),
            ("127.0.0.1", false),
            ("169.254.169.254", false),
            ("172.16.0.1", false),
            ("192.168.1.1", false),
            ("100.64.0.1", false),
            ("0.0.0.0", false),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("2606:2800:220:1::1", true),
            ("::1", false),
            ("::ffff:10.0.0.1", false),
            ("fd00::1", false),
            ("fe80::1", false),
            ("2002:a00:1::", false),
            ("64:ff9b::a00:1", false),
        ] {
            assert_eq!(is_public(address.parse().unwrap()), public, "{address}");
        }
    }
}
