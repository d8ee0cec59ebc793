//! A setup, as the page shows it.

use super::{ChoicesView, HealthView, RenewalView, ReportView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One line of the list of setups.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct SetupSummary {
    /// The setup's id.
    pub id: String,
    /// Its guide.
    pub guide: String,
    /// The ERP's address.
    pub erp_address: String,
    /// The mailbox.
    pub mailbox: String,
    /// Steps done so far.
    pub steps_done: u32,
    /// Steps in all.
    pub steps_total: u32,
    /// When all of it was proven last (RFC 3339, UTC).
    pub verified_at: Option<String>,
    /// When it was changed last (RFC 3339, UTC).
    pub updated_at: String,
    /// Since when somebody else does the registration (RFC 3339, UTC).
    pub waiting_since: Option<String>,
    /// For whom it waits, where that was said.
    pub waiting_for: Option<String>,
    /// The last day of the secret (`2028-11-24`), where it is known.
    pub secret_ends: Option<String>,
    /// What the person calls it, where they gave it a name.
    pub name: Option<String>,
    /// How it stands today. The list is in the order of its severity.
    pub health: HealthView,
    /// Whether a new secret is all that it may need.
    pub can_renew: bool,
    /// Whether it was begun for somebody else's request.
    pub helps: bool,
}

/// One setup, whole. Never holds a secret.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct SetupView {
    /// The setup's id.
    pub id: String,
    /// Its guide.
    pub guide: String,
    /// The ERP's address.
    pub erp_address: String,
    /// The mailbox that the ERP will send from.
    pub mailbox: String,
    /// The redirect URI to register and to copy.
    pub redirect_uri: String,
    /// Entra's «Application (client) ID».
    pub client_id: Option<String>,
    /// Entra's «Directory (tenant) ID», where it was given.
    pub tenant_id: Option<String>,
    /// What may be told about the secret; about the new one, while it is being renewed.
    pub secret: Option<SecretView>,
    /// Why the keyring does not say whether it holds one, such as `keyring_locked`: `problem-<kind>` and its `.do`.
    pub keyring_fault: Option<String>,
    /// The ids of the steps done.
    pub steps_done: Vec<String>,
    /// The step to go on with.
    pub current_step: String,
    /// When all of it was proven last (RFC 3339, UTC).
    pub verified_at: Option<String>,
    /// The run in progress, while there is one.
    pub report: Option<ReportView>,
    /// Since when somebody else does the registration (RFC 3339, UTC).
    pub waiting_since: Option<String>,
    /// For whom it waits, where that was said.
    pub waiting_for: Option<String>,
    /// The last day of that secret (`2028-11-24`), where it is known.
    pub secret_ends: Option<String>,
    /// What the person calls it, where they gave it a name.
    pub name: Option<String>,
    /// A new secret on its way into the place of the old one.
    pub renewal: Option<RenewalView>,
    /// The account that has to sign in.
    pub signs_in: String,
    /// What was decided for the person.
    pub choices: ChoicesView,
    /// Whether it was begun for somebody else's request.
    pub helps: bool,
}

/// When a secret ends, as the person knows it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "end", rename_all = "snake_case")]
#[ts(export)]
pub enum SecretEndView {
    /// So many days after it was made, which is today.
    AfterDays {
        /// The days.
        days: i16,
    },
    /// On this day (`2028-11-24`).
    On {
        /// The day.
        day: String,
    },
}

/// What may be told about a secret that Vincula holds.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct SecretView {
    /// Where it is kept.
    pub place: SecretPlace,
    /// Why the keyring did not take it, where it did not: `problem-<kind>` and its `.do`.
    pub because: Option<String>,
    /// Its length in characters.
    pub length: u32,
    /// Whether it has the shape of the secrets that Entra makes today. Older ones may still work.
    pub usual_shape: bool,
}

/// Where a secret is kept.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SecretPlace {
    /// In the system's keyring.
    Keyring,
    /// In memory until Vincula closes, as was meant: this is practice.
    Session,
    /// In memory until Vincula closes, because the keyring did not take it.
    InsteadOfKeyring,
}

/// What became of a pasted or typed value.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "verdict", rename_all = "snake_case")]
#[ts(export)]
pub enum Verdict {
    /// Taken and saved.
    Accepted {
        /// The setup with the value in it.
        setup: Box<SetupView>,
        /// Whether blanks, quotes or line breaks around it were taken off.
        cleaned: bool,
        /// The names of other values that were taken at the same time (`tenant_id` …).
        also: Vec<String>,
        /// Whether the clipboard held a secret and was emptied after it was kept.
        clipboard_cleared: bool,
    },
    /// Not taken; nothing was changed.
    Refused {
        /// The name of the reason (`refusal-<reason>`).
        reason: String,
        /// The length of what was pasted, in characters.
        length: u32,
    },
}

/// A value of the first form (`erp_address`, `mailbox`) read from the clipboard.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "verdict", rename_all = "snake_case")]
#[ts(export)]
pub enum PastedDetail {
    /// Understood: the value as it will be kept.
    Accepted {
        /// The cleaned value.
        text: String,
        /// The other value of the form, where the same text held both.
        other: Option<String>,
    },
    /// Not such a value.
    Refused {
        /// The name of the reason (`refusal-<reason>`).
        reason: String,
    },
}
