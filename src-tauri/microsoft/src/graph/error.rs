//! Graph's error answers.
//! Source: <https://learn.microsoft.com/graph/errors>

use crate::answer::{Answer, or_default};
use serde::Deserialize;
use vincula_core::problem::catalogue::Signs;
use vincula_core::problem::{Evidence, Place, Problem, ProblemKind};

#[derive(Deserialize)]
struct ErrorBody {
    error: ErrorObject,
}

#[derive(Deserialize)]
struct ErrorObject {
    code: String,
    #[serde(default, deserialize_with = "or_default")]
    message: String,
    /// Missing on some of Outlook's errors.
    #[serde(
        default,
        rename = "innerError",
        alias = "innererror",
        deserialize_with = "or_default"
    )]
    inner: Inner,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Inner {
    date: Option<String>,
    request_id: Option<String>,
    client_request_id: Option<String>,
}

/// The problem behind an answer of Graph's that is not a success.
pub(crate) fn problem_of_answer(answer: &Answer) -> Problem {
    let Ok(ErrorBody { error }) = answer.json::<ErrorBody>() else {
        return answer
            .problem_of_status()
            .unwrap_or_else(|| answer.not_microsofts());
    };
    let mut signs = Signs::default();
    signs.graph(&error.code);
    signs.status(answer.status.as_u16());
    signs.refinements(&error.message);
    let verdict = signs.judge(Place::Graph);
    let kind = verdict.map_or(ProblemKind::Unexpected, |verdict| verdict.kind);
    let evidence = Evidence {
        code: Some(
            error
                .code
                .chars()
                .filter(char::is_ascii_graphic)
                .take(80)
                .collect(),
        ),
        trace_id: error.inner.request_id,
        correlation_id: error.inner.client_request_id,
        timestamp: error.inner.date,
        ..answer.evidence()
    };
    Problem::new(kind, evidence.with_text(&error.message))
}
