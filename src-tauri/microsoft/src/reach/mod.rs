//! Whether Microsoft's hosts can be reached from this machine, and where they cannot, why: the name, the proxy or
//! the certificate.
//!
//! Asked first in a run, so that it is bounded more tightly than the other calls. The answer alone decides whether
//! there is a fault; the road is looked at only to name one that there is.

mod issuer;
mod route;

pub(crate) use route::Routes;

use crate::answer::Answer;
use crate::client::{Microsoft, Proof};
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{AGE, DATE, HeaderName};
use std::time::Duration;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use url::Url;
use vincula_core::problem::{Evidence, Family, Problem, ProblemKind};

/// Time for the whole answer of a host.
const ANSWER: Duration = Duration::from_secs(5);
/// Time for each look at the road that failed: a name, a proxy's port, a certificate.
pub(crate) const LOOK: Duration = Duration::from_secs(3);

impl Microsoft {
    /// Asks whether Graph's host answers, by its service document, which needs no token.
    ///
    /// # Errors
    /// The fault of the road. Whatever else Graph says, it was reached.
    pub async fn graph_reached(&self) -> Result<Proof, Problem> {
        let address = self.cloud.graph_endpoint("/v1.0/");
        let answer = self.reach(&address).await?;
        match answer.problem_of_status() {
            Some(problem) if problem.kind.family() == Family::Network => Err(self.routed(problem, &address)),
            // Microsoft's own trouble shows at the check that needs Graph.
            Some(_) => Ok(Proof::Holds),
            None if answer.is_json() => Ok(Proof::Holds),
            None => Ok(Proof::NotUnderstood),
        }
    }

    /// The answer of a host that is asked for the first time, or the fault of the road, named as closely as this
    /// machine can.
    pub(crate) async fn reach(&self, address: &Url) -> Result<Answer, Problem> {
        match self.ask(self.http.get(address.clone()).timeout(ANSWER)).await {
            Ok(answer) => Ok(answer),
            Err(problem) => Err(self.named(self.routed(problem, address), address).await),
        }
    }

    /// The same problem with the proxy that its road goes through.
    pub(crate) fn routed(&self, problem: Problem, address: &Url) -> Problem {
        let evidence = Evidence {
            proxy: self
                .routes
                .proxy(address)
                .map(|(host, port)| format!("{host}:{port}")),
            ..problem.evidence
        };
        Problem::new(problem.kind, evidence)
    }

    /// The same fault, told apart by what this machine can see of the road.
    async fn named(&self, problem: Problem, address: &Url) -> Problem {
        match problem.kind {
            ProblemKind::Unreachable | ProblemKind::NameUnknown | ProblemKind::ConnectionRefused => {
                let kind = match self.routes.proxy(address) {
                    Some(proxy) if !opens(&proxy).await => ProblemKind::ProxyDown,
                    // Beyond a proxy it is the proxy that looks names up.
                    None if !resolves(address).await => ProblemKind::NameUnknown,
                    _ => problem.kind,
                };
                Problem::new(kind, problem.evidence)
            }
            ProblemKind::NotTrusted | ProblemKind::CertificateExpired | ProblemKind::CertificateOfAnother => {
                let evidence = Evidence {
                    found: issuer::of(address).await.or(problem.evidence.found),
                    ..problem.evidence
                };
                Problem::new(problem.kind, evidence)
            }
            _ => problem,
        }
    }
}

/// The time at the host: when the answer was made, and how long a cache on the way has kept it.
/// Source: RFC 9110, section 6.6.1; RFC 9111, section 5.1
pub(crate) fn date(answer: &Answer) -> Option<Timestamp> {
    let header = |name: HeaderName| answer.headers.get(name).and_then(|value| value.to_str().ok());
    let made = DateTimeParser::new().parse_timestamp(header(DATE)?).ok()?;
    let kept = header(AGE).map_or(Some(0), |seconds| seconds.trim().parse::<u32>().ok())?;
    made.checked_add(SignedDuration::from_secs(kept.into())).ok()
}

/// Whether the system finds the host's name.
async fn resolves(address: &Url) -> bool {
    let (Some(host), Some(port)) = (address.host_str(), address.port_or_known_default()) else {
        return false;
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    match timeout(LOOK, lookup_host((host, port))).await {
        Ok(Ok(mut addresses)) => addresses.next().is_some(),
        // What takes too long to tell is not told.
        Err(_) => true,
        Ok(Err(_)) => false,
    }
}

/// Whether somebody listens there.
async fn opens((host, port): &(String, u16)) -> bool {
    matches!(
        timeout(LOOK, TcpStream::connect((host.as_str(), *port))).await,
        Ok(Ok(_))
    )
}
