//! "Permissions requested", and "Need admin approval".

use axum::http::StatusCode;
use axum::response::Response;

use super::sign_in::{action, context_field};
use super::{Advance, escape, items, page};
use crate::entra::failure::Trace;
use crate::web;
use crate::world::session::Attempt;

/// The page that asks for consent.
pub(crate) struct Consent<'a> {
    pub(crate) attempt: &'a Attempt,
    pub(crate) context: &'a str,
    pub(crate) application: &'a str,
    pub(crate) account: &'a str,
    /// In Microsoft's words.
    pub(crate) permissions: &'a [&'a str],
    /// An administrator may accept for the whole company.
    pub(crate) may_consent_for_all: bool,
}

impl Consent<'_> {
    pub(crate) fn page(&self, advance: Option<&Advance>) -> Response {
        let language = self.attempt.language;
        let title = language.pick("Permisos solicitados", "Permissions requested");
        let permissions = items(self.permissions.iter().copied());
        let for_all = if self.may_consent_for_all {
            format!(
                "<p><label><input type=\"checkbox\" name=\"organization\" value=\"1\"> {}</label></p>",
                language.pick(
                    "Consentimiento en nombre de la organización",
                    "Consent on behalf of your organization"
                )
            )
        } else {
            String::new()
        };
        let html = format!(
            "<p>{account}</p><h1>{title}</h1><p><strong>{application}</strong></p><p>{wants}</p>\
             <ul>{permissions}</ul>\
             <form id=\"consent\" method=\"post\" action=\"{target}\">{hidden}{for_all}\
             <p class=\"note\">{note}</p>\
             <p class=\"buttons\"><button name=\"decision\" value=\"cancel\">{cancel}</button>\
             <button class=\"first\" name=\"decision\" value=\"accept\">{accept}</button></p></form>",
            account = escape(self.account),
            application = escape(self.application),
            wants = language.pick("Esta aplicación desea:", "This application would like to:"),
            target = action(self.attempt, "consent"),
            hidden = context_field(self.context),
            note = language.pick(
                "Si acepta, esta aplicación podrá usar sus datos según lo indicado arriba.",
                "If you accept, this app can use your data as listed above."
            ),
            cancel = language.pick("Cancelar", "Cancel"),
            accept = language.pick("Aceptar", "Accept"),
        );
        page(StatusCode::OK, language, title, &html, advance, None)
    }
}

/// The page that stops a person until an administrator agrees.
pub(crate) fn approval(
    attempt: &Attempt,
    context: &str,
    application: &str,
    account: &str,
    trace: &Trace,
) -> Response {
    let language = attempt.language;
    let title = language.pick(
        "Se necesita la aprobación del administrador",
        "Need admin approval",
    );
    let tenant = web::segment(&attempt.tenant_segment);
    let html = format!(
        "<p>{account}</p><h1>{title}</h1><p><strong>{application}</strong></p>\
         <p>{needs}</p><p><a href=\"/{tenant}/switch?ctx={context}\">{other}</a></p>\
         <p><a id=\"return\" href=\"/{tenant}/return?ctx={context}\">{back}</a></p>\
         <p class=\"note\" id=\"message\">AADSTS90094</p>\
         <dl><dt>Request Id</dt><dd><code>{trace_id}</code></dd>\
         <dt>Correlation Id</dt><dd><code>{correlation_id}</code></dd></dl>",
        account = escape(account),
        application = escape(application),
        context = escape(context),
        needs = language.pick(
            "Esta aplicación necesita permiso para acceder a los recursos de su organización que solo un \
             administrador puede conceder. Pida a un administrador que conceda el permiso antes de poder usarla.",
            "This app needs permission to access resources in your organization that only an admin can grant. \
             Please ask an admin to grant permission to this app before you can use it."
        ),
        other = language.pick(
            "¿Tiene una cuenta de administrador? Inicie sesión con esa cuenta",
            "Have an admin account? Sign in with that account"
        ),
        back = language.pick(
            "Volver a la aplicación sin dar el consentimiento",
            "Return to the application without granting consent"
        ),
        trace_id = trace.id,
        correlation_id = trace.correlation_id,
    );
    page(StatusCode::OK, language, title, &html, None, Some(trace))
}
