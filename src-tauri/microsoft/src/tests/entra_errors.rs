//! Entra's codes, in the bodies that were captured (facts: `microsoft.md`, section 2).

use super::{Call, always, microsoft};
use serde_json::{Value, json};
use vincula_core::problem::{Problem, ProblemKind};
use wiremock::ResponseTemplate;

/// A body as Entra sends it, with the description in either of its two forms.
fn body(code: u32, error: &str, sentence: &str, gap: &str) -> Value {
    json!({
        "error": error,
        "error_description": format!(
            "AADSTS{code}: {sentence}{gap}Trace ID: 188cb9ad-0000-4000-8000-000000000100{gap}Correlation ID: \
             a8c89392-0000-4000-8000-000000000200{gap}Timestamp: 2026-05-24 13:34:39Z"
        ),
        "error_codes": [code],
        "timestamp": "2026-05-24 13:34:39Z",
        "trace_id": "188cb9ad-0000-4000-8000-000000000100",
        "correlation_id": "a8c89392-0000-4000-8000-000000000200",
        "error_uri": format!("https://login.microsoftonline.com/error?code={code}"),
    })
}

async fn problem(status: u16, body: Value) -> Problem {
    let server = always(ResponseTemplate::new(status).set_body_json(body)).await;
    Call::Redeem.problem(&microsoft(&server.uri())).await
}

#[tokio::test]
async fn each_code_of_the_token_endpoint_has_its_cause() {
    for (code, error, status, kind) in [
        (7_000_215, "invalid_client", 401, ProblemKind::SecretWrong),
        (7_000_222, "invalid_client", 401, ProblemKind::SecretExpired),
        (7_000_218, "invalid_client", 401, ProblemKind::SecretNotSent),
        (700_025, "invalid_client", 401, ProblemKind::PlatformNotWeb),
        (90023, "invalid_request", 400, ProblemKind::PlatformNotWeb),
        (
            700_016,
            "unauthorized_client",
            400,
            ProblemKind::ApplicationUnknown,
        ),
        (90002, "invalid_request", 400, ProblemKind::TenantUnknown),
        (50194, "invalid_request", 400, ProblemKind::SingleTenantOnly),
        (54005, "invalid_grant", 400, ProblemKind::CodeUsed),
        (70008, "invalid_grant", 400, ProblemKind::CodeExpired),
        (70000, "invalid_grant", 400, ProblemKind::GrantTrouble),
        (500_112, "invalid_client", 400, ProblemKind::RedirectChanged),
        (65001, "invalid_grant", 400, ProblemKind::ConsentMissing),
        (50076, "interaction_required", 400, ProblemKind::MoreProofNeeded),
        (53003, "invalid_grant", 400, ProblemKind::SignInBlocked),
        (
            9_002_346,
            "invalid_request",
            400,
            ProblemKind::PersonalAccountsOnly,
        ),
        (28000, "invalid_request", 400, ProblemKind::ScopesMixed),
        (50196, "temporarily_unavailable", 400, ProblemKind::RequestLoop),
        // Codes that nobody has a name for fall back to the standard name of the error.
        (123_456, "invalid_grant", 400, ProblemKind::GrantTrouble),
        (123_456, "invalid_client", 401, ProblemKind::CredentialTrouble),
        (123_456, "server_error", 500, ProblemKind::MicrosoftUnavailable),
        (123_456, "teapot", 400, ProblemKind::Unexpected),
        (123_456, "teapot", 503, ProblemKind::MicrosoftUnavailable),
    ] {
        for gap in [" ", "\r\n"] {
            let problem = problem(status, body(code, error, "Because.", gap)).await;
            assert_eq!(problem.kind, kind, "{code} {error}");
            let evidence = problem.evidence;
            assert_eq!(evidence.code, Some(format!("AADSTS{code}")));
            assert_eq!(evidence.status, Some(status));
            assert_eq!(evidence.text, Some(format!("AADSTS{code}: Because.")));
            assert_eq!(
                evidence.trace_id.as_deref(),
                Some("188cb9ad-0000-4000-8000-000000000100")
            );
            assert_eq!(
                evidence.correlation_id.as_deref(),
                Some("a8c89392-0000-4000-8000-000000000200")
            );
            assert_eq!(evidence.timestamp.as_deref(), Some("2026-05-24 13:34:39Z"));
        }
    }
}

#[tokio::test]
async fn an_older_answer_with_two_codes_is_named_by_the_telling_one() {
    let mut body = body(
        70002,
        "invalid_grant",
        "Error validating credentials. AADSTS54005: Already redeemed.",
        "\r\n",
    );
    body["error_codes"] = json!([70002, 54005]);
    let problem = problem(400, body).await;
    assert_eq!(problem.kind, ProblemKind::CodeUsed);
    assert_eq!(problem.evidence.code.as_deref(), Some("AADSTS54005"));
}

#[tokio::test]
async fn an_unknown_tenant_is_named_by_its_metadata() {
    let body = body(90002, "invalid_tenant", "Tenant 'x' not found.", " ");
    let server = always(ResponseTemplate::new(400).set_body_json(body)).await;
    assert_eq!(
        Call::Tenant.problem(&microsoft(&server.uri())).await.kind,
        ProblemKind::TenantUnknown
    );
}

#[tokio::test]
async fn microsofts_words_make_a_code_more_precise() {
    for (code, error, sentence, kind) in [
        (
            70000,
            "invalid_grant",
            "The provided value for the 'code' parameter is not valid. The code has expired.",
            ProblemKind::CodeExpired,
        ),
        (
            70000,
            "invalid_grant",
            "The request was denied because one or more scopes requested are unauthorized or expired.",
            ProblemKind::ConsentMissing,
        ),
        (
            700_016,
            "unauthorized_client",
            "Application with identifier 'x' was not found in the directory '9188040d-6c67-4c5b-b112-36a304b66dad'.",
            ProblemKind::AudienceMismatch,
        ),
        (
            9_002_313,
            "invalid_grant",
            "Invalid request. Request is malformed or invalid.",
            ProblemKind::GrantTrouble,
        ),
    ] {
        let problem = problem(400, body(code, error, sentence, " ")).await;
        assert_eq!(problem.kind, kind, "{code}: {sentence}");
        assert_eq!(problem.evidence.code, Some(format!("AADSTS{code}")));
    }
}

#[tokio::test]
async fn a_page_that_asks_to_sign_in_or_has_a_code_of_no_cause_proves_nothing() {
    for code in [50058, 16000, 50140, 9_002_313, 65001, 50105, 53003] {
        let page = format!("<html><p>Message: AADSTS{code}: …</p></html>");
        let server = always(ResponseTemplate::new(200).set_body_raw(page, "text/html")).await;
        let microsoft = microsoft(&server.uri());
        let request = super::request(microsoft.cloud(), &super::client_id());
        let answer = microsoft.application_known(&request).await;
        assert_eq!(answer, Ok(crate::Proof::NotUnderstood), "{code}");
    }
}

#[tokio::test]
async fn a_page_with_a_code_that_has_a_name_is_named_by_it() {
    for (code, kind) in [
        (50011, ProblemKind::RedirectNotRegistered),
        (700_016, ProblemKind::ApplicationUnknown),
        (90002, ProblemKind::TenantUnknown),
        (50194, ProblemKind::SingleTenantOnly),
        (9_002_331, ProblemKind::PersonalAccountsOnly),
    ] {
        let page = format!("<html><title>Sign in</title><p>Message: AADSTS{code}: …</p></html>");
        let server = always(ResponseTemplate::new(200).set_body_raw(page, "text/html")).await;
        let microsoft = microsoft(&server.uri());
        let request = super::request(microsoft.cloud(), &super::client_id());
        assert_eq!(
            microsoft
                .application_known(&request)
                .await
                .map_err(|problem| problem.kind),
            Err(kind),
            "{code}"
        );
    }
}
