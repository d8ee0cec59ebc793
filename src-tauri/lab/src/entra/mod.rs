//! The Entra half: metadata, signing in, tokens.

pub(crate) mod admin_consent;
pub(crate) mod answer;
pub(crate) mod authority;
pub(crate) mod authorize;
pub(crate) mod consent;
pub(crate) mod failure;
pub(crate) mod flow;
pub(crate) mod issue;
pub(crate) mod metadata;
pub(crate) mod permission;
pub(crate) mod redeem;
pub(crate) mod redirect;
pub(crate) mod role;
pub(crate) mod scope;
pub(crate) mod sign_in;
pub(crate) mod token;

use axum::Router;
use axum::routing::{get, post};

use crate::world::World;

/// The routes under `/{tenant}/`.
pub(crate) fn routes() -> Router<World> {
    Router::new()
        .route(
            "/{tenant}/v2.0/.well-known/openid-configuration",
            get(metadata::document),
        )
        .route("/{tenant}/discovery/v2.0/keys", get(metadata::keys))
        .route("/{tenant}/oauth2/v2.0/authorize", get(authorize::authorize))
        .route(
            "/{tenant}/oauth2/v2.0/token",
            post(token::token).fallback(token::wrong_method),
        )
        .route("/{tenant}/v2.0/adminconsent", get(admin_consent::ask))
        .route("/{tenant}/adminconsent", get(admin_consent::ask))
        .route("/{tenant}/login", post(sign_in::login))
        .route("/{tenant}/account", post(sign_in::account))
        .route("/{tenant}/cancel", post(sign_in::cancel))
        .route("/{tenant}/consent", post(consent::decide))
        .route("/{tenant}/reprocess", get(consent::approval))
        .route("/{tenant}/switch", get(consent::other_account))
        .route("/{tenant}/return", get(consent::give_up))
        .route("/{tenant}/autopilot", get(flow::autopilot))
}
