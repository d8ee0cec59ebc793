//! `POST /v1.0/me/sendMail`: 202 and an empty body, and the mail lies in the recipients' mailboxes.
//!
//! Source: graph-docs `user-sendmail.md`, `outlook-send-mail-from-other-user.md`.

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State as Shared};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

use super::bearer;
use super::error::{GraphError, Ids, empty};
use super::mailbox;
use super::message::{self, Message};
use crate::identifier;
use crate::world::directory::{MailboxKind, User};
use crate::world::mail::ReceivedMail;
use crate::world::scenario::Forced;
use crate::world::{State, World};

pub(crate) async fn as_me(
    Shared(world): Shared<World>,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
    body: Bytes,
) -> Response {
    answer(&world, None, &headers, forced, &body)
}

pub(crate) async fn as_user(
    Shared(world): Shared<World>,
    Path(user): Path<String>,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
    body: Bytes,
) -> Response {
    answer(&world, Some(&user), &headers, forced, &body)
}

fn answer(
    world: &World,
    named: Option<&str>,
    headers: &HeaderMap,
    forced: Option<Extension<Forced>>,
    body: &[u8],
) -> Response {
    let mut state = world.lock();
    let ids = Ids::of_request(state.now(), headers);
    let sent = match forced {
        Some(Extension(Forced::Code(code))) => Err(GraphError::observed(&code)),
        _ => send(&mut state, named, headers, body),
    };
    match sent {
        Ok(()) => empty(StatusCode::ACCEPTED, &ids),
        Err(error) => error.response(&ids),
    }
}

fn send(state: &mut State, named: Option<&str>, headers: &HeaderMap, body: &[u8]) -> Result<(), GraphError> {
    let access = bearer::read(state, headers)?;
    bearer::require(&access, &["Mail.Send", "Mail.Send.Shared"], &["Mail.Send"])?;
    let user = mailbox::owner(state, &access, named)?;
    mailbox::exists(&user)?;
    if user.mailbox == MailboxKind::OverTheLimit {
        return Err(GraphError::observed("ErrorExceededMessageLimit"));
    }
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let message = message::read(kind, body)?;
    let other = message
        .from
        .as_deref()
        .filter(|from| !from.eq_ignore_ascii_case(&user.address));
    if let Some(from) = other {
        let may = user
            .sends_as
            .iter()
            .any(|mailbox| mailbox.eq_ignore_ascii_case(from));
        if !may || !bearer::has_any(&access, &["Mail.Send.Shared"]) {
            return Err(GraphError::observed("ErrorSendAsDenied"));
        }
    }
    let client_request_id = headers
        .get("client-request-id")
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned);
    deliver(state, &user, &message, client_request_id.as_deref());
    Ok(())
}

fn deliver(state: &mut State, sender: &User, message: &Message, client_request_id: Option<&str>) {
    let received = state.now();
    let copy = |mailbox: &str, external: bool| ReceivedMail {
        id: identifier::guid(),
        from: message.from.clone().unwrap_or_else(|| sender.address.clone()),
        from_name: sender.display_name.clone(),
        mailbox: mailbox.to_owned(),
        to: message.to.clone(),
        cc: message.cc.clone(),
        subject: message.subject.clone(),
        content_type: if message.content_type.is_empty() {
            "text".to_owned()
        } else {
            message.content_type.clone()
        },
        body: message.body.clone(),
        external,
        received,
        client_request_id: client_request_id.map(str::to_owned),
    };
    let mut seen: Vec<String> = Vec::new();
    for address in message.recipients() {
        // One recipient gets one copy, however often it is named.
        let lower = address.to_lowercase();
        if seen.contains(&lower) {
            continue;
        }
        let external = state.user_by_address(address).is_none();
        state.delivered.push(copy(address, external));
        seen.push(lower);
    }
    if message.save {
        state.sent.push(copy(&sender.address, false));
    }
}
