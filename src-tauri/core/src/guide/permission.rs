//! A permission, and the resource that it opens.

use crate::cloud::Cloud;
use std::fmt::{self, Display, Formatter};

/// How a guide file writes a permission of Exchange Online: as Microsoft's documents do for the global cloud.
/// Source: <https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth>
pub(super) const EXCHANGE: &str = "https://outlook.office.com/";

/// Scopes of OpenID Connect: they belong to no resource, and the token's `scope` may leave them out.
/// Source: <https://learn.microsoft.com/entra/identity-platform/scopes-oidc#openid-connect-scopes>
const OPENID: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// What a permission opens. A token is for one resource: Graph's and Exchange's are never asked for in one request
/// to the token endpoint (AADSTS28000), while one sign-in may consent to both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resource {
    /// None: a scope of OpenID Connect, which goes with any.
    OpenId,
    /// Microsoft Graph.
    Graph,
    /// Exchange Online, «Office 365 Exchange Online»: IMAP, POP and SMTP. The portal lists their delegated permissions
    /// under Microsoft Graph all the same.
    ExchangeOnline,
}

/// A permission by its short name, such as `Mail.Send`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permission {
    resource: Resource,
    name: String,
}

impl Permission {
    /// A permission of Microsoft Graph, or of OpenID Connect where it is one of its four.
    #[must_use]
    pub fn graph(name: &str) -> Self {
        let resource = if OPENID.contains(&name) {
            Resource::OpenId
        } else {
            Resource::Graph
        };
        Self {
            resource,
            name: name.to_owned(),
        }
    }

    /// A permission of Exchange Online.
    #[must_use]
    pub fn exchange(name: &str) -> Self {
        Self {
            resource: Resource::ExchangeOnline,
            name: name.to_owned(),
        }
    }

    /// What it opens.
    #[must_use]
    pub fn resource(&self) -> Resource {
        self.resource
    }

    /// Its short name, as the portal lists it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The scope by which a sign-in asks for it in this cloud.
    #[must_use]
    pub fn scope(&self, cloud: &Cloud) -> String {
        let prefix = match self.resource {
            Resource::OpenId => "",
            Resource::Graph => cloud.graph_scope_prefix,
            Resource::ExchangeOnline => cloud.outlook_scope_prefix,
        };
        format!("{prefix}{}", self.name)
    }
}

/// As a guide file writes it.
impl Display for Permission {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.resource {
            Resource::OpenId | Resource::Graph => f.write_str(&self.name),
            Resource::ExchangeOnline => write!(f, "{EXCHANGE}{}", self.name),
        }
    }
}
