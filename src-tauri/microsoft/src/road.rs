//! Faults of the road between this machine and Microsoft, by their names.

use crate::routes::Routes;
use crate::trust::Refused;
use std::error::Error;
use std::io;
use url::Url;
use vincula_core::problem::{Evidence, Problem, ProblemKind};

/// The road of one call: where it leads, and through whom.
#[derive(Clone, Debug, Default)]
pub(crate) struct Road {
    pub(crate) host: Option<String>,
    /// As `host:port`.
    pub(crate) proxy: Option<String>,
}

impl Road {
    /// The road to an address, as the proxies of the machine have it.
    pub(crate) fn to(address: &Url, routes: &Routes) -> Self {
        Self {
            host: address.host_str().map(str::to_owned),
            proxy: routes.proxy(address),
        }
    }

    /// The problem behind a failed request. Addresses are left out of it: they can carry a `state`.
    pub(crate) fn problem(&self, error: &reqwest::Error) -> Problem {
        if let Some(problem) = self.of_certificate(error) {
            return problem;
        }
        let kind = if error.is_connect() {
            self.of_connecting(error)
        } else if error.is_timeout() {
            ProblemKind::TooSlow
        } else {
            ProblemKind::AnswerInterrupted
        };
        Problem::new(kind, self.evidence())
    }

    /// What can be told of the road itself.
    pub(crate) fn evidence(&self) -> Evidence {
        Evidence {
            host: self.host.clone(),
            proxy: self.proxy.clone(),
            ..Evidence::default()
        }
    }

    fn of_connecting(&self, error: &reqwest::Error) -> ProblemKind {
        // The types of these errors are private to hyper-util; its words are the only way to tell them.
        let says = |words: &str| causes(error).any(|cause| cause.to_string().contains(words));
        if says("tunnel error: proxy authorization required") {
            return ProblemKind::ProxyRefused;
        }
        if self.proxy.is_some() {
            return ProblemKind::ProxyDown;
        }
        if says("dns error") {
            return ProblemKind::NameUnknown;
        }
        if error.is_timeout() {
            return ProblemKind::TooSlow;
        }
        let kind = causes(error).find_map(|cause| cause.downcast_ref::<io::Error>().map(io::Error::kind));
        match kind {
            Some(io::ErrorKind::ConnectionRefused) => ProblemKind::ConnectionRefused,
            Some(io::ErrorKind::NetworkDown) => ProblemKind::Offline,
            _ => ProblemKind::Unreachable,
        }
    }

    /// The problem behind a certificate that was refused, wherever among the causes it stands.
    pub(crate) fn of_certificate(&self, error: &(dyn Error + 'static)) -> Option<Problem> {
        let tls = causes(error).find_map(|cause| cause.downcast_ref::<rustls::Error>())?;
        let (cause, issuer) = match tls {
            rustls::Error::InvalidCertificate(rustls::CertificateError::Other(other)) => {
                match other.0.downcast_ref::<Refused>() {
                    Some(refused) => (&refused.cause, refused.issuer.clone()),
                    None => (tls, None),
                }
            }
            _ => (tls, None),
        };
        let evidence = Evidence {
            found: issuer,
            ..self.evidence()
        };
        Some(Problem::new(of_tls(cause), evidence))
    }
}

fn of_tls(error: &rustls::Error) -> ProblemKind {
    use rustls::CertificateError as Certificate;
    let rustls::Error::InvalidCertificate(refusal) = error else {
        return ProblemKind::EncryptionFailed;
    };
    match refusal {
        Certificate::Expired
        | Certificate::ExpiredContext { .. }
        | Certificate::NotValidYet
        | Certificate::NotValidYetContext { .. } => ProblemKind::CertificateExpired,
        Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => {
            ProblemKind::CertificateOfAnother
        }
        _ => ProblemKind::NotTrusted,
    }
}

/// An error's causes, the outermost first.
fn causes<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(cause_of(error), |&cause| cause_of(cause))
}

fn cause_of<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    // The source of an I/O error skips what it wraps; and rustls is wrapped twice.
    let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    match wrapped {
        Some(wrapped) => Some(wrapped),
        None => error.source(),
    }
}
