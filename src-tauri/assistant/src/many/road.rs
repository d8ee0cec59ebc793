//! The road to one cloud, which many setups share: looked at once, and kept free while Microsoft asks to wait.

use super::ManyHost;
use crate::ports::{Clock, Progress};
use crate::run::{Host, machine, patience};
use jiff::{SignedDuration, Timestamp};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Mutex as AsyncMutex;
use vincula_core::check::{CheckId, Outcome};
use vincula_core::cloud::CloudId;
use vincula_core::problem::Problem;
use vincula_microsoft::Microsoft;

/// The longest that everybody waits because Microsoft asks for it; for a longer time nobody would watch, and the rest
/// is told that it was not asked.
const LONGEST: Duration = Duration::from_mins(10);

/// The road to one cloud.
pub(super) struct Road<'a> {
    pub(super) microsoft: &'a Microsoft,
    clock: &'a dyn Clock,
    progress: &'a dyn Progress,
    /// This machine's own check, once it was made.
    machine: AsyncMutex<Option<Outcome>>,
    hold: Mutex<Hold>,
}

/// What Microsoft asked for.
#[derive(Default)]
struct Hold {
    /// Not before this time.
    until: Option<Timestamp>,
    /// Not within any time that is waited for, because of this problem.
    refused: Option<Problem>,
}

impl<'a> Road<'a> {
    pub(super) fn to(microsoft: &'a Microsoft, host: &ManyHost<'a>) -> Self {
        Self {
            microsoft,
            clock: host.clock,
            progress: host.progress,
            machine: AsyncMutex::default(),
            hold: Mutex::default(),
        }
    }

    pub(super) fn cloud(&self) -> CloudId {
        self.microsoft.cloud().id
    }

    /// Waits until Microsoft may be asked, and gives the outcome of this machine's own check.
    pub(super) async fn opens(&self, host: &Host<'_>) -> Outcome {
        while let Some(left) = self.left() {
            self.clock.wait(left).await;
        }
        if let Some(problem) = self.with(|hold| hold.refused.clone()) {
            return Outcome::Failed { problem };
        }
        let mut machine = self.machine.lock().await;
        if machine.is_none() {
            *machine = Some(machine::look(host, None).await.0);
        }
        machine.clone().unwrap_or(Outcome::Passed)
    }

    /// The road may be cut: the next who comes looks again, so that a thousand do not each wait for nothing.
    pub(super) async fn look_again(&self) {
        let mut machine = self.machine.lock().await;
        if !matches!(*machine, Some(Outcome::Failed { .. })) {
            *machine = None;
        }
    }

    /// Whether Microsoft asks to wait, so that the same is worth asking again after it.
    pub(super) fn holds(&self, problem: &Problem) -> bool {
        let Some(time) = patience::named_time(problem) else {
            return false;
        };
        if self.with(|hold| hold.refused.is_some()) {
            return false;
        }
        if time > LONGEST {
            self.with(|hold| hold.refused = Some(problem.clone()));
            return false;
        }
        self.hold_for(time);
        true
    }

    fn hold_for(&self, time: Duration) {
        let until = SignedDuration::try_from(time)
            .ok()
            .and_then(|time| self.clock.now().checked_add(time).ok());
        self.with(|hold| hold.until = hold.until.max(until));
    }

    fn left(&self) -> Option<Duration> {
        let until = self.with(|hold| hold.until)?;
        let left = until.duration_since(self.clock.now());
        Duration::try_from(left).ok().filter(|left| !left.is_zero())
    }

    fn with<T>(&self, act: impl FnOnce(&mut Hold) -> T) -> T {
        act(&mut self.hold.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What one setup waits for, all of them do.
impl Progress for Road<'_> {
    fn began(&self, _check: CheckId) {}

    fn waits(&self, check: CheckId, because: &Problem, left: Duration) {
        if patience::named_time(because).is_some() {
            self.hold_for(left);
        }
        self.progress.waits(check, because, left);
    }

    fn ended(&self, _check: CheckId, _outcome: &Outcome) {}
}
