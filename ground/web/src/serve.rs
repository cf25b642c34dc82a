//! Opens the city's door on the network, with TLS or behind a proxy, and closes it without dropping anybody.

mod guard;
mod tls;

use std::{
    future::Future,
    net::{SocketAddr, TcpListener},
    path::PathBuf,
    pin::Pin,
    time::Duration,
};

use axum::Router;
use axum_server::{Handle, tls_rustls::RustlsAcceptor};
use base::{Error, Result};

use crate::{App, health};
use guard::Guard;
use tls::Certificate;

/// How long requests that have begun may take after the program was asked to stop.
pub const DRAIN: Duration = Duration::from_secs(20);
/// The most streams of one HTTP/2 connection.
const MAX_H2_STREAMS: u32 = 128;
/// The largest head of an HTTP/1 request, bytes.
const MAX_HEAD_BYTES: usize = 64 * 1024;

/// Where and how to listen.
#[derive(Debug, Clone)]
pub struct ServeConfig {
    /// Address and port; port 0 lets the system choose.
    pub listen: SocketAddr,
    /// Certificate chain and key; both are read again when they change, or on SIGHUP.
    pub tls: Option<TlsFiles>,
    /// How long `/health/ready` says no before the listener closes, so that proxies notice.
    pub notice: Duration,
    /// How long requests that have begun may take to end.
    pub drain: Duration,
}

/// Two files in PEM.
#[derive(Debug, Clone)]
pub struct TlsFiles {
    /// The certificate with its chain.
    pub cert: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

impl ServeConfig {
    /// Plain HTTP on `listen`, for this machine or for a trusted proxy.
    pub fn plain(listen: SocketAddr) -> Self {
        Self { listen, tls: None, notice: Duration::ZERO, drain: DRAIN }
    }
}

/// An open port that nobody answers yet.
pub struct Listening {
    app: App,
    config: ServeConfig,
    socket: TcpListener,
    address: SocketAddr,
}

/// Opens the port.
///
/// # Errors
/// [`Error::Internal`] with a sentence for the person who starts the program: plain HTTP for strangers, or a port taken.
pub fn listen(app: &App, config: ServeConfig) -> Result<Listening> {
    let plain = config.tls.is_none() && app.settings.trusted_proxies.is_empty();
    if plain && !config.listen.ip().is_loopback() {
        return Err(Error::internal(format!(
            "{} can be reached by other machines, and passwords and reports must not travel unprotected. Give a certificate \
             (--tls cert.pem,key.pem), or name the proxy that has one (--trusted-proxy 10.0.0.1/32), or listen on 127.0.0.1.",
            config.listen
        )));
    }
    let opened = TcpListener::bind(config.listen).and_then(|socket| {
        socket.set_nonblocking(true)?;
        let address = socket.local_addr()?;
        Ok((socket, address))
    });
    let (socket, address) = opened.map_err(|fault| Error::internal(format!("cannot listen on {}: {fault}", config.listen)))?;
    Ok(Listening { app: app.clone(), config, socket, address })
}

/// Opens the port and answers until `shutdown` is ready and the last request has ended.
///
/// # Errors
/// As [`listen`]; and when certificate or key cannot be read.
pub async fn serve(app: &App, router: Router, config: ServeConfig, shutdown: impl Future<Output = ()>) -> Result<()> {
    listen(app, config)?.serve(router, shutdown).await
}

impl Listening {
    /// The address with the port that the system has chosen.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until `shutdown` is ready, then: not ready, live streams end, requests that have begun end, at most for the
    /// drain time.
    ///
    /// # Errors
    /// [`Error::Internal`] when certificate or key cannot be read, or the listener breaks.
    pub async fn serve(self, router: Router, shutdown: impl Future<Output = ()>) -> Result<()> {
        let Self { app, config, socket, .. } = self;
        let handle = Handle::new();
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let broken = |fault: std::io::Error| Error::internal(format!("serving: {fault}"));
        let mut server = axum_server::from_tcp(socket).map_err(broken)?.handle(handle.clone());
        server.http_builder().http1().max_buf_size(MAX_HEAD_BYTES);
        server.http_builder().http2().max_concurrent_streams(MAX_H2_STREAMS);
        let stop = async {
            shutdown.await;
            app.stop();
            tokio::time::sleep(config.notice).await;
            app.hub.close();
            handle.graceful_shutdown(Some(config.drain));
        };
        let certificate = match &config.tls {
            None => None,
            Some(files) => Some(Certificate::load(files).await?),
        };
        let server: Pin<Box<dyn Future<Output = _> + Send>> = match &certificate {
            None => Box::pin(server.acceptor(Guard::new()).serve(service)),
            Some(certificate) => {
                let acceptor = RustlsAcceptor::new(certificate.config.clone()).acceptor(Guard::new());
                Box::pin(server.acceptor(acceptor).serve(service))
            }
        };
        tokio::select! {
            outcome = until(server, stop) => outcome.map_err(broken),
            () = tls::watch(certificate) => Ok(()),
            () = health::upkeep(&app) => Ok(()),
        }
    }
}

/// Runs the server; `stop` asks it to end, and it ends on its own.
async fn until(
    mut server: Pin<Box<dyn Future<Output = std::io::Result<()>> + Send>>,
    stop: impl Future<Output = ()>,
) -> std::io::Result<()> {
    tokio::select! {
        outcome = &mut server => return outcome,
        () = stop => {}
    }
    server.await
}
