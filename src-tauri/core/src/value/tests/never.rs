//! Whatever is pasted, nothing breaks; and what was accepted once is accepted again as it is.

use crate::value::{ClientId, ClientSecret, ErpAddress, Mailbox, RedirectUri, Refusal, TenantId, ValueKind};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Texts near the border of what is accepted: random ones are refused at the first character.
fn near_a_value() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("https://".to_owned()),
        Just("http://".to_owned()),
        Just("www.".to_owned()),
        Just("mailto:".to_owned()),
        Just("Valor:".to_owned()),
        Just("url=".to_owned()),
        Just("value\t".to_owned()),
        Just("erp.example".to_owned()),
        Just("ana@empresa.es".to_owned()),
        Just("11111111-2222-3333-4444-555555555555".to_owned()),
        Just("abc8Q~".to_owned()),
        Just("[::1]".to_owned()),
        Just("xn--".to_owned()),
        Just("...".to_owned()),
        Just("*****".to_owned()),
        "[a-zA-Z0-9]{1,12}",
        "[-.:/@?#=%\\\\<>(){}\"'`«»“”‘’\\[\\]~_ \t\r\n\u{00A0}\u{200B}\u{FEFF}]{1,3}",
        "\\PC{1,4}",
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        near_a_value(),
        ".*",
        proptest::collection::vec(any::<char>(), 0..300).prop_map(String::from_iter)
    ]
}

/// Parsing what parsing gave changes nothing.
fn stays<T>(raw: &str, parse: impl Fn(&str) -> Result<T, Refusal>, text: impl Fn(&T) -> String) {
    if let Ok(value) = parse(raw) {
        let once = text(&value);
        let twice = parse(&once).map(|value| text(&value));
        assert_eq!(twice.as_deref(), Ok(once.as_str()), "{raw:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn nothing_that_is_pasted_breaks_a_parser_and_what_is_accepted_stays_as_it_is(raw in any_text()) {
        stays(&raw, ErpAddress::parse, |value| value.authority().to_owned());
        stays(&raw, Mailbox::parse, |value| value.as_str().to_owned());
        stays(&raw, ClientId::parse, |value| value.as_str().to_owned());
        stays(&raw, TenantId::parse, |value| value.as_str().to_owned());
        stays(&raw, ClientSecret::parse, |value| value.expose().to_owned());
        stays(&raw, RedirectUri::parse, |value| value.as_str().to_owned());
    }

    #[test]
    fn an_accepted_erp_address_is_a_host_and_nothing_else(raw in any_text()) {
        if let Ok(address) = ErpAddress::parse(&raw) {
            let host = address.authority();
            prop_assert!(!host.contains(['/', '?', '#', '@', '~', '\\', ' ', '%']), "{host:?}");
            let url = url::Url::parse(&format!("https://{host}/")).unwrap();
            prop_assert_eq!(url.as_str(), format!("https://{host}/"));
        }
    }

    #[test]
    fn an_accepted_mailbox_holds_one_sign_and_no_blank(raw in any_text()) {
        if let Ok(mailbox) = Mailbox::parse(&raw) {
            prop_assert_eq!(mailbox.as_str().matches('@').count(), 1);
            prop_assert!(mailbox.as_str().bytes().all(|b| b.is_ascii_graphic()));
            prop_assert!(mailbox.is_same_as(mailbox.as_str()));
        }
    }
}

#[test]
fn every_kind_and_every_reason_has_a_name_of_its_own() {
    let kinds: BTreeSet<_> = ValueKind::ALL.into_iter().map(ValueKind::as_str).collect();
    assert_eq!(kinds.len(), ValueKind::ALL.len());
    let reasons: BTreeSet<_> = Refusal::ALL.into_iter().map(Refusal::as_str).collect();
    assert_eq!(reasons.len(), Refusal::ALL.len());
    for kind in ValueKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
    }
    for reason in Refusal::ALL {
        assert_eq!(serde_json::to_value(reason).unwrap(), reason.as_str());
    }
}
