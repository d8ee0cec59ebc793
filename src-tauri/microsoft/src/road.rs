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
    Problem::new(
        kind,
        Evidence {
            host: host.map(str::to_owned),
            ..Evidence::default()
        },
    )
}

fn is_untrusted(error: &reqwest::Error) -> bool {
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(inner) = cause {
        if let Some(tls) = inner.downcast_ref::<rustls::Error>() {
            return matches!(tls, rustls::Error::InvalidCertificate(_));
        }
        // The source of an I/O error skips what it wraps; and rustls is wrapped twice.
        let wrapped = inner
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref);
        cause = wrapped
            .map(|wrapped| wrapped as &(dyn Error + 'static))
            .or_else(|| inner.source());
    }
    false
}
