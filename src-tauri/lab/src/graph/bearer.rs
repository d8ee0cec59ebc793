//! Whose request is it, and may it? Reading the access token.

use axum::http::{HeaderMap, header};

use super::error::GraphError;
use crate::entra::scope::Resource;
use crate::world::State;
use crate::world::directory::User;
use crate::world::grant::{Access, Holder};

const NOT_WELL_FORMED: &str = "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS \
    or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EndcodedPayload.EncodedSignature'. (JWE): \
    'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.\
    EncodedAuthenticationTag'.";

/// The token's record, if it is good for Graph.
pub(crate) fn read(state: &State, headers: &HeaderMap) -> Result<Access, GraphError> {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| {
            value
                .strip_prefix("Bearer ")
                .or_else(|| value.strip_prefix("bearer "))
        })
        .map(str::trim)
        .unwrap_or_default();
    if token.is_empty() {
        return Err(GraphError::token("Access token is empty."));
    }
    let Some(access) = state.access_tokens.get(token) else {
        return Err(GraphError::token(if token.contains('.') {
            "CompactToken parsing failed with error code: 80049217"
        } else {
            NOT_WELL_FORMED
        }));
    };
    if access.expires <= state.now() {
        return Err(GraphError::token(if token.contains('.') {
            "Lifetime validation failed, the token is expired."
        } else {
            "CompactToken validation failed with reason code: 80049228."
        }));
    }
    if access.resource != Resource::Graph {
        return Err(GraphError::token(
            "Access token validation failure. Invalid audience.",
        ));
    }
    Ok(access.clone())
}

/// The person behind the token; an application alone has no `/me`.
pub(crate) fn person<'a>(state: &'a State, access: &Access) -> Result<&'a User, GraphError> {
    let Holder::Person { id, .. } = &access.holder else {
        let message = "/me request is only valid with delegated authentication flow.";
        return Err(GraphError::new(400, "BadRequest", message));
    };
    state
        .user_by_id(id)
        .ok_or_else(|| GraphError::observed("ResourceNotFound"))
}

/// Whether the token of a person carries one of these delegated permissions.
pub(crate) fn has_any(access: &Access, names: &[&str]) -> bool {
    match &access.holder {
        Holder::Person { scopes, .. } => holds(scopes, names),
        Holder::Application { .. } => false,
    }
}

/// Refuses a token that carries none of these permissions: delegated ones for a person, application permissions for an
/// application.
///
/// A token without any application permission is no 403: it "contains no permissions" (O365 #763).
pub(crate) fn require(access: &Access, delegated: &[&str], application: &[&str]) -> Result<(), GraphError> {
    let may = match &access.holder {
        Holder::Person { scopes, .. } => holds(scopes, delegated),
        Holder::Application { roles, .. } if roles.is_empty() => {
            return Err(GraphError::observed("NoPermissionsInAccessToken"));
        }
        Holder::Application { roles, .. } => holds(roles, application),
    };
    if may {
        Ok(())
    } else {
        Err(GraphError::observed("ErrorAccessDenied"))
    }
}

fn holds(carried: &[String], names: &[&str]) -> bool {
    carried
        .iter()
        .any(|carried| names.iter().any(|name| name.eq_ignore_ascii_case(carried)))
}
