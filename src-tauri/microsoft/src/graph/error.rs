//! Graph's error answers.
//! Source: <https://learn.microsoft.com/graph/errors>

use crate::answer::{Answer, or_default};
use serde::Deserialize;
use vincula_core::problem::{Evidence, Problem, ProblemKind};

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
    let status = answer.status.as_u16();
    let kind = cause(&error.code, status)
        .or_else(|| answer.problem_of_status().map(|problem| problem.kind))
        .unwrap_or(ProblemKind::Unexpected);
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

fn cause(code: &str, status: u16) -> Option<ProblemKind> {
    Some(match code {
        "InvalidAuthenticationToken" | "TokenExpired" | "insufficient_claims" => {
            ProblemKind::SignInNoLongerValid
        }
        "ErrorAccessDenied" | "Authorization_RequestDenied" | "AccessDenied" => {
            ProblemKind::PermissionMissing
        }
        "ErrorSendAsDenied" => ProblemKind::SendAsDenied,
        "MailboxNotEnabledForRESTAPI" | "MailboxNotSupportedForRESTAPI" | "ErrorNonExistentMailbox" => {
            ProblemKind::MailboxMissing
        }
        // Outlook's answer for a guest or an account without a licence.
        "ResourceNotFound" if status == 404 => ProblemKind::MailboxMissing,
        "ApplicationThrottled" | "TooManyRequests" | "activityLimitReached" => ProblemKind::TooManyRequests,
        "ErrorMessageSubmissionBlocked"
        | "ErrorExceededMessageLimit"
        | "ErrorAccountSuspend"
        | "ErrorMessageBlocked" => ProblemKind::SendingBlocked,
        _ => return None,
    })
}
