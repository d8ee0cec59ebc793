//! What is said of every cause: who must act, what to do next, whether trying again helps, and its family.

use super::{Place, ProblemKind};
use crate::value::ValueKind;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Who must act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The person in front of the window.
    You,
    /// The company's IT.
    It,
    /// The ERP's support.
    Support,
    /// Microsoft: only waiting helps.
    Microsoft,
    /// Nobody: it mends itself, and only waiting helps.
    Time,
}

impl Who {
    /// Everybody.
    pub const ALL: [Self; 5] = [Self::You, Self::It, Self::Support, Self::Microsoft, Self::Time];

    /// The name used in JSON and in text identifiers (`who-<name>`).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::It => "it",
            Self::Support => "support",
            Self::Microsoft => "microsoft",
            Self::Time => "time",
        }
    }
}

/// Whether trying again helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retry {
    /// At once.
    Now,
    /// After the cause is removed.
    AfterFix,
    /// After some time.
    Later,
}

/// The one next action: what the problem's button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "action", content = "value", rename_all = "snake_case")]
pub enum Remedy {
    /// Go back to the page that asks for this value.
    CorrectValue(ValueKind),
    /// Go back to the page that gives the redirect URI.
    RegisterRedirect,
    /// Go back to the page that chooses who may sign in.
    ChangeAudience,
    /// Go back to the page that grants the permission.
    GrantPermission,
    /// Open the sign-in again.
    SignInAgain,
    /// Show all the values.
    ReviewValues,
    /// Show what was decided for the person: kind of account, cloud and the like.
    ReviewChoices,
    /// Hand a message to the company's IT.
    AskIt,
    /// Look in the mailbox, then send another.
    LookForMail,
    /// Delete by hand what a check left in the mailbox, then try again.
    ClearMailbox,
    /// Look at the connection, then try again.
    CheckNetwork,
    /// Put this machine right (unlock the keyring, make room on the disk), then try again.
    UnlockKeyring,
    /// Wait, then try again.
    Wait,
}

impl Remedy {
    /// The step to go back to, by a name that is the same in every guide.
    #[must_use]
    pub fn step(self) -> &'static str {
        match self {
            Self::CorrectValue(value) => value.as_str(),
            Self::RegisterRedirect => "redirect_uri",
            Self::ChangeAudience => "account_types",
            Self::GrantPermission => "permissions",
            Self::SignInAgain => "sign_in",
            Self::ReviewValues => "review",
            Self::ReviewChoices => "choices",
            Self::AskIt => "ask_it",
            Self::LookForMail | Self::ClearMailbox => "mailbox_contents",
            Self::CheckNetwork => "network",
            Self::UnlockKeyring => "this_computer",
            Self::Wait => "wait",
        }
    }
}

/// What a cause is about. Every code that has no cause of its own has its family's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// The organisation at Microsoft.
    Tenant,
    /// The application's registration.
    Application,
    /// The redirect URI.
    Redirect,
    /// How the application proves itself.
    Secret,
    /// What the application and the account may do.
    Permission,
    /// Consent to the permissions.
    Consent,
    /// The account that signs in.
    Account,
    /// Guests, and people from outside.
    Guest,
    /// The account's password.
    Password,
    /// Further proofs of identity.
    Proof,
    /// The organisation's rules for signing in.
    Rules,
    /// The identity of the device.
    Device,
    /// The organisation's own sign-in service.
    Federation,
    /// The sign-in as it goes on.
    Session,
    /// Codes and tokens.
    Grant,
    /// The mailbox and its licence.
    Mailbox,
    /// The mail itself.
    Mail,
    /// What the SMTP or IMAP server says.
    MailServer,
    /// Too much at once.
    Throttling,
    /// Microsoft's service.
    Service,
    /// The request that a program made.
    Request,
    /// The road between here and Microsoft.
    Network,
    /// This machine.
    Machine,
    /// Nothing is known.
    Unknown,
}

impl Family {
    /// Every family.
    pub const ALL: [Self; 24] = [
        Self::Tenant,
        Self::Application,
        Self::Redirect,
        Self::Secret,
        Self::Permission,
        Self::Consent,
        Self::Account,
        Self::Guest,
        Self::Password,
        Self::Proof,
        Self::Rules,
        Self::Device,
        Self::Federation,
        Self::Session,
        Self::Grant,
        Self::Mailbox,
        Self::Mail,
        Self::MailServer,
        Self::Throttling,
        Self::Service,
        Self::Request,
        Self::Network,
        Self::Machine,
        Self::Unknown,
    ];

    /// The cause that stands for the whole family: said of a code of which no more is known, and careful for
    /// that reason.
    #[must_use]
    pub fn general(self) -> ProblemKind {
        match self {
            Self::Tenant => ProblemKind::TenantTrouble,
            Self::Application => ProblemKind::ConfigurationRejected,
            Self::Redirect => ProblemKind::RedirectTrouble,
            Self::Secret => ProblemKind::CredentialTrouble,
            Self::Permission => ProblemKind::AccessDenied,
            Self::Consent => ProblemKind::ConsentTrouble,
            Self::Account => ProblemKind::AccountTrouble,
            Self::Guest => ProblemKind::GuestTrouble,
            Self::Password => ProblemKind::PasswordTrouble,
            Self::Proof => ProblemKind::ProofTrouble,
            Self::Rules => ProblemKind::RuleTrouble,
            Self::Device => ProblemKind::DeviceTrouble,
            Self::Federation => ProblemKind::FederationTrouble,
            Self::Session => ProblemKind::SessionTrouble,
            Self::Grant => ProblemKind::GrantTrouble,
            Self::Mailbox => ProblemKind::MailboxTrouble,
            Self::Mail => ProblemKind::MailTrouble,
            Self::MailServer => ProblemKind::MailServerTrouble,
            Self::Throttling => ProblemKind::TooManyRequests,
            Self::Service => ProblemKind::MicrosoftUnavailable,
            Self::Request => ProblemKind::RequestMalformed,
            Self::Network => ProblemKind::NetworkTrouble,
            Self::Machine => ProblemKind::MachineTrouble,
            Self::Unknown => ProblemKind::Unexpected,
        }
    }

    /// The place where one of Entra's codes of this family mostly comes up, for a code that stands alone.
    #[must_use]
    pub(crate) fn usual_place(self) -> Place {
        match self {
            Self::Secret | Self::Grant | Self::Throttling => Place::Token,
            Self::Mailbox | Self::Mail => Place::Graph,
            Self::MailServer => Place::Smtp,
            Self::Network => Place::Network,
            Self::Machine => Place::Machine,
            Self::Unknown => Place::Unknown,
            _ => Place::Authorize,
        }
    }
}

impl ProblemKind {
    /// Who must act.
    #[must_use]
    pub fn who(self) -> Who {
        self.facts().who
    }

    /// The one next action.
    #[must_use]
    pub fn remedy(self) -> Remedy {
        self.facts().remedy
    }

    /// Whether trying again helps.
    #[must_use]
    pub fn retry(self) -> Retry {
        self.facts().retry
    }

    /// What it is about.
    #[must_use]
    pub fn family(self) -> Family {
        self.facts().family
    }

    /// Whether it says no more than its family.
    #[must_use]
    pub fn is_general(self) -> bool {
        self.family().general() == self
    }

    /// How long to wait before trying again, where only waiting helps and Microsoft named no time.
    #[must_use]
    pub fn wait(self) -> Option<Duration> {
        let minutes = match self {
            Self::SecretTooNew | Self::ApplicationTooNew | Self::TooManyRequests => 1,
            Self::AccountLocked => 30,
            Self::MailboxMoving => 60,
            Self::SendingBlocked => 4 * 60,
            Self::SendLimitReached => 24 * 60,
            // Microsoft's own figure for a saved redirect URI is three to five minutes.
            _ if self.retry() == Retry::Later => 5,
            _ => return None,
        };
        Some(Duration::from_mins(minutes))
    }

    /// Whether the cause lies on the road, in Microsoft's service or in this machine, so that nothing is proven
    /// about the setup.
    #[must_use]
    pub fn is_inconclusive(self) -> bool {
        matches!(
            self.family(),
            Family::Throttling | Family::Service | Family::Network | Family::Machine
        )
    }
}
