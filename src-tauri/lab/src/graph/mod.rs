//! The Microsoft Graph half: who am I, and send a mail.

mod bearer;
mod error;
mod me;
mod message;
mod send_mail;
mod service;

use axum::Router;
use axum::routing::{get, post};

use crate::world::World;

/// The routes under `/v1.0/`.
pub(crate) fn routes() -> Router<World> {
    Router::new()
        .route("/v1.0/", get(service::document))
        .route("/v1.0/me", get(me::me))
        .route("/v1.0/me/sendMail", post(send_mail::as_me))
        .route("/v1.0/users/{user}/sendMail", post(send_mail::as_user))
}
