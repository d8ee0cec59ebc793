//! Only what is ours: a folder or file that is a link, or of another user, is refused by its name and not followed.

use crate::ports::{NotOurs, SetupFault};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use vincula_core::setup::LARGEST;

/// Room for a setup as most are, in bytes; a longer one takes more.
const USUAL: usize = 4 * 1024;

/// A folder of ours at this place: made where it is missing, and open to its owner only.
pub(super) fn folder(path: &Path) -> Result<(), SetupFault> {
    fs::create_dir_all(path).or_else(|error| match error.kind() {
        // What stands there instead is told below.
        io::ErrorKind::AlreadyExists => Ok(()),
        _ => Err(SetupFault::Disk(error)),
    })?;
    check_folder(path)
}

#[cfg(unix)]
fn check_folder(path: &Path) -> Result<(), SetupFault> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    const OWNERS_ONLY: u32 = 0o700;

    let folder = open(path, OFlags::DIRECTORY)?;
    let about = folder.metadata().map_err(SetupFault::Disk)?;
    is_ours(path, about.uid())?;
    if about.mode() & 0o777 != OWNERS_ONLY {
        // By the open folder and not by its name, at which something else may stand by now.
        folder
            .set_permissions(fs::Permissions::from_mode(OWNERS_ONLY))
            .map_err(SetupFault::Disk)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn check_folder(path: &Path) -> Result<(), SetupFault> {
    let about = fs::symlink_metadata(path).map_err(SetupFault::Disk)?;
    if about.is_symlink() {
        Err(NotOurs::Link(path.to_owned()).into())
    } else if about.is_dir() {
        Ok(())
    } else {
        Err(NotOurs::AnotherThing(path.to_owned()).into())
    }
}

/// The bytes of a file of ours, but never more than one more than [`LARGEST`]: what is longer is none of ours.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, SetupFault> {
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    // Without room for a whole setup it would be read in pieces of some bytes.
    let mut bytes = Vec::with_capacity(USUAL);
    open_file(path)?
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(SetupFault::Disk)?;
    Ok(bytes)
}

#[cfg(unix)]
fn open_file(path: &Path) -> Result<File, SetupFault> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::MetadataExt as _;

    // Opening a pipe would wait for whoever writes to it.
    let file = open(path, OFlags::NONBLOCK)?;
    let about = file.metadata().map_err(SetupFault::Disk)?;
    if !about.is_file() {
        return Err(NotOurs::AnotherThing(path.to_owned()).into());
    }
    is_ours(path, about.uid())?;
    Ok(file)
}

#[cfg(not(unix))]
fn open_file(path: &Path) -> Result<File, SetupFault> {
    let about = fs::symlink_metadata(path)?;
    if about.is_symlink() {
        Err(NotOurs::Link(path.to_owned()).into())
    } else if about.is_file() {
        Ok(File::open(path)?)
    } else {
        Err(NotOurs::AnotherThing(path.to_owned()).into())
    }
}

/// Opens for reading what stands at this very place.
#[cfg(unix)]
fn open(path: &Path, how: rustix::fs::OFlags) -> Result<File, SetupFault> {
    use rustix::fs::{Mode, OFlags};
    use rustix::io::Errno;

    let how = how | OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    match rustix::fs::open(path, how, Mode::empty()) {
        Ok(file) => Ok(File::from(file)),
        // A link to a folder is «no folder» to Linux.
        Err(Errno::LOOP | Errno::NOTDIR)
            if fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink()) =>
        {
            Err(NotOurs::Link(path.to_owned()).into())
        }
        Err(Errno::NOTDIR) => Err(NotOurs::AnotherThing(path.to_owned()).into()),
        Err(error) => Err(io::Error::from(error).into()),
    }
}

#[cfg(unix)]
fn is_ours(path: &Path, owner: u32) -> Result<(), SetupFault> {
    if owner == rustix::process::geteuid().as_raw() {
        Ok(())
    } else {
        Err(NotOurs::Somebodys(path.to_owned()).into())
    }
}
