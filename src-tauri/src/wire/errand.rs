//! What is kept in a file for somebody else, and what a file turned out to be.

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

/// Something sealed that was kept in a file: an answer, or a setup with its secret.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct KeptSealed {
    /// What opens it, shown once and told by another way.
    pub passphrase: String,
    /// Where the file is.
    pub path: String,
}

/// What a file that somebody opened turned out to be.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
#[ts(export)]
pub enum OpenedView {
    /// Something sealed: it takes a passphrase.
    Sealed,
    /// A setup, about which the person decides. Nothing of it is kept yet.
    Import {
        /// What the file says.
        import: Box<ImportView>,
    },
    /// Somebody's request, or the answer to one: the setup to go on with.
    Setup {
        /// The setup.
        setup: Box<SetupView>,
    },
}

/// A setup as its file says it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ImportView {
    /// The guide's id.
    pub guide: String,
    /// The ERP's address.
    pub erp_address: String,
    /// The redirect URI that follows from it.
    pub redirect_uri: String,
    /// The mailbox.
    pub mailbox: String,
    /// Entra's «Directory (tenant) ID», where the file has one.
    pub tenant_id: Option<String>,
    /// Entra's «Application (client) ID», where the file has one.
    pub client_id: Option<String>,
    /// Whether the secret came with it.
    pub has_secret: bool,
    /// The setup on this machine that is the same one, where there is one.
    pub known: Option<String>,
}
