//! Turning a code or a refresh token into tokens, with the checks in the order in which they were observed.
//!
//! The client type is checked before the code is touched, so that the same code can be tried again without the
//! secret (ms-365-mcp-server #664); neither does a wrong secret use the code up. Whether a wrong PKCE verifier or
//! redirect address does is not established; here it does not.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::failure::Failure;
use super::issue::{self, Order};
use super::scope::{self, Resource, Scope, ScopeFault};
use crate::web::Parameters;
use crate::world::State;
use crate::world::application::{Application, Audience, Platform, SecretVerdict};
use crate::world::directory::User;
use crate::world::grant::{Authority, CODE_LIFETIME, Challenge, Grant, REFRESH_LIFETIME};
use crate::world::later;

/// Who asks, and how.
pub(crate) struct Client<'a> {
    pub(crate) authority: &'a Authority,
    pub(crate) application: &'a Application,
    pub(crate) secret: Option<String>,
    pub(crate) origin: Option<String>,
    pub(crate) withheld: Option<&'a str>,
}

/// `grant_type=authorization_code`.
pub(crate) fn code(state: &mut State, client: &Client<'_>, form: &Parameters) -> Result<Value, Failure> {
    let value = form.require("code")?.to_owned();
    let Some(code) = state.codes.get(&value).cloned() else {
        return Err(Failure::published(9_002_313, &[]).with_error("invalid_request"));
    };
    if code.grant.client_id != client.application.client_id {
        let text = "The provided authorization code was issued to another application.";
        return Err(Failure::new(70000, "invalid_grant", text));
    }
    check_client(state, client, code.grant.platform, code.challenge.is_some())?;
    if code.grant.authority != *client.authority {
        return Err(Failure::published(700_005, &[]).with_error("invalid_grant"));
    }
    if code.redeemed {
        return Err(Failure::published(54005, &[]));
    }
    let user = user(state, &code.grant)?;
    if state.now() >= later(code.issued, CODE_LIFETIME) {
        let number = if user.is_personal() { 70000 } else { 70008 };
        return Err(Failure::published(number, &[]));
    }
    let sent = form.require("redirect_uri")?;
    if sent != code.redirect_uri {
        return Err(Failure::published(
            500_112,
            &[("actual", sent), ("provided", &code.redirect_uri)],
        ));
    }
    verify(code.challenge.as_ref(), form.get("code_verifier"))?;
    let body = answer(state, client, &code.grant, &user, form)?;
    if let Some(code) = state.codes.get_mut(&value) {
        code.redeemed = true;
    }
    Ok(body)
}

/// `grant_type=refresh_token`. The old token stays good, as at Microsoft.
pub(crate) fn refresh(state: &mut State, client: &Client<'_>, form: &Parameters) -> Result<Value, Failure> {
    let value = form.require("refresh_token")?.to_owned();
    let Some(refresh) = state.refresh_tokens.get(&value).cloned() else {
        return Err(Failure::published(9_002_313, &[])
            .with_error("invalid_grant")
            .with_suberror("bad_token"));
    };
    if refresh.grant.client_id != client.application.client_id {
        let text = "The provided refresh token was issued to another application.";
        return Err(Failure::new(70000, "invalid_grant", text).with_suberror("client_mismatch"));
    }
    check_client(state, client, refresh.grant.platform, true)?;
    if state.now() >= later(refresh.last_used, REFRESH_LIFETIME) {
        let issued = refresh.last_used.to_string();
        return Err(Failure::published(
            700_082,
            &[("issueDate", &issued), ("time", "90.00:00:00")],
        ));
    }
    let user = user(state, &refresh.grant)?;
    if let Some(since) = user.sessions_from.filter(|since| refresh.issued < *since) {
        let (issued, since) = (refresh.issued.to_string(), since.to_string());
        return Err(Failure::published(
            50173,
            &[("authTime", &issued), ("validDate", &since)],
        ));
    }
    let body = answer(state, client, &refresh.grant, &user, form)?;
    let now = state.now();
    if let Some(known) = state.refresh_tokens.get_mut(&value) {
        known.last_used = now;
    }
    Ok(body)
}

/// The type of a client follows from the platform of the redirect address that was used.
fn check_client(
    state: &State,
    client: &Client<'_>,
    platform: Platform,
    has_challenge: bool,
) -> Result<(), Failure> {
    match platform {
        Platform::Spa => {
            if client.secret.is_some() {
                return Err(Failure::published(90023, &[]));
            }
            match &client.origin {
                None => Err(Failure::published(9_002_327, &[])),
                Some(_) if !has_challenge => Err(Failure::published(9_002_325, &[])),
                Some(_) => Ok(()),
            }
        }
        Platform::MobileDesktop => {
            refuse_cross_origin(client)?;
            if client.secret.is_none() {
                return Ok(());
            }
            // Which of the two codes comes when is not established; personal accounts were seen with 90023.
            let personal = matches!(
                client.application.audience,
                Audience::MultiTenantAndPersonal | Audience::PersonalOnly
            );
            Err(Failure::published(if personal { 90023 } else { 700_025 }, &[]))
        }
        Platform::Web => {
            refuse_cross_origin(client)?;
            if client.secret.is_none() {
                return Err(Failure::published(7_000_218, &[]));
            }
            judge_secret(state, client)
        }
    }
}

/// A page's `Origin` header means that a script redeems: only a single-page application may.
pub(crate) fn refuse_cross_origin(client: &Client<'_>) -> Result<(), Failure> {
    match &client.origin {
        Some(origin) => Err(Failure::published(9_002_326, &[("origin", origin)])),
        None => Ok(()),
    }
}

/// Whether the secret that was sent is right.
pub(crate) fn judge_secret(state: &State, client: &Client<'_>) -> Result<(), Failure> {
    let id = [("identifier", client.application.client_id.as_str())];
    match client
        .application
        .judge_secret(client.secret.as_deref().unwrap_or_default(), state.now())
    {
        SecretVerdict::Right => Ok(()),
        SecretVerdict::Expired => Err(Failure::published(7_000_222, &id)),
        SecretVerdict::Wrong => Err(Failure::published(7_000_215, &id)),
    }
}

/// PKCE (RFC 7636, section 4.6).
fn verify(challenge: Option<&Challenge>, verifier: Option<&str>) -> Result<(), Failure> {
    let right = match (challenge, verifier) {
        (None, None) => true,
        (Some(Challenge::Plain(expected)), Some(verifier)) => expected == verifier,
        (Some(Challenge::S256(expected)), Some(verifier)) => {
            *expected == URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()))
        }
        (None, Some(_)) | (Some(_), None) => false,
    };
    if right {
        Ok(())
    } else {
        Err(Failure::published(501_481, &[]))
    }
}

fn user(state: &State, grant: &Grant) -> Result<User, Failure> {
    let user = state.user_by_id(&grant.user_id).cloned();
    user.ok_or_else(|| Failure::published(50173, &[]))
}

/// Reads the scopes, checks the consent, issues.
fn answer(
    state: &mut State,
    client: &Client<'_>,
    grant: &Grant,
    user: &User,
    form: &Parameters,
) -> Result<Value, Failure> {
    let words = if form.get("scope").is_some() {
        form.words("scope")
    } else {
        grant.scopes.clone()
    };
    let scopes = scope::read_all(state.wording.cloud, words.iter().map(String::as_str))
        .map_err(|fault| refused(client, &fault))?;
    let resources = scope::resources(&scopes);
    // Without a scope parameter the first resource of the authorize request is meant.
    if resources.len() > 1 && form.get("scope").is_some() {
        return Err(Failure::published(28000, &[("scope", &words.join(" "))]));
    }
    let resource = resources.first().copied().unwrap_or(Resource::Graph);
    let agreed = state.consented(&grant.client_id, &user.object_id, user.tenant_id());
    let missing = scopes
        .iter()
        .filter_map(|scope| match scope {
            Scope::Named(_, name) => Some(name.to_ascii_lowercase()),
            _ => None,
        })
        .any(|name| !agreed.contains(&name));
    // Of `.default` nothing at all may be agreed to, which is no consent either.
    let nothing = agreed.is_empty() && scopes.iter().any(|scope| matches!(scope, Scope::Default(_)));
    if missing || nothing {
        return Err(issue::not_consented(client.application));
    }
    let order = Order {
        grant,
        application: client.application,
        user,
        scopes: &scopes,
        resource,
        withheld: client.withheld,
        client_info: form.get("client_info") == Some("1"),
    };
    Ok(issue::tokens(state, &order))
}

fn refused(client: &Client<'_>, fault: &ScopeFault) -> Failure {
    let word = match fault {
        ScopeFault::Permission(_, scope) => scope,
        ScopeFault::Resource(name) => {
            let tenant = client
                .authority
                .tenant_id()
                .unwrap_or(&client.application.home_tenant);
            return Failure::published(500_011, &[("name", name), ("tenant", tenant)]);
        }
    };
    let text = format!(
        "The provided request must include a 'scope' input parameter. The provided value for the input parameter \
         'scope' is not valid. The scope '{word}' does not exist."
    );
    Failure::published(70011, &[]).with_message(text)
}
