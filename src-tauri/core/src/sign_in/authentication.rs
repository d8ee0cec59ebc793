//! How the client proves to the token endpoint that it is itself.

use super::{Redemption, SignInRequest};
use crate::value::{ClientSecret, ClientType, RedirectUri};

/// How the client proves to the token endpoint that it is itself (RFC 6749, section 2.3). It follows from the
/// redirect URI of the sign-in and cannot be chosen, so that a public client cannot send a secret (Entra refuses it:
/// AADSTS700025, AADSTS90023) and a confidential one cannot forget it (AADSTS7000218). The vendor's own application
/// has no secret at all.
#[derive(Clone, Copy)]
pub struct ClientAuthentication<'s>(Option<&'s ClientSecret>);

impl<'s> ClientAuthentication<'s> {
    /// Of a client that has nothing but its secret: client credentials (RFC 6749, section 4.4).
    #[must_use]
    pub fn by_secret_alone(secret: &'s ClientSecret) -> Self {
        Self(Some(secret))
    }

    fn at(redirect_uri: &RedirectUri, secret: Option<&'s ClientSecret>) -> Self {
        Self(match redirect_uri.client_type() {
            ClientType::Confidential => secret,
            ClientType::Public => None,
        })
    }

    /// The secret, where it must be sent.
    #[must_use]
    pub fn secret(self) -> Option<&'s ClientSecret> {
        self.0
    }
}

impl std::fmt::Debug for ClientAuthentication<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_some() { "Secret(…)" } else { "Public" })
    }
}

impl SignInRequest {
    /// How whatever comes of this sign-in is authenticated: with `secret`, or by PKCE alone. `None` for an
    /// application that has none.
    #[must_use]
    pub fn authentication<'s>(&self, secret: Option<&'s ClientSecret>) -> ClientAuthentication<'s> {
        ClientAuthentication::at(&self.redirect_uri, secret)
    }
}

impl Redemption {
    /// How this redemption is authenticated: with `secret`, or by PKCE alone. `None` for an application that has
    /// none.
    #[must_use]
    pub fn authentication<'s>(&self, secret: Option<&'s ClientSecret>) -> ClientAuthentication<'s> {
        ClientAuthentication::at(&self.redirect_uri, secret)
    }

    /// Whether a secret is part of this redemption, so that its success proves the secret as well.
    #[must_use]
    pub fn client_type(&self) -> ClientType {
        self.redirect_uri.client_type()
    }
}
