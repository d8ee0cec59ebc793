//! Entra's «Directory (tenant) ID».

use super::Refusal;
use super::client_id::guid;
use serde::{Deserialize, Serialize};

/// The identifier of an organisation (tenant) in Entra, in lower case.
/// Source: <https://learn.microsoft.com/entra/identity-platform/developer-glossary#tenant>
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TenantId(String);

impl TenantId {
    /// Reads what the person pasted.
    ///
    /// # Errors
    /// The reason, where it is not a GUID or one that no organisation can have.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        guid(raw).map(Self)
    }

    /// The GUID, in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for TenantId {
    type Error = Refusal;

    fn try_from(raw: String) -> Result<Self, Refusal> {
        Self::parse(&raw)
    }
}

impl From<TenantId> for String {
    fn from(id: TenantId) -> Self {
        id.0
    }
}

impl std::fmt::Display for TenantId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
