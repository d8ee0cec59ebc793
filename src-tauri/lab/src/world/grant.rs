//! What has been issued: authorization codes, refresh tokens, access tokens.

use jiff::{SignedDuration, Timestamp};

use super::application::Platform;
use super::directory::CONSUMERS_TENANT;
use crate::entra::scope::Resource;

/// How long an authorization code is good. Source: entra-docs `v2-oauth2-auth-code-flow.md` ("about 10 minutes").
pub(crate) const CODE_LIFETIME: SignedDuration = SignedDuration::from_mins(10);
/// How long an unused refresh token is good. Source: entra-docs `refresh-tokens.md` (90 days).
pub(crate) const REFRESH_LIFETIME: SignedDuration = SignedDuration::from_hours(24 * 90);

/// The `{tenant}` part of a path, once it is known which directory it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Authority {
    /// Work accounts of any tenant, and personal accounts.
    Common,
    /// Work accounts of any tenant.
    Organizations,
    /// Personal accounts.
    Consumers,
    /// One tenant, by id.
    Tenant(String),
}

impl Authority {
    /// The id for claims and issuer; none where the path stands for many directories.
    pub(crate) fn tenant_id(&self) -> Option<&str> {
        match self {
            Self::Common | Self::Organizations => None,
            Self::Consumers => Some(CONSUMERS_TENANT),
            Self::Tenant(id) => Some(id),
        }
    }
}

/// What a person has let an application do.
#[derive(Clone, Debug)]
pub(crate) struct Grant {
    pub(crate) client_id: String,
    pub(crate) user_id: String,
    pub(crate) authority: Authority,
    /// The scopes as requested on the authorize leg.
    pub(crate) scopes: Vec<String>,
    pub(crate) nonce: Option<String>,
    /// The platform of the redirect address decides the client type of the whole flow.
    pub(crate) platform: Platform,
}

#[derive(Clone, Debug)]
pub(crate) struct Code {
    pub(crate) grant: Grant,
    /// As the client sent it, or the registered one if it sent none.
    pub(crate) redirect_uri: String,
    pub(crate) challenge: Option<Challenge>,
    pub(crate) issued: Timestamp,
    pub(crate) redeemed: bool,
}

/// A PKCE challenge (RFC 7636).
#[derive(Clone, Debug)]
pub(crate) enum Challenge {
    S256(String),
    /// What Entra assumes when `code_challenge_method` is left out.
    Plain(String),
}

#[derive(Clone, Debug)]
pub(crate) struct Refresh {
    pub(crate) grant: Grant,
    pub(crate) issued: Timestamp,
    pub(crate) last_used: Timestamp,
}

#[derive(Clone, Debug)]
pub(crate) struct Access {
    pub(crate) resource: Resource,
    pub(crate) client_id: String,
    pub(crate) holder: Holder,
    pub(crate) expires: Timestamp,
}

/// In whose name a token speaks, and what it may. Names are short, as registered: `Mail.Send`.
#[derive(Clone, Debug)]
pub(crate) enum Holder {
    /// A person lets an application act: `scp`.
    Person { id: String, scopes: Vec<String> },
    /// The application itself, in one tenant: `roles`.
    Application { tenant_id: String, roles: Vec<String> },
}
