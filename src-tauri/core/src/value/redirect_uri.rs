//! The redirect URI, and the question whether an address that the browser is about to open is it.

use super::Refusal;
use serde::{Deserialize, Serialize};
use url::Url;

/// Entra's bound for one redirect URI, in characters.
/// Source: <https://learn.microsoft.com/entra/identity-platform/reply-url>
const LONGEST: usize = 256;
/// Characters that Entra does not support in a redirect URI (same source), and the wildcard.
const UNSUPPORTED: &str = "!$'(),;*\\";

/// What stands in the registration for a browser that comes back to this machine. Entra ignores the port when it
/// compares addresses of `localhost` (same source), so that a free one can be used each time.
const LOOPBACK: &str = "http://localhost/vincula";
/// What stands in the registration for a browser that hands the answer to the program by its own scheme.
const DEEP_LINK: &str = "app.vincula://callback";

/// What a redirect URI makes of the client that uses it: Entra decides by the platform under which it is
/// registered.
/// Source: <https://learn.microsoft.com/entra/identity-platform/reply-url>, support article on AADSTS7000218
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientType {
    /// Platform «Web»: the secret is mandatory.
    Confidential,
    /// Platform «Mobile and desktop»: a secret is refused, PKCE stands alone.
    Public,
}

/// A redirect URI as it is registered: Entra compares it character by character, so it is kept as it was given.
///
/// Its file form is that of platform «Web», the only one that anybody types or keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RedirectUri {
    text: String,
    url: Url,
}

impl RedirectUri {
    /// Reads a redirect URI.
    ///
    /// # Errors
    /// The reason, where Entra would not register it under the platform «Web», or where its notation is not the
    /// one that a browser would come back with.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        if text.len() > LONGEST {
            return Err(Refusal::TooLong);
        }
        if text
            .chars()
            .any(|c| UNSUPPORTED.contains(c) || !c.is_ascii_graphic())
        {
            return Err(Refusal::ForbiddenCharacters);
        }
        let url = Url::parse(text).map_err(|_| Refusal::NotAnAddress)?;
        let is_loopback = url.scheme() == "http" && url.host_str() == Some("localhost");
        if url.scheme() != "https" && !is_loopback {
            return Err(Refusal::NotHttps);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::CarriesCredentials);
        }
        // A browser comes back with the canonical notation; another one would never be recognised.
        if url.as_str() != text || url.query().is_some() || url.fragment().is_some() {
            return Err(Refusal::NotAnAddress);
        }
        Ok(Self {
            text: text.to_owned(),
            url,
        })
    }

    /// The redirect URI of a listener on this machine, at this port.
    ///
    /// # Panics
    /// Never: the address is a constant but for the port, and a test tries every port.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "a constant address with a port, tried by a test"
    )]
    pub fn loopback(port: u16) -> Self {
        let mut url = Url::parse(LOOPBACK).expect("a constant address");
        url.set_port(Some(port)).expect("an address with a host");
        Self {
            text: url.as_str().to_owned(),
            url,
        }
    }

    /// The redirect URI of the program's own scheme.
    ///
    /// # Panics
    /// Never: the address is a constant, and a test parses it.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a constant address, parsed by a test")]
    pub fn deep_link() -> Self {
        Self {
            text: DEEP_LINK.to_owned(),
            url: Url::parse(DEEP_LINK).expect("a constant address"),
        }
    }

    /// What this redirect URI makes of the client. Nobody can register a scheme of their own under «Web», and no
    /// web address of ours goes under «Mobile and desktop».
    #[must_use]
    pub fn client_type(&self) -> ClientType {
        if self.url.scheme() == "app.vincula" {
            ClientType::Public
        } else {
            ClientType::Confidential
        }
    }

    /// What is typed into the registration for it: the address itself, on this machine without its port.
    #[must_use]
    pub fn as_registered(&self) -> &str {
        let is_loopback = self.url.host_str() == Some("localhost") && self.url.path() == "/vincula";
        if is_loopback { LOOPBACK } else { &self.text }
    }

    /// The redirect URI, character by character as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The redirect URI, parsed. Its text is [`Self::as_str`]: parsing refuses a notation that would differ.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Whether `address` is this redirect URI with an answer behind it: scheme, host, port and path are equal
    /// after parsing, and nobody's user name is in it. Never a comparison of beginnings: `erp.example.evil.com`
    /// begins like `erp.example`.
    #[must_use]
    pub fn is_answered_by(&self, address: &Url) -> bool {
        address.scheme() == self.url.scheme()
            && address.host() == self.url.host()
            && address.port_or_known_default() == self.url.port_or_known_default()
            && self.is_path(address.path())
            && address.username().is_empty()
            && address.password().is_none()
    }

    /// An address of our own scheme has no path, for which some systems write `/`. Elsewhere every character
    /// counts.
    fn is_path(&self, path: &str) -> bool {
        path == self.url.path() || (self.url.path().is_empty() && path == "/")
    }
}

impl TryFrom<String> for RedirectUri {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse(&text)
    }
}

impl From<RedirectUri> for String {
    fn from(uri: RedirectUri) -> Self {
        uri.text
    }
}

impl std::fmt::Display for RedirectUri {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}
