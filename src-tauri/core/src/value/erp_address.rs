//! The address of the person's ERP.

use super::{Refusal, clean};
use serde::{Deserialize, Serialize};
use url::{Host, Url};

/// The longest text that is looked at: nobody's address bar holds more.
const LONGEST: usize = 2_048;

/// The host of an ERP, with its port where it has one of its own: `empresa.cloudgestion1.app`.
/// The ERP is reached by https only, since Entra takes no other redirect URI.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ErpAddress(String);

/// Domains of Microsoft's: a person who copies the wrong tab's address pastes one of these.
const MICROSOFTS: [&str; 8] = [
    "azure.com",
    "live.com",
    "microsoft.com",
    "microsoftonline.com",
    "office.com",
    "office365.com",
    "outlook.com",
    "windows.net",
];

impl ErpAddress {
    /// Reads what the person pasted: a bare host, or the whole address of any of the ERP's pages.
    ///
    /// # Errors
    /// The reason, where it does not name a host that https can reach.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let text = clean::outside(raw);
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        if text.len() > LONGEST {
            return Err(Refusal::TooLong);
        }
        if text.contains(char::is_whitespace) {
            return Err(Refusal::ForbiddenCharacters);
        }
        if clean::is_guid(text) {
            return Err(Refusal::NotAnAddress);
        }
        if clean::is_current_secret(text) || clean::has_current_secret_start(text) {
            return Err(Refusal::LooksLikeSecret);
        }
        let has_scheme = has_scheme(text);
        let whole = if has_scheme {
            text.to_owned()
        } else {
            format!("https://{text}")
        };
        let url = Url::parse(&whole).map_err(|_| Refusal::NotAnAddress)?;
        if !has_scheme && clean::is_email_like(text) {
            return Err(Refusal::LooksLikeEmail);
        }
        if url.scheme() != "https" {
            return Err(if url.scheme() == "http" {
                Refusal::NotHttps
            } else {
                Refusal::NotAnAddress
            });
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::CarriesCredentials);
        }
        let host = match url.host() {
            Some(Host::Domain(domain)) if is_host_name(domain) => domain.trim_end_matches('.'),
            // `8443` is an address to a browser, which fills it up to 0.0.32.251; nobody means that.
            Some(Host::Ipv4(_)) if !text.contains(url.host_str().unwrap_or_default()) => {
                return Err(Refusal::NotAnAddress);
            }
            Some(Host::Ipv4(_) | Host::Ipv6(_)) => url.host_str().unwrap_or_default(),
            _ => return Err(Refusal::NotAnAddress),
        };
        let is_microsofts = MICROSOFTS
            .iter()
            .any(|domain| host == *domain || host.strip_suffix(domain).is_some_and(|h| h.ends_with('.')));
        if is_microsofts {
            return Err(Refusal::MicrosoftsAddress);
        }
        if !(host == "localhost" || host.contains('.') || host.starts_with('[')) {
            return Err(Refusal::NotAnAddress);
        }
        Ok(Self(url.port().map_or_else(
            || host.to_owned(),
            |port| format!("{host}:{port}"),
        )))
    }

    /// The host, with `:port` where it is not 443.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.0
    }
}

/// Whether the text begins with a scheme: a `://` further on belongs to a parameter.
fn has_scheme(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, _)| {
        !scheme.is_empty()
            && scheme
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    })
}

/// Whether each label of a host, one dot at its end aside, is one that a name server is asked for. The `url` crate
/// lets more pass, such as the `~` of a pasted secret.
fn is_host_name(domain: &str) -> bool {
    domain
        .strip_suffix('.')
        .unwrap_or(domain)
        .split('.')
        .all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        })
}

impl TryFrom<String> for ErpAddress {
    type Error = Refusal;

    fn try_from(raw: String) -> Result<Self, Refusal> {
        Self::parse(&raw)
    }
}

impl From<ErpAddress> for String {
    fn from(address: ErpAddress) -> Self {
        address.0
    }
}

impl std::fmt::Display for ErpAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
