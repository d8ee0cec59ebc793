//! Addresses that look like the redirect URI, and the few that are it.

use crate::value::RedirectUri;
use url::Url;

const REDIRECT: &str = "https://erp.example/mail/Callback.php";

/// The addresses that carry an answer.
const ANSWERS: [&str; 13] = [
    "https://erp.example/mail/Callback.php",
    "https://erp.example/mail/Callback.php?code=x&state=y",
    "https://erp.example/mail/Callback.php?code=x&state=y#",
    "https://erp.example/mail/Callback.php#code=x",
    "https://erp.example/mail/Callback.php?",
    "https://erp.example/mail/Callback.php?next=https://evil.com/",
    "https://erp.example:443/mail/Callback.php?code=x",
    "https://ERP.example/mail/Callback.php?code=x",
    "HTTPS://erp.EXAMPLE/mail/Callback.php",
    // The browser itself resolves these before it asks anybody: what it opens is the redirect URI.
    "https://erp.example/other/../mail/Callback.php",
    "https://erp.example/./mail/Callback.php",
    "https://erp.example/%2e/mail/Callback.php",
    "https://erp.example\\mail\\Callback.php",
];

/// The addresses that do not.
const LOOKALIKES: [&str; 53] = [
    // Another host.
    "https://erp.example.evil.com/mail/Callback.php",
    "https://evil.com/mail/Callback.php",
    "https://evil.erp.example/mail/Callback.php",
    "https://xerp.example/mail/Callback.php",
    "https://erp-example/mail/Callback.php",
    "https://erp.exampl/mail/Callback.php",
    "https://erp.examples/mail/Callback.php",
    "https://example/mail/Callback.php",
    "https://erp.example./mail/Callback.php",
    "https://erp.example../mail/Callback.php",
    "https://127.0.0.1/mail/Callback.php",
    "https://[::1]/mail/Callback.php",
    "https://evil.com/https://erp.example/mail/Callback.php",
    "https://evil.com/?u=https://erp.example/mail/Callback.php",
    "https://evil.com/#https://erp.example/mail/Callback.php",
    // Letters that look the same: Cyrillic «е» and «р», a dotless «ı», a full-width stop is the same as a stop.
    "https://\u{0435}rp.example/mail/Callback.php",
    "https://e\u{0433}p.example/mail/Callback.php",
    "https://er\u{0440}.example/mail/Callback.php",
    "https://xn--rp-mlc.example/mail/Callback.php",
    "https://erp.ex\u{0430}mple/mail/Callback.php",
    // A user name in front.
    "https://erp.example@evil.com/mail/Callback.php",
    "https://erp.example:x@evil.com/mail/Callback.php",
    "https://ana@erp.example/mail/Callback.php",
    "https://ana:x@erp.example/mail/Callback.php",
    "https://:x@erp.example/mail/Callback.php",
    "https://erp.example%40evil.com@evil.com/mail/Callback.php",
    "https://evil.com\\@erp.example/mail/Callback.php",
    // Another scheme or port.
    "http://erp.example/mail/Callback.php",
    "http://erp.example:443/mail/Callback.php",
    "https://erp.example:80/mail/Callback.php",
    "https://erp.example:8443/mail/Callback.php",
    "https://erp.example:4430/mail/Callback.php",
    "ftp://erp.example/mail/Callback.php",
    "wss://erp.example/mail/Callback.php",
    "app.vincula://erp.example/mail/Callback.php",
    "blob:https://erp.example/mail/Callback.php",
    "view-source:https://erp.example/mail/Callback.php",
    "data:text/html,https://erp.example/mail/Callback.php",
    "javascript:https://erp.example/mail/Callback.php",
    "file://erp.example/mail/Callback.php",
    // Another path.
    "https://erp.example/",
    "https://erp.example/mail/callback.php",
    "https://erp.example/MAIL/Callback.php",
    "https://erp.example/mail/Callback.php/",
    "https://erp.example/mail/Callback.php/x",
    "https://erp.example/mail/Callback.phpx",
    "https://erp.example//mail/Callback.php",
    "https://erp.example/mail//Callback.php",
    "https://erp.example/mail/Callback%2ephp",
    "https://erp.example/mail%2fCallback.php",
    "https://erp.example/mail%5cCallback.php",
    "https://erp.example/mail/Callback.php%00",
    "https://erp.example/mail/Callback.php;x=1",
];

fn is_answered(address: &str) -> bool {
    let redirect = RedirectUri::parse(REDIRECT).unwrap();
    let address = Url::parse(address).unwrap_or_else(|error| panic!("{address}: {error}"));
    redirect.is_answered_by(&address)
}

#[test]
fn what_a_browser_opens_as_the_redirect_uri_is_it() {
    for address in ANSWERS {
        assert!(is_answered(address), "{address}");
    }
}

#[test]
fn what_only_looks_like_the_redirect_uri_is_not_it() {
    for address in LOOKALIKES {
        assert!(!is_answered(address), "{address}");
    }
}

#[test]
fn a_redirect_uri_with_a_port_is_not_answered_without_it() {
    let redirect = RedirectUri::parse("http://localhost:8400/cb").unwrap();
    let is_answered = |address: &str| redirect.is_answered_by(&Url::parse(address).unwrap());
    assert!(is_answered("http://localhost:8400/cb?code=x"));
    for address in [
        "http://localhost/cb",
        "http://localhost:8401/cb",
        "https://localhost:8400/cb",
        "http://127.0.0.1:8400/cb",
    ] {
        assert!(!is_answered(address), "{address}");
    }
}
