//! `POST /lab/introspect`: what a token is, for the mail servers of a test (RFC 7662).
//!
//! Entra has no such endpoint: Exchange Online reads its own tokens. A Dovecot or an SMTP server beside the lab asks here
//! instead. `scope` holds full names, so that a token for another resource never carries the name that a server wants.

use axum::body::Bytes;
use axum::extract::State as Shared;
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::web::Parameters;
use crate::world::grant::Holder;
use crate::world::{State, World};

pub(crate) fn routes() -> Router<World> {
    Router::new().route("/lab/introspect", post(introspect))
}

async fn introspect(Shared(world): Shared<World>, body: Bytes) -> Json<Value> {
    let form = Parameters::read(&body);
    let state = world.lock();
    let token = form.get("token").unwrap_or_default();
    Json(described(&state, token).unwrap_or_else(|| json!({ "active": false })))
}

fn described(state: &State, token: &str) -> Option<Value> {
    let access = state.access_tokens.get(token)?;
    if access.expires <= state.now() {
        return None;
    }
    let audience = access.resource.audience(state.wording.cloud);
    let (username, names) = match &access.holder {
        Holder::Person { id, scopes } => (Some(&state.user_by_id(id)?.address), scopes),
        Holder::Application { roles, .. } => (None, roles),
    };
    let scope: Vec<_> = names.iter().map(|name| format!("{audience}/{name}")).collect();
    Some(json!({
        "active": true,
        "scope": scope.join(" "),
        "client_id": access.client_id,
        "username": username,
        "token_type": "Bearer",
        "exp": access.expires.as_second(),
        "aud": audience
    }))
}
