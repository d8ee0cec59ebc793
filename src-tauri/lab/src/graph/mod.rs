//! The Microsoft Graph half: who am I, send a mail, and what lies in a mailbox.

mod bearer;
mod contact;
mod error;
mod event;
mod folders;
mod items;
mod mailbox;
mod me;
mod message;
mod payload;
mod send_mail;
mod service;

use axum::Router;
use axum::routing::{get, post};

use crate::world::World;
use crate::world::contents::ItemKind;

/// The routes under `/v1.0/`.
pub(crate) fn routes() -> Router<World> {
    Router::new()
        .route("/v1.0/", get(service::document))
        .route("/v1.0/me", get(me::me))
        .route("/v1.0/me/sendMail", post(send_mail::as_me))
        .route("/v1.0/users/{user}/sendMail", post(send_mail::as_user))
        .merge(items::routes(ItemKind::Event))
        .merge(items::routes(ItemKind::Contact))
        .merge(folders::routes())
}
