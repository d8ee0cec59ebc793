//! Writing a file whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes a file whole or not at all: beside it first, onto the disk, then over it. Whoever reads meanwhile sees the
/// old file or the new one. Whoever writes holds the folder's lock: what is written first has one name only, so that
/// what a program leaves that is ended half-way is written over by the next and never piles up.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_after(path, bytes, || Ok(()))
}

/// The same, and `before` happens when the new file is whole on the disk and the old one still in its place.
pub(super) fn write_after(
    path: &Path,
    bytes: &[u8],
    before: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    let beside = beside(path);
    let written = write_new(&beside, bytes)
        .and_then(|()| before())
        .and_then(|()| fs::rename(&beside, path));
    if let Err(error) = written {
        // On a full disk every byte counts.
        let _gone = fs::remove_file(&beside);
        return Err(error);
    }
    sync_folder(path)
}

/// Makes `copy` what `path` is now. As a second name of the same file where the disk knows such a thing: it costs
/// nothing, not on a full disk either, and the file itself is never changed, only replaced.
pub(super) fn keep_as(path: &Path, copy: &Path) -> io::Result<()> {
    let beside = beside(copy);
    remove(&beside)?;
    match fs::hard_link(path, &beside) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        // FAT knows no second names.
        Err(_) => write_new(&beside, &fs::read(path)?)?,
    }
    fs::rename(&beside, copy)?;
    // Where both were the same file already, renaming leaves both names (POSIX).
    remove(&beside)
}

/// What happened to the names of a folder is on the disk once the folder is; Windows has no such call and needs none.
pub(super) fn sync_folder(path_inside: &Path) -> io::Result<()> {
    match path_inside.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// Removes a file; none is fine.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    remove(path)?;
    let mut how = OpenOptions::new();
    // A file that is new follows no link.
    how.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        how.mode(0o600);
    }
    let mut file = how.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn beside(path: &Path) -> PathBuf {
    path.with_added_extension("new")
}
