//! The folder in which Vincula keeps what it must not lose.

use super::lock::{self, Lock, PATIENCE};
use super::private;
use crate::ports::SetupFault;
use directories::ProjectDirs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder in which Vincula keeps what it must not lose, at the platform's own place:
/// `~/.local/share/vincula`, `%APPDATA%\Vincula\data`, `~/Library/Application Support/app.Vincula`.
#[derive(Clone, Debug)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// The platform's place; made where it is missing.
    ///
    /// # Errors
    /// Where the user has no such folder, none can be made, or it is not theirs.
    pub fn of_this_user() -> Result<Self, SetupFault> {
        let dirs = ProjectDirs::from("app", "", "Vincula").ok_or_else(|| {
            SetupFault::Disk(io::Error::new(
                io::ErrorKind::NotFound,
                "this user has no home folder",
            ))
        })?;
        Self::at(dirs.data_dir())
    }

    /// This folder; made where it is missing, for its owner only.
    ///
    /// # Errors
    /// Where it cannot be made, or is a link or somebody else's.
    pub fn at(path: &Path) -> Result<Self, SetupFault> {
        private::folder(path)?;
        Ok(Self(path.to_owned()))
    }

    /// A folder inside.
    pub(crate) fn inside(&self, name: &str) -> Result<PathBuf, SetupFault> {
        let path = self.0.join(name);
        private::folder(&path)?;
        Ok(path)
    }

    /// The path of a file inside.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Held by whoever changes a file of the folder itself.
    pub(super) fn lock(&self) -> Result<Lock, SetupFault> {
        Lock::take(&self.file(lock::FOLDER), PATIENCE)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}
