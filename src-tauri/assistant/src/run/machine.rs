//! What this machine's own check means: whether Microsoft can be reached from here at all.

use super::failed;
use jiff::{SignedDuration, Timestamp};
use vincula_core::check::{Outcome, UnknownReason};
use vincula_core::problem::{Evidence, Family, Problem, ProblemKind};
use vincula_microsoft::{EntraHeard, Proof};

/// How far a clock may be off: Microsoft takes a difference of five minutes.
/// Source: <https://learn.microsoft.com/entra/identity/domain-services/faqs>
const MOST_OFF: SignedDuration = SignedDuration::from_mins(5);

/// The outcome of the check, by what Entra and Graph brought and the time here when Entra's answer came.
///
/// Only a fault of the road or of the clock fails: whatever else Microsoft said, it was reached, and the check that
/// the answer is about will say so. What is not understood proves nothing and stops nothing.
pub(super) fn outcome(entra: &EntraHeard, here: Timestamp, graph: Result<Proof, Problem>) -> Outcome {
    if let Err(problem) = &entra.exists
        && problem.kind.family() == Family::Network
    {
        return failed(problem.clone());
    }
    if let Some(problem) = entra.date.and_then(|there| wrong_clock(there, here)) {
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

/// The problem, with both times and the difference, where this machine's clock is too far off.
fn wrong_clock(there: Timestamp, here: Timestamp) -> Option<Problem> {
    let off = SignedDuration::from_secs(here.as_second().saturating_sub(there.as_second()));
    if off.abs() <= MOST_OFF {
        return None;
    }
    let here = Timestamp::from_second(here.as_second()).unwrap_or(here);
    let sign = if off.is_negative() { '-' } else { '+' };
    let evidence = Evidence::comparing(there.to_string(), format!("{here} ({sign}{:#})", off.abs()));
    Some(Problem::new(ProblemKind::ClockWrong, evidence))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_clock_is_wrong_beyond_five_minutes_and_the_difference_is_told() {
        let there = at("2026-05-24T13:34:39Z");
        for (here, found) in [
            ("2026-05-24T13:34:39.9Z", None),
            ("2026-05-24T13:39:39Z", None),
            ("2026-05-24T13:29:39Z", None),
            ("2026-05-24T13:39:40Z", Some("2026-05-24T13:39:40Z (+5m 1s)")),
            ("2026-05-24T13:29:38.5Z", Some("2026-05-24T13:29:38Z (-5m 1s)")),
            ("2026-05-25T13:34:39Z", Some("2026-05-25T13:34:39Z (+24h)")),
            (
                "2010-01-01T00:00:00Z",
                Some("2010-01-01T00:00:00Z (-143701h 34m 39s)"),
            ),
        ] {
            let problem = wrong_clock(there, at(here));
            let told = problem
                .as_ref()
                .map(|problem| problem.evidence.found.as_deref().unwrap());
            assert_eq!(told, found, "{here}");
            if let Some(problem) = problem {
                assert_eq!(problem.kind, ProblemKind::ClockWrong);
                assert_eq!(problem.evidence.expected.as_deref(), Some("2026-05-24T13:34:39Z"));
            }
        }
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
