//! `GET /{tenant}/oauth2/v2.0/authorize`: is the request sound, and if not, who is told?
//!
//! Until the redirect address is known to belong to the application, every failure is a page: Microsoft sends
//! nothing to an address it has not checked. From then on failures go back to the application.
//! Source: entra-docs `v2-oauth2-auth-code-flow.md`; captured answers listed in the project's facts.

use axum::Extension;
use axum::extract::{Path, RawQuery, State as Shared};
use axum::http::HeaderMap;
use axum::response::Response;

use super::failure::{Failure, Trace};
use super::scope::{self, Resource, Scope, ScopeFault};
use super::{answer, authority, flow, redirect};
use crate::cloud::Cloud;
use crate::identifier;
use crate::language::Language;
use crate::pages;
use crate::published;
use crate::web::{self, Parameters};
use crate::world::application::{Application, Redirect};
use crate::world::grant::Challenge;
use crate::world::scenario::Forced;
use crate::world::session::{Attempt, Prompt, ResponseMode};
use crate::world::{State, World};

/// Answers an authorize request with the first page, or with an answer to the application.
pub(crate) async fn authorize(
    Shared(world): Shared<World>,
    Path(segment): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
) -> Response {
    let parameters = Parameters::read(query.unwrap_or_default().as_bytes());
    let mut state = world.lock();
    let language = language(&state, &parameters, &headers);
    let trace = Trace::new(state.now(), parameters.get("client-request-id"));
    let attempt = match sound(&state, &segment, &parameters, language, &trace) {
        Ok(attempt) => attempt,
        Err(failure) => return pages::trouble(&failure, &trace, language),
    };
    let wording = state.wording;
    if let Some(failure) = refused(&state, &attempt, &parameters) {
        return answer::failure(&attempt, &failure, &trace, wording);
    }
    if let Some(Extension(Forced::Code(code))) = forced {
        return force(&mut state, attempt, &code, &trace);
    }
    let (browser, is_new) = web::browser(&mut state, &headers);
    let context = remember(&mut state, attempt);
    let response = flow::proceed(&mut state, &context, &browser);
    web::with_browser(response, &browser, is_new, &state.base)
}

/// What must hold before anything is sent to the redirect address.
fn sound(
    state: &State,
    segment: &str,
    parameters: &Parameters,
    language: Language,
    trace: &Trace,
) -> Result<Attempt, Failure> {
    let authority = authority::resolve(state, segment)?;
    let client_id = parameters.require("client_id")?;
    let application = authority::application(state, &authority, client_id)?;
    parameters.require("response_type")?;
    parameters.require("scope")?;
    let (redirect, redirect_uri) = reply_address(application, parameters.get("redirect_uri"))?;
    Ok(Attempt {
        authority,
        tenant_segment: segment.to_owned(),
        client_id: application.client_id.clone(),
        redirect,
        redirect_uri,
        scopes: parameters.words("scope"),
        state: parameters.get("state").map(str::to_owned),
        nonce: parameters.get("nonce").map(str::to_owned),
        response_mode: match parameters.get("response_mode") {
            Some("fragment") => ResponseMode::Fragment,
            Some("form_post") => ResponseMode::FormPost,
            _ => ResponseMode::Query,
        },
        prompt: match parameters.get("prompt") {
            Some("none") => Prompt::None,
            Some("login") => Prompt::Login,
            Some("consent") => Prompt::Consent,
            Some("select_account") => Prompt::SelectAccount,
            _ => Prompt::Unset,
        },
        login_hint: parameters.get("login_hint").map(str::to_owned),
        challenge: challenge(parameters),
        client_info: parameters.get("client_info") == Some("1"),
        admin_consent: false,
        language,
        correlation_id: trace.correlation_id.clone(),
        typed: None,
        user_id: None,
        autopilot_may_act: true,
    })
}

/// The registered address that matches, and the one to answer to.
pub(super) fn reply_address(
    application: &Application,
    sent: Option<&str>,
) -> Result<(Redirect, String), Failure> {
    let id = application.client_id.as_str();
    let Some(first) = application.redirects.first() else {
        return Err(match sent {
            Some(sent) => no_match(id, sent),
            None => Failure::published(500_113, &[("idPhrase", "")]),
        });
    };
    // Without a redirect address the server picks a registered one.
    let sent = sent.unwrap_or(&first.uri);
    if sent.to_ascii_lowercase().starts_with("urn:") {
        return Err(Failure::published(500_119, &[]));
    }
    let found = redirect::find(&application.redirects, sent).ok_or_else(|| no_match(id, sent))?;
    Ok((found.clone(), sent.to_owned()))
}

fn no_match(client_id: &str, sent: &str) -> Failure {
    Failure::published(
        50011,
        &[
            ("redirectTerm", "redirect URI"),
            ("replyAddress", sent),
            ("identifier", client_id),
            ("akamsLink", "https://aka.ms/redirectUriMismatchError"),
            ("detail", ""),
        ],
    )
}

fn challenge(parameters: &Parameters) -> Option<Challenge> {
    let value = parameters.get("code_challenge")?.to_owned();
    Some(match parameters.get("code_challenge_method") {
        Some("S256") => Challenge::S256(value),
        _ => Challenge::Plain(value),
    })
}

/// What is refused by an answer to the application.
fn refused(state: &State, attempt: &Attempt, parameters: &Parameters) -> Option<Failure> {
    let response_type = parameters.get("response_type").unwrap_or_default();
    match response_type {
        "code" => {}
        kind if kind.split(' ').any(|part| part == "id_token") => {
            return Some(Failure::published(700_054, &[]));
        }
        _ => {
            let text = format!(
                "The provided value for the input parameter 'response_type' is not valid. \
                 Expected values are the following: 'code'. Received: '{response_type}'."
            );
            return Some(Failure::new(70005, "unsupported_response_type", text));
        }
    }
    if let Some(prompt) = parameters.get("prompt")
        && !matches!(prompt, "none" | "login" | "consent" | "select_account")
    {
        let text = format!("Unsupported 'prompt' value '{prompt}'.");
        return Some(Failure::new(90023, "invalid_request", text));
    }
    let application = state.application(&attempt.client_id)?;
    match scope::read_all(state.wording.cloud, attempt.scopes.iter().map(String::as_str)) {
        Ok(scopes) => unlisted_resource(state.wording.cloud, application, &scopes),
        Err(fault) => Some(scope_failure(state, attempt, application, &fault)),
    }
}

/// The failure of a scope that does not exist.
pub(super) fn scope_failure(
    state: &State,
    attempt: &Attempt,
    application: &Application,
    fault: &ScopeFault,
) -> Failure {
    match fault {
        // A misspelt scope is an `invalid_client` without `error_uri` (azure-docs #37280, #67211).
        ScopeFault::Permission(resource, scope) => Failure::published(
            650_053,
            &[
                ("name", &application.name),
                ("scope", scope),
                ("resource", resource.application_id()),
            ],
        )
        .without_uri(),
        ScopeFault::Resource(resource) => {
            let tenant = attempt.authority.tenant_id().unwrap_or(&application.home_tenant);
            let name = state.tenant(tenant).map_or(tenant, |known| known.name.as_str());
            Failure::published(500_011, &[("name", resource), ("tenant", name)])
        }
    }
}

/// A resource of which the registration lists nothing. Permissions for Exchange's protocols are registered under
/// Graph, so their names decide; Graph itself is always listed, because every registration starts with User.Read.
fn unlisted_resource(cloud: Cloud, application: &Application, scopes: &[Scope]) -> Option<Failure> {
    if !scope::resources(scopes).contains(&Resource::Outlook) {
        return None;
    }
    let wanted = scope::names(scopes, Resource::Outlook, &application.permissions);
    let listed = wanted.iter().any(|name| {
        application
            .permissions
            .iter()
            .any(|listed| listed.eq_ignore_ascii_case(name))
    });
    if listed {
        return None;
    }
    Some(
        Failure::published(
            650_057,
            &[
                ("appId", &application.client_id),
                ("appName", &application.name),
                ("resource", &Resource::Outlook.audience(cloud)),
                ("resourceAppId", Resource::Outlook.application_id()),
                ("regList", Resource::Graph.application_id()),
            ],
        )
        .with_error("invalid_client"),
    )
}

/// A code forced by scenario, in the shape that Microsoft gives it.
fn force(state: &mut State, attempt: Attempt, code: &str, trace: &Trace) -> Response {
    let number = published::number(code).unwrap_or_default();
    let entry = published::find(number);
    let application = state.application(&attempt.client_id);
    let failure = Failure::forced(code, application, &attempt.tenant_segment);
    if entry.is_some_and(published::PublishedCode::asks_for_an_administrator) {
        let context = remember(state, attempt);
        return flow::approval_redirect(state, &context);
    }
    if entry.is_some_and(published::PublishedCode::redirects) {
        return answer::failure(&attempt, &failure, trace, state.wording);
    }
    pages::trouble(&failure, trace, attempt.language)
}

/// Keeps an attempt under a new context, by which its forms name it.
pub(super) fn remember(state: &mut State, attempt: Attempt) -> String {
    // Abandoned attempts must not grow without bound in a lab that runs for days.
    if state.attempts.len() > 2000 {
        state.attempts.clear();
    }
    let context = format!("rQQ{}", identifier::base64url(90));
    state.attempts.insert(context.clone(), attempt);
    context
}

pub(super) fn language(state: &State, parameters: &Parameters, headers: &HeaderMap) -> Language {
    ["mkt", "ui_locales"]
        .iter()
        .filter_map(|name| parameters.get(name))
        .find_map(Language::first_of)
        .or_else(|| web::accepted_language(headers))
        .unwrap_or(state.language)
}
