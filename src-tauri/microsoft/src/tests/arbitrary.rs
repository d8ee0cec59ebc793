//! Whatever stands in an answer, reading it ends in a problem and never in a panic.

use crate::Microsoft;
use crate::answer::Answer;
use crate::entra;
use crate::road::Road;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use vincula_core::problem::Problem;
use vincula_core::sign_in::ErrorResponse;

/// Made once: reading the system's certificates takes longer than all the cases.
static MICROSOFT: LazyLock<Microsoft> = LazyLock::new(|| super::microsoft("http://localhost:9/"));

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "AADSTS[0-9]{0,12}(: Trace ID:| Timestamp:|\\r\\nCorrelation ID: x)?".prop_map(Value::from),
        "(invalid_grant|access_denied|ErrorAccessDenied|ResourceNotFound)".prop_map(Value::from),
    ];
    let name = "(error|error_description|error_codes|timestamp|trace_id|correlation_id|suberror|code|message|innerError|innererror|date|request-id|[a-z]{0,4})";
    leaf.prop_recursive(4, 40, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((name, inner), 0..8)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

fn answer(status: u16, kind: &str, body: Vec<u8>) -> Answer {
    let response = http::Response::builder()
        .status(status)
        .header("content-type", kind)
        .body(body)
        .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime
        .block_on(Answer::read(response.into(), Road::default(), super::now()))
        .unwrap()
}

fn problems(answer: &Answer) -> [Problem; 2] {
    [
        entra::problem_of_answer(answer),
        crate::graph::problem_of_answer(answer),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_json_is_some_problem(body in any_json(), status in prop_oneof![Just(200_u16), Just(401), 300_u16..600]) {
        let body = serde_json::to_vec(&body).unwrap();
        for problem in problems(&answer(status, "application/json; charset=utf-8", body)) {
            prop_assert!(serde_json::to_string(&problem).is_ok());
        }
    }

    #[test]
    fn any_bytes_are_some_problem(body in proptest::collection::vec(any::<u8>(), 0..200), kind in "(application/json|text/html|[ -~]{0,20})") {
        for problem in problems(&answer(400, &kind, body)) {
            prop_assert!(problem.evidence.status == Some(400));
        }
    }

    #[test]
    fn any_answer_to_a_sign_in_is_some_problem(error in ".*", subcode in proptest::option::of(".*"), description in proptest::option::of("(AADSTS)?.*")) {
        let problem = MICROSOFT.problem_of_refusal(&ErrorResponse { error, subcode, description });
        prop_assert!(serde_json::to_string(&problem).unwrap().len() < 10_000);
    }
}

#[test]
fn a_field_that_is_null_says_nothing_and_hides_nothing() {
    let body = json!({"error": "invalid_grant", "error_description": null, "error_codes": null, "trace_id": null, "suberror": null});
    let [problem, _] = problems(&answer(
        400,
        "application/json",
        serde_json::to_vec(&body).unwrap(),
    ));
    assert_eq!(problem.kind.as_str(), "grant_trouble");
    let body = json!({"error": {"code": "ErrorAccessDenied", "message": null, "innerError": null}});
    let [_, problem] = problems(&answer(
        403,
        "application/json",
        serde_json::to_vec(&body).unwrap(),
    ));
    assert_eq!(problem.kind.as_str(), "permission_missing");
}

#[test]
fn a_body_as_deep_as_a_well_is_no_danger() {
    let body = "[".repeat(500_000).into_bytes();
    for problem in problems(&answer(400, "application/json", body)) {
        assert_eq!(problem.kind.as_str(), "answer_not_microsofts");
    }
}
