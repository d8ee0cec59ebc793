//! What became of everything that Vincula knew.

use serde::Serialize;
use ts_rs::TS;

/// What became of everything that Vincula knew.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ForgottenView {
    /// What could not be deleted.
    pub left: Vec<LeftView>,
}

/// Something that could not be deleted, and why (`problem-<kind>` and its `.do`).
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "left", rename_all = "snake_case")]
#[ts(export)]
pub enum LeftView {
    /// The secret of a setup, which stays with it.
    Secret {
        /// The cause.
        kind: String,
    },
    /// Whatever else is in the keyring: it does not say.
    Unlisted {
        /// The cause.
        kind: String,
    },
    /// A file.
    File {
        /// Its path.
        path: String,
        /// The cause.
        kind: String,
    },
}
