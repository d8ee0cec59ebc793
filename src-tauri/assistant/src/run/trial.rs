//! Something is made in the mailbox, read back and deleted again. Whatever happens in between, it is deleted; where it
//! cannot be, or nobody knows whether it was made, the person is told its name.

use super::{Host, Run, failed};
use vincula_core::check::{Outcome, UnknownReason};
use vincula_core::problem::{Evidence, Problem, ProblemKind};
use vincula_core::text::Language;
use vincula_microsoft::{AccessToken, Proof, Trial};

impl Run {
    /// Makes it, reads it back and deletes it.
    pub(super) async fn tried(&self, host: &Host<'_>, token: &AccessToken, trial: &Trial) -> Outcome {
        let microsoft = host.microsoft;
        let made = match microsoft.make(token, trial).await {
            Ok(made) => made,
            Err(problem) if is_uncertain(problem.kind) => return left(trial, problem, host.language),
            Err(problem) => return failed(problem),
        };
        let read = microsoft.is_there(token, trial, &made).await;
        if let Err(problem) = microsoft.delete(token, trial, &made).await {
            return left(trial, problem, host.language);
        }
        match read {
            Ok(Proof::Holds) => Outcome::Passed,
            Ok(Proof::NotUnderstood) => Outcome::Unknown {
                why: UnknownReason::AnswerNotUnderstood,
            },
            Err(problem) => failed(problem),
        }
    }
}

/// Whether the request may have arrived although its answer did not.
fn is_uncertain(kind: ProblemKind) -> bool {
    matches!(
        kind,
        ProblemKind::TooSlow
            | ProblemKind::AnswerInterrupted
            | ProblemKind::AnswerNotMicrosofts
            | ProblemKind::MicrosoftUnavailable
    )
}

/// The person has to look for it: by its name, and an event by its day.
fn left(trial: &Trial, because: Problem, language: Language) -> Outcome {
    let (kind, name) = match trial {
        Trial::Event { subject, starts } => {
            let form = match language {
                Language::Es => "%d/%m/%Y",
                Language::En => "%Y-%m-%d",
            };
            (
                ProblemKind::EventLeft,
                format!("{subject} · {}", starts.strftime(form)),
            )
        }
        Trial::Contact { name } => (ProblemKind::ContactLeft, name.clone()),
    };
    let evidence = Evidence {
        found: Some(name),
        ..because.evidence
    };
    failed(Problem::new(kind, evidence))
}
