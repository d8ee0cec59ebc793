//! The ports: what a use case needs from outside, and no more.

mod setup_store;

pub use setup_store::{Ending, Mishap, NotOurs, SetupFault, SetupIds, SetupStore, Survey, try_update};

use crate::edit::Held;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;
use url::Url;
use vincula_core::check::{CheckId, Outcome};
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::setup::SetupId;
use vincula_core::sign_in::{Awaited, NotForUs, NotPasted, Sight};
use vincula_core::surface::DeadEnd;
use vincula_core::value::{ClientSecret, RedirectUri};

/// A future that a port gives back.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Tells the time, and lets it pass.
pub trait Clock: Send + Sync {
    /// The time now, in UTC.
    fn now(&self) -> Timestamp;
    /// The zone of the person's own clock; UTC where the machine tells none.
    fn zone(&self) -> TimeZone {
        TimeZone::system()
    }
    /// The day on the person's own calendar.
    fn today(&self) -> Date {
        self.now().to_zoned(self.zone()).date()
    }
    /// Waits.
    fn wait(&self, time: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(time))
    }
}

/// Hears how a run goes on, while it goes on.
pub trait Progress: Send + Sync {
    /// A check is being asked.
    fn began(&self, check: CheckId);
    /// A check waits by itself before it asks again, because of this problem: told once a second with the time that
    /// is left. Whoever shows nothing of it shows a check that takes its time.
    fn waits(&self, _check: CheckId, _because: &Problem, _left: Duration) {}
    /// A check ended.
    fn ended(&self, check: CheckId, outcome: &Outcome);
}

/// Why the keyring could not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretFault {
    /// There is no keyring on this machine, so that nothing can be in it.
    #[error("there is no keyring on this machine")]
    Absent,
    /// It is locked, and nobody unlocked it.
    #[error("the keyring is locked")]
    Locked,
    /// The person dismissed its question, or it does not let this program in.
    #[error("the keyring was not allowed to answer")]
    Denied,
    /// It did not answer within the bound.
    #[error("the keyring did not answer in time")]
    Hung,
    /// It does not hold what was written, or holds what is no secret, or still holds what was deleted.
    #[error("the keyring does not keep what it is given")]
    Changed,
    /// The secret is longer than some keyring takes.
    #[error("the secret is too long for a keyring")]
    TooLong,
    /// It failed in another way.
    #[error("the keyring cannot be used")]
    Unavailable,
    /// The disk does not take the note without which an older secret could come back. Nothing was changed.
    #[error("the disk does not take a note about the keyring")]
    Disk,
}

impl SecretFault {
    /// Every fault.
    pub const ALL: [Self; 8] = [
        Self::Absent,
        Self::Locked,
        Self::Denied,
        Self::Hung,
        Self::Changed,
        Self::TooLong,
        Self::Unavailable,
        Self::Disk,
    ];

    /// The cause that the person is told.
    #[must_use]
    pub fn kind(self) -> ProblemKind {
        match self {
            Self::Absent => ProblemKind::KeyringAbsent,
            Self::Locked => ProblemKind::KeyringLocked,
            Self::Denied => ProblemKind::KeyringDenied,
            Self::Hung => ProblemKind::KeyringHung,
            Self::Changed => ProblemKind::KeyringChanged,
            Self::TooLong => ProblemKind::SecretTooLong,
            Self::Unavailable => ProblemKind::KeyringUnavailable,
            Self::Disk => ProblemKind::MachineTrouble,
        }
    }
}

/// Where a secret is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretPlace {
    /// In the system's keyring.
    Keyring,
    /// In memory, until the program ends, as was meant.
    Session,
    /// In memory, until the program ends, because the keyring did not take it.
    InsteadOfKeyring(SecretFault),
}

/// Hears that the keyring keeps everybody waiting: most often it asks the person for its password, in a window of the
/// system's that may be behind others.
pub trait KeyringWait: Send + Sync {
    /// It has been silent for a while and is given more time.
    fn began(&self) {}
    /// It answered, or is not waited for any longer.
    fn ended(&self) {}
    /// Ends when the person does not want to wait.
    fn given_up(&self) -> BoxFuture<'_, ()> {
        Box::pin(std::future::pending())
    }
}

/// Keeps client secrets, one a setup.
pub trait SecretStore: Send + Sync {
    /// The secret of a setup and where it is, where there is one.
    fn load<'a>(
        &'a self,
        id: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>>;
    /// Keeps a secret; replaces the one before.
    fn save<'a>(
        &'a self,
        id: &'a SetupId,
        secret: ClientSecret,
    ) -> BoxFuture<'a, Result<SecretPlace, SecretFault>>;
    /// Forgets a secret. Nothing to forget is no fault.
    fn delete<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>>;
    /// The setups of which it holds a secret, those that have none any more included; none where it cannot list them.
    fn list(&self) -> BoxFuture<'_, Result<Vec<SetupId>, SecretFault>> {
        Box::pin(async { Ok(Vec::new()) })
    }
    /// What may be told of a secret, for whoever only shows it. A store that was refused says so again without asking,
    /// until it is asked for the secret itself: looking must not hold anybody up.
    fn held<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<Option<Held>, SecretFault>> {
        Box::pin(async move {
            let found = self.load(id).await?;
            Ok(found.map(|(secret, place)| Held::of(&secret, place)))
        })
    }
}

/// One attempt to obtain an answer, as a surface sees it: to a sign-in or to an approval, which are alike here.
#[derive(Clone, Debug)]
pub struct Attempt<'a> {
    /// The address that the person opens.
    pub url: Url,
    /// How long to wait for the person.
    pub patience: Duration,
    pub(crate) awaited: &'a Awaited,
}

impl Attempt<'_> {
    /// The redirect URI: an address that it matches must be stopped, never opened.
    #[must_use]
    pub fn redirect_uri(&self) -> &RedirectUri {
        self.awaited.redirect_uri()
    }

    /// What an address is to this attempt.
    #[must_use]
    pub fn sees(&self, address: &Url) -> Sight {
        self.awaited.sees(address)
    }

    /// Whether an address carries this attempt's own answer. A surface goes on waiting while it does not.
    ///
    /// # Errors
    /// Why it does not.
    pub fn is_answer(&self, address: &Url) -> Result<(), NotForUs> {
        self.awaited.is_answer(address)
    }

    /// Finds this attempt's own answer in what a person pasted.
    ///
    /// # Errors
    /// Why it is not in there.
    pub fn find_in(&self, text: &str) -> Result<Url, NotPasted> {
        self.awaited.find_in(text)
    }
}

/// How a surface ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurfaceOutcome {
    /// The address with the answer.
    Answer(Url),
    /// The person closed the window, or ended the input.
    Closed,
    /// Nothing came within the time given.
    TimedOut,
    /// The person reports one of Microsoft's error pages, from which no answer ever comes.
    ErrorPage,
    /// This surface leads nowhere, for a reason that has a name.
    DeadEnd(DeadEnd),
}

/// The person's browser.
pub trait Browser: Send + Sync {
    /// Opens an address. Whether the person then looks at it, nobody can say.
    ///
    /// # Errors
    /// Where there is nothing to open it with.
    fn open(&self, address: &Url) -> Result<(), NoBrowser>;
}

/// This machine opens no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no browser could be opened")]
pub struct NoBrowser;

/// Where the person signs in.
pub trait SignInSurface: Send + Sync {
    /// Where the answer comes to on this surface: the ERP's own address, unless it brings one of its own.
    fn redirect_uri(&self, erps: &RedirectUri) -> RedirectUri {
        erps.clone()
    }

    /// Lets the person sign in and waits for the answer. Addresses that are not this attempt's answer are
    /// dropped without a word.
    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome>;
}
