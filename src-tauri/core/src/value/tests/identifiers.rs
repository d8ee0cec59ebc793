//! Client ID and tenant id: a GUID, or the name of what was pasted instead.

use crate::value::{ClientId, Refusal, TenantId};

/// What was pasted, and the verdict on it.
const SAMPLES: [(&str, Result<&str, Refusal>); 26] = [
    (
        "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10",
        Ok("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10"),
    ),
    (
        "3F0A9C1E-77B2-4C1D-9E55-0D2B6A8F4C10",
        Ok("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10"),
    ),
    (
        "{3F0A9C1E-77B2-4C1D-9E55-0D2B6A8F4C10}",
        Ok("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10"),
    ),
    ("", Err(Refusal::Empty)),
    ("   \u{200B}\n", Err(Refusal::Empty)),
    ("\"\"", Err(Refusal::Empty)),
    ("Client ID:", Err(Refusal::Empty)),
    // Microsoft Graph, Office 365 Exchange Online, Azure Active Directory Graph: ids that stand in the portal's lists.
    (
        "00000003-0000-0000-c000-000000000000",
        Err(Refusal::MicrosoftsOwnId),
    ),
    (
        "00000002-0000-0ff1-ce00-000000000000",
        Ok("00000002-0000-0ff1-ce00-000000000000"),
    ),
    (
        "00000002-0000-0000-C000-000000000000",
        Err(Refusal::MicrosoftsOwnId),
    ),
    (
        "00000000-0000-0000-0000-000000000000",
        Err(Refusal::MicrosoftsOwnId),
    ),
    ("3f0a9c1e77b24c1d9e550d2b6a8f4c10", Err(Refusal::NotAGuid)),
    ("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c1", Err(Refusal::NotAGuid)),
    ("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c100", Err(Refusal::NotAGuid)),
    ("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c1g", Err(Refusal::NotAGuid)),
    // A non-breaking hyphen, a Cyrillic «с» and full-width digits: they look right and are not.
    (
        "3f0a9c1e\u{2011}77b2\u{2011}4c1d\u{2011}9e55\u{2011}0d2b6a8f4c10",
        Err(Refusal::NotAGuid),
    ),
    (
        "3f0a9\u{0441}1e-77b2-4c1d-9e55-0d2b6a8f4c10",
        Err(Refusal::NotAGuid),
    ),
    (
        "\u{FF13}f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10",
        Err(Refusal::NotAGuid),
    ),
    (
        "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10 3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10",
        Err(Refusal::NotAGuid),
    ),
    ("ERP Correo", Err(Refusal::NotAGuid)),
    ("ana@empresa.es", Err(Refusal::LooksLikeEmail)),
    ("https://portal.azure.com/#home", Err(Refusal::LooksLikeAddress)),
    ("www.empresa.es", Err(Refusal::LooksLikeAddress)),
    (
        "abc8Q~0123456789012345678901234567890.",
        Err(Refusal::LooksLikeSecret),
    ),
    (
        "abc7Q~01234567890123456789012345678901",
        Err(Refusal::LooksLikeSecret),
    ),
    ("abc8Q~0123", Err(Refusal::LooksLikeSecret)),
];

#[test]
fn each_pasted_identifier_has_its_verdict() {
    for (raw, expected) in SAMPLES {
        assert_eq!(
            ClientId::parse(raw).as_ref().map(ClientId::as_str),
            expected.as_ref().copied(),
            "{raw:?}"
        );
        assert_eq!(
            TenantId::parse(raw).as_ref().map(TenantId::as_str),
            expected.as_ref().copied(),
            "{raw:?}"
        );
    }
}

#[test]
fn an_identifier_in_a_file_is_checked_like_a_pasted_one() {
    assert!(serde_json::from_str::<ClientId>("\"nobody\"").is_err());
    let read: ClientId = serde_json::from_str("\"3F0A9C1E-77B2-4C1D-9E55-0D2B6A8F4C10\"").unwrap();
    assert_eq!(
        serde_json::to_string(&read).unwrap(),
        "\"3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10\""
    );
}
