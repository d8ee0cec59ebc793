//! What is known of a setup makes a cause more precise: the same code asks for something else where the secret has
//! the wrong shape, or where the redirect URI was saved three minutes ago.

use super::{Problem, ProblemKind};
use crate::value::{AccountKind, ClientId, ClientSecret, RedirectUri, Refusal, SecretShape, TenantId, clean};
use std::time::Duration;

/// How long a saved redirect URI may take to be seen everywhere.
/// Source: <https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50011-redirect-uri-mismatch>
const REDIRECT_SETTLES: Duration = Duration::from_mins(5);
/// How long a new application or secret may take to be known everywhere.
const CREATION_SETTLES: Duration = Duration::from_mins(2);

/// What is known of the secret that was refused, without the secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretSeen {
    /// It has the shape of today's secrets.
    Usual,
    /// It has another shape: an old one, or an incomplete one.
    Unusual,
    /// It is a GUID: the secret's id in place of its value.
    Id,
}

impl SecretSeen {
    /// What can be told of a text that was used as a secret. Nothing of it is kept.
    #[must_use]
    pub fn of(pasted: &str) -> Self {
        match ClientSecret::parse(pasted) {
            Ok(secret) => secret.shape().into(),
            Err(Refusal::LooksLikeSecretId) => Self::Id,
            Err(_) => Self::Unusual,
        }
    }
}

impl From<SecretShape> for SecretSeen {
    fn from(shape: SecretShape) -> Self {
        match shape {
            SecretShape::Current => Self::Usual,
            SecretShape::Unusual => Self::Unusual,
        }
    }
}

/// What is known of the setup at the moment of an error. Whatever is not known is `None` and changes nothing.
#[derive(Clone, Debug, Default)]
pub struct Circumstances {
    /// The kind of account that the setup's mailbox belongs to.
    pub account: Option<AccountKind>,
    /// What the secret that was used looks like.
    pub secret: Option<SecretSeen>,
    /// The setup's Client ID.
    pub client_id: Option<ClientId>,
    /// The setup's tenant id.
    pub tenant_id: Option<TenantId>,
    /// The setup's redirect URI.
    pub redirect_uri: Option<RedirectUri>,
    /// How long ago the person was at the step that registers the redirect URI.
    pub since_redirect_saved: Option<Duration>,
    /// How long ago the secret was created.
    pub since_secret_made: Option<Duration>,
    /// How long ago the application was registered.
    pub since_registered: Option<Duration>,
}

impl ProblemKind {
    /// The more precise cause that the circumstances tell, or the same. `said` is Microsoft's own text, which may
    /// name another application or address than the setup's.
    #[must_use]
    pub fn sharpened(self, known: &Circumstances, said: &str) -> Self {
        let is_recent = |since: Option<Duration>, bound: Duration| since.is_some_and(|since| since < bound);
        match self {
            Self::SecretWrong => match known.secret {
                Some(SecretSeen::Id) => Self::SecretIsId,
                Some(SecretSeen::Unusual) => Self::SecretOddShape,
                Some(SecretSeen::Usual) if is_recent(known.since_secret_made, CREATION_SETTLES) => {
                    Self::SecretTooNew
                }
                Some(SecretSeen::Usual) => Self::SecretOfAnother,
                None => self,
            },
            Self::RedirectNotRegistered if names_another_address(known, said) => Self::RedirectOfErpDiffers,
            Self::RedirectNotRegistered if is_recent(known.since_redirect_saved, REDIRECT_SETTLES) => {
                Self::RedirectTooNew
            }
            Self::TenantUnknown | Self::ApplicationUnknown if is_one_id_twice(known) => {
                Self::ClientIdAsTenant
            }
            Self::ApplicationUnknown | Self::UnknownToConsumers if names_another_application(known, said) => {
                Self::AnotherApplication
            }
            // The setup is meant for this very account: it is the registration that has to admit it.
            Self::ApplicationUnknown | Self::PersonalAccountHere | Self::AccountOfAnotherCompany
                if known.account == Some(AccountKind::Personal) =>
            {
                Self::AudienceMismatch
            }
            Self::ApplicationUnknown if is_recent(known.since_registered, CREATION_SETTLES) => {
                Self::ApplicationTooNew
            }
            _ => self,
        }
    }
}

impl Problem {
    /// The same problem, with the cause made more precise by what is known of the setup.
    #[must_use]
    pub fn sharpened(mut self, known: &Circumstances) -> Self {
        let said = self.evidence.text.as_deref().unwrap_or_default();
        self.kind = self.kind.sharpened(known, said);
        self
    }
}

/// Whether the tenant id is the Client ID: one of them was pasted twice.
fn is_one_id_twice(known: &Circumstances) -> bool {
    match (&known.client_id, &known.tenant_id) {
        (Some(client), Some(tenant)) => client.as_str() == tenant.as_str(),
        _ => false,
    }
}

/// Whether Microsoft speaks of another application: `Application with identifier '…'`.
fn names_another_application(known: &Circumstances, said: &str) -> bool {
    let ours = known.client_id.as_ref().map(ClientId::as_str);
    let theirs = quoted(said).find(|text| clean::is_guid(text));
    matches!((ours, theirs), (Some(ours), Some(theirs)) if !ours.eq_ignore_ascii_case(theirs))
}

/// Whether Microsoft speaks of another redirect URI: `The redirect URI '…' specified in the request`.
fn names_another_address(known: &Circumstances, said: &str) -> bool {
    let ours = known.redirect_uri.as_ref().map(RedirectUri::as_str);
    let theirs = quoted(said).find(|text| text.contains("://"));
    matches!((ours, theirs), (Some(ours), Some(theirs)) if ours != theirs)
}

/// What stands between quotes in a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\'', '"', '“', '”', '«', '»']).skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: &str = "adee71b0-77b2-4c1d-9e55-0d2b6a8f4c10";
    const OTHER: &str = "c0ffee00-1111-4222-8333-444455556666";

    const fn minutes(count: u64) -> Duration {
        Duration::from_mins(count)
    }

    #[test]
    fn a_refused_secret_is_named_by_its_shape_and_its_age() {
        let id = SecretSeen::of(OTHER);
        let cut = SecretSeen::of("Mue8Q~MuestraFalsa");
        let whole = SecretSeen::of("Mue8Q~MuestraFalsa.de-Vincula_0000000001");
        for (secret, since_secret_made, kind) in [
            (None, Some(minutes(1)), ProblemKind::SecretWrong),
            (Some(id), Some(minutes(1)), ProblemKind::SecretIsId),
            (Some(cut), Some(minutes(1)), ProblemKind::SecretOddShape),
            (Some(whole), None, ProblemKind::SecretOfAnother),
            (Some(whole), Some(minutes(2)), ProblemKind::SecretOfAnother),
            (Some(whole), Some(minutes(1)), ProblemKind::SecretTooNew),
        ] {
            let known = Circumstances {
                secret,
                since_secret_made,
                ..Circumstances::default()
            };
            assert_eq!(ProblemKind::SecretWrong.sharpened(&known, ""), kind, "{known:?}");
        }
    }

    #[test]
    fn a_redirect_uri_that_was_saved_within_five_minutes_asks_to_wait() {
        let ours = RedirectUri::parse("https://erp.empresa.es/oauth/callback").ok();
        let said =
            |uri: &str| format!("AADSTS50011: The redirect URI '{uri}' specified in the request does not …");
        for (since_redirect_saved, uri, kind) in [
            (
                None,
                "https://erp.empresa.es/oauth/callback",
                ProblemKind::RedirectNotRegistered,
            ),
            (
                Some(minutes(5)),
                "https://erp.empresa.es/oauth/callback",
                ProblemKind::RedirectNotRegistered,
            ),
            (
                Some(minutes(4)),
                "https://erp.empresa.es/oauth/callback",
                ProblemKind::RedirectTooNew,
            ),
            (
                Some(minutes(4)),
                "https://erp.empresa.es/oauth/callback/",
                ProblemKind::RedirectOfErpDiffers,
            ),
        ] {
            let known = Circumstances {
                since_redirect_saved,
                redirect_uri: ours.clone(),
                ..Circumstances::default()
            };
            let sharpened = ProblemKind::RedirectNotRegistered.sharpened(&known, &said(uri));
            assert_eq!(sharpened, kind, "{since_redirect_saved:?} {uri}");
        }
    }

    #[test]
    fn an_unknown_application_is_named_by_the_setup() {
        let client_id = ClientId::parse(CLIENT).ok();
        let said = format!("Application with identifier '{OTHER}' was not found in the directory 'x'.");
        let ours = said.replace(OTHER, CLIENT);
        let known = |change: fn(&mut Circumstances)| {
            let mut known = Circumstances {
                client_id: client_id.clone(),
                ..Circumstances::default()
            };
            change(&mut known);
            known
        };
        let nothing = known(|_| {});
        let personal = known(|known| known.account = Some(AccountKind::Personal));
        let new = known(|known| known.since_registered = Some(Duration::from_secs(30)));
        let twice = known(|known| known.tenant_id = TenantId::parse(CLIENT).ok());
        for (known, said, kind) in [
            (&nothing, &ours, ProblemKind::ApplicationUnknown),
            (&nothing, &said, ProblemKind::AnotherApplication),
            (&personal, &ours, ProblemKind::AudienceMismatch),
            (&new, &ours, ProblemKind::ApplicationTooNew),
            (&twice, &ours, ProblemKind::ClientIdAsTenant),
        ] {
            assert_eq!(ProblemKind::ApplicationUnknown.sharpened(known, said), kind);
        }
    }

    #[test]
    fn where_the_mailbox_is_personal_the_registration_has_to_admit_it() {
        let known = Circumstances {
            account: Some(AccountKind::Personal),
            ..Circumstances::default()
        };
        for kind in [
            ProblemKind::PersonalAccountHere,
            ProblemKind::AccountOfAnotherCompany,
        ] {
            assert_eq!(kind.sharpened(&known, ""), ProblemKind::AudienceMismatch);
            assert_eq!(kind.sharpened(&Circumstances::default(), ""), kind);
        }
    }

    #[test]
    fn nothing_known_changes_nothing() {
        let said = format!("The redirect URI 'https://x.example/' of '{OTHER}'");
        for kind in ProblemKind::ALL {
            assert_eq!(kind.sharpened(&Circumstances::default(), &said), kind);
        }
    }
}
