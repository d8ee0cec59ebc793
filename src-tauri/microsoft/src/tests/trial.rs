//! What a check makes, reads back and deletes, and the inbox that it counts: what Graph's answers mean.

use super::{always, event, granted, made, microsoft, token};
use crate::{Inbox, Proof, Trial};
use serde_json::json;
use vincula_core::problem::ProblemKind;
use wiremock::ResponseTemplate;

fn json(status: u16, body: serde_json::Value) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(body)
}

#[tokio::test]
async fn what_was_made_is_recognised_by_its_identifier_and_its_name() {
    let contact = Trial::Contact {
        name: "Prueba".to_owned(),
    };
    for (trial, body, proof) in [
        (
            event(),
            json!({"id": "AAMk/Q+==", "subject": "Prueba"}),
            Proof::Holds,
        ),
        (
            contact.clone(),
            json!({"id": "AAMk/Q+==", "displayName": "Prueba"}),
            Proof::Holds,
        ),
        (
            event(),
            json!({"id": "another", "subject": "Prueba"}),
            Proof::NotUnderstood,
        ),
        (
            event(),
            json!({"id": "AAMk/Q+==", "subject": "Otra"}),
            Proof::NotUnderstood,
        ),
        (contact, json!({"id": "AAMk/Q+=="}), Proof::NotUnderstood),
    ] {
        let server = always(json(200, body.clone())).await;
        let told = microsoft(&server.uri())
            .is_there(&token().await, &trial, &made().await)
            .await;
        assert_eq!(told, Ok(proof), "{body}");
    }
}

#[tokio::test]
async fn an_identifier_that_is_none_is_not_graphs() {
    for id in [json!(""), json!("x".repeat(1_025)), json!(null), json!(7)] {
        let server = always(json(201, json!({ "id": id }))).await;
        let problem = microsoft(&server.uri())
            .make(&token().await, &event())
            .await
            .unwrap_err();
        assert_eq!(problem.kind, ProblemKind::AnswerNotMicrosofts, "{id}");
    }
}

#[tokio::test]
async fn only_no_content_says_that_it_is_gone() {
    let microsoft_says = async |answer| {
        let server = always(answer).await;
        let (microsoft, token, made) = (microsoft(&server.uri()), token().await, made().await);
        let gone = microsoft.delete(&token, &event(), &made).await;
        gone.map_err(|problem| problem.kind)
    };
    assert_eq!(microsoft_says(ResponseTemplate::new(204)).await, Ok(()));
    assert_eq!(
        microsoft_says(json(200, json!({}))).await,
        Err(ProblemKind::AnswerNotMicrosofts)
    );
    let gone = json!({"error": {"code": "ErrorItemNotFound", "message": "The object was not found."}});
    assert_eq!(microsoft_says(json(404, gone)).await, Ok(()));
    let denied = json!({"error": {"code": "ErrorAccessDenied", "message": "Access is denied."}});
    assert_eq!(
        microsoft_says(json(403, denied)).await,
        Err(ProblemKind::PermissionMissing)
    );
}

#[tokio::test]
async fn the_inbox_is_what_graph_counts() {
    let body = json!({"displayName": "Bandeja de entrada", "unreadItemCount": 3, "totalItemCount": 41});
    let server = always(json(200, body)).await;
    let inbox = microsoft(&server.uri()).inbox(&token().await).await;
    assert_eq!(inbox, Ok(Inbox { unread: 3, total: 41 }));
}

#[tokio::test]
async fn the_tokens_of_a_sign_in_are_in_no_debug_output() {
    let granted = granted().await;
    assert_eq!(
        format!("{:?} {:?}", granted.token, granted.refresh),
        "AccessToken(…) Some(RefreshToken(…))"
    );
}
