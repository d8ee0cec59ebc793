//! The consent page and the page that asks for an administrator.

use axum::body::Bytes;
use axum::extract::{Path, Query, State as Shared};
use axum::http::HeaderMap;
use axum::response::Response;

use super::failure::Failure;
use super::flow::{self, Context};
use super::{admin_consent, answer, permission, role, sign_in};
use crate::pages;
use crate::web::{self, Parameters};
use crate::world::application::Application;
use crate::world::consent::ConsentBy;
use crate::world::directory::User;
use crate::world::session::{Attempt, Prompt};
use crate::world::{State, World};

/// "Permissions requested".
pub(crate) fn show(
    state: &State,
    context: &str,
    attempt: &Attempt,
    application: &Application,
    user: &User,
) -> Response {
    let names = flow::requested(state, attempt);
    let mut words: Vec<_> = names
        .iter()
        .filter_map(|name| permission::find(name))
        .map(|permission| permission.words(attempt.language))
        .collect();
    if attempt.admin_consent {
        let roles = flow::requested_roles(state, attempt);
        words.extend(
            roles
                .iter()
                .filter_map(|name| role::words(name, attempt.language)),
        );
    }
    let page = pages::Consent {
        attempt,
        context,
        application: &application.name,
        account: &user.address,
        permissions: &words,
        may_consent_for_all: user.is_admin && !user.is_personal() && !attempt.admin_consent,
    };
    page.page(flow::advance(state, context).as_ref())
}

/// `POST /{tenant}/consent`.
pub(crate) async fn decide(
    Shared(world): Shared<World>,
    Path(_): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Parameters::read(&body);
    let mut state = world.lock();
    let (browser, is_new) = web::browser(&mut state, &headers);
    let accepted = form.get("decision") == Some("accept");
    let for_all = form.get("organization") == Some("1");
    let context = form.get("ctx").unwrap_or_default();
    let response = act(&mut state, context, accepted, for_all, &browser);
    web::with_browser(response, &browser, is_new, &state.base)
}

/// Accepts or declines what the page on screen asks.
pub(crate) fn act(
    state: &mut State,
    context: &str,
    accepted: bool,
    for_all: bool,
    browser: &str,
) -> Response {
    let Some(attempt) = state.attempts.get(context).cloned() else {
        return flow::expired(state);
    };
    let Some(user) = attempt
        .user_id
        .as_deref()
        .and_then(|id| state.user_by_id(id))
        .cloned()
    else {
        return flow::expired(state);
    };
    if !accepted {
        state.attempts.remove(context);
        let failure = Failure::published(65004, &[]).with_error("access_denied");
        let trace = flow::trace(state, &attempt);
        return answer::failure(&attempt, &failure, &trace, state.wording);
    }
    if attempt.admin_consent {
        return admin_consent::accept(state, context, &attempt, &user);
    }
    if flow::needs_administrator(state, &attempt, &user) {
        return flow::approval_redirect(state, context);
    }
    let names = flow::requested(state, &attempt)
        .into_iter()
        .map(|name| name.to_ascii_lowercase());
    let by = if for_all && user.is_admin {
        ConsentBy::Tenant(user.tenant_id().to_owned())
    } else {
        ConsentBy::User(user.object_id)
    };
    state.consent(&attempt.client_id, by, names);
    if let Some(attempt) = state.attempts.get_mut(context) {
        // Asked and answered: the page must not come again for the same request.
        attempt.prompt = Prompt::Unset;
    }
    flow::proceed(state, context, browser)
}

/// `GET /{tenant}/reprocess`: "Need admin approval" (aspnetcore-webapp #44).
pub(crate) async fn approval(
    Shared(world): Shared<World>,
    Path(_): Path<String>,
    Query(Context { ctx }): Query<Context>,
) -> Response {
    let state = world.lock();
    let Some(attempt) = state.attempts.get(&ctx) else {
        return flow::expired(&state);
    };
    let name = state
        .application(&attempt.client_id)
        .map(|known| known.name.as_str())
        .unwrap_or_default();
    let account = attempt.user_id.as_deref().and_then(|id| state.user_by_id(id));
    let account = account.map(|user| user.address.as_str()).unwrap_or_default();
    pages::approval(attempt, &ctx, name, account, &flow::trace(&state, attempt))
}

/// `GET /{tenant}/switch`: "Have an admin account? Sign in with that account".
pub(crate) async fn other_account(
    Shared(world): Shared<World>,
    Path(_): Path<String>,
    Query(Context { ctx }): Query<Context>,
) -> Response {
    let mut state = world.lock();
    if let Some(attempt) = state.attempts.get_mut(&ctx) {
        attempt.user_id = None;
        attempt.typed = Some(String::new());
    }
    sign_in::show_address(&mut state, &ctx, None)
}

/// `GET /{tenant}/return`: "Return to the application without granting consent".
pub(crate) async fn give_up(
    Shared(world): Shared<World>,
    Path(_): Path<String>,
    Query(Context { ctx }): Query<Context>,
) -> Response {
    let mut state = world.lock();
    let Some(attempt) = state.attempts.remove(&ctx) else {
        return flow::expired(&state);
    };
    let failure = Failure::published(90094, &[]).with_error("access_denied");
    let trace = flow::trace(&state, &attempt);
    answer::failure(&attempt, &failure, &trace, state.wording)
}
