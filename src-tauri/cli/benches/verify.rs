//! How long `vincula verify` takes beside the same requests made bare, and how long the part of it does that needs
//! nobody: the chain of checks before the sign-in. Prints figures as JSON on standard output,
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
use std::time::{Duration, Instant};
use support::{Acts, Case, visit};
use url::Url;
use vincula_assistant::{Host, Progress, Run, SecretStore as _, SessionSecrets, Stage, SystemClock};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::Language;
use vincula_core::value::{ClientId, ClientSecret, ErpAddress, Mailbox, TenantId};
use vincula_lab::Behaviour;
use vincula_microsoft::Microsoft;

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
    let (mut chain, mut chain_bare) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        chain.push(check(&case).await);
        let http = bare_client();
        let began = Instant::now();
        check_bare(&case, &http).await;
        chain_bare.push(milliseconds(began));
    }
    println!(
        "{}",
        json!({ "verify_ms": verify, "bare_ms": bare, "chain_ms": chain, "chain_bare_ms": chain_bare })
    );
}

fn milliseconds(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1_000.0
}

/// The time of the chain of checks before the sign-in, by a client that has not asked anything yet.
async fn check(case: &Case) -> f64 {
    let address = Url::parse(&case.lab_address()).unwrap();
    let microsoft = Microsoft::new(Cloud::lab(CloudId::Global, &address).unwrap()).unwrap();
    let (clock, secrets) = (SystemClock, SessionSecrets::default());
    let mut setup = Setup::new(
        SetupId::parse("0f8fad5b-d9cb-469f-a165-70867728950e").unwrap(),
        "cloud-gestion",
        ErpAddress::parse(&case.erp.erp_address()).unwrap(),
        Mailbox::parse(&case.sample.work_user).unwrap(),
        jiff::Timestamp::now(),
    );
    setup.client_id = Some(ClientId::parse(&case.application.client_id).unwrap());
    setup.tenant_id = Some(TenantId::parse(&case.application.tenant_id).unwrap());
    let secret = ClientSecret::parse(&case.secret.value).unwrap();
    secrets.save(&setup.id, secret).await.unwrap();
    let guide = vincula_core::guide::find(&setup.guide).unwrap().clone();
    let mut run = Run::new(setup, guide).unwrap();
    let host = Host {
        microsoft: &microsoft,
        secrets: &secrets,
        clock: &clock,
        progress: &Unheard,
        language: Language::En,
        patience: Duration::ZERO,
    };
    let began = Instant::now();
    run.check(&host).await;
    let took = milliseconds(began);
    assert_eq!(run.stage(), Stage::SignIn);
    took
}

/// Nobody listens.
struct Unheard;

impl Progress for Unheard {
    fn began(&self, _check: CheckId) {}
    fn ended(&self, _check: CheckId, _outcome: &Outcome) {}
}

fn bare_client() -> reqwest::Client {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}

/// The requests of the chain before the sign-in.
async fn check_bare(case: &Case, http: &reqwest::Client) {
    let base = Url::parse(&case.lab_address()).unwrap();
    let at = |path: &str| base.join(path).unwrap();
    let tenant = &case.application.tenant_id;
    let read = async |path: &str| {
        let answer = http.get(at(path)).send().await.unwrap();
        assert!(answer.status().is_success());
        answer.bytes().await.unwrap();
    };
    let metadata = format!("{tenant}/v2.0/.well-known/openid-configuration");
    tokio::join!(read(&metadata), read("v1.0/"));

    let probe = http
        .get(authorize(case, &[("scope", "openid"), ("prompt", "none")]))
        .send()
        .await
        .unwrap();
    assert!(probe.status().is_redirection());

    let form = [
        ("client_id", case.application.client_id.as_str()),
        ("client_secret", case.secret.value.as_str()),
        ("grant_type", "client_credentials"),
        ("scope", "https://graph.microsoft.com/.default"),
    ];
    let secret = http
        .post(at(&format!("{tenant}/oauth2/v2.0/token")))
        .form(&form)
        .send()
        .await
        .unwrap();
    assert!(secret.status().is_success());
    secret.bytes().await.unwrap();
}

fn authorize(case: &Case, more: &[(&str, &str)]) -> Url {
    let base = Url::parse(&case.lab_address()).unwrap();
    let mut address = base.join("common/oauth2/v2.0/authorize").unwrap();
    address
        .query_pairs_mut()
        .extend_pairs([
            ("client_id", case.application.client_id.as_str()),
            ("response_type", "code"),
            ("redirect_uri", &case.redirect_uri()),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
            ("state", "bare"),
        ])
        .extend_pairs(more);
    address
}

/// The requests of a run, as one would write them by hand, with the same person signing in.
async fn ask_bare(case: &Case) {
    let http = bare_client();
    check_bare(case, &http).await;

    let base = Url::parse(&case.lab_address()).unwrap();
    let at = |path: &str| base.join(path).unwrap();
    let redirect = case.redirect_uri();
    let client = [
        ("client_id", case.application.client_id.as_str()),
        ("client_secret", case.secret.value.as_str()),
    ];
    let scope = "https://graph.microsoft.com/Mail.Send https://graph.microsoft.com/User.Read openid profile email offline_access";
    let address = authorize(
        case,
        &[
            ("scope", scope),
            ("prompt", "select_account"),
            ("login_hint", &case.sample.work_user),
        ],
    );
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
