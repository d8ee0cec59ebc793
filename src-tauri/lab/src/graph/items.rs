//! Making, reading and deleting an event or a contact.
//!
//! Source: graph-docs `user-post-events.md`, `event-get.md`, `event-delete.md`, `user-post-contacts.md`,
//! `contact-get.md`, `contact-delete.md`.

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State as Shared};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::error::{GraphError, Ids, empty, json_response};
use super::{bearer, contact, event, mailbox, payload};
use crate::identifier;
use crate::world::contents::{Item, ItemKind, KeptItem};
use crate::world::directory::User;
use crate::world::scenario::Forced;
use crate::world::{State, World};

/// The routes of one kind, below `/me` and below `/users/{user}`.
pub(crate) fn routes(kind: ItemKind) -> Router<World> {
    let collection = kind.collection();
    ["/v1.0/me", "/v1.0/users/{user}"]
        .iter()
        .fold(Router::new(), |router, root| {
            router
                .route(&format!("{root}/{collection}"), post(create))
                .route(&format!("{root}/{collection}/{{id}}"), get(read).delete(remove))
        })
        .layer(Extension(kind))
}

/// What the path says.
#[derive(Debug, Deserialize)]
struct Target {
    /// None below `/me`.
    user: Option<String>,
    #[serde(default)]
    id: String,
}

async fn create(
    Shared(world): Shared<World>,
    Extension(kind): Extension<ItemKind>,
    Path(target): Path<Target>,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
    body: Bytes,
) -> Response {
    let mut state = world.lock();
    let ids = Ids::of_request(state.now(), &headers);
    let made = match forced {
        Some(Extension(Forced::Code(code))) => Err(GraphError::observed(&code)),
        _ => make(&mut state, kind, &target, &headers, &body),
    };
    match made {
        Ok((answer, place)) => {
            let mut response = json_response(StatusCode::CREATED, &Value::Object(answer), &ids);
            if let Ok(place) = HeaderValue::from_str(&place) {
                response.headers_mut().insert(header::LOCATION, place);
            }
            response
        }
        Err(error) => error.response(&ids),
    }
}

async fn read(
    Shared(world): Shared<World>,
    Extension(kind): Extension<ItemKind>,
    Path(target): Path<Target>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
) -> Response {
    let state = world.lock();
    let ids = Ids::of_request(state.now(), &headers);
    let found = match forced {
        Some(Extension(Forced::Code(code))) => Err(GraphError::observed(&code)),
        _ => find(&state, kind, Access::Read, &target, &headers).and_then(|(user, item)| {
            payload::selected(kind.resource(&state, &user, &item), query.as_deref(), kind.name())
        }),
    };
    match found {
        Ok(answer) => json_response(StatusCode::OK, &Value::Object(answer), &ids),
        Err(error) => error.response(&ids),
    }
}

async fn remove(
    Shared(world): Shared<World>,
    Extension(kind): Extension<ItemKind>,
    Path(target): Path<Target>,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
) -> Response {
    let mut state = world.lock();
    let ids = Ids::of_request(state.now(), &headers);
    let found = match forced {
        Some(Extension(Forced::Code(code))) => Err(GraphError::observed(&code)),
        _ => find(&state, kind, Access::Write, &target, &headers),
    };
    match found {
        Ok((_, item)) => {
            state.items.retain(|other| other.kept.id != item.id);
            empty(StatusCode::NO_CONTENT, &ids)
        }
        Err(error) => error.response(&ids),
    }
}

/// The new item as Graph shows it, and its address.
fn make(
    state: &mut State,
    kind: ItemKind,
    target: &Target,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(Map<String, Value>, String), GraphError> {
    let user = owner(state, kind, Access::Write, target, headers)?;
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let properties = payload::object(content_type, body)?;
    kind.judge(&properties)?;
    let kept = KeptItem {
        id: identifier::item(),
        kind,
        properties,
        created: state.now(),
    };
    let answer = kind.resource(state, &user, &kept);
    let place = format!(
        "https://{}/v1.0/users('{}')/{}('{}')",
        state.wording.cloud.graph_host(),
        user.object_id,
        kind.collection(),
        kept.id
    );
    state.items.push(Item {
        owner: user.object_id,
        kept,
    });
    Ok((answer, place))
}

fn find(
    state: &State,
    kind: ItemKind,
    access: Access,
    target: &Target,
    headers: &HeaderMap,
) -> Result<(User, KeptItem), GraphError> {
    let user = owner(state, kind, access, target, headers)?;
    if !identifier::is_item(&target.id) {
        return Err(GraphError::observed("ErrorInvalidIdMalformed"));
    }
    match state.item(&user.object_id, kind, &target.id) {
        Some(item) => Ok((user, item.kept.clone())),
        None => Err(GraphError::observed("ErrorItemNotFound")),
    }
}

/// What a request wants to do with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Read,
    Write,
}

fn owner(
    state: &State,
    kind: ItemKind,
    access: Access,
    target: &Target,
    headers: &HeaderMap,
) -> Result<User, GraphError> {
    let token = bearer::read(state, headers)?;
    let (delegated, application) = kind.permissions(access);
    bearer::require(&token, delegated, application)?;
    let user = mailbox::owner(state, &token, target.user.as_deref())?;
    mailbox::exists(&user)?;
    Ok(user)
}

impl ItemKind {
    /// The type's name in Graph.
    const fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Contact => "contact",
        }
    }

    const fn collection(self) -> &'static str {
        match self {
            Self::Event => "events",
            Self::Contact => "contacts",
        }
    }

    /// Delegated and application permissions, any of which will do.
    const fn permissions(self, access: Access) -> (&'static [&'static str], &'static [&'static str]) {
        match (self, access) {
            (Self::Event, Access::Read) => (
                &["Calendars.ReadBasic", "Calendars.Read", "Calendars.ReadWrite"],
                &["Calendars.ReadBasic.All", "Calendars.Read", "Calendars.ReadWrite"],
            ),
            (Self::Event, Access::Write) => (&["Calendars.ReadWrite"], &["Calendars.ReadWrite"]),
            (Self::Contact, Access::Read) => (
                &["Contacts.Read", "Contacts.ReadWrite"],
                &["Contacts.Read", "Contacts.ReadWrite"],
            ),
            (Self::Contact, Access::Write) => (&["Contacts.ReadWrite"], &["Contacts.ReadWrite"]),
        }
    }

    fn judge(self, properties: &Map<String, Value>) -> Result<(), GraphError> {
        match self {
            Self::Event => event::judge(properties),
            Self::Contact => contact::judge(properties),
        }
    }

    /// The item as Graph shows it to its owner.
    fn resource(self, state: &State, owner: &User, item: &KeptItem) -> Map<String, Value> {
        let mut shown = Map::new();
        let context = format!(
            "https://{}/v1.0/$metadata#users('{}')/{}/$entity",
            state.wording.cloud.graph_host(),
            owner.object_id,
            self.collection()
        );
        let change_key = identifier::change_key(&item.id);
        let created = item.created.strftime("%Y-%m-%dT%H:%M:%S%.7fZ").to_string();
        shown.insert("@odata.context".to_owned(), context.into());
        shown.insert("@odata.etag".to_owned(), format!("W/\"{change_key}\"").into());
        shown.insert("id".to_owned(), item.id.clone().into());
        shown.insert("createdDateTime".to_owned(), created.clone().into());
        shown.insert("lastModifiedDateTime".to_owned(), created.into());
        shown.insert("changeKey".to_owned(), change_key.into());
        let defaults = match self {
            Self::Event => event::defaults(owner, item),
            Self::Contact => contact::defaults(),
        };
        shown.extend(defaults);
        // What was sent replaces its default in place, and keeps Graph's order.
        for (name, value) in &item.properties {
            shown.insert(name.clone(), value.clone());
        }
        shown
    }
}
