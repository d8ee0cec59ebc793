//! What has to be told of the files in which setups are kept.

use serde::Serialize;
use ts_rs::TS;

/// What has to be told of the files in which setups are kept.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct FilesView {
    /// What became of damaged files, until the person says that they know.
    pub mishaps: Vec<MishapView>,
    /// Setups of a newer version: to be looked at and nothing else.
    pub newer: Vec<NewerView>,
    /// Setups that are there and cannot be read.
    pub unread: Vec<UnreadView>,
}

/// A file was damaged or gone.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct MishapView {
    /// The setup's id.
    pub id: String,
    /// How it ended.
    pub ending: EndingView,
    /// The mailbox of the setup, where it is known.
    pub mailbox: Option<String>,
    /// Where what was damaged is kept.
    pub path: String,
}

/// What became of a setup whose file was damaged or gone. The text is `mishap-<ending>`.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum EndingView {
    /// It is as it was kept the time before the last.
    Restored,
    /// There was no good copy.
    Lost,
}

/// A setup of a newer version, as far as this one understands it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct NewerView {
    /// The setup's id.
    pub id: String,
    /// The mailbox that the ERP will send from.
    pub mailbox: Option<String>,
    /// The ERP's address.
    pub erp_address: Option<String>,
    /// Entra's «Application (client) ID».
    pub client_id: Option<String>,
    /// Entra's «Directory (tenant) ID».
    pub tenant_id: Option<String>,
}

/// A setup that is there and cannot be read. The texts are the problem's: `problem-<kind>` and its `.do`.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct UnreadView {
    /// The setup's id.
    pub id: String,
    /// The cause, such as `file_not_ours`.
    pub kind: String,
}
