//! JSON administration of a running lab, for programs that are not in the same process.
//!
//! | request | body | answer |
//! |---|---|---|
//! | `GET /lab/state` | | tenants, people, applications (no secret) |
//! | `POST /lab/practice` | | the sample company, see [`Practice`] |
//! | `POST /lab/tenants` | [`NewTenant`] | `{"id"}` |
//! | `POST /lab/users` | [`NewUser`] | `{"id"}` |
//! | `POST /lab/applications` | [`NewApplication`] | `{"client_id","object_id","tenant_id"}` |
//! | `DELETE /lab/applications/{client_id}` | | 204 |
//! | `POST /lab/applications/{client_id}/secrets` | `{"description","seconds"}` | `{"value","secret_id","expires"}` |
//! | `POST /lab/applications/{client_id}/expire` | | 204 |
//! | `POST /lab/applications/{client_id}/redirects` | [`Redirect`] | 204 |
//! | `POST /lab/applications/{client_id}/permissions` | `["Mail.Send"]` | 204 |
//! | `POST /lab/applications/{client_id}/consent` | | 204: consent of the administrator |
//! | `POST /lab/applications/{client_id}/application-permissions` | `["Calendars.ReadWrite"]` | 204 |
//! | `PUT /lab/applications/{client_id}/tenants/{tenant}` | | 204: consent of that tenant's administrator |
//! | `DELETE /lab/applications/{client_id}/tenants/{tenant}/consents` | | 204: what was agreed to there is revoked |
//! | `DELETE /lab/applications/{client_id}/tenants/{tenant}` | | 204: the application is removed from that tenant |
//! | `POST /lab/users/{address}/revoke` | | 204: every session of that person ends |
//! | `GET /lab/items/{address}/{kind}` | | events (`event`) or contacts (`contact`), see [`KeptItem`] |
//! | `PUT /lab/inbox/{address}` | [`Inbox`] | 204 |
//! | `POST /lab/introspect` | the form `token=…` | what the token is (RFC 7662) |
//! | `GET /lab/mailboxes/{address}` | | the mails received, see [`ReceivedMail`] |
//! | `GET /lab/sent/{address}` | | the mails kept by the sender |
//! | `POST /lab/force` | `{"place":"token","fault":{"code":"AADSTS53003"},"once":true}` | 204 |
//! | `DELETE /lab/force` | | 204 |
//! | `PUT /lab/autopilot` | [`Autopilot`] or `null` | 204 |
//! | `POST /lab/clock` | `{"advance_seconds":600}` | `{"now"}` |
//! | `GET /lab/requests` | | method, path and status of every request seen |
//!
//! A request with an `Origin` of another site, or a `Host` other than localhost, is refused.

use std::time::Duration;

use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::routing::{delete, get, post, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::world::World;
use crate::world::application::{NewApplication, NewSecret, Redirect, RegisteredApplication};
use crate::world::contents::{Inbox, ItemKind, KeptItem};
use crate::world::directory::{NewTenant, NewUser};
use crate::world::mail::ReceivedMail;
use crate::world::practice::Practice;
use crate::world::scenario::{Autopilot, Forced, Place, SeenRequest};

pub(crate) fn routes() -> Router<World> {
    Router::new()
        .route("/lab/state", get(state))
        .route("/lab/practice", post(practice))
        .route("/lab/tenants", post(tenants))
        .route("/lab/users", post(users))
        .route("/lab/applications", post(applications))
        .route("/lab/applications/{client_id}", delete(remove))
        .route("/lab/applications/{client_id}/secrets", post(secrets))
        .route("/lab/applications/{client_id}/expire", post(expire))
        .route("/lab/applications/{client_id}/redirects", post(redirects))
        .route("/lab/applications/{client_id}/permissions", post(permissions))
        .route("/lab/applications/{client_id}/consent", post(consent))
        .route(
            "/lab/applications/{client_id}/application-permissions",
            post(application_permissions),
        )
        .route(
            "/lab/applications/{client_id}/tenants/{tenant}",
            put(consent_in).delete(remove_from),
        )
        .route(
            "/lab/applications/{client_id}/tenants/{tenant}/consents",
            delete(revoke_in),
        )
        .route("/lab/users/{address}/revoke", post(revoke_sessions))
        .route("/lab/items/{address}/{kind}", get(items))
        .route("/lab/inbox/{address}", put(inbox))
        .route("/lab/mailboxes/{address}", get(mailbox))
        .route("/lab/sent/{address}", get(sent))
        .route("/lab/force", post(force).delete(clear))
        .route("/lab/autopilot", put(autopilot))
        .route("/lab/clock", post(clock))
        .route("/lab/requests", get(requests))
}

async fn state(Shared(world): Shared<World>) -> Json<Value> {
    let state = world.lock();
    let applications: Vec<_> = state
        .applications
        .iter()
        .map(|application| {
            json!({
                "client_id": application.client_id,
                "object_id": application.object_id,
                "name": application.name,
                "home_tenant": application.home_tenant,
                "audience": application.audience,
                "redirects": application.redirects,
                "permissions": application.permissions,
                "application_permissions": application.roles,
                "secrets": application.secrets.iter().map(|secret| json!({
                    "description": secret.description,
                    "secret_id": secret.id,
                    "expires": secret.expires,
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    Json(json!({ "tenants": state.tenants, "users": state.users, "applications": applications }))
}

async fn practice(Shared(world): Shared<World>) -> Json<Practice> {
    Json(world.seed_practice())
}

async fn tenants(Shared(world): Shared<World>, Json(new): Json<NewTenant>) -> Json<Value> {
    Json(json!({ "id": world.add_tenant(new) }))
}

async fn users(Shared(world): Shared<World>, Json(new): Json<NewUser>) -> Json<Value> {
    Json(json!({ "id": world.add_user(new) }))
}

async fn applications(
    Shared(world): Shared<World>,
    Json(new): Json<NewApplication>,
) -> Json<RegisteredApplication> {
    Json(world.register_application(new))
}

async fn remove(Shared(world): Shared<World>, Path(client_id): Path<String>) -> StatusCode {
    world.delete_application(&client_id);
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
struct SecretOrder {
    #[serde(default)]
    description: String,
    seconds: u64,
}

async fn secrets(
    Shared(world): Shared<World>,
    Path(client_id): Path<String>,
    Json(order): Json<SecretOrder>,
) -> Json<NewSecret> {
    Json(world.add_secret(&client_id, &order.description, Duration::from_secs(order.seconds)))
}

async fn expire(Shared(world): Shared<World>, Path(client_id): Path<String>) -> StatusCode {
    world.expire_secrets(&client_id);
    StatusCode::NO_CONTENT
}

async fn redirects(
    Shared(world): Shared<World>,
    Path(client_id): Path<String>,
    Json(redirect): Json<Redirect>,
) -> StatusCode {
    world.add_redirect(&client_id, redirect);
    StatusCode::NO_CONTENT
}

async fn permissions(
    Shared(world): Shared<World>,
    Path(client_id): Path<String>,
    Json(names): Json<Vec<String>>,
) -> StatusCode {
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    world.set_permissions(&client_id, &names);
    StatusCode::NO_CONTENT
}

async fn application_permissions(
    Shared(world): Shared<World>,
    Path(client_id): Path<String>,
    Json(names): Json<Vec<String>>,
) -> StatusCode {
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    world.set_application_permissions(&client_id, &names);
    StatusCode::NO_CONTENT
}

async fn consent_in(
    Shared(world): Shared<World>,
    Path((client_id, tenant)): Path<(String, String)>,
) -> StatusCode {
    world.grant_admin_consent_in(&client_id, &tenant);
    StatusCode::NO_CONTENT
}

async fn revoke_in(
    Shared(world): Shared<World>,
    Path((client_id, tenant)): Path<(String, String)>,
) -> StatusCode {
    world.revoke_consents_in(&client_id, &tenant);
    StatusCode::NO_CONTENT
}

async fn remove_from(
    Shared(world): Shared<World>,
    Path((client_id, tenant)): Path<(String, String)>,
) -> StatusCode {
    world.remove_service_principal(&client_id, &tenant);
    StatusCode::NO_CONTENT
}

async fn revoke_sessions(Shared(world): Shared<World>, Path(address): Path<String>) -> StatusCode {
    world.revoke_sessions(&address);
    StatusCode::NO_CONTENT
}

async fn items(
    Shared(world): Shared<World>,
    Path((address, kind)): Path<(String, ItemKind)>,
) -> Json<Vec<KeptItem>> {
    Json(world.items(&address, kind))
}

async fn inbox(
    Shared(world): Shared<World>,
    Path(address): Path<String>,
    Json(inbox): Json<Inbox>,
) -> StatusCode {
    world.set_inbox(&address, inbox);
    StatusCode::NO_CONTENT
}

async fn consent(Shared(world): Shared<World>, Path(client_id): Path<String>) -> StatusCode {
    world.grant_admin_consent(&client_id);
    StatusCode::NO_CONTENT
}

async fn mailbox(Shared(world): Shared<World>, Path(address): Path<String>) -> Json<Vec<ReceivedMail>> {
    Json(world.mailbox(&address))
}

async fn sent(Shared(world): Shared<World>, Path(address): Path<String>) -> Json<Vec<ReceivedMail>> {
    Json(world.sent_items(&address))
}

#[derive(Deserialize)]
struct ForceOrder {
    place: Place,
    fault: Forced,
    #[serde(default)]
    once: bool,
}

async fn force(Shared(world): Shared<World>, Json(order): Json<ForceOrder>) -> StatusCode {
    if order.once {
        world.force_once(order.place, order.fault);
    } else {
        world.force(order.place, order.fault);
    }
    StatusCode::NO_CONTENT
}

async fn clear(Shared(world): Shared<World>) -> StatusCode {
    world.clear_forced();
    StatusCode::NO_CONTENT
}

async fn autopilot(Shared(world): Shared<World>, Json(autopilot): Json<Option<Autopilot>>) -> StatusCode {
    world.set_autopilot(autopilot);
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
struct ClockOrder {
    advance_seconds: u64,
}

async fn clock(Shared(world): Shared<World>, Json(order): Json<ClockOrder>) -> Json<Value> {
    world.advance_clock(Duration::from_secs(order.advance_seconds));
    Json(json!({ "now": world.now() }))
}

async fn requests(Shared(world): Shared<World>) -> Json<Vec<SeenRequest>> {
    Json(world.requests())
}
