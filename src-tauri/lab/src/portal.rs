//! `/practice`: what the Entra portal and Outlook are to a real person, small enough to practise with.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State as Shared};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

use crate::language::Language;
use crate::pages::{self, Overview};
use crate::web::{self, Parameters};
use crate::world::World;
use crate::world::application::{Audience, NewApplication, Redirect};

/// What the portal recommends: 180 days.
const SECRET_LIFETIME: Duration = Duration::from_hours(180 * 24);
/// Longer texts than the portal's own fields take are refused.
const MAX_TEXT: usize = 256;

pub(crate) fn routes() -> Router<World> {
    Router::new()
        .route("/practice", get(home))
        .route("/practice/register", post(register))
        .route("/practice/change", post(change))
        .route("/practice/mailbox/{address}", get(mailbox))
}

fn language(world: &World, headers: &HeaderMap) -> Language {
    web::accepted_language(headers).unwrap_or_else(|| world.lock().language)
}

async fn home(Shared(world): Shared<World>, headers: HeaderMap) -> Response {
    let language = language(&world, &headers);
    let mut state = world.lock();
    // Taken out, not copied: a secret is shown once.
    let mut unshown = std::mem::take(&mut state.unshown_secrets);
    let tenants: Vec<_> = state
        .tenants
        .iter()
        .map(|tenant| (tenant.name.clone(), tenant.id.clone(), tenant.domain.clone()))
        .collect();
    let applications: Vec<_> = state
        .applications
        .iter()
        .rev()
        .map(|application| (application.clone(), unshown.remove(&application.client_id)))
        .collect();
    let people: Vec<_> = state.users.iter().map(|user| user.address.clone()).collect();
    pages::home(&Overview {
        language,
        form_token: &state.form_token,
        tenants: &tenants,
        applications: &applications,
        people: &people,
    })
}

/// A form without the token of this run did not come from the practice page.
fn is_genuine(world: &World, form: &Parameters) -> bool {
    form.get("form_token") == Some(world.lock().form_token.as_str())
}

async fn register(Shared(world): Shared<World>, body: Bytes) -> Response {
    let form = Parameters::read(&body);
    if !is_genuine(&world, &form) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let name = form.get("name").unwrap_or_default().trim();
    let redirect = form.get("redirect").map(str::trim).filter(|uri| !uri.is_empty());
    let tenant = form.get("tenant").unwrap_or_default();
    let is_known = world.lock().tenant(tenant).is_some();
    if name.is_empty() || name.len() > MAX_TEXT || !is_known || !redirect.is_none_or(is_web_redirect) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let mut permissions = vec!["User.Read".to_owned()];
    if form.get("mail").is_some() {
        permissions.push("Mail.Send".to_owned());
    }
    let registered = world.register_application(NewApplication {
        name: name.to_owned(),
        home_tenant: tenant.to_owned(),
        audience: match form.get("audience") {
            Some("multi") => Audience::MultiTenant,
            Some("all") => Audience::MultiTenantAndPersonal,
            Some("personal") => Audience::PersonalOnly,
            _ => Audience::SingleTenant,
        },
        redirects: redirect.map(Redirect::web).into_iter().collect(),
        permissions,
    });
    new_secret(&world, &registered.client_id);
    web::see("/practice")
}

/// The portal's rule: https, or http on localhost.
fn is_web_redirect(uri: &str) -> bool {
    let allowed = uri.starts_with("https://") || uri.starts_with("http://localhost");
    uri.len() <= MAX_TEXT && allowed && url::Url::parse(uri).is_ok()
}

fn new_secret(world: &World, client_id: &str) {
    let secret = world.add_secret(client_id, "ERP", SECRET_LIFETIME);
    world.lock().unshown_secrets.insert(client_id.to_owned(), secret);
}

async fn change(Shared(world): Shared<World>, body: Bytes) -> Response {
    let form = Parameters::read(&body);
    if !is_genuine(&world, &form) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let client_id = form.get("client_id").unwrap_or_default();
    match form.get("what") {
        Some("secret") => new_secret(&world, client_id),
        Some("mail") => toggle_mail(&world, client_id),
        Some("consent") => world.grant_admin_consent(client_id),
        Some("delete") => world.delete_application(client_id),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    }
    web::see("/practice")
}

fn toggle_mail(world: &World, client_id: &str) {
    let current = world
        .lock()
        .application(client_id)
        .map(|known| known.permissions.clone())
        .unwrap_or_default();
    let mut kept: Vec<&str> = current
        .iter()
        .map(String::as_str)
        .filter(|name| *name != "Mail.Send")
        .collect();
    if kept.len() == current.len() {
        kept.push("Mail.Send");
    }
    world.set_permissions(client_id, &kept);
}

async fn mailbox(Shared(world): Shared<World>, Path(address): Path<String>, headers: HeaderMap) -> Response {
    pages::mailbox(language(&world, &headers), &address, &world.mailbox(&address))
}
