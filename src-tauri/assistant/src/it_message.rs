//! The message that the person hands to the company's IT when they cannot go on alone.

use url::Url;
use vincula_core::choices;
use vincula_core::cloud::Cloud;
use vincula_core::guide::Guide;
use vincula_core::setup::Setup;
use vincula_core::text::{Language, text};
use vincula_core::value::RedirectUri;

/// A message ready to send: what is wanted, why, which permissions, which redirect URI, and the link by which an
/// administrator grants them once there is an application. Never the secret.
#[must_use]
pub fn it_message(
    guide: &Guide,
    setup: &Setup,
    redirect: &RedirectUri,
    cloud: &Cloud,
    language: Language,
) -> String {
    let names: Vec<String> = choices::permissions(setup, guide)
        .iter()
        .map(|permission| permission.name().to_owned())
        .collect();
    let permissions = names.join(", ");
    let unknown = text(language, "it-message-not-yet", &[]);
    let client_id = setup
        .client_id
        .as_ref()
        .map_or(unknown.as_str(), |id| id.as_str());
    let mut message = text(
        language,
        "it-message",
        &[
            ("erp", guide.erp.name.as_str()),
            ("mailbox", setup.mailbox.as_str()),
            ("redirect", redirect.as_str()),
            ("permissions", &permissions),
            ("client", client_id),
        ],
    );
    if let Some(link) = consent_link(setup, cloud) {
        message.push_str("\n\n");
        message.push_str(&text(language, "it-message-consent", &[("link", link.as_str())]));
    }
    message
}

/// Where an administrator grants at once what the application has registered.
/// Source: <https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent#construct-the-url-for-granting-tenant-wide-admin-consent>
fn consent_link(setup: &Setup, cloud: &Cloud) -> Option<Url> {
    let client_id = setup.client_id.as_ref()?;
    let tenant = setup.tenant_id.as_ref().map_or("organizations", |id| id.as_str());
    let mut link = cloud.login_endpoint(&format!("/{tenant}/adminconsent"));
    link.query_pairs_mut()
        .append_pair("client_id", client_id.as_str());
    Some(link)
}
