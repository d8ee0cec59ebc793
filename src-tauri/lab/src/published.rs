//! The AADSTS codes that Microsoft has published, with the text that its server really sends.
//!
//! Source: MicrosoftDocs/entra-docs `reference-error-codes.md` and the public lookup at
//! `https://login.microsoftonline.com/error`; the table itself is `data/aadsts.json`.

use std::sync::LazyLock;

use serde::Deserialize;

/// One published error code.
#[derive(Clone, Debug, Deserialize)]
pub struct PublishedCode {
    /// The digits after `AADSTS`.
    pub code: u32,
    /// Microsoft's symbolic name, where it has one.
    pub name: Option<String>,
    /// The message, with `{placeholders}` where the server inserts names.
    pub text: String,
    /// The OAuth `error` that was seen beside it, where one was seen.
    pub error: Option<String>,
    /// The HTTP status that was seen beside it at the token endpoint, where one was seen.
    pub status: Option<u16>,
    /// Where the code shows: a page, a redirect or the token endpoint, in words.
    pub surface: Option<String>,
}

impl PublishedCode {
    /// The OAuth `error` to send: the one seen, else the class that most codes belong to.
    pub(crate) fn oauth_error(&self) -> &str {
        self.error.as_deref().unwrap_or("invalid_request")
    }

    /// Whether a failed authorize request with this code goes back to the application rather than to a page.
    pub(crate) fn redirects(&self) -> bool {
        self.surface
            .as_deref()
            .is_some_and(|surface| surface.starts_with("redirect"))
            || matches!(self.code, 50058 | 70007 | 90008 | 65001)
    }

    /// Whether Microsoft shows "Need admin approval" for this code.
    pub(crate) const fn asks_for_an_administrator(&self) -> bool {
        matches!(self.code, 90094 | 90095 | 900_941)
    }
}

static CODES: LazyLock<Vec<PublishedCode>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../data/aadsts.json")).unwrap_or_default());

/// Every published code, in ascending order.
#[must_use]
pub fn published_codes() -> &'static [PublishedCode] {
    &CODES
}

/// The published code with this number, if Microsoft has published it.
pub(crate) fn find(code: u32) -> Option<&'static PublishedCode> {
    CODES
        .binary_search_by_key(&code, |entry| entry.code)
        .ok()
        .and_then(|at| CODES.get(at))
}

/// Reads `AADSTS53003` or `53003`.
pub(crate) fn number(code: &str) -> Option<u32> {
    code.trim().trim_start_matches("AADSTS").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_complete() {
        assert!(published_codes().len() > 800, "{}", published_codes().len());
        assert!(
            published_codes()
                .windows(2)
                .all(|pair| pair[0].code < pair[1].code)
        );
        assert_eq!(find(7_000_215).unwrap().oauth_error(), "invalid_client");
    }
}
