//! The page that the person's browser shows in the end. It runs nothing, loads nothing and is kept nowhere: the
//! address that it answers holds a code.

use hyper::header::{
    CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};
use vincula_core::text::{Language, text};

/// What a page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// The answer has arrived.
    Done,
    /// The address is the right one, and what it carries is not the answer.
    NotThis,
}

impl Page {
    pub(super) fn response(self, language: Language) -> Response<String> {
        let (status, id) = match self {
            Self::Done => (StatusCode::OK, "browser-page-done"),
            Self::NotThis => (StatusCode::BAD_REQUEST, "browser-page-not-this"),
        };
        let said = escaped(&text(language, id, &[]));
        let more = escaped(&text(language, &format!("{id}.more"), &[]));
        let code = language.code();
        respond(
            status,
            format!(
                "<!doctype html>\n<html lang=\"{code}\">\n<head><meta charset=\"utf-8\"><title>Vincula</title></head>\n\
                 <body><h1>{said}</h1><p>{more}</p></body>\n</html>\n"
            ),
        )
    }
}

/// The answer to whoever has no business here: a status and nothing else.
pub(super) fn refusal(status: StatusCode) -> Response<String> {
    respond(status, String::new())
}

fn respond(status: StatusCode, body: String) -> Response<String> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ),
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CONNECTION, "close"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Our own texts hold nothing to escape; a translator's slip must not become markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
