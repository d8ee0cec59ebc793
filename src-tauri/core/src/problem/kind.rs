//! The causes that Vincula can name, and what each of them asks for.

use crate::value::ValueKind;
use serde::{Deserialize, Serialize};

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
    /// Hand a message to the company's IT.
    AskIt,
    /// Look in the junk folder, then send another.
    LookForMail,
    /// Look at the connection, then try again.
    CheckNetwork,
    /// Unlock the keyring, then try again.
    UnlockKeyring,
    /// Wait, then try again.
    Wait,
}

/// A cause that Vincula can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// No organisation has this tenant id.
    TenantUnknown,
    /// Microsoft knows no application with this Client ID.
    ApplicationUnknown,
    /// The redirect URI is not registered under this application, character by character.
    RedirectNotRegistered,
    /// The application admits accounts of its own organisation only.
    SingleTenantOnly,
    /// The application does not admit this kind of account (work or personal).
    AudienceMismatch,
    /// Microsoft does not accept the secret: incomplete, of another application, or the secret's id.
    SecretWrong,
    /// The secret has expired.
    SecretExpired,
    /// No secret is kept for this setup.
    SecretMissing,
    /// No Client ID has been given for this setup.
    ClientIdMissing,
    /// The redirect URI is registered under a platform that takes no secret.
    PlatformNotWeb,
    /// The person pressed «Cancel» on the page that asks for permissions.
    ConsentDeclined,
    /// An administrator must approve the permissions.
    AdminApprovalNeeded,
    /// The person pressed «Back» or «Cancel» on Microsoft's page.
    SignInCancelled,
    /// The sign-in window was closed before it ended.
    WindowClosed,
    /// No answer came within the time given to the sign-in.
    SignInTimedOut,
    /// The person reports an error page of Microsoft's, from which no answer ever comes.
    MicrosoftShowedError,
    /// The authorization code was too old or had been used.
    CodeExpired,
    /// The answer of the sign-in was not one that Vincula accepts.
    CallbackRefused,
    /// A rule of the organisation blocks this sign-in (Conditional Access).
    SignInBlocked,
    /// Microsoft wants a second proof of identity.
    MoreProofNeeded,
    /// The account is not allowed to use this application.
    AccountNotAllowed,
    /// Another account than the mailbox of the setup signed in.
    WrongAccount,
    /// A permission that the guide needs was not granted.
    PermissionMissing,
    /// The account has no mailbox in Exchange Online.
    MailboxMissing,
    /// The account may not send in the name of this address.
    SendAsDenied,
    /// Microsoft has stopped this mailbox from sending for now.
    SendingBlocked,
    /// The access that the sign-in gave has ended.
    SignInNoLongerValid,
    /// The person says that the mail did not arrive.
    MailNotArrived,
    /// Microsoft asks to wait.
    TooManyRequests,
    /// Microsoft's service fails by itself.
    MicrosoftUnavailable,
    /// The host cannot be reached: refused, unknown name or no network.
    Unreachable,
    /// The host did not answer within the bound.
    TooSlow,
    /// The host's certificate is not trusted by this machine.
    NotTrusted,
    /// The proxy asks for a password.
    ProxyRefused,
    /// The answer broke off.
    AnswerInterrupted,
    /// Something on the way answered in Microsoft's place, such as the page of a hotel's network.
    AnswerNotMicrosofts,
    /// The system's keyring cannot be used.
    KeyringUnavailable,
    /// The organisation is in another of Microsoft's clouds than the setup says.
    AnotherCloud,
    /// Microsoft rejects the request for a reason of the application's configuration.
    ConfigurationRejected,
    /// Microsoft answered with an error that Vincula has no name for.
    Unexpected,
}

impl ProblemKind {
    /// Every cause: each has its texts in every language.
    pub const ALL: [Self; 40] = [
        Self::TenantUnknown,
        Self::ApplicationUnknown,
        Self::RedirectNotRegistered,
        Self::SingleTenantOnly,
        Self::AudienceMismatch,
        Self::SecretWrong,
        Self::SecretExpired,
        Self::SecretMissing,
        Self::ClientIdMissing,
        Self::PlatformNotWeb,
        Self::ConsentDeclined,
        Self::AdminApprovalNeeded,
        Self::SignInCancelled,
        Self::WindowClosed,
        Self::SignInTimedOut,
        Self::MicrosoftShowedError,
        Self::CodeExpired,
        Self::CallbackRefused,
        Self::SignInBlocked,
        Self::MoreProofNeeded,
        Self::AccountNotAllowed,
        Self::WrongAccount,
        Self::PermissionMissing,
        Self::MailboxMissing,
        Self::SendAsDenied,
        Self::SendingBlocked,
        Self::SignInNoLongerValid,
        Self::MailNotArrived,
        Self::TooManyRequests,
        Self::MicrosoftUnavailable,
        Self::Unreachable,
        Self::TooSlow,
        Self::NotTrusted,
        Self::ProxyRefused,
        Self::AnswerInterrupted,
        Self::AnswerNotMicrosofts,
        Self::KeyringUnavailable,
        Self::AnotherCloud,
        Self::ConfigurationRejected,
        Self::Unexpected,
    ];

    /// The name used in JSON and, with `-` for `_`, in text identifiers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TenantUnknown => "tenant_unknown",
            Self::ApplicationUnknown => "application_unknown",
            Self::RedirectNotRegistered => "redirect_not_registered",
            Self::SingleTenantOnly => "single_tenant_only",
            Self::AudienceMismatch => "audience_mismatch",
            Self::SecretWrong => "secret_wrong",
            Self::SecretExpired => "secret_expired",
            Self::SecretMissing => "secret_missing",
            Self::ClientIdMissing => "client_id_missing",
            Self::PlatformNotWeb => "platform_not_web",
            Self::ConsentDeclined => "consent_declined",
            Self::AdminApprovalNeeded => "admin_approval_needed",
            Self::SignInCancelled => "sign_in_cancelled",
            Self::WindowClosed => "window_closed",
            Self::SignInTimedOut => "sign_in_timed_out",
            Self::MicrosoftShowedError => "microsoft_showed_error",
            Self::CodeExpired => "code_expired",
            Self::CallbackRefused => "callback_refused",
            Self::SignInBlocked => "sign_in_blocked",
            Self::MoreProofNeeded => "more_proof_needed",
            Self::AccountNotAllowed => "account_not_allowed",
            Self::WrongAccount => "wrong_account",
            Self::PermissionMissing => "permission_missing",
            Self::MailboxMissing => "mailbox_missing",
            Self::SendAsDenied => "send_as_denied",
            Self::SendingBlocked => "sending_blocked",
            Self::SignInNoLongerValid => "sign_in_no_longer_valid",
            Self::MailNotArrived => "mail_not_arrived",
            Self::TooManyRequests => "too_many_requests",
            Self::MicrosoftUnavailable => "microsoft_unavailable",
            Self::Unreachable => "unreachable",
            Self::TooSlow => "too_slow",
            Self::NotTrusted => "not_trusted",
            Self::ProxyRefused => "proxy_refused",
            Self::AnswerInterrupted => "answer_interrupted",
            Self::AnswerNotMicrosofts => "answer_not_microsofts",
            Self::KeyringUnavailable => "keyring_unavailable",
            Self::AnotherCloud => "another_cloud",
            Self::ConfigurationRejected => "configuration_rejected",
            Self::Unexpected => "unexpected",
        }
    }

    /// Who must act.
    #[must_use]
    pub fn who(self) -> Who {
        match self {
            Self::TenantUnknown
            | Self::ApplicationUnknown
            | Self::RedirectNotRegistered
            | Self::SingleTenantOnly
            | Self::AudienceMismatch
            | Self::SecretWrong
            | Self::SecretExpired
            | Self::SecretMissing
            | Self::ClientIdMissing
            | Self::PlatformNotWeb
            | Self::ConsentDeclined
            | Self::SignInCancelled
            | Self::WindowClosed
            | Self::SignInTimedOut
            | Self::MicrosoftShowedError
            | Self::CodeExpired
            | Self::CallbackRefused
            | Self::MoreProofNeeded
            | Self::WrongAccount
            | Self::PermissionMissing
            | Self::SignInNoLongerValid
            | Self::AnotherCloud
            | Self::MailNotArrived => Who::You,
            Self::AdminApprovalNeeded
            | Self::SignInBlocked
            | Self::AccountNotAllowed
            | Self::MailboxMissing
            | Self::SendAsDenied
            | Self::Unreachable
            | Self::TooSlow
            | Self::NotTrusted
            | Self::ProxyRefused
            | Self::AnswerInterrupted
            | Self::AnswerNotMicrosofts
            | Self::KeyringUnavailable => Who::It,
            Self::SendingBlocked | Self::TooManyRequests | Self::MicrosoftUnavailable => Who::Microsoft,
            Self::ConfigurationRejected | Self::Unexpected => Who::Support,
        }
    }

    /// The one next action.
    #[must_use]
    pub fn remedy(self) -> Remedy {
        match self {
            Self::TenantUnknown => Remedy::CorrectValue(ValueKind::TenantId),
            Self::ApplicationUnknown | Self::ClientIdMissing => Remedy::CorrectValue(ValueKind::ClientId),
            Self::RedirectNotRegistered | Self::PlatformNotWeb => Remedy::RegisterRedirect,
            Self::SingleTenantOnly | Self::AudienceMismatch => Remedy::ChangeAudience,
            Self::SecretWrong | Self::SecretExpired | Self::SecretMissing => {
                Remedy::CorrectValue(ValueKind::ClientSecret)
            }
            Self::ConsentDeclined
            | Self::SignInCancelled
            | Self::WindowClosed
            | Self::SignInTimedOut
            | Self::CodeExpired
            | Self::CallbackRefused
            | Self::MoreProofNeeded
            | Self::WrongAccount
            | Self::SignInNoLongerValid => Remedy::SignInAgain,
            Self::AdminApprovalNeeded
            | Self::SignInBlocked
            | Self::AccountNotAllowed
            | Self::MailboxMissing
            | Self::SendAsDenied => Remedy::AskIt,
            Self::MicrosoftShowedError
            | Self::AnotherCloud
            | Self::ConfigurationRejected
            | Self::Unexpected => Remedy::ReviewValues,
            Self::PermissionMissing => Remedy::GrantPermission,
            Self::SendingBlocked | Self::TooManyRequests | Self::MicrosoftUnavailable => Remedy::Wait,
            Self::MailNotArrived => Remedy::LookForMail,
            Self::Unreachable
            | Self::TooSlow
            | Self::NotTrusted
            | Self::ProxyRefused
            | Self::AnswerInterrupted
            | Self::AnswerNotMicrosofts => Remedy::CheckNetwork,
            Self::KeyringUnavailable => Remedy::UnlockKeyring,
        }
    }

    /// Whether trying again helps.
    #[must_use]
    pub fn retry(self) -> Retry {
        match self {
            Self::TenantUnknown
            | Self::ApplicationUnknown
            | Self::RedirectNotRegistered
            | Self::SingleTenantOnly
            | Self::AudienceMismatch
            | Self::SecretWrong
            | Self::SecretExpired
            | Self::SecretMissing
            | Self::ClientIdMissing
            | Self::PlatformNotWeb
            | Self::AdminApprovalNeeded
            | Self::MicrosoftShowedError
            | Self::SignInBlocked
            | Self::AccountNotAllowed
            | Self::PermissionMissing
            | Self::MailboxMissing
            | Self::SendAsDenied
            | Self::NotTrusted
            | Self::ProxyRefused
            | Self::AnotherCloud
            | Self::ConfigurationRejected => Retry::AfterFix,
            Self::ConsentDeclined
            | Self::SignInCancelled
            | Self::WindowClosed
            | Self::SignInTimedOut
            | Self::CodeExpired
            | Self::CallbackRefused
            | Self::MoreProofNeeded
            | Self::WrongAccount
            | Self::SignInNoLongerValid
            | Self::MailNotArrived
            | Self::Unreachable
            | Self::TooSlow
            | Self::AnswerInterrupted
            | Self::AnswerNotMicrosofts
            | Self::KeyringUnavailable
            | Self::Unexpected => Retry::Now,
            Self::SendingBlocked | Self::TooManyRequests | Self::MicrosoftUnavailable => Retry::Later,
        }
    }

    /// Whether the cause lies on the road or in this machine, so that nothing is proven about the setup.
    #[must_use]
    pub fn is_inconclusive(self) -> bool {
        matches!(
            self,
            Self::TooManyRequests
                | Self::MicrosoftUnavailable
                | Self::Unreachable
                | Self::TooSlow
                | Self::NotTrusted
                | Self::ProxyRefused
                | Self::AnswerInterrupted
                | Self::AnswerNotMicrosofts
                | Self::KeyringUnavailable
        )
    }
}
