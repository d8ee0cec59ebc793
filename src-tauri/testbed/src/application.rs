//! The applications that whoever followed a guide has registered.

use vincula_lab::{Audience, NewApplication, Platform, Practice, Redirect};

/// The delegated permissions of Cloud Gestion.
pub const PERMISSIONS: [&str; 6] = [
    "Mail.Send",
    "User.Read",
    "offline_access",
    "openid",
    "profile",
    "email",
];

/// Cloud Gestion's, in this tenant (its id) and with this redirect URI under platform Web.
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

/// MyCRMweb's, with delegated permissions only: what it may do by itself is [`MYCRMWEB_BY_ITSELF`].
#[must_use]
pub fn mycrmwebs_application(practice: &Practice) -> NewApplication {
    NewApplication {
        name: "Sincronización Office 365".to_owned(),
        home_tenant: practice.tenant_id.clone(),
        audience: Audience::SingleTenant,
        redirects: vec![Redirect::web(
            "https://miempresa.crm.es/modules/Office365Sync/authentication.php",
        )],
        permissions: owned(["Calendars.ReadWrite", "Contacts.ReadWrite", "User.Read"]),
    }
}

/// MyCRMweb's application permissions.
pub const MYCRMWEB_BY_ITSELF: [&str; 3] = ["Calendars.ReadWrite", "Contacts.ReadWrite", "Directory.Read.All"];

/// `NocoBase`'s.
#[must_use]
pub fn nocobases_application(practice: &Practice) -> NewApplication {
    NewApplication {
        name: "NocoBase Correo".to_owned(),
        home_tenant: practice.tenant_id.clone(),
        audience: Audience::MultiTenantAndPersonal,
        redirects: vec![Redirect::web(
            "https://nocobase.miempresa.com/admin/settings/mail/oauth2",
        )],
        permissions: owned(["User.Read", "IMAP.AccessAsUser.All", "SMTP.Send"]),
    }
}

/// eV4's own, in the organisation of who made it.
#[must_use]
pub fn ev4s_application(practice: &Practice) -> NewApplication {
    let redirect = |uri: &str| Redirect {
        platform: Platform::MobileDesktop,
        uri: uri.to_owned(),
    };
    NewApplication {
        name: "eV4".to_owned(),
        home_tenant: practice.other_tenant_id.clone(),
        audience: Audience::MultiTenant,
        redirects: vec![
            redirect("http://localhost/vincula"),
            redirect("app.vincula://callback"),
        ],
        permissions: owned(["Mail.Read", "User.Read", "IMAP.AccessAsUser.All"]),
    }
}

fn owned(permissions: [&str; 3]) -> Vec<String> {
    permissions.map(str::to_owned).to_vec()
}
