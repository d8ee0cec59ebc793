//! Faults of the road between this machine and Microsoft, by their names.

use std::error::Error;
use vincula_core::problem::{Evidence, Problem, ProblemKind};

/// The problem behind a failed request. Addresses are left out of it: they can carry a `state`.
pub(crate) fn problem(error: &reqwest::Error, host: Option<&str>) -> Problem {
    let kind = if is_untrusted(error) {
        ProblemKind::NotTrusted
    } else if error.is_timeout() {
        ProblemKind::TooSlow
    } else if error.is_connect() {
        ProblemKind::Unreachable
    } else {
        ProblemKind::AnswerInterrupted
    };
    Problem::new(kind, Evidence { host: host.map(str::to_owned), ..Evidence::default() })
}

fn is_untrusted(error: &reqwest::Error) -> bool {
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(inner) = cause {
        // rustls is wrapped in an I/O error, whose own source skips a level.
        let wrapped = inner.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        let tls = wrapped
            .and_then(|error| error.downcast_ref::<rustls::Error>())
            .or_else(|| inner.downcast_ref::<rustls::Error>());
        if let Some(tls) = tls {
            return matches!(tls, rustls::Error::InvalidCertificate(_));
        }
        cause = inner.source();
    }
    false
}
