//! The names that a guide file uses for what the model knows as types, and how a message lists them.

use super::model::{PortalPage, StepKind};
use super::nearest::nearest;
use super::registration::{Audience, Platform, SharedMailboxes};
use crate::check::CheckId;
use crate::text::Language;
use crate::value::ValueKind;
use std::fmt::{self, Display, Formatter};

/// A type whose values have names in a guide file.
pub(super) trait Named: Copy + Sized + 'static {
    /// Every value with its name, in the order in which a message lists them.
    const NAMES: &'static [(&'static str, Self)];
    /// What a message calls them.
    const KIND: NameKind;
}

impl Named for Audience {
    const KIND: NameKind = NameKind::Audience;
    const NAMES: &'static [(&'static str, Self)] = &[
        ("single_tenant", Self::SingleTenant),
        ("multi_tenant", Self::MultiTenant),
        ("multi_tenant_and_personal", Self::MultiTenantAndPersonal),
        ("personal_only", Self::PersonalOnly),
    ];
}

impl Named for Platform {
    const KIND: NameKind = NameKind::Platform;
    const NAMES: &'static [(&'static str, Self)] = &[("web", Self::Web)];
}

impl Named for SharedMailboxes {
    const KIND: NameKind = NameKind::SharedMailboxes;
    const NAMES: &'static [(&'static str, Self)] =
        &[("own_sign_in", Self::OwnSignIn), ("send_as", Self::SendAs)];
}

impl Named for StepKind {
    const KIND: NameKind = NameKind::StepKind;
    const NAMES: &'static [(&'static str, Self)] = &[
        ("portal", Self::Portal),
        ("erp", Self::Erp),
        ("approve", Self::Approve),
        ("prove", Self::Prove),
    ];
}

impl Named for PortalPage {
    const KIND: NameKind = NameKind::PortalPage;
    const NAMES: &'static [(&'static str, Self)] = &[
        ("home", Self::Home),
        ("entra-overview", Self::EntraOverview),
        ("app-registrations", Self::AppRegistrations),
        ("new-registration", Self::NewRegistration),
        ("app-overview", Self::AppOverview),
        ("credentials", Self::Credentials),
        ("authentication", Self::Authentication),
        ("api-permissions", Self::ApiPermissions),
    ];
}

/// The checks that a guide may list: all but the machine's own, which is in every run.
impl Named for CheckId {
    const KIND: NameKind = NameKind::Check;
    const NAMES: &'static [(&'static str, Self)] = &[
        ("tenant", Self::Tenant),
        ("application", Self::Application),
        ("secret", Self::Secret),
        ("app_permissions", Self::AppPermissions),
        ("sign_in", Self::SignIn),
        ("account", Self::Account),
        ("permissions", Self::Permissions),
        ("calendar", Self::Calendar),
        ("contacts", Self::Contacts),
        ("inbox", Self::Inbox),
        ("imap", Self::Imap),
        ("mail_accepted", Self::MailAccepted),
        ("smtp", Self::Smtp),
        ("mail_arrived", Self::MailArrived),
    ];
}

impl Named for ValueKind {
    const KIND: NameKind = NameKind::Value;
    const NAMES: &'static [(&'static str, Self)] = &[
        ("erp_address", Self::ErpAddress),
        ("mailbox", Self::Mailbox),
        ("client_id", Self::ClientId),
        ("tenant_id", Self::TenantId),
        ("client_secret", Self::ClientSecret),
        ("redirect_uri", Self::RedirectUri),
    ];
}

impl Named for Language {
    const KIND: NameKind = NameKind::Language;
    const NAMES: &'static [(&'static str, Self)] = &[("es", Self::Es), ("en", Self::En)];
}

/// What a name in a guide file stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A language that Vincula speaks, or that the guide declares.
    Language,
    /// A drawn screen.
    Scene,
    /// A fact to prove.
    Check,
    /// A value.
    Value,
    /// Who may sign in.
    Audience,
    /// The platform of the redirect URI.
    Platform,
    /// A page of Microsoft's portal.
    PortalPage,
    /// How the ERP sends from a shared mailbox.
    SharedMailboxes,
    /// Who works in a step.
    StepKind,
}

impl Display for NameKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Language => "language",
            Self::Scene => "scene",
            Self::Check => "check",
            Self::Value => "value",
            Self::Audience => "audience",
            Self::Platform => "platform",
            Self::PortalPage => "portal page",
            Self::SharedMailboxes => "way with shared mailboxes",
            Self::StepKind => "step kind",
        })
    }
}

/// The end of a message: the nearest name, then all of them.
pub(super) struct Expected<'a>(pub(super) &'a str, pub(super) &'a [&'static str]);

impl Display for Expected<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(found, expected) = self;
        if let Some(name) = nearest(found, expected.iter().copied()) {
            write!(f, " (did you mean {name:?}?)")?;
        }
        match expected {
            [] => f.write_str("; none is allowed here"),
            [only] => write!(f, "; expected {only}"),
            _ => write!(f, "; expected one of {}", expected.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CheckId, Language, Named, ValueKind};

    #[test]
    fn the_names_are_those_of_the_types_and_complete() {
        let of_a_guide = CheckId::ALL
            .into_iter()
            .filter(|check| *check != CheckId::Machine);
        assert_eq!(
            CheckId::NAMES.to_vec(),
            of_a_guide
                .map(|check| (check.as_str(), check))
                .collect::<Vec<_>>()
        );
        assert_eq!(
            ValueKind::NAMES.to_vec(),
            ValueKind::ALL.map(|value| (value.as_str(), value))
        );
        assert_eq!(
            Language::NAMES.to_vec(),
            Language::ALL.map(|language| (language.code(), language))
        );
    }
}
