//! The wire, against counterparts that misbehave and against the lab.

mod arbitrary;
mod clouds;
mod entra_errors;
mod evidence;
mod graph_errors;
mod lab_flow;
mod lab_registration;
mod mail;
mod reach;
mod road;
mod sent;
mod trial;

use crate::{AccessToken, Granted, Mail, Microsoft, RefreshToken, Trial};
use jiff::Timestamp;
use serde_json::json;
use url::Url;
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::guide::Permission;
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::sign_in::{Answered, Authority, Entropy, PendingSignIn, Redemption, Scopes, SignInRequest};
use vincula_core::value::{ClientId, ClientSecret, Mailbox, RedirectUri, TenantId};
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, ResponseTemplate};

const SECRET: &str = "abc8Q~canary-secret~01234567890123456789";
const CODE: &str = "0.canary-code";
const TOKEN: &str = "canary.access.token";
const REFRESH: &str = "0.canary-refresh";
const REDIRECT: &str = "https://erp.example/cb.php";

fn client_id() -> ClientId {
    ClientId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").unwrap()
}

fn tenant_id() -> TenantId {
    TenantId::parse("0f8fad5b-d9cb-469f-a165-70867728950e").unwrap()
}

fn secret(text: &str) -> ClientSecret {
    ClientSecret::parse(text).unwrap()
}

fn mail() -> Mail {
    let to = Mailbox::parse("ana@empresa.es").unwrap();
    Mail {
        from: None,
        to,
        subject: "Prueba".to_owned(),
        body: "Hola".to_owned(),
    }
}

fn microsoft(base: &str) -> Microsoft {
    microsoft_in(CloudId::Global, base)
}

fn microsoft_in(cloud: CloudId, base: &str) -> Microsoft {
    Microsoft::new(Cloud::lab(cloud, &Url::parse(base).unwrap()).unwrap()).unwrap()
}

fn request(cloud: &Cloud, client_id: &ClientId) -> SignInRequest {
    SignInRequest {
        issuers: cloud.issuers.clone(),
        authority: Authority::Common,
        client_id: client_id.clone(),
        redirect_uri: RedirectUri::parse(REDIRECT).unwrap(),
        scopes: Scopes::of_permissions(
            &[
                "Mail.Send",
                "User.Read",
                "offline_access",
                "openid",
                "profile",
                "email",
            ]
            .map(Permission::graph),
            cloud,
        ),
        login_hint: None,
    }
}

fn now() -> Timestamp {
    "2026-05-24T13:34:39Z".parse().unwrap()
}

fn pending(request: &SignInRequest) -> PendingSignIn {
    let entropy: Entropy = std::array::from_fn(|at| u8::try_from(at * 3).unwrap());
    PendingSignIn::begin(request.clone(), &entropy, now())
}

/// The redemption of a code that some counterpart gave.
fn redemption(request: &SignInRequest, code: &str) -> Redemption {
    let pending = pending(request);
    let redirect = &request.redirect_uri;
    let answer = Url::parse(&format!("{redirect}?code={code}&state={}", pending.state())).unwrap();
    match pending.answer(&answer, now()) {
        Answered::Redeem(redemption) => redemption,
        other => panic!("{other:?}"),
    }
}

/// A token, from a counterpart that gives one.
async fn token() -> AccessToken {
    granted().await.token
}

/// What a counterpart gives that gives everything.
async fn granted() -> Granted {
    let server = MockServer::start().await;
    let body = json!({
        "token_type": "Bearer",
        "scope": "Mail.Send",
        "expires_in": 3599,
        "access_token": TOKEN,
        "refresh_token": REFRESH,
    });
    Mock::given(path("/common/oauth2/v2.0/token"))
        .respond_with(ResponseTemplate::new(200).set_body_json(body))
        .mount(&server)
        .await;
    redeem(&microsoft(&server.uri())).await.unwrap()
}

/// What a check makes in the calendar.
fn event() -> Trial {
    Trial::Event {
        subject: "Prueba".to_owned(),
        starts: now(),
    }
}

/// What a check made, from a counterpart that says so.
async fn made() -> crate::Made {
    let server = always(ResponseTemplate::new(201).set_body_json(json!({"id": "AAMk/Q+=="}))).await;
    microsoft(&server.uri())
        .make(&token().await, &event())
        .await
        .unwrap()
}

async fn redeem(microsoft: &Microsoft) -> Result<crate::Granted, Problem> {
    let request = request(microsoft.cloud(), &client_id());
    microsoft
        .redeem(&request, redemption(&request, CODE), Some(&secret(SECRET)))
        .await
}

/// The calls that read an answer in JSON, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Call {
    Tenant,
    Secret,
    Redeem,
    Me,
    SendMail,
    TokenFor,
    AsItself,
    Make,
    IsThere,
    Delete,
    Inbox,
}

impl Call {
    const ALL: [Self; 11] = [
        Self::Tenant,
        Self::Secret,
        Self::Redeem,
        Self::Me,
        Self::SendMail,
        Self::TokenFor,
        Self::AsItself,
        Self::Make,
        Self::IsThere,
        Self::Delete,
        Self::Inbox,
    ];

    /// Whether it carries the token of a sign-in.
    fn bears_token(self) -> bool {
        matches!(
            self,
            Self::Me | Self::SendMail | Self::Make | Self::IsThere | Self::Delete | Self::Inbox
        )
    }

    /// Whether a status alone is its success, whatever stands in the body.
    fn succeeds_by(self, status: u16) -> bool {
        matches!((self, status), (Self::SendMail, 202) | (Self::Delete, 204))
    }

    /// How the call ends, without what it gives.
    async fn make(self, microsoft: &Microsoft) -> Result<String, Problem> {
        Ok(match self {
            Self::Tenant => format!("{:?}", microsoft.hear_entra(Some(&tenant_id())).await.exists?),
            Self::Secret => {
                format!(
                    "{:?}",
                    microsoft
                        .secret_accepted(&tenant_id(), &client_id(), &secret(SECRET))
                        .await?
                )
            }
            Self::Redeem => format!("{:?}", redeem(microsoft).await?),
            Self::Me => format!("{:?}", microsoft.me(&token().await).await?),
            Self::SendMail => format!("{:?}", microsoft.send_mail(&token().await, &mail()).await?),
            Self::TokenFor => {
                let refresh: RefreshToken = granted().await.refresh.unwrap();
                let request = request(microsoft.cloud(), &client_id());
                let scopes = Scopes::of_permissions(&[Permission::exchange("SMTP.Send")], microsoft.cloud());
                let secret = secret(SECRET);
                let granted = microsoft
                    .token_for(&request, &refresh, Some(&secret), &scopes)
                    .await?;
                format!("{granted:?}")
            }
            Self::AsItself => {
                let prefix = microsoft.cloud().graph_scope_prefix;
                let secret = secret(SECRET);
                let granted = microsoft
                    .as_itself(&tenant_id(), &client_id(), &secret, prefix)
                    .await?;
                format!("{granted:?}")
            }
            Self::Make => format!("{:?}", microsoft.make(&token().await, &event()).await?),
            Self::IsThere => {
                let (token, made) = (token().await, made().await);
                format!("{:?}", microsoft.is_there(&token, &event(), &made).await?)
            }
            Self::Delete => {
                let (token, made) = (token().await, made().await);
                format!("{:?}", microsoft.delete(&token, &event(), &made).await?)
            }
            Self::Inbox => format!("{:?}", microsoft.inbox(&token().await).await?),
        })
    }

    async fn problem(self, microsoft: &Microsoft) -> Problem {
        match self.make(microsoft).await {
            Err(problem) => problem,
            Ok(outcome) => panic!("{self:?} took it for {outcome}"),
        }
    }
}

/// A counterpart that answers everything in one way.
async fn always(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(wiremock::matchers::any())
        .respond_with(answer)
        .mount(&server)
        .await;
    server
}

/// The kinds that every call gives for one answer.
async fn kinds(answer: ResponseTemplate) -> Vec<ProblemKind> {
    let server = always(answer).await;
    let microsoft = microsoft(&server.uri());
    let mut kinds = Vec::new();
    for call in Call::ALL {
        kinds.push(call.problem(&microsoft).await.kind);
    }
    kinds
}
