//! Since when a setup works, and whether it ever did.

use super::{Setup, Verification};
use crate::check::{CheckId, Outcome};
use crate::problem::Problem;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Since when a setup works, and whether it ever did: the last run alone does not tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Proven {
    /// When it was proven for the first time; stays whatever happens later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Timestamp>,
    /// When it was proven for the first time since the last change and the last failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
}

impl Proven {
    pub(super) fn is_never(&self) -> bool {
        *self == Self::default()
    }
}

impl Verification {
    /// The first check that failed, in the order of the run.
    #[must_use]
    pub fn failure(&self) -> Option<(CheckId, &Problem)> {
        self.checks.iter().find_map(|line| match &line.outcome {
            Outcome::Failed { problem } => Some((line.check, problem)),
            _ => None,
        })
    }

    /// Whether it says that the setup does not work: a network that is down says nothing about it.
    #[must_use]
    pub fn refutes(&self) -> bool {
        self.failure()
            .is_some_and(|(_, problem)| !problem.kind.is_inconclusive())
    }
}

impl Setup {
    /// Keeps the end of a run.
    pub fn verified(&mut self, verification: Verification) {
        if verification.proven {
            self.proven.first.get_or_insert(verification.at);
            self.proven.since.get_or_insert(verification.at);
        } else if verification.refutes() {
            self.proven.since = None;
        }
        self.verification = Some(verification);
    }

    /// Forgets the last proof: a value changed, so that it proves nothing any more.
    pub fn unprove(&mut self) {
        // What an older version kept tells nothing but its last run.
        self.proven.first = self.first_proven();
        self.proven.since = None;
        self.verification = None;
    }

    /// Since when it works: the first proof since the last change and the last failure.
    #[must_use]
    pub fn works_since(&self) -> Option<Timestamp> {
        self.proven.since.or(self.last_proof())
    }

    /// When it was proven for the first time, with whatever values.
    #[must_use]
    pub fn first_proven(&self) -> Option<Timestamp> {
        self.proven.first.or(self.last_proof())
    }

    fn last_proof(&self) -> Option<Timestamp> {
        let proof = self.verification.as_ref().filter(|last| last.proven)?;
        Some(proof.at)
    }
}
