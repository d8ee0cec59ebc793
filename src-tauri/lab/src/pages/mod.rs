//! The pages that a person sees: sober, without a script, and plainly marked as the practice lab.

mod consent;
mod practice;
mod sign_in;
mod style;
mod trouble;

use std::fmt::Write as _;
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

pub(crate) use consent::{Consent, approval};
pub(crate) use practice::{Overview, home, mailbox};
pub(crate) use sign_in::{SignIn, chooser, password};
pub(crate) use trouble::trouble;

use crate::entra::failure::Trace;
use crate::language::Language;
use crate::web;

/// Where the browser goes by itself: the autopilot of tests.
#[derive(Clone, Debug)]
pub(crate) struct Advance {
    pub(crate) after: Duration,
    pub(crate) to: String,
}

/// Text made safe between tags and inside quoted attributes. Everything that is not the lab's own passes here:
/// names of companies, people and applications may hold anything.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(character),
        }
    }
    safe
}

/// List items, each escaped.
fn items<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for text in texts {
        let _ = write!(list, "<li>{}</li>", escape(text));
    }
    list
}

/// A page with its frame around it.
pub(crate) fn page(
    status: StatusCode,
    language: Language,
    title: &str,
    content: &str,
    advance: Option<&Advance>,
    trace: Option<&Trace>,
) -> Response {
    let refresh = advance.map_or_else(String::new, |advance| {
        format!(
            "<meta http-equiv=\"refresh\" content=\"{};url={}\">",
            advance.after.as_secs(),
            escape(&advance.to)
        )
    });
    let html = format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">{refresh}\
         <title>{title}</title><style>{style}</style></head><body>\
         <p class=\"lab\" role=\"note\">{mark}</p><main>{content}</main></body></html>\n",
        lang = language.tag(),
        title = escape(title),
        style = style::STYLE,
        mark = language.pick(
            "Laboratorio de prácticas de Vincula – esto no es Microsoft",
            "Vincula's practice lab – this is not Microsoft"
        ),
    );
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    let trace = trace
        .cloned()
        .unwrap_or_else(|| Trace::new(jiff::Timestamp::now(), None));
    web::entra_headers(headers, &trace);
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    // Not `no-referrer`: under it browsers send `Origin: null` with the practice page's own forms, which are then
    // refused as another site's.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    // Under https this would bind the browser to https for every other port of localhost too, such as an
    // application's own callback listener.
    headers.remove(header::STRICT_TRANSPORT_SECURITY);
    // `form-action` is left out on purpose: browsers apply it to redirects after a form too, and the answer to the
    // consent form is a redirect to the application.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        ),
    );
    response
}

/// `response_mode=form_post`, sent on by the person.
pub(crate) fn form_post(target: &str, fields: &[(&str, &str)], language: Language) -> Response {
    let mut inputs = String::new();
    for (name, value) in fields {
        // Writing to a String cannot fail.
        let _ = write!(
            inputs,
            "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
            escape(name),
            escape(value)
        );
    }
    let title = language.pick("Volver a la aplicación", "Back to the application");
    let content = format!(
        "<h1>{title}</h1><form id=\"form-post\" method=\"post\" action=\"{}\">{inputs}\
         <p class=\"buttons\"><button>{}</button></p></form>",
        escape(target),
        language.pick("Continuar", "Continue")
    );
    page(StatusCode::OK, language, title, &content, None, None)
}
