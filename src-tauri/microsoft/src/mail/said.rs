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
            retry_after_seconds: backoff(words),
            ..evidence
        };
        Problem::new(kind, evidence)
    }
}

/// The seconds that Exchange asks to wait: `Suggested Backoff Time: 299961 milliseconds`. More than a day is nobody's
/// to wait.
fn backoff(words: &str) -> Option<u64> {
    let (_, rest) = words.split_once("Suggested Backoff Time: ")?;
    let milliseconds: u64 = rest.split(' ').next()?.parse().ok()?;
    Some(milliseconds.div_ceil(1_000)).filter(|seconds| *seconds <= 86_400)
}

#[cfg(test)]
mod tests {
    use super::backoff;

    #[test]
    fn the_time_that_exchange_asks_for_is_kept_where_it_is_one() {
        for (words, seconds) in [
            (
                "BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds",
                Some(300),
            ),
            ("Suggested Backoff Time: 99999999999 milliseconds", None),
            ("Suggested Backoff Time: soon", None),
            ("Suggested Backoff Time: ", None),
            ("NO", None),
        ] {
            assert_eq!(backoff(words), seconds, "{words}");
        }
    }
}
