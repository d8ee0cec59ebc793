//! Where an error came up. The same code may mean different things at different places.

use serde::{Deserialize, Serialize};

/// Where an error came up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Microsoft's sign-in page, or the redirect that it ends with.
    Authorize,
    /// The token endpoint.
    Token,
    /// The OpenID metadata of an organisation.
    Metadata,
    /// The page on which an administrator consents.
    AdminConsent,
    /// The sign-in of personal accounts (login.live.com).
    Msa,
    /// Microsoft Graph.
    Graph,
    /// Exchange Online over IMAP or POP.
    Imap,
    /// Exchange Online over SMTP, and the reports of mails that came back.
    Smtp,
    /// The road between this machine and Microsoft.
    Network,
    /// This machine.
    Machine,
    /// Nothing tells.
    Unknown,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 11] = [
        Self::Authorize,
        Self::Token,
        Self::Metadata,
        Self::AdminConsent,
        Self::Msa,
        Self::Graph,
        Self::Imap,
        Self::Smtp,
        Self::Network,
        Self::Machine,
        Self::Unknown,
    ];

    /// The name used in JSON and in text identifiers (`place-<name>`).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Authorize => "authorize",
            Self::Token => "token",
            Self::Metadata => "metadata",
            Self::AdminConsent => "adminconsent",
            Self::Msa => "msa",
            Self::Graph => "graph",
            Self::Imap => "imap",
            Self::Smtp => "smtp",
            Self::Network => "network",
            Self::Machine => "machine",
            Self::Unknown => "unknown",
        }
    }

    /// The place of this name.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.as_str() == name)
    }
}
