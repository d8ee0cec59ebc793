//! One program at a time changes what is kept: whoever does holds the folder's lock meanwhile.
//!
//! The system gives it up when its holder ends, however that happens, so that none is ever left behind. It is a file
//! of its own, because a file that is replaced cannot be held.

use crate::ports::{NotOurs, SetupFault};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// The file with which a folder is locked.
pub(crate) const FOLDER: &str = ".lock";
/// The file with which the window is.
pub(crate) const WINDOW: &str = "window.lock";

/// How long to wait for another program's change. One takes milliseconds, and fifty may queue on a slow disk.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is asked for meanwhile.
const AGAIN: Duration = Duration::from_millis(3);

/// Held as long as it lives.
#[derive(Debug)]
pub(super) struct Lock {
    _held: Option<File>,
}

impl Lock {
    /// Takes the lock with this file, made where it is missing.
    ///
    /// # Errors
    /// [`SetupFault::Busy`] where another program holds it for longer than this.
    pub(super) fn take(path: &Path, patience: Duration) -> Result<Self, SetupFault> {
        let file = open(path)?;
        let began = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _held: Some(file) }),
                // Some network folders know no locks. What is written is checked against its revision even so.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Self { _held: None });
                }
                Err(TryLockError::Error(error)) => return Err(SetupFault::Disk(error)),
                Err(TryLockError::WouldBlock) if began.elapsed() >= patience => return Err(SetupFault::Busy),
                Err(TryLockError::WouldBlock) => thread::sleep(AGAIN),
            }
        }
    }
}

fn open(path: &Path) -> Result<File, SetupFault> {
    let mut how = OpenOptions::new();
    how.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        how.mode(0o600);
        how.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    }
    how.open(path).map_err(|error| match path.symlink_metadata() {
        Ok(about) if about.is_symlink() => NotOurs::Link(path.to_owned()).into(),
        Ok(about) if !about.is_file() => NotOurs::AnotherThing(path.to_owned()).into(),
        _ => SetupFault::Disk(error),
    })
}
