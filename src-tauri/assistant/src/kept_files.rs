//! Files that the person keeps: in their own folder for downloads, where they find everything else.

use directories::UserDirs;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// More files of one name than this are not made.
const TRIES: u32 = 100;

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
        let mut file = match File::create_new(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(error),
        };
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
        if let Err(error) = written {
            // Half a file is worse than none.
            let _gone = std::fs::remove_file(&path);
            return Err(error);
        }
        return Ok(path);
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
        assert_eq!(std::fs::read_to_string(first).unwrap(), "one");
    }
}
