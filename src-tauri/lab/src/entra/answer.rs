//! The answer to an authorize request, on its way back to the application.

use std::fmt::Write as _;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::failure::{Failure, Trace, Wording};
use crate::language::Language;
use crate::pages;
use crate::world::session::{Attempt, ResponseMode};

/// Sends a failure back to the application.
pub(crate) fn failure(attempt: &Attempt, failure: &Failure, trace: &Trace, wording: Wording) -> Response {
    let mut fields = vec![
        ("error", failure.error.to_string()),
        ("error_description", failure.description(trace, wording.format)),
    ];
    if !failure.without_uri {
        fields.push(("error_uri", failure.uri(wording.cloud)));
    }
    if attempt.admin_consent {
        fields.push(("admin_consent", "True".to_owned()));
    }
    send(attempt, fields, true)
}

/// What the button that leaves the sign-in page sends: no description at all (adal-js #804).
pub(crate) fn cancelled(attempt: &Attempt) -> Response {
    send(
        attempt,
        vec![
            ("error", "access_denied".to_owned()),
            ("error_subcode", "cancel".to_owned()),
        ],
        false,
    )
}

/// Sends fields back, the `state` after them.
pub(crate) fn send(attempt: &Attempt, mut fields: Vec<(&str, String)>, trailing_hash: bool) -> Response {
    if let Some(state) = &attempt.state {
        let at = fields
            .iter()
            .position(|field| field.0 == "session_state")
            .unwrap_or(fields.len());
        fields.insert(at, ("state", without_markup(state)));
    }
    let target = with_path(&attempt.redirect_uri);
    let encoded = encode_all(&fields);
    let location = match attempt.response_mode {
        ResponseMode::Query => {
            let joint = if target.contains('?') { '&' } else { '?' };
            format!("{target}{joint}{encoded}{}", if trailing_hash { "#" } else { "" })
        }
        ResponseMode::Fragment => format!("{target}#{encoded}"),
        ResponseMode::FormPost => return post(&target, &fields, attempt.language),
    };
    match HeaderValue::from_str(&location) {
        Ok(value) => {
            let mut response = StatusCode::FOUND.into_response();
            response.headers_mut().insert(header::LOCATION, value);
            response.headers_mut().insert(
                header::CACHE_CONTROL,
                HeaderValue::from_static("no-store, no-cache"),
            );
            response
        }
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// `response_mode=form_post`. Microsoft submits by script; here a person presses the button, so that no page of
/// the lab needs a script.
fn post(target: &str, fields: &[(&str, String)], language: Language) -> Response {
    let hidden: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    pages::form_post(target, &hidden, language)
}

/// An address without a path comes back with a trailing slash. Source: entra-docs `reply-url.md`.
fn with_path(address: &str) -> String {
    let web = address.starts_with("http://") || address.starts_with("https://");
    match address.split_once("://") {
        Some((_, rest)) if web && !rest.contains('/') && !rest.contains('?') => format!("{address}/"),
        _ => address.to_owned(),
    }
}

/// HTML in `state` is stripped. Source: entra-docs `v2-oauth2-auth-code-flow.md`.
fn without_markup(state: &str) -> String {
    let mut rest = state;
    let mut kept = String::new();
    while let Some(open) = rest.find('<') {
        let Some(close) = rest[open..].find('>') else {
            break;
        };
        kept.push_str(&rest[..open]);
        rest = &rest[open + close + 1..];
    }
    kept + rest
}

fn encode_all(fields: &[(&str, String)]) -> String {
    let pairs: Vec<_> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    pairs.join("&")
}

/// Percent-encoding as captured: lower-case digits, `+` for a space, brackets left alone (azure-docs #114009).
fn encode(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'!' | b'*' | b'(' | b')' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            // Writing to a String cannot fail.
            _ => {
                let _ = write!(encoded, "%{byte:02x}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_as_captured() {
        assert_eq!(
            encode("AADSTS65004: User declined\r\n'x' (y)"),
            "AADSTS65004%3a+User+declined%0d%0a%27x%27+(y)"
        );
    }

    #[test]
    fn markup_in_the_state_is_stripped() {
        assert_eq!(without_markup("a<script>b</script>c"), "abc");
        assert_eq!(without_markup("a<b"), "a<b");
        assert_eq!(without_markup("xY-_.~%2B=="), "xY-_.~%2B==");
    }

    #[test]
    fn no_path_comes_back_with_a_slash() {
        assert_eq!(with_path("https://erp.example.com"), "https://erp.example.com/");
        assert_eq!(
            with_path("https://erp.example.com/a"),
            "https://erp.example.com/a"
        );
        assert_eq!(with_path("app.vincula://auth"), "app.vincula://auth");
    }
}
