//! What is kept in a file for somebody else.

use super::SetupView;
use serde::Serialize;
use ts_rs::TS;

/// A request that was kept in a file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct KeptRequest {
    /// The setup, which waits from then on.
    pub setup: Box<SetupView>,
    /// Where the file is.
    pub path: String,
}

/// A sealed answer that was kept in a file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct KeptAnswer {
    /// What opens it, shown once and told by another way.
    pub passphrase: String,
    /// Where the file is.
    pub path: String,
}
