//! Whatever is pasted: nothing breaks, nothing secret comes back, what comes back is bounded.

use super::corpus;
use crate::explain::{Context, Explanation, MOST, explain};
use crate::problem::Place;
use crate::text::Language;
use proptest::prelude::*;

/// Everything that a page or a terminal may show of an explanation.
pub(super) fn everything(found: &Explanation) -> String {
    let words = Language::ALL.map(|language| found.words(language));
    let problem = serde_json::to_string(&found.problem).unwrap();
    format!("{problem} {:?} {words:?}", found.link)
}

/// The most that an explanation takes, in bytes: two languages, and the evidence.
pub(super) const BOUND: usize = 8_000;

/// What somebody may paste along: a secret of today, an old one, a code, tokens, a verifier, a password.
const SECRETS: [&str; 9] = [
    "Mue8Q~MuestraFalsa.de-Vincula_0000000001",
    "kJ8vN2mQ4xR7tY1zB5cD9fG3hL6pS0wE",
    "0.AXoAcanaryCODE1234567890abcdefghijklmnop.AgABBAIAAAD--DLA3VO7QrddgJg7Wevr",
    "M.C507_BAY.2.U.1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d",
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiIwMDAwMDAwMyJ9.c2lnbmF0dXJlLWNhbmFyeQ",
    "EwBwA8l6BAAUbDba3x2OMJElkF7gJ4z/VbCPEz0AAcanary",
    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    "dXNlcj1hbmFAZW1wcmVzYS5lcwFhdXRoPUJlYXJlciBjYW5hcnkBAQ==",
    "Tr3sT1gres!2026",
];

/// A secret as it stands in a text: in a request, in a log, in JSON, in an address, in the middle of a sentence.
fn wrapped(secret: &str) -> Vec<String> {
    let escaped: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    vec![
        secret.to_owned(),
        format!("client_secret={escaped}"),
        format!("\"client_secret\":\"{secret}\""),
        format!("&code={escaped}&state={escaped}"),
        format!("Authorization: Bearer {secret}"),
        format!("AUTH XOAUTH2 {secret}"),
        format!("A01 LOGIN ana@empresa.example {secret}"),
        format!("contraseña: {secret}"),
        format!("'{secret}'"),
        format!("https://erp.example/{secret}?x={escaped}"),
        format!("https://{secret}.outlook.com/"),
        format!("Trace ID: {secret} Timestamp: {secret} Correlation ID: {secret}"),
    ]
}

#[test]
fn no_secret_that_stands_anywhere_in_a_message_comes_back() {
    let messages = corpus::texts();
    let mut tried = 0;
    for message in messages.iter().step_by(8) {
        for secret in SECRETS {
            for around in wrapped(secret) {
                let middle = message.floor_char_boundary(message.len() / 2);
                let texts = [
                    format!("{around} {message}"),
                    format!("{message} {around}"),
                    format!("{} {around} {}", &message[..middle], &message[middle..]),
                ];
                for text in texts {
                    let shown = everything(&explain(&text, &Context::default()));
                    tried += 1;
                    // Longer pieces of it would be of use to somebody, too.
                    for piece in [secret, &secret[..12]] {
                        assert!(!shown.contains(piece), "{text}\n{shown}");
                    }
                }
            }
        }
    }
    println!("{tried} texts with a secret in them, none came back");
    assert!(tried > 9_000, "{tried}");
}

#[test]
fn a_secret_in_microsofts_own_sentence_does_not_come_back() {
    for secret in SECRETS {
        for text in [
            format!("AADSTS7000215: Invalid client secret {secret} provided."),
            format!("AADSTS50126: {secret}: Error validating credentials"),
            format!("535 5.7.139 {secret} Authentication unsuccessful"),
            format!("{{\"error\":{{\"code\":\"ErrorAccessDenied\",\"message\":\"{secret} denied\"}}}}"),
            format!("could not resolve host: {secret}.graph.microsoft.com"),
        ] {
            let shown = everything(&explain(&text, &Context::default()));
            assert!(!shown.contains(&secret[..12]), "{text}\n{shown}");
        }
    }
}

/// Pieces near the border of what is read, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(
            &[
                "AADSTS",
                "aadsts:",
                "7000215",
                "50011",
                "error_codes\":[",
                "70002,",
                "error?code=",
                "ErrorAccessDenied",
                "\"code\":",
                "invalid_grant",
                "suberror",
                "cancel",
                "5.7.139",
                "535 ",
                "HTTP/1.1 ",
                "503",
                "Trace ID: ",
                "188cb9ad-2b40-4f55-9a39-5f4a5c210100",
                "Timestamp: ",
                "2026-05-24 13:34:39Z",
                "client_secret=",
                "%3a",
                "%",
                "\\u00",
                "\\\"",
                "&#39;",
                "&#",
                "\r\n",
                "timed out",
                "Código de error: ",
                "\u{301}",
                "\u{200B}",
                "…",
                "retry-after: ",
                "99999999999",
            ][..]
        )
        .prop_map(str::to_owned),
        "[0-9]{1,10}",
        "[A-Za-z]{1,12}",
        "\\PC{1,4}",
    ];
    prop_oneof![
        proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
        proptest::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn any_text_has_a_bounded_explanation(text in any_text(), place in proptest::option::of(proptest::sample::select(&Place::ALL[..]))) {
        let context = Context { place, ..Context::default() };
        let found = explain(&text, &context);
        prop_assert!(everything(&found).len() < BOUND);
        prop_assert_eq!(&found, &explain(&text, &context));
    }

    #[test]
    fn a_dense_word_never_comes_back(secret in "[A-Za-z0-9._~-]{5}[0-9][A-Za-z][0-9][A-Za-z0-9._~-]{12,32}[0-9]", index in 0_usize..200, before in "( |=|\"|:|'|, )", after in "( |\"|'|&|\\.)") {
        let texts = corpus::texts();
        let message = &texts[index % texts.len()];
        let text = format!("{message}{before}{secret}{after}{message}");
        let shown = everything(&explain(&text, &Context::default()));
        prop_assert!(!shown.contains(&secret), "{}", shown);
    }
}

#[test]
fn the_longest_texts_are_read_in_time_that_grows_with_their_length() {
    let units = [
        "AADSTS",
        "AADSTS7000215 ",
        "error_codes:[1,",
        "timed out ",
        "{\"error\":",
        "%25",
        "\\\\\"",
        "&#38;",
        "Trace ID: ",
        "a@b.es ",
        "5.7.139 ",
        "ErrorAccessDenied ",
        "date ",
        "client_secret=",
        "á",
        "Timestamp: 2026-05-24 13:34:39Z ",
    ];
    for unit in units {
        let text = unit.repeat(2 * MOST / unit.len());
        let began = std::time::Instant::now();
        let found = explain(&text, &Context::default());
        assert!(began.elapsed().as_secs() < 5, "{unit:?}: {:?}", began.elapsed());
        assert!(everything(&found).len() < BOUND, "{unit:?}");
    }
}
