//! What nobody can know before somebody has signed in.

use super::super::bench::{Bench, NOBODYS_SECRET, REDIRECT};
use super::{Scenario, spoil};
use vincula_core::check::CheckId;
use vincula_core::problem::ProblemKind;
use vincula_lab::{Forced, MailboxKind, Place, Platform, Redirect};

pub(super) fn scenarios() -> impl Iterator<Item = Scenario> {
    [
        Scenario {
            what: "the redirect URI is registered for a public client",
            spoil: spoil!(|bench| {
                bench.lab.world().remove_redirects(&bench.client_id);
                let redirect = Redirect {
                    platform: Platform::MobileDesktop,
                    uri: REDIRECT.to_owned(),
                };
                bench.lab.world().add_redirect(&bench.client_id, redirect);
            }),
            check: CheckId::SignIn,
            kind: ProblemKind::PlatformNotWeb,
        },
        Scenario {
            what: "nobody's secret, and no organisation that could be asked about it",
            spoil: spoil!(|bench| {
                bench.setup.tenant_id = None;
                bench.give_secret(NOBODYS_SECRET).await;
            }),
            check: CheckId::Secret,
            kind: ProblemKind::SecretOfAnother,
        },
        Scenario {
            what: "a permission was not granted",
            spoil: spoil!(|bench| bench
                .lab
                .world()
                .force(Place::Token, Forced::WithoutScope("Mail.Send".to_owned()))),
            check: CheckId::Permissions,
            kind: ProblemKind::PermissionMissing,
        },
        Scenario {
            what: "the account has no mailbox",
            spoil: spoil!(|bench| bench
                .lab
                .world()
                .set_mailbox(&bench.practice.work_user, MailboxKind::None)),
            check: CheckId::MailAccepted,
            kind: ProblemKind::MailboxMissing,
        },
        Scenario {
            what: "the mailbox has sent all that it may",
            spoil: spoil!(|bench| bench
                .lab
                .world()
                .set_mailbox(&bench.practice.work_user, MailboxKind::OverTheLimit)),
            check: CheckId::MailAccepted,
            kind: ProblemKind::SendLimitReached,
        },
        Scenario {
            what: "Graph is down when the mail goes out",
            spoil: spoil!(|bench| bench
                .lab
                .world()
                .force(Place::SendMail, Forced::Status(503, None))),
            check: CheckId::MailAccepted,
            kind: ProblemKind::MicrosoftUnavailable,
        },
        Scenario {
            what: "Graph asks to wait when the account is asked for",
            spoil: spoil!(|bench| bench.lab.world().force(Place::Me, Forced::Status(429, None))),
            check: CheckId::Account,
            kind: ProblemKind::TooManyRequests,
        },
    ]
    .into_iter()
}
