//! Where Microsoft is. The client reaches another cloud, or the lab, by changing this and nothing else.

use url::Url;

/// The endpoints of one Microsoft cloud.
/// Source: <https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud>
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cloud {
    /// Entra: `https://login.microsoftonline.com/`
    pub login: Url,
    /// Microsoft Graph: `https://graph.microsoft.com/`
    pub graph: Url,
    /// The portal: `https://portal.azure.com/`
    pub portal: Url,
    /// What stands before a permission's name in a scope: `https://graph.microsoft.com/`
    pub graph_scope_prefix: &'static str,
}

/// The address given for a lab is not one on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a lab must be on this machine: http(s)://localhost:PORT or 127.0.0.1")]
pub struct NotLoopback;

impl Cloud {
    /// Microsoft's global cloud.
    ///
    /// # Panics
    /// Never: the addresses are constants, and a test parses them.
    #[must_use]
    pub fn global() -> Self {
        Self {
            login: constant("https://login.microsoftonline.com/"),
            graph: constant("https://graph.microsoft.com/"),
            portal: constant("https://portal.azure.com/"),
            graph_scope_prefix: "https://graph.microsoft.com/",
        }
    }

    /// A lab on this machine, which plays all the hosts from one address.
    ///
    /// # Errors
    /// [`NotLoopback`], so that a secret can never be sent to somebody else's «lab».
    pub fn lab(base: &Url) -> Result<Self, NotLoopback> {
        let on_this_machine = matches!(base.scheme(), "http" | "https")
            && matches!(base.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if !on_this_machine {
            return Err(NotLoopback);
        }
        let at = |path: &str| base.join(path).map_err(|_| NotLoopback);
        Ok(Self {
            login: at("/")?,
            graph: at("/")?,
            portal: at("/practice")?,
            graph_scope_prefix: "https://graph.microsoft.com/",
        })
    }

    /// An address below Entra's host.
    #[must_use]
    pub fn login_endpoint(&self, path: &str) -> Url {
        below(&self.login, path)
    }

    /// An address below Graph's host.
    #[must_use]
    pub fn graph_endpoint(&self, path: &str) -> Url {
        below(&self.graph, path)
    }

    /// Whether `host` is one of this cloud's own sign-in hosts.
    #[must_use]
    pub fn is_login_host(&self, host: &str) -> bool {
        self.login.host_str() == Some(host)
            || [
                "login.live.com",
                "login.microsoft.com",
                "account.live.com",
                "login.windows.net",
            ]
            .contains(&host)
    }
}

/// `path` is ours: segments of a known shape, never input.
fn below(base: &Url, path: &str) -> Url {
    let mut url = base.clone();
    url.set_path(path);
    url
}

#[expect(clippy::expect_used, reason = "a constant, parsed by a test")]
fn constant(address: &'static str) -> Url {
    Url::parse(address).expect("a constant address")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_global_addresses_are_addresses() {
        assert_eq!(
            Cloud::global()
                .login_endpoint("/common/oauth2/v2.0/token")
                .as_str(),
            "https://login.microsoftonline.com/common/oauth2/v2.0/token"
        );
    }

    #[test]
    fn a_lab_is_on_this_machine_or_refused() {
        for good in [
            "http://localhost:8080/",
            "https://127.0.0.1:1/",
            "http://localhost:5/x",
        ] {
            assert!(Cloud::lab(&Url::parse(good).unwrap()).is_ok(), "{good}");
        }
        for bad in [
            "http://localhost.evil.com/",
            "http://10.0.0.1/",
            "ftp://localhost/",
            "http://evil@evil.com/",
        ] {
            assert_eq!(Cloud::lab(&Url::parse(bad).unwrap()), Err(NotLoopback), "{bad}");
        }
    }
}
