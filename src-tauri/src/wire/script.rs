//! The script of the fast path.

use serde::Deserialize;
use ts_rs::TS;

/// The shell that reads the script (`fast-shell-<shell>`). Azure Cloud Shell has both.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ScriptShell {
    /// The one that Cloud Shell offers first.
    Bash,
    /// The other one.
    Powershell,
}
