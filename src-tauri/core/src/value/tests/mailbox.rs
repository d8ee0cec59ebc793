//! The mailbox: one address, kept as it is, compared without case.

use crate::value::{AccountKind, Mailbox, Refusal};

const ACCEPTED: [(&str, &str); 12] = [
    ("ana@empresa.es", "ana@empresa.es"),
    ("Ana.Ruiz@Empresa.ES", "Ana.Ruiz@empresa.es"),
    ("mailto:ana@empresa.es", "ana@empresa.es"),
    ("MAILTO:<ana@empresa.es>", "ana@empresa.es"),
    ("<ana@empresa.es>", "ana@empresa.es"),
    ("Correo: ana@empresa.es", "ana@empresa.es"),
    ("ana+erp@sub.empresa.co.uk", "ana+erp@sub.empresa.co.uk"),
    ("o'neill@empresa.es", "o'neill@empresa.es"),
    ("a@b.c", "a@b.c"),
    ("ventas_2@xn--ferretera-n5a.es", "ventas_2@xn--ferretera-n5a.es"),
    ("info@123.es", "info@123.es"),
    ("www.empresa@outlook.es", "www.empresa@outlook.es"),
];

const REFUSED: [(&str, Refusal); 23] = [
    ("", Refusal::Empty),
    ("<>", Refusal::Empty),
    ("mailto:", Refusal::Empty),
    ("ana", Refusal::NotAnEmail),
    ("ana@", Refusal::NotAnEmail),
    ("@empresa.es", Refusal::NotAnEmail),
    ("ana@empresa", Refusal::NotAnEmail),
    ("ana@empresa.", Refusal::NotAnEmail),
    ("ana@.es", Refusal::NotAnEmail),
    ("ana@-empresa.es", Refusal::NotAnEmail),
    ("ana@empresa..es", Refusal::NotAnEmail),
    (".ana@empresa.es", Refusal::NotAnEmail),
    ("ana.@empresa.es", Refusal::NotAnEmail),
    ("ana..ruiz@empresa.es", Refusal::NotAnEmail),
    ("ana ruiz@empresa.es", Refusal::NotAnEmail),
    ("ana@empresa.es, luis@empresa.es", Refusal::NotAnEmail),
    ("ana@luis@empresa.es", Refusal::NotAnEmail),
    ("a\u{00F1}a@empresa.es", Refusal::NotAnEmail),
    ("ana@ferretería.es", Refusal::NotAnEmail),
    ("ana@empresa.es?subject=x", Refusal::NotAnEmail),
    ("https://empresa.es/", Refusal::LooksLikeAddress),
    ("www.empresa.es", Refusal::LooksLikeAddress),
    ("abc8Q~0123456789012345678901234567890.", Refusal::LooksLikeSecret),
];

#[test]
fn one_address_is_found_in_every_form_of_it() {
    for (raw, expected) in ACCEPTED {
        assert_eq!(
            Mailbox::parse(raw).as_ref().map(Mailbox::as_str),
            Ok(expected),
            "{raw:?}"
        );
    }
}

#[test]
fn each_text_that_is_no_address_has_its_reason() {
    for (raw, expected) in REFUSED {
        assert_eq!(Mailbox::parse(raw).map(String::from), Err(expected), "{raw:?}");
    }
}

#[test]
fn the_lengths_of_the_standard_hold() {
    let local = |length: usize| Mailbox::parse(&format!("{}@empresa.es", "a".repeat(length)));
    assert!(local(64).is_ok());
    assert_eq!(local(65), Err(Refusal::NotAnEmail));
    let domain = ["d".repeat(63), "d".repeat(63), "d".repeat(57)].join(".");
    assert!(Mailbox::parse(&format!("{}@{domain}.es", "a".repeat(64))).is_ok());
    assert_eq!(
        Mailbox::parse(&format!("{}@{domain}dd.es", "a".repeat(64))),
        Err(Refusal::TooLong)
    );
}

#[test]
fn two_mailboxes_are_the_same_without_case() {
    let mailbox = Mailbox::parse("Ana.Ruiz@empresa.es").unwrap();
    assert_eq!(mailbox, Mailbox::parse("ana.ruiz@EMPRESA.es").unwrap());
    assert!(mailbox.is_same_as(" ANA.RUIZ@EMPRESA.ES "));
    assert!(!mailbox.is_same_as("ana.ruiz@empresa.es.evil.com"));
    assert!(!mailbox.is_same_as("luis@empresa.es"));
    assert!(!mailbox.is_same_as(""));
}

#[test]
fn the_domain_tells_personal_accounts_where_it_can() {
    let personal = [
        "a@outlook.com",
        "a@outlook.es",
        "a@HOTMAIL.es",
        "a@hotmail.co.uk",
        "a@live.com",
        "a@live.com.mx",
        "a@msn.com",
        "a@passport.com",
        "a@windowslive.com",
        "a@outlook.com.br",
    ];
    let unknown = [
        "a@empresa.es",
        "a@gmail.com",
        "a@outlook.empresa.com.es",
        "a@myoutlook.com",
        "a@outlook-empresa.es",
        "a@empresa.onmicrosoft.com",
        "a@mail.live.com",
        "a@live.empresa.es",
        "a@outlook.empresa.es",
    ];
    for address in personal {
        assert_eq!(
            Mailbox::parse(address).unwrap().account_kind(),
            AccountKind::Personal,
            "{address}"
        );
    }
    for address in unknown {
        assert_eq!(
            Mailbox::parse(address).unwrap().account_kind(),
            AccountKind::WorkOrUnknown,
            "{address}"
        );
    }
}
