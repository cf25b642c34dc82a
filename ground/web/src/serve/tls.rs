//! The certificate: read at the start, and again when it was renewed.

use std::{future::pending, time::Duration, time::SystemTime};

use axum_server::tls_rustls::RustlsConfig;
use base::{Error, Result};
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::TlsFiles;

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(60);

/// The certificate in force and what tells of a new one.
pub(super) struct Certificate {
    files: TlsFiles,
    pub(super) config: RustlsConfig,
    seen: [Option<SystemTime>; 2],
    hangup: Option<Signal>,
}

/// Keeps the certificate up to date, where there is one. Never ends.
pub(super) async fn watch(certificate: Option<Certificate>) {
    match certificate {
        Some(certificate) => certificate.watch().await,
        None => pending().await,
    }
}

impl Certificate {
    pub(super) async fn load(files: &TlsFiles) -> Result<Self> {
        // Somebody may have chosen the provider before us; then theirs is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let seen = changed_at(files);
        let refused = |fault| Error::internal(format!("TLS with {} and {}: {fault}", files.cert.display(), files.key.display()));
        let config = RustlsConfig::from_pem_file(&files.cert, &files.key).await.map_err(refused)?;
        Ok(Self { files: files.clone(), config, seen, hangup: signal(SignalKind::hangup()).ok() })
    }

    /// Reads the files again on SIGHUP or when they have changed; a broken pair leaves the old one in force. Never ends.
    async fn watch(mut self) {
        loop {
            let asked = async {
                match &mut self.hangup {
                    Some(hangup) => hangup.recv().await,
                    None => pending().await,
                }
            };
            let by_signal = tokio::select! { _ = asked => true, () = tokio::time::sleep(LOOK) => false };
            let now = changed_at(&self.files);
            if by_signal || now != self.seen {
                self.seen = now;
                self.reload().await;
            }
        }
    }

    async fn reload(&self) {
        match self.config.reload_from_pem_file(&self.files.cert, &self.files.key).await {
            Ok(()) => tracing::info!("the certificate was read again"),
            Err(fault) => tracing::error!(%fault, "the new certificate cannot be used; the old one stays"),
        }
    }
}

fn changed_at(files: &TlsFiles) -> [Option<SystemTime>; 2] {
    [&files.cert, &files.key].map(|file| std::fs::metadata(file).and_then(|data| data.modified()).ok())
}
