//! What the page needs to begin.

use super::{GuideView, LookView, SetupSummary};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The state of the program when the page starts.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct AppView {
    /// The program's version.
    pub version: String,
    /// The language chosen before, or the system's: `es` or `en`.
    pub language: String,
    /// How the page looks and moves.
    pub look: LookView,
    /// Why guides that lie beside the program are not offered, for whoever put them there.
    pub guide_faults: Vec<String>,
    /// Set while Vincula runs against the built-in lab.
    pub practice: Option<PracticeView>,
    /// The guides, in the order in which they are offered.
    pub guides: Vec<GuideView>,
    /// The setups of this user, the last one worked on first.
    pub setups: Vec<SetupSummary>,
}

/// What to enter while practising.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct PracticeView {
    /// An ERP address of the sample company.
    pub erp_address: String,
    /// A mailbox of the sample company.
    pub mailbox: String,
    /// The lab's practice portal, where an application can be registered.
    pub portal: String,
}

/// A setup that somebody proposes by a link. Nothing of it is used before the person has seen it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ProposalView {
    /// The guide's id.
    pub guide: String,
    /// The ERP's address, where it was given and can be taken.
    pub erp_address: Option<String>,
    /// The mailbox, where it was given and can be taken.
    pub mailbox: Option<String>,
    /// The Client ID of the vendor's own application, where it was given and can be taken.
    pub client_id: Option<String>,
    /// The names of the fields that were not taken: text that others wrote.
    pub refused: Vec<String>,
}

/// A shape of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum WindowShape {
    /// As it opened.
    Wide,
    /// Narrow, above the others, at the side where it stood last.
    Beside,
    /// The same, at the other side.
    OtherSide,
}
