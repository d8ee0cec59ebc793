//! A look at the mailbox with the tokens of the sign-in: what the ERP will read and write, tried once.

use super::{Counted, Host, Run, failed};
use jiff::civil::time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use vincula_core::check::{CheckId, Outcome, SkipReason};
use vincula_core::problem::ProblemKind;
use vincula_core::text::text;
use vincula_microsoft::Trial;

/// The checks of this stage, in order.
pub(super) const LOOKS: [CheckId; 4] = [
    CheckId::Calendar,
    CheckId::Contacts,
    CheckId::Inbox,
    CheckId::Imap,
];

impl Run {
    /// Looks at the mailbox, as far as the guide wants it. Whoever calls it must not stop it half-way: what is made
    /// for a check has to be deleted again. Every call of it is bounded.
    pub async fn look(&mut self, host: &Host<'_>) {
        for check in LOOKS {
            self.outcomes.remove(&check);
        }
        self.counted = Counted::default();
        for check in LOOKS {
            if !self.has(check) {
                continue;
            }
            host.progress.began(check);
            let outcome = self.looked(host, check).await;
            let is_over = matches!(&outcome, Outcome::Failed { problem }
                if problem.kind == ProblemKind::SignInNoLongerValid);
            if is_over {
                self.connection = None;
            }
            let goes_on = !matches!(outcome, Outcome::Failed { .. });
            self.keep(host, check, outcome);
            if !goes_on {
                return;
            }
        }
    }

    async fn looked(&mut self, host: &Host<'_>, check: CheckId) -> Outcome {
        let Some(connection) = &self.connection else {
            return failed(ProblemKind::SignInNoLongerValid);
        };
        let (microsoft, now) = (host.microsoft, host.clock.now());
        let marker = now.strftime("%Y-%m-%d %H:%M:%S").to_string();
        let named = |id: &str| text(host.language, id, &[("marker", &marker)]);
        match check {
            CheckId::Calendar => {
                let trial = Trial::Event {
                    subject: named("trial-event"),
                    starts: tomorrow_noon(now),
                };
                self.tried(host, &connection.token, &trial).await
            }
            CheckId::Contacts => {
                let trial = Trial::Contact {
                    name: named("trial-contact"),
                };
                self.tried(host, &connection.token, &trial).await
            }
            CheckId::Inbox => match microsoft.inbox(&connection.token).await {
                Ok(inbox) => {
                    self.counted.by_graph = Some(inbox);
                    Outcome::Passed
                }
                Err(problem) => failed(problem),
            },
            CheckId::Imap => {
                let Some(server) = &microsoft.cloud().imap else {
                    return not_in_practice();
                };
                let Some(token) = &connection.exchange else {
                    return failed(ProblemKind::PermissionMissing);
                };
                match microsoft.look_by_imap(server, &self.setup.mailbox, token).await {
                    Ok(seen) => {
                        self.counted.by_imap = Some(seen.inbox);
                        Outcome::Passed
                    }
                    Err(problem) => failed(problem),
                }
            }
            _ => Outcome::Skipped {
                why: SkipReason::NotAsked,
            },
        }
    }
}

/// What the lab has no counterpart for proves nothing and stops nothing.
pub(super) fn not_in_practice() -> Outcome {
    Outcome::Skipped {
        why: SkipReason::NotInPractice,
    }
}

/// Tomorrow at noon (UTC): the same day nearly everywhere, so that the day that the person is told is the one that
/// their calendar shows.
fn tomorrow_noon(now: Timestamp) -> Timestamp {
    let tomorrow = now.to_zoned(TimeZone::UTC).date().saturating_add(1.day());
    let noon = tomorrow.to_datetime(time(12, 0, 0, 0)).to_zoned(TimeZone::UTC);
    noon.map_or(now, |noon| noon.timestamp())
}
