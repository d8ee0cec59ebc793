//! What a mail server's refusal means: the catalogue knows, as it knows a text that somebody pastes. What it keeps of
//! the words passes its list of what may be shown, so that no server can bring a token into a report.

use super::line::Line;
use vincula_core::explain::{Context, explain};
use vincula_core::problem::{Evidence, Place, Problem, ProblemKind};

impl Line<'_> {
    /// The problem behind a refusal, with its number or its first word in front: `535 5.7.3 …`, `NO …`.
    pub(super) fn refused(&self, words: &str, place: Place) -> Problem {
        let context = Context {
            place: Some(place),
            ..Context::default()
        };
        let Problem { kind, evidence } = explain(words, &context).problem;
        let kind = match kind {
            ProblemKind::NothingToExplain | ProblemKind::Unexpected => ProblemKind::MailServerTrouble,
            kind => kind,
        };
        let road = self.road.evidence();
        let evidence = Evidence {
            host: road.host,
            proxy: road.proxy,
            ..evidence
        };
        Problem::new(kind, evidence)
    }
}
