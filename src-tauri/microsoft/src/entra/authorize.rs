//! The authorize endpoint: the address that the person opens, and the question whether Microsoft knows the
//! application, asked before any window opens.
//! Source: <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code>

use super::error::{problem_of_page, problem_of_redirect};
use crate::client::{Microsoft, Proof};
use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, CsrfToken, PkceCodeChallenge, RedirectUrl};
use url::Url;
use vincula_core::problem::Problem;
use vincula_core::sign_in::{ErrorResponse, PendingApproval, PendingSignIn, SignInRequest};

impl Microsoft {
    /// The address that the person opens to sign in.
    ///
    /// `prompt=select_account` lets them choose the account even where the browser remembers another one;
    /// `prompt=consent` is never sent, because it loops where an administrator must approve.
    #[must_use]
    pub fn authorize_url(&self, pending: &PendingSignIn) -> Url {
        let request = pending.request();
        let mut url = self.authorize(request, pending.state());
        let scopes: Vec<&str> = request.scopes.iter().collect();
        let mut query = url.query_pairs_mut();
        query.append_pair("scope", &scopes.join(" "));
        query.append_pair("code_challenge", &pending.code_challenge());
        query.append_pair("code_challenge_method", "S256");
        query.append_pair("response_mode", "query");
        query.append_pair("prompt", "select_account");
        if let Some(account) = &request.login_hint {
            query.append_pair("login_hint", account.as_str());
        }
        drop(query);
        url
    }

    /// The address that an administrator opens to approve for their organisation. Nobody signs in to the
    /// application by it.
    /// Source: <https://learn.microsoft.com/entra/identity-platform/v2-admin-consent>
    #[must_use]
    pub fn approval_url(&self, pending: &PendingApproval) -> Url {
        let request = pending.request();
        let authority = request.organisation.authority();
        let mut url = self
            .cloud
            .login_endpoint(&format!("/{}/v2.0/adminconsent", authority.segment()));
        // OpenID's own scopes are nothing to approve, and the endpoint takes one resource only.
        let scopes: Vec<&str> = request
            .scopes
            .iter()
            .filter(|scope| scope.contains("://"))
            .collect();
        url.query_pairs_mut()
            .append_pair("client_id", request.client_id.as_str())
            .append_pair("redirect_uri", request.redirect_uri.as_str())
            .append_pair("scope", &scopes.join(" "))
            .append_pair("state", pending.state());
        url
    }

    /// Asks whether Microsoft knows the Client ID and the redirect URI, without showing anything to anybody:
    /// `prompt=none` answers with a redirect where both are known, and with a page where one is not.
    ///
    /// # Errors
    /// The cause that the page names, or the fault of the road.
    pub async fn application_known(&self, request: &SignInRequest) -> Result<Proof, Problem> {
        let state = uuid::Uuid::new_v4().to_string();
        let (challenge, _unused) = PkceCodeChallenge::new_random_sha256();
        let mut url = self.authorize(request, &state);
        url.query_pairs_mut()
            .append_pair("scope", "openid")
            .append_pair("code_challenge", challenge.as_str())
            .append_pair("code_challenge_method", "S256")
            .append_pair("response_mode", "query")
            .append_pair("prompt", "none");
        let answer = self.ask(self.http.get(url)).await?;
        if answer.status.is_redirection() {
            let location = answer.location().and_then(|location| Url::parse(location).ok());
            return Ok(match location {
                Some(location) if request.redirect_uri.is_answered_by(&location) => Proof::Holds,
                _ => Proof::NotUnderstood,
            });
        }
        if let Some(problem) = problem_of_page(&answer.text(), answer.evidence()) {
            return Err(problem);
        }
        match answer.problem_of_status() {
            Some(problem) => Err(problem),
            None => Ok(Proof::NotUnderstood),
        }
    }

    /// The problem behind an error answer to a sign-in.
    #[must_use]
    pub fn problem_of_refusal(&self, refusal: &ErrorResponse) -> Problem {
        problem_of_redirect(
            &refusal.error,
            refusal.subcode.as_deref(),
            refusal.description.as_deref(),
        )
    }

    fn authorize(&self, request: &SignInRequest, state: &str) -> Url {
        let path = format!("/{}/oauth2/v2.0/authorize", request.authority.segment());
        let client = BasicClient::new(oauth2::ClientId::new(request.client_id.as_str().to_owned()))
            .set_auth_uri(AuthUrl::from_url(self.cloud.login_endpoint(&path)))
            .set_redirect_uri(RedirectUrl::from_url(request.redirect_uri.url().clone()));
        client.authorize_url(|| CsrfToken::new(state.to_owned())).url().0
    }
}
