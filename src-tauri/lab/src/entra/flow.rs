//! What comes next in an authorize request: a page for the person, or the answer to the application.

use std::collections::BTreeSet;
use std::time::Duration;

use axum::extract::{Path, Query, State as Shared};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use super::failure::{Failure, Trace};
use super::scope::{self, Resource, Scope};
use super::{answer, authority, consent, issue, permission, role, sign_in};
use crate::pages::{self, Advance};
use crate::web;
use crate::world::directory::{User, UserConsent};
use crate::world::scenario::Act;
use crate::world::session::{Attempt, Prompt};
use crate::world::{State, World};

/// The query of a page that belongs to an attempt.
#[derive(Debug, Deserialize)]
pub(crate) struct Context {
    pub(crate) ctx: String,
}

/// Shows the next page, or answers the application.
pub(crate) fn proceed(state: &mut State, context: &str, browser: &str) -> Response {
    let Some(attempt) = state.attempts.get(context).cloned() else {
        return expired(state);
    };
    let Some(user) = attempt
        .user_id
        .as_deref()
        .and_then(|id| state.user_by_id(id))
        .cloned()
    else {
        return who_is_it(state, context, &attempt, browser);
    };
    let trace = trace(state, &attempt);
    let Some(application) = state.application(&attempt.client_id).cloned() else {
        return expired(state);
    };
    if let Err(misfit) = authority::person(state, &attempt.authority, &application, &user) {
        return match misfit {
            authority::Misfit::Page(failure) => pages::trouble(&failure, &trace, attempt.language),
            authority::Misfit::Inline { .. } => sign_in::show_misfit(state, context, &user.address, &misfit),
        };
    }
    if attempt.admin_consent {
        // An administrator is asked whatever was agreed to before; anybody else is told whom to ask.
        return if user.is_admin {
            consent::show(state, context, &attempt, &application, &user)
        } else {
            approval_redirect(state, context)
        };
    }
    let missing = unconsented(state, &attempt, &user);
    if missing.is_empty() && attempt.prompt != Prompt::Consent {
        return issue::code(state, context, &attempt, &user, browser);
    }
    let needs_administrator = needs_administrator(state, &attempt, &user);
    if attempt.prompt == Prompt::None {
        let failure = if needs_administrator {
            Failure::published(90094, &[])
        } else {
            issue::not_consented(&application)
        };
        return answer::failure(
            &attempt,
            &failure.with_error("interaction_required"),
            &trace,
            state.wording,
        );
    }
    if needs_administrator {
        return approval_redirect(state, context);
    }
    consent::show(state, context, &attempt, &application, &user)
}

/// Nobody has signed in for this attempt yet.
fn who_is_it(state: &mut State, context: &str, attempt: &Attempt, browser: &str) -> Response {
    let signed_in: Vec<User> = state
        .browsers
        .get(browser)
        .map(|known| {
            known
                .signed_in
                .iter()
                .filter_map(|id| state.user_by_id(id).cloned())
                .collect()
        })
        .unwrap_or_default();
    let hinted = attempt.login_hint.as_deref().and_then(|hint| {
        signed_in
            .iter()
            .find(|user| user.address.eq_ignore_ascii_case(hint))
    });
    let chosen = match attempt.prompt {
        Prompt::Login | Prompt::SelectAccount => None,
        _ if attempt.login_hint.is_some() => hinted,
        _ if signed_in.len() == 1 => signed_in.first(),
        _ => None,
    };
    if let Some(user) = chosen {
        let id = user.object_id.clone();
        if let Some(attempt) = state.attempts.get_mut(context) {
            attempt.user_id = Some(id);
        }
        return proceed(state, context, browser);
    }
    match attempt.prompt {
        Prompt::None => {
            let failure = Failure::published(50058, &[]).with_error("login_required");
            answer::failure(attempt, &failure, &trace(state, attempt), state.wording)
        }
        Prompt::Login => sign_in::show_address(state, context, None),
        Prompt::Unset | Prompt::Consent if attempt.login_hint.is_some() => {
            sign_in::show_address(state, context, None)
        }
        _ if signed_in.is_empty() => sign_in::show_address(state, context, None),
        _ => sign_in::show_chooser(state, context, attempt, &signed_in),
    }
}

/// The requested names, lower case, that nobody has agreed to for this person.
pub(crate) fn unconsented(state: &State, attempt: &Attempt, user: &User) -> Vec<String> {
    let requested = requested(state, attempt);
    let agreed: BTreeSet<String> = state.consented(&attempt.client_id, &user.object_id, user.tenant_id());
    // The OpenID scopes ride along with any earlier consent.
    let is_openid = |name: &str| permission::OPENID.contains(&name);
    requested
        .into_iter()
        .map(|name| name.to_ascii_lowercase())
        .filter(|name| !agreed.contains(name) && (agreed.is_empty() || !is_openid(name)))
        .collect()
}

/// Whether an administrator must agree to what is still missing.
pub(crate) fn needs_administrator(state: &State, attempt: &Attempt, user: &User) -> bool {
    if user.is_admin || user.is_personal() {
        return false;
    }
    let policy = state
        .tenant(user.tenant_id())
        .map_or(UserConsent::Allowed, |tenant| tenant.user_consent);
    unconsented(state, attempt, user)
        .iter()
        .any(|name| permission::needs_administrator(name, policy))
}

/// The requested permission names, with OpenID scopes, `.default` resolved.
pub(crate) fn requested(state: &State, attempt: &Attempt) -> Vec<String> {
    let scopes =
        scope::read_all(state.wording.cloud, attempt.scopes.iter().map(String::as_str)).unwrap_or_default();
    let registered = state
        .application(&attempt.client_id)
        .map(|known| known.permissions.clone())
        .unwrap_or_default();
    let mut names = scope::names(&scopes, Resource::Graph, &registered);
    names.extend(scope::names(&scopes, Resource::Outlook, &registered));
    names.extend(scopes.iter().filter_map(|scope| match scope {
        Scope::OpenId(name) => Some((*name).to_owned()),
        _ => None,
    }));
    names
}

/// The application permissions that an administrator is asked for: those registered for a resource of which the
/// request names `.default`. They cannot be asked for by name.
pub(crate) fn requested_roles(state: &State, attempt: &Attempt) -> Vec<String> {
    let scopes =
        scope::read_all(state.wording.cloud, attempt.scopes.iter().map(String::as_str)).unwrap_or_default();
    let registered = state
        .application(&attempt.client_id)
        .map(|known| known.roles.clone())
        .unwrap_or_default();
    registered
        .into_iter()
        .filter(|name| scopes.contains(&Scope::Default(role::resource(name))))
        .collect()
}

/// Sends the person to "Need admin approval".
pub(crate) fn approval_redirect(state: &State, context: &str) -> Response {
    let Some(attempt) = state.attempts.get(context) else {
        return expired(state);
    };
    web::see(&format!(
        "/{}/reprocess?ctx={context}",
        web::segment(&attempt.tenant_segment)
    ))
}

/// The page for a form whose attempt is over or unknown.
pub(crate) fn expired(state: &State) -> Response {
    let trace = Trace::new(state.now(), None);
    pages::trouble(&Failure::published(9_002_313, &[]), &trace, state.language)
}

pub(crate) fn trace(state: &State, attempt: &Attempt) -> Trace {
    Trace::new(state.now(), Some(&attempt.correlation_id))
}

/// How the page of this attempt advances by itself, if at all.
pub(crate) fn advance(state: &State, context: &str) -> Option<Advance> {
    let attempt = state.attempts.get(context)?;
    let autopilot = state.autopilot.as_ref()?;
    if autopilot.act == Act::StayOnPage || !attempt.autopilot_may_act {
        return None;
    }
    Some(Advance {
        after: Duration::from_secs(autopilot.delay.as_secs()),
        to: format!(
            "/{}/autopilot?ctx={context}",
            web::segment(&attempt.tenant_segment)
        ),
    })
}

/// `GET /{tenant}/autopilot`: does what the set person would do on the page that is on screen.
pub(crate) async fn autopilot(
    Shared(world): Shared<World>,
    Path(_): Path<String>,
    Query(Context { ctx }): Query<Context>,
    headers: HeaderMap,
) -> Response {
    let part = {
        let state = world.lock();
        state
            .autopilot
            .as_ref()
            .map(|autopilot| Duration::from_millis(autopilot.delay.subsec_millis().into()))
    };
    // A page's refresh counts whole seconds; the rest of the delay is waited for here.
    tokio::time::sleep(part.unwrap_or_default()).await;
    let mut state = world.lock();
    let (browser, is_new) = web::browser(&mut state, &headers);
    let (Some(autopilot), Some(attempt)) = (state.autopilot.clone(), state.attempts.get(&ctx).cloned())
    else {
        return expired(&state);
    };
    let response = if attempt.user_id.is_none() {
        match autopilot.act {
            Act::Cancel => sign_in::leave(&mut state, &ctx),
            _ => sign_in::sign_in(&mut state, &ctx, &autopilot.address, &browser),
        }
    } else {
        consent::act(&mut state, &ctx, autopilot.act == Act::Accept, false, &browser)
    };
    web::with_browser(response, &browser, is_new, &state.base)
}
