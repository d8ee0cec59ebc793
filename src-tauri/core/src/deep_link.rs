//! Addresses of the program's own scheme, which anybody can make: an ERP's page, a mail of IT's, a hostile site.
//!
//! | address | what it is |
//! |---|---|
//! | `app.vincula://setup?guide=…&erp=…&mailbox=…` | a setup to begin, after the person has seen what came |
//! | `app.vincula://callback?…` | the answer to a sign-in, or what looks like one |
//!
//! An address changes nothing by itself. A set-up link holds what a person would type into the first page, and the
//! Client ID (`client_id=…`) where the application is the vendor's own; nothing secret: other fields are named as refused, and their values are not kept. An answer is handed on as it
//! came, and only the pending sign-in can tell whether it is its own.

mod setup;

#[cfg(test)]
mod tests;

pub use setup::{FieldRefusal, RefusedField, SetupLink};

use crate::parameters::Unreadable;
use url::Url;

/// The scheme that the program is registered for.
pub const SCHEME: &str = "app.vincula";

/// The longest address that is looked at, in bytes: an answer of Entra's is below 4 KiB.
const LONGEST: usize = 16 * 1024;

/// An address of the program's own scheme.
#[derive(Clone, PartialEq, Eq)]
pub enum DeepLink {
    /// A setup to begin.
    Setup(SetupLink),
    /// Perhaps the answer to the pending sign-in: only that one can tell. As it came.
    Callback(Url),
}

/// An answer may hold a code: it is not printed.
impl std::fmt::Debug for DeepLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Setup(link) => f.debug_tuple("Setup").field(link).finish(),
            Self::Callback(_) => f.write_str("Callback(…)"),
        }
    }
}

/// Why an address is none that the program follows. Nothing of it was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotALink {
    /// Not an address, or one of another scheme.
    #[error("not an address of this program")]
    AnotherScheme,
    /// Longer than any that this program makes or Entra sends.
    #[error("longer than such an address can be")]
    TooLong,
    /// Neither `setup` nor `callback`.
    #[error("an address for something that this program does not do")]
    UnknownAction,
    /// Characters that no address holds, bad escapes, a field twice, too many fields, or parts that such an
    /// address does not have, such as a user name.
    #[error("an address that cannot be read safely")]
    Unreadable,
    /// It names no guide.
    #[error("no guide is named")]
    NoGuide,
    /// It names a guide that this version does not have.
    #[error("a guide that this version does not have")]
    UnknownGuide,
}

impl From<Unreadable> for NotALink {
    fn from(_: Unreadable) -> Self {
        Self::Unreadable
    }
}

impl DeepLink {
    /// Reads an address, as the system hands it over.
    ///
    /// # Errors
    /// Why it is none that the program follows.
    pub fn parse(address: &str) -> Result<Self, NotALink> {
        if address.len() > LONGEST {
            return Err(NotALink::TooLong);
        }
        // A URL parser takes line breaks and blanks away in silence; an address never holds them (RFC 3986).
        if !address.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(NotALink::Unreadable);
        }
        let url = Url::parse(address).map_err(|_| NotALink::AnotherScheme)?;
        if url.scheme() != SCHEME {
            return Err(NotALink::AnotherScheme);
        }
        match url.host_str() {
            Some("setup") => SetupLink::of(&url).map(Self::Setup),
            Some("callback") => Ok(Self::Callback(url)),
            _ => Err(NotALink::UnknownAction),
        }
    }
}
