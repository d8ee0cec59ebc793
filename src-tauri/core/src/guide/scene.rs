//! The drawn screens that a guide may show, by name.
//!
//! The drawings themselves belong to the page (`ui/src/scenes`). The names live here, so that a guide that
//! asks for a screen nobody has drawn is refused when it is read, and not when a person stands before it.

/// Every scene, `place/screen`.
pub const SCENES: &[&str] = &[
    "azure/sign-in",
    "azure/home",
    "entra/overview",
    "entra/app-registrations",
    "entra/new-registration",
    "entra/new-registration-web",
    "entra/new-registration-tenant",
    "entra/app-overview",
    "entra/client-secret",
    "entra/redirect-uri",
    "entra/api-permissions",
    "entra/delegated-permissions",
    "entra/application-permissions",
    "entra/exchange-permissions",
    "microsoft/account-chooser",
    "microsoft/consent",
    "microsoft/permissions-asked",
    "microsoft/approval",
    "erp/cloud-gestion-form",
    "erp/mycrmweb-sync",
    "erp/nocobase-mail",
    "erp/ev4-inbox",
];

/// Whether a scene of this name exists.
#[must_use]
pub fn exists(name: &str) -> bool {
    SCENES.contains(&name)
}
