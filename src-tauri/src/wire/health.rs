//! How a setup stands, as the page shows it.

use serde::Serialize;
use ts_rs::TS;

/// How a setup stands today.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct HealthView {
    /// The one thing to say first: `secret_ended`, `fails`, `secret_ends`, `renewing`, `waiting`, `not_proven`,
    /// `works` or `archived`.
    pub state: String,
    /// How much it matters: `broken`, `soon`, `open`, `fine` or `away`.
    pub severity: String,
    /// The one thing to do: `renew`, `check_again`, `go_on` or `unarchive`.
    pub next: String,
    /// Days until the secret ends, negative once its last day is over.
    pub days_left: Option<i32>,
    /// Since when it works (RFC 3339, UTC).
    pub works_since: Option<String>,
    /// The last run.
    pub last: Option<LastRunView>,
}

/// The last run of the checks.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct LastRunView {
    /// When it ended (RFC 3339, UTC).
    pub at: String,
    /// Whether Microsoft accepted the test mail.
    pub is_proven: bool,
    /// The name of the problem that it met (`problem-<kind>`).
    pub problem: Option<String>,
}

/// A new secret on its way into the place of the old one.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct RenewalView {
    /// How far it has come: `asks`, `proves`, `hand_over` or `remove_old`.
    pub stage: String,
    /// The last day of the secret that is replaced (`2026-10-20`), where it is known.
    pub old_ends: Option<String>,
}
