//! The causes that Vincula can name. Each stands here once: its name, what it is about, who must act, what the
//! one next action is, and whether trying again helps.

use super::facts::{Family, Remedy, Retry, Who};
use crate::value::ValueKind;
use serde::{Deserialize, Serialize};

/// What is said of a cause, apart from its texts.
pub(super) struct Facts {
    pub(super) family: Family,
    pub(super) who: Who,
    pub(super) remedy: Remedy,
    pub(super) retry: Retry,
}

/// One line a cause: its name here and in JSON, its family, who must act, the one next action, and whether trying
/// again helps.
macro_rules! causes {
    ($($(#[$doc:meta])* $cause:ident => $name:literal, $family:ident, $who:ident,
       $remedy:ident$(($value:expr))?, $retry:ident;)+) => {
        /// A cause that Vincula can name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ProblemKind {
            $($(#[$doc])* $cause,)+
        }

        impl ProblemKind {
            /// Every cause: each has its texts in every language.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$cause),+];

            /// The name used in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$cause => $name),+
                }
            }

            /// The id of its text: what happened, with the attributes `.do`, `.button` and `.it`.
            #[must_use]
            pub fn text_id(self) -> String {
                format!("problem-{}", self.as_str().replace('_', "-"))
            }

            pub(super) fn facts(self) -> Facts {
                match self {
                    $(Self::$cause => Facts {
                        family: Family::$family,
                        who: Who::$who,
                        remedy: Remedy::$remedy$(($value))?,
                        retry: Retry::$retry,
                    }),+
                }
            }
        }
    };
}

causes! {
    // Your company at Microsoft
    /// No organisation has this tenant id.
    TenantUnknown => "tenant_unknown", Tenant, You, CorrectValue(ValueKind::TenantId), AfterFix;
    /// The Client ID stands where the tenant id belongs.
    ClientIdAsTenant => "client_id_as_tenant", Tenant, You, CorrectValue(ValueKind::TenantId), AfterFix;
    /// The request does not say which organisation is meant.
    TenantMissing => "tenant_missing", Tenant, You, CorrectValue(ValueKind::TenantId), AfterFix;
    /// The organisation lives in another of Microsoft's clouds.
    AnotherCloud => "another_cloud", Tenant, You, ReviewChoices, AfterFix;
    /// Microsoft has closed the organisation: fraud, inactivity, removal.
    TenantClosed => "tenant_closed", Tenant, It, AskIt, AfterFix;
    /// The account has no directory in which applications could be registered.
    DirectoryNeeded => "directory_needed", Tenant, It, AskIt, AfterFix;
    /// The person may not register applications.
    RegistrationForbidden => "registration_forbidden", Tenant, It, AskIt, AfterFix;
    /// Something else about the organisation.
    TenantTrouble => "tenant_trouble", Tenant, You, CorrectValue(ValueKind::TenantId), AfterFix;

    // Your registration
    /// Microsoft knows no application with this Client ID.
    ApplicationUnknown => "application_unknown", Application, You, CorrectValue(ValueKind::ClientId), AfterFix;
    /// The Client ID is not a GUID.
    ClientIdMalformed => "client_id_malformed", Application, You, CorrectValue(ValueKind::ClientId), AfterFix;
    /// No Client ID has been given for this setup.
    ClientIdMissing => "client_id_missing", Application, You, CorrectValue(ValueKind::ClientId), AfterFix;
    /// Microsoft's service for personal accounts does not know the Client ID: another id, or an audience without personal accounts.
    UnknownToConsumers => "unknown_to_consumers", Application, You, CorrectValue(ValueKind::ClientId), AfterFix;
    /// Microsoft speaks of another Client ID than the setup's.
    AnotherApplication => "another_application", Application, You, ReviewValues, AfterFix;
    /// The application was registered moments ago.
    ApplicationTooNew => "application_too_new", Application, Time, Wait, Later;
    /// The application is disabled.
    ApplicationDisabled => "application_disabled", Application, It, AskIt, AfterFix;
    /// The organisation has no service principal for the application.
    ApplicationNotInTenant => "application_not_in_tenant", Application, It, AskIt, AfterFix;
    /// The organisation does not have the service that is asked for, or it is switched off.
    ServiceMissing => "service_missing", Application, It, AskIt, AfterFix;
    /// The application admits accounts of its own organisation only.
    SingleTenantOnly => "single_tenant_only", Application, You, ChangeAudience, AfterFix;
    /// The application does not admit this kind of account (work or personal).
    AudienceMismatch => "audience_mismatch", Application, You, ChangeAudience, AfterFix;
    /// The application admits personal accounts only.
    PersonalAccountsOnly => "personal_accounts_only", Application, You, ChangeAudience, AfterFix;
    /// The application admits work accounts only.
    WorkAccountsOnly => "work_accounts_only", Application, You, ChangeAudience, AfterFix;
    /// The redirect URI is registered under a platform that takes no secret.
    PlatformNotWeb => "platform_not_web", Application, You, RegisterRedirect, AfterFix;
    /// The redirect URI is registered as a single-page application's.
    PlatformSinglePage => "platform_single_page", Application, You, RegisterRedirect, AfterFix;
    /// The application does not allow the kind of answer that is asked for.
    ResponseTypeOff => "response_type_off", Application, Support, ReviewValues, AfterFix;
    /// Microsoft rejects the request for a reason of the application's configuration.
    ConfigurationRejected => "configuration_rejected", Application, Support, ReviewValues, AfterFix;

    // The redirect address
    /// The redirect URI is not registered under this application, character by character.
    RedirectNotRegistered => "redirect_not_registered", Redirect, You, RegisterRedirect, AfterFix;
    /// The redirect URI was saved minutes ago.
    RedirectTooNew => "redirect_too_new", Redirect, Time, Wait, Later;
    /// The ERP sends another redirect URI than the guide's.
    RedirectOfErpDiffers => "redirect_of_erp_differs", Redirect, You, RegisterRedirect, AfterFix;
    /// The redirect URI of the redemption is not that of the sign-in.
    RedirectChanged => "redirect_changed", Redirect, Support, ReviewValues, AfterFix;
    /// No redirect URI is registered under the application.
    RedirectMissing => "redirect_missing", Redirect, You, RegisterRedirect, AfterFix;
    /// Microsoft does not allow a redirect URI of this form.
    RedirectForbidden => "redirect_forbidden", Redirect, You, RegisterRedirect, AfterFix;
    /// Something else about the redirect URI.
    RedirectTrouble => "redirect_trouble", Redirect, You, RegisterRedirect, AfterFix;

    // The secret
    /// Microsoft does not accept the secret: incomplete, of another application, or the secret's id.
    SecretWrong => "secret_wrong", Secret, You, CorrectValue(ValueKind::ClientSecret), AfterFix;
    /// The secret's id was given in place of its value.
    SecretIsId => "secret_is_id", Secret, You, CorrectValue(ValueKind::ClientSecret), AfterFix;
    /// The refused secret does not have the shape of today's secrets.
    SecretOddShape => "secret_odd_shape", Secret, You, CorrectValue(ValueKind::ClientSecret), AfterFix;
    /// The refused secret has the right shape: it belongs to another application, or was deleted.
    SecretOfAnother => "secret_of_another", Secret, You, CorrectValue(ValueKind::ClientSecret), AfterFix;
    /// The secret was created moments ago.
    SecretTooNew => "secret_too_new", Secret, Time, Wait, Later;
    /// The secret has expired.
    SecretExpired => "secret_expired", Secret, You, CorrectValue(ValueKind::ClientSecret), AfterFix;
    /// No secret is kept for this setup.
    SecretMissing => "secret_missing", Secret, You, CorrectValue(ValueKind::ClientSecret), AfterFix;
    /// The request came without a secret, where one is needed.
    SecretNotSent => "secret_not_sent", Secret, You, CorrectValue(ValueKind::ClientSecret), AfterFix;
    /// A policy limits how long a secret may live.
    SecretLifeTooLong => "secret_life_too_long", Secret, You, CorrectValue(ValueKind::ClientSecret), AfterFix;
    /// A policy forbids secrets.
    SecretsForbidden => "secrets_forbidden", Secret, It, AskIt, AfterFix;
    /// Microsoft does not accept the certificate or the signed assertion with which the application proves itself.
    CertificateRejected => "certificate_rejected", Secret, Support, ReviewValues, AfterFix;
    /// The token was asked for by a page in the browser, with the browser's `Origin`.
    RedeemedInPage => "redeemed_in_page", Secret, Support, ReviewValues, AfterFix;
    /// Something else about how the application proves itself.
    CredentialTrouble => "credential_trouble", Secret, You, ReviewValues, AfterFix;

    // The permissions
    /// A permission that the guide needs was not granted.
    PermissionMissing => "permission_missing", Permission, You, GrantPermission, AfterFix;
    /// The application does not list the permission that is asked for.
    PermissionNotListed => "permission_not_listed", Permission, You, GrantPermission, AfterFix;
    /// The ERP asks for a permission that does not exist.
    ScopeUnknown => "scope_unknown", Permission, Support, ReviewValues, AfterFix;
    /// The ERP asks for permissions of two services at once.
    ScopesMixed => "scopes_mixed", Permission, Support, ReviewValues, AfterFix;
    /// Microsoft does not understand the permissions that are asked for.
    ScopeNotValid => "scope_not_valid", Permission, Support, ReviewValues, AfterFix;
    /// The person pressed «Cancel» on the page that asks for permissions.
    ConsentDeclined => "consent_declined", Consent, You, SignInAgain, Now;
    /// Nobody has consented to the application yet.
    ConsentMissing => "consent_missing", Consent, You, SignInAgain, Now;
    /// An administrator must approve the permissions.
    AdminApprovalNeeded => "admin_approval_needed", Consent, It, AskIt, AfterFix;
    /// The administrators have been asked to approve.
    ApprovalRequested => "approval_requested", Consent, It, AskIt, AfterFix;
    /// Microsoft takes the application for risky, so that an administrator must approve.
    ApplicationRisky => "application_risky", Consent, It, AskIt, AfterFix;
    /// The administrator did not approve on the page for administrators.
    AdminConsentDeclined => "admin_consent_declined", Consent, It, AskIt, AfterFix;
    /// Something else about consent.
    ConsentTrouble => "consent_trouble", Consent, You, SignInAgain, Now;
    /// Microsoft refuses what is asked for, for a reason of rights.
    AccessDenied => "access_denied", Permission, It, AskIt, AfterFix;

    // The account
    /// The account is not allowed to use this application.
    AccountNotAllowed => "account_not_allowed", Account, It, AskIt, AfterFix;
    /// The application admits assigned people only.
    AccountNotAssigned => "account_not_assigned", Account, It, AskIt, AfterFix;
    /// No such account in the organisation.
    AccountUnknown => "account_unknown", Account, You, SignInAgain, Now;
    /// The account is switched off.
    AccountDisabled => "account_disabled", Account, It, AskIt, AfterFix;
    /// Too many wrong passwords, or a suspicious address: locked for a while.
    AccountLocked => "account_locked", Account, Time, Wait, Later;
    /// The account was deleted.
    AccountDeleted => "account_deleted", Account, It, AskIt, AfterFix;
    /// The account belongs to another organisation and is no guest of this one.
    AccountOfAnotherCompany => "account_of_another_company", Account, You, SignInAgain, Now;
    /// A personal account, where a work account is needed.
    PersonalAccountHere => "personal_account_here", Account, You, SignInAgain, Now;
    /// Another account than the mailbox of the setup signed in.
    WrongAccount => "wrong_account", Account, You, SignInAgain, Now;
    /// The right address, of the wrong kind: one address can be a work account and a personal one.
    OtherKindOfAccount => "other_kind_of_account", Account, You, SignInAgain, Now;
    /// Something else about the account.
    AccountTrouble => "account_trouble", Account, You, SignInAgain, Now;
    /// The guest has not accepted the invitation.
    GuestPending => "guest_pending", Guest, You, SignInAgain, Now;
    /// Something else about guests and people from outside.
    GuestTrouble => "guest_trouble", Guest, It, AskIt, AfterFix;

    // The password and the second proof
    /// The account's password is wrong.
    PasswordWrong => "password_wrong", Password, You, SignInAgain, Now;
    /// The account's password has expired or must be changed.
    PasswordExpired => "password_expired", Password, You, SignInAgain, AfterFix;
    /// Something else about the account's password.
    PasswordTrouble => "password_trouble", Password, It, AskIt, AfterFix;
    /// Microsoft wants a second proof of identity.
    MoreProofNeeded => "more_proof_needed", Proof, You, SignInAgain, Now;
    /// The account has no second proof registered yet.
    ProofSetupNeeded => "proof_setup_needed", Proof, You, SignInAgain, Now;
    /// The second proof was refused, wrong or too late.
    ProofFailed => "proof_failed", Proof, You, SignInAgain, Now;
    /// A second proof cannot be registered from here.
    ProofSetupBlocked => "proof_setup_blocked", Proof, It, AskIt, AfterFix;
    /// A passkey or security key does not work here.
    PasskeyTrouble => "passkey_trouble", Proof, You, SignInAgain, Now;
    /// Something else about further proofs of identity.
    ProofTrouble => "proof_trouble", Proof, You, SignInAgain, Now;

    // Your company's rules
    /// A rule of the organisation blocks this sign-in (Conditional Access).
    SignInBlocked => "sign_in_blocked", Rules, It, AskIt, AfterFix;
    /// A rule admits the organisation's own devices only.
    DeviceNotManaged => "device_not_managed", Rules, It, AskIt, AfterFix;
    /// A rule does not admit this browser or window.
    BrowserBlocked => "browser_blocked", Rules, You, SignInAgain, Now;
    /// A rule admits approved applications only.
    AppNotApproved => "app_not_approved", Rules, It, AskIt, AfterFix;
    /// The account is blocked because of risk.
    RiskBlocked => "risk_blocked", Rules, It, AskIt, AfterFix;
    /// Tenant restrictions or cross-tenant policies keep the account out.
    TenantAccessDenied => "tenant_access_denied", Rules, It, AskIt, AfterFix;
    /// Another rule of the organisation asks for something.
    RuleTrouble => "rule_trouble", Rules, It, AskIt, AfterFix;
    /// Something about the identity of this device.
    DeviceTrouble => "device_trouble", Device, It, AskIt, AfterFix;
    /// The organisation's own directory does not answer.
    DirectoryAgentDown => "directory_agent_down", Federation, It, AskIt, AfterFix;
    /// Something about the organisation's own sign-in service.
    FederationTrouble => "federation_trouble", Federation, It, AskIt, AfterFix;

    // The sign-in
    /// The person pressed «Back» or «Cancel» on Microsoft's page.
    SignInCancelled => "sign_in_cancelled", Session, You, SignInAgain, Now;
    /// The sign-in window was closed before it ended.
    WindowClosed => "window_closed", Session, You, SignInAgain, Now;
    /// No answer came within the time given to the sign-in.
    SignInTimedOut => "sign_in_timed_out", Session, You, SignInAgain, Now;
    /// The person reports an error page of Microsoft's, from which no answer ever comes.
    MicrosoftShowedError => "microsoft_showed_error", Session, You, ReviewValues, AfterFix;
    /// The answer of the sign-in was not one that Vincula accepts.
    CallbackRefused => "callback_refused", Session, You, SignInAgain, Now;
    /// Microsoft needs the person to sign in.
    SignInNeeded => "sign_in_needed", Session, You, SignInAgain, Now;
    /// Microsoft's page stood open for too long.
    SignInExpired => "sign_in_expired", Session, You, SignInAgain, Now;
    /// The browser keeps no cookies or runs no scripts.
    CookiesBlocked => "cookies_blocked", Session, You, SignInAgain, Now;
    /// Something else about the sign-in's session.
    SessionTrouble => "session_trouble", Session, You, SignInAgain, Now;
    /// The authorization code, or what came of it, was too old.
    CodeExpired => "code_expired", Grant, You, SignInAgain, Now;
    /// The authorization code had been used.
    CodeUsed => "code_used", Grant, You, SignInAgain, Now;
    /// The code or token was issued for another organisation.
    CodeOfAnotherTenant => "code_of_another_tenant", Grant, You, CorrectValue(ValueKind::TenantId), AfterFix;
    /// The code or token was issued for another application.
    CodeOfAnotherApplication => "code_of_another_application", Grant, You, ReviewValues, AfterFix;
    /// The PKCE verifier is not that of the sign-in.
    VerifierMismatch => "verifier_mismatch", Grant, You, SignInAgain, Now;
    /// The ERP's lasting access has expired: not used, too old, or signed in too long ago.
    AccessExpired => "access_expired", Grant, You, SignInAgain, Now;
    /// The ERP's lasting access was revoked, mostly by a change of password.
    AccessRevoked => "access_revoked", Grant, You, SignInAgain, Now;
    /// The access that the sign-in gave has ended.
    SignInNoLongerValid => "sign_in_no_longer_valid", Grant, You, SignInAgain, Now;
    /// The token was made for another service.
    TokenForAnotherService => "token_for_another_service", Grant, Support, ReviewValues, AfterFix;
    /// What was sent as a token is none.
    TokenMalformed => "token_malformed", Grant, Support, ReviewValues, AfterFix;
    /// Something else about codes and tokens.
    GrantTrouble => "grant_trouble", Grant, You, SignInAgain, Now;

    // The mailbox
    /// The account has no mailbox in Exchange Online.
    MailboxMissing => "mailbox_missing", Mailbox, It, AskIt, AfterFix;
    /// The account has no licence for mail.
    LicenceMissing => "licence_missing", Mailbox, It, AskIt, AfterFix;
    /// The mailbox is full.
    MailboxFull => "mailbox_full", Mailbox, You, LookForMail, AfterFix;
    /// The mailbox is being moved or its store is down.
    MailboxMoving => "mailbox_moving", Mailbox, Time, Wait, Later;
    /// An appointment that a check made could not be deleted again, or may be there.
    EventLeft => "event_left", Mailbox, You, ClearMailbox, AfterFix;
    /// A contact that a check made could not be deleted again, or may be there.
    ContactLeft => "contact_left", Mailbox, You, ClearMailbox, AfterFix;
    /// Something else about the mailbox.
    MailboxTrouble => "mailbox_trouble", Mailbox, It, AskIt, AfterFix;

    // The mail
    /// The account may not send in the name of this address.
    SendAsDenied => "send_as_denied", Mail, It, AskIt, AfterFix;
    /// Microsoft has stopped this mailbox from sending for now.
    SendingBlocked => "sending_blocked", Mail, Microsoft, Wait, Later;
    /// The mailbox has reached a limit on what it may send.
    SendLimitReached => "send_limit_reached", Mail, Time, Wait, Later;
    /// Microsoft takes the mail or the sender for spam.
    SpamSuspected => "spam_suspected", Mail, It, AskIt, AfterFix;
    /// The sender's domain does not prove the mail: SPF, DKIM or DMARC.
    DomainNotProven => "domain_not_proven", Mail, It, AskIt, AfterFix;
    /// An address that the mail is for does not exist or is not accepted.
    RecipientWrong => "recipient_wrong", Mail, You, ReviewValues, AfterFix;
    /// The mail is too big.
    MessageTooBig => "message_too_big", Mail, You, ReviewValues, AfterFix;
    /// The server does not carry mail for this sender.
    RelayDenied => "relay_denied", Mail, It, AskIt, AfterFix;
    /// The person says that the mail did not arrive.
    MailNotArrived => "mail_not_arrived", Mail, You, LookForMail, Now;
    /// Something else about the mail itself.
    MailTrouble => "mail_trouble", Mail, You, ReviewValues, AfterFix;
    /// SMTP AUTH is switched off for the organisation.
    SmtpOffForCompany => "smtp_off_for_company", MailServer, It, AskIt, AfterFix;
    /// SMTP AUTH is switched off for the mailbox.
    SmtpOffForMailbox => "smtp_off_for_mailbox", MailServer, It, AskIt, AfterFix;
    /// Security defaults block SMTP with a password.
    SmtpBlockedByDefaults => "smtp_blocked_by_defaults", MailServer, It, AskIt, AfterFix;
    /// Microsoft no longer takes a user name and a password.
    BasicSignInOff => "basic_sign_in_off", MailServer, Support, ReviewValues, AfterFix;
    /// The SMTP server does not accept the sign-in.
    SmtpLoginFailed => "smtp_login_failed", MailServer, You, ReviewValues, AfterFix;
    /// The ERP tries to send without signing in first.
    SmtpNotSignedIn => "smtp_not_signed_in", MailServer, Support, ReviewValues, AfterFix;
    /// The ERP speaks to the mail server without encryption.
    EncryptionNeeded => "encryption_needed", MailServer, You, ReviewValues, AfterFix;
    /// The IMAP or POP server does not accept the sign-in.
    ImapLoginFailed => "imap_login_failed", MailServer, You, ReviewValues, AfterFix;
    /// IMAP or POP is switched off for the mailbox, or the mailbox is another's.
    ImapOff => "imap_off", MailServer, It, AskIt, AfterFix;
    /// Something else that the mail server said.
    MailServerTrouble => "mail_server_trouble", MailServer, Support, ReviewValues, AfterFix;

    // Microsoft's service
    /// Microsoft asks to wait.
    TooManyRequests => "too_many_requests", Throttling, Microsoft, Wait, Later;
    /// The same request came again and again.
    RequestLoop => "request_loop", Throttling, Time, Wait, Later;
    /// Microsoft's service fails by itself.
    MicrosoftUnavailable => "microsoft_unavailable", Service, Microsoft, Wait, Later;
    /// The request lacks something.
    ParameterMissing => "parameter_missing", Request, Support, ReviewValues, AfterFix;
    /// The request is one that Microsoft does not take: the program that made it is at fault.
    RequestMalformed => "request_malformed", Request, Support, ReviewValues, AfterFix;

    // The way to Microsoft
    /// This machine has no network.
    Offline => "offline", Network, You, CheckNetwork, Now;
    /// The host cannot be reached.
    Unreachable => "unreachable", Network, It, CheckNetwork, Now;
    /// The host's name is not found.
    NameUnknown => "name_unknown", Network, It, CheckNetwork, Now;
    /// The host refuses the connection.
    ConnectionRefused => "connection_refused", Network, It, CheckNetwork, Now;
    /// The host did not answer within the bound.
    TooSlow => "too_slow", Network, It, CheckNetwork, Now;
    /// The host's certificate is not trusted by this machine.
    NotTrusted => "not_trusted", Network, It, CheckNetwork, AfterFix;
    /// The host's certificate has expired, or the clock is wrong.
    CertificateExpired => "certificate_expired", Network, It, CheckNetwork, AfterFix;
    /// The host's certificate is for another name.
    CertificateOfAnother => "certificate_of_another", Network, It, CheckNetwork, AfterFix;
    /// This machine's clock is wrong.
    ClockWrong => "clock_wrong", Network, You, CheckNetwork, AfterFix;
    /// No secure connection could be agreed upon.
    EncryptionFailed => "encryption_failed", Network, It, CheckNetwork, AfterFix;
    /// The proxy asks for a password.
    ProxyRefused => "proxy_refused", Network, It, CheckNetwork, AfterFix;
    /// The proxy does not answer.
    ProxyDown => "proxy_down", Network, It, CheckNetwork, Now;
    /// A filter on the network or on this machine blocks the host.
    FirewallBlocked => "firewall_blocked", Network, It, CheckNetwork, AfterFix;
    /// The network does not let a mail program through to the mail server: no proxy carries IMAP or SMTP.
    MailPortBlocked => "mail_port_blocked", Network, It, CheckNetwork, AfterFix;
    /// The answer broke off.
    AnswerInterrupted => "answer_interrupted", Network, It, CheckNetwork, Now;
    /// Something on the way answered in Microsoft's place, such as the page of a hotel's network.
    AnswerNotMicrosofts => "answer_not_microsofts", Network, It, CheckNetwork, Now;
    /// Something else on the way.
    NetworkTrouble => "network_trouble", Network, It, CheckNetwork, Now;

    // This computer
    /// The system's keyring fails.
    KeyringUnavailable => "keyring_unavailable", Machine, It, UnlockKeyring, Now;
    /// This machine has no keyring, or none for this user.
    KeyringAbsent => "keyring_absent", Machine, It, UnlockKeyring, AfterFix;
    /// The system's keyring is locked.
    KeyringLocked => "keyring_locked", Machine, You, UnlockKeyring, Now;
    /// The keyring's question was dismissed, or it lets this program not in.
    KeyringDenied => "keyring_denied", Machine, You, UnlockKeyring, Now;
    /// The system's keyring does not answer.
    KeyringHung => "keyring_hung", Machine, You, UnlockKeyring, Now;
    /// The system's keyring does not hold what it was given.
    KeyringChanged => "keyring_changed", Machine, It, UnlockKeyring, Now;
    /// The secret is longer than a keyring takes.
    SecretTooLong => "secret_too_long", Machine, You, CorrectValue(ValueKind::ClientSecret), AfterFix;
    /// The disk is full.
    DiskFull => "disk_full", Machine, You, UnlockKeyring, AfterFix;
    /// A file or folder may not be read or written.
    FileDenied => "file_denied", Machine, It, UnlockKeyring, AfterFix;
    /// Another program holds the file.
    FileBusy => "file_busy", Machine, You, UnlockKeyring, Now;
    /// In the place of a file or folder of ours is a link, or something of another user's.
    FileNotOurs => "file_not_ours", Machine, It, UnlockKeyring, AfterFix;
    /// The file of a setup is damaged, and no good copy is left.
    SetupDamaged => "setup_damaged", Machine, You, UnlockKeyring, AfterFix;
    /// A newer version of Vincula wrote the setup.
    SetupTooNew => "setup_too_new", Machine, You, UnlockKeyring, AfterFix;
    /// Something else in this machine.
    MachineTrouble => "machine_trouble", Machine, It, UnlockKeyring, Now;

    // What we do not know
    /// The text holds no error that Vincula can see.
    NothingToExplain => "nothing_to_explain", Unknown, You, ReviewValues, Now;
    /// Microsoft answered with an error that Vincula has no name for.
    Unexpected => "unexpected", Unknown, Support, ReviewValues, Now;
}
