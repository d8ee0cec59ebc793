//! The redirect URI of a guide, before and after the ERP's host is known.

use super::model::{Audience, RedirectTemplate};
use crate::value::{ErpAddress, RedirectUri, Refusal};
use thiserror::Error;
use url::Url;

/// Where the ERP's host goes.
const DOMAIN: &str = "{domain}";

/// Entra's limit for one redirect URI.
/// Source: <https://learn.microsoft.com/entra/identity-platform/reply-url>
const MAX_CHARS: usize = 256;

/// Characters that Entra refuses in a redirect URI, and the wildcard, which it only takes for work accounts
/// and which would send the code to any address. Source: the same page.
const REFUSED: &[char] = &['!', '$', '\'', '(', ')', ',', ';', '*'];

/// Why a redirect template is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RedirectFault {
    /// The scheme is another, or none.
    #[error("it must start with \"https://\"")]
    NotHttps,
    /// The host is not the person's own.
    #[error("its host must be exactly {{domain}}, as in https://{{domain}}/mail/callback")]
    HostIsNotDomain,
    /// The same placeholder again, or another one.
    #[error("only the host may be a placeholder, and only {{domain}}")]
    OtherPlaceholder,
    /// Nothing after the host.
    #[error("it needs a path, as in https://{{domain}}/mail/callback")]
    NoPath,
    /// Longer than Entra takes.
    #[error("it has {chars} characters; Microsoft Entra takes at most 256")]
    TooLong {
        /// How many it has.
        chars: usize,
    },
    /// A character that Entra refuses.
    #[error("it contains {found:?}, which Microsoft Entra does not take (nor any other of ! $ ' ( ) , ; *)")]
    RefusedCharacter {
        /// The first one.
        found: char,
    },
    /// `?…` although personal accounts may sign in.
    #[error(
        "it has a query (\"?…\"), which Microsoft Entra does not take where personal accounts may sign in"
    )]
    Query,
    /// `#…`
    #[error("it has a fragment (\"#…\"), which no redirect URI may have")]
    Fragment,
    /// A browser would write the address in another way, and the comparison is by character.
    #[error(
        "a browser would change it on the way (spaces, accents, \"..\" or \"\\\"); write it as the browser shows it"
    )]
    NotNormal,
}

impl RedirectTemplate {
    /// Reads a template for an application whose users are `audience`.
    ///
    /// # Errors
    /// Whatever Entra, or a comparison by character, would not take: see [`RedirectFault`].
    pub(super) fn parse(text: &str, audience: Audience) -> Result<Self, RedirectFault> {
        let rest = text.strip_prefix("https://").ok_or(RedirectFault::NotHttps)?;
        let path = rest.strip_prefix(DOMAIN).ok_or(RedirectFault::HostIsNotDomain)?;
        match path.chars().next() {
            None => return Err(RedirectFault::NoPath),
            Some('/') => {}
            Some('?') => return Err(RedirectFault::Query),
            Some('#') => return Err(RedirectFault::Fragment),
            Some(_) => return Err(RedirectFault::HostIsNotDomain),
        }
        if path == "/" {
            return Err(RedirectFault::NoPath);
        }
        if path.contains(['{', '}']) {
            return Err(RedirectFault::OtherPlaceholder);
        }
        if let Some(found) = path.chars().find(|c| REFUSED.contains(c)) {
            return Err(RedirectFault::RefusedCharacter { found });
        }
        if path.contains('#') {
            return Err(RedirectFault::Fragment);
        }
        let personal = matches!(
            audience,
            Audience::MultiTenantAndPersonal | Audience::PersonalOnly
        );
        if personal && path.contains('?') {
            return Err(RedirectFault::Query);
        }
        let chars = text.chars().count();
        if chars > MAX_CHARS {
            return Err(RedirectFault::TooLong { chars });
        }
        let sample = format!("https://erp.example{path}");
        if Url::parse(&sample).map(String::from).ok().as_deref() != Some(sample.as_str()) {
            return Err(RedirectFault::NotNormal);
        }
        Ok(Self(text.to_owned()))
    }

    /// The template as the guide has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The redirect URI of the ERP at this address.
    ///
    /// # Errors
    /// The template is known to be good by itself. What is left is their sum: a host so long that the whole
    /// passes Entra's 256 characters, or whatever else [`RedirectUri`] refuses.
    pub fn for_erp(&self, erp: &ErpAddress) -> Result<RedirectUri, Refusal> {
        RedirectUri::parse(&self.0.replacen(DOMAIN, erp.authority(), 1))
    }
}
