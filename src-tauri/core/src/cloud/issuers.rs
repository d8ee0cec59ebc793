//! Who may call itself the issuer of an answer.

use super::is_of_this_machine;
use url::{Origin, Url};

/// The servers that may call themselves the issuer of an answer (RFC 9207) or of metadata. A set of origins: the
/// path behind them names the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issuers(Vec<Issuer>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Issuer {
    At(Origin),
    /// Whatever listens on this machine: a lab is reached by more names and ports than it knows of.
    ThisMachine,
}

impl Issuers {
    pub(super) fn of(addresses: impl IntoIterator<Item = Url>) -> Self {
        Self(
            addresses
                .into_iter()
                .map(|address| Issuer::At(address.origin()))
                .collect(),
        )
    }

    pub(super) fn add_this_machine(&mut self) {
        self.0.push(Issuer::ThisMachine);
    }

    /// Whether `issuer` is one of them.
    #[must_use]
    pub fn admit(&self, issuer: &Url) -> bool {
        self.0.iter().any(|known| match known {
            Issuer::At(origin) => *origin == issuer.origin(),
            Issuer::ThisMachine => is_of_this_machine(issuer),
        })
    }
}
