//! One fact to prove, and how proving it ended.

use crate::problem::Problem;
use serde::{Deserialize, Serialize};

/// A fact that Vincula can prove, in the order in which errors surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckId {
    /// This machine can talk to Microsoft: clock, proxy, names, certificates, every host. Part of every run; no
    /// guide lists it.
    Machine,
    /// The organisation exists: its OpenID metadata answers.
    Tenant,
    /// Microsoft knows the Client ID and the redirect URI.
    Application,
    /// Microsoft accepts the client secret.
    Secret,
    /// The application by itself has what the guide needs: a token without anybody who signs in carries the roles.
    AppPermissions,
    /// The person signed in and the code was redeemed.
    SignIn,
    /// The account that signed in is the one expected.
    Account,
    /// Every permission that the guide needs was granted.
    Permissions,
    /// An event can be made, read and deleted in the account's calendar.
    Calendar,
    /// A contact can be made, read and deleted in the account's contacts.
    Contacts,
    /// Microsoft Graph tells how many mails of the inbox are unread; none is opened.
    Inbox,
    /// The mailbox opens by IMAP.
    Imap,
    /// The account has a mailbox and Microsoft accepted the test mail.
    MailAccepted,
    /// Exchange's server for sending accepted the test mail by SMTP.
    Smtp,
    /// The person saw the test mail arrive.
    MailArrived,
}

impl CheckId {
    /// Every check, in order.
    pub const ALL: [Self; 15] = [
        Self::Machine,
        Self::Tenant,
        Self::Application,
        Self::Secret,
        Self::AppPermissions,
        Self::SignIn,
        Self::Account,
        Self::Permissions,
        Self::Calendar,
        Self::Contacts,
        Self::Inbox,
        Self::Imap,
        Self::MailAccepted,
        Self::Smtp,
        Self::MailArrived,
    ];

    /// The name used in guide files, in JSON and in text identifiers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Tenant => "tenant",
            Self::Application => "application",
            Self::Secret => "secret",
            Self::AppPermissions => "app_permissions",
            Self::SignIn => "sign_in",
            Self::Account => "account",
            Self::Permissions => "permissions",
            Self::Calendar => "calendar",
            Self::Contacts => "contacts",
            Self::Inbox => "inbox",
            Self::Imap => "imap",
            Self::MailAccepted => "mail_accepted",
            Self::Smtp => "smtp",
            Self::MailArrived => "mail_arrived",
        }
    }
}

/// How a check ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// The fact holds.
    Passed,
    /// The fact does not hold; the problem says who must act.
    Failed {
        /// What is wrong.
        problem: Problem,
    },
    /// Not tried.
    Skipped {
        /// Why it was not tried.
        why: SkipReason,
    },
    /// Tried, and the answer proves nothing either way. Never stops the run.
    Unknown {
        /// Why nothing is proven.
        why: UnknownReason,
    },
}

/// Why a check was not tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// An earlier check failed, so that this one could not pass.
    EarlierFailure,
    /// The value that it needs was not given, such as the tenant.
    ValueNotGiven,
    /// Another check proves the same fact.
    ProvenElsewhere,
    /// The person has not been asked.
    NotAsked,
    /// The practice has no counterpart for it.
    NotInPractice,
}

/// Why a check proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnknownReason {
    /// Microsoft answered with something that is neither a yes nor a known no.
    AnswerNotUnderstood,
    /// The person has not seen the mail yet.
    NotYetSeen,
}

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckResult {
    /// The fact.
    pub check: CheckId,
    /// How it ended.
    #[serde(flatten)]
    pub outcome: Outcome,
}
