//! `GET /{tenant}/v2.0/adminconsent`: the one link by which an administrator agrees for the whole tenant.
//!
//! Source: entra-docs `v2-admin-consent.md`; the classic `/{tenant}/adminconsent` takes no scope and means the
//! registered permissions.

use axum::extract::{Path, RawQuery, State as Shared};
use axum::http::HeaderMap;
use axum::response::Response;

use super::failure::{Failure, Trace};
use super::scope::{self, Resource};
use super::{answer, authority, authorize, flow};
use crate::pages;
use crate::web::{self, Parameters};
use crate::world::consent::ConsentBy;
use crate::world::directory::User;
use crate::world::session::{Attempt, Prompt, ResponseMode};
use crate::world::{State, World};

/// Shows the sign-in for an administrator.
pub(crate) async fn ask(
    Shared(world): Shared<World>,
    Path(segment): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let parameters = Parameters::read(query.unwrap_or_default().as_bytes());
    let mut state = world.lock();
    let language = authorize::language(&state, &parameters, &headers);
    let trace = Trace::new(state.now(), parameters.get("client-request-id"));
    let mut attempt = match sound(&state, &segment, &parameters, &trace) {
        Ok(attempt) => attempt,
        Err(failure) => return pages::trouble(&failure, &trace, language),
    };
    attempt.language = language;
    let words = attempt.scopes.iter().map(String::as_str);
    if let Err(fault) = scope::read_all(state.wording.cloud, words)
        && let Some(application) = state.application(&attempt.client_id)
    {
        let failure = authorize::scope_failure(&state, &attempt, application, &fault);
        return answer::failure(&attempt, &failure, &trace, state.wording);
    }
    let (browser, is_new) = web::browser(&mut state, &headers);
    let context = authorize::remember(&mut state, attempt);
    let response = flow::proceed(&mut state, &context, &browser);
    web::with_browser(response, &browser, is_new, &state.base)
}

fn sound(state: &State, segment: &str, parameters: &Parameters, trace: &Trace) -> Result<Attempt, Failure> {
    let authority = authority::resolve(state, segment)?;
    let application = authority::application(state, &authority, parameters.require("client_id")?)?;
    let (redirect, redirect_uri) = authorize::reply_address(application, parameters.get("redirect_uri"))?;
    let mut scopes = parameters.words("scope");
    if scopes.is_empty() {
        // What is registered, whatever it belongs to.
        let all = [Resource::Graph, Resource::Outlook];
        scopes.extend(all.map(|resource| format!("{}/.default", resource.audience(state.wording.cloud))));
    }
    Ok(Attempt {
        authority,
        tenant_segment: segment.to_owned(),
        client_id: application.client_id.clone(),
        redirect,
        redirect_uri,
        scopes,
        state: parameters.get("state").map(str::to_owned),
        nonce: None,
        response_mode: ResponseMode::Query,
        prompt: Prompt::Unset,
        login_hint: parameters.get("login_hint").map(str::to_owned),
        challenge: None,
        client_info: false,
        admin_consent: true,
        language: state.language,
        correlation_id: trace.correlation_id.clone(),
        typed: None,
        user_id: None,
        autopilot_may_act: true,
    })
}

/// The administrator has agreed: everybody in the tenant has.
pub(super) fn accept(state: &mut State, context: &str, attempt: &Attempt, user: &User) -> Response {
    if !user.is_admin {
        return flow::approval_redirect(state, context);
    }
    state.attempts.remove(context);
    let tenant = user.tenant_id().to_owned();
    let names = flow::requested(state, attempt)
        .into_iter()
        .map(|name| name.to_ascii_lowercase());
    state.consent(&attempt.client_id, ConsentBy::Tenant(tenant.clone()), names);
    let roles = flow::requested_roles(state, attempt);
    state.consent_roles(&attempt.client_id, &tenant, roles.into_iter());
    let fields = vec![
        ("admin_consent", "True".to_owned()),
        ("tenant", tenant),
        ("scope", attempt.scopes.join(" ")),
    ];
    answer::send(attempt, fields, false)
}
