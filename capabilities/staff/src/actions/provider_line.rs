//! The line to the provider of the single sign-on: TLS, a time limit, a size limit, no redirects.

use std::{io, path::Path, sync::Arc, time::Duration};

use base::{Error, Result};
use openidconnect::{HttpRequest, HttpResponse, http};
use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject as _},
};

/// The most bytes of an answer.
const MAX_BYTES: usize = 1 << 20;

/// The secret that the provider gave us, from its file.
pub(super) fn secret(path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path)
        .map_err(|fault| Error::Unavailable(format!("single_sign_on.client_secret_file: {}: {fault}", path.display())))?;
    Ok(text.trim().to_owned())
}

/// A client that believes the public authorities, and that of `ca_file`.
pub(super) fn client(ca_file: Option<&Path>, timeout: Duration) -> Result<reqwest::Client> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if let Some(path) = ca_file {
        let fault = |fault: &dyn std::fmt::Display| Error::Unavailable(format!("single_sign_on.ca_file: {}: {fault}", path.display()));
        for certificate in CertificateDer::pem_file_iter(path).map_err(|error| fault(&error))? {
            roots.add(certificate.map_err(|error| fault(&error))?).map_err(|error| fault(&error))?;
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().map_err(Error::internal)?;
    let tls = tls.with_root_certificates(roots).with_no_client_auth();
    let client = reqwest::Client::builder().tls_backend_preconfigured(tls).redirect(reqwest::redirect::Policy::none());
    client.timeout(timeout).build().map_err(Error::internal)
}

/// One request and its whole answer.
pub(super) async fn ask(client: reqwest::Client, request: HttpRequest) -> io::Result<HttpResponse> {
    let request = reqwest::Request::try_from(request).map_err(io::Error::other)?;
    let mut response = client.execute(request).await.map_err(io::Error::other)?;
    let mut answer = http::Response::builder().status(response.status());
    for (name, value) in response.headers() {
        answer = answer.header(name, value);
    }
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(io::Error::other)? {
        if body.len() + part.len() > MAX_BYTES {
            return Err(io::Error::other("the answer is too long"));
        }
        body.extend_from_slice(&part);
    }
    answer.body(body).map_err(io::Error::other)
}
