//! Whose accounts are asked to sign in: the `{tenant}` segment of Entra's addresses.

use crate::guide::Audience;
use crate::value::TenantId;

/// The `{tenant}` segment of the authorize and token endpoints.
/// Source: <https://learn.microsoft.com/entra/identity-platform/v2-protocols#endpoints>
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authority {
    /// Work and personal accounts.
    Common,
    /// Work accounts of any organisation.
    Organizations,
    /// Personal accounts.
    Consumers,
    /// The accounts of one organisation.
    Tenant(TenantId),
}

impl Authority {
    /// The segment that fits the registration: `/common` never meets a single-tenant application (AADSTS50194),
    /// and a personal account never meets an organisation's endpoint (AADSTS50020).
    #[must_use]
    pub fn for_registration(audience: Audience, tenant: Option<&TenantId>) -> Self {
        match (audience, tenant) {
            (Audience::SingleTenant, Some(tenant)) => Self::Tenant(tenant.clone()),
            (Audience::SingleTenant | Audience::MultiTenant, _) => Self::Organizations,
            (Audience::MultiTenantAndPersonal, _) => Self::Common,
            (Audience::PersonalOnly, _) => Self::Consumers,
        }
    }

    /// The segment as it stands in the address.
    #[must_use]
    pub fn segment(&self) -> &str {
        match self {
            Self::Common => "common",
            Self::Organizations => "organizations",
            Self::Consumers => "consumers",
            Self::Tenant(tenant) => tenant.as_str(),
        }
    }
}
