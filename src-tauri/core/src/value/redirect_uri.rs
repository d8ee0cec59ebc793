//! The redirect URI, and the question whether an address that the browser is about to open is it.

use super::Refusal;
use serde::{Deserialize, Serialize};
use url::Url;

/// Entra's bound for one redirect URI, in characters.
/// Source: <https://learn.microsoft.com/entra/identity-platform/reply-url>
const LONGEST: usize = 256;
/// Characters that Entra does not support in a redirect URI (same source), and the wildcard.
const UNSUPPORTED: &str = "!$'(),;*\\";

/// A redirect URI as it is registered: Entra compares it character by character, so it is kept as it was given.
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

    /// The redirect URI, character by character as registered.
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
            && address.path() == self.url.path()
            && address.username().is_empty()
            && address.password().is_none()
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
