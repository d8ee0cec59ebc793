//! Whatever is pasted: nothing breaks, nothing is invented, nothing inside a value is changed.

use crate::recognise::{Kind, MOST, recognise};
use crate::value::{ClientSecret, Refusal, ValueKind};
use proptest::prelude::*;

const SECRET: &str = r"[~._\-A-Za-z0-9]{3}[78]Q~[~._\-A-Za-z0-9]{33}[A-Za-z0-9]";
const GUID: &str = "[1-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

fn wanted() -> impl Strategy<Value = Option<ValueKind>> {
    prop_oneof![
        Just(None),
        proptest::sample::select(&ValueKind::ALL).prop_map(Some)
    ]
}

/// Pieces near the border of what is taken, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(
            &[
                "Id. de aplicación (cliente)",
                "Directory (tenant) ID",
                "Object ID",
                "Id. de secreto",
                "Valor",
                ":",
                "\t",
                "\n",
                " ",
                "|",
                "{",
                "}",
                "\"clientId\":",
                "\"secret\":",
                "https://",
                "appId/",
                "@empresa.es",
                "***",
                "8Q~",
                "%3A",
                "%C3",
                "\u{200B}",
                "\u{FEFF}",
                "á",
                "а",
                "…",
                "es ",
                "-",
                "1",
            ][..]
        )
        .prop_map(str::to_owned),
        GUID,
        SECRET,
        "[a-zA-Z0-9]{1,12}",
        "\\PC{1,4}",
    ];
    prop_oneof![
        proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat()),
        proptest::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn nothing_breaks_and_every_value_taken_stands_in_the_text(text in any_text(), wanted in wanted()) {
        let found = recognise(&text, wanted);
        prop_assert!(wanted.is_none_or(|kind| !found.accepted() || found.values.has(kind)));
        prop_assert!(found.kind != Kind::Nothing || !found.accepted());
        if !text.contains('%') {
            let lower = text.to_ascii_lowercase();
            // A block's line may have been broken by a terminal; elsewhere a value stands there as it is.
            if found.kind != Kind::RegistrationBlock {
                let values = &found.values;
                prop_assert!(values.client_id.as_ref().is_none_or(|id| lower.contains(id.as_str())));
                prop_assert!(values.tenant_id.as_ref().is_none_or(|id| lower.contains(id.as_str())));
                prop_assert!(values.secret.as_ref().is_none_or(|secret| text.contains(secret.expose())));
            }
        }
    }

    #[test]
    fn a_secret_alone_or_behind_its_label_is_taken_as_it_is(
        secret in SECRET, before in proptest::sample::select(&["", " ", "Valor: ", "Value\t", "«", "el secreto es ", "\u{FEFF}"][..]),
        after in proptest::sample::select(&["", "\n", "\u{A0}", "\u{200B}", " Copiar al portapapeles"][..])
    ) {
        let found = recognise(&format!("{before}{secret}{after}"), Some(ValueKind::ClientSecret));
        prop_assert_eq!(found.values.secret.as_ref().map(ClientSecret::expose), Some(secret.as_str()));
        prop_assert!(found.certain);
    }

    #[test]
    fn an_old_secret_that_the_parser_takes_is_never_refused(secret in r"[~._\-A-Za-z0-9]{34}") {
        prop_assume!(ClientSecret::parse(&secret).is_ok());
        let found = recognise(&secret, Some(ValueKind::ClientSecret));
        prop_assert_eq!(found.values.secret.as_ref().map(ClientSecret::expose), Some(secret.as_str()));
    }

    #[test]
    fn an_older_secret_that_the_parser_takes_is_never_refused(secret in r"[.=\-:\[_@*+?A-Za-z0-9]{32}") {
        prop_assume!(ClientSecret::parse(&secret).is_ok());
        let found = recognise(&secret, Some(ValueKind::ClientSecret));
        prop_assert_eq!(found.values.secret.as_ref().map(ClientSecret::expose), Some(secret.as_str()));
    }

    #[test]
    fn two_guids_without_labels_are_never_guessed_between(one in GUID, other in GUID, between in "[ \n\t;,]{1,3}") {
        prop_assume!(one != other);
        for kind in [ValueKind::ClientId, ValueKind::TenantId] {
            let found = recognise(&format!("{one}{between}{other}"), Some(kind));
            prop_assert_eq!(found.refusal, Some(Refusal::Ambiguous));
        }
    }

    #[test]
    fn a_guid_is_never_a_secret(guid in GUID, before in "[ \"«]{0,2}", after in "[ \"»]{0,2}") {
        let found = recognise(&format!("{before}{guid}{after}"), Some(ValueKind::ClientSecret));
        prop_assert_eq!(found.refusal, Some(Refusal::LooksLikeSecretId));
    }

    #[test]
    fn labels_decide_in_any_order(
        client in GUID, tenant in GUID, object in GUID, es in any::<bool>(), order in 0_usize..6,
        separator in proptest::sample::select(&[": ", " : ", "\t", "\n", "\n:\n"][..])
    ) {
        let names = if es {
            ["Id. de aplicación (cliente)", "Id. de directorio (inquilino)", "Id. de objeto"]
        } else {
            ["Application (client) ID", "Directory (tenant) ID", "Object ID"]
        };
        let mut rows: Vec<_> = names.into_iter().zip([&client, &tenant, &object]).collect();
        rows.swap(0, order % 3);
        rows.swap(1, 1 + order / 3);
        let lines: Vec<_> = rows.iter().map(|(name, guid)| format!("{name}{separator}{guid}")).collect();
        let text = lines.join("\n");
        let found = recognise(&text, Some(ValueKind::ClientId));
        prop_assert_eq!(found.values.client_id.as_ref().map(ToString::to_string), Some(client));
        prop_assert_eq!(found.values.tenant_id.as_ref().map(ToString::to_string), Some(tenant));
        prop_assert!(found.certain);
    }
}

#[test]
fn what_is_too_long_is_not_looked_at() {
    let found = recognise(&"x".repeat(MOST + 1), Some(ValueKind::ClientId));
    assert_eq!(found.refusal, Some(Refusal::TooLong));
}

#[test]
fn the_longest_texts_are_read_in_time_that_grows_with_their_length() {
    let units = [
        "value=",
        "valor: ",
        "Object ID ",
        "8Q~",
        "{\"clientId\":",
        "a@b.es ",
        "https://",
        "((((",
        "abc8Q~",
        "%41",
        "adee71b0-77b2-4c1d-9e55-0d2b6a8f4c10 ",
        "adee71b0-",
        "Valor\t",
        "Xy1.Xy1.Xy1.Xy1.Xy1.Xy1.0 ",
        "***** ",
    ];
    for unit in units {
        let text = unit.repeat(MOST / unit.len());
        for kind in [Some(ValueKind::ClientId), Some(ValueKind::ClientSecret), None] {
            let began = std::time::Instant::now();
            let _found = recognise(&text, kind);
            assert!(
                began.elapsed().as_secs() < 5,
                "{unit:?} {kind:?}: {:?}",
                began.elapsed()
            );
        }
    }
}

#[test]
fn nothing_of_a_secret_is_printed() {
    let text = "Valor: Mue8Q~MuestraFalsa.de-Vincula_0000000001";
    let found = recognise(text, Some(ValueKind::ClientSecret));
    assert!(found.accepted());
    assert!(!format!("{found:?}").contains("Muestra"));
}
