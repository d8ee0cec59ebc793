//! What must never be printed is not printed.

use crate::value::{ClientSecret, Refusal};

const SECRET: &str = "abc8Q~0123456789012345678901234567890.";

#[test]
fn a_secret_is_not_in_its_debug_output() {
    let secret = ClientSecret::parse(SECRET).unwrap();
    for printed in [
        format!("{secret:?}"),
        format!("{secret:#?}"),
        format!("{:?}", Some(&secret)),
    ] {
        // Not even four characters of it in a row.
        let shown = SECRET
            .as_bytes()
            .windows(4)
            .any(|part| printed.contains(str::from_utf8(part).unwrap()));
        assert!(!shown, "{printed}");
    }
}

#[test]
fn a_refusal_of_a_secret_holds_nothing_of_what_was_pasted() {
    let canary = "canary-value";
    let refusal = ClientSecret::parse(canary).unwrap_err();
    assert_eq!(refusal, Refusal::TruncatedSecret);
    assert!(!format!("{refusal:?} {refusal}").contains("canary"));
}
