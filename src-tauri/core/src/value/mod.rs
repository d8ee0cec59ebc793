//! The values that a setup is made of. Each type is parsed once, from whatever the person pasted; what is
//! cleaned is cleaned at the outside only, and what is refused is refused with a named reason.

pub(crate) mod clean;
mod client_id;
mod client_secret;
mod erp_address;
mod mailbox;
mod redirect_uri;
mod refusal;
mod tenant_id;

#[cfg(test)]
mod tests;

pub use client_id::ClientId;
pub use client_secret::{ClientSecret, SecretShape};
pub use erp_address::ErpAddress;
pub use mailbox::{AccountKind, Mailbox};
pub use redirect_uri::{ClientType, RedirectUri};
pub use refusal::Refusal;
pub use tenant_id::TenantId;

use serde::{Deserialize, Serialize};

/// Which value is meant, where the value itself must not or need not travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// The address of the person's ERP.
    ErpAddress,
    /// The mailbox that the ERP will send from.
    Mailbox,
    /// Entra's «Application (client) ID».
    ClientId,
    /// Entra's «Directory (tenant) ID».
    TenantId,
    /// The value of a client secret.
    ClientSecret,
    /// The redirect URI, computed from the guide and the ERP's address.
    RedirectUri,
}

impl ValueKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::ErpAddress,
        Self::Mailbox,
        Self::ClientId,
        Self::TenantId,
        Self::ClientSecret,
        Self::RedirectUri,
    ];

    /// The name used in guide files, in JSON and in text identifiers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ErpAddress => "erp_address",
            Self::Mailbox => "mailbox",
            Self::ClientId => "client_id",
            Self::TenantId => "tenant_id",
            Self::ClientSecret => "client_secret",
            Self::RedirectUri => "redirect_uri",
        }
    }
}
