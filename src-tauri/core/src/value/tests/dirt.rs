//! What travels with a copy is taken off the outside; the value inside is not touched.

use crate::value::{ClientId, ClientSecret, ErpAddress, Mailbox, TenantId};
use proptest::prelude::*;

const GUID: &str = "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10";
/// Begins and ends with characters that a careless cleaner takes off.
const SECRET: &str = "~.-8Q~_a.b-c~d_e.f-g~h_i.j-k~l_m.n-o~p._-";

fn blank() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just(""),
        Just(" "),
        Just("\t"),
        Just("\n"),
        Just("\r\n"),
        Just("\u{00A0}"),
        Just("\u{202F}"),
        Just("\u{200B}"),
        Just("\u{200E}"),
        Just("\u{2060}"),
        Just("\u{FEFF}"),
        Just("\u{202A}"),
    ]
}

fn quotes() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop_oneof![
        Just(("", "")),
        Just(("\"", "\"")),
        Just(("'", "'")),
        Just(("`", "`")),
        Just(("«", "»")),
        Just(("“", "”")),
        Just(("‘", "’")),
    ]
}

fn label(labels: &'static [&'static str]) -> impl Strategy<Value = String> {
    let end = prop_oneof![
        Just(":"),
        Just(" :"),
        Just(": "),
        Just("\n"),
        Just("\r\n"),
        Just("\t"),
        Just(" = ")
    ];
    prop_oneof![
        Just(String::new()),
        (proptest::sample::select(labels), end, any::<bool>()).prop_map(|(label, end, loud)| if loud {
            label.to_uppercase() + end
        } else {
            label.to_owned() + end
        }),
    ]
}

fn dirty(value: &'static str, labels: &'static [&'static str]) -> impl Strategy<Value = String> {
    (blank(), blank(), quotes(), label(labels), blank(), blank()).prop_map(
        move |(outer_left, outer_right, (open, close), label, left, right)| {
            format!("{outer_left}{label}{left}{open}{right}{value}{left}{close}{outer_right}")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_client_id_is_the_same_in_any_wrapping(
        raw in dirty(GUID, &["Application (client) ID", "Id. de aplicación (cliente)", "Client ID"])
    ) {
        let id = ClientId::parse(&raw).unwrap();
        prop_assert_eq!(id.as_str(), GUID);
    }

    #[test]
    fn a_tenant_id_is_the_same_in_any_wrapping(
        raw in dirty(GUID, &["Directory (tenant) ID", "Id. de directorio (inquilino)", "Tenant ID"])
    ) {
        let id = TenantId::parse(&raw).unwrap();
        prop_assert_eq!(id.as_str(), GUID);
    }

    #[test]
    fn a_secret_is_the_same_in_any_wrapping(
        raw in dirty(SECRET, &["Valor", "Value", "Client secret", "Secreto de cliente"])
    ) {
        let secret = ClientSecret::parse(&raw).unwrap();
        prop_assert_eq!(secret.expose(), SECRET);
    }

    #[test]
    fn a_mailbox_is_the_same_in_any_wrapping(
        raw in dirty("Ana.Ruiz+erp@empresa.es", &["Correo", "E-mail", "Cuenta de correo"])
    ) {
        let mailbox = Mailbox::parse(&raw).unwrap();
        prop_assert_eq!(mailbox.as_str(), "Ana.Ruiz+erp@empresa.es");
    }

    #[test]
    fn an_erp_address_is_the_same_in_any_wrapping(raw in dirty("https://empresa.cloudgestion1.app/login", &["URL"])) {
        let address = ErpAddress::parse(&raw).unwrap();
        prop_assert_eq!(address.authority(), "empresa.cloudgestion1.app");
    }
}

#[test]
fn a_label_that_nobody_writes_is_a_part_of_the_value() {
    assert!(ClientId::parse(&format!("Otro: {GUID}")).is_err());
}
