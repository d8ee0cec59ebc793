//! The reader of the token endpoint's answers without the road to it: for the fuzz targets alone.

use crate::answer::Answer;
use crate::entra::{CallFailed, judged};
use crate::{Granted, Microsoft};
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use std::future::{Ready, ready};
use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};
use url::Url;
use vincula_core::cloud::Cloud;
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::sign_in::{Answered, Authority, PendingSignIn, Redemption, Scopes, SignInRequest};
use vincula_core::value::{ClientId, ClientSecret, RedirectUri};

const SECRET: &str = "abc8Q~canary-secret~01234567890123456789";
const CODE: &str = "0.canary-code";

/// What was sent, and must come back in no problem.
pub const SENT: [&str; 2] = [SECRET, CODE];

static MICROSOFT: LazyLock<Option<Microsoft>> = LazyLock::new(|| Microsoft::new(Cloud::global()).ok());

/// Carries nothing, and answers what it was told.
struct Told {
    status: StatusCode,
    body: Vec<u8>,
}

impl AsyncHttpClient<'_> for Told {
    type Error = CallFailed;
    type Future = Ready<Result<HttpResponse, CallFailed>>;

    fn call(&self, _request: HttpRequest) -> Self::Future {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
        ready(judged(Answer::told(self.status, headers, self.body.clone())))
    }
}

/// What becomes of a code where the token endpoint answers with this status and this JSON.
///
/// # Errors
/// The problem that the answer means.
pub fn token_answer(status: u16, body: &[u8]) -> Result<Granted, Problem> {
    let microsoft = MICROSOFT.as_ref().ok_or(ProblemKind::Unexpected)?;
    let (request, redemption) = redemption().ok_or(ProblemKind::Unexpected)?;
    let secret = ClientSecret::parse(SECRET).map_err(|_| ProblemKind::Unexpected)?;
    let told = Told {
        status: StatusCode::from_u16(status).map_err(|_| ProblemKind::Unexpected)?,
        body: body.to_owned(),
    };
    let redeeming = pin!(microsoft.redeem_by(&told, &request, redemption, Some(&secret)));
    // Nothing in it waits.
    match redeeming.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => Err(ProblemKind::Unexpected.into()),
    }
}

fn redemption() -> Option<(SignInRequest, Redemption)> {
    let redirect_uri = RedirectUri::parse("https://erp.example/cb.php").ok()?;
    let request = SignInRequest {
        issuers: Cloud::global().issuers,
        authority: Authority::Common,
        client_id: ClientId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").ok()?,
        redirect_uri,
        scopes: Scopes::default(),
        login_hint: None,
    };
    let now = "2026-05-24T13:34:39Z".parse().ok()?;
    let pending = PendingSignIn::begin(request.clone(), &[0; 64], now);
    let answer = format!("{}?code={CODE}&state={}", request.redirect_uri, pending.state());
    match pending.answer(&Url::parse(&answer).ok()?, now) {
        Answered::Redeem(redemption) => Some((request, redemption)),
        _ => None,
    }
}
