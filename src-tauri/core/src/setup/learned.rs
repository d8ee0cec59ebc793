//! What a check without the person adds to what is known of a setup.

use super::{Setup, Verification};
use crate::check::{CheckId, Outcome};
use crate::problem::{Problem, ProblemKind};

impl Setup {
    /// Takes what a check without the person found, and says whether anything changed.
    ///
    /// Such a check asks less than a whole run, so that it never takes a proof's place: where it found nothing wrong,
    /// nothing is learned. It can refute one: a secret that Microsoft refuses today makes yesterday's mail history.
    /// What only hindered the check (the road, a limit, Microsoft's own trouble) says nothing about the setup, and a
    /// value that was never given is seen to be missing without a note of it. A failure is over once the very check
    /// that failed passes.
    pub fn learn(&mut self, found: &Verification) -> bool {
        let known = self.verification.as_ref();
        let is_news = match failure(found) {
            Some((_, problem)) if problem.kind.is_inconclusive() || is_missing(problem.kind) => false,
            Some((check, problem)) => known
                .and_then(failure)
                .is_none_or(|(known_check, known_problem)| {
                    (known_check, known_problem.kind) != (check, problem.kind)
                }),
            None => known
                .and_then(failure)
                .is_some_and(|(check, _)| has_passed(found, check)),
        };
        if is_news {
            self.verification = Some(found.clone());
        }
        is_news
    }
}

fn is_missing(kind: ProblemKind) -> bool {
    matches!(kind, ProblemKind::ClientIdMissing | ProblemKind::SecretMissing)
}

fn failure(verification: &Verification) -> Option<(CheckId, &Problem)> {
    verification
        .checks
        .iter()
        .find_map(|result| match &result.outcome {
            Outcome::Failed { problem } => Some((result.check, problem)),
            _ => None,
        })
}

fn has_passed(verification: &Verification, check: CheckId) -> bool {
    let mut results = verification.checks.iter();
    results.any(|result| result.check == check && result.outcome == Outcome::Passed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{CheckResult, SkipReason};
    use crate::setup::SetupId;
    use crate::value::{ErpAddress, Mailbox};

    fn setup(verification: Option<Verification>) -> Setup {
        let mut setup = Setup::new(
            SetupId::parse("0b1d1f9c-3c1f-4a52-9d65-0123456789ab").unwrap(),
            "cloud-gestion",
            ErpAddress::parse("soler.cloudgestion1.app").unwrap(),
            Mailbox::parse("ventas@soler.example").unwrap(),
            "2026-05-24T13:34:39Z".parse().unwrap(),
        );
        setup.verification = verification;
        setup
    }

    fn run(day: u8, proven: bool, outcomes: &[(CheckId, Outcome)]) -> Verification {
        Verification {
            at: format!("2026-06-{day:02}T10:00:00Z").parse().unwrap(),
            proven,
            checks: outcomes
                .iter()
                .cloned()
                .map(|(check, outcome)| CheckResult { check, outcome })
                .collect(),
        }
    }

    fn failed(kind: ProblemKind) -> Outcome {
        Outcome::Failed { problem: kind.into() }
    }

    fn proof() -> Verification {
        let passed = [CheckId::Secret, CheckId::SignIn, CheckId::MailAccepted];
        run(1, true, &passed.map(|check| (check, Outcome::Passed)))
    }

    fn fine() -> Verification {
        let why = SkipReason::NotAsked;
        let outcomes = [
            (CheckId::Secret, Outcome::Passed),
            (CheckId::SignIn, Outcome::Skipped { why }),
        ];
        run(2, false, &outcomes)
    }

    /// What is known after a check that found this.
    fn after(known: Option<Verification>, found: &Verification) -> (bool, Option<Verification>) {
        let mut setup = setup(known);
        let is_news = setup.learn(found);
        (is_news, setup.verification)
    }

    #[test]
    fn a_proof_stands_while_nothing_refutes_it() {
        assert_eq!(after(Some(proof()), &fine()), (false, Some(proof())));
        for kind in [
            ProblemKind::TooManyRequests,
            ProblemKind::MicrosoftUnavailable,
            ProblemKind::KeyringUnavailable,
        ] {
            let hindered = run(2, false, &[(CheckId::Secret, failed(kind))]);
            assert_eq!(
                after(Some(proof()), &hindered),
                (false, Some(proof())),
                "{kind:?}"
            );
        }
        let expired = run(2, false, &[(CheckId::Secret, failed(ProblemKind::SecretExpired))]);
        assert_eq!(after(Some(proof()), &expired), (true, Some(expired)));
    }

    #[test]
    fn where_nothing_is_known_a_failure_is_learned_and_that_nothing_failed_is_not() {
        assert_eq!(after(None, &fine()), (false, None));
        let wrong = run(2, false, &[(CheckId::Secret, failed(ProblemKind::SecretWrong))]);
        assert_eq!(after(None, &wrong), (true, Some(wrong)));
        let begun = run(
            2,
            false,
            &[(CheckId::Application, failed(ProblemKind::ClientIdMissing))],
        );
        assert_eq!(after(None, &begun), (false, None));
    }

    #[test]
    fn a_failure_is_over_once_the_check_that_failed_passes_and_no_sooner() {
        let wrong = run(1, false, &[(CheckId::Secret, failed(ProblemKind::SecretWrong))]);
        assert_eq!(after(Some(wrong.clone()), &fine()), (true, Some(fine())));
        let mail = run(
            1,
            false,
            &[(CheckId::MailAccepted, failed(ProblemKind::MailboxMissing))],
        );
        assert_eq!(after(Some(mail.clone()), &fine()), (false, Some(mail)));
        let same = run(2, false, &[(CheckId::Secret, failed(ProblemKind::SecretWrong))]);
        assert_eq!(
            after(Some(wrong.clone()), &same),
            (false, Some(wrong)),
            "since when it fails is worth more than that it still does"
        );
    }
}
