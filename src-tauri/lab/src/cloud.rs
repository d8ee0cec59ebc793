//! Which of Microsoft's clouds the lab plays: it answers from this machine, with that cloud's names.
//!
//! Source: entra-docs `authentication-national-cloud.md`, graph-docs `deployments.md`; the names in the metadata are
//! those of the live documents.

use serde::{Deserialize, Serialize};

/// One of Microsoft's clouds. What belongs to one of them is not known in another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cloud {
    /// The global cloud.
    #[default]
    Global,
    /// US government, GCC High.
    UsGovHigh,
    /// US government, Department of Defense.
    UsGovDod,
    /// China, operated by 21Vianet.
    China,
}

impl Cloud {
    /// The host of the issuer and of `error_uri`.
    pub(crate) const fn login_host(self) -> &'static str {
        match self {
            Self::Global => "login.microsoftonline.com",
            Self::UsGovHigh | Self::UsGovDod => "login.microsoftonline.us",
            Self::China => "login.partner.microsoftonline.cn",
        }
    }

    /// The host of Microsoft Graph, which is also the name of its resource.
    pub(crate) const fn graph_host(self) -> &'static str {
        match self {
            Self::Global => "graph.microsoft.com",
            Self::UsGovHigh => "graph.microsoft.us",
            Self::UsGovDod => "dod-graph.microsoft.us",
            Self::China => "microsoftgraph.chinacloudapi.cn",
        }
    }

    /// The names of Exchange Online's resource, the usual one first.
    pub(crate) const fn outlook_hosts(self) -> &'static [&'static str] {
        match self {
            Self::Global => &["outlook.office.com", "outlook.office365.com", "ps.outlook.com"],
            Self::UsGovHigh => &["outlook.office365.us"],
            Self::UsGovDod => &["outlook-dod.office365.us"],
            Self::China => &["partner.outlook.cn"],
        }
    }

    /// The host of the issuer of access tokens, which are of version 1.
    pub(crate) const fn token_issuer_host(self) -> &'static str {
        match self {
            Self::China => "sts.chinacloudapi.cn",
            _ => "sts.windows.net",
        }
    }

    /// `cloud_instance_name` in the metadata.
    pub(crate) const fn instance_name(self) -> &'static str {
        match self {
            Self::Global => "microsoftonline.com",
            Self::UsGovHigh | Self::UsGovDod => "microsoftonline.us",
            Self::China => "partner.microsoftonline.cn",
        }
    }

    /// Personal accounts exist in the global cloud alone.
    pub(crate) const fn knows_personal_accounts(self) -> bool {
        matches!(self, Self::Global)
    }
}
