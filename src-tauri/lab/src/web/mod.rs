//! What all answers share: parameters, headers, cookies, and the faults that are forced on the way out.

mod body;
mod gate;

pub(crate) use body::Dropped;
pub(crate) use gate::gate;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;
use url::Url;

use crate::entra::failure::{Failure, Trace};
use crate::identifier;
use crate::language::Language;
use crate::world::State;
use crate::world::session::Browser;

/// The name of the cookie by which a browser is known, as Microsoft calls its own.
const COOKIE: &str = "ESTSAUTHPERSISTENT";

/// The pairs of a query or of a form. Where a name comes twice, the first counts.
#[derive(Debug, Default)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    pub(crate) fn read(encoded: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(encoded).into_owned().collect())
    }

    /// The value of `name`; an empty one counts as absent.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|pair| pair.0 == name)
            .map(|pair| pair.1.as_str())
            .filter(|value| !value.is_empty())
    }

    /// The value of `name`, or AADSTS900144.
    pub(crate) fn require(&self, name: &str) -> Result<&str, Failure> {
        self.get(name)
            .ok_or_else(|| Failure::published(900_144, &[("name", name)]))
    }

    /// The words of a space-separated value.
    pub(crate) fn words(&self, name: &str) -> Vec<String> {
        self.get(name)
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect()
    }
}

/// The headers of a captured token answer (azure-sdk-for-js recording, 2021-05-15), on every answer of Entra's.
pub(crate) fn entra_headers(headers: &mut HeaderMap, trace: &Trace) {
    let fixed = [
        ("cache-control", "no-store, no-cache"),
        ("pragma", "no-cache"),
        ("expires", "-1"),
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
        ("x-content-type-options", "nosniff"),
        ("p3p", "CP=\"DSP CUR OTPi IND OTRi ONL FIN\""),
        ("x-ms-ests-server", "2.1.19568.4 - WEULR1 ProdSlices"),
        ("x-xss-protection", "0"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(value) = HeaderValue::from_str(&trace.id) {
        headers.insert("x-ms-request-id", value);
    }
    if let Ok(value) = HeaderValue::from_str(&trace.correlation_id) {
        headers.insert("client-request-id", value);
    }
    let fpc = format!(
        "fpc={}; path=/; HttpOnly; SameSite=Lax",
        identifier::base64url(24)
    );
    let cookies = [
        fpc,
        "x-ms-gateway-slice=estsfd; path=/; httponly".to_owned(),
        "stsservicecookie=estsfd; path=/; httponly".to_owned(),
    ];
    for cookie in cookies {
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, value);
        }
    }
}

/// A JSON answer of Entra's.
pub(crate) fn json(status: StatusCode, body: &Value, trace: &Trace) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json; charset=utf-8"),
    );
    entra_headers(headers, trace);
    response
}

/// A JSON answer that may be kept for a day, as metadata may.
pub(crate) fn cacheable_json(body: &Value, trace: &Trace) -> Response {
    let mut response = json(StatusCode::OK, body, trace);
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("max-age=86400, private"),
    );
    headers.insert("access-control-allow-origin", HeaderValue::from_static("*"));
    headers.remove(header::PRAGMA);
    headers.remove(header::EXPIRES);
    response
}

/// A redirect within the lab.
pub(crate) fn see(path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(value) => (StatusCode::SEE_OTHER, [(header::LOCATION, value)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// A part of a path, safe to put into an address or a page.
pub(crate) fn segment(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes())
        .collect::<String>()
        .replace('+', "%20")
}

/// The browser of this request by its cookie, or a new one (`true`).
pub(crate) fn browser(state: &mut State, headers: &HeaderMap) -> (String, bool) {
    if let Some(id) = cookie(headers)
        && state.browsers.contains_key(&id)
    {
        return (id, false);
    }
    let id = format!("0.{}", identifier::base64url(60));
    let browser = Browser {
        signed_in: Vec::new(),
        session_id: identifier::guid(),
    };
    state.browsers.insert(id.clone(), browser);
    (id, true)
}

/// Gives a new browser its cookie.
pub(crate) fn with_browser(mut response: Response, browser: &str, is_new: bool, base: &Url) -> Response {
    let secure = if base.scheme() == "https" { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={browser}; Path=/; HttpOnly; SameSite=Lax{secure}");
    if is_new && let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

fn cookie(headers: &HeaderMap) -> Option<String> {
    let all = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == COOKIE).then(|| value.to_owned())
    })
}

/// The language that the browser prefers, if the lab speaks it.
pub(crate) fn accepted_language(headers: &HeaderMap) -> Option<Language> {
    headers
        .get(header::ACCEPT_LANGUAGE)?
        .to_str()
        .ok()
        .and_then(Language::first_of)
}
