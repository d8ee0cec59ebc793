//! Our client against a certified OpenID provider that knows nothing of us (`tests/counterparts`): the whole way,
//! with the real sign-in of `core`. It sends no `AADSTS` codes, so that every refusal here is named by the standard
//! name alone (RFC 6749, sections 4.1.2.1 and 5.2).

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

use reqwest::header::LOCATION;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::guide::Permission;
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::sign_in::{
    Answered, Authority, Entropy, NotForUs, PendingSignIn, Redemption, Scopes, SignInFailure, SignInRequest,
};
use vincula_core::value::{ClientId, ClientSecret, RedirectUri, TenantId};
use vincula_microsoft::{Granted, Microsoft, Proof};
use vincula_testbed::Counterpart;

const TENANT: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
const CLIENT: &str = "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10";
const SECRET: &str = "abc8Q~the-providers-own~0123456789012345";
const WRONG_SECRET: &str = "abc8Q~of-another-application~01234567890";
const REDIRECT: &str = "https://erp.example/includes/oauth_callback.php";
const ELSEWHERE: &str = "https://erp.example/includes/another.php";
const GRAPH: &str = "https://graph.microsoft.com";

/// The provider, with one registered application, and our client of it.
struct Stage {
    provider: Counterpart,
    microsoft: Microsoft,
}

/// Where a browser comes to rest.
#[derive(Debug)]
enum Visit {
    /// It was sent to another host: the answer to the application. Not followed.
    Left(Url),
    /// A page that leads nowhere, with its status.
    Page(u16),
}

impl Stage {
    fn set() -> Self {
        let mut provider = Counterpart::certified_provider();
        let started = provider.ask(&json!({
            "do": "start",
            "tenant": TENANT,
            "clientId": CLIENT,
            "clientSecret": SECRET,
            "redirectUri": REDIRECT,
            "resource": GRAPH,
            "permissions": ["Mail.Send", "User.Read", "Mail.Read"],
        }));
        let base = Url::parse(started["base"].as_str().unwrap()).unwrap();
        let microsoft = Microsoft::new(Cloud::lab(CloudId::Global, &base).unwrap()).unwrap();
        Self { provider, microsoft }
    }

    fn request(&self) -> SignInRequest {
        let permissions = [
            "Mail.Send",
            "User.Read",
            "offline_access",
            "openid",
            "profile",
            "email",
        ]
        .map(Permission::graph);
        SignInRequest {
            issuers: self.microsoft.cloud().issuers.clone(),
            authority: Authority::Tenant(TenantId::parse(TENANT).unwrap()),
            client_id: ClientId::parse(CLIENT).unwrap(),
            redirect_uri: RedirectUri::parse(REDIRECT).unwrap(),
            scopes: Scopes::of_permissions(&permissions, self.microsoft.cloud()),
            login_hint: None,
        }
    }

    /// A sign-in from its beginning to the address that the browser came back with.
    async fn sign_in(&self, request: SignInRequest) -> (PendingSignIn, Url) {
        let pending = begin(request);
        match visit(self.microsoft.authorize_url(&pending)).await {
            Visit::Left(answer) => (pending, answer),
            stuck @ Visit::Page(_) => panic!("{stuck:?}"),
        }
    }

    async fn code(&self, request: SignInRequest) -> Redemption {
        let (pending, answer) = self.sign_in(request).await;
        redemption(pending, &answer)
    }

    async fn redeem(&self, redemption: Redemption, secret: &str) -> Result<Granted, Problem> {
        let secret = ClientSecret::parse(secret).unwrap();
        self.microsoft
            .redeem(&self.request(), redemption, Some(&secret))
            .await
    }

    /// What the token endpoint answered so far, as the provider tells it: the names, not the values.
    fn answers(&mut self) -> Vec<Value> {
        let answers = self.provider.ask(&json!({"do": "answers"}));
        answers.as_array().unwrap().clone()
    }
}

fn begin(request: SignInRequest) -> PendingSignIn {
    let random: Vec<u8> = (0..4).flat_map(|_| Uuid::new_v4().into_bytes()).collect();
    let entropy: Entropy = random.try_into().unwrap();
    PendingSignIn::begin(request, &entropy, now())
}

fn now() -> jiff::Timestamp {
    "2026-05-24T13:34:39Z".parse().unwrap()
}

fn redemption(pending: PendingSignIn, answer: &Url) -> Redemption {
    match pending.answer(answer, now()) {
        Answered::Redeem(redemption) => redemption,
        other => panic!("{other:?}"),
    }
}

/// Goes where a browser with an empty profile would go.
async fn visit(start: Url) -> Visit {
    // The first call of the process decides; the same provider again is no error.
    let _already_installed = rustls::crypto::ring::default_provider().install_default();
    let browser = reqwest::Client::builder()
        .cookie_store(true)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .build()
        .unwrap();
    let mut here = start.clone();
    for _ in 0..20 {
        let page = browser
            .get(here.clone())
            .header("accept", "text/html")
            .send()
            .await
            .unwrap();
        let Some(next) = page.headers().get(LOCATION) else {
            return Visit::Page(page.status().as_u16());
        };
        here = here.join(next.to_str().unwrap()).unwrap();
        if here.origin() != start.origin() {
            return Visit::Left(here);
        }
    }
    panic!("the provider's pages lead in circles");
}

#[tokio::test]
async fn a_sign_in_ends_in_a_token_with_the_permissions_that_were_asked_for() {
    let mut stage = Stage::set();
    let (pending, answer) = stage.sign_in(stage.request()).await;
    let names: Vec<String> = answer.query_pairs().map(|(name, _)| name.into_owned()).collect();
    assert_eq!(
        names,
        ["code", "state", "iss"],
        "the issuer is named, and is the one that was asked"
    );
    let granted = stage.redeem(redemption(pending, &answer), SECRET).await.unwrap();
    assert_eq!(
        granted.scopes.iter().collect::<Vec<_>>(),
        [format!("{GRAPH}/Mail.Send"), format!("{GRAPH}/User.Read")]
    );
    assert_eq!(
        stage.request().scopes.missing_from(&granted.scopes),
        Vec::<String>::new()
    );
    assert_eq!(stage.answers().len(), 1, "the code went out once");
}

#[tokio::test]
async fn lasting_access_is_given_where_it_was_asked_for_and_not_elsewhere() {
    let mut stage = Stage::set();
    let code = stage.code(stage.request()).await;
    stage.redeem(code, SECRET).await.unwrap();
    let for_once = SignInRequest {
        scopes: Scopes::of_permissions(
            &["Mail.Send", "User.Read", "openid"].map(Permission::graph),
            stage.microsoft.cloud(),
        ),
        ..stage.request()
    };
    let code = stage.code(for_once).await;
    stage.redeem(code, SECRET).await.unwrap();
    let has_refresh_token: Vec<bool> = stage
        .answers()
        .iter()
        .map(|answer| {
            answer["fields"]
                .as_array()
                .unwrap()
                .contains(&json!("refresh_token"))
        })
        .collect();
    assert_eq!(has_refresh_token, [true, false]);
}

#[tokio::test]
async fn a_wrong_secret_is_a_rejected_configuration_and_does_not_show() {
    let stage = Stage::set();
    let code = stage.code(stage.request()).await;
    let problem = stage.redeem(code, WRONG_SECRET).await.unwrap_err();
    assert_eq!(problem.kind, ProblemKind::CredentialTrouble);
    assert_eq!(problem.evidence.code.as_deref(), Some("invalid_client"));
    assert_eq!(problem.evidence.status, Some(401));
    assert!(!format!("{problem:?}").contains(WRONG_SECRET));
}

#[tokio::test]
async fn a_code_without_its_own_verifier_is_worth_nothing() {
    let stage = Stage::set();
    let mut code = stage.code(stage.request()).await;
    code.verifier = "A".repeat(43).into();
    let problem = stage.redeem(code, SECRET).await.unwrap_err();
    assert_eq!(problem.kind, ProblemKind::GrantTrouble);
    assert_eq!(problem.evidence.code.as_deref(), Some("invalid_grant"));
}

#[tokio::test]
async fn a_code_is_good_once() {
    let stage = Stage::set();
    let (pending, answer) = stage.sign_in(stage.request()).await;
    let first = redemption(pending, &answer);
    let second = {
        let again = begin(stage.request());
        let address = format!("{REDIRECT}?code={}&state={}", first.code.expose(), again.state());
        let mut second = redemption(again, &Url::parse(&address).unwrap());
        second.verifier = first.verifier.clone();
        second
    };
    stage.redeem(first, SECRET).await.unwrap();
    let problem = stage.redeem(second, SECRET).await.unwrap_err();
    assert_eq!(problem.kind, ProblemKind::GrantTrouble);
}

#[tokio::test]
async fn a_person_who_declines_is_named() {
    let mut stage = Stage::set();
    stage.provider.ask(&json!({"do": "person", "consents": false}));
    let (pending, answer) = stage.sign_in(stage.request()).await;
    let Answered::Failed(SignInFailure::Refused(refusal)) = pending.answer(&answer, now()) else {
        panic!("it was taken for something else");
    };
    assert_eq!(
        (refusal.error.as_str(), refusal.subcode.as_deref()),
        ("access_denied", None)
    );
    let problem = stage.microsoft.problem_of_refusal(&refusal);
    assert_eq!(problem.kind, ProblemKind::ConsentDeclined);
    assert_eq!(problem.evidence.text.as_deref(), Some("The person declined."));
    assert_eq!(stage.answers(), Vec::<Value>::new());
}

#[tokio::test]
async fn an_answer_to_one_sign_in_is_nothing_to_another() {
    let stage = Stage::set();
    let (_, answer) = stage.sign_in(stage.request()).await;
    let (pending, own) = stage.sign_in(stage.request()).await;
    let Answered::StillPending(pending, why) = pending.answer(&answer, now()) else {
        panic!("somebody else's answer was taken");
    };
    assert_eq!(why, NotForUs::AnotherState);
    let granted = stage.redeem(redemption(*pending, &own), SECRET).await;
    assert!(granted.is_ok(), "the sign-in went on untouched: {granted:?}");
}

#[tokio::test]
async fn a_redirect_uri_that_is_not_registered_brings_no_answer_and_redeems_nothing() {
    let stage = Stage::set();
    let elsewhere = SignInRequest {
        redirect_uri: RedirectUri::parse(ELSEWHERE).unwrap(),
        ..stage.request()
    };
    let address = stage.microsoft.authorize_url(&begin(elsewhere.clone()));
    assert!(matches!(visit(address).await, Visit::Page(400)));
    assert_eq!(
        stage.microsoft.application_known(&elsewhere).await,
        Ok(Proof::NotUnderstood),
        "its page names no code of Microsoft's"
    );
    assert_eq!(
        stage.microsoft.application_known(&stage.request()).await,
        Ok(Proof::Holds)
    );

    let mut code = stage.code(stage.request()).await;
    code.redirect_uri = elsewhere.redirect_uri;
    let problem = stage.redeem(code, SECRET).await.unwrap_err();
    assert_eq!(problem.kind, ProblemKind::GrantTrouble);
}

#[tokio::test]
async fn an_application_that_is_not_registered_gets_no_answer_and_no_token() {
    let stage = Stage::set();
    let stranger = SignInRequest {
        client_id: ClientId::parse("00000000-77b2-4c1d-9e55-0d2b6a8f4c10").unwrap(),
        ..stage.request()
    };
    let address = stage.microsoft.authorize_url(&begin(stranger.clone()));
    assert!(matches!(visit(address).await, Visit::Page(400)));
    assert_eq!(
        stage.microsoft.application_known(&stranger).await,
        Ok(Proof::NotUnderstood)
    );

    let code = stage.code(stage.request()).await;
    let secret = ClientSecret::parse(SECRET).unwrap();
    let problem = stage
        .microsoft
        .redeem(&stranger, code, Some(&secret))
        .await
        .unwrap_err();
    assert_eq!(problem.kind, ProblemKind::CredentialTrouble);
    assert_eq!(problem.evidence.code.as_deref(), Some("invalid_client"));
}

#[tokio::test]
async fn what_can_be_asked_without_a_person_is_answered() {
    let stage = Stage::set();
    let (tenant, client) = (TenantId::parse(TENANT).unwrap(), ClientId::parse(CLIENT).unwrap());
    assert_eq!(
        stage.microsoft.hear_entra(Some(&tenant)).await.exists,
        Ok(Proof::Holds)
    );
    for (secret, proof) in [(SECRET, Proof::Holds), (WRONG_SECRET, Proof::NotUnderstood)] {
        let secret = ClientSecret::parse(secret).unwrap();
        assert_eq!(
            stage.microsoft.secret_accepted(&tenant, &client, &secret).await,
            Ok(proof)
        );
    }
}

/// The provider demands what our client does, so that the tests above prove that it is done.
#[tokio::test]
async fn the_provider_refuses_a_sign_in_without_a_challenge_or_with_a_plain_one() {
    let stage = Stage::set();
    for (method, taken_away) in [(None, "code_challenge"), (Some("plain"), "code_challenge_method")] {
        let pending = begin(stage.request());
        let address = stage.microsoft.authorize_url(&pending);
        let mut weaker = address.clone();
        weaker
            .query_pairs_mut()
            .clear()
            .extend_pairs(address.query_pairs().filter(|(name, _)| {
                name != taken_away && (method.is_some() || name != "code_challenge_method")
            }))
            .extend_pairs(method.map(|method| ("code_challenge_method", method)));
        let Visit::Left(answer) = visit(weaker).await else {
            panic!("the provider gave no answer");
        };
        let Answered::Failed(SignInFailure::Refused(refusal)) = pending.answer(&answer, now()) else {
            panic!("the provider gave a code");
        };
        assert_eq!(refusal.error, "invalid_request");
        let problem = stage.microsoft.problem_of_refusal(&refusal);
        assert_eq!(problem.kind, ProblemKind::RequestMalformed);
    }
}
