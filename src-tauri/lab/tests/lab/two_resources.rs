//! Scopes of Graph and of Exchange Online in one sign-in: one consent, one refresh token, a token for each.

use serde_json::{Value, json};
use vincula_lab::{Cloud, LabConfig};

use crate::application::claims;
use crate::bench::{Answer, Bench};

const GRAPH: &str = "https://graph.microsoft.com/User.Read";
const IMAP: &str = "https://outlook.office.com/IMAP.AccessAsUser.All";
const SMTP: &str = "https://outlook.office.com/SMTP.Send";

async fn bench(config: LabConfig) -> Bench {
    let bench = Bench::with(config, vincula_lab::Audience::SingleTenant).await;
    let world = bench.lab.world();
    world.set_permissions(
        &bench.app.client_id,
        &["User.Read", "IMAP.AccessAsUser.All", "SMTP.Send"],
    );
    world.grant_admin_consent(&bench.app.client_id);
    bench
}

async fn refresh(bench: &Bench, tokens: &Value, scope: &str) -> Answer {
    let form = [
        ("client_id", bench.app.client_id.as_str()),
        ("grant_type", "refresh_token"),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
        ("client_secret", bench.secret.value.as_str()),
        ("scope", scope),
    ];
    bench.post_token(&bench.practice.tenant_id, &form).await
}

fn token(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.body);
    claims(answer.body["access_token"].as_str().unwrap())
}

async fn code(bench: &Bench, scope: &str) -> String {
    bench
        .code_for(
            &bench.practice.work_user,
            &bench.practice.tenant_id,
            &[("scope", scope)],
        )
        .await
}

#[tokio::test]
async fn one_sign_in_serves_both_by_the_refresh_token() {
    let bench = bench(LabConfig::default()).await;
    let all = format!("openid offline_access {GRAPH} {IMAP} {SMTP}");
    let code = code(&bench, &all).await;

    // One request cannot mean both, and the code is not used up by asking.
    let mixed = bench.redeem(&code, &[("scope", &all)]).await;
    assert_eq!(mixed.verdict(), (400, "invalid_request", 28000));
    let text = mixed.body["error_description"].as_str().unwrap();
    assert!(
        text.starts_with(&format!(
            "AADSTS28000: Provided value for the input parameter scope is not valid because it contains more than \
             one resource. Scope {all} is not valid."
        )),
        "{text}"
    );

    let first = bench.redeem(&code, &[("scope", GRAPH)]).await;
    assert_eq!(token(&first)["aud"], "https://graph.microsoft.com");
    let exchange = refresh(&bench, &first.body, &format!("{IMAP} {SMTP}")).await;
    let exchange_token = token(&exchange);
    assert_eq!(exchange_token["aud"], "https://outlook.office.com");
    assert_eq!(exchange_token["scp"], "IMAP.AccessAsUser.All SMTP.Send");
    assert_eq!(exchange.body["scope"], format!("{IMAP} {SMTP}"));
    assert_eq!(
        refresh(&bench, &first.body, &all).await.verdict(),
        (400, "invalid_request", 28000)
    );
    // And back again, with the newer refresh token.
    let back = refresh(&bench, &exchange.body, "User.Read").await;
    assert_eq!(token(&back)["aud"], "https://graph.microsoft.com");

    // Each is refused where the other belongs.
    let me = async |answer: &Answer| {
        let request = bench.http.get(bench.url("v1.0/me"));
        let request = request.bearer_auth(answer.body["access_token"].as_str().unwrap());
        Answer::of(request.send().await.unwrap()).await
    };
    assert_eq!(me(&back).await.status, 200);
    let refused = me(&exchange).await;
    assert_eq!(
        (refused.status, &refused.body["error"]["message"]),
        (401, &json!("Access token validation failure. Invalid audience."))
    );
}

#[tokio::test]
async fn without_a_scope_the_first_resource_is_meant() {
    let bench = bench(LabConfig::default()).await;
    let code = code(&bench, &format!("{IMAP} {GRAPH} offline_access")).await;
    assert_eq!(
        token(&bench.redeem(&code, &[]).await)["aud"],
        "https://outlook.office.com"
    );
}

#[tokio::test]
async fn what_was_not_agreed_to_cannot_be_refreshed_into_being() {
    let bench = bench(LabConfig::default()).await;
    let code = code(&bench, &format!("{GRAPH} offline_access")).await;
    let tokens = bench.redeem(&code, &[]).await.body;
    bench.lab.world().revoke_consents(&bench.app.client_id);
    for scope in [IMAP, GRAPH, "https://outlook.office.com/.default"] {
        let answer = refresh(&bench, &tokens, scope).await;
        assert_eq!(answer.verdict(), (400, "invalid_grant", 65001), "{scope}");
        assert_eq!(answer.body["suberror"], "consent_required");
    }
}

#[tokio::test]
async fn a_national_cloud_has_its_own_name_for_exchange() {
    for (cloud, resource) in [
        (Cloud::UsGovHigh, "https://outlook.office365.us"),
        (Cloud::UsGovDod, "https://outlook-dod.office365.us"),
        (Cloud::China, "https://partner.outlook.cn"),
    ] {
        let bench = bench(LabConfig {
            cloud,
            ..LabConfig::default()
        })
        .await;
        let code = code(
            &bench,
            &format!("{resource}/IMAP.AccessAsUser.All offline_access"),
        )
        .await;
        assert_eq!(token(&bench.redeem(&code, &[]).await)["aud"], resource);
    }
}

#[tokio::test]
async fn a_mail_server_learns_what_a_token_is() {
    let bench = bench(LabConfig::default()).await;
    let ask = async |token: &str| {
        let request = bench
            .http
            .post(bench.url("lab/introspect"))
            .form(&[("token", token)]);
        Answer::of(request.send().await.unwrap()).await.body
    };
    let code = code(&bench, &format!("{IMAP} offline_access")).await;
    let tokens = bench.redeem(&code, &[]).await.body;
    let exchange = tokens["access_token"].as_str().unwrap();
    let said = ask(exchange).await;
    assert_eq!(
        (&said["active"], &said["username"], &said["aud"]),
        (
            &json!(true),
            &json!(bench.practice.work_user),
            &json!("https://outlook.office.com")
        )
    );
    assert!(
        said["scope"]
            .as_str()
            .unwrap()
            .split(' ')
            .any(|scope| scope == IMAP)
    );
    let graph = refresh(&bench, &tokens, GRAPH).await.body;
    let graph = ask(graph["access_token"].as_str().unwrap()).await;
    assert!(!graph["scope"].as_str().unwrap().contains("outlook"), "{graph}");

    assert_eq!(ask("made.up.token").await, json!({"active": false}));
    bench
        .lab
        .world()
        .advance_clock(std::time::Duration::from_hours(2));
    assert_eq!(ask(exchange).await, json!({"active": false}));
}
