//! What has to be told of the setups' files: on standard error, in the words of the window.

use super::report;
use crate::output;
use vincula_assistant::{Ending, Survey};
use vincula_core::problem::ProblemKind;
use vincula_core::text::{Language, text};

/// Tells what became of damaged files, and which setups cannot be read.
pub(super) fn tell(survey: &Survey, language: Language) {
    for mishap in &survey.mishaps {
        let unknown = text(language, "mishap-unknown", &[]);
        let mailbox = mishap.known.as_ref().map(|setup| setup.mailbox.to_string());
        let path = mishap.aside.display().to_string();
        let args = [
            ("mailbox", mailbox.as_deref().unwrap_or(&unknown)),
            ("path", path.as_str()),
        ];
        let what = match mishap.ending {
            Ending::Restored => "mishap-restored",
            Ending::Lost => "mishap-lost",
        };
        for part in ["", ".do", ".kept"] {
            output::note(&text(language, &format!("{what}{part}"), &args));
        }
    }
    for (id, _) in &survey.newer {
        output::note(&format!("{id}:"));
        say_problem(ProblemKind::SetupTooNew, language);
    }
    for (id, fault) in &survey.unread {
        output::note(&format!("{id}: {fault}"));
        say_problem(fault.kind(), language);
    }
}

/// What a cause is, and what to do about it.
pub(super) fn say_problem(kind: ProblemKind, language: Language) {
    for part in ["", ".do"] {
        output::note(&report::problem_text(kind, part, language));
    }
}
