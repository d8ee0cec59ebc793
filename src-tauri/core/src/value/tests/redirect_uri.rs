//! The redirect URI as Entra registers it under «Web».

use crate::value::{RedirectUri, Refusal};

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
