//! The token endpoint: redeeming a code, a token for another service, and asking whether a secret is accepted.
//! Source: <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redeem-a-code-for-an-access-token>

use super::identity::{Identity, TokenAnswer};
use super::problem_of_answer;
use super::tokens::{Granted, RefreshToken};
use crate::answer::{Answer, without};
use crate::client::{Microsoft, Proof};
use oauth2::basic::{BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse};
use oauth2::{
    AsyncHttpClient, AuthType, AuthorizationCode, Client, ClientSecret as WireSecret, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, PkceCodeVerifier, RedirectUrl, RefreshToken as WireRefresh,
    RequestTokenError, Scope, StandardRevocableToken, TokenUrl,
};
use std::pin::Pin;
use vincula_core::problem::{Evidence, Problem, ProblemKind};
use vincula_core::sign_in::{Authority, ClientAuthentication, Redemption, Scopes, SignInRequest};
use vincula_core::value::{ClientId, ClientSecret, TenantId};

/// The one error of the token calls, so that `oauth2` carries our problems through unchanged.
#[derive(Debug, thiserror::Error)]
#[error("the token call failed")]
pub(crate) struct CallFailed(pub(crate) Problem);

type TokenClient = Client<
    BasicErrorResponse,
    TokenAnswer,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

impl Microsoft {
    /// Redeems a code for a token of Graph. Once: a code is never sent a second time by itself. The secret goes along
    /// where the redirect URI makes the client a confidential one, and nowhere else; then its acceptance is proven as
    /// well.
    ///
    /// # Errors
    /// The problem that Entra names, [`AnotherCloud`](ProblemKind::AnotherCloud) where the token is one of
    /// another cloud, or the fault of the road.
    pub async fn redeem(
        &self,
        request: &SignInRequest,
        redemption: Redemption,
        secret: Option<&ClientSecret>,
    ) -> Result<Granted, Problem> {
        self.redeem_by(&TokenCalls(self), request, redemption, secret)
            .await
    }

    /// The same, by whatever carries the call.
    pub(crate) async fn redeem_by(
        &self,
        calls: &impl for<'c> AsyncHttpClient<'c, Error = CallFailed>,
        request: &SignInRequest,
        redemption: Redemption,
        secret: Option<&ClientSecret>,
    ) -> Result<Granted, Problem> {
        let authentication = redemption.authentication(secret);
        let is_public = authentication.secret().is_none();
        let client = self.token_client(&request.authority, &request.client_id, authentication.secret());
        let sent = [
            secret.map_or("", ClientSecret::expose),
            redemption.code.expose(),
            redemption.verifier.as_str(),
        ];
        let redirect = RedirectUrl::from_url(redemption.redirect_uri.url().clone());
        let mut exchange = client
            .exchange_code(AuthorizationCode::new(redemption.code.expose().to_owned()))
            .set_redirect_uri(std::borrow::Cow::Owned(redirect))
            .set_pkce_verifier(PkceCodeVerifier::new(redemption.verifier.to_string()));
        // Where the person consented to two services, the code would be good for either: Graph's token comes first.
        if request.scopes.ask_of(self.cloud.outlook_scope_prefix) {
            let scopes = request.scopes.of_service(self.cloud.graph_scope_prefix);
            let scopes: Vec<&str> = scopes.iter().collect();
            exchange = exchange.add_extra_param("scope", scopes.join(" "));
        }
        let response = exchange
            .request_async(calls)
            .await
            .map_err(|error| without(problem_of_token_error(error), &sent))
            .map_err(|problem| {
                if is_public {
                    of_public_client(problem)
                } else {
                    problem
                }
            })?;
        self.granted(&response, request)
    }

    /// Trades the refresh token of a sign-in for a token of another service: one token request names the scopes of
    /// one service only (AADSTS28000). The secret goes along where it went along with the code.
    /// Source: <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token>
    ///
    /// # Errors
    /// The problem that Entra names, [`AnotherCloud`](ProblemKind::AnotherCloud), or the fault of the road.
    pub async fn token_for(
        &self,
        request: &SignInRequest,
        refresh: &RefreshToken,
        secret: Option<&ClientSecret>,
        scopes: &Scopes,
    ) -> Result<Granted, Problem> {
        let secret = request.authentication(secret).secret();
        let client = self.token_client(&request.authority, &request.client_id, secret);
        let sent = [secret.map_or("", ClientSecret::expose), refresh.expose()];
        let response = client
            .exchange_refresh_token(&WireRefresh::new(refresh.expose().to_owned()))
            .add_scopes(scopes.iter().map(|scope| Scope::new(scope.to_owned())))
            .request_async(&TokenCalls(self))
            .await
            .map_err(|error| without(problem_of_token_error(error), &sent))?;
        self.granted(&response, request)
    }

    fn granted(&self, response: &TokenAnswer, request: &SignInRequest) -> Result<Granted, Problem> {
        let id_token = response.extra_fields().id_token.as_ref();
        let identity = id_token
            .map(|token| Identity::of(token, request))
            .transpose()
            .map_err(|_| ProblemKind::AnswerNotMicrosofts)?;
        let granted = Granted {
            identity,
            ..Granted::of(response)
        };
        match self.cloud.another_cloud_of(&granted.scopes) {
            Some(other) => Err(self.another_cloud(other)),
            None => Ok(granted),
        }
    }

    /// Asks whether an organisation accepts the secret of an application, by client credentials. The token that
    /// a yes brings is dropped at once.
    ///
    /// # Errors
    /// The cause, where Entra names the secret as wrong or expired; the fault of the road. Any other refusal
    /// proves nothing about the secret.
    pub async fn secret_accepted(
        &self,
        tenant: &TenantId,
        client_id: &ClientId,
        secret: &ClientSecret,
    ) -> Result<Proof, Problem> {
        let response = self
            .as_itself(tenant, client_id, secret, self.cloud.graph_scope_prefix)
            .await;
        match response {
            Ok(_) => Ok(Proof::Holds),
            Err(problem)
                if problem.kind.is_inconclusive()
                    || matches!(
                        problem.kind,
                        ProblemKind::SecretWrong | ProblemKind::SecretExpired
                    ) =>
            {
                Err(problem)
            }
            Err(_) => Ok(Proof::NotUnderstood),
        }
    }

    /// A token that the application gets for itself, without anybody signing in: client credentials, for the
    /// service whose scopes begin with `resource`.
    /// Source: <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow>
    ///
    /// # Errors
    /// The problem that Entra names, or the fault of the road.
    pub async fn as_itself(
        &self,
        tenant: &TenantId,
        client_id: &ClientId,
        secret: &ClientSecret,
        resource: &str,
    ) -> Result<Granted, Problem> {
        let authentication = ClientAuthentication::by_secret_alone(secret);
        let authority = Authority::Tenant(tenant.clone());
        let response = self
            .token_client(&authority, client_id, authentication.secret())
            .exchange_client_credentials()
            .add_scope(Scope::new(format!("{resource}.default")))
            .request_async(&TokenCalls(self))
            .await
            .map_err(|error| without(problem_of_token_error(error), &[secret.expose()]))?;
        Ok(Granted::of(&response))
    }

    fn token_client(
        &self,
        authority: &Authority,
        client_id: &ClientId,
        secret: Option<&ClientSecret>,
    ) -> TokenClient {
        let path = format!("/{}/oauth2/v2.0/token", authority.segment());
        let client = Client::new(oauth2::ClientId::new(client_id.as_str().to_owned()))
            // In the body, as the ERPs send it, so that what is proven here is what they will do.
            .set_auth_type(AuthType::RequestBody)
            .set_token_uri(TokenUrl::from_url(self.cloud.login_endpoint(&path)));
        match secret {
            Some(secret) => client.set_client_secret(WireSecret::new(secret.expose().to_owned())),
            None => client,
        }
    }

    /// One call of the token endpoint. Anything but a 200 in JSON becomes a problem here, with the bounds and the
    /// «no redirect» rule of every other call.
    async fn token_call(&self, call: HttpRequest) -> Result<HttpResponse, CallFailed> {
        let request =
            reqwest::Request::try_from(call).map_err(|_| CallFailed(ProblemKind::Unexpected.into()))?;
        let answer = self
            .ask(reqwest::RequestBuilder::from_parts(self.http.clone(), request))
            .await
            .map_err(CallFailed)?;
        judged(answer)
    }
}

/// The answer, where it is a 200 in JSON; anything else is a problem.
pub(crate) fn judged(answer: Answer) -> Result<HttpResponse, CallFailed> {
    if answer.status != reqwest::StatusCode::OK {
        return Err(CallFailed(problem_of_answer(&answer)));
    }
    if !answer.is_json() {
        return Err(CallFailed(answer.not_microsofts()));
    }
    // `oauth2` has no name of its own for an answer that broke off before it began.
    if answer.body.is_empty() {
        return Err(CallFailed(Problem::new(
            ProblemKind::AnswerInterrupted,
            answer.evidence(),
        )));
    }
    let mut response = HttpResponse::new(answer.body);
    *response.headers_mut() = answer.headers;
    Ok(response)
}

/// The HTTP client that `oauth2` is given: ours, with our bounds.
struct TokenCalls<'a>(&'a Microsoft);

impl<'c> AsyncHttpClient<'c> for TokenCalls<'_> {
    type Error = CallFailed;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, CallFailed>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.0.token_call(request))
    }
}

/// Where no secret was sent on purpose, «the platform must be Web» is no help: the address is registered under a
/// platform that is not its own.
fn of_public_client(mut problem: Problem) -> Problem {
    if matches!(
        problem.kind,
        ProblemKind::PlatformNotWeb | ProblemKind::SecretNotSent
    ) {
        problem.kind = ProblemKind::RedirectNotRegistered;
    }
    problem
}

fn problem_of_token_error<E: oauth2::ErrorResponse>(error: RequestTokenError<CallFailed, E>) -> Problem {
    match error {
        RequestTokenError::Request(CallFailed(problem)) => problem,
        // The body of a failed parse may hold a token: nothing of it is kept.
        RequestTokenError::Parse(cause, _) if cause.inner().is_eof() => ProblemKind::AnswerInterrupted.into(),
        _ => Problem::new(ProblemKind::AnswerNotMicrosofts, Evidence::default()),
    }
}
