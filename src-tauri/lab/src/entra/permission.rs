//! The delegated permissions that the lab knows, in Microsoft's own words.
//!
//! Source: microsoftgraph/microsoft-graph-devx-content and merill/microsoft-info; the table is
//! `data/permissions.json`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::Language;
use crate::world::directory::UserConsent;

#[derive(Debug, Deserialize)]
pub(crate) struct Permission {
    pub(crate) value: String,
    /// Whether an administrator must consent, by definition.
    admin: bool,
    en: String,
    es: String,
}

static PERMISSIONS: LazyLock<Vec<Permission>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../data/permissions.json")).unwrap_or_default());

/// The OpenID scopes, which belong to no resource.
pub(crate) const OPENID: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// Names that user consent does not cover in a tenant that lets Microsoft manage its consent settings.
/// Source: entra-docs `manage-app-consent-policies.md` (01/22/2026). Mail.Send and SMTP.Send are not among them.
const MANAGED_PREFIXES: [&str; 12] = [
    "mail.read",
    "calendars.",
    "contacts.readwrite",
    "contacts.read.shared",
    "mailboxsettings.",
    "people.read",
    "tasks.",
    "chat.",
    "imap.accessasuser",
    "pop.accessasuser",
    "eas.accessasuser",
    "ews.accessasuser",
];

/// The permission of this name, whatever its case.
pub(crate) fn find(name: &str) -> Option<&'static Permission> {
    PERMISSIONS
        .iter()
        .find(|permission| permission.value.eq_ignore_ascii_case(name))
}

impl Permission {
    /// What the consent page says.
    pub(crate) fn words(&self, language: Language) -> &str {
        match language {
            Language::Es => &self.es,
            Language::En => &self.en,
        }
    }
}

/// Whether the permission is for one of Exchange's protocols. Such names are registered under Graph, and their tokens are
/// Exchange's.
pub(crate) fn is_protocol(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["imap.", "pop.", "smtp.", "eas.", "ews."]
        .iter()
        .any(|prefix| lower.starts_with(prefix))
}

/// Whether a member who is no administrator may not consent to `name` under `policy`.
pub(crate) fn needs_administrator(name: &str, policy: UserConsent) -> bool {
    let lower = name.to_ascii_lowercase();
    match policy {
        UserConsent::AdministratorOnly => true,
        _ if find(name).is_some_and(|permission| permission.admin) => true,
        UserConsent::ManagedByMicrosoft => MANAGED_PREFIXES.iter().any(|prefix| lower.starts_with(prefix)),
        UserConsent::Allowed => false,
    }
}
