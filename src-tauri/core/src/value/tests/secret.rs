//! The secret: never altered inside, refused only with a cause.

use crate::value::{ClientSecret, Refusal, SecretShape};
use proptest::prelude::*;

fn refusal(raw: &str) -> Option<Refusal> {
    ClientSecret::parse(raw).err()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn every_secret_of_todays_shape_is_taken_as_it_is(value in r"[~._\-A-Za-z0-9]{3}(7|8)Q~[~._\-A-Za-z0-9]{31,34}") {
        let secret = ClientSecret::parse(&value).unwrap();
        prop_assert_eq!(secret.expose(), value.as_str());
        prop_assert_eq!(secret.shape(), SecretShape::Current);
        prop_assert_eq!(secret.length(), value.len());
    }

    #[test]
    fn an_old_secret_of_34_characters_is_taken_as_it_is(value in r"[~._\-A-Za-z0-9]{34}") {
        let is_cut_new_one = matches!(&value[3..6], "7Q~" | "8Q~");
        prop_assume!(!is_cut_new_one && !value.to_lowercase().starts_with("www."));
        let secret = ClientSecret::parse(&value).unwrap();
        prop_assert_eq!(secret.expose(), value.as_str());
        prop_assert_eq!(secret.shape(), SecretShape::Unusual);
    }

    #[test]
    fn an_old_secret_of_32_characters_is_refused_only_where_it_is_an_email_address(value in r"[.=\-:\[_@*+?A-Za-z0-9]{32}") {
        match ClientSecret::parse(&value) {
            Ok(secret) => prop_assert_eq!(secret.expose(), value.as_str()),
            Err(why) => {
                // Judged here by the domain alone: nobody's domain mixes capitals and small letters.
                let domain = value.rsplit_once('@').map_or("", |(_, domain)| domain);
                let one_case = domain == domain.to_lowercase() || domain == domain.to_uppercase();
                prop_assert!(why == Refusal::LooksLikeEmail && domain.contains('.') && one_case, "{why}: {value}");
            }
        }
    }

    #[test]
    fn every_guid_is_a_secrets_id_and_not_a_secret(value in "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}") {
        prop_assert_eq!(refusal(&value), Some(Refusal::LooksLikeSecretId));
    }

    #[test]
    fn a_secret_of_todays_shape_that_lost_its_end_is_refused(
        value in r"[~._\-A-Za-z0-9]{3}(7|8)Q~[~._\-A-Za-z0-9]{34}", kept in 6_usize..37
    ) {
        prop_assert_eq!(refusal(&value[..kept]), Some(Refusal::TruncatedSecret));
    }

    #[test]
    fn the_masked_display_is_named_as_such(
        hint in r"[~._\-A-Za-z0-9]{0,4}", mark in "[*•●·]", times in 3_usize..40
    ) {
        prop_assert_eq!(refusal(&format!("{hint}{}", mark.repeat(times))), Some(Refusal::MaskedSecret));
    }

    #[test]
    fn a_blank_in_the_middle_is_never_taken_away(
        left in "[A-Za-z0-9]{17}", right in "[A-Za-z0-9]{17}", blank in "[ \t\n\u{00A0}\u{200B}\u{FEFF}]"
    ) {
        prop_assert_eq!(refusal(&format!("{left}{blank}{right}")), Some(Refusal::ForbiddenCharacters));
    }
}

#[test]
fn each_pasted_text_that_is_no_secret_has_its_reason() {
    let samples = [
        ("", Refusal::Empty),
        ("«»", Refusal::Empty),
        ("Valor:", Refusal::Empty),
        ("abc*****************", Refusal::MaskedSecret),
        ("abc...", Refusal::TruncatedSecret),
        ("abc8Q~abcdefg…", Refusal::TruncatedSecret),
        ("kJ8.x", Refusal::TruncatedSecret),
        ("fifteen-chars-x", Refusal::TruncatedSecret),
        ("https://portal.azure.com/", Refusal::LooksLikeAddress),
        ("HTTPS://EMPRESA.ES/largo", Refusal::LooksLikeAddress),
        ("ana.ruiz.fernandez@empresa.es", Refusal::LooksLikeEmail),
        ("ANA.RUIZ.FERNANDEZ@EMPRESA.ES", Refusal::LooksLikeEmail),
        ("una contraseña cualquiera", Refusal::ForbiddenCharacters),
        ("contraseñalarguísima", Refusal::ForbiddenCharacters),
        (
            "\u{0430}bc8Q~0123456789012345678901234567890",
            Refusal::ForbiddenCharacters,
        ),
        (
            "{3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10}",
            Refusal::LooksLikeSecretId,
        ),
        (
            "Valor: 3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10",
            Refusal::LooksLikeSecretId,
        ),
    ];
    for (raw, expected) in samples {
        assert_eq!(refusal(raw), Some(expected), "{raw:?}");
    }
}

#[test]
fn the_length_is_bounded_on_both_sides() {
    assert_eq!(refusal(&"x".repeat(15)), Some(Refusal::TruncatedSecret));
    assert_eq!(refusal(&"x".repeat(16)), None);
    assert_eq!(refusal(&"x".repeat(256)), None);
    assert_eq!(refusal(&"x".repeat(257)), Some(Refusal::TooLong));
}

#[test]
fn an_old_secret_that_ends_almost_like_an_address_is_taken() {
    assert_eq!(refusal("0aaT=tmc-.t1v-d28_P.21.B_J@p.ZFI"), None);
    assert_eq!(refusal("aaAaa_-_~aa~0Aaa~a0-A00AAA_~aA0..."), None);
}

/// Does not compile where the type has the trait: then both implementations fit, and the compiler cannot choose.
macro_rules! never {
    ($type:ty: $($trait:path),+) => {$(
        const _: fn() = || {
            trait Fits<Way> {
                fn fits() {}
            }
            struct ByTrait;
            impl<T: ?Sized> Fits<()> for T {}
            impl<T: ?Sized + $trait> Fits<ByTrait> for T {}
            let _only_one = <$type as Fits<_>>::fits;
        };
    )+};
}

never!(
    super::super::ClientSecret: Clone,
    Copy,
    std::fmt::Display,
    serde::Serialize,
    PartialEq,
    std::hash::Hash,
    std::ops::Deref,
    AsRef<str>,
    AsRef<[u8]>,
    std::borrow::Borrow<str>,
    Into<String>
);
