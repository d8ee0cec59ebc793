//! The application that a person who followed the guide has registered.

use vincula_lab::{Audience, NewApplication, Redirect};

/// Its delegated permissions.
pub const PERMISSIONS: [&str; 6] = [
    "Mail.Send",
    "User.Read",
    "offline_access",
    "openid",
    "profile",
    "email",
];

/// The application of the guide, in this tenant (its id) and with this redirect URI under platform Web.
#[must_use]
pub fn guides_application(home_tenant: &str, redirect_uri: &str) -> NewApplication {
    NewApplication {
        name: "ERP Correo".to_owned(),
        home_tenant: home_tenant.to_owned(),
        audience: Audience::MultiTenantAndPersonal,
        redirects: vec![Redirect::web(redirect_uri)],
        permissions: PERMISSIONS.map(str::to_owned).to_vec(),
    }
}
