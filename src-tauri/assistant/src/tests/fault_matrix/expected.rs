//! What each call makes of each trouble.

use super::road::Call;
use super::trouble::Trouble;
use vincula_core::check::Outcome;
use vincula_core::problem::{Problem, ProblemKind};
use vincula_testbed::{Authority, Certificate, Fault, RetryAfter};

/// What a call makes of a trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// It fails, and this is why.
    Fails(ProblemKind),
    /// It proves nothing, and stops nothing.
    Unknown,
    /// It is no trouble for this call.
    Passes,
}

impl Expected {
    pub(super) fn of(call: Call, trouble: Trouble) -> Self {
        let fault = match trouble {
            Trouble::Name => return Self::Fails(ProblemKind::NameUnknown),
            Trouble::Proxy(Fault::Refused) => return Self::Fails(ProblemKind::ProxyDown),
            Trouble::There(fault) | Trouble::Proxy(fault) => fault,
        };
        let is_page = call == Call::Probe;
        Self::Fails(match fault {
            Fault::Refused => ProblemKind::ConnectionRefused,
            Fault::ConnectHang | Fault::Silent | Fault::Drip | Fault::SlowClose | Fault::Status(408) => {
                ProblemKind::TooSlow
            }
            Fault::Reset | Fault::EarlyClose | Fault::Truncated(_) | Fault::DuplicateHeaders => {
                ProblemKind::AnswerInterrupted
            }
            Fault::Tls(Certificate::Untrusted) => ProblemKind::NotTrusted,
            Fault::Tls(Certificate::Expired) => ProblemKind::CertificateExpired,
            Fault::Tls(Certificate::OfAnother) => ProblemKind::CertificateOfAnother,
            Fault::Status(407) => ProblemKind::ProxyRefused,
            Fault::Status(500..) if fault != Fault::Status(511) => ProblemKind::MicrosoftUnavailable,
            Fault::Unavailable(_) => ProblemKind::MicrosoftUnavailable,
            Fault::TooMany(_) => ProblemKind::TooManyRequests,
            Fault::Huge | Fault::Status(511) => ProblemKind::AnswerNotMicrosofts,
            Fault::Clock(seconds) if call == Call::Metadata && seconds.abs() > 300 => ProblemKind::ClockWrong,
            Fault::Clock(_) => return Self::Passes,
            // Neither is read for more than its status and where it leads.
            Fault::WrongType if matches!(call, Call::Probe | Call::SendMail) => return Self::Passes,
            // A page that is not understood proves nothing about the registration.
            _ if is_page => return Self::Unknown,
            Fault::Empty if call != Call::SendMail => ProblemKind::AnswerInterrupted,
            _ => ProblemKind::AnswerNotMicrosofts,
        })
    }

    /// Whether the outcome is the expected one.
    pub(super) fn is(self, outcome: Option<&Outcome>) -> bool {
        match (self, outcome) {
            (Self::Fails(kind), Some(Outcome::Failed { problem })) => problem.kind == kind,
            (Self::Unknown, Some(Outcome::Unknown { .. })) | (Self::Passes, Some(Outcome::Passed)) => true,
            _ => false,
        }
    }
}

/// Whether the problem keeps what makes this trouble different from others of its kind.
pub(super) fn is_precise(trouble: Trouble, problem: &Problem) -> bool {
    let evidence = &problem.evidence;
    match trouble {
        Trouble::There(Fault::Tls(Certificate::Untrusted)) => {
            evidence.found.as_deref() == Some(Authority::STRANGER)
        }
        // The server's clock is ahead where ours is slow.
        Trouble::There(Fault::Clock(seconds)) => {
            let sign = if seconds > 0 { "(-" } else { "(+" };
            evidence
                .found
                .as_deref()
                .is_some_and(|found| found.contains(sign))
        }
        Trouble::There(Fault::TooMany(form) | Fault::Unavailable(form)) => {
            let asked = evidence.retry_after_seconds;
            match form {
                RetryAfter::Seconds => asked == Some(7),
                RetryAfter::Date => asked.is_some_and(|seconds| seconds <= 20),
                RetryAfter::Zero | RetryAfter::Past => asked == Some(0),
                RetryAfter::Huge => asked == Some(86_400),
                RetryAfter::Negative | RetryAfter::Junk | RetryAfter::Missing => asked.is_none(),
            }
        }
        // An answer that is cut by its bound, or that breaks off, has no status to tell.
        Trouble::There(Fault::Status(status)) => evidence.status == Some(status),
        _ => evidence
            .host
            .as_deref()
            .is_none_or(|host| ["localhost", "127.0.0.1"].contains(&host)),
    }
}
