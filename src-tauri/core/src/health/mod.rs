//! How a setup stands today: what the list shows, what a monitor reads, what somebody has to be reminded of.
//!
//! Pure: the setup and the day in, its health out. The day is the one of the person's own calendar, because the day on
//! which a secret ends is told by people who look at theirs, and the portal shows it in the zone of the browser.

mod life;
mod reminder;

pub use life::{SecretLife, WARNED, Warning};
pub use reminder::{Reminded, due};

use crate::check::CheckId;
use crate::problem::ProblemKind;
use crate::setup::Setup;
use jiff::Timestamp;
use jiff::civil::Date;

/// How a setup stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// The one thing to say first.
    pub state: State,
    /// How much it matters.
    pub severity: Severity,
    /// What there is to do about it.
    pub next: Next,
    /// The secret that the ERP uses.
    pub secret: SecretLife,
    /// Since when it works: the first proof since the last change and the last failure.
    pub works_since: Option<Timestamp>,
    /// The last run.
    pub last: Option<LastRun>,
}

/// The one thing to say first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The secret has ended.
    SecretEnded,
    /// The last run showed that it does not work.
    Fails,
    /// The secret ends soon.
    SecretEnds,
    /// A new secret is on its way.
    Renewing,
    /// Somebody else does the registration.
    Waiting,
    /// Not proven, or not since the last change.
    NotProven,
    /// It works.
    Works,
    /// The person put it out of the way.
    Archived,
}

/// How much it matters, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does not work.
    Broken,
    /// It will not work for long.
    Soon,
    /// It is not finished.
    Open,
    /// There is nothing to do.
    Fine,
    /// Nobody wants to hear of it.
    Away,
}

/// The one thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Make a new secret.
    Renew,
    /// Run the checks again.
    CheckAgain,
    /// Go on where the person was.
    GoOn,
    /// Take it back from the archive.
    Unarchive,
}

/// The last run of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastRun {
    /// When it ended.
    pub at: Timestamp,
    /// What it showed.
    pub showed: Showed,
}

/// What a run showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showed {
    /// Microsoft accepted the test mail.
    Proven,
    /// This check failed, for this reason.
    Failed(CheckId, ProblemKind),
    /// Nothing: something was in the way, or it was not run to the end.
    Nothing(Option<ProblemKind>),
}

impl Severity {
    /// Whether somebody has to act.
    #[must_use]
    pub fn needs_action(self) -> bool {
        self <= Self::Soon
    }
}

/// How a setup stands on this day of the person's calendar.
#[must_use]
pub fn health(setup: &Setup, today: Date) -> Health {
    let secret = SecretLife::on(setup.secret_ends, today);
    let last = last_run(setup);
    let has_failed = matches!(last.map(|last| last.showed), Some(Showed::Failed(..)));
    let state = if setup.archived_at.is_some() {
        State::Archived
    } else if setup.renewal.is_some() {
        State::Renewing
    } else if setup.waiting.is_some() {
        State::Waiting
    } else if matches!(secret, SecretLife::Ended { .. }) {
        State::SecretEnded
    } else if has_failed {
        State::Fails
    } else if matches!(secret, SecretLife::Ends { .. }) {
        State::SecretEnds
    } else if setup.works_since().is_some() {
        State::Works
    } else {
        State::NotProven
    };
    Health {
        state,
        severity: severity(state, secret, has_failed),
        next: next(setup, state, last),
        secret,
        works_since: setup.works_since(),
        last,
    }
}

fn severity(state: State, secret: SecretLife, has_failed: bool) -> Severity {
    match (state, secret) {
        (State::Archived, _) => Severity::Away,
        (_, SecretLife::Ended { .. }) => Severity::Broken,
        _ if has_failed => Severity::Broken,
        (_, SecretLife::Ends { .. }) => Severity::Soon,
        (State::Works, _) => Severity::Fine,
        _ => Severity::Open,
    }
}

fn next(setup: &Setup, state: State, last: Option<LastRun>) -> Next {
    let is_expired = matches!(
        last.map(|last| last.showed),
        Some(Showed::Failed(_, ProblemKind::SecretExpired))
    );
    match state {
        State::Archived => Next::Unarchive,
        State::SecretEnded | State::SecretEnds if can_renew(setup) => Next::Renew,
        State::Fails if is_expired && can_renew(setup) => Next::Renew,
        State::Works => Next::CheckAgain,
        State::Fails if setup.first_proven().is_some() => Next::CheckAgain,
        // What never worked is in the middle of its way, and a check that failed is part of that.
        State::Fails
        | State::SecretEnded
        | State::SecretEnds
        | State::Renewing
        | State::Waiting
        | State::NotProven => Next::GoOn,
    }
}

/// Whether a new secret is all that a setup may need: there is an application, and it worked once. What never worked
/// is finished on its own way, on which the secret is one value among others.
#[must_use]
pub fn can_renew(setup: &Setup) -> bool {
    setup.client_id.is_some() && setup.first_proven().is_some()
}

fn last_run(setup: &Setup) -> Option<LastRun> {
    let last = setup.verification.as_ref()?;
    let showed = match last.failure() {
        _ if last.proven => Showed::Proven,
        Some((check, problem)) if !problem.kind.is_inconclusive() => Showed::Failed(check, problem.kind),
        failure => Showed::Nothing(failure.map(|(_, problem)| problem.kind)),
    };
    Some(LastRun { at: last.at, showed })
}

impl State {
    /// The name in JSON and, with `-` for `_`, in text identifiers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SecretEnded => "secret_ended",
            Self::Fails => "fails",
            Self::SecretEnds => "secret_ends",
            Self::Renewing => "renewing",
            Self::Waiting => "waiting",
            Self::NotProven => "not_proven",
            Self::Works => "works",
            Self::Archived => "archived",
        }
    }
}

impl Severity {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Soon => "soon",
            Self::Open => "open",
            Self::Fine => "fine",
            Self::Away => "away",
        }
    }
}

impl Next {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Renew => "renew",
            Self::CheckAgain => "check_again",
            Self::GoOn => "go_on",
            Self::Unarchive => "unarchive",
        }
    }
}

#[cfg(test)]
mod tests;
