//! The forms of signing in.

use std::fmt::Write as _;

use axum::http::StatusCode;
use axum::response::Response;

use super::{Advance, escape, items, page};
use crate::language::Language;
use crate::web;
use crate::world::session::Attempt;

/// The page that asks for an address.
pub(crate) struct SignIn<'a> {
    pub(crate) attempt: &'a Attempt,
    pub(crate) context: &'a str,
    pub(crate) prefilled: &'a str,
    /// The people of the lab, offered because nobody can know them by heart.
    pub(crate) people: &'a [&'a str],
    pub(crate) error: Option<&'a str>,
}

impl SignIn<'_> {
    pub(crate) fn address(&self, advance: Option<&Advance>) -> Response {
        let language = self.attempt.language;
        let title = language.pick("Iniciar sesión", "Sign in");
        let error = self.error.map_or_else(String::new, |text| {
            format!(
                "<p class=\"error\" role=\"alert\" id=\"message\">{}</p>",
                escape(text)
            )
        });
        let people = items(self.people.iter().copied());
        let html = format!(
            "<h1>{title}</h1>{error}\
             <form id=\"sign-in\" method=\"post\" action=\"{target}\">{hidden}\
             <label for=\"login\">{label}</label>\
             <input type=\"text\" id=\"login\" name=\"login\" value=\"{value}\" autocomplete=\"off\" \
             spellcheck=\"false\" autofocus required>\
             <p class=\"buttons\"><button class=\"first\">{next}</button></p></form>{cancel}\
             <h2>{who}</h2><ul class=\"note\">{people}</ul>",
            target = action(self.attempt, "login"),
            hidden = context_field(self.context),
            label = language.pick("Correo electrónico", "Email"),
            value = escape(self.prefilled),
            next = language.pick("Siguiente", "Next"),
            cancel = cancel(self.attempt, self.context),
            who = language.pick("Personas de esta práctica", "People of this practice"),
        );
        page(StatusCode::OK, language, title, &html, advance, None)
    }
}

/// The page that asks for a password. The field is filled in and cannot be changed, so that nobody ever types a
/// real password here.
pub(crate) fn password(
    attempt: &Attempt,
    context: &str,
    address: &str,
    advance: Option<&Advance>,
) -> Response {
    let language = attempt.language;
    let title = language.pick("Escribir contraseña", "Enter password");
    let html = format!(
        "<p>{address}</p><h1>{title}</h1>\
         <form id=\"password\" method=\"post\" action=\"{target}\">{hidden}\
         <label for=\"passwd\">{label}</label>\
         <input type=\"password\" id=\"passwd\" name=\"passwd\" value=\"practica\" readonly>\
         <p class=\"note\">{note}</p>\
         <p class=\"buttons\"><button class=\"first\">{next}</button></p></form>{cancel}",
        address = escape(address),
        target = action(attempt, "login"),
        hidden = context_field(context),
        label = language.pick("Contraseña", "Password"),
        note = language.pick(
            "En el laboratorio la contraseña ya está puesta. Nunca escriba aquí la suya.",
            "In the lab the password is filled in already. Never type your own here."
        ),
        next = language.pick("Iniciar sesión", "Sign in"),
        cancel = cancel(attempt, context),
    );
    page(StatusCode::OK, language, title, &html, advance, None)
}

/// "Pick an account".
pub(crate) fn chooser(
    attempt: &Attempt,
    context: &str,
    accounts: &[(&str, &str)],
    advance: Option<&Advance>,
) -> Response {
    let language = attempt.language;
    let title = language.pick("Elegir una cuenta", "Pick an account");
    let mut rows = String::new();
    for (address, name) in accounts {
        let _ = write!(
            rows,
            "<button class=\"row\" name=\"account\" value=\"{address}\">{name}<br>\
             <small>{address}</small></button>",
            address = escape(address),
            name = escape(name)
        );
    }
    let html = format!(
        "<h1>{title}</h1><form id=\"chooser\" method=\"post\" action=\"{target}\">{hidden}{rows}\
         <button class=\"row\" name=\"account\" value=\"\">{other}</button></form>{cancel}",
        target = action(attempt, "account"),
        hidden = context_field(context),
        other = language.pick("Usar otra cuenta", "Use another account"),
        cancel = cancel(attempt, context),
    );
    page(StatusCode::OK, language, title, &html, advance, None)
}

/// The address of a form of this attempt.
pub(super) fn action(attempt: &Attempt, last: &str) -> String {
    escape(&format!("/{}/{last}", web::segment(&attempt.tenant_segment)))
}

pub(super) fn context_field(context: &str) -> String {
    format!(
        "<input type=\"hidden\" name=\"ctx\" value=\"{}\">",
        escape(context)
    )
}

/// The button that leaves for the application.
fn cancel(attempt: &Attempt, context: &str) -> String {
    let language: Language = attempt.language;
    format!(
        "<form id=\"cancel\" method=\"post\" action=\"{}\">{}<p class=\"buttons\"><button>{}</button></p></form>",
        action(attempt, "cancel"),
        context_field(context),
        language.pick("Atrás", "Back")
    )
}
