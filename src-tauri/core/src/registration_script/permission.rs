//! The permissions of Microsoft Graph by name, as `az` wants them by number.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Whose permission it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PermissionKind {
    /// Of the person who signs in: `az`'s `Scope`.
    Delegated,
    /// Of the application by itself: `az`'s `Role`.
    Application,
}

#[derive(Default, Deserialize)]
struct Table {
    delegated: BTreeMap<String, String>,
    application: BTreeMap<String, String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // A test reads the file strictly; a program that did not pass it knows no permission and writes no script.
    serde_json::from_str(include_str!("../../data/graph_permissions.json")).unwrap_or_default()
});

/// The GUID of a permission of Microsoft Graph, where it is known. Names are told apart by case, as Graph does.
#[must_use]
pub fn permission_id(kind: PermissionKind, name: &str) -> Option<&'static str> {
    let names = match kind {
        PermissionKind::Delegated => &TABLE.delegated,
        PermissionKind::Application => &TABLE.application,
    };
    names.get(name).map(String::as_str)
}
