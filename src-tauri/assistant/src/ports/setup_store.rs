//! Keeping setups: what may be asked, why it may fail, and what is told of files that were not as they should be.

use std::io;
use std::path::PathBuf;
use vincula_core::problem::ProblemKind;
use vincula_core::setup::{Newer, NotAsWritten, Setup, SetupId};

/// Why a setup, or the folder of them, could not be read or written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum SetupFault {
    /// There is no such setup.
    #[error("there is no such setup")]
    NotFound,
    /// A newer Vincula wrote it: it is left alone.
    #[error("a newer version of Vincula wrote this setup")]
    TooNew,
    /// The file does not hold a setup, and no copy of it does. The file is kept aside.
    #[error("the file of the setup cannot be understood")]
    Damaged,
    /// Another program was at work on the setups for longer than one waits.
    #[error("another program is changing the setups")]
    Busy,
    /// The setup has been changed since it was read.
    #[error("the setup has been changed by somebody else meanwhile")]
    Stale,
    /// In the place of a file or folder is something that must not be used.
    #[error(transparent)]
    NotOurs(#[from] NotOurs),
    /// The disk or the folder refuses.
    #[error("the setup could not be read or written")]
    Disk(#[source] io::Error),
}

/// What stands in the place of a file or folder and must not be used: whoever put it there could read or change what
/// is kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotOurs {
    /// A link to another place.
    #[error("{0} is a link and not followed")]
    Link(PathBuf),
    /// It belongs to another user of this machine.
    #[error("{0} belongs to another user")]
    Somebodys(PathBuf),
    /// A folder where a file belongs, or a file where a folder does, or neither.
    #[error("{0} is not what belongs there")]
    AnotherThing(PathBuf),
}

impl SetupFault {
    /// The cause that the person is told, where the setup is there.
    #[must_use]
    pub fn kind(&self) -> ProblemKind {
        let error = match self {
            Self::TooNew => return ProblemKind::SetupTooNew,
            Self::Damaged => return ProblemKind::SetupDamaged,
            Self::Busy | Self::Stale => return ProblemKind::FileBusy,
            Self::NotOurs(_) => return ProblemKind::FileNotOurs,
            Self::NotFound => return ProblemKind::MachineTrouble,
            Self::Disk(error) => error,
        };
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ProblemKind::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => ProblemKind::FileDenied,
            io::ErrorKind::ResourceBusy | io::ErrorKind::WouldBlock => ProblemKind::FileBusy,
            // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, which have no name in the library.
            _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => ProblemKind::FileBusy,
            _ => ProblemKind::MachineTrouble,
        }
    }
}

impl From<io::Error> for SetupFault {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound {
            Self::NotFound
        } else {
            Self::Disk(error)
        }
    }
}

impl From<NotAsWritten> for SetupFault {
    fn from(_: NotAsWritten) -> Self {
        Self::Damaged
    }
}

/// Everything that lies where setups are kept.
#[derive(Debug, Default)]
pub struct Survey {
    /// The setups, the last one changed first.
    pub setups: Vec<Setup>,
    /// Setups of a newer version: to be looked at, never written and never deleted.
    pub newer: Vec<(SetupId, Newer)>,
    /// What became of damaged files, until the person has said that they know.
    pub mishaps: Vec<Mishap>,
    /// Setups that are there and cannot be read; they are left as they are.
    pub unread: Vec<(SetupId, SetupFault)>,
}

/// A file was damaged or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mishap {
    /// Of which setup.
    pub id: SetupId,
    /// How it ended.
    pub ending: Ending,
    /// The setup as it is now; where there is none, what can still be read in the damaged file, to tell which it was.
    pub known: Option<Box<Setup>>,
    /// Where what was damaged is kept.
    pub aside: PathBuf,
}

/// What became of a setup whose file was damaged or gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It is there again, as it was kept the time before the last.
    Restored,
    /// There was no good copy.
    Lost,
}

/// The ids of setups, one after the other.
pub type SetupIds<'a> = Box<dyn Iterator<Item = Result<SetupId, SetupFault>> + Send + 'a>;

/// Keeps setups. What it has taken is on the disk.
pub trait SetupStore: Send + Sync {
    /// Every setup that can be read and written, the last one changed first.
    ///
    /// # Errors
    /// Where the folder itself cannot be read.
    fn list(&self) -> Result<Vec<Setup>, SetupFault>;
    /// Every setup, and what else has to be told of their files.
    ///
    /// # Errors
    /// Where the folder itself cannot be read.
    fn survey(&self) -> Result<Survey, SetupFault> {
        let setups = self.list()?;
        Ok(Survey {
            setups,
            ..Survey::default()
        })
    }
    /// The person knows of these mishaps, which are told no more. What was damaged stays where it is.
    ///
    /// # Errors
    /// Where the disk refuses.
    fn mishaps_known(&self, _known: &[Mishap]) -> Result<(), SetupFault> {
        Ok(())
    }
    /// The ids of every setup, one after the other and in no order, so that many take no more room than few. What
    /// cannot be read has an id too.
    ///
    /// # Errors
    /// Where the folder itself cannot be read.
    fn ids(&self) -> Result<SetupIds<'_>, SetupFault> {
        let setups = self.list()?.into_iter();
        Ok(Box::new(setups.map(|setup| Ok(setup.id))))
    }
    /// One setup.
    ///
    /// # Errors
    /// Where it is missing or cannot be read.
    fn load(&self, id: &SetupId) -> Result<Setup, SetupFault>;
    /// Keeps a setup, whole or not at all, and gives it back at its new revision. Whoever changes one that is there
    /// already uses [`Self::update`].
    ///
    /// # Errors
    /// [`SetupFault::Stale`] where it was kept by somebody else since it was read; where the disk refuses. The file is
    /// then as it was.
    fn save(&self, setup: &Setup) -> Result<Setup, SetupFault>;
    /// Changes a setup and keeps it, whole or not at all, and gives it back as it was kept. Nobody else changes it
    /// meanwhile, so that nothing is lost where two programs work on it. `change` does no more than that: it asks
    /// neither this store nor the person. What changes nothing is not written.
    ///
    /// # Errors
    /// As [`Self::load`] and [`Self::save`]; the file is then as it was.
    fn update(&self, id: &SetupId, change: &mut dyn FnMut(&mut Setup)) -> Result<Setup, SetupFault> {
        let before = self.load(id)?;
        let mut setup = before.clone();
        change(&mut setup);
        if setup == before {
            return Ok(before);
        }
        self.save(&setup)
    }
    /// Deletes a setup and every copy of it.
    ///
    /// # Errors
    /// Where it is missing, a newer version made it, or the disk refuses.
    fn delete(&self, id: &SetupId) -> Result<(), SetupFault>;
}

/// [`SetupStore::update`] with a change that may refuse: then nothing is kept, and its reason comes back.
///
/// # Errors
/// The reason, or why the setup could not be read or kept.
pub fn try_update<E: From<SetupFault>>(
    setups: &dyn SetupStore,
    id: &SetupId,
    mut change: impl FnMut(&mut Setup) -> Result<(), E>,
) -> Result<Setup, E> {
    let mut refused = None;
    let kept = setups.update(id, &mut |setup| {
        let mut changed = setup.clone();
        match change(&mut changed) {
            Ok(()) => *setup = changed,
            Err(reason) => refused = Some(reason),
        }
    })?;
    refused.map_or(Ok(kept), Err)
}
