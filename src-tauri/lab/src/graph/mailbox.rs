//! Whose mailbox a request means, and whether it can be reached.
//!
//! Nobody shares a mailbox in the lab, so that a person reaches their own only. An application reaches those of its
//! tenant.

use super::bearer;
use super::error::GraphError;
use crate::world::State;
use crate::world::directory::{MailboxKind, User};
use crate::world::grant::{Access, Holder};

/// The owner of the mailbox: the person of the token where the path says `/me`, else the one that it names by object
/// id or address.
pub(crate) fn owner(state: &State, access: &Access, named: Option<&str>) -> Result<User, GraphError> {
    let user = match (&access.holder, named) {
        (Holder::Application { tenant_id, .. }, Some(name)) => {
            let found = state.user_by_id(name).or_else(|| state.user_by_address(name));
            found
                .filter(|user| user.tenant_id() == tenant_id)
                .ok_or_else(|| unknown(name))?
        }
        (_, named) => {
            let user = bearer::person(state, access)?;
            let is_own =
                named.is_none_or(|name| user.object_id == name || user.address.eq_ignore_ascii_case(name));
            if !is_own {
                return Err(GraphError::observed("ErrorAccessDenied"));
            }
            user
        }
    };
    Ok(user.clone())
}

/// Refuses where there is no mailbox. One that is over its limit for sending can still be read.
pub(crate) fn exists(user: &User) -> Result<(), GraphError> {
    match user.mailbox {
        MailboxKind::Active | MailboxKind::OverTheLimit => Ok(()),
        MailboxKind::None => Err(GraphError::observed("MailboxNotEnabledForRESTAPI")),
        MailboxKind::Guest => Err(GraphError::observed("ResourceNotFound")),
    }
}

/// Microsoft-graph-docs #7909.
fn unknown(name: &str) -> GraphError {
    GraphError::new(
        404,
        "ErrorInvalidUser",
        format!("The requested user '{name}' is invalid."),
    )
}
