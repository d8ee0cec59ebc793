//! How long `vincula verify` takes beside the same requests made bare. Prints figures as JSON on standard output,
//! in milliseconds; judges nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement, not the product"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use serde_json::{Value, json};
use std::time::Instant;
use support::{Acts, Case, visit};
use url::Url;
use vincula_lab::Behaviour;

const RUNS: usize = 15;
/// RFC 7636, appendix B: any verifier will do.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

#[tokio::main]
async fn main() {
    // `cargo test --benches` runs benches as well: measuring is for `cargo bench`.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let case = Case::new().await;
    let id = case.setup();
    let (mut verify, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let began = Instant::now();
        let account = case.sample.work_user.clone();
        assert_eq!(
            case.verify(&id, Acts::As(account, Behaviour::Accept)).await.code,
            0
        );
        verify.push(milliseconds(began));
        let began = Instant::now();
        ask_bare(&case).await;
        bare.push(milliseconds(began));
    }
    println!("{}", json!({ "verify_ms": verify, "bare_ms": bare }));
}

fn milliseconds(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1_000.0
}

/// The requests of a run, as one would write them by hand, with the same person signing in.
#[expect(
    clippy::too_many_lines,
    reason = "one request after the other, nothing shared"
)]
async fn ask_bare(case: &Case) {
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let base = Url::parse(&case.lab_address()).unwrap();
    let at = |path: &str| base.join(path).unwrap();
    let application = &case.application;
    let tenant = &application.tenant_id;

    let metadata = http
        .get(at(&format!("{tenant}/v2.0/.well-known/openid-configuration")))
        .send()
        .await
        .unwrap();
    assert!(metadata.status().is_success());
    metadata.bytes().await.unwrap();

    let redirect = case.redirect_uri();
    let authorize = |more: &[(&str, &str)]| {
        let mut address = at("common/oauth2/v2.0/authorize");
        address
            .query_pairs_mut()
            .extend_pairs([
                ("client_id", application.client_id.as_str()),
                ("response_type", "code"),
                ("redirect_uri", redirect.as_str()),
                ("code_challenge", CHALLENGE),
                ("code_challenge_method", "S256"),
                ("state", "bare"),
            ])
            .extend_pairs(more);
        address
    };
    let probe = http
        .get(authorize(&[("scope", "openid"), ("prompt", "none")]))
        .send()
        .await
        .unwrap();
    assert!(probe.status().is_redirection());

    let client = [
        ("client_id", application.client_id.as_str()),
        ("client_secret", case.secret.value.as_str()),
    ];
    let secret = http
        .post(at(&format!("{tenant}/oauth2/v2.0/token")))
        .form(
            &[
                &client[..],
                &[
                    ("grant_type", "client_credentials"),
                    ("scope", "https://graph.microsoft.com/.default"),
                ],
            ]
            .concat(),
        )
        .send()
        .await
        .unwrap();
    assert!(secret.status().is_success());
    secret.bytes().await.unwrap();

    let scope = "https://graph.microsoft.com/Mail.Send https://graph.microsoft.com/User.Read openid profile email offline_access";
    let address = authorize(&[
        ("scope", scope),
        ("prompt", "select_account"),
        ("login_hint", &case.sample.work_user),
    ]);
    let ending = visit(&address, &case.sample.work_user, Behaviour::Accept).await;
    let code = ending
        .query_pairs()
        .find(|(name, _)| name == "code")
        .unwrap()
        .1
        .into_owned();
    let redeem = [
        ("grant_type", "authorization_code"),
        ("code", code.as_str()),
        ("redirect_uri", redirect.as_str()),
        ("code_verifier", VERIFIER),
    ];
    let granted = http
        .post(at("common/oauth2/v2.0/token"))
        .form(&[&client[..], &redeem[..]].concat())
        .send()
        .await
        .unwrap();
    let granted: Value = granted.json().await.unwrap();
    let token = granted["access_token"].as_str().unwrap();

    let me: Value = http
        .get(at("v1.0/me"))
        .bearer_auth(token)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let mail = json!({ "message": {
        "subject": "bare", "body": { "contentType": "Text", "content": "bare" },
        "toRecipients": [{ "emailAddress": { "address": me["userPrincipalName"] } }],
    }});
    let sent = http
        .post(at("v1.0/me/sendMail"))
        .bearer_auth(token)
        .json(&mail)
        .send()
        .await
        .unwrap();
    assert_eq!(sent.status(), 202);
}
