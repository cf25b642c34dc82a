//! The certificate: read at the start, and again when it was renewed.

use std::{future::pending, time::Duration, time::SystemTime};

use axum_server::tls_rustls::RustlsConfig;
use base::{Error, Result};
use tokio::signal::unix::{SignalKind, signal};

use super::TlsFiles;

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(60);

pub(super) async fn load(files: &TlsFiles) -> Result<RustlsConfig> {
    // Somebody may have chosen the provider before us; then theirs is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let refused = |fault| Error::internal(format!("TLS with {} and {}: {fault}", files.cert.display(), files.key.display()));
    RustlsConfig::from_pem_file(&files.cert, &files.key).await.map_err(refused)
}

/// Reads the files again on SIGHUP or when they have changed; a broken pair leaves the old one in force. Never ends.
pub(super) async fn watch(files: TlsFiles, config: RustlsConfig) {
    let mut hangup = signal(SignalKind::hangup()).ok();
    let mut seen = changed_at(&files);
    loop {
        let asked = async {
            match &mut hangup {
                Some(hangup) => hangup.recv().await,
                None => pending().await,
            }
        };
        let by_signal = tokio::select! { _ = asked => true, () = tokio::time::sleep(LOOK) => false };
        let now = changed_at(&files);
        if !by_signal && now == seen {
            continue;
        }
        seen = now;
        match config.reload_from_pem_file(&files.cert, &files.key).await {
            Ok(()) => tracing::info!("the certificate was read again"),
            Err(fault) => tracing::error!(%fault, "the new certificate cannot be used; the old one stays"),
        }
    }
}

fn changed_at(files: &TlsFiles) -> [Option<SystemTime>; 2] {
    [&files.cert, &files.key].map(|file| std::fs::metadata(file).and_then(|data| data.modified()).ok())
}
