//! The folder in which Vincula keeps what it must not lose.

use directories::ProjectDirs;
use std::fs;
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
    /// Where the user has no such folder and none can be made.
    pub fn of_this_user() -> io::Result<Self> {
        let dirs = ProjectDirs::from("app", "", "Vincula")
            .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "this user has no home folder"))?;
        Self::at(dirs.data_dir())
    }

    /// This folder; made where it is missing, for its owner only.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn at(path: &Path) -> io::Result<Self> {
        make_private(path)?;
        Ok(Self(path.to_owned()))
    }

    /// A folder inside.
    pub(crate) fn inside(&self, name: &str) -> io::Result<PathBuf> {
        let path = self.0.join(name);
        make_private(&path)?;
        Ok(path)
    }

    /// The path of a file inside.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

fn make_private(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}
