//! Which certificates are believed: those that this machine believes. A refusal keeps the name of whoever issued the
//! certificate, so that IT can see which filter opens the company's traffic. There is no way to ignore a refusal.

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, OtherError, SignatureScheme};
use rustls_platform_verifier::Verifier;
use std::sync::Arc;
use x509_parser::parse_x509_certificate;

/// A set-up of TLS that believes this machine's own store, and `more` roots beside it.
pub(crate) fn configuration(more: &[CertificateDer<'static>]) -> Result<ClientConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let machine = if more.is_empty() {
        Verifier::new(Arc::clone(&provider))?
    } else {
        Verifier::new_with_extra_roots(more.iter().cloned(), Arc::clone(&provider))?
    };
    let mut configuration = configured(provider, machine)?;
    configuration.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(configuration)
}

fn configured(provider: Arc<CryptoProvider>, machine: Verifier) -> Result<ClientConfig, rustls::Error> {
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Naming(machine)))
        .with_no_client_auth())
}

/// A certificate that was refused: why, and who issued it.
#[derive(Debug, thiserror::Error)]
#[error("the certificate was refused: {cause}")]
pub(crate) struct Refused {
    pub(crate) issuer: Option<String>,
    pub(crate) cause: rustls::Error,
}

/// The machine's own judgement, unchanged; a refusal also names the issuer.
#[derive(Debug)]
struct Naming(Verifier);

impl ServerCertVerifier for Naming {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        self.0
            .verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
            .map_err(|cause| {
                let issuer = issuer(end_entity);
                CertificateError::Other(OtherError(Arc::new(Refused { issuer, cause }))).into()
            })
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.0.verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.0.verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.supported_verify_schemes()
    }
}

/// The issuer's own name in a certificate: its common name, or its organisation where it has none.
fn issuer(certificate: &CertificateDer<'_>) -> Option<String> {
    let (_, certificate) = parse_x509_certificate(certificate).ok()?;
    let issuer = certificate.issuer();
    let mut names = issuer.iter_common_name().chain(issuer.iter_organization());
    names.find_map(|name| name.as_str().ok()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_in_a_certificates_place_have_an_issuer_or_none(bytes: Vec<u8>) {
            let _named = issuer(&CertificateDer::from(bytes));
        }
    }
}
