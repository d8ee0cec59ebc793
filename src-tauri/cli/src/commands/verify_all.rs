//! `vincula verify --all`: every setup as far as it goes without a person, a line of JSON each.

use super::report::{self, Report, SCHEMA};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use serde::Serialize;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use vincula_assistant::{
    CheckedSetup, Clock as _, ManyHost, NotChecked, Progress, SetupFault, Summary, check_many,
};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::text::{Language, text};

pub(crate) async fn run(context: &Context, jobs: u8) -> Result<Exit, Failure> {
    let clients = context.every_microsoft()?;
    let waits = Waits {
        language: context.language,
        told: AtomicU64::new(0),
    };
    let host = ManyHost {
        clients: &clients,
        setups: &context.setups,
        secrets: &context.keyring,
        clock: &context.clock,
        progress: &waits,
        jobs: NonZeroUsize::new(jobs.into()).unwrap_or(NonZeroUsize::MIN),
    };
    let interrupted = async {
        // Where the signal cannot be heard it ends the program, as anywhere.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let mut printed = Ok(());
    let summary = check_many(&host, interrupted, &mut |checked| {
        printed = tell(context, checked);
        match printed {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    })
    .await?;
    printed?;
    output::json_line(&SummaryLine::of(&summary))?;
    Ok(exit(&summary))
}

fn exit(summary: &Summary) -> Exit {
    if summary.failed > 0 {
        Exit::Failed
    } else if summary.not_checked > 0 || summary.unkept > 0 || summary.is_stopped {
        Exit::CouldNotCheck
    } else {
        Exit::Passed
    }
}

/// Tells of one setup on standard output.
fn tell(context: &Context, checked: &CheckedSetup) -> std::io::Result<()> {
    if let Some(fault) = &checked.unkept {
        output::note(&format!("vincula: {}: {fault}", checked.id));
        output::note(&report::problem_text(fault.kind(), "", context.language));
    }
    match &checked.found {
        Ok(run) => output::json_line(&Report::of(run, context.clock.now(), context.language)),
        Err(why) => output::json_line(&NotCheckedLine::of(checked, why, context.language)),
    }
}

/// The last line.
#[derive(Serialize)]
struct SummaryLine {
    schema: u32,
    summary: Counts,
}

#[derive(Serialize)]
struct Counts {
    setups: u64,
    passed: u64,
    failed: u64,
    not_checked: u64,
    stopped: bool,
}

impl SummaryLine {
    fn of(summary: &Summary) -> Self {
        Self {
            schema: SCHEMA,
            summary: Counts {
                setups: summary.setups(),
                passed: summary.passed,
                failed: summary.failed,
                not_checked: summary.not_checked,
                stopped: summary.is_stopped,
            },
        }
    }
}

/// The line of a setup that could not be asked about.
#[derive(Serialize)]
struct NotCheckedLine {
    schema: u32,
    setup: String,
    not_checked: Reason,
}

#[derive(Serialize)]
struct Reason {
    kind: &'static str,
    what: String,
    #[serde(rename = "do")]
    action: Option<String>,
}

impl NotCheckedLine {
    fn of(checked: &CheckedSetup, why: &NotChecked, language: Language) -> Self {
        Self {
            schema: SCHEMA,
            setup: checked.id.to_string(),
            not_checked: match why {
                NotChecked::UnknownGuide => Reason {
                    kind: "unknown_guide",
                    what: text(language, "fault-guide-not-found", &[]),
                    action: None,
                },
                NotChecked::Setup(SetupFault::NotFound) => Reason {
                    kind: "setup_not_found",
                    what: text(language, "fault-setup-not-found", &[]),
                    action: None,
                },
                NotChecked::Setup(fault) => of_the_machine(fault.kind(), language),
                NotChecked::NoRedirectUri(why) => Reason {
                    kind: "erp_address_refused",
                    what: text(
                        language,
                        &format!("refusal-{}", why.as_str().replace('_', "-")),
                        &[],
                    ),
                    action: None,
                },
            },
        }
    }
}

fn of_the_machine(kind: ProblemKind, language: Language) -> Reason {
    Reason {
        kind: kind.as_str(),
        what: report::problem_text(kind, "", language),
        action: Some(report::problem_text(kind, ".do", language)),
    }
}

/// Says on standard error that Microsoft asks to wait: once, however many setups wait for it.
struct Waits {
    language: Language,
    told: AtomicU64,
}

impl Progress for Waits {
    fn began(&self, _check: CheckId) {}

    fn waits(&self, _check: CheckId, _because: &Problem, left: Duration) {
        let seconds = left.as_secs();
        let is_worth_it = seconds.is_multiple_of(10) || seconds == 3;
        if is_worth_it && self.told.swap(seconds, Ordering::Relaxed) != seconds {
            output::note(&text(
                self.language,
                "check-waits",
                &[("seconds", &seconds.to_string())],
            ));
        }
    }

    fn ended(&self, _check: CheckId, _outcome: &Outcome) {}
}
