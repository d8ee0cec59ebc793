//! The message that the person hands to the company's IT when they cannot go on alone.

use url::Url;
use vincula_core::choices;
use vincula_core::cloud::Cloud;
use vincula_core::guide::{Guide, Permission, Resource};
use vincula_core::setup::Setup;
use vincula_core::text::{Language, text};
use vincula_core::value::{ClientId, RedirectUri};

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
    let permissions = choices::permissions(setup, guide);
    let application = &guide.registration.application_permissions;
    let unknown = text(language, "it-message-not-yet", &[]);
    let client_id = choices::client_id(setup, guide);
    let mut message = text(
        language,
        message_for(guide, &permissions),
        &[
            ("erp", guide.erp.name.as_str()),
            ("mailbox", setup.mailbox.as_str()),
            ("redirect", redirect.as_str()),
            ("permissions", &names(&permissions, language)),
            ("application", &names(application, language)),
            ("client", client_id.map_or(unknown.as_str(), ClientId::as_str)),
        ],
    );
    if let Some(client_id) = client_id {
        let link = consent_link(client_id, setup, cloud);
        message.push_str("\n\n");
        message.push_str(&text(language, "it-message-consent", &[("link", link.as_str())]));
    }
    message
}

/// Which message it is: what it says of the application has to be true of what the guide asks for.
fn message_for(guide: &Guide, permissions: &[Permission]) -> &'static str {
    let is_about_sending = |permission: &Permission| {
        let name = permission.name();
        name.starts_with("Mail.Send") || name == "User.Read" || permission.resource() == Resource::OpenId
    };
    if guide.registration.vendor().is_some() {
        "it-message-vendor"
    } else if permissions.iter().all(is_about_sending)
        && guide.registration.application_permissions.is_empty()
    {
        "it-message"
    } else {
        "it-message-more"
    }
}

fn names(permissions: &[Permission], language: Language) -> String {
    if permissions.is_empty() {
        return text(language, "it-message-none", &[]);
    }
    let names: Vec<&str> = permissions.iter().map(Permission::name).collect();
    names.join(", ")
}

/// Where an administrator grants at once what the application has registered.
/// Source: <https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent#construct-the-url-for-granting-tenant-wide-admin-consent>
fn consent_link(client_id: &ClientId, setup: &Setup, cloud: &Cloud) -> Url {
    let tenant = setup.tenant_id.as_ref().map_or("organizations", |id| id.as_str());
    let mut link = cloud.login_endpoint(&format!("/{tenant}/adminconsent"));
    link.query_pairs_mut()
        .append_pair("client_id", client_id.as_str());
    link
}
