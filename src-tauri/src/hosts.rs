//! Which hosts the sign-in window may go to without asking.
//!
//! The window shows a host bar of ours, and people look at the page and not at the bar. So a host that is neither
//! Microsoft's nor of the mailbox's own company stops the window until the person says that they know it.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use url::Url;
use vincula_core::cloud::Cloud;
use vincula_core::value::Mailbox;

use crate::desk::locked;

/// Domains of Microsoft's that its sign-in pages lead to or are made of.
/// Source: <https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges>
const MICROSOFTS: [&str; 15] = [
    "microsoft.com",
    "microsoftonline.com",
    "microsoftonline-p.com",
    "microsoftonline.us",
    "microsoftonline.cn",
    "microsoftazuread-sso.com",
    "live.com",
    "msauth.net",
    "msftauth.net",
    "msauthimages.net",
    "msftauthimages.net",
    "office.com",
    "office365.com",
    "windows.net",
    "chinacloudapi.cn",
];

/// The hosts that one sign-in window may go to.
#[derive(Clone)]
pub(crate) struct Hosts {
    login: Url,
    extra: Vec<String>,
    company: String,
    trusted: Arc<Mutex<HashSet<String>>>,
}

impl Hosts {
    pub(crate) fn of(cloud: &Cloud, mailbox: &Mailbox) -> Self {
        Self {
            login: cloud.login.clone(),
            extra: [&cloud.login, &cloud.portal]
                .into_iter()
                .filter_map(|url| url.host_str().map(str::to_owned))
                .collect(),
            company: mailbox.domain().to_owned(),
            trusted: Arc::default(),
        }
    }

    /// The person knows this host.
    pub(crate) fn trust(&self, host: &str) {
        locked(&self.trusted).insert(host.to_owned());
    }

    /// Whether the window may go there without asking.
    pub(crate) fn knows(&self, address: &Url) -> bool {
        let Some(host) = address.host_str() else {
            return true;
        };
        address.origin() == self.login.origin()
            || self.extra.iter().any(|known| known == host)
            || MICROSOFTS.iter().any(|domain| is_within(host, domain))
            || is_within(host, &self.company)
            || locked(&self.trusted).contains(host)
    }
}

fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::Hosts;
    use url::Url;
    use vincula_core::cloud::Cloud;
    use vincula_core::value::Mailbox;

    #[test]
    fn microsofts_hosts_and_the_companys_own_are_known_and_look_alikes_are_not() {
        let hosts = Hosts::of(&Cloud::global(), &Mailbox::parse("ana@soler.example").unwrap());
        let knows = |address: &str| hosts.knows(&Url::parse(address).unwrap());
        for known in [
            "https://login.microsoftonline.com/common/login",
            "https://login.live.com/login.srf",
            "https://aadcdn.msftauth.net/x",
            "https://adfs.soler.example/adfs/ls",
            "https://soler.example/",
            "about:blank",
        ] {
            assert!(knows(known), "{known}");
        }
        for stranger in [
            "https://login.microsoftonline.com.evil.example/",
            "https://microsoftonline.com.evil.example/",
            "https://evilmicrosoft.com/",
            "https://notsoler.example/",
            "https://soler.example.evil.example/",
            "https://xn--microsft-y0a.com/",
            "https://1.2.3.4/",
        ] {
            assert!(!knows(stranger), "{stranger}");
        }
        hosts.trust("sso.partner.example");
        assert!(knows("https://sso.partner.example/x"));
        assert!(!knows("https://evil.sso.partner.example/x"));
    }
}
