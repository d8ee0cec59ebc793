//! What is kept of a failure: enough for IT, nothing that opens a door.

use super::{CODE, Call, SECRET, TOKEN, microsoft};
use serde_json::json;
use vincula_core::problem::ProblemKind;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// What was sent to a counterpart, as text: its body and its bearer.
fn echo(request: &Request) -> String {
    let body = String::from_utf8_lossy(&request.body).into_owned();
    let bearer = request
        .headers
        .get("authorization")
        .map_or("", |value| value.to_str().unwrap());
    let plain: String = url::form_urlencoded::parse(&request.body)
        .flat_map(|(name, value)| [name, "=".into(), value, " ".into()])
        .collect();
    format!("{body} {plain} {bearer}")
}

#[tokio::test]
async fn a_counterpart_that_repeats_the_request_brings_nothing_secret_into_the_report() {
    let answers: [fn(&Request) -> ResponseTemplate; 6] = [
        |request| ResponseTemplate::new(200).set_body_raw(echo(request), "text/html"),
        |request| ResponseTemplate::new(500).set_body_raw(echo(request), "text/plain"),
        |request| ResponseTemplate::new(200).set_body_raw(format!("{{{}", echo(request)), "application/json"),
        |request| {
            ResponseTemplate::new(302).insert_header(
                "Location",
                format!("https://x.example/?{}", echo(request).replace(['\r', '\n'], "")),
            )
        },
        |request| {
            let text = echo(request);
            let ids =
                json!({"error": text, "error_description": text, "trace_id": text, "correlation_id": text});
            ResponseTemplate::new(400).set_body_json(ids)
        },
        |request| {
            let text = echo(request);
            let inner = json!({"request-id": text, "client-request-id": text});
            let error = json!({"error": {"code": "ErrorX", "message": text, "innerError": inner}});
            ResponseTemplate::new(403).set_body_json(error)
        },
    ];
    for answer in answers {
        let server = MockServer::start().await;
        Mock::given(any()).respond_with(answer).mount(&server).await;
        for call in Call::ALL {
            // The secret check takes an unknown refusal for no proof: then there is no report at all.
            let Err(problem) = call.make(&microsoft(&server.uri())).await else {
                continue;
            };
            let report = format!("{problem:?} {}", serde_json::to_string(&problem).unwrap());
            for canary in [SECRET, CODE, TOKEN, super::REFRESH, "canary"] {
                assert!(!report.contains(canary), "{call:?}: {report}");
            }
        }
    }
}

#[tokio::test]
async fn endless_fields_are_cut() {
    let long = "x".repeat(200_000);
    for body in [
        json!({"error": long, "error_description": long, "trace_id": long, "correlation_id": long, "timestamp": long}),
        json!({"error": {"code": long, "message": long, "innerError": {"date": long, "request-id": long, "client-request-id": long}}}),
    ] {
        let server = super::always(ResponseTemplate::new(400).set_body_json(body)).await;
        for call in Call::ALL {
            let Err(problem) = call.make(&microsoft(&server.uri())).await else {
                continue;
            };
            assert!(serde_json::to_string(&problem).unwrap().len() < 4_000, "{call:?}");
        }
    }
}

#[tokio::test]
async fn a_token_is_in_no_debug_output() {
    let body = json!({"token_type": "Bearer", "expires_in": 1, "access_token": TOKEN, "refresh_token": "canary.refresh"});
    let server = super::always(ResponseTemplate::new(200).set_body_json(body)).await;
    let printed = Call::Redeem.make(&microsoft(&server.uri())).await.unwrap();
    assert!(!printed.contains("canary"), "{printed}");
}

#[tokio::test]
async fn a_success_without_a_token_is_not_microsofts() {
    for body in [
        json!({"token_type": "Bearer"}),
        json!({"access_token": TOKEN}),
        json!({"access_token": [TOKEN], "token_type": "x"}),
    ] {
        let server = super::always(ResponseTemplate::new(200).set_body_json(body)).await;
        let problem = Call::Redeem.problem(&microsoft(&server.uri())).await;
        assert_eq!(problem.kind, ProblemKind::AnswerNotMicrosofts);
        assert!(!format!("{problem:?}").contains("canary"));
    }
}
