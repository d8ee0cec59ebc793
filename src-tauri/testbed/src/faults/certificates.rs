//! An authority of the test's own, and certificates of it that are right or wrong.

use super::fault::Certificate;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;

/// An authority with one right certificate and one for each way to be wrong.
#[derive(Clone)]
pub struct Authority {
    root: CertificateDer<'static>,
    right: TlsAcceptor,
    untrusted: TlsAcceptor,
    expired: TlsAcceptor,
    of_another: TlsAcceptor,
}

impl Authority {
    /// The name of the authority that nobody trusts, as a filter's would be.
    pub const STRANGER: &'static str = "Filtro Web de la Empresa";

    /// A new authority.
    ///
    /// # Panics
    /// Where a certificate cannot be made.
    #[must_use]
    pub fn new() -> Self {
        let (root, issuer) = authority("Autoridad de la prueba");
        let (_, stranger) = authority(Self::STRANGER);
        let here = || CertificateParams::new(vec!["localhost".to_owned()]).expect("a name");
        let mut expired = here();
        expired.not_before = date_time_ymd(2019, 1, 1);
        expired.not_after = date_time_ymd(2020, 1, 1);
        let other = CertificateParams::new(vec!["otro.example".to_owned()]).expect("a name");
        Self {
            root,
            right: acceptor(&here(), &issuer),
            untrusted: acceptor(&here(), &stranger),
            expired: acceptor(&expired, &issuer),
            of_another: acceptor(&other, &issuer),
        }
    }

    /// The certificate that a client must trust, in DER.
    #[must_use]
    pub fn root(&self) -> CertificateDer<'static> {
        self.root.clone()
    }

    pub(super) fn acceptor(&self, wrong: Option<Certificate>) -> &TlsAcceptor {
        match wrong {
            None => &self.right,
            Some(Certificate::Untrusted) => &self.untrusted,
            Some(Certificate::Expired) => &self.expired,
            Some(Certificate::OfAnother) => &self.of_another,
        }
    }
}

impl Default for Authority {
    fn default() -> Self {
        Self::new()
    }
}

fn authority(name: &str) -> (CertificateDer<'static>, Issuer<'static, KeyPair>) {
    let mut params = CertificateParams::new(Vec::<String>::new()).expect("no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.distinguished_name.push(DnType::CommonName, name);
    let key = KeyPair::generate().expect("a key can be made");
    let root = params.self_signed(&key).expect("it can be signed").der().clone();
    (root, Issuer::new(params, key))
}

fn acceptor(params: &CertificateParams, issuer: &Issuer<'static, KeyPair>) -> TlsAcceptor {
    let key = KeyPair::generate().expect("a key can be made");
    let certificate = params.signed_by(&key, issuer).expect("it can be signed");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let server = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider knows the versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .expect("the certificate fits its key");
    TlsAcceptor::from(Arc::new(server))
}
