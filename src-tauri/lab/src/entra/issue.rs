//! Issuing codes and tokens.

use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use serde_json::{Map, Value, json};

use super::answer;
use super::failure::Failure;
use super::role;
use super::scope::{self, Resource, Scope};
use crate::cloud::Cloud;
use crate::identifier;
use crate::world::application::Application;
use crate::world::consent::ServicePrincipal;
use crate::world::directory::User;
use crate::world::grant::{Access, Code, Grant, Holder, Refresh};
use crate::world::session::Attempt;
use crate::world::{State, later};

/// Issues a code and sends it to the application. The attempt is over.
pub(crate) fn code(
    state: &mut State,
    context: &str,
    attempt: &Attempt,
    user: &User,
    browser: &str,
) -> Response {
    let value = if user.is_personal() {
        identifier::personal_code()
    } else {
        identifier::work_code()
    };
    let code = Code {
        grant: Grant {
            client_id: attempt.client_id.clone(),
            user_id: user.object_id.clone(),
            authority: attempt.authority.clone(),
            scopes: attempt.scopes.clone(),
            nonce: attempt.nonce.clone(),
            platform: attempt.redirect.platform,
        },
        redirect_uri: attempt.redirect_uri.clone(),
        challenge: attempt.challenge.clone(),
        issued: state.now(),
        redeemed: false,
    };
    state.codes.insert(value.clone(), code);
    state.attempts.remove(context);
    let session = state
        .browsers
        .get(browser)
        .map(|known| known.session_id.clone())
        .unwrap_or_default();
    let mut fields = vec![("code", value)];
    if attempt.client_info {
        fields.push(("client_info", client_info(user)));
    }
    fields.push(("session_state", session));
    answer::send(attempt, fields, false)
}

/// The failure of a grant that lacks consent.
pub(crate) fn not_consented(application: &Application) -> Failure {
    let phrase = format!(" named '{}'", application.name);
    Failure::published(
        65001,
        &[("identifier", &application.client_id), ("namePhrase", &phrase)],
    )
}

/// base64url of `{"uid":"<oid>","utid":"<tid>"}`, as MSAL asks for it.
fn client_info(user: &User) -> String {
    URL_SAFE_NO_PAD.encode(json!({"uid": user.object_id, "utid": user.tenant_id()}).to_string())
}

/// What a token request asks for, once everything about it has been found right.
pub(crate) struct Order<'a> {
    pub(crate) grant: &'a Grant,
    pub(crate) application: &'a Application,
    pub(crate) user: &'a User,
    pub(crate) scopes: &'a [Scope],
    pub(crate) resource: Resource,
    /// Scopes that a scenario withholds.
    pub(crate) withheld: Option<&'a str>,
    pub(crate) client_info: bool,
}

/// The 200 answer for a person's grant, keys in Microsoft's order.
pub(crate) fn tokens(state: &mut State, order: &Order<'_>) -> Value {
    let names = granted(state, order);
    let seconds = identifier::lifetime_seconds();
    let now = state.now();
    let access = access_token(state, order, &names, seconds);
    let access_record = Access {
        resource: order.resource,
        client_id: order.application.client_id.clone(),
        holder: Holder::Person {
            id: order.user.object_id.clone(),
            scopes: names.clone(),
        },
        expires: later(now, SignedDuration::from_secs(seconds)),
    };
    state.access_tokens.insert(access.clone(), access_record);

    let mut body = Map::new();
    body.insert("token_type".to_owned(), json!("Bearer"));
    body.insert(
        "scope".to_owned(),
        json!(scope_text(state.wording.cloud, order, &names)),
    );
    body.insert("expires_in".to_owned(), json!(seconds));
    body.insert("ext_expires_in".to_owned(), json!(seconds));
    body.insert("access_token".to_owned(), json!(access));
    let granted = scope::read_all(state.wording.cloud, order.grant.scopes.iter().map(String::as_str))
        .unwrap_or_default();
    if scope::has_openid(&granted, "offline_access") || scope::has_openid(order.scopes, "offline_access") {
        let refresh = if order.user.is_personal() {
            identifier::personal_refresh()
        } else {
            identifier::work_refresh()
        };
        state.refresh_tokens.insert(
            refresh.clone(),
            Refresh {
                grant: order.grant.clone(),
                issued: now,
                last_used: now,
            },
        );
        body.insert("refresh_token".to_owned(), json!(refresh));
    }
    if scope::has_openid(&granted, "openid") || scope::has_openid(order.scopes, "openid") {
        body.insert("id_token".to_owned(), json!(id_token(state, order, seconds)));
    }
    if order.client_info {
        body.insert("client_info".to_owned(), json!(client_info(order.user)));
    }
    Value::Object(body)
}

/// The permission names of the token: what was asked for, and what was agreed to earlier for the same resource
/// (entra-docs `reference-breaking-changes.md`, August 2021).
fn granted(state: &State, order: &Order<'_>) -> Vec<String> {
    let agreed = state.consented(
        &order.application.client_id,
        &order.user.object_id,
        order.user.tenant_id(),
    );
    let mut names = scope::names(order.scopes, order.resource, &order.application.permissions);
    let more = agreed
        .iter()
        .filter_map(|name| super::permission::find(name))
        .map(|known| &known.value);
    for name in more {
        let belongs = match order.resource {
            Resource::Graph => !super::permission::OPENID.contains(&name.as_str()),
            // The lab keeps consents by name; these are Exchange's whatever they were registered under.
            Resource::Outlook => super::permission::is_protocol(name),
        };
        if belongs && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names.retain(|name| {
        let withheld = order
            .withheld
            .is_some_and(|withheld| withheld.eq_ignore_ascii_case(name));
        !withheld && agreed.contains(&name.to_ascii_lowercase())
    });
    names
}

/// The `scope` of the answer: full names, OpenID scopes short, never `offline_access`.
fn scope_text(cloud: Cloud, order: &Order<'_>, names: &[String]) -> String {
    let mut words: Vec<String> = order
        .scopes
        .iter()
        .filter_map(|scope| match scope {
            Scope::OpenId(name) if *name != "offline_access" => Some((*name).to_owned()),
            _ => None,
        })
        .collect();
    words.extend(names.iter().map(|name| match order.resource {
        // Work answers name Graph's permissions shortly or in full; personal ones in full.
        Resource::Graph if !order.user.is_personal() => name.clone(),
        resource => format!("{}/{name}", resource.audience(cloud)),
    }));
    words.join(" ")
}

fn access_token(state: &State, order: &Order<'_>, names: &[String], seconds: i64) -> String {
    if order.user.is_personal() {
        return identifier::personal_access();
    }
    let cloud = state.wording.cloud;
    let now = state.now().as_second();
    let tenant = order.user.tenant_id();
    jwt(&json!({
        "aud": order.resource.audience(cloud),
        "iss": format!("https://{}/{tenant}/", cloud.token_issuer_host()),
        "iat": now,
        "nbf": now,
        "exp": now + seconds,
        "acct": 0,
        "app_displayname": order.application.name,
        "appid": order.application.client_id,
        "appidacr": "1",
        "idtyp": "user",
        "name": order.user.display_name,
        "oid": order.user.object_id,
        "scp": names.join(" "),
        "tid": tenant,
        "unique_name": order.user.address,
        "upn": order.user.address,
        "uti": identifier::base64url(16),
        "ver": "1.0"
    }))
}

fn id_token(state: &State, order: &Order<'_>, seconds: i64) -> String {
    let now = state.now().as_second();
    let tenant = order.user.tenant_id();
    let mut claims = json!({
        "aud": order.application.client_id,
        "iss": format!("{}/{tenant}/v2.0", state.issuer()),
        "iat": now,
        "nbf": now,
        "exp": now + seconds,
        "name": order.user.display_name,
        "oid": order.user.object_id,
        "preferred_username": order.user.address,
        "email": order.user.address,
        "rh": identifier::base64url(30),
        "sub": identifier::base64url(32),
        "tid": tenant,
        "uti": identifier::base64url(16),
        "ver": "2.0"
    });
    if let (Some(nonce), Some(claims)) = (&order.grant.nonce, claims.as_object_mut()) {
        claims.insert("nonce".to_owned(), json!(nonce));
    }
    jwt(&claims)
}

/// The 200 answer of the client credentials grant: a token of the application itself. It carries the application
/// permissions that the tenant's administrator has agreed to, and no `roles` at all where there are none.
pub(crate) fn application_token(
    state: &mut State,
    application: &Application,
    principal: &ServicePrincipal,
    resource: Resource,
    withheld: Option<&str>,
) -> Value {
    let cloud = state.wording.cloud;
    let now = state.now();
    let tenant = principal.tenant.as_str();
    let roles: Vec<String> = state
        .consented_roles(&application.client_id, tenant)
        .into_iter()
        .filter(|name| role::resource(name) == resource)
        .filter(|name| !withheld.is_some_and(|withheld| withheld.eq_ignore_ascii_case(name)))
        .collect();
    let mut claims = json!({
        "aud": resource.audience(cloud),
        "iss": format!("https://{}/{tenant}/", cloud.token_issuer_host()),
        "iat": now.as_second(),
        "nbf": now.as_second(),
        "exp": now.as_second() + 3599,
        "app_displayname": application.name,
        "appid": application.client_id,
        "appidacr": "1",
        "idtyp": "app",
        "oid": principal.object_id,
        "sub": principal.object_id,
        "tid": tenant,
        "uti": identifier::base64url(16),
        "ver": "1.0"
    });
    if let (false, Some(claims)) = (roles.is_empty(), claims.as_object_mut()) {
        claims.insert("roles".to_owned(), json!(roles));
    }
    let token = jwt(&claims);
    let record = Access {
        resource,
        client_id: application.client_id.clone(),
        holder: Holder::Application {
            tenant_id: tenant.to_owned(),
            roles,
        },
        expires: later(now, SignedDuration::from_secs(3599)),
    };
    state.access_tokens.insert(token.clone(), record);
    json!({ "token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599, "access_token": token })
}

/// Three parts of base64url. The signature is random: nobody but Microsoft's own services may check it, and a
/// client that parses an access token is wrong already.
fn jwt(claims: &Value) -> String {
    let header = json!({
        "typ": "JWT",
        "nonce": identifier::base64url(32),
        "alg": "RS256",
        "x5t": identifier::base64url(20),
        "kid": identifier::base64url(20)
    });
    format!(
        "{}.{}.{}",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string()),
        identifier::base64url(256)
    )
}
