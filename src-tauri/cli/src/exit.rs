//! How the program ends.

use std::process::ExitCode;
use vincula_assistant::{ErrandFault, RenewalFault, SecretFault, SetupFault, SetupFileFault};
use vincula_core::problem::ProblemKind;
use vincula_core::value::Refusal;

/// The exit codes. Scripts rely on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything that was asked is fine.
    Passed = 0,
    /// A check failed.
    Failed = 1,
    /// The call is wrong. `clap` ends with the same code.
    Usage = 2,
    /// Nothing is proven: the road, the keyring or the disk is in the way.
    CouldNotCheck = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("no setup has this id: {0}")]
    NoSuchSetup(String),
    #[error("more than one setup begins with: {0}")]
    Ambiguous(String),
    #[error("no guide has this id: {0} (see `vincula guides`)")]
    NoSuchGuide(String),
    #[error("{what}: {why}")]
    Refused { what: &'static str, why: Refusal },
    #[error("it is not known when this secret ends (see `vincula setup set --secret-ends`)")]
    NoSecretEnd,
    #[error("no new secret waits for its proof (see `vincula renew`)")]
    NoNewSecret,
    #[error("this setup never worked, so that its secret cannot be renewed (see `vincula secret set`)")]
    NothingToRenew,
    #[error("no script can be written: {0}")]
    Script(#[from] vincula_core::registration_script::ScriptFault),
    #[error(transparent)]
    NotLoopback(#[from] vincula_core::cloud::NotLoopback),
    #[error(transparent)]
    Setup(#[from] SetupFault),
    #[error(transparent)]
    Secret(#[from] SecretFault),
    #[error(transparent)]
    Errand(#[from] ErrandFault),
    #[error(transparent)]
    SetupFile(#[from] SetupFileFault),
    #[error("this setup is here already: {0} (--again keeps it a second time)")]
    AlreadyHere(String),
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Lab(#[from] vincula_lab::LabError),
    #[error(transparent)]
    Listen(#[from] vincula_assistant::CannotListen),
    #[error("TLS cannot be used on this machine")]
    Tls,
}

impl From<vincula_assistant::SealFault> for Failure {
    fn from(fault: vincula_assistant::SealFault) -> Self {
        Self::SetupFile(fault.into())
    }
}

impl From<RenewalFault> for Failure {
    fn from(fault: RenewalFault) -> Self {
        match fault {
            RenewalFault::NothingToRenew => Self::NothingToRenew,
            RenewalFault::Setup(fault) => fault.into(),
            RenewalFault::Secret(fault) => fault.into(),
        }
    }
}

impl Failure {
    /// The cause in the catalogue, where it is this machine.
    pub(crate) fn cause(&self) -> Option<ProblemKind> {
        match self {
            Self::Setup(SetupFault::NotFound)
            | Self::Errand(ErrandFault::Setup(SetupFault::NotFound))
            | Self::SetupFile(SetupFileFault::Setup(SetupFault::NotFound)) => None,
            Self::Setup(fault)
            | Self::Errand(ErrandFault::Setup(fault))
            | Self::SetupFile(SetupFileFault::Setup(fault)) => Some(fault.kind()),
            Self::Secret(fault)
            | Self::Errand(ErrandFault::Secret(fault))
            | Self::SetupFile(SetupFileFault::Secret(fault)) => Some(fault.kind()),
            _ => None,
        }
    }

    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::NoSuchSetup(_)
            | Self::Ambiguous(_)
            | Self::NoSuchGuide(_)
            | Self::NoSecretEnd
            | Self::NoNewSecret
            | Self::NothingToRenew
            | Self::Refused { .. }
            | Self::AlreadyHere(_)
            | Self::Script(_)
            | Self::NotLoopback(_) => Exit::Usage,
            // Its text or its passphrase is wrong, unless the machine is in the way.
            Self::Errand(fault) if !fault.is_of_the_machine() => Exit::Usage,
            Self::SetupFile(fault) if !fault.is_of_the_machine() => Exit::Usage,
            Self::Errand(_)
            | Self::SetupFile(_)
            | Self::Setup(_)
            | Self::Secret(_)
            | Self::Io(_)
            | Self::Lab(_)
            | Self::Listen(_)
            | Self::Tls => Exit::CouldNotCheck,
        }
    }
}
