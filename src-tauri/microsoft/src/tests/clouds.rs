//! What belongs to another of Microsoft's clouds is named, and never taken for ours.

use super::{TOKEN, always, microsoft_in, redeem, tenant_id};
use crate::Proof;
use serde_json::json;
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::problem::ProblemKind;
use wiremock::ResponseTemplate;

#[tokio::test]
async fn a_token_for_another_cloud_is_named_and_not_given_on() {
    for own in CloudId::ALL {
        for other in CloudId::ALL {
            let scope = format!("openid {}Mail.Send", Cloud::of(other).graph_scope_prefix);
            let body =
                json!({"token_type": "Bearer", "scope": scope, "expires_in": 3599, "access_token": TOKEN});
            let server = always(ResponseTemplate::new(200).set_body_json(body)).await;
            match redeem(&microsoft_in(own, &server.uri())).await {
                Ok(granted) => {
                    assert_eq!(own, other);
                    assert_eq!(
                        granted.scopes.iter().last(),
                        Some(scope.split_once(' ').unwrap().1)
                    );
                }
                Err(problem) => {
                    assert_ne!(own, other);
                    assert_eq!(problem.kind, ProblemKind::AnotherCloud);
                    assert_eq!(problem.evidence.expected.as_deref(), Some(own.as_str()));
                    assert_eq!(problem.evidence.found.as_deref(), Some(other.as_str()));
                }
            }
        }
    }
}

#[tokio::test]
async fn an_organisation_that_the_global_host_answers_for_may_be_another_clouds() {
    // Entra answers for an organisation of the US government at the global host, with that cloud's names.
    let body = |issuer: &str, graph: Option<&str>| json!({"issuer": format!("https://{issuer}/{}/v2.0", tenant_id()), "msgraph_host": graph});
    for (issuer, graph, cloud) in [
        ("login.microsoftonline.us", None, CloudId::UsGovHigh),
        (
            "login.microsoftonline.us",
            Some("dod-graph.microsoft.us"),
            CloudId::UsGovDod,
        ),
        ("login.partner.microsoftonline.cn", None, CloudId::China),
    ] {
        let server = always(ResponseTemplate::new(200).set_body_json(body(issuer, graph))).await;
        let global = microsoft_in(CloudId::Global, &server.uri());
        let problem = global.hear_entra(Some(&tenant_id())).await.exists.unwrap_err();
        assert_eq!(problem.kind, ProblemKind::AnotherCloud, "{issuer}");
        assert_eq!(problem.evidence.found.as_deref(), Some(cloud.as_str()));
        let there = microsoft_in(cloud, &server.uri());
        assert_eq!(
            there.hear_entra(Some(&tenant_id())).await.exists,
            Ok(Proof::Holds),
            "{issuer}"
        );
    }
}

#[tokio::test]
async fn entras_own_words_for_another_cloud_are_known() {
    for code in [90038, 90043, 900_382, 900_432, 900_439] {
        let body = json!({"error": "invalid_request", "error_codes": [code], "error_description": format!("AADSTS{code}: x")});
        let server = always(ResponseTemplate::new(400).set_body_json(body)).await;
        let problem = redeem(&microsoft_in(CloudId::Global, &server.uri()))
            .await
            .unwrap_err();
        assert_eq!(problem.kind, ProblemKind::AnotherCloud, "{code}");
    }
}
