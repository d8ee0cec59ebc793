//! Proving a setup: this machine, then the checks of its guide, in the order in which errors surface.
//!
//! A run moves through stages, because the person acts between them: what can be known without them, the
//! sign-in, a look at the mailbox, the test mail, their word that it arrived. The window calls the stages one by one;
//! the command line calls them in a row. A stage may be called again after its cause of failure is removed.
//!
//! Invariants: nothing is made or sent before the account is the right one; what is made for a check is deleted again,
//! or the person is told its name; sending happens once a call, never by itself; the tokens live in the run and end
//! with it. Only questions that come before the sign-in wait and ask again by themselves, and visibly.

mod approve;
mod before;
mod by_itself;
mod connect;
mod keep;
mod known;
mod look;
pub(crate) mod machine;
pub(crate) mod patience;
mod send;
mod stage;
mod surfaces;
mod trial;

pub use keep::keep_verification;
pub use stage::{Arrival, Stage};
pub use surfaces::HasWindow;

use crate::log::{Event, note};
use crate::ports::{Clock, Progress, SecretStore};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use vincula_core::check::{CheckId, CheckResult, Outcome, SkipReason};
use vincula_core::choices;
use vincula_core::guide::Guide;
use vincula_core::problem::{Problem, SecretSeen};
use vincula_core::setup::{RenewalStage, Setup, SetupId, Verification};
use vincula_core::sign_in::{Authority, Scopes, SignInRequest};
use vincula_core::text::Language;
use vincula_core::value::{ClientId, Mailbox, RedirectUri, Refusal};
use vincula_microsoft::{AccessToken, Inbox, Microsoft, Profile};

/// What a run needs from outside.
pub struct Host<'a> {
    /// The wire.
    pub microsoft: &'a Microsoft,
    /// The secrets.
    pub secrets: &'a dyn SecretStore,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Who hears how it goes on.
    pub progress: &'a dyn Progress,
    /// The language of the test mail.
    pub language: Language,
    /// How long the sign-in waits for the person.
    pub patience: Duration,
}

/// One run of the checks over one setup.
pub struct Run {
    setup: Setup,
    /// Under which key the secret is kept that this run proves.
    secret_key: SetupId,
    guide: Arc<Guide>,
    redirect_uri: RedirectUri,
    outcomes: BTreeMap<CheckId, Outcome>,
    /// Whether all that can be known without the person has been asked; a guide may leave every such check out.
    checked: bool,
    /// What can be told of the secret that was used last.
    secret: Option<SecretSeen>,
    /// Where the answer comes to on the surface that was used last.
    answered_at: RedirectUri,
    connection: Option<Connection>,
    counted: Counted,
    sent_to: Option<Mailbox>,
}

/// What the inbox held when the run looked: by each way that the guide lists. The two are of different moments, so that
/// they may differ where mail arrives in between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// As Graph counts.
    pub by_graph: Option<Inbox>,
    /// As the IMAP server counts.
    pub by_imap: Option<Inbox>,
}

/// What a sign-in gave, for the rest of this run only.
struct Connection {
    /// For Graph.
    token: AccessToken,
    /// For Exchange Online, where the guide asks for one of its permissions.
    exchange: Option<AccessToken>,
    profile: Profile,
}

/// The checks that prove what the ERP will do. A run in which one of them did not pass has proven nothing.
const DEEDS: [CheckId; 8] = [
    CheckId::AppPermissions,
    CheckId::Permissions,
    CheckId::Calendar,
    CheckId::Contacts,
    CheckId::Inbox,
    CheckId::Imap,
    CheckId::MailAccepted,
    CheckId::Smtp,
];

impl Run {
    /// A run that has asked nothing yet.
    ///
    /// # Errors
    /// Where the guide has no redirect URI for the setup's ERP address.
    pub fn new(setup: Setup, guide: impl Into<Arc<Guide>>) -> Result<Self, Refusal> {
        let guide = guide.into();
        let redirect_uri = guide.registration.redirect_uri.for_erp(&setup.erp_address)?;
        Ok(Self {
            secret_key: setup.id.clone(),
            setup,
            guide,
            answered_at: redirect_uri.clone(),
            redirect_uri,
            outcomes: BTreeMap::new(),
            checked: false,
            secret: None,
            connection: None,
            counted: Counted::default(),
            sent_to: None,
        })
    }

    /// A run that proves the setup with its new secret, where one waits for its proof; else as [`Self::new`].
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn of_renewal(mut setup: Setup, guide: Guide) -> Result<Self, Refusal> {
        let key = setup.secret_in_hand().clone();
        if let Some(RenewalStage::Proves { given, .. }) = setup.renewal.as_ref().map(|renewal| renewal.stage)
        {
            // How new a secret is, makes its refusal more precise.
            setup.given.client_secret = Some(given);
        }
        let mut run = Self::new(setup, guide)?;
        run.secret_key = key;
        Ok(run)
    }

    /// Whether it proves a secret that is not the setup's own yet.
    #[must_use]
    pub fn proves_renewal(&self) -> bool {
        self.secret_key != self.setup.id
    }

    /// Whether the secret that it proves is kept under this key.
    pub(crate) fn proves(&self, key: &SetupId) -> bool {
        self.secret_key == *key
    }

    /// What was proven is the setup's own from now on: the run goes on with it.
    pub(crate) fn go_on_with(&mut self, setup: Setup) {
        self.secret_key = setup.id.clone();
        self.setup = setup;
    }

    /// The setup that is being proven.
    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// Who signed in, as Microsoft tells it.
    #[must_use]
    pub fn profile(&self) -> Option<&Profile> {
        self.connection.as_ref().map(|connection| &connection.profile)
    }

    /// What the inbox held when the run looked.
    #[must_use]
    pub fn counted(&self) -> Counted {
        self.counted
    }

    /// Where the test mail was sent.
    #[must_use]
    pub fn sent_to(&self) -> Option<&Mailbox> {
        self.sent_to.as_ref()
    }

    /// Each check of the run with its outcome, `None` where it was not reached.
    pub fn lines(&self) -> impl Iterator<Item = (CheckId, Option<&Outcome>)> {
        self.guide
            .run_checks()
            .map(|check| (check, self.outcomes.get(&check)))
    }

    /// The first failure, in the order of the checks.
    #[must_use]
    pub fn failure(&self) -> Option<(CheckId, &Problem)> {
        self.lines().find_map(|(check, outcome)| match outcome {
            Some(Outcome::Failed { problem }) => Some((check, problem)),
            _ => None,
        })
    }

    /// The end of the run: every check has an outcome; what was not reached was not asked.
    #[must_use]
    pub fn verification(&self, now: Timestamp) -> Verification {
        let why = if self.failure().is_some() {
            SkipReason::EarlierFailure
        } else {
            SkipReason::NotAsked
        };
        let checks = self
            .lines()
            .map(|(check, outcome)| CheckResult {
                check,
                outcome: outcome.cloned().unwrap_or(Outcome::Skipped { why }),
            })
            .collect();
        // A sign-in without the secret sends a mail as well, and proves nothing about what the ERP needs.
        let mut needed = DEEDS.into_iter().chain([CheckId::Secret]);
        Verification {
            at: now,
            proven: self.connection.is_some()
                && needed.all(|check| self.is_proven(check))
                && self.failure().is_none(),
            checks,
        }
    }

    /// Whether a check passed, or nobody asks for it.
    fn is_proven(&self, check: CheckId) -> bool {
        let not_here = Outcome::Skipped {
            why: SkipReason::NotInPractice,
        };
        let outcome = self.outcomes.get(&check);
        !self.has(check) || outcome == Some(&Outcome::Passed) || outcome == Some(&not_here)
    }

    fn has(&self, check: CheckId) -> bool {
        self.guide.run_checks().any(|own| own == check)
    }

    /// Asks one check, telling whoever listens, and keeps its outcome. What the guide leaves out is not
    /// asked, and stops nothing.
    async fn ask(
        &mut self,
        host: &Host<'_>,
        check: CheckId,
        question: impl Future<Output = Outcome> + Send,
    ) -> bool {
        if !self.has(check) {
            return true;
        }
        note(Event::CheckBegan { check });
        host.progress.began(check);
        let outcome = question.await;
        let goes_on = !matches!(outcome, Outcome::Failed { .. });
        self.keep(host, check, outcome);
        goes_on
    }

    fn keep(&mut self, host: &Host<'_>, check: CheckId, outcome: Outcome) {
        if self.has(check) {
            let outcome = self.sharpened(host, outcome);
            note(Event::check_ended(check, &outcome));
            host.progress.ended(check, &outcome);
            self.outcomes.insert(check, outcome);
        }
    }

    /// Forgets what was found from this check on, so that it can be asked again.
    fn forget_from(&mut self, first: CheckId) {
        self.outcomes.retain(|check, _| *check < first);
    }

    /// What the sign-in asks for, where its answer comes to `redirect_uri`.
    fn request(&self, host: &Host<'_>, client_id: ClientId, redirect_uri: RedirectUri) -> SignInRequest {
        let cloud = host.microsoft.cloud();
        SignInRequest {
            issuers: cloud.issuers.clone(),
            authority: Authority::for_registration(
                choices::audience(&self.setup, &self.guide),
                self.setup.tenant_id.as_ref(),
            ),
            client_id,
            redirect_uri,
            scopes: Scopes::of_permissions(&choices::permissions(&self.setup, &self.guide), cloud)
                .with_identity(),
            login_hint: Some(choices::signs_in(&self.setup, &self.guide).clone()),
        }
    }
}

fn failed(problem: impl Into<Problem>) -> Outcome {
    Outcome::Failed {
        problem: problem.into(),
    }
}
