//! Entra's error answers: from JSON, from a redirect, from a page.

use crate::answer::{Answer, or_default};
use serde::Deserialize;
use vincula_core::problem::catalogue::{self, Signs};
use vincula_core::problem::{Evidence, Family, Place, Problem, ProblemKind};

/// The body of an error at the token endpoint and at the metadata. Every field may be missing.
/// Source: <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-response-1>
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ErrorBody {
    #[serde(deserialize_with = "or_default")]
    error: String,
    #[serde(deserialize_with = "or_default")]
    error_description: String,
    #[serde(deserialize_with = "or_default")]
    error_codes: Vec<u32>,
    timestamp: Option<String>,
    trace_id: Option<String>,
    correlation_id: Option<String>,
    suberror: Option<String>,
}

/// The problem behind an answer that is not a success.
pub(crate) fn problem_of_answer(answer: &Answer) -> Problem {
    let named = answer
        .json::<ErrorBody>()
        .ok()
        .filter(|body| !body.error.is_empty());
    let Some(body) = named else {
        return answer
            .problem_of_status()
            .unwrap_or_else(|| answer.not_microsofts());
    };
    let evidence = Evidence {
        trace_id: body.trace_id,
        correlation_id: body.correlation_id,
        timestamp: body.timestamp,
        ..answer.evidence()
    };
    let said = Said {
        codes: body.error_codes,
        error: &body.error,
        subcode: body.suberror.as_deref(),
        description: &body.error_description,
    };
    said.problem(Place::Token, evidence)
}

/// The problem behind an error that came back with a redirect (RFC 6749, section 4.1.2.1).
pub(crate) fn problem_of_redirect(error: &str, subcode: Option<&str>, description: Option<&str>) -> Problem {
    let said = Said {
        codes: Vec::new(),
        error,
        subcode,
        description: description.unwrap_or_default(),
    };
    said.problem(Place::Authorize, Evidence::default())
}

/// The problem behind a page of Microsoft's, by the code in it; `None` where there is no code that proves something
/// about the registration.
pub(crate) fn problem_of_page(page: &str, evidence: Evidence) -> Option<Problem> {
    let code = code_in(page)?;
    let kind = catalogue::of_entra(code, Place::Authorize).filter(|kind| is_of_the_registration(*kind))?;
    Some(Problem::new(
        kind,
        Evidence {
            code: Some(format!("AADSTS{code}")),
            ..evidence
        },
    ))
}

/// Whether a cause can be known before anybody signs in: that somebody has to, or may not, is no fault of the
/// registration.
fn is_of_the_registration(kind: ProblemKind) -> bool {
    let is_about_it = matches!(
        kind.family(),
        Family::Tenant | Family::Application | Family::Redirect
    );
    is_about_it && !kind.is_general() || kind.is_inconclusive()
}

/// What Entra said of a failure.
struct Said<'a> {
    codes: Vec<u32>,
    error: &'a str,
    subcode: Option<&'a str>,
    description: &'a str,
}

impl Said<'_> {
    fn problem(self, place: Place, evidence: Evidence) -> Problem {
        let mut signs = Signs::default();
        let written = code_in(self.description);
        for code in self.codes.iter().copied().chain(written) {
            signs.entra(code);
        }
        signs.name(self.error);
        if let Some(subcode) = self.subcode {
            signs.subcode(subcode);
        }
        if let Some(status) = evidence.status {
            signs.status(status);
        }
        let (text, ids) = split_description(self.description);
        signs.refinements(text);
        let verdict = signs.judge(place);
        let code = verdict.as_ref().and_then(|verdict| verdict.number);
        let evidence = Evidence {
            code: code
                .map(|code| format!("AADSTS{code}"))
                .or_else(|| (!self.error.is_empty()).then(|| bounded_name(self.error))),
            trace_id: evidence.trace_id.clone().or(ids.trace_id),
            correlation_id: evidence.correlation_id.clone().or(ids.correlation_id),
            timestamp: evidence.timestamp.clone().or(ids.timestamp),
            ..evidence
        };
        let kind = verdict.map_or(ProblemKind::Unexpected, |verdict| verdict.kind);
        Problem::new(kind, evidence.with_text(text))
    }
}

/// An error's name, kept only where it has the form of one.
fn bounded_name(error: &str) -> String {
    error
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'))
        .take(64)
        .collect()
}

/// The first `AADSTS` number in a text.
pub(crate) fn code_in(text: &str) -> Option<u32> {
    let digits = text
        .split("AADSTS")
        .skip(1)
        .find(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))?;
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse().ok()
}

#[derive(Default)]
struct Ids {
    trace_id: Option<String>,
    correlation_id: Option<String>,
    timestamp: Option<String>,
}

/// Microsoft's sentence, and the ids behind it. They are separated by line breaks in older answers and by blanks
/// since 2024.
fn split_description(description: &str) -> (&str, Ids) {
    let after = |label: &str| {
        let rest = description.split_once(label)?.1.trim_start();
        Some(
            rest.split(char::is_whitespace)
                .next()?
                .chars()
                .take(64)
                .collect::<String>(),
        )
    };
    let timestamp = description
        .split_once("Timestamp:")
        .map(|(_, rest)| rest.trim().chars().take(20).collect());
    let ids = Ids {
        trace_id: after("Trace ID:"),
        correlation_id: after("Correlation ID:"),
        timestamp,
    };
    (
        description.split("Trace ID:").next().unwrap_or_default().trim(),
        ids,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_description_give_the_same_sentence_and_ids() {
        for separator in [" ", "\r\n"] {
            let description = format!(
                "AADSTS7000215: Invalid client secret provided.{separator}Trace ID: aaaa{separator}Correlation ID: bbbb{separator}Timestamp: 2026-05-24 13:34:39Z"
            );
            let problem = problem_of_redirect("invalid_client", None, Some(&description));
            assert_eq!(problem.kind, ProblemKind::SecretWrong);
            assert_eq!(
                problem.evidence.text.as_deref(),
                Some("AADSTS7000215: Invalid client secret provided.")
            );
            assert_eq!(problem.evidence.trace_id.as_deref(), Some("aaaa"));
            assert_eq!(problem.evidence.correlation_id.as_deref(), Some("bbbb"));
            assert_eq!(
                problem.evidence.timestamp.as_deref(),
                Some("2026-05-24 13:34:39Z")
            );
        }
    }

    #[test]
    fn the_telling_code_wins_over_the_general_one_before_it() {
        let said = Said {
            codes: vec![70002, 54005],
            error: "invalid_grant",
            subcode: None,
            description: "",
        };
        let problem = said.problem(Place::Token, Evidence::default());
        assert_eq!(problem.kind, ProblemKind::CodeUsed);
        assert_eq!(problem.evidence.code.as_deref(), Some("AADSTS54005"));
    }

    #[test]
    fn a_cancel_without_description_has_a_name() {
        assert_eq!(
            problem_of_redirect("access_denied", Some("cancel"), None).kind,
            ProblemKind::SignInCancelled
        );
        assert_eq!(
            problem_of_redirect("access_denied", None, None).kind,
            ProblemKind::ConsentDeclined
        );
        assert_eq!(
            problem_of_redirect("teapot", None, None).kind,
            ProblemKind::Unexpected
        );
    }
}
