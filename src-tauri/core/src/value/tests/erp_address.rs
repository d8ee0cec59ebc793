//! The ERP's address: the host, out of whatever the address bar held.

use crate::value::{ErpAddress, Refusal};

const ACCEPTED: [(&str, &str); 23] = [
    ("empresa.cloudgestion1.app", "empresa.cloudgestion1.app"),
    ("EMPRESA.CloudGestion1.app", "empresa.cloudgestion1.app"),
    ("https://empresa.cloudgestion1.app", "empresa.cloudgestion1.app"),
    ("HTTPS://empresa.cloudgestion1.app/", "empresa.cloudgestion1.app"),
    (
        "https://empresa.cloudgestion1.app/includes/ventas/index.php?id=3&x=a%20b#mail",
        "empresa.cloudgestion1.app",
    ),
    (
        "empresa.cloudgestion1.app/login?next=https://otro.example/x",
        "empresa.cloudgestion1.app",
    ),
    (
        "https://empresa.example/login?next=https://otro.example/x",
        "empresa.example",
    ),
    ("empresa.example/a@b", "empresa.example"),
    ("empresa.example.", "empresa.example"),
    ("https://empresa.example./x", "empresa.example"),
    ("https://empresa.example:443/", "empresa.example"),
    ("https://empresa.example:8443/x", "empresa.example:8443"),
    ("empresa.example:8443", "empresa.example:8443"),
    ("www.empresa.example", "www.empresa.example"),
    ("https://ferretería.example/", "xn--ferretera-n5a.example"),
    ("https://xn--ferretera-n5a.example/", "xn--ferretera-n5a.example"),
    ("https://192.168.1.20/erp", "192.168.1.20"),
    ("192.168.1.20:8443", "192.168.1.20:8443"),
    ("https://[2001:db8::1]:8443/", "[2001:db8::1]:8443"),
    ("localhost:3000", "localhost:3000"),
    ("mi_erp.empresa.example", "mi_erp.empresa.example"),
    ("  «https://empresa.example/»  ", "empresa.example"),
    ("outlook.com.empresa.example", "outlook.com.empresa.example"),
];

const REFUSED: [(&str, Refusal); 37] = [
    ("", Refusal::Empty),
    ("\u{FEFF}\u{00A0}", Refusal::Empty),
    ("URL:", Refusal::Empty),
    ("empresa", Refusal::NotAnAddress),
    ("https://empresa/", Refusal::NotAnAddress),
    ("https://", Refusal::NotAnAddress),
    ("https:///", Refusal::NotAnAddress),
    ("...", Refusal::NotAnAddress),
    ("empresa..example", Refusal::NotAnAddress),
    (".empresa.example", Refusal::NotAnAddress),
    ("8443", Refusal::NotAnAddress),
    ("URL: 12345", Refusal::NotAnAddress),
    ("0x7f000001", Refusal::NotAnAddress),
    ("https://2130706433/", Refusal::NotAnAddress),
    ("1.2", Refusal::NotAnAddress),
    ("300.1.1.1", Refusal::NotAnAddress),
    ("empresa.example:99999", Refusal::NotAnAddress),
    ("ftp://empresa.example/", Refusal::NotAnAddress),
    ("file:///C:/erp/index.html", Refusal::NotAnAddress),
    ("javascript://empresa.example/%0aalert(1)", Refusal::NotAnAddress),
    ("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10", Refusal::NotAnAddress),
    ("http://empresa.example/", Refusal::NotHttps),
    ("HTTP://empresa.example/x", Refusal::NotHttps),
    ("mi empresa.example", Refusal::ForbiddenCharacters),
    (
        "https://empresa.example/ https://otra.example/",
        Refusal::ForbiddenCharacters,
    ),
    ("https://ana@empresa.example/", Refusal::CarriesCredentials),
    ("https://ana:clave@empresa.example/", Refusal::CarriesCredentials),
    ("ana@empresa.example", Refusal::LooksLikeEmail),
    ("mailto:ana@empresa.example", Refusal::LooksLikeEmail),
    (
        "https://portal.azure.com/#view/Microsoft_AAD",
        Refusal::MicrosoftsAddress,
    ),
    ("portal.azure.com.", Refusal::MicrosoftsAddress),
    (
        "https://login.microsoftonline.com/common/oauth2",
        Refusal::MicrosoftsAddress,
    ),
    ("https://OUTLOOK.OFFICE.COM/mail/", Refusal::MicrosoftsAddress),
    ("https://outlook.live.com/mail/0/", Refusal::MicrosoftsAddress),
    ("outlook.com", Refusal::MicrosoftsAddress),
    (
        "abc8Q~0123.56789~12345678901234567890.2",
        Refusal::LooksLikeSecret,
    ),
    ("abc8Q~0123.567", Refusal::LooksLikeSecret),
];

#[test]
fn the_host_is_found_in_every_form_of_an_address() {
    for (raw, expected) in ACCEPTED {
        assert_eq!(
            ErpAddress::parse(raw).as_ref().map(ErpAddress::authority),
            Ok(expected),
            "{raw:?}"
        );
    }
}

#[test]
fn each_text_that_is_no_address_of_an_erp_has_its_reason() {
    for (raw, expected) in REFUSED {
        assert_eq!(ErpAddress::parse(raw).map(String::from), Err(expected), "{raw:?}");
    }
}

#[test]
fn a_name_that_only_ends_like_microsofts_is_somebody_elses() {
    assert!(ErpAddress::parse("notmicrosoft.com").is_ok());
    assert!(ErpAddress::parse("myoffice.com").is_ok());
}

#[test]
fn an_address_longer_than_any_address_bar_is_refused() {
    let long = format!("https://empresa.example/{}", "a".repeat(2_048));
    assert_eq!(ErpAddress::parse(&long), Err(Refusal::TooLong));
}
