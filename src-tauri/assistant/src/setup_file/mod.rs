//! A setup leaves this machine as a file, and one that came from elsewhere is taken. See `vincula_core::setup_file`.
//!
//! The secret leaves only inside a sealed file ([`crate::seal`]). What a file says is an [`Import`] first, of which
//! nothing is kept: the person sees it and decides.

mod export;
mod import;

pub use export::{export, export_sealed};
pub use import::{Import, Opened, import, open_file, unseal};

use crate::edit::GiveFault;
use crate::errand::ErrandFault;
use crate::ports::{SecretFault, SetupFault};
use crate::seal::SealFault;
use vincula_core::errand::{NotAPassphrase, NotAnErrand};
use vincula_core::setup_file::NotASetupFile;

/// Why a setup could not go out or come in. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum SetupFileFault {
    /// The text holds no setup that can be used.
    #[error(transparent)]
    NotASetupFile(#[from] NotASetupFile),
    /// What was given as passphrase cannot be one.
    #[error(transparent)]
    NotAPassphrase(#[from] NotAPassphrase),
    /// It could not be sealed or opened.
    #[error(transparent)]
    Seal(#[from] SealFault),
    /// The setup has no secret that could go along.
    #[error("this setup has no secret yet that could go along")]
    NoSecret,
    /// What was opened is an answer to a request, and none of the setups here asked for it.
    #[error("this is an answer to a request, and not a setup")]
    Answer,
    /// What was opened is a request or an answer that cannot be used.
    #[error(transparent)]
    Errand(#[from] ErrandFault),
    /// A setup could not be read or kept.
    #[error(transparent)]
    Setup(#[from] SetupFault),
    /// The keyring.
    #[error(transparent)]
    Secret(#[from] SecretFault),
}

impl SetupFileFault {
    /// Whether the machine is in the way: its disk, its keyring or its random source.
    #[must_use]
    pub fn is_of_the_machine(&self) -> bool {
        match self {
            Self::Setup(_) | Self::Secret(_) | Self::Seal(SealFault::Unsealed) => true,
            Self::Errand(fault) => fault.is_of_the_machine(),
            _ => false,
        }
    }
}

impl From<NotAnErrand> for SetupFileFault {
    fn from(fault: NotAnErrand) -> Self {
        Self::Errand(fault.into())
    }
}

impl From<GiveFault> for SetupFileFault {
    fn from(fault: GiveFault) -> Self {
        match fault {
            // The redirect URI was made already where the file was read.
            GiveFault::Refused(_) => Self::NotASetupFile(NotASetupFile::Damaged),
            GiveFault::Setup(fault) => Self::Setup(fault),
            GiveFault::Secret(fault) => Self::Secret(fault),
        }
    }
}
