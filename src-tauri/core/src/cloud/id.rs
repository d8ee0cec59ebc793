//! Microsoft's clouds by name, and the one table of their endpoints.

use serde::{Deserialize, Serialize};

/// One of Microsoft's clouds. An organisation belongs to exactly one of them, and nothing of one is known in
/// another: neither applications nor accounts nor tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CloudId {
    /// The global cloud. GCC, the first level of the US government, is part of it.
    #[default]
    Global,
    /// US government, level 4: GCC High.
    UsGovHigh,
    /// US government, level 5: the Department of Defense.
    UsGovDod,
    /// China, operated by 21Vianet.
    China,
}

/// What one cloud is reached and recognised by.
pub(super) struct Endpoints {
    pub(super) login: &'static str,
    pub(super) graph: &'static str,
    pub(super) portal: &'static str,
    pub(super) graph_scope_prefix: &'static str,
    pub(super) outlook_scope_prefix: &'static str,
    pub(super) imap_host: &'static str,
    pub(super) smtp_host: &'static str,
    /// The hosts of the `issuer` in this cloud's metadata.
    pub(super) issuer_hosts: &'static [&'static str],
    /// Hosts beside `login` on which Microsoft's own sign-in pages are.
    pub(super) login_hosts: &'static [&'static str],
}

/// Sources: entra-docs `authentication-national-cloud`, graph-docs `deployments`, and the endpoint metadata in
/// Microsoft's own client (`msal-common`), which names the issuers and the second name of Entra in China. No page of
/// Microsoft's lists Exchange's resources by cloud: they are those of `Get-CloudServiceEndpoint` in its
/// `CSS-Exchange`, and for China of other people's scripts. The mail servers of the
/// national clouds are those that other mail programs use there; Microsoft names the global ones only.
const GLOBAL: Endpoints = Endpoints {
    login: "https://login.microsoftonline.com/",
    graph: "https://graph.microsoft.com/",
    portal: "https://portal.azure.com/",
    graph_scope_prefix: "https://graph.microsoft.com/",
    outlook_scope_prefix: "https://outlook.office.com/",
    imap_host: "outlook.office365.com",
    smtp_host: "smtp.office365.com",
    issuer_hosts: &["login.microsoftonline.com"],
    login_hosts: &[
        "login.live.com",
        "login.microsoft.com",
        "account.live.com",
        "login.windows.net",
    ],
};

const US_GOV_HIGH: Endpoints = Endpoints {
    login: "https://login.microsoftonline.us/",
    graph: "https://graph.microsoft.us/",
    portal: "https://portal.azure.us/",
    graph_scope_prefix: "https://graph.microsoft.us/",
    outlook_scope_prefix: "https://outlook.office365.us/",
    imap_host: "outlook.office365.us",
    smtp_host: "smtp.office365.us",
    issuer_hosts: &["login.microsoftonline.us"],
    login_hosts: &["login.usgovcloudapi.net"],
};

const US_GOV_DOD: Endpoints = Endpoints {
    graph: "https://dod-graph.microsoft.us/",
    graph_scope_prefix: "https://dod-graph.microsoft.us/",
    outlook_scope_prefix: "https://outlook-dod.office365.us/",
    imap_host: "outlook-dod.office365.us",
    smtp_host: "outlook-dod.office365.us",
    ..US_GOV_HIGH
};

const CHINA: Endpoints = Endpoints {
    login: "https://login.partner.microsoftonline.cn/",
    graph: "https://microsoftgraph.chinacloudapi.cn/",
    portal: "https://portal.azure.cn/",
    graph_scope_prefix: "https://microsoftgraph.chinacloudapi.cn/",
    outlook_scope_prefix: "https://partner.outlook.cn/",
    imap_host: "partner.outlook.cn",
    smtp_host: "smtp.partner.outlook.cn",
    issuer_hosts: &["login.partner.microsoftonline.cn"],
    login_hosts: &["login.chinacloudapi.cn"],
};

/// The text names no cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of Microsoft's clouds: global, us_gov_high, us_gov_dod, china")]
pub struct NotACloud;

impl std::fmt::Display for CloudId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl CloudId {
    /// Every cloud, the global one first.
    pub const ALL: [Self; 4] = [Self::Global, Self::UsGovHigh, Self::UsGovDod, Self::China];

    /// The name used in files and arguments.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::UsGovHigh => "us_gov_high",
            Self::UsGovDod => "us_gov_dod",
            Self::China => "china",
        }
    }

    /// The cloud of this name.
    ///
    /// # Errors
    /// [`NotACloud`] for any other text.
    pub fn parse(name: &str) -> Result<Self, NotACloud> {
        Self::ALL
            .into_iter()
            .find(|id| id.as_str() == name)
            .ok_or(NotACloud)
    }

    /// Whether this is the global cloud, which a file need not name.
    #[must_use]
    pub fn is_global(&self) -> bool {
        *self == Self::Global
    }

    pub(super) const fn endpoints(self) -> &'static Endpoints {
        match self {
            Self::Global => &GLOBAL,
            Self::UsGovHigh => &US_GOV_HIGH,
            Self::UsGovDod => &US_GOV_DOD,
            Self::China => &CHINA,
        }
    }
}
