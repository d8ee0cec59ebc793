//! Which proxy a request goes through: read with the same library and at the same moment as the HTTP client does
//! it, so that what is shown is what is used.

use hyper_util::client::proxy::matcher::Matcher;
use std::fmt;
use std::sync::Arc;
use url::Url;

/// The proxies that this machine's settings name. They may hold a password, so that they are not printed.
#[derive(Clone)]
pub(crate) struct Routes(Arc<Matcher>);

impl Routes {
    /// Those of the environment and of the system.
    pub(crate) fn of_system() -> Self {
        Self(Arc::new(Matcher::from_system()))
    }

    /// This one for every address.
    pub(crate) fn through(proxy: &Url) -> Self {
        Self(Arc::new(Matcher::builder().all(proxy.as_str()).build()))
    }

    /// The proxy on the way to an address, as `host:port`; none where the way is direct.
    pub(crate) fn proxy(&self, address: &Url) -> Option<String> {
        let found = self.0.intercept(&address.as_str().parse().ok()?)?;
        let proxy = found.uri();
        let usual = match proxy.scheme_str() {
            Some("https") => 443,
            Some(scheme) if scheme.starts_with("socks") => 1080,
            _ => 80,
        };
        let port = proxy.port_u16().unwrap_or(usual);
        Some(format!("{}:{port}", proxy.host()?))
    }
}

impl fmt::Debug for Routes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Routes(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxy(routes: &Routes, address: &str) -> Option<String> {
        routes.proxy(&Url::parse(address).unwrap())
    }

    #[test]
    fn the_proxy_is_told_by_its_place_and_never_with_its_password() {
        let matcher = Matcher::builder()
            .https("http://ana:canary-password@proxy.empresa.es:3128")
            .http("proxy.empresa.es")
            .no("intranet.empresa.es")
            .build();
        let routes = Routes(Arc::new(matcher));
        for (address, expected) in [
            (
                "https://login.microsoftonline.com/common",
                Some("proxy.empresa.es:3128"),
            ),
            ("http://login.microsoftonline.com/", Some("proxy.empresa.es:80")),
            ("https://intranet.empresa.es/", None),
        ] {
            assert_eq!(proxy(&routes, address).as_deref(), expected, "{address}");
        }
        assert!(!format!("{routes:?}").contains("canary"));
    }

    #[test]
    fn without_settings_the_way_is_direct() {
        let routes = Routes(Arc::new(Matcher::builder().build()));
        assert_eq!(proxy(&routes, "https://login.microsoftonline.com/"), None);
    }
}
