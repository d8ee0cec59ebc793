//! The report of a run: for people, and as JSON (`docs/CLI.md`).

use crate::output;
use jiff::Timestamp;
use serde::Serialize;
use std::io;
use vincula_assistant::{Counted, Run};
use vincula_core::check::{CheckId, Outcome, SkipReason, UnknownReason};
use vincula_core::problem::{Evidence, Problem, ProblemKind, Retry, Who};
use vincula_core::text::{Language, text};
use vincula_microsoft::Inbox;

/// The version of the JSON form.
pub(super) const SCHEMA: u32 = 1;

/// The report of a run.
#[derive(Serialize)]
pub(crate) struct Report {
    schema: u32,
    setup: String,
    guide: String,
    mailbox: String,
    at: String,
    proven: bool,
    signed_in_as: Option<String>,
    sent_to: Option<String>,
    #[serde(skip_serializing_if = "Counts::is_empty")]
    inbox: Counts,
    checks: Vec<CheckLine>,
}

/// What the inbox held, by each way that the guide lists.
#[derive(Default, Serialize)]
struct Counts {
    #[serde(skip_serializing_if = "Option::is_none")]
    by_graph: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_imap: Option<Count>,
}

#[derive(Serialize)]
struct Count {
    unread: u32,
    total: u32,
}

impl Counts {
    fn of(counted: Counted) -> Self {
        let count = |inbox: Inbox| Count {
            unread: inbox.unread,
            total: inbox.total,
        };
        Self {
            by_graph: counted.by_graph.map(count),
            by_imap: counted.by_imap.map(count),
        }
    }

    fn is_empty(&self) -> bool {
        self.by_graph.is_none() && self.by_imap.is_none()
    }
}

#[derive(Serialize)]
struct CheckLine {
    check: CheckId,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<ProblemLine>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Why {
    Skipped(SkipReason),
    Unknown(UnknownReason),
}

#[derive(Serialize)]
struct ProblemLine {
    kind: &'static str,
    who: Who,
    retry: Retry,
    what: String,
    #[serde(rename = "do")]
    action: String,
    evidence: Evidence,
}

impl Report {
    pub(crate) fn of(run: &Run, now: Timestamp, language: Language) -> Self {
        let verification = run.verification(now);
        let setup = run.setup();
        Self {
            schema: SCHEMA,
            setup: setup.id.to_string(),
            guide: setup.guide.clone(),
            mailbox: setup.mailbox.to_string(),
            at: now.to_string(),
            proven: verification.proven,
            signed_in_as: run.profile().map(|profile| profile.user_principal_name.clone()),
            sent_to: run.sent_to().map(ToString::to_string),
            inbox: Counts::of(run.counted()),
            checks: verification
                .checks
                .into_iter()
                .map(|result| {
                    let outcome = outcome_name(&result.outcome);
                    let (why, problem) = match result.outcome {
                        Outcome::Passed => (None, None),
                        Outcome::Failed { problem } => (None, Some(problem_line(problem, language))),
                        Outcome::Skipped { why } => (Some(Why::Skipped(why)), None),
                        Outcome::Unknown { why } => (Some(Why::Unknown(why)), None),
                    };
                    CheckLine {
                        check: result.check,
                        outcome,
                        why,
                        problem,
                    }
                })
                .collect(),
        }
    }
}

impl ProblemLine {
    /// The name of what a check left in the mailbox: the person has to look for it.
    fn left(&self) -> Option<&str> {
        let is_left = [ProblemKind::EventLeft, ProblemKind::ContactLeft]
            .iter()
            .any(|kind| kind.as_str() == self.kind);
        self.evidence.found.as_deref().filter(|_| is_left)
    }
}

fn problem_line(problem: Problem, language: Language) -> ProblemLine {
    ProblemLine {
        kind: problem.kind.as_str(),
        who: problem.kind.who(),
        retry: problem.kind.retry(),
        what: problem_text(problem.kind, "", language),
        action: problem_text(problem.kind, ".do", language),
        evidence: problem.evidence,
    }
}

/// Prints the report for a person.
pub(crate) fn print(report: &Report, language: Language) -> io::Result<()> {
    for line in &report.checks {
        let outcome = text(language, &format!("outcome-{}", line.outcome), &[]);
        output::say(&format!("{:<14} {}", outcome, check_name(line.check, language)))?;
        if let Some(problem) = &line.problem {
            output::say(&format!("{:<14} {}", "", problem.what))?;
            output::say(&format!("{:<14} {}", "", problem.action))?;
            if let Some(left) = problem.left() {
                output::say(&format!("{:<14} {left}", ""))?;
            }
            if let Some(code) = &problem.evidence.code {
                output::say(&format!("{:<14} {code}", ""))?;
            }
        }
    }
    let end = if report.proven {
        "verify-proven"
    } else {
        "verify-not-proven"
    };
    // Not every ERP sends mail.
    let sends = |line: &CheckLine| matches!(line.check, CheckId::MailAccepted | CheckId::Smtp);
    let of = if report.checks.iter().any(sends) {
        ""
    } else {
        "-look"
    };
    let end = format!("{end}{of}");
    output::say(&text(language, &end, &[("mailbox", &report.mailbox)]))
}

/// One line for the person while a run goes on.
pub(crate) fn line(check: CheckId, outcome: &Outcome, language: Language) -> String {
    let name = outcome_name(outcome);
    format!(
        "  {} — {}",
        check_name(check, language),
        text(language, &format!("outcome-{name}"), &[])
    )
}

/// A check's name for people.
pub(crate) fn check_name(check: CheckId, language: Language) -> String {
    text(
        language,
        &format!("check-{}", check.as_str().replace('_', "-")),
        &[],
    )
}

/// What happened (no attribute), or what to do about it (`.do`).
pub(crate) fn problem_text(kind: ProblemKind, attribute: &str, language: Language) -> String {
    text(language, &format!("{}{attribute}", kind.text_id()), &[])
}

fn outcome_name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed { .. } => "failed",
        Outcome::Skipped { .. } => "skipped",
        Outcome::Unknown { .. } => "unknown",
    }
}
