//! What may be written.

use serde::Serialize;
use vincula_core::check::{CheckId, Outcome};
use vincula_core::problem::ProblemKind;
use vincula_core::surface::{DeadEnd, SurfaceKind};

/// How much is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// What failed.
    Error,
    /// That, and what the program did.
    #[default]
    Info,
    /// That, and how.
    Debug,
}

impl LogLevel {
    /// Every level, the quietest one first.
    pub const ALL: [Self; 4] = [Self::Off, Self::Error, Self::Info, Self::Debug];

    /// Its name in an argument.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Error => "error",
            Self::Info => "info",
            Self::Debug => "debug",
        }
    }

    /// The level of this name.
    ///
    /// # Errors
    /// The names that there are.
    pub fn parse(name: &str) -> Result<Self, &'static str> {
        let known = Self::ALL.into_iter().find(|level| level.as_str() == name);
        known.ok_or("off, error, info or debug")
    }
}

/// Which of the two programs.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Program {
    /// The window.
    Window,
    /// The command line.
    CommandLine,
}

/// How a check ended.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// It holds.
    Passed,
    /// It does not.
    Failed,
    /// It was not asked.
    Skipped,
    /// Nobody knows.
    Unknown,
}

/// What was asked of the keyring.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyringCall {
    /// To give a secret.
    Load,
    /// To keep one.
    Save,
    /// To forget one.
    Delete,
    /// To say which there are.
    List,
}

/// One thing that happened. `Copy`, so that it cannot carry a text of anybody's.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A program began.
    Started {
        /// Which one.
        program: Program,
        /// Its version.
        version: &'static str,
        /// The system that it was built for.
        system: &'static str,
        /// Whether the lab stands in for Microsoft.
        lab: bool,
    },
    /// The system does not let the program keep its memory to itself.
    MemoryNotPrivate,
    /// A check is asked.
    CheckBegan {
        /// Which one.
        check: CheckId,
    },
    /// A check ended.
    CheckEnded {
        /// Which one.
        check: CheckId,
        /// How.
        outcome: OutcomeKind,
        /// Why, where it failed.
        #[serde(skip_serializing_if = "Option::is_none")]
        problem: Option<ProblemKind>,
    },
    /// The person signs in here.
    SurfaceChosen {
        /// Where.
        surface: SurfaceKind,
    },
    /// A surface brought an answer.
    SurfaceAnswered {
        /// Which one.
        surface: SurfaceKind,
    },
    /// A surface led nowhere.
    SurfaceFailed {
        /// Which one.
        surface: SurfaceKind,
        /// Why.
        why: DeadEnd,
    },
    /// The keyring answered, or did not.
    Keyring {
        /// What it was asked.
        call: KeyringCall,
        /// Why it failed, where it did.
        #[serde(skip_serializing_if = "Option::is_none")]
        fault: Option<ProblemKind>,
        /// How long it took, in milliseconds.
        took_ms: u64,
    },
    /// Everything was forgotten, as far as it could be.
    Forgotten {
        /// How much could not be.
        left: usize,
    },
}

impl Event {
    /// What a check came to.
    #[must_use]
    pub fn check_ended(check: CheckId, outcome: &Outcome) -> Self {
        let (outcome, problem) = match outcome {
            Outcome::Passed => (OutcomeKind::Passed, None),
            Outcome::Failed { problem } => (OutcomeKind::Failed, Some(problem.kind)),
            Outcome::Skipped { .. } => (OutcomeKind::Skipped, None),
            Outcome::Unknown { .. } => (OutcomeKind::Unknown, None),
        };
        Self::CheckEnded {
            check,
            outcome,
            problem,
        }
    }

    /// From which level on it is written.
    pub(super) fn level(self) -> LogLevel {
        match self {
            Self::MemoryNotPrivate
            | Self::SurfaceFailed { .. }
            | Self::CheckEnded { problem: Some(_), .. }
            | Self::Keyring { fault: Some(_), .. } => LogLevel::Error,
            Self::CheckBegan { .. } | Self::Keyring { fault: None, .. } => LogLevel::Debug,
            _ => LogLevel::Info,
        }
    }
}
