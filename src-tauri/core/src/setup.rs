//! One customer's work on one guide: its values, how far it has come, when it was proven. Never a secret.

mod learned;
mod name;
mod proven;
mod renewal;

pub use name::SetupName;
pub use proven::Proven;
pub use renewal::{Renewal, RenewalStage};

use crate::check::CheckResult;
use crate::choices::Chosen;
use crate::cloud::CloudId;
use crate::health::Reminded;
use crate::surface::SurfaceHistory;
use crate::value::{ClientId, ErpAddress, Mailbox, TenantId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

mod file;

pub use file::{Contents, LARGEST, Newer, NotAsWritten, SCHEMA, SetupFile, glimpse, read};

/// The name of a setup: a random UUID, which is also the key of its secret in the keyring and its file's name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SetupId(String);

/// The text is not the id of a setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the id of a setup")]
pub struct NotASetupId;

impl SetupId {
    /// Reads an id. Only lower-case hexadecimal digits and `-` pass: an id becomes a file's name.
    ///
    /// # Errors
    /// [`NotASetupId`] for anything that is not a UUID in lower case.
    pub fn parse(text: &str) -> Result<Self, NotASetupId> {
        let lengths = text.split('-').map(str::len);
        let fits = lengths.eq([8, 4, 4, 4, 12])
            && text
                .bytes()
                .all(|b| b == b'-' || b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotASetupId)
        }
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SetupId {
    type Error = NotASetupId;

    fn try_from(text: String) -> Result<Self, NotASetupId> {
        Self::parse(&text)
    }
}

impl From<SetupId> for String {
    fn from(id: SetupId) -> Self {
        id.0
    }
}

impl std::fmt::Display for SetupId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How often a setup had been kept when it was read: whoever changes it tells by this that nobody else did meanwhile.
/// It says nothing about the customer's work, so that it makes no difference between two setups.
#[derive(Clone, Copy, Debug, Default, Eq)]
pub struct Revision(u64);

impl Revision {
    /// Kept once.
    pub const FIRST: Self = Self(1);

    /// How often; nought for a setup that was never kept.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }

    /// Kept once more.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl PartialEq for Revision {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// One customer's work on one guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// The revision at which it was read; the file tells it beside the setup.
    #[serde(skip)]
    pub revision: Revision,
    /// Its name for programs.
    pub id: SetupId,
    /// What the person calls it, where they gave it a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<SetupName>,
    /// The guide's id.
    pub guide: String,
    /// The ERP's address.
    pub erp_address: ErpAddress,
    /// The mailbox that the ERP will send from.
    pub mailbox: Mailbox,
    /// Microsoft's cloud in which the organisation is.
    #[serde(default, skip_serializing_if = "CloudId::is_global")]
    pub cloud: CloudId,
    /// Entra's «Directory (tenant) ID», where it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<TenantId>,
    /// Entra's «Application (client) ID».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<ClientId>,
    /// The last day of the client secret, as the person or the registration script told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_ends: Option<Date>,
    /// What the person decided otherwise than Vincula would.
    #[serde(default, skip_serializing_if = "Chosen::is_empty")]
    pub chosen: Chosen,
    /// The ids of the steps done, in the order in which they were done.
    #[serde(default)]
    pub steps_done: Vec<String>,
    /// The step that the person was on last, where it is not simply the first one not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_step: Option<String>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// When that was made which Microsoft may need a while to know.
    #[serde(default, skip_serializing_if = "Given::is_empty")]
    pub given: Given,
    /// What happened on the surfaces of the sign-in before.
    #[serde(default, skip_serializing_if = "SurfaceHistory::is_empty")]
    pub surfaces: SurfaceHistory,
    /// The last run that ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification: Option<Verification>,
    /// Since when it works, and whether it ever did.
    #[serde(default, skip_serializing_if = "Proven::is_never")]
    pub proven: Proven,
    /// A new secret on its way into the place of the old one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewal: Option<Renewal>,
    /// What the person was told last about the end of the secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminded: Option<Reminded>,
    /// When the person put it out of the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<Timestamp>,
    /// Set while somebody else does the registration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
    /// On the side of who helps: the setup, elsewhere, that asked for this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<SetupId>,
}

/// When that was made which Microsoft may need a while to know, as far as it was seen on this machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Given {
    /// The redirect URI was saved after the registration, as a repair ([`Setup::redirect_saved`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirect_uri: Option<Timestamp>,
    /// The client secret was given: Microsoft shows it once, right after it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<Timestamp>,
}

impl Given {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A setup waits for somebody who may register applications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Since when.
    pub since: Timestamp,
    /// For whom, where the person said so: a name or an address, shown as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Helper>,
}

/// Who was asked for help: a name or an address, as the person wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Helper(String);

impl Helper {
    /// More is no name.
    const LONGEST: usize = 80;

    /// What was written, on one line and cut to a bound; `None` where nothing is left.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let name: String = words
            .join(" ")
            .chars()
            .filter(|c| !c.is_control())
            .take(Self::LONGEST)
            .collect();
        (!name.is_empty()).then_some(Self(name))
    }

    /// The name or address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Helper {
    fn from(text: String) -> Self {
        Self::parse(&text).unwrap_or(Self(String::new()))
    }
}

impl From<Helper> for String {
    fn from(helper: Helper) -> Self {
        helper.0
    }
}

/// The last run of the checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// When it ended.
    pub at: Timestamp,
    /// Whether nothing failed and the mail was accepted.
    pub proven: bool,
    /// Each check.
    pub checks: Vec<CheckResult>,
}

impl Setup {
    /// A new setup with nothing but what the first page asks.
    #[must_use]
    pub fn new(id: SetupId, guide: &str, erp_address: ErpAddress, mailbox: Mailbox, now: Timestamp) -> Self {
        Self {
            revision: Revision::default(),
            id,
            name: None,
            guide: guide.to_owned(),
            erp_address,
            mailbox,
            cloud: CloudId::default(),
            tenant_id: None,
            client_id: None,
            secret_ends: None,
            chosen: Chosen::default(),
            steps_done: Vec::new(),
            current_step: None,
            created_at: now,
            updated_at: now,
            given: Given::default(),
            surfaces: SurfaceHistory::default(),
            verification: None,
            proven: Proven::default(),
            renewal: None,
            reminded: None,
            archived_at: None,
            waiting: None,
            asked_by: None,
        }
    }

    /// Notes that a step is done. Done twice is done.
    pub fn mark_done(&mut self, step: &str) {
        if !self.steps_done.iter().any(|done| done == step) {
            self.steps_done.push(step.to_owned());
        }
        self.go_on();
    }

    /// Leaves the page that the person was on: they go on with the first step that is not done.
    pub fn go_on(&mut self) {
        self.current_step = None;
    }

    /// Notes that the person has just saved the redirect URI on a page that repairs it. Whoever says that it is not
    /// registered within the next minutes may not have seen it yet.
    pub fn redirect_saved(&mut self, now: Timestamp) {
        self.given.redirect_uri = Some(now);
    }

    /// The same work begun once more under another id: the values, and nothing of the secret, of what was done and
    /// of what was proven.
    #[must_use]
    pub fn duplicate(&self, id: SetupId, now: Timestamp) -> Self {
        Self {
            cloud: self.cloud,
            tenant_id: self.tenant_id.clone(),
            client_id: self.client_id.clone(),
            chosen: self.chosen.clone(),
            ..Self::new(
                id,
                &self.guide,
                self.erp_address.clone(),
                self.mailbox.clone(),
                now,
            )
        }
    }

    /// Whether a step is done.
    #[must_use]
    pub fn is_done(&self, step: &str) -> bool {
        self.steps_done.iter().any(|done| done == step)
    }
}

#[cfg(test)]
mod tests;
