//! Who signed the certificate that this machine does not trust: the name by which IT recognises its own filter.

use super::LOOK;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, SignatureScheme};
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

/// The issuer of the certificate that `address` shows, by the proxy that is set if any. Nothing is sent to it: the
/// handshake is refused whatever the certificate is.
pub(super) async fn of(address: &Url) -> Option<String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let witness = Arc::new(Witness {
        provider: Arc::clone(&provider),
        issuer: Mutex::new(None),
    });
    let tls = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .ok()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(&witness) as Arc<dyn ServerCertVerifier>)
        .with_no_client_auth();
    let http = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(reqwest::redirect::Policy::none())
        .timeout(LOOK)
        .build()
        .ok()?;
    let mut origin = address.clone();
    origin.set_path("/");
    origin.set_query(None);
    let never_answered = http.head(origin).send().await;
    drop(never_answered);
    witness
        .issuer
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take()
}

/// Looks at the certificate and refuses it, always.
#[derive(Debug)]
struct Witness {
    provider: Arc<CryptoProvider>,
    issuer: Mutex<Option<String>>,
}

fn refused() -> rustls::Error {
    rustls::Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure)
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        _between: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _ocsp: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let issuer = x509_parser::parse_x509_certificate(shown).map(|(_, read)| read.issuer().to_string());
        *self.issuer.lock().unwrap_or_else(PoisonError::into_inner) = issuer.ok();
        Err(refused())
    }

    fn verify_tls12_signature(
        &self,
        _message: &[u8],
        _shown: &CertificateDer<'_>,
        _signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Err(refused())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _shown: &CertificateDer<'_>,
        _signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Err(refused())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}
