//! Graph's codes (facts: `microsoft.md`, section 5).

use super::{Call, always, microsoft};
use serde_json::json;
use vincula_core::problem::ProblemKind;
use wiremock::ResponseTemplate;

#[tokio::test]
async fn each_code_of_graph_has_its_cause() {
    for (status, code, kind) in [
        (
            401,
            "InvalidAuthenticationToken",
            ProblemKind::SignInNoLongerValid,
        ),
        (403, "insufficient_claims", ProblemKind::SignInNoLongerValid),
        (403, "ErrorAccessDenied", ProblemKind::PermissionMissing),
        (403, "Authorization_RequestDenied", ProblemKind::PermissionMissing),
        (403, "ErrorSendAsDenied", ProblemKind::SendAsDenied),
        (404, "MailboxNotEnabledForRESTAPI", ProblemKind::MailboxMissing),
        (404, "ResourceNotFound", ProblemKind::MailboxMissing),
        (400, "ResourceNotFound", ProblemKind::Unexpected),
        (429, "ApplicationThrottled", ProblemKind::TooManyRequests),
        (429, "SomethingNew", ProblemKind::TooManyRequests),
        (503, "SomethingNew", ProblemKind::MicrosoftUnavailable),
        (400, "ErrorMessageSubmissionBlocked", ProblemKind::SendingBlocked),
        (400, "ErrorExceededMessageLimit", ProblemKind::SendLimitReached),
        (400, "ErrorInvalidRecipients", ProblemKind::RecipientWrong),
        (503, "UnknownError", ProblemKind::MicrosoftUnavailable),
        (400, "SomethingNew", ProblemKind::Unexpected),
    ] {
        for inner in ["innerError", "innererror"] {
            let ids = json!({"date": "2026-01-31T09:15:00", "request-id": "r-1", "client-request-id": "c-1"});
            let body = json!({"error": {"code": code, "message": "Because.", inner: ids}});
            let server = always(ResponseTemplate::new(status).set_body_json(body)).await;
            for call in [Call::Me, Call::SendMail] {
                let problem = call.problem(&microsoft(&server.uri())).await;
                assert_eq!(problem.kind, kind, "{status} {code}");
                assert_eq!(problem.evidence.code.as_deref(), Some(code));
                assert_eq!(problem.evidence.trace_id.as_deref(), Some("r-1"));
                assert_eq!(problem.evidence.correlation_id.as_deref(), Some("c-1"));
                assert_eq!(problem.evidence.text.as_deref(), Some("Because."));
            }
        }
    }
}

#[tokio::test]
async fn graphs_words_make_a_code_more_precise() {
    for (message, kind) in [
        (
            "Access token validation failure. Invalid audience.",
            ProblemKind::TokenForAnotherService,
        ),
        (
            "CompactToken parsing failed with error code: 80049217",
            ProblemKind::TokenMalformed,
        ),
        (
            "Lifetime validation failed, the token is expired.",
            ProblemKind::SignInNoLongerValid,
        ),
    ] {
        let body = json!({"error": {"code": "InvalidAuthenticationToken", "message": message}});
        let server = always(ResponseTemplate::new(401).set_body_json(body)).await;
        let problem = Call::Me.problem(&microsoft(&server.uri())).await;
        assert_eq!(problem.kind, kind, "{message}");
    }
}

#[tokio::test]
async fn an_error_of_outlooks_without_inner_error_has_its_cause() {
    let body = json!({"error": {"code": "MailboxNotEnabledForRESTAPI", "message": "The mailbox is either inactive…"}});
    let server = always(ResponseTemplate::new(404).set_body_json(body)).await;
    assert_eq!(
        Call::SendMail.problem(&microsoft(&server.uri())).await.kind,
        ProblemKind::MailboxMissing
    );
}

#[tokio::test]
async fn an_account_is_the_owner_by_sign_in_name_or_by_address() {
    let ana = vincula_core::value::Mailbox::parse("Ana@empresa.es").unwrap();
    for (body, owns) in [
        (
            json!({"userPrincipalName": "ANA@EMPRESA.ES", "mail": null, "displayName": null}),
            true,
        ),
        (
            json!({"userPrincipalName": "a1@empresa.onmicrosoft.com", "mail": "ana@empresa.es"}),
            true,
        ),
        (
            json!({"userPrincipalName": "luis@empresa.es", "mail": "luis@empresa.es"}),
            false,
        ),
        (json!({"userPrincipalName": "ana@empresa.es.evil.com"}), false),
    ] {
        let server = always(ResponseTemplate::new(200).set_body_json(&body)).await;
        let profile = microsoft(&server.uri()).me(&super::token().await).await.unwrap();
        assert_eq!(profile.owns(&ana), owns, "{body}");
    }
}

#[tokio::test]
async fn only_202_says_that_a_mail_was_taken() {
    let server = always(ResponseTemplate::new(202)).await;
    assert_eq!(
        microsoft(&server.uri())
            .send_mail(&super::token().await, &super::mail())
            .await,
        Ok(())
    );
    let server = always(ResponseTemplate::new(200)).await;
    assert!(
        microsoft(&server.uri())
            .send_mail(&super::token().await, &super::mail())
            .await
            .is_err()
    );
}
