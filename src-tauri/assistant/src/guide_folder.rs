//! Guides that IT or a vendor put beside the program: in the folder of this machine, or in `guides` of the person's own
//! data folder.

use crate::setups::DataFolder;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use vincula_core::guide::{self, AddedGuide, Guide, GuideError, Origin, Pictures};

const FOLDER: &str = "guides";
/// A vendor has a handful of products.
const MOST_FILES: usize = 64;
/// More than any guide or image that would be taken: what is larger is told apart by the readers in core.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Why a guide that lies there is not offered.
#[derive(Debug, thiserror::Error)]
pub enum GuideFault {
    /// It is not a guide.
    #[error(transparent)]
    Wrong(#[from] GuideError),
    /// It could not be read.
    #[error("{0}: {1}")]
    Unread(PathBuf, io::Error),
    /// Another guide has this id.
    #[error("{0}: there is a guide {1:?} already")]
    SameId(PathBuf, String),
}

/// The folder of this machine, which only an administrator may write: what lies there, IT put there. On Windows it is
/// below the programs and not below `ProgramData`, where everybody may make a folder that is not there yet.
#[must_use]
pub fn machine_guides() -> PathBuf {
    let programs = if cfg!(target_os = "windows") {
        std::env::var_os("ProgramFiles").map_or_else(|| PathBuf::from(r"C:\Program Files"), PathBuf::from)
    } else if cfg!(target_os = "macos") {
        PathBuf::from("/Library/Application Support")
    } else {
        return Path::new("/etc/vincula").join(FOLDER);
    };
    programs.join("Vincula").join(FOLDER)
}

/// The guides of the machine's folder and of the person's own, and why others are not among them. No folder is no
/// guides; where both have one of the same id, IT's is taken.
#[must_use]
pub fn guides_beside(data: &DataFolder, machine: &Path) -> (Vec<AddedGuide>, Vec<GuideFault>) {
    let mut guides: Vec<AddedGuide> = Vec::new();
    let mut faults = Vec::new();
    let own = data.path().join(FOLDER);
    for (folder, origin) in [(machine, Origin::Machine), (&own, Origin::Added)] {
        for path in files(folder) {
            match read_guide(&path) {
                Ok(guide) if is_taken(&guide.id, &guides) => {
                    faults.push(GuideFault::SameId(path, guide.id));
                }
                Ok(guide) => guides.push(AddedGuide { guide, origin }),
                Err(fault) => faults.push(fault),
            }
        }
    }
    (guides, faults)
}

fn is_taken(id: &str, added: &[AddedGuide]) -> bool {
    guide::find(id).is_some() || added.iter().any(|added| added.guide.id == id)
}

/// Reads one guide file with the images that lie beside it.
///
/// # Errors
/// Where it cannot be read or is no guide.
pub fn read_guide(path: &Path) -> Result<Guide, GuideFault> {
    let unread = |error| GuideFault::Unread(path.to_owned(), error);
    let text = String::from_utf8(read(path).map_err(unread)?)
        .map_err(|_| unread(io::Error::new(io::ErrorKind::InvalidData, "not UTF-8")))?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    Ok(guide::parse(&name, &text, &pictures(path))?)
}

/// The guide files of a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some(OsStr::new("toml")))
        .collect();
    files.sort();
    files.truncate(MOST_FILES);
    files
}

/// The images beside a guide file. One that cannot be read is as good as missing, and the guide that shows it says so.
fn pictures(guide: &Path) -> Pictures {
    let mut pictures = Pictures::default();
    let folder = guide.parent().unwrap_or(Path::new("."));
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()).take(MOST_FILES * 16) {
        let is_image = path.extension().and_then(OsStr::to_str).is_some_and(|extension| {
            ["png", "jpg", "jpeg", "webp"]
                .iter()
                .any(|known| extension.eq_ignore_ascii_case(known))
        });
        if let (true, Some(name), Ok(bytes)) = (is_image, path.file_name(), read(&path)) {
            pictures.insert(&name.to_string_lossy(), bytes);
        }
    }
    pictures
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}
