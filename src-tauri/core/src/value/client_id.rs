//! Entra's «Application (client) ID».

use super::{Refusal, clean};
use serde::{Deserialize, Serialize};

/// The identifier under which an application is registered in Entra, in lower case.
/// Source: <https://learn.microsoft.com/entra/identity-platform/quickstart-register-app>
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClientId(String);

impl ClientId {
    /// Reads what the person pasted.
    ///
    /// # Errors
    /// The reason, where it is not a GUID or one that no customer's application can have.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        guid(raw).map(Self)
    }

    /// The GUID, in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The GUID in a pasted text, in lower case; shared with the tenant id, which has the same shape.
pub(super) fn guid(raw: &str) -> Result<String, Refusal> {
    let text = clean::outside(raw);
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    if clean::is_guid(text) {
        let guid = text.to_ascii_lowercase();
        // Microsoft's own applications have this tail, and the nil GUID belongs to nobody.
        let nobodys =
            guid.ends_with("-0000-0000-c000-000000000000") || guid.bytes().all(|b| b == b'0' || b == b'-');
        return if nobodys {
            Err(Refusal::MicrosoftsOwnId)
        } else {
            Ok(guid)
        };
    }
    Err(if clean::is_address_like(text) {
        Refusal::LooksLikeAddress
    } else if clean::is_email_like(text) {
        Refusal::LooksLikeEmail
    } else if clean::is_current_secret(text) || clean::has_current_secret_start(text) {
        Refusal::LooksLikeSecret
    } else {
        Refusal::NotAGuid
    })
}

impl TryFrom<String> for ClientId {
    type Error = Refusal;

    fn try_from(raw: String) -> Result<Self, Refusal> {
        Self::parse(&raw)
    }
}

impl From<ClientId> for String {
    fn from(id: ClientId) -> Self {
        id.0
    }
}

impl std::fmt::Display for ClientId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
