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
    "entra/app-overview",
    "entra/client-secret",
    "entra/redirect-uri",
    "entra/api-permissions",
    "microsoft/account-chooser",
    "microsoft/consent",
    "erp/cloud-gestion-form",
];

/// Whether a scene of this name exists.
#[must_use]
pub fn exists(name: &str) -> bool {
    SCENES.contains(&name)
}
