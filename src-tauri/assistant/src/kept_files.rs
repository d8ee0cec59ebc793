//! Files that the person keeps: in their own folder for downloads, where they find everything else.

use directories::UserDirs;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// More files of one name than this are not made.
const TRIES: u32 = 100;

/// Writes a new file, which only its owner may read.
///
/// # Errors
/// Where there is a file already, which stays as it is, or the folder takes none.
pub fn keep_at(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a file is worse than none.
        let _gone = std::fs::remove_file(path);
    }
    written
}

/// Writes a new file into the person's folder for downloads (their home folder where they have none) and says where
/// it is. A file of the same name stays as it is: the new one is called `name (2).ext`.
///
/// # Errors
/// Where there is no such folder or it takes no file.
pub fn keep_file(name: &str, text: &str) -> io::Result<PathBuf> {
    let dirs = UserDirs::new().ok_or(io::ErrorKind::NotFound)?;
    keep_in(dirs.download_dir().unwrap_or(dirs.home_dir()), name, text)
}

fn keep_in(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "txt"));
    for number in 1..=TRIES {
        let path = folder.join(match number {
            1 => format!("{stem}.{extension}"),
            _ => format!("{stem} ({number}).{extension}"),
        });
        match keep_at(&path, text) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::keep_in;

    #[test]
    fn a_file_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("Descargas");
        let first = keep_in(&inside, "aviso.ics", "one").unwrap();
        let second = keep_in(&inside, "aviso.ics", "two").unwrap();
        assert_eq!(first, inside.join("aviso.ics"));
        assert_eq!(second, inside.join("aviso (2).ics"));
        assert_eq!(std::fs::read_to_string(&first).unwrap(), "one");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(first).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "nobody else reads it");
        }
    }
}
