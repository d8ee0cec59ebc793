//! What the token endpoint gives: in memory only, wiped when dropped, never printed.

use super::identity::{Identity, TokenAnswer};
use super::roles;
use oauth2::TokenResponse as _;
use std::fmt;
use vincula_core::sign_in::Scopes;
use zeroize::Zeroizing;

/// An access token.
pub struct AccessToken(Zeroizing<String>);

/// What a sign-in's further tokens are got with. It lives for one run: the ERP makes its own link.
pub struct RefreshToken(Zeroizing<String>);

impl AccessToken {
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// The roles that an application's own token carries: what an administrator approved for the application
    /// itself. `None` where the token is not one that can be read; Microsoft promises nothing about its form.
    #[must_use]
    pub fn roles(&self) -> Option<Vec<String>> {
        roles::of(&self.0)
    }
}

impl RefreshToken {
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken(…)")
    }
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefreshToken(…)")
    }
}

/// What the token endpoint gave.
#[derive(Debug)]
pub struct Granted {
    /// The token, for one service.
    pub token: AccessToken,
    /// The permissions that it carries. They may be more than were asked for.
    pub scopes: Scopes,
    /// For the tokens of other services, where `offline_access` was asked for.
    pub refresh: Option<RefreshToken>,
    /// Whose sign-in it was, where `openid` was asked for.
    pub identity: Option<Identity>,
}

impl Granted {
    /// What is there for any grant; whose sign-in it was is known where there was one.
    pub(super) fn of(response: &TokenAnswer) -> Self {
        let scopes = response
            .scopes()
            .into_iter()
            .flatten()
            .map(|scope| scope.as_str())
            .collect::<Vec<_>>();
        let refresh = response.refresh_token();
        Self {
            token: AccessToken(Zeroizing::new(response.access_token().secret().clone())),
            scopes: Scopes::granted(&scopes.join(" ")),
            refresh: refresh.map(|refresh| RefreshToken(Zeroizing::new(refresh.secret().clone()))),
            identity: None,
        }
    }
}
