//! The practice page: registering an application, and reading a mailbox.

use std::fmt::Write as _;

use axum::http::StatusCode;
use axum::response::Response;

use super::{escape, page};
use crate::language::Language;
use crate::web;
use crate::world::application::{Application, NewSecret};
use crate::world::mail::ReceivedMail;

/// What the practice page shows.
pub(crate) struct Overview<'a> {
    pub(crate) language: Language,
    pub(crate) form_token: &'a str,
    /// Name, id and domain of each tenant.
    pub(crate) tenants: &'a [(String, String, String)],
    /// Each application with the secret that is to be shown now, for this one time.
    pub(crate) applications: &'a [(Application, Option<NewSecret>)],
    /// The addresses of the people.
    pub(crate) people: &'a [String],
}

/// The page with the form and everything registered so far. Labels are those of the Entra portal.
pub(crate) fn home(overview: &Overview<'_>) -> Response {
    let language = overview.language;
    let title = language.pick(
        "Registros de aplicaciones (práctica)",
        "App registrations (practice)",
    );
    let mut tenants = String::new();
    for (name, id, domain) in overview.tenants {
        let _ = write!(
            tenants,
            "<option value=\"{}\">{} ({})</option>",
            escape(id),
            escape(name),
            escape(domain)
        );
    }
    let mut content = format!(
        "<h1 class=\"wide\">{title}</h1><h2>{new}</h2>\
         <form id=\"register\" method=\"post\" action=\"/practice/register\">{token}\
         <label for=\"name\">{name}</label><input type=\"text\" id=\"name\" name=\"name\" maxlength=\"120\" required>\
         <label for=\"tenant\">{directory}</label><select id=\"tenant\" name=\"tenant\">{tenants}</select>\
         <label for=\"audience\">{audience}</label><select id=\"audience\" name=\"audience\">\
         <option value=\"single\">{single}</option><option value=\"multi\">{multi}</option>\
         <option value=\"all\">{all}</option><option value=\"personal\">{personal}</option></select>\
         <label for=\"redirect\">{redirect}</label>\
         <input type=\"text\" id=\"redirect\" name=\"redirect\" maxlength=\"256\" spellcheck=\"false\">\
         <p><label><input type=\"checkbox\" name=\"mail\" value=\"1\" checked> Mail.Send</label></p>\
         <p class=\"buttons\"><button class=\"first\">{register}</button></p></form>",
        new = language.pick("Nuevo registro", "New registration"),
        token = token_field(overview.form_token),
        name = language.pick("Nombre", "Name"),
        directory = language.pick("Directorio", "Directory"),
        audience = language.pick("Tipos de cuenta admitidos", "Supported account types"),
        single = language.pick(
            "Solo las cuentas de este directorio organizativo (inquilino único)",
            "Accounts in this organizational directory only (Single tenant)"
        ),
        multi = language.pick(
            "Cuentas en cualquier directorio organizativo (Multiinquilino)",
            "Accounts in any organizational directory (Multitenant)"
        ),
        all = language.pick(
            "Cuentas en cualquier directorio organizativo y cuentas Microsoft personales",
            "Accounts in any organizational directory and personal Microsoft accounts"
        ),
        personal = language.pick(
            "Solo cuentas personales de Microsoft",
            "Personal Microsoft accounts only"
        ),
        redirect = language.pick(
            "URI de redirección (opcional) – Web",
            "Redirect URI (optional) – Web"
        ),
        register = language.pick("Registrar", "Register"),
    );
    for (application, secret) in overview.applications {
        content.push_str(&registration(overview, application, secret.as_ref()));
    }
    content.push_str(&people(language, overview.people));
    page(StatusCode::OK, language, title, &content, None, None)
}

fn token_field(token: &str) -> String {
    format!(
        "<input type=\"hidden\" name=\"form_token\" value=\"{}\">",
        escape(token)
    )
}

fn registration(overview: &Overview<'_>, application: &Application, secret: Option<&NewSecret>) -> String {
    let language = overview.language;
    let row = |label: &str, value: &str| format!("<dt>{label}</dt><dd><code>{}</code></dd>", escape(value));
    let mut html = format!("<h2>{}</h2><dl>", escape(&application.name));
    html += &row(
        language.pick("Id. de aplicación (cliente)", "Application (client) ID"),
        &application.client_id,
    );
    html += &row(
        language.pick("Identificador de objeto", "Object ID"),
        &application.object_id,
    );
    html += &row(
        language.pick("Id. de directorio (inquilino)", "Directory (tenant) ID"),
        &application.home_tenant,
    );
    for redirect in &application.redirects {
        html += &row(language.pick("URI de redirección", "Redirect URI"), &redirect.uri);
    }
    html += "</dl>";
    html += &secrets(language, application, secret);
    let permissions = application.permissions.join(", ");
    let has_mail = application.permissions.iter().any(|name| name == "Mail.Send");
    let toggle = if has_mail {
        language.pick("Quitar Mail.Send", "Remove Mail.Send")
    } else {
        language.pick("Agregar Mail.Send", "Add Mail.Send")
    };
    let _ = write!(
        html,
        "<p>{}: {}</p><form method=\"post\" action=\"/practice/change\">{}\
         <input type=\"hidden\" name=\"client_id\" value=\"{}\"><p class=\"buttons\">\
         <button name=\"what\" value=\"secret\">{}</button>\
         <button name=\"what\" value=\"mail\">{toggle}</button>\
         <button name=\"what\" value=\"consent\">{}</button>\
         <button name=\"what\" value=\"delete\">{}</button></p></form>",
        language.pick("Permisos de API", "API permissions"),
        escape(&permissions),
        token_field(overview.form_token),
        escape(&application.client_id),
        language.pick("Nuevo secreto de cliente", "New client secret"),
        language.pick("Conceder consentimiento de administrador", "Grant admin consent"),
        language.pick("Eliminar", "Delete"),
    );
    html
}

/// The secrets: the value of a new one in full, that of the others by its first three characters no more.
fn secrets(language: Language, application: &Application, new: Option<&NewSecret>) -> String {
    if application.secrets.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<table><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr>",
        language.pick("Descripción", "Description"),
        language.pick("Expira", "Expires"),
        language.pick("Valor", "Value"),
        language.pick("Id. de secreto", "Secret ID"),
    );
    for secret in &application.secrets {
        let shown = new.filter(|new| new.secret_id == secret.id);
        let value = shown.map_or_else(|| "•••••••".to_owned(), |new| escape(&new.value));
        let _ = write!(
            html,
            "<tr><td>{}</td><td>{}</td><td><code>{value}</code></td><td><code>{}</code></td></tr>",
            escape(&secret.description),
            secret.expires.strftime("%Y-%m-%d"),
            escape(&secret.id)
        );
    }
    html += "</table>";
    if new.is_some() {
        let _ = write!(
            html,
            "<p class=\"note\">{}</p>",
            language.pick(
                "Copie el valor ahora: no se volverá a mostrar.",
                "Copy the value now: it will not be shown again."
            )
        );
    }
    html
}

fn people(language: Language, addresses: &[String]) -> String {
    let mut html = format!("<h2>{}</h2><ul>", language.pick("Buzones", "Mailboxes"));
    for address in addresses {
        let _ = write!(
            html,
            "<li><a href=\"/practice/mailbox/{}\">{}</a></li>",
            web::segment(address),
            escape(address)
        );
    }
    html + "</ul>"
}

/// The mails that an address has received, newest first.
pub(crate) fn mailbox(language: Language, address: &str, mails: &[ReceivedMail]) -> Response {
    let title = language.pick("Bandeja de entrada", "Inbox");
    let mut content = format!(
        "<h1 class=\"wide\">{title}</h1><p>{}</p><p><a href=\"/practice\">{}</a></p>",
        escape(address),
        language.pick("Volver", "Back")
    );
    if mails.is_empty() {
        content += language.pick("<p>No hay mensajes.</p>", "<p>No messages.</p>");
    }
    for mail in mails.iter().rev() {
        // The body is shown as text, whatever it says it is: mail is the least trusted text of all.
        let _ = write!(
            content,
            "<article><h2>{}</h2><p class=\"note\">{} &lt;{}&gt; · {}</p><pre>{}</pre></article>",
            escape(&mail.subject),
            escape(&mail.from_name),
            escape(&mail.from),
            mail.received.strftime("%Y-%m-%d %H:%M:%SZ"),
            escape(&mail.body)
        );
    }
    page(StatusCode::OK, language, title, &content, None, None)
}
