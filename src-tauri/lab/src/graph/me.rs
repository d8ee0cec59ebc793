//! `GET /v1.0/me` with the default fields. Source: graph-docs `user-get.md`.

use axum::Extension;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};

use super::bearer;
use super::error::{GraphError, Ids, json_response};
use crate::world::directory::User;
use crate::world::scenario::Forced;
use crate::world::{State, World};

/// The permissions that let a person read their own profile.
const READERS: [&str; 6] = [
    "User.Read",
    "User.ReadWrite",
    "User.Read.All",
    "User.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];

pub(crate) async fn me(
    Shared(world): Shared<World>,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
) -> Response {
    let state = world.lock();
    let ids = Ids::of_request(state.now(), &headers);
    let answer = match forced {
        Some(Extension(Forced::Code(code))) => Err(GraphError::observed(&code)),
        _ => answer(&state, &headers),
    };
    match answer {
        Ok(body) => json_response(StatusCode::OK, &body, &ids),
        Err(error) => error.response(&ids),
    }
}

fn answer(state: &State, headers: &HeaderMap) -> Result<Value, GraphError> {
    let access = bearer::read(state, headers)?;
    let user = bearer::person(state, &access)?;
    if !bearer::has_any(&access, &READERS) {
        return Err(GraphError::observed("Authorization_RequestDenied"));
    }
    Ok(profile(state, user))
}

fn profile(state: &State, user: &User) -> Value {
    let (given, surname) = user
        .display_name
        .split_once(' ')
        .unwrap_or((&user.display_name, ""));
    let surname = (!surname.is_empty()).then_some(surname);
    // A personal account often has no `mail`, and its id is sixteen hexadecimal digits.
    let mail = (!user.is_personal()).then_some(&user.address);
    json!({
        "@odata.context": format!("https://{}/v1.0/$metadata#users/$entity", state.wording.cloud.graph_host()),
        "businessPhones": [],
        "displayName": user.display_name,
        "givenName": given,
        "jobTitle": null,
        "mail": mail,
        "mobilePhone": null,
        "officeLocation": null,
        "preferredLanguage": if user.is_personal() { None } else { Some("es-ES") },
        "surname": surname,
        "userPrincipalName": user.address,
        "id": user.object_id
    })
}
