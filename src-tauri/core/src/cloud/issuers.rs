//! Who may call itself the issuer of an answer.

use url::{Origin, Url};

/// The servers that may call themselves the issuer of an answer (RFC 9207) or of metadata. A set of origins: the
/// path behind them names the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issuers(Vec<Origin>);

impl Issuers {
    pub(super) fn of(addresses: impl IntoIterator<Item = Url>) -> Self {
        Self(addresses.into_iter().map(|address| address.origin()).collect())
    }

    pub(super) fn add(&mut self, address: &Url) {
        self.0.push(address.origin());
    }

    /// Whether `issuer` is one of them.
    #[must_use]
    pub fn admit(&self, issuer: &Url) -> bool {
        self.0.contains(&issuer.origin())
    }
}
