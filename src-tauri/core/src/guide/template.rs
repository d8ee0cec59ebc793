//! The redirect URI of a guide, before and after the ERP's host is known.

use super::registration::{Audience, RedirectTemplate};
use crate::surface::SurfaceKind;
use crate::value::{ErpAddress, RedirectUri, Refusal};
use thiserror::Error;
use url::Url;

/// Where the ERP's host goes.
const DOMAIN: &str = "{domain}";

/// Where the customer's part of the host goes, before what is the same for all of them.
const COMPANY: &str = "{company}.";

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
    /// Of the vendor's own application, and neither Vincula's nor https.
    #[error(
        "it must be http://localhost/vincula, app.vincula://callback or an https:// address of the vendor's"
    )]
    NotOfVendor,
    /// The host is not the person's own.
    #[error(
        "its host must be {{domain}} or {{company}} before the vendor's own domain, as in https://{{domain}}/mail/callback or https://{{company}}.erp.example/mail/callback"
    )]
    HostIsNotDomain,
    /// The same placeholder again, or another one.
    #[error("only the host may have a placeholder, and only {{domain}} or {{company}}")]
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
    /// Reads the template of an application of the customer's, whose users are `audience`.
    ///
    /// # Errors
    /// Whatever Entra, or a comparison by character, would not take: see [`RedirectFault`].
    pub(super) fn parse(text: &str, audience: Audience) -> Result<Self, RedirectFault> {
        let rest = text.strip_prefix("https://").ok_or(RedirectFault::NotHttps)?;
        let path = if let Some(path) = rest.strip_prefix(DOMAIN) {
            path
        } else {
            let rest = rest.strip_prefix(COMPANY).ok_or(RedirectFault::HostIsNotDomain)?;
            let (host, path) = split_host(rest);
            is_domain(host)
                .then_some(path)
                .ok_or(RedirectFault::HostIsNotDomain)?
        };
        check_path(path, audience)?;
        check_length(text)?;
        Ok(Self(text.to_owned()))
    }

    /// Reads an address of the vendor's own application: one of Vincula's own, one for everybody, or a template.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub(super) fn of_vendor(text: &str, audience: Audience) -> Result<Self, RedirectFault> {
        if Self::own_surface(text).is_some() {
            return Ok(Self(text.to_owned()));
        }
        let rest = text.strip_prefix("https://").ok_or(RedirectFault::NotOfVendor)?;
        let (host, path) = split_host(rest);
        if !is_domain(host) {
            return Self::parse(text, audience);
        }
        check_path(path, audience)?;
        check_length(text)?;
        Ok(Self(text.to_owned()))
    }

    /// The surfaces on which an answer can come to this address.
    pub(super) fn surfaces(&self) -> Vec<SurfaceKind> {
        Self::own_surface(&self.0)
            .map_or_else(|| vec![SurfaceKind::Window, SurfaceKind::Pasted], |own| vec![own])
    }

    /// The surface that has this address for itself.
    fn own_surface(text: &str) -> Option<SurfaceKind> {
        SurfaceKind::ALL.into_iter().find(|surface| {
            surface
                .registered()
                .is_some_and(|own| own.as_registered() == text)
        })
    }

    /// The template as the guide has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The redirect URI of the ERP at this address.
    ///
    /// # Errors
    /// The template is known to be good by itself. What is left is their sum: an address that is not one of this
    /// vendor's ([`Refusal::AnotherSystem`]), a host so long that the whole passes Entra's 256 characters, or whatever
    /// else [`RedirectUri`] refuses.
    pub fn for_erp(&self, erp: &ErpAddress) -> Result<RedirectUri, Refusal> {
        if let Some(own) = Self::own_surface(&self.0).and_then(SurfaceKind::registered) {
            return Ok(own);
        }
        let Some((_, rest)) = self.0.split_once(COMPANY) else {
            return RedirectUri::parse(&self.0.replacen(DOMAIN, erp.authority(), 1));
        };
        let company = erp
            .authority()
            .strip_suffix(split_host(rest).0)
            .and_then(|company| company.strip_suffix('.'))
            .filter(|company| !company.is_empty() && !company.contains('.'))
            .ok_or(Refusal::AnotherSystem)?;
        RedirectUri::parse(&self.0.replacen("{company}", company, 1))
    }
}

/// The host of what follows `https://`, and the rest.
fn split_host(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()))
}

/// Whether a host is a domain name as a browser writes it, with a dot in it.
fn is_domain(host: &str) -> bool {
    host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
}

fn check_path(path: &str, audience: Audience) -> Result<(), RedirectFault> {
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
    let sample = format!("https://erp.example{path}");
    if Url::parse(&sample).map(String::from).ok().as_deref() != Some(sample.as_str()) {
        return Err(RedirectFault::NotNormal);
    }
    Ok(())
}

fn check_length(text: &str) -> Result<(), RedirectFault> {
    let chars = text.chars().count();
    if chars > MAX_CHARS {
        return Err(RedirectFault::TooLong { chars });
    }
    Ok(())
}
