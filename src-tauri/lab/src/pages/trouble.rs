//! "Sorry, but we're having trouble signing you in": the page from which no answer ever reaches the application.

use axum::http::StatusCode;
use axum::response::Response;

use super::{escape, page};
use crate::entra::failure::{Failure, Trace};
use crate::language::Language;

/// The page for a failure. Its HTTP status is 200, like any page of the sign-in; that Microsoft's is too is not
/// established.
pub(crate) fn trouble(failure: &Failure, trace: &Trace, language: Language) -> Response {
    let title = language.pick("Iniciar sesión", "Sign in");
    let content = format!(
        "<h1>{title}</h1><p>{sorry}</p><p class=\"error\" id=\"message\">{headline}</p>\
         <h2>{more}</h2><dl>\
         <dt>Request Id</dt><dd><code>{trace_id}</code></dd>\
         <dt>Correlation Id</dt><dd><code>{correlation_id}</code></dd>\
         <dt>Timestamp</dt><dd>{timestamp}</dd>\
         <dt>Message</dt><dd>{headline}</dd></dl>",
        sorry = language.pick(
            "Lo sentimos, pero tenemos problemas para iniciar su sesión.",
            "Sorry, but we're having trouble signing you in."
        ),
        more = language.pick("Detalles de la solución de problemas", "Troubleshooting details"),
        headline = escape(&failure.headline()),
        trace_id = trace.id,
        correlation_id = trace.correlation_id,
        timestamp = trace.timestamp.replace(' ', "T"),
    );
    page(StatusCode::OK, language, title, &content, None, Some(trace))
}
