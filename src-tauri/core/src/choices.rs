//! What an expert would decide, decided for the person: what kind of account it is, who may sign in, whose mailbox it
//! is, in which of Microsoft's clouds. Each decision follows from what is known already, has its reason, and gives way
//! to the person's own word ([`Chosen`]).

use crate::cloud::CloudId;
use crate::guide::{Audience, Guide, Permission, SharedMailboxes};
use crate::setup::Setup;
use crate::text::{Language, text};
use crate::value::{self, ClientId, Mailbox};
use serde::{Deserialize, Serialize};

/// The permission by which one account sends as another mailbox.
/// Source: <https://learn.microsoft.com/graph/outlook-send-mail-from-other-user>
const SEND_SHARED: &str = "Mail.Send.Shared";

/// Whose account the mailbox is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Account {
    /// Of a company or a school.
    Work,
    /// A personal one: outlook.com, hotmail.es …
    Personal,
}

/// Who opens the mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// One account, which signs in itself.
    Own,
    /// Several people, each with an account of their own: nobody signs in as the mailbox.
    Shared,
}

/// What the person said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// Whose account it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// Who opens it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// The person's own account, which sends as the shared mailbox.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signs_in: Option<Mailbox>,
    /// Who may sign in to the application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

impl Chosen {
    /// Whether the person said nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Why it was decided so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The address ends as Microsoft's personal accounts do.
    PersonalAddress,
    /// The address ends in a domain of its own.
    OwnDomain,
    /// It is so for nearly everybody.
    Usual,
    /// The ERP asks for it.
    Erp,
    /// The person said so.
    You,
}

/// One decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What was decided.
    pub taken: T,
    /// Why.
    pub why: Why,
}

impl<T> Choice<T> {
    fn of(said: Option<T>, otherwise: T, why: Why) -> Self {
        match said {
            Some(taken) => Self { taken, why: Why::You },
            None => Self {
                taken: otherwise,
                why,
            },
        }
    }
}

/// Something about the decisions that cannot work, with what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Snag {
    /// A personal account cannot sign in to what the ERP has registered.
    PersonalNotAdmitted,
    /// The ERP sends as whoever signed in, so that a shared mailbox needs a password and a licence of its own.
    SharedNeedsOwnSignIn,
    /// It is not said yet which account sends as the shared mailbox.
    SignsInMissing,
    /// An application for one organisation only needs that organisation's tenant id.
    TenantMissing,
}

/// Every decision for a setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Whose account the mailbox is.
    pub account: Choice<Account>,
    /// Who opens it.
    pub owner: Choice<Owner>,
    /// Who may sign in to the application.
    pub audience: Choice<Audience>,
    /// In which of Microsoft's clouds the organisation is.
    pub cloud: Choice<CloudId>,
}

impl Choices {
    /// The decisions for a setup of a guide.
    #[must_use]
    pub fn of(setup: &Setup, guide: &Guide) -> Self {
        let chosen = &setup.chosen;
        let (account, why) = match setup.mailbox.account_kind() {
            value::AccountKind::Personal => (Account::Personal, Why::PersonalAddress),
            value::AccountKind::WorkOrUnknown => (Account::Work, Why::OwnDomain),
        };
        Self {
            account: Choice::of(chosen.account, account, why),
            owner: Choice::of(chosen.owner, Owner::Own, Why::Usual),
            audience: Choice::of(chosen.audience, guide.registration.audience, Why::Erp),
            cloud: Choice {
                taken: setup.cloud,
                why: if setup.cloud.is_global() {
                    Why::Usual
                } else {
                    Why::You
                },
            },
        }
    }

    /// What cannot work as it is decided, the most important first.
    #[must_use]
    pub fn snags(&self, setup: &Setup, guide: &Guide) -> Vec<Snag> {
        let admits_personal = matches!(
            self.audience.taken,
            Audience::MultiTenantAndPersonal | Audience::PersonalOnly
        );
        let is_shared = self.owner.taken == Owner::Shared;
        let sends_as = guide.registration.shared_mailboxes == SharedMailboxes::SendAs;
        [
            (
                self.account.taken == Account::Personal && !admits_personal,
                Snag::PersonalNotAdmitted,
            ),
            (is_shared && !sends_as, Snag::SharedNeedsOwnSignIn),
            (
                is_shared && sends_as && setup.chosen.signs_in.is_none(),
                Snag::SignsInMissing,
            ),
            (
                self.audience.taken == Audience::SingleTenant && setup.tenant_id.is_none(),
                Snag::TenantMissing,
            ),
        ]
        .into_iter()
        .filter_map(|(is_so, snag)| is_so.then_some(snag))
        .collect()
    }
}

/// Who may sign in to the application of this setup.
#[must_use]
pub fn audience(setup: &Setup, guide: &Guide) -> Audience {
    setup.chosen.audience.unwrap_or(guide.registration.audience)
}

/// The portal's own label for who may sign in, in the form of a new registration.
#[must_use]
pub fn account_types(audience: Audience, language: Language) -> String {
    let name = match audience {
        Audience::SingleTenant => "single-tenant",
        Audience::MultiTenant => "multi-tenant",
        Audience::MultiTenantAndPersonal => "multi-tenant-and-personal",
        Audience::PersonalOnly => "personal-only",
    };
    text(language, &format!("account-types-{name}"), &[])
}

/// The account that has to sign in: the mailbox's own, or the one that sends as the shared mailbox.
#[must_use]
pub fn signs_in<'s>(setup: &'s Setup, guide: &Guide) -> &'s Mailbox {
    sender(setup, guide).unwrap_or(&setup.mailbox)
}

/// The account that sends as the mailbox of the setup, where that is another one.
#[must_use]
pub fn sender<'s>(setup: &'s Setup, guide: &Guide) -> Option<&'s Mailbox> {
    let sends_as = setup.chosen.owner == Some(Owner::Shared)
        && guide.registration.shared_mailboxes == SharedMailboxes::SendAs;
    setup.chosen.signs_in.as_ref().filter(|_| sends_as)
}

/// The delegated permissions that this setup needs: the guide's, and the one for sending as another mailbox where that
/// is what it does.
#[must_use]
pub fn permissions(setup: &Setup, guide: &Guide) -> Vec<Permission> {
    let mut permissions = guide.registration.delegated_permissions.clone();
    let send_shared = Permission::graph(SEND_SHARED);
    if sender(setup, guide).is_some() && !permissions.contains(&send_shared) {
        permissions.push(send_shared);
    }
    permissions
}

/// The Client ID of this setup: that of the vendor's own application where the guide names it, else the setup's.
#[must_use]
pub fn client_id<'s>(setup: &'s Setup, guide: &'s Guide) -> Option<&'s ClientId> {
    let vendors = guide
        .registration
        .vendor()
        .and_then(|vendor| vendor.client_id.as_ref());
    vendors.or(setup.client_id.as_ref())
}

#[cfg(test)]
mod tests {
    use super::{Account, Choices, Owner, Snag, Why, audience, permissions, sender, signs_in};
    use crate::cloud::CloudId;
    use crate::guide::{Audience, Guide, Permission, SharedMailboxes, find};
    use crate::setup::{Setup, SetupId};
    use crate::value::{ErpAddress, Mailbox, TenantId};

    fn setup(mailbox: &str) -> Setup {
        Setup::new(
            SetupId::parse("0b1d1f9c-3c1f-4a52-9d65-0123456789ab").unwrap(),
            "cloud-gestion",
            ErpAddress::parse("https://soler.cloudgestion1.app").unwrap(),
            Mailbox::parse(mailbox).unwrap(),
            "2026-11-24T10:00:00Z".parse().unwrap(),
        )
    }

    fn guide(shared_mailboxes: SharedMailboxes) -> Guide {
        let mut guide = find("cloud-gestion").unwrap().clone();
        guide.registration.shared_mailboxes = shared_mailboxes;
        guide
    }

    #[test]
    fn what_nobody_said_is_decided_with_its_reason() {
        let guide = guide(SharedMailboxes::OwnSignIn);
        for (mailbox, account, why) in [
            ("ventas@soler.example", Account::Work, Why::OwnDomain),
            ("soler@outlook.com", Account::Personal, Why::PersonalAddress),
            ("soler@hotmail.es", Account::Personal, Why::PersonalAddress),
        ] {
            let setup = setup(mailbox);
            let choices = Choices::of(&setup, &guide);
            assert_eq!((choices.account.taken, choices.account.why), (account, why));
            assert_eq!((choices.owner.taken, choices.owner.why), (Owner::Own, Why::Usual));
            assert_eq!(choices.audience.why, Why::Erp);
            assert_eq!(choices.cloud.why, Why::Usual);
            assert_eq!(choices.snags(&setup, &guide), []);
        }
    }

    #[test]
    fn the_persons_word_counts_more() {
        let guide = guide(SharedMailboxes::OwnSignIn);
        let mut setup = setup("ventas@soler.example");
        setup.chosen.account = Some(Account::Personal);
        setup.chosen.audience = Some(Audience::SingleTenant);
        setup.cloud = CloudId::China;
        let choices = Choices::of(&setup, &guide);
        assert_eq!(
            (choices.account.taken, choices.account.why),
            (Account::Personal, Why::You)
        );
        assert_eq!(audience(&setup, &guide), Audience::SingleTenant);
        assert_eq!(
            (choices.cloud.taken, choices.cloud.why),
            (CloudId::China, Why::You)
        );
        assert_eq!(
            choices.snags(&setup, &guide),
            [Snag::PersonalNotAdmitted, Snag::TenantMissing]
        );
        setup.chosen.account = None;
        setup.tenant_id = Some(TenantId::parse("a5f0169f-57c9-4e45-b138-1419a64989e4").unwrap());
        assert_eq!(Choices::of(&setup, &guide).snags(&setup, &guide), []);
    }

    #[test]
    fn a_shared_mailbox_is_sent_from_by_somebodys_own_account_where_the_erp_can() {
        let mut setup = setup("info@soler.example");
        setup.chosen.owner = Some(Owner::Shared);
        let cannot = guide(SharedMailboxes::OwnSignIn);
        assert_eq!(
            Choices::of(&setup, &cannot).snags(&setup, &cannot),
            [Snag::SharedNeedsOwnSignIn]
        );
        let can = guide(SharedMailboxes::SendAs);
        assert_eq!(
            Choices::of(&setup, &can).snags(&setup, &can),
            [Snag::SignsInMissing]
        );
        assert_eq!(sender(&setup, &can), None);
        setup.chosen.signs_in = Some(Mailbox::parse("marta@soler.example").unwrap());
        assert_eq!(Choices::of(&setup, &can).snags(&setup, &can), []);
        assert_eq!(signs_in(&setup, &can).as_str(), "marta@soler.example");
        assert!(permissions(&setup, &can).contains(&Permission::graph("Mail.Send.Shared")));
        // The same words, and an ERP that cannot: the mailbox itself has to sign in.
        assert_eq!(signs_in(&setup, &cannot).as_str(), "info@soler.example");
        assert!(!permissions(&setup, &cannot).contains(&Permission::graph("Mail.Send.Shared")));
    }
}
