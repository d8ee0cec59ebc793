//! Whether a redirect address is one of those registered.
//!
//! Source: entra-docs `reply-url.md` (06/25/2024): an exact match, the path with its case; the port is ignored for
//! loopback hosts under http; an address without a path is the same with a trailing slash.

use crate::world::application::Redirect;

/// The registered address that `requested` matches, if any.
pub(crate) fn find<'a>(registered: &'a [Redirect], requested: &str) -> Option<&'a Redirect> {
    registered
        .iter()
        .find(|redirect| matches(&redirect.uri, requested))
}

/// Whether `requested` matches `registered`.
pub(crate) fn matches(registered: &str, requested: &str) -> bool {
    let (Some(known), Some(asked)) = (Parts::of(registered), Parts::of(requested)) else {
        return registered == requested;
    };
    if asked.scheme != known.scheme || asked.host != known.host || asked.rest != known.rest {
        return false;
    }
    known.is_loopback() || asked.port == known.port
}

/// An http or https address taken apart, without changing what counts: the path keeps its case and its dots.
struct Parts<'a> {
    scheme: String,
    host: String,
    port: Option<&'a str>,
    rest: &'a str,
}

impl<'a> Parts<'a> {
    /// None for an address of another scheme, or one with a user part: those match literally.
    fn of(address: &'a str) -> Option<Self> {
        let (scheme, after) = address.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        if !matches!(scheme.as_str(), "http" | "https") {
            return None;
        }
        let end = after.find(['/', '?', '#', '\\']).unwrap_or(after.len());
        let (authority, rest) = after.split_at(end);
        if authority.contains('@') {
            return None;
        }
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (host, Some(port)),
            _ => (authority, None),
        };
        let default = if scheme == "https" { "443" } else { "80" };
        Some(Self {
            scheme,
            host: host.to_ascii_lowercase(),
            port: port.filter(|port| *port != default),
            rest: if rest.is_empty() { "/" } else { rest },
        })
    }

    fn is_loopback(&self) -> bool {
        self.scheme == "http" && matches!(self.host.as_str(), "localhost" | "127.0.0.1")
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn table() {
        let erp = "https://erp.example.com/mail/oauth_callback.php";
        let rows = [
            (erp, erp, true),
            (erp, "https://ERP.example.com/mail/oauth_callback.php", true),
            (erp, "https://erp.example.com:443/mail/oauth_callback.php", true),
            (erp, "http://erp.example.com/mail/oauth_callback.php", false),
            (erp, "https://erp.example.com:8443/mail/oauth_callback.php", false),
            (erp, "https://erp.example.com/Mail/oauth_callback.php", false),
            (erp, "https://erp.example.com/mail/oauth_callback.php/", false),
            (erp, "https://erp.example.com/mail/oauth_callback.php?x=1", false),
            (
                erp,
                "https://erp.example.com/mail/../mail/oauth_callback.php",
                false,
            ),
            (erp, "https://erp.example.com/mail/%6Fauth_callback.php", false),
            (
                erp,
                "https://erp.example.com.evil.example/mail/oauth_callback.php",
                false,
            ),
            (
                erp,
                "https://erp.example.com@evil.example/mail/oauth_callback.php",
                false,
            ),
            (
                erp,
                "https://evil.example\\@erp.example.com/mail/oauth_callback.php",
                false,
            ),
            (erp, "https://erp.example.com./mail/oauth_callback.php", false),
            (erp, "https://www.erp.example.com/mail/oauth_callback.php", false),
            (erp, "https://erp.example.com/mail/oauth_callback.php#x", false),
            (erp, " https://erp.example.com/mail/oauth_callback.php", false),
            ("https://erp.example.com", "https://erp.example.com/", true),
            ("https://erp.example.com/", "https://erp.example.com", true),
            ("https://erp.example.com/a", "https://erp.example.com/a/", false),
            ("https://erp.example.com/a/", "https://erp.example.com/a", false),
            (
                "http://localhost/callback",
                "http://localhost:51234/callback",
                true,
            ),
            (
                "http://localhost:8400/callback",
                "http://localhost:51234/callback",
                true,
            ),
            (
                "http://localhost:8400/callback",
                "http://localhost/callback",
                true,
            ),
            (
                "http://localhost/callback",
                "http://localhost:51234/Callback",
                false,
            ),
            (
                "http://localhost/callback",
                "http://127.0.0.1:51234/callback",
                false,
            ),
            (
                "http://127.0.0.1/callback",
                "http://127.0.0.1:51234/callback",
                true,
            ),
            ("http://localhost", "http://localhost:51234", true),
            ("http://localhost", "http://localhost:51234/", true),
            ("http://localhost", "https://localhost:51234/", false),
            ("https://localhost:8400/", "https://localhost:51234/", false),
            (
                "http://localhost/callback",
                "http://localhost.evil.example/callback",
                false,
            ),
            ("app.vincula://auth", "app.vincula://auth", true),
            ("app.vincula://auth", "app.vincula://auth/", false),
            ("app.vincula://auth", "APP.vincula://auth", false),
        ];
        for (registered, requested, expected) in rows {
            assert_eq!(
                matches(registered, requested),
                expected,
                "{registered} against {requested}"
            );
        }
    }
}
