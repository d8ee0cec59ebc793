//! Mail folders and their counts. Reading them marks nothing as read.
//!
//! Source: graph-docs `resources/mailfolder.md`, `mailfolder-get.md`, `user-list-mailfolders.md`.

use axum::extract::{Path, RawQuery, State as Shared};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::{GraphError, Ids, json_response};
use super::{bearer, mailbox, payload};
use crate::world::contents::Inbox;
use crate::world::directory::User;
use crate::world::scenario::Forced;
use crate::world::{State, World};

/// The routes below `/me` and below `/users/{user}`.
pub(crate) fn routes() -> Router<World> {
    ["/v1.0/me", "/v1.0/users/{user}"]
        .iter()
        .fold(Router::new(), |router, root| {
            router
                .route(&format!("{root}/mailFolders"), get(list))
                .route(&format!("{root}/mailFolders/{{folder}}"), get(one))
        })
}

/// The folders that every mailbox has: well-known name, id, name in Spanish and in English.
const FOLDERS: [(&str, &str, &str, &str); 4] = [
    ("inbox", "AQMkAGQwLabInbox", "Bandeja de entrada", "Inbox"),
    ("drafts", "AQMkAGQwLabDrafts", "Borradores", "Drafts"),
    ("sentitems", "AQMkAGQwLabSent", "Elementos enviados", "Sent Items"),
    (
        "deleteditems",
        "AQMkAGQwLabDeleted",
        "Elementos eliminados",
        "Deleted Items",
    ),
];

#[derive(Debug, Deserialize)]
struct Target {
    user: Option<String>,
    #[serde(default)]
    folder: String,
}

async fn list(
    Shared(world): Shared<World>,
    Path(target): Path<Target>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
) -> Response {
    answer(
        &world,
        &headers,
        forced,
        |state, user| {
            let folders: Result<Vec<_>, _> = FOLDERS
                .iter()
                .map(|(name, ..)| {
                    payload::selected(folder(state, user, name), query.as_deref(), "mailFolder")
                        .map(Value::Object)
                })
                .collect();
            let mut body = Map::new();
            body.insert("@odata.context".to_owned(), context(state, user).into());
            body.insert("value".to_owned(), Value::Array(folders?));
            Ok(body)
        },
        &target,
    )
}

async fn one(
    Shared(world): Shared<World>,
    Path(target): Path<Target>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
) -> Response {
    answer(
        &world,
        &headers,
        forced,
        |state, user| {
            let wanted = &target.folder;
            let known = FOLDERS
                .iter()
                .find(|(name, id, ..)| name.eq_ignore_ascii_case(wanted) || id == wanted);
            let Some((name, ..)) = known else {
                return Err(GraphError::observed("ErrorInvalidIdMalformed"));
            };
            let mut body = Map::new();
            body.insert(
                "@odata.context".to_owned(),
                format!("{}/$entity", context(state, user)).into(),
            );
            body.extend(folder(state, user, name));
            payload::selected(body, query.as_deref(), "mailFolder")
        },
        &target,
    )
}

fn answer(
    world: &World,
    headers: &HeaderMap,
    forced: Option<Extension<Forced>>,
    body: impl FnOnce(&State, &User) -> Result<Map<String, Value>, GraphError>,
    target: &Target,
) -> Response {
    let state = world.lock();
    let ids = Ids::of_request(state.now(), headers);
    let found = match forced {
        Some(Extension(Forced::Code(code))) => Err(GraphError::observed(&code)),
        _ => owner(&state, target, headers).and_then(|user| body(&state, &user)),
    };
    match found {
        Ok(body) => json_response(StatusCode::OK, &Value::Object(body), &ids),
        Err(error) => error.response(&ids),
    }
}

fn owner(state: &State, target: &Target, headers: &HeaderMap) -> Result<User, GraphError> {
    let token = bearer::read(state, headers)?;
    bearer::require(
        &token,
        &["Mail.ReadBasic", "Mail.Read", "Mail.ReadWrite"],
        &[
            "Mail.ReadBasic",
            "Mail.ReadBasic.All",
            "Mail.Read",
            "Mail.ReadWrite",
        ],
    )?;
    let user = mailbox::owner(state, &token, target.user.as_deref())?;
    mailbox::exists(&user)?;
    Ok(user)
}

fn context(state: &State, user: &User) -> String {
    format!(
        "https://{}/v1.0/$metadata#users('{}')/mailFolders",
        state.wording.cloud.graph_host(),
        user.object_id
    )
}

fn folder(state: &State, user: &User, wanted: &str) -> Map<String, Value> {
    let Some((name, id, es, en)) = FOLDERS.iter().find(|(name, ..)| *name == wanted) else {
        return Map::new();
    };
    let sent = state.sent.iter();
    let sent = sent
        .filter(|mail| mail.mailbox.eq_ignore_ascii_case(&user.address))
        .count();
    let counts = match *name {
        "inbox" => state.inbox(&user.object_id, &user.address),
        "sentitems" => Inbox {
            unread: 0,
            total: u32::try_from(sent).unwrap_or(u32::MAX),
        },
        _ => Inbox::default(),
    };
    let shown = json!({
        "id": id,
        "displayName": state.language.pick(es, en),
        "parentFolderId": "AQMkAGQwLabRoot",
        "childFolderCount": 0,
        "unreadItemCount": counts.unread,
        "totalItemCount": counts.total,
        "sizeInBytes": u64::from(counts.total) * 40_000,
        "isHidden": false
    });
    match shown {
        Value::Object(shown) => shown,
        _ => Map::new(),
    }
}
