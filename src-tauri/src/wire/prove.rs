//! The last step: checks, sign-in, test mail, arrival.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a run stands. The page shows the lines and offers `next`.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ReportView {
    /// The checks of the run, in order; those not reached yet are `waiting`.
    pub checks: Vec<CheckView>,
    /// What can be done now.
    pub next: NextAction,
    /// Who signed in.
    pub account: Option<AccountView>,
    /// Where the test mail was sent.
    pub sent_to: Option<String>,
    /// How many messages nobody has read, where the run looked into the inbox: as Graph counts, else as IMAP does.
    pub unread: Option<u32>,
    /// Where the person can sign in, the most comfortable place first.
    pub ways: Vec<WayView>,
    /// The place to begin with (`surface-<name>`).
    pub way: String,
    /// The place to go on with where the last one led nowhere.
    pub next_way: Option<String>,
}

/// A place to sign in.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct WayView {
    /// Its name (`surface-<name>`).
    pub surface: String,
    /// Whether the registration and this machine allow it.
    pub is_open: bool,
    /// What must stand in the registration for it, where something must.
    pub registers: Option<String>,
    /// Why it led nowhere before (`dead-end-<name>`).
    pub dead_end: Option<String>,
}

/// One check.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct CheckView {
    /// Its name (`check-<name>`).
    pub check: String,
    /// How it ended, or that it has not.
    pub outcome: OutcomeView,
}

/// How a check ended, or that it has not.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[ts(export)]
pub enum OutcomeView {
    /// Not reached yet.
    Waiting,
    /// Being asked now.
    Running,
    /// Asked again by itself after a while (`check-waits`): told once a second.
    Again {
        /// What is left of it, in seconds.
        seconds: u32,
    },
    /// The fact holds.
    Passed,
    /// It does not.
    Failed {
        /// What is wrong.
        problem: ProblemView,
    },
    /// Not tried (`skip-<why>`).
    Skipped {
        /// The name of the reason.
        why: String,
    },
    /// Proves nothing either way (`unknown-<why>`). Never stops the run.
    Unknown {
        /// The name of the reason.
        why: String,
    },
}

/// A named cause. Texts: `problem-<kind>`, its `.do`, `.button` and `.it`.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ProblemView {
    /// The cause.
    pub kind: String,
    /// Who must act: `you`, `it`, `support`, `microsoft`, `time` (`who-<who>`).
    pub who: String,
    /// Whether trying again helps: `now`, `after_fix`, `later`.
    pub retry: String,
    /// What the problem's button does.
    pub remedy: RemedyView,
    /// For IT, folded away.
    pub evidence: EvidenceView,
}

/// What the problem's button does.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "action", rename_all = "snake_case")]
#[ts(export)]
pub enum RemedyView {
    /// Go to this step of the guide.
    GoToStep {
        /// The step's id.
        step: String,
    },
    /// Make a new secret in the place of the one that worked.
    Renew,
    /// Open the sign-in again.
    SignInAgain,
    /// Show all the values.
    ReviewValues,
    /// Show what was decided for the person.
    ReviewChoices,
    /// Show the message for the company's IT, ready to copy.
    AskIt,
    /// Look in the junk folder, then send another.
    LookForMail,
    /// Run the same again.
    TryAgain,
}

/// What was seen: for IT. All of it is text that others wrote: show it as text only.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct EvidenceView {
    /// Microsoft's code.
    pub code: Option<String>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// Entra's trace id or Graph's request id.
    pub trace_id: Option<String>,
    /// Entra's correlation id.
    pub correlation_id: Option<String>,
    /// Microsoft's time stamp.
    pub timestamp: Option<String>,
    /// The host that was asked.
    pub host: Option<String>,
    /// The proxy on the way to it, as `host:port`.
    pub proxy: Option<String>,
    /// Microsoft's own words.
    pub text: Option<String>,
    /// What was expected.
    pub expected: Option<String>,
    /// What was found instead.
    pub found: Option<String>,
}

/// What can be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NextAction {
    /// Ask what can be known without the person.
    Check,
    /// Open the sign-in.
    SignIn,
    /// Send the test mail.
    Send,
    /// Say whether the mail arrived.
    ConfirmArrival,
    /// Copy the values to the ERP: everything is proven.
    HandOver,
    /// Remove the cause of the failed check, then try again.
    Fix,
}

/// Who signed in, as Microsoft tells it: text that others wrote.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct AccountView {
    /// The sign-in name.
    pub user_name: String,
    /// The display name.
    pub display_name: String,
}

/// What became of an administrator's approval.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ApprovalView {
    /// Whether the permissions are approved now.
    pub is_approved: bool,
    /// What was in the way.
    pub problem: Option<ProblemView>,
}

/// The person's word about the test mail.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ArrivalAnswer {
    /// It is there.
    Arrived,
    /// It is not there yet; the person goes on waiting.
    NotYet,
    /// It is not there, and the person gave up waiting.
    NotArrived,
}

/// What happens while a stage runs: a line of the report changed, or the sign-in window did something.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "event", rename_all = "snake_case")]
#[ts(export)]
pub enum ProveEvent {
    /// A check began or ended.
    Check {
        /// The line as it is now.
        line: CheckView,
    },
    /// The sign-in moved on.
    SignIn {
        /// What happened.
        what: SignInEvent,
    },
}

/// What happens while the person signs in.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
#[ts(export)]
pub enum SignInEvent {
    /// The window is open.
    Opened,
    /// The window shows this host now.
    Host {
        /// The host's name (ASCII).
        host: String,
    },
    /// The person's own browser was opened.
    InBrowser,
    /// The person signs in elsewhere and pastes the address that they end on.
    WaitsForPaste {
        /// Where that address begins.
        ends_at: String,
    },
    /// The answer was not in what was pasted; the sign-in goes on waiting.
    NotInThere {
        /// Whether there was an address, of something else.
        is_another: bool,
    },
    /// The page seems to lead nowhere (`dead-end-<why>`). An offer: the sign-in goes on.
    DeadEnd {
        /// Why.
        why: String,
        /// The place to go on with (`surface-<name>`).
        next: Option<String>,
    },
    /// The window was about to go to a host that is neither Microsoft's nor the mailbox's company's, and waits.
    UnknownHost {
        /// The host's name (ASCII).
        host: String,
    },
    /// The answer was caught and the window closed.
    Answered,
}
