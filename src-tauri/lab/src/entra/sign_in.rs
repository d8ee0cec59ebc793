//! The sign-in forms: address, password, account chooser, and the button that leaves.

use axum::body::Bytes;
use axum::extract::{Path, State as Shared};
use axum::http::HeaderMap;
use axum::response::Response;

use super::authority::{self, Misfit};
use super::failure::Failure;
use super::{answer, flow};
use crate::pages;
use crate::web::{self, Parameters};
use crate::world::directory::User;
use crate::world::session::Attempt;
use crate::world::{State, World};

/// `POST /{tenant}/login`: the address, then the password.
pub(crate) async fn login(
    Shared(world): Shared<World>,
    Path(_): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Parameters::read(&body);
    let mut state = world.lock();
    let (browser, is_new) = web::browser(&mut state, &headers);
    let context = form.get("ctx").unwrap_or_default();
    let response = if form.get("passwd").is_some() {
        let typed = state
            .attempts
            .get(context)
            .and_then(|attempt| attempt.typed.clone());
        match typed {
            Some(address) => sign_in(&mut state, context, &address, &browser),
            None => flow::expired(&state),
        }
    } else {
        take_address(&mut state, context, form.get("login").unwrap_or_default())
    };
    web::with_browser(response, &browser, is_new, &state.base)
}

/// `POST /{tenant}/account`: an account of the chooser, or another one.
pub(crate) async fn account(
    Shared(world): Shared<World>,
    Path(_): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Parameters::read(&body);
    let mut state = world.lock();
    let (browser, is_new) = web::browser(&mut state, &headers);
    let context = form.get("ctx").unwrap_or_default();
    let known = state
        .browsers
        .get(&browser)
        .map(|known| known.signed_in.clone())
        .unwrap_or_default();
    let chosen = form
        .get("account")
        .and_then(|address| state.user_by_address(address))
        .filter(|user| known.contains(&user.object_id))
        .map(|user| user.address.clone());
    let response = match chosen {
        Some(address) => sign_in(&mut state, context, &address, &browser),
        None => show_address(&mut state, context, None),
    };
    web::with_browser(response, &browser, is_new, &state.base)
}

/// `POST /{tenant}/cancel`.
pub(crate) async fn cancel(Shared(world): Shared<World>, Path(_): Path<String>, body: Bytes) -> Response {
    let form = Parameters::read(&body);
    leave(&mut world.lock(), form.get("ctx").unwrap_or_default())
}

/// Leaves the sign-in page for the application.
pub(crate) fn leave(state: &mut State, context: &str) -> Response {
    match state.attempts.remove(context) {
        Some(attempt) => answer::cancelled(&attempt),
        None => flow::expired(state),
    }
}

/// The first page: which address?
pub(crate) fn show_address(state: &mut State, context: &str, error: Option<&str>) -> Response {
    if let Some(attempt) = state.attempts.get_mut(context) {
        attempt.autopilot_may_act = error.is_none();
    }
    let Some(attempt) = state.attempts.get(context) else {
        return flow::expired(state);
    };
    let prefilled = attempt
        .typed
        .as_deref()
        .or(attempt.login_hint.as_deref())
        .unwrap_or_default();
    let people: Vec<_> = state.users.iter().map(|user| user.address.as_str()).collect();
    let page = pages::SignIn {
        attempt,
        context,
        prefilled,
        people: &people,
        error,
    };
    page.address(flow::advance(state, context).as_ref())
}

/// An account that does not fit, said beside the address field.
pub(crate) fn show_misfit(state: &mut State, context: &str, address: &str, misfit: &Misfit) -> Response {
    let Some(attempt) = state.attempts.get_mut(context) else {
        return flow::expired(state);
    };
    attempt.user_id = None;
    attempt.typed = Some(address.to_owned());
    let text = match misfit {
        Misfit::Inline { es, en } => attempt.language.pick(es, en).to_owned(),
        Misfit::Page(failure) => failure.headline(),
    };
    show_address(state, context, Some(&text))
}

pub(crate) fn show_chooser(state: &State, context: &str, attempt: &Attempt, users: &[User]) -> Response {
    let accounts: Vec<_> = users
        .iter()
        .map(|user| (user.address.as_str(), user.display_name.as_str()))
        .collect();
    pages::chooser(
        attempt,
        context,
        &accounts,
        flow::advance(state, context).as_ref(),
    )
}

fn take_address(state: &mut State, context: &str, address: &str) -> Response {
    let address = address.trim().to_owned();
    let Some(attempt) = state.attempts.get_mut(context) else {
        return flow::expired(state);
    };
    attempt.typed = Some(address.clone());
    let attempt = attempt.clone();
    match fits(state, &attempt, &address) {
        Ok(()) => pages::password(
            &attempt,
            context,
            &address,
            flow::advance(state, context).as_ref(),
        ),
        Err(text) => show_address(state, context, Some(&text)),
    }
}

/// What is said beside the address field before a password is asked for.
fn fits(state: &State, attempt: &Attempt, address: &str) -> Result<(), String> {
    let Some(user) = state.user_by_address(address) else {
        let tenant = attempt.authority.tenant_id().and_then(|id| state.tenant(id));
        let tenant = tenant.map_or("'common'", |known| known.name.as_str());
        return Err(Failure::published(50034, &[("identifier", address), ("tenant", tenant)]).headline());
    };
    let Some(application) = state.application(&attempt.client_id) else {
        return Ok(());
    };
    match authority::person(state, &attempt.authority, application, user) {
        Err(Misfit::Inline { es, en }) => Err(attempt.language.pick(es, en).to_owned()),
        _ => Ok(()),
    }
}

/// The person is known now. Every password is right in the lab: none must ever be typed here.
pub(crate) fn sign_in(state: &mut State, context: &str, address: &str, browser: &str) -> Response {
    let Some(attempt) = state.attempts.get(context).cloned() else {
        return flow::expired(state);
    };
    if let Err(text) = fits(state, &attempt, address) {
        return show_address(state, context, Some(&text));
    }
    let Some(id) = state.user_by_address(address).map(|user| user.object_id.clone()) else {
        return flow::expired(state);
    };
    let known = state.browsers.entry(browser.to_owned()).or_default();
    known.signed_in.retain(|other| *other != id);
    known.signed_in.push(id.clone());
    if let Some(attempt) = state.attempts.get_mut(context) {
        attempt.user_id = Some(id);
        attempt.autopilot_may_act = true;
    }
    flow::proceed(state, context, browser)
}
