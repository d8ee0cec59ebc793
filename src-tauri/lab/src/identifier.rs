//! Identifiers and opaque values in the shapes that Microsoft gives them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng as _;
use rand::distr::{Distribution as _, Uniform};

/// A random GUID in lower case.
pub(crate) fn guid() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// A trace id: a GUID that ends in `00`, as Entra's do.
pub(crate) fn trace() -> String {
    let mut id = guid();
    id.replace_range(34.., "00");
    id
}

/// Whether the text is a GUID in its usual form of 36 characters.
pub(crate) fn is_guid(text: &str) -> bool {
    text.len() == 36 && uuid::Uuid::try_parse(text).is_ok()
}

/// `length` random characters out of `alphabet` (ASCII).
pub(crate) fn characters(alphabet: &[u8], length: usize) -> String {
    let Ok(range) = Uniform::new(0, alphabet.len()) else {
        return String::new();
    };
    let mut rng = rand::rng();
    (0..length)
        .map(|_| char::from(alphabet[range.sample(&mut rng)]))
        .collect()
}

/// `bytes` random bytes as base64url without padding.
pub(crate) fn base64url(bytes: usize) -> String {
    let mut buffer = vec![0_u8; bytes];
    rand::rng().fill(&mut buffer[..]);
    URL_SAFE_NO_PAD.encode(buffer)
}

const SECRET: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789~._-";
const LETTERS_AND_DIGITS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// A client secret of 40 characters: three, `8Q~`, thirty-four.
/// Source: microsoft/security-utilities, rules SEC101/156.
pub(crate) fn secret() -> String {
    let head = characters(LETTERS_AND_DIGITS, 1) + &characters(SECRET, 2);
    let tail = characters(SECRET, 33) + &characters(LETTERS_AND_DIGITS, 1);
    format!("{head}8Q~{tail}")
}

/// An authorization code for a work account.
pub(crate) fn work_code() -> String {
    format!(
        "1.{}.{}.{}",
        "A".to_owned() + &base64url(60),
        "AgABBAIAAADW6jl31mB3T7ugrWTT8pFeAwDs_wUA9P",
        base64url(420)
    )
}

/// An authorization code for a personal account.
pub(crate) fn personal_code() -> String {
    format!("M.C5{}_BAY.2.U.{}", characters(b"0123456789", 2), guid())
}

/// A refresh token for a work account.
pub(crate) fn work_refresh() -> String {
    format!("1.{}.{}", "A".to_owned() + &base64url(60), base64url(540))
}

/// A refresh token for a personal account.
pub(crate) fn personal_refresh() -> String {
    format!(
        "M.C5{}_BAY.0.U.-{}",
        characters(b"0123456789", 2),
        characters(LETTERS_AND_DIGITS, 300)
    )
}

/// An access token for a personal account: opaque, without a dot.
pub(crate) fn personal_access() -> String {
    format!("EwB{}", characters(LETTERS_AND_DIGITS, 900))
}

/// The id of a personal account: sixteen hexadecimal digits.
pub(crate) fn personal_object_id() -> String {
    characters(b"0123456789abcdef", 16)
}

/// The id of an item in a mailbox: 152 characters of URL-safe base64, as Exchange gives them.
pub(crate) fn item() -> String {
    format!("AAMkAGQw{}", base64url(106)) + "AA="
}

/// Whether the text has the form of an item's id.
pub(crate) fn is_item(text: &str) -> bool {
    text.starts_with("AAMk")
        && text.len() > 100
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'='))
}

/// The version of an item that never changes.
pub(crate) fn change_key(item: &str) -> String {
    format!("{}AAAA", item.chars().skip(20).take(20).collect::<String>())
}

/// A number of seconds in which a token is good: random between 60 and 90 minutes, as Entra documents.
pub(crate) fn lifetime_seconds() -> i64 {
    rand::rng().random_range(3600..=5400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        let secret = secret();
        assert_eq!((secret.len(), &secret[3..6]), (40, "8Q~"));
        assert!(is_guid(&guid()) && is_guid(&trace()) && trace().ends_with("00"));
        assert!(!is_guid("9188040d6c674c5bb11236a304b66dad"));
        assert!(personal_access().starts_with("EwB") && !personal_access().contains('.'));
        assert_eq!(personal_object_id().len(), 16);
    }
}
