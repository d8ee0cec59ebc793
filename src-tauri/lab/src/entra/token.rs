//! `POST /{tenant}/oauth2/v2.0/token`: reading the request, and giving every answer its headers.
//!
//! Source: entra-docs `v2-oauth2-auth-code-flow.md`, `v2-oauth2-client-creds-grant-flow.md`; a whole captured
//! exchange (azure-sdk-for-js recording, 2021-05-15).

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State as Shared};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::failure::{Failure, Trace};
use super::redeem::{self, Client};
use super::{authority, issue, scope};
use crate::pages;
use crate::web::{self, Parameters};
use crate::world::grant::Authority;
use crate::world::scenario::Forced;
use crate::world::{State, World};

/// Answers a token request.
pub(crate) async fn token(
    Shared(world): Shared<World>,
    Path(segment): Path<String>,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
    body: Bytes,
) -> Response {
    let mut state = world.lock();
    // A body of another type is read as empty, so that the first parameter is missing, as at Microsoft.
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| {
            kind.to_ascii_lowercase()
                .starts_with("application/x-www-form-urlencoded")
        });
    let form = if is_form {
        Parameters::read(&body)
    } else {
        Parameters::default()
    };
    let correlation = form.get("client-request-id").map(str::to_owned);
    let trace = match correlation {
        Some(id) => Trace::new(state.now(), Some(&id)),
        None => Trace::of_request(state.now(), &headers),
    };
    let forced = forced.map(|Extension(forced)| forced);
    let answer = match &forced {
        Some(Forced::Code(code)) => {
            let application = form.get("client_id").and_then(|id| state.application(id));
            Err(Failure::forced(code, application, &segment))
        }
        Some(Forced::WithoutScope(name)) => answer(&mut state, &segment, &form, &headers, Some(name)),
        _ => answer(&mut state, &segment, &form, &headers, None),
    };
    match answer {
        Ok(body) => web::json(StatusCode::OK, &body, &trace),
        Err(failure) => {
            let status = StatusCode::from_u16(failure.status).unwrap_or(StatusCode::BAD_REQUEST);
            web::json(status, &failure.json(&trace, state.wording), &trace)
        }
    }
}

/// Anything but POST is answered by a page.
pub(crate) async fn wrong_method(Shared(world): Shared<World>, method: Method) -> Response {
    let state = world.lock();
    let text = format!("The endpoint only accepts POST, OPTIONS requests. Received a {method} request.");
    let failure = Failure::new(900_561, "invalid_request", text);
    pages::trouble(&failure, &Trace::new(state.now(), None), state.language)
}

fn answer(
    state: &mut State,
    segment: &str,
    form: &Parameters,
    headers: &HeaderMap,
    withheld: Option<&str>,
) -> Result<Value, Failure> {
    let grant_type = form.require("grant_type")?;
    let basic = basic(headers);
    let client_id = match (form.get("client_id"), &basic) {
        (Some(id), _) => id.to_owned(),
        (None, Some((id, _))) => id.clone(),
        (None, None) => form.require("client_id")?.to_owned(),
    };
    let secret = form
        .get("client_secret")
        .map(str::to_owned)
        .or_else(|| basic.map(|(_, secret)| secret))
        .filter(|secret| !secret.is_empty());
    let authority = authority::resolve(state, segment)?;
    let application = authority::application(state, &authority, &client_id)?.clone();
    let origin = headers
        .get(header::ORIGIN)
        .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let client = Client {
        authority: &authority,
        application: &application,
        secret,
        origin,
        withheld,
    };
    match grant_type {
        "authorization_code" => redeem::code(state, &client, form),
        "refresh_token" => redeem::refresh(state, &client, form),
        "client_credentials" => credentials(state, &client, form),
        other => Err(Failure::new(
            70003,
            "unsupported_grant_type",
            format!("The app requested an unsupported grant type '{other}'."),
        )),
    }
}

/// The client credentials grant: it needs one tenant, a secret, and `.default`.
fn credentials(state: &mut State, client: &Client<'_>, form: &Parameters) -> Result<Value, Failure> {
    let Authority::Tenant(tenant) = client.authority else {
        return Err(Failure::published(9_001_023, &[]));
    };
    let word = form.require("scope")?;
    redeem::refuse_cross_origin(client)?;
    if client.secret.is_none() {
        return Err(Failure::published(7_000_216, &[]));
    }
    redeem::judge_secret(state, client)?;
    match scope::read(state.wording.cloud, word) {
        Ok(scope::Scope::Default(resource)) => {
            // Nobody in this tenant has agreed to the application of another one.
            let principal = state.service_principal(&client.application.client_id, tenant);
            let Some(principal) = principal.cloned() else {
                return Err(Failure::published(
                    7_000_229,
                    &[("appId", &client.application.client_id), ("tenantId", tenant)],
                )
                .with_error("unauthorized_client"));
            };
            Ok(issue::application_token(
                state,
                client.application,
                &principal,
                resource,
                client.withheld,
            ))
        }
        Err(scope::ScopeFault::Resource(name)) => {
            let directory = state
                .tenant(tenant)
                .map_or(tenant.as_str(), |known| known.name.as_str());
            Err(Failure::published(
                500_011,
                &[("name", &name), ("tenant", directory)],
            ))
        }
        _ => Err(Failure::published(1_002_012, &[("scope", word)]).with_error("invalid_scope")),
    }
}

/// Client id and secret by HTTP Basic, each percent-encoded first (RFC 6749, section 2.3.1).
fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let encoded = value
        .strip_prefix("Basic ")
        .or_else(|| value.strip_prefix("basic "))?;
    let decoded = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((decode(id), decode(secret)))
}

fn decode(text: &str) -> String {
    // The value of a form pair, so that `=` and `&` inside are escaped first.
    let escaped = text.replace('&', "%26");
    let pair = format!("x={escaped}");
    let decoded = url::form_urlencoded::parse(pair.as_bytes())
        .next()
        .map(|(_, value)| value.into_owned());
    decoded.unwrap_or_default()
}
