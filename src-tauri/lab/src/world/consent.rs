//! What people and administrators have agreed to, and in which tenants an application is therefore known.
//!
//! Source: entra-docs `app-objects-and-service-principals.md` (the first consent makes the service principal),
//! `permissions-consent-overview.md` (application permissions need an administrator).

use std::collections::BTreeSet;

use super::{State, World};

/// What one person, or an administrator for a whole tenant, has agreed to.
#[derive(Clone, Debug)]
pub(crate) struct Consent {
    client_id: String,
    by: ConsentBy,
    /// Delegated permissions, in lower case.
    scopes: BTreeSet<String>,
    /// Application permissions, as registered. Only a tenant's consent has any.
    roles: BTreeSet<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ConsentBy {
    User(String),
    Tenant(String),
}

/// An application in a tenant ("enterprise application").
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ServicePrincipal {
    /// The application's client id.
    pub(crate) application: String,
    /// The tenant's id.
    pub(crate) tenant: String,
    /// Its object id: the `oid` of the application's own tokens there.
    pub(crate) object_id: String,
}

impl World {
    /// Gives an administrator's consent to all registered permissions, of both kinds, for the application's home
    /// tenant.
    pub fn grant_admin_consent(&self, client_id: &str) {
        let home = self
            .lock()
            .application(client_id)
            .map(|known| known.home_tenant.clone());
        if let Some(home) = home {
            self.grant_admin_consent_in(client_id, &home);
        }
    }

    /// Gives an administrator's consent to all registered permissions, of both kinds, for this tenant (its id): what a
    /// customer's administrator does with the application of a vendor.
    pub fn grant_admin_consent_in(&self, client_id: &str, tenant_id: &str) {
        let mut state = self.lock();
        let Some(application) = state.application(client_id).cloned() else {
            return;
        };
        let scopes = application
            .permissions
            .iter()
            .map(|permission| permission.to_ascii_lowercase());
        state.consent(client_id, ConsentBy::Tenant(tenant_id.to_owned()), scopes);
        let roles = application.roles.iter().cloned();
        state.consent_roles(client_id, tenant_id, roles);
    }

    /// Forgets every consent given to an application. It stays known where it was.
    pub fn revoke_consents(&self, client_id: &str) {
        self.lock()
            .consents
            .retain(|consent| consent.client_id != client_id);
    }

    /// Forgets what this tenant (its id) and the people in it agreed to.
    pub fn revoke_consents_in(&self, client_id: &str, tenant_id: &str) {
        self.lock().revoke_in(client_id, tenant_id);
    }

    /// Removes an application from a tenant, with every consent given there: what «Delete» of an enterprise
    /// application does.
    pub fn remove_service_principal(&self, client_id: &str, tenant_id: &str) {
        let mut state = self.lock();
        state.revoke_in(client_id, tenant_id);
        state
            .service_principals
            .retain(|known| known.application != client_id || known.tenant != tenant_id);
    }

    /// The client ids of the applications that this tenant (its id) knows.
    #[must_use]
    pub fn service_principals(&self, tenant_id: &str) -> Vec<String> {
        let state = self.lock();
        let known = state.service_principals.iter();
        known
            .filter(|known| known.tenant == tenant_id)
            .map(|known| known.application.clone())
            .collect()
    }
}

impl State {
    /// Adds `scopes` (lower case) to what `by` has agreed to. The application becomes known in that tenant.
    pub(crate) fn consent(&mut self, client_id: &str, by: ConsentBy, scopes: impl Iterator<Item = String>) {
        let tenant = match &by {
            ConsentBy::Tenant(tenant) => tenant.clone(),
            ConsentBy::User(user) => self
                .user_by_id(user)
                .map(|user| user.tenant_id().to_owned())
                .unwrap_or_default(),
        };
        self.install(client_id, &tenant);
        self.consent_mut(client_id, by).scopes.extend(scopes);
    }

    /// Adds application permissions to what an administrator of this tenant has agreed to.
    pub(crate) fn consent_roles(
        &mut self,
        client_id: &str,
        tenant_id: &str,
        roles: impl Iterator<Item = String>,
    ) {
        let by = ConsentBy::Tenant(tenant_id.to_owned());
        self.consent_mut(client_id, by).roles.extend(roles);
    }

    fn consent_mut(&mut self, client_id: &str, by: ConsentBy) -> &mut Consent {
        let known = self
            .consents
            .iter()
            .position(|consent| consent.client_id == client_id && consent.by == by);
        let at = known.unwrap_or_else(|| {
            self.consents.push(Consent {
                client_id: client_id.to_owned(),
                by,
                scopes: BTreeSet::new(),
                roles: BTreeSet::new(),
            });
            self.consents.len() - 1
        });
        &mut self.consents[at]
    }

    /// Everything that is agreed to for a person: their own consents and those of their administrator.
    pub(crate) fn consented(&self, client_id: &str, user_id: &str, tenant_id: &str) -> BTreeSet<String> {
        self.consents
            .iter()
            .filter(|consent| consent.client_id == client_id)
            .filter(|consent| match &consent.by {
                ConsentBy::User(id) => id == user_id,
                ConsentBy::Tenant(id) => id == tenant_id,
            })
            .flat_map(|consent| consent.scopes.iter().cloned())
            .collect()
    }

    /// The application permissions that this tenant's administrator has agreed to.
    pub(crate) fn consented_roles(&self, client_id: &str, tenant_id: &str) -> BTreeSet<String> {
        let by = ConsentBy::Tenant(tenant_id.to_owned());
        self.consents
            .iter()
            .filter(|consent| consent.client_id == client_id && consent.by == by)
            .flat_map(|consent| consent.roles.iter().cloned())
            .collect()
    }

    /// Makes the application known in a tenant.
    pub(crate) fn install(&mut self, client_id: &str, tenant_id: &str) {
        if self.service_principal(client_id, tenant_id).is_none() {
            self.service_principals.push(ServicePrincipal {
                application: client_id.to_owned(),
                tenant: tenant_id.to_owned(),
                object_id: crate::identifier::guid(),
            });
        }
    }

    pub(crate) fn service_principal(&self, client_id: &str, tenant_id: &str) -> Option<&ServicePrincipal> {
        self.service_principals
            .iter()
            .find(|known| known.application == client_id && known.tenant == tenant_id)
    }

    /// Forgets an application that was deleted.
    pub(crate) fn forget(&mut self, client_id: &str) {
        self.consents.retain(|consent| consent.client_id != client_id);
        self.service_principals
            .retain(|known| known.application != client_id);
    }

    fn revoke_in(&mut self, client_id: &str, tenant_id: &str) {
        let members: BTreeSet<String> = self
            .users
            .iter()
            .filter(|user| user.tenant_id() == tenant_id)
            .map(|user| user.object_id.clone())
            .collect();
        self.consents.retain(|consent| {
            let there = match &consent.by {
                ConsentBy::Tenant(id) => id == tenant_id,
                ConsentBy::User(id) => members.contains(id),
            };
            consent.client_id != client_id || !there
        });
    }
}
