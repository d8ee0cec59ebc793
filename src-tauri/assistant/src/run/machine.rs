//! What this machine's own check means: whether Microsoft can be reached from here at all.

use super::{Host, failed};
use jiff::Timestamp;
use vincula_core::check::{Outcome, UnknownReason};
use vincula_core::clock_skew;
use vincula_core::problem::{Family, Problem};
use vincula_core::value::TenantId;
use vincula_microsoft::{EntraHeard, Proof};

/// Asks Entra's host and Graph's at the same time: the outcome of the check, and what the same answer of Entra's tells
/// about the organisation.
pub(crate) async fn look(host: &Host<'_>, tenant: Option<&TenantId>) -> (Outcome, Result<Proof, Problem>) {
    let entra = async {
        let heard = host.microsoft.hear_entra(tenant).await;
        (heard, host.clock.now())
    };
    let ((entra, here), graph) = tokio::join!(entra, host.microsoft.graph_reached());
    (outcome(&entra, here, graph), entra.exists)
}

/// The outcome of the check, by what Entra and Graph brought and the time here when Entra's answer came.
///
/// Only a fault of the road or of the clock fails: whatever else Microsoft said, it was reached, and the check that
/// the answer is about will say so. What is not understood proves nothing and stops nothing.
fn outcome(entra: &EntraHeard, here: Timestamp, graph: Result<Proof, Problem>) -> Outcome {
    if let Err(problem) = &entra.exists
        && problem.kind.family() == Family::Network
    {
        return failed(problem.clone());
    }
    if let Some(problem) = entra.date.and_then(|there| clock_skew::problem(there, here)) {
        return failed(problem);
    }
    match (graph, entra.date) {
        (Err(problem), _) => failed(problem),
        (Ok(Proof::Holds), Some(_)) => Outcome::Passed,
        (Ok(_), _) => Outcome::Unknown {
            why: UnknownReason::AnswerNotUnderstood,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vincula_core::problem::ProblemKind;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn only_the_road_and_the_clock_fail_and_what_is_not_understood_is_unknown() {
        let here = at("2026-05-24T13:34:39Z");
        let heard = |exists: Result<Proof, Problem>| EntraHeard {
            date: Some(here),
            exists,
        };
        let unknown = Outcome::Unknown {
            why: UnknownReason::AnswerNotUnderstood,
        };
        let road = || Err(Problem::from(ProblemKind::NotTrusted));
        for (entra, graph, expected) in [
            (heard(Ok(Proof::Holds)), Ok(Proof::Holds), Outcome::Passed),
            (heard(Ok(Proof::NotUnderstood)), Ok(Proof::Holds), Outcome::Passed),
            (
                heard(Err(ProblemKind::TenantUnknown.into())),
                Ok(Proof::Holds),
                Outcome::Passed,
            ),
            (
                heard(Err(ProblemKind::MicrosoftUnavailable.into())),
                Ok(Proof::Holds),
                Outcome::Passed,
            ),
            (
                heard(Err(ProblemKind::TooManyRequests.into())),
                Ok(Proof::Holds),
                Outcome::Passed,
            ),
            (heard(Ok(Proof::Holds)), Ok(Proof::NotUnderstood), unknown.clone()),
            (heard(road()), Ok(Proof::Holds), failed(ProblemKind::NotTrusted)),
            (heard(Ok(Proof::Holds)), road(), failed(ProblemKind::NotTrusted)),
        ] {
            assert_eq!(
                outcome(&entra, here, graph.clone()),
                expected,
                "{entra:?} {graph:?}"
            );
        }
        let without_time = EntraHeard {
            date: None,
            exists: Ok(Proof::Holds),
        };
        assert_eq!(outcome(&without_time, here, Ok(Proof::Holds)), unknown);
    }
}
