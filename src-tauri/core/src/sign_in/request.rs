//! What a sign-in asks for.

use super::Authority;
use crate::cloud::{Cloud, Issuers};
use crate::guide::Permission;
use crate::value::{ClientId, Mailbox, RedirectUri};

/// Random bytes from the operating system, for one sign-in: half for `state`, half for the PKCE verifier.
pub type Entropy = [u8; 64];

/// What a sign-in asks for.
#[derive(Clone, Debug)]
pub struct SignInRequest {
    /// Who was asked: an answer that names its issuer must name one of these (RFC 9207).
    pub issuers: Issuers,
    /// Whose accounts.
    pub authority: Authority,
    /// The application.
    pub client_id: ClientId,
    /// Where the answer goes.
    pub redirect_uri: RedirectUri,
    /// The permissions, as scopes.
    pub scopes: Scopes,
    /// The account that is expected: Microsoft's page begins with it.
    pub login_hint: Option<Mailbox>,
}

/// A set of permissions as scopes. Names compare without case and without Graph's prefix, because the token
/// endpoint answers in either form.
/// Source: <https://learn.microsoft.com/entra/identity-platform/scopes-oidc>
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(Vec<String>);

/// Scopes of OpenID Connect: they belong to no resource, and the token's `scope` may leave them out.
const OPENID: [&str; 4] = ["openid", "profile", "email", "offline_access"];

impl Scopes {
    /// The scopes of these permissions in a cloud: each with its resource's prefix, OpenID's bare. One sign-in may ask
    /// for several resources; a request for a token may not (AADSTS28000).
    #[must_use]
    pub fn of_permissions<'a>(permissions: impl IntoIterator<Item = &'a Permission>, cloud: &Cloud) -> Self {
        let scopes = permissions.into_iter().map(|permission| permission.scope(cloud));
        Self(scopes.collect())
    }

    /// The same, and that Entra says where the account stands. It asks the person for nothing.
    /// Source: <https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-openid-scope>
    #[must_use]
    pub fn with_identity(mut self) -> Self {
        if !self.iter().any(|scope| scope == "openid") {
            self.0.push("openid".to_owned());
        }
        self
    }

    /// The scopes of a token response: separated by blanks.
    #[must_use]
    pub fn granted(scope: &str) -> Self {
        Self(scope.split_whitespace().map(str::to_owned).collect())
    }

    /// Those of one service, whose scopes begin with `prefix`, and OpenID's own, which belong to none. A token
    /// request may name the scopes of one service only (AADSTS28000).
    #[must_use]
    pub fn of_service(&self, prefix: &str) -> Self {
        let own = self
            .0
            .iter()
            .filter(|scope| is_below(scope, prefix) || is_openid(scope));
        Self(own.cloned().collect())
    }

    /// Whether any of them is of the service whose scopes begin with `prefix`.
    #[must_use]
    pub fn ask_of(&self, prefix: &str) -> bool {
        self.0.iter().any(|scope| is_below(scope, prefix))
    }

    /// Each scope, as it is sent.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The permissions of `self` that `granted` lacks, by their bare names. OpenID's own are not compared: the
    /// token endpoint leaves them out of its answer.
    #[must_use]
    pub fn missing_from(&self, granted: &Self) -> Vec<String> {
        // In full or by its bare name, and never with another resource's prefix.
        let has: Vec<String> = granted.iter().map(str::to_ascii_lowercase).collect();
        self.iter()
            .map(|scope| (scope, bare(scope)))
            .filter(|(_, name)| !OPENID.contains(&name.as_str()))
            .filter(|(scope, name)| !has.contains(name) && !has.contains(&scope.to_ascii_lowercase()))
            .map(|(scope, _)| scope.rsplit('/').next().unwrap_or(scope).to_owned())
            .collect()
    }
}

fn is_openid(scope: &str) -> bool {
    OPENID.contains(&scope)
}

fn is_below(scope: &str, prefix: &str) -> bool {
    scope
        .get(..prefix.len())
        .is_some_and(|beginning| beginning.eq_ignore_ascii_case(prefix))
}

fn bare(scope: &str) -> String {
    scope.rsplit('/').next().unwrap_or(scope).to_ascii_lowercase()
}
