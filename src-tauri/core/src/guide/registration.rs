//! What has to be registered in Microsoft Entra, and by whom.

use super::model::Localized;
use super::permission::Permission;
use crate::surface::SurfaceKind;
use crate::value::{ClientId, ClientType, RedirectUri};
use serde::{Deserialize, Serialize};

/// What has to be registered in Microsoft Entra.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Who registers it.
    pub registrar: Registrar,
    /// The name that the person gives the application; of the vendor's own, its name on Microsoft's pages.
    pub app_name: Localized,
    /// Who may sign in.
    pub audience: Audience,
    /// The platform under which the redirect URI is registered.
    pub platform: Platform,
    /// The redirect URI, with a placeholder for what differs from customer to customer. Of the vendor's own
    /// application, the first of its addresses.
    pub redirect_uri: RedirectTemplate,
    /// How the ERP sends from a shared mailbox.
    pub shared_mailboxes: SharedMailboxes,
    /// What the application may do in the name of who signs in.
    pub delegated_permissions: Vec<Permission>,
    /// What the application may do by itself, for the whole organisation. Only an administrator grants it.
    pub application_permissions: Vec<Permission>,
    /// Permissions of the vendor's own manual that Microsoft has retired.
    pub retired: Vec<Retired>,
}

impl Registration {
    /// The vendor's own application, where the customer registers none.
    #[must_use]
    pub fn vendor(&self) -> Option<&VendorApp> {
        match &self.registrar {
            Registrar::Customer => None,
            Registrar::Vendor(app) => Some(app),
        }
    }

    /// Whether the client has a secret, where its answers come to `redirect_uri`. A vendor's own application has none
    /// on the customer's machine: everybody would have it.
    #[must_use]
    pub fn client_type(&self, redirect_uri: &RedirectUri) -> ClientType {
        match self.platform {
            Platform::Web => redirect_uri.client_type(),
            Platform::MobileAndDesktop => ClientType::Public,
        }
    }
}

/// Who registers the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registrar {
    /// The customer, in their own organisation: they have a Client ID and a secret of their own.
    Customer,
    /// The vendor, once for all customers: a customer consents and registers nothing.
    Vendor(VendorApp),
}

/// The vendor's own application: multi-tenant, a public client for Vincula, so that there is no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VendorApp {
    /// Its Client ID, where the guide names it. Else it comes with a set-up link, by policy or is asked for in a step.
    pub client_id: Option<ClientId>,
    /// Where a sign-in can take place, by the addresses that the vendor registered under «Mobile and desktop».
    pub surfaces: Vec<SurfaceKind>,
}

/// A permission of the vendor's manual that Microsoft has retired, and what does its job today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    /// Its name in the manual: `Directory.ReadWrite.All`, `full_access_as_app`.
    pub was: String,
    /// The API that it belonged to: «Windows Azure Active Directory».
    pub api: String,
    /// Permissions of this guide that do the same job. Empty where nothing has to be asked for any more.
    pub now: Vec<Permission>,
    /// Why it is not asked for: one sentence.
    pub why: Localized,
    /// Where the vendor's own module may need the old one still, and what to do then.
    pub still: Option<Localized>,
}

/// Entra's `signInAudience`.
/// Source: <https://learn.microsoft.com/entra/identity-platform/supported-accounts-validation>
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// `AzureADMyOrg`
    SingleTenant,
    /// `AzureADMultipleOrgs`
    MultiTenant,
    /// `AzureADandPersonalMicrosoftAccount`
    MultiTenantAndPersonal,
    /// `PersonalMicrosoftAccount`
    PersonalOnly,
}

/// How an ERP sends from a shared mailbox, which nobody signs in as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SharedMailboxes {
    /// Not at all: it sends as whoever signed in, so that the mailbox needs a sign-in of its own.
    #[default]
    OwnSignIn,
    /// In the name of the mailbox (`from`), signed in as somebody who may send as it.
    SendAs,
}

/// The platform of a redirect URI, which decides whether the client is confidential.
/// Source: <https://learn.microsoft.com/entra/identity-platform/reply-url>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// A web application: the secret is mandatory.
    Web,
    /// A program on people's machines: there is no secret. Only of the vendor's own application.
    MobileAndDesktop,
}

/// A redirect URI with `{domain}` in place of the ERP's host (and port, where it has one), with `{company}` in place
/// of the customer's part of it, or whole, where the vendor's own application has one for everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedirectTemplate(pub(super) String);
