//! Registered applications: redirect addresses, secrets and permissions.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{State, World, later};
use crate::identifier;

/// Who may sign in to an application ("Supported account types").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// `AzureADMyOrg`.
    #[default]
    SingleTenant,
    /// `AzureADMultipleOrgs`.
    MultiTenant,
    /// `AzureADandPersonalMicrosoftAccount`.
    MultiTenantAndPersonal,
    /// `PersonalMicrosoftAccount`.
    PersonalOnly,
}

/// The platform under which a redirect address is registered. It decides the client type of the flow.
/// Source: `SupportArticles` 7000218; entra-docs `reply-url.md`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Platform {
    /// A confidential client: the secret is mandatory.
    #[default]
    Web,
    /// A page that redeems the code itself, across origins, with PKCE and without a secret.
    Spa,
    /// A public client: a secret is refused.
    MobileDesktop,
}

/// A registered redirect address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redirect {
    /// The platform it is registered under.
    #[serde(default)]
    pub platform: Platform,
    /// The address, as typed.
    pub uri: String,
}

impl Redirect {
    /// A redirect address under platform Web.
    pub fn web(uri: impl Into<String>) -> Self {
        Self {
            platform: Platform::Web,
            uri: uri.into(),
        }
    }
}

/// An application to register.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewApplication {
    /// The name that the consent page shows; may hold anything.
    pub name: String,
    /// The id (GUID) of the tenant in which it is registered.
    pub home_tenant: String,
    /// Who may sign in.
    pub audience: Audience,
    /// Its redirect addresses.
    pub redirects: Vec<Redirect>,
    /// Its delegated permissions, such as `Mail.Send`.
    pub permissions: Vec<String>,
}

/// The identifiers that the portal shows after a registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegisteredApplication {
    /// "Application (client) ID".
    pub client_id: String,
    /// "Object ID".
    pub object_id: String,
    /// "Directory (tenant) ID".
    pub tenant_id: String,
}

/// A secret just added. Its value is never readable again.
#[derive(Clone, Serialize)]
pub struct NewSecret {
    /// "Value": what the application must send, 40 characters.
    pub value: String,
    /// "Secret ID": a GUID that people often copy by mistake.
    pub secret_id: String,
    /// When it ends.
    pub expires: Timestamp,
}

impl std::fmt::Debug for NewSecret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("NewSecret")
            .field("secret_id", &self.secret_id)
            .finish_non_exhaustive()
    }
}

#[derive(Clone)]
pub(crate) struct Secret {
    pub(crate) description: String,
    pub(crate) id: String,
    pub(crate) expires: Timestamp,
    value: String,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Secret")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Application {
    pub(crate) client_id: String,
    pub(crate) object_id: String,
    pub(crate) name: String,
    pub(crate) home_tenant: String,
    pub(crate) audience: Audience,
    pub(crate) redirects: Vec<Redirect>,
    /// Delegated permissions.
    pub(crate) permissions: Vec<String>,
    /// Application permissions: what the application may do without a person, once an administrator agrees.
    pub(crate) roles: Vec<String>,
    pub(crate) secrets: Vec<Secret>,
}

/// What a secret sent by a client turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SecretVerdict {
    Right,
    Expired,
    Wrong,
}

impl Application {
    pub(crate) fn judge_secret(&self, value: &str, now: Timestamp) -> SecretVerdict {
        match self.secrets.iter().find(|secret| secret.value == value) {
            Some(secret) if secret.expires > now => SecretVerdict::Right,
            Some(_) => SecretVerdict::Expired,
            None => SecretVerdict::Wrong,
        }
    }
}

impl World {
    /// Registers an application and returns its identifiers.
    #[allow(clippy::must_use_candidate)] // Called for its effect as often as for its answer.
    pub fn register_application(&self, new: NewApplication) -> RegisteredApplication {
        let application = Application {
            client_id: identifier::guid(),
            object_id: identifier::guid(),
            name: new.name,
            home_tenant: new.home_tenant,
            audience: new.audience,
            redirects: new.redirects,
            permissions: new.permissions,
            roles: Vec::new(),
            secrets: Vec::new(),
        };
        let registered = RegisteredApplication {
            client_id: application.client_id.clone(),
            object_id: application.object_id.clone(),
            tenant_id: application.home_tenant.clone(),
        };
        let mut state = self.lock();
        // The portal makes the service principal of the home tenant together with the registration.
        state.install(&application.client_id, &application.home_tenant);
        state.applications.push(application);
        registered
    }

    /// Adds a redirect address. An unknown application is ignored.
    pub fn add_redirect(&self, client_id: &str, redirect: Redirect) {
        self.change(client_id, |application| application.redirects.push(redirect));
    }

    /// Removes all redirect addresses.
    pub fn remove_redirects(&self, client_id: &str) {
        self.change(client_id, |application| application.redirects.clear());
    }

    /// Replaces the delegated permissions.
    pub fn set_permissions(&self, client_id: &str, permissions: &[&str]) {
        self.change(client_id, |application| {
            application.permissions = permissions
                .iter()
                .map(|&permission| permission.to_owned())
                .collect();
        });
    }

    /// Replaces the application permissions, such as `Calendars.ReadWrite` without a person. They count for nothing
    /// until an administrator agrees.
    pub fn set_application_permissions(&self, client_id: &str, permissions: &[&str]) {
        self.change(client_id, |application| {
            application.roles = permissions
                .iter()
                .map(|&permission| permission.to_owned())
                .collect();
        });
    }

    /// Changes who may sign in.
    pub fn set_audience(&self, client_id: &str, audience: Audience) {
        self.change(client_id, |application| application.audience = audience);
    }

    /// Deletes an application with its secrets and consents.
    pub fn delete_application(&self, client_id: &str) {
        let mut state = self.lock();
        state
            .applications
            .retain(|application| application.client_id != client_id);
        state.forget(client_id);
    }

    /// Adds a secret that lasts for `lifetime` on the lab's clock. For an unknown application the secret is made
    /// up and belongs to nobody.
    #[allow(clippy::must_use_candidate)] // Called for its effect as often as for its answer.
    pub fn add_secret(&self, client_id: &str, description: &str, lifetime: Duration) -> NewSecret {
        let lifetime = SignedDuration::try_from(lifetime).unwrap_or(SignedDuration::MAX);
        let mut state = self.lock();
        let secret = NewSecret {
            value: identifier::secret(),
            secret_id: identifier::guid(),
            expires: later(state.now(), lifetime),
        };
        if let Some(application) = state.application_mut(client_id) {
            application.secrets.push(Secret {
                description: description.to_owned(),
                id: secret.secret_id.clone(),
                expires: secret.expires,
                value: secret.value.clone(),
            });
        }
        secret
    }

    /// Makes every secret of an application expire now.
    pub fn expire_secrets(&self, client_id: &str) {
        let now = self.now();
        self.change(client_id, |application| {
            for secret in &mut application.secrets {
                secret.expires = now;
            }
        });
    }

    /// Removes every secret of an application.
    pub fn remove_secrets(&self, client_id: &str) {
        self.change(client_id, |application| application.secrets.clear());
    }

    fn change(&self, client_id: &str, change: impl FnOnce(&mut Application)) {
        if let Some(application) = self.lock().application_mut(client_id) {
            change(application);
        }
    }
}

impl State {
    pub(crate) fn application(&self, client_id: &str) -> Option<&Application> {
        self.applications
            .iter()
            .find(|application| application.client_id.eq_ignore_ascii_case(client_id))
    }

    fn application_mut(&mut self, client_id: &str) -> Option<&mut Application> {
        self.applications
            .iter_mut()
            .find(|application| application.client_id.eq_ignore_ascii_case(client_id))
    }
}
