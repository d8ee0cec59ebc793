//! The message that the person hands to the company's IT when they cannot go on alone.

use vincula_core::guide::Guide;
use vincula_core::setup::Setup;
use vincula_core::text::{Language, text};
use vincula_core::value::RedirectUri;

/// A message ready to send: what is wanted, why, which permissions, which redirect URI. Never the secret.
#[must_use]
pub fn it_message(guide: &Guide, setup: &Setup, redirect: &RedirectUri, language: Language) -> String {
    let permissions = guide.registration.delegated_permissions.join(", ");
    let unknown = text(language, "it-message-not-yet", &[]);
    let client_id = setup
        .client_id
        .as_ref()
        .map_or(unknown.as_str(), |id| id.as_str());
    text(
        language,
        "it-message",
        &[
            ("erp", guide.erp.name.as_str()),
            ("mailbox", setup.mailbox.as_str()),
            ("redirect", redirect.as_str()),
            ("permissions", &permissions),
            ("client", client_id),
        ],
    )
}
