//! Tenants and the people in them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{State, World};
use crate::identifier;

/// The tenant that stands for all personal Microsoft accounts.
/// Source: entra-docs `id-token-claims-reference.md` (`tid`).
pub const CONSUMERS_TENANT: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

/// What the members of a tenant may consent to by themselves.
/// Source: entra-docs `manage-app-consent-policies.md` (01/22/2026).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UserConsent {
    /// Everything that does not need an administrator by definition.
    Allowed,
    /// "Let Microsoft manage your consent settings", the default of new tenants: sending mail yes, reading it,
    /// calendars, contacts and IMAP no.
    #[default]
    ManagedByMicrosoft,
    /// Nothing: every application needs an administrator.
    AdministratorOnly,
}

/// A tenant to add.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewTenant {
    /// The name of the company; may hold anything.
    pub name: String,
    /// Its verified domain.
    pub domain: String,
    /// A GUID to use as its id; one is made up if absent.
    pub id: Option<String>,
    /// What its members may consent to.
    pub user_consent: UserConsent,
}

/// Which kind of account a person has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UserKind {
    /// A work or school account.
    Work {
        /// The id (GUID) of the tenant that holds the account.
        tenant: String,
    },
    /// A personal Microsoft account, such as outlook.com.
    #[default]
    Personal,
}

/// The state of a person's mailbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MailboxKind {
    /// It works.
    #[default]
    Active,
    /// There is none in Exchange Online: 404 `MailboxNotEnabledForRESTAPI`.
    None,
    /// The person is a guest or has no licence: 404 `ResourceNotFound`.
    Guest,
    /// It exists, but the outbound limit is used up: 403 `ErrorExceededMessageLimit` (status not established).
    OverTheLimit,
}

/// A person to add.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewUser {
    /// The address with which the person signs in and receives mail.
    pub address: String,
    /// The name as others see it; may hold anything.
    pub display_name: String,
    /// Work or personal.
    pub kind: UserKind,
    /// The state of the mailbox.
    pub mailbox: MailboxKind,
    /// Whether the person may consent for the whole tenant.
    pub is_admin: bool,
    /// The mailboxes in whose name the person may send ("Send As" in Exchange).
    pub sends_as: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Tenant {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) domain: String,
    pub(crate) user_consent: UserConsent,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct User {
    pub(crate) object_id: String,
    pub(crate) address: String,
    pub(crate) display_name: String,
    pub(crate) kind: UserKind,
    pub(crate) mailbox: MailboxKind,
    pub(crate) is_admin: bool,
    pub(crate) sends_as: Vec<String>,
    /// Refresh tokens that are older are dead.
    #[serde(skip)]
    pub(crate) sessions_from: Option<Timestamp>,
}

impl User {
    pub(crate) const fn is_personal(&self) -> bool {
        matches!(self.kind, UserKind::Personal)
    }

    pub(crate) fn tenant_id(&self) -> &str {
        match &self.kind {
            UserKind::Work { tenant } => tenant,
            UserKind::Personal => CONSUMERS_TENANT,
        }
    }
}

impl World {
    /// Adds a tenant and returns its id (GUID).
    pub fn add_tenant(&self, new: NewTenant) -> String {
        let id = new.id.unwrap_or_else(identifier::guid).to_ascii_lowercase();
        let tenant = Tenant {
            id: id.clone(),
            name: new.name,
            domain: new.domain,
            user_consent: new.user_consent,
        };
        self.lock().tenants.push(tenant);
        id
    }

    /// Changes what the members of a tenant may consent to. An unknown tenant is ignored.
    pub fn set_user_consent(&self, tenant_id: &str, user_consent: UserConsent) {
        if let Some(tenant) = self
            .lock()
            .tenants
            .iter_mut()
            .find(|tenant| tenant.id == tenant_id)
        {
            tenant.user_consent = user_consent;
        }
    }

    /// Adds a person and returns the object id. A person with the same address is replaced.
    #[allow(clippy::must_use_candidate)] // Called for its effect as often as for its answer.
    pub fn add_user(&self, new: NewUser) -> String {
        let object_id = match new.kind {
            UserKind::Work { .. } => identifier::guid(),
            UserKind::Personal => identifier::personal_object_id(),
        };
        let user = User {
            object_id: object_id.clone(),
            address: new.address,
            display_name: new.display_name,
            kind: new.kind,
            mailbox: new.mailbox,
            is_admin: new.is_admin,
            sends_as: new.sends_as,
            sessions_from: None,
        };
        let mut state = self.lock();
        state
            .users
            .retain(|other| !other.address.eq_ignore_ascii_case(&user.address));
        state.users.push(user);
        object_id
    }

    /// Ends every session of a person, as a change of password or «Revoke sessions» does: refresh tokens issued until
    /// now are dead (50173), access tokens last until they expire. An unknown address is ignored.
    pub fn revoke_sessions(&self, address: &str) {
        let mut state = self.lock();
        let now = state.now();
        let users = state.users.iter_mut();
        for user in users.filter(|user| user.address.eq_ignore_ascii_case(address)) {
            user.sessions_from = Some(now);
        }
    }

    /// Lets a person send in the name of a mailbox. An unknown person is ignored.
    pub fn allow_send_as(&self, person: &str, mailbox: &str) {
        let mut state = self.lock();
        let users = state.users.iter_mut();
        for user in users.filter(|user| user.address.eq_ignore_ascii_case(person)) {
            user.sends_as.push(mailbox.to_owned());
        }
    }

    /// Changes the state of a person's mailbox. An unknown address is ignored.
    pub fn set_mailbox(&self, address: &str, mailbox: MailboxKind) {
        let mut state = self.lock();
        if let Some(user) = state
            .users
            .iter_mut()
            .find(|user| user.address.eq_ignore_ascii_case(address))
        {
            user.mailbox = mailbox;
        }
    }
}

impl State {
    pub(crate) fn tenant(&self, id: &str) -> Option<&Tenant> {
        self.tenants.iter().find(|tenant| tenant.id == id)
    }

    pub(crate) fn user_by_address(&self, address: &str) -> Option<&User> {
        self.users
            .iter()
            .find(|user| user.address.eq_ignore_ascii_case(address.trim()))
    }

    pub(crate) fn user_by_id(&self, object_id: &str) -> Option<&User> {
        self.users.iter().find(|user| user.object_id == object_id)
    }
}
