//! Guides that IT or a vendor put beside the program: the folder `guides` of the data folder.

use crate::setups::DataFolder;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use vincula_core::guide::{self, Guide, GuideError, Pictures};

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

/// The guides in the folder, and why others are not among them. No folder is no guides.
#[must_use]
pub fn guides_beside(data: &DataFolder) -> (Vec<Guide>, Vec<GuideFault>) {
    let folder = data.path().join(FOLDER);
    let mut guides: Vec<Guide> = Vec::new();
    let mut faults = Vec::new();
    for path in files(&folder) {
        match read_guide(&path) {
            Ok(guide) if guide::find(&guide.id).is_some() || guides.iter().any(|g| g.id == guide.id) => {
                faults.push(GuideFault::SameId(path, guide.id));
            }
            Ok(guide) => guides.push(guide),
            Err(fault) => faults.push(fault),
        }
    }
    (guides, faults)
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
