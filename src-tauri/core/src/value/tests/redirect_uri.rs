//! The redirect URI as Entra registers it under «Web».

use crate::value::{ClientType, RedirectUri, Refusal};
use url::Url;

#[test]
fn what_entra_registers_and_a_browser_repeats_is_taken_character_by_character() {
    for good in [
        "https://erp.example/includes/ventas/mail/Microsoft/oauth_callback.php",
        "https://erp.example/",
        "https://erp.example:8443/cb",
        "https://xn--ferretera-n5a.example/cb",
        "https://erp.example/%C3%B1",
        "http://localhost/cb",
        "http://localhost:8400/",
    ] {
        assert_eq!(
            RedirectUri::parse(good).as_ref().map(RedirectUri::as_str),
            Ok(good)
        );
    }
}

#[test]
fn each_notation_that_entra_or_a_browser_would_change_has_its_reason() {
    for (bad, expected) in [
        ("", Refusal::Empty),
        ("erp.example/cb", Refusal::NotAnAddress),
        ("/cb", Refusal::NotAnAddress),
        ("https://", Refusal::NotAnAddress),
        ("https://erp.example", Refusal::NotAnAddress),
        ("https://erp.example:443/cb", Refusal::NotAnAddress),
        ("https://ERP.example/cb", Refusal::NotAnAddress),
        ("HTTPS://erp.example/cb", Refusal::NotAnAddress),
        ("https://erp.example/a/../cb", Refusal::NotAnAddress),
        ("https://erp.example/./cb", Refusal::NotAnAddress),
        ("https://erp.example/%2e%2e/cb", Refusal::NotAnAddress),
        ("https://erp.example/cb?x=1", Refusal::NotAnAddress),
        ("https://erp.example/cb?", Refusal::NotAnAddress),
        ("https://erp.example/cb#x", Refusal::NotAnAddress),
        ("https://erp.example/{x}", Refusal::NotAnAddress),
        ("http://erp.example/cb", Refusal::NotHttps),
        ("http://127.0.0.1/cb", Refusal::NotHttps),
        ("http://localhost.evil.com/cb", Refusal::NotHttps),
        ("app.vincula://cb", Refusal::NotHttps),
        ("urn:ietf:wg:oauth:2.0:oob", Refusal::NotHttps),
        ("javascript:alert", Refusal::NotHttps),
        ("https://ana@erp.example/cb", Refusal::CarriesCredentials),
        ("https://ana:x@erp.example/cb", Refusal::CarriesCredentials),
        ("https://erp.example/*", Refusal::ForbiddenCharacters),
        ("https://*.erp.example/cb", Refusal::ForbiddenCharacters),
        ("https://erp.example/a;b", Refusal::ForbiddenCharacters),
        ("https://erp.example/it's", Refusal::ForbiddenCharacters),
        ("https://erp.example\\cb", Refusal::ForbiddenCharacters),
        ("https://erp.example/c b", Refusal::ForbiddenCharacters),
        (" https://erp.example/cb", Refusal::ForbiddenCharacters),
        ("https://erp.example/ñ", Refusal::ForbiddenCharacters),
        ("https://ferretería.example/cb", Refusal::ForbiddenCharacters),
    ] {
        assert_eq!(
            RedirectUri::parse(bad).map(String::from),
            Err(expected),
            "{bad:?}"
        );
    }
}

#[test]
fn entras_bound_of_256_characters_holds() {
    let of_length =
        |length: usize| RedirectUri::parse(&format!("https://erp.example/{}", "a".repeat(length - 20)));
    assert!(of_length(256).is_ok());
    assert_eq!(of_length(257), Err(Refusal::TooLong));
}

#[test]
fn a_listener_on_this_machine_is_registered_without_its_port() {
    for port in 0..=u16::MAX {
        let uri = RedirectUri::loopback(port);
        assert_eq!(uri.as_registered(), "http://localhost/vincula");
        assert_eq!(uri.client_type(), ClientType::Confidential);
        assert_eq!(RedirectUri::parse(uri.as_str()), Ok(uri));
    }
    assert_eq!(
        RedirectUri::loopback(51_234).as_str(),
        "http://localhost:51234/vincula"
    );
    let other = RedirectUri::parse("http://localhost:8400/cb").unwrap();
    assert_eq!(other.as_registered(), "http://localhost:8400/cb");
}

#[test]
fn the_own_scheme_makes_a_public_client_and_nobody_can_type_it() {
    let uri = RedirectUri::deep_link();
    assert_eq!(uri.as_str(), "app.vincula://callback");
    assert_eq!(uri.as_registered(), uri.as_str());
    assert_eq!(uri.url().as_str(), uri.as_str());
    assert_eq!(uri.client_type(), ClientType::Public);
    assert_eq!(RedirectUri::parse(uri.as_str()), Err(Refusal::NotHttps));
    let answered = |address: &str| uri.is_answered_by(&Url::parse(address).unwrap());
    for own in [
        "app.vincula://callback?x",
        "app.vincula://callback/?x",
        "APP.vincula://callback#x",
    ] {
        assert!(answered(own), "{own}");
    }
    for other in [
        "app.vincula://callback.evil?x",
        "app.vincula://callback/x?x",
        "app.vincula://callback//?x",
        "app.vincula://callback:1?x",
        "app.vincula://me@callback?x",
        "app.vincula://:me@callback?x",
        "app.vincula://setup?x",
        "app.vincula:callback?x",
        "app.vincula2://callback?x",
        "https://callback/?x",
    ] {
        assert!(!answered(other), "{other}");
    }
    // Elsewhere the missing slash is another path.
    let erp = RedirectUri::parse("https://erp.example/cb").unwrap();
    assert!(!erp.is_answered_by(&Url::parse("https://erp.example/cb/?x").unwrap()));
}
