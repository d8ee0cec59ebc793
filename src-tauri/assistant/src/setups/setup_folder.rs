//! One file a setup.

use super::{DataFolder, atomic};
use crate::ports::{SetupFault, SetupIds, SetupStore};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use vincula_core::setup::{SCHEMA, Setup, SetupFile, SetupId};

/// The largest file that is read, in bytes. A setup has about two thousand.
const LARGEST: u64 = 1024 * 1024;

/// One file a setup, in the data folder.
#[derive(Clone, Debug)]
pub struct SetupFolder(PathBuf);

/// The schema alone: read first, so that a newer file is recognised whatever else is in it.
#[derive(serde::Deserialize)]
struct SchemaOnly {
    schema: u32,
}

impl SetupFolder {
    /// The setups of this data folder.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub fn of(data: &DataFolder) -> io::Result<Self> {
        Ok(Self(data.inside("setups")?))
    }

    fn path(&self, id: &SetupId) -> PathBuf {
        self.0.join(format!("{id}.json"))
    }
}

impl SetupStore for SetupFolder {
    fn list(&self) -> Result<Vec<Setup>, SetupFault> {
        let mut setups = Vec::new();
        for id in self.ids()? {
            let id = id?;
            // One damaged file must not hide the others.
            if let Ok(setup) = read(&self.path(&id), &id) {
                setups.push(setup);
            }
        }
        setups.sort_by_key(|setup| std::cmp::Reverse(setup.updated_at));
        Ok(setups)
    }

    fn ids(&self) -> Result<SetupIds<'_>, SetupFault> {
        let entries = fs::read_dir(&self.0).map_err(SetupFault::Disk)?;
        let ids = entries.filter_map(|entry| match entry {
            Ok(entry) => id_of(&entry.path()).map(Ok),
            Err(error) => Some(Err(SetupFault::Disk(error))),
        });
        Ok(Box::new(ids))
    }

    fn load(&self, id: &SetupId) -> Result<Setup, SetupFault> {
        read(&self.path(id), id)
    }

    fn save(&self, setup: &Setup) -> Result<(), SetupFault> {
        let path = self.path(&setup.id);
        // Never over the file of a newer version.
        if matches!(read(&path, &setup.id), Err(SetupFault::TooNew)) {
            return Err(SetupFault::TooNew);
        }
        let file = SetupFile {
            schema: SCHEMA,
            setup: setup.clone(),
        };
        let bytes = serde_json::to_vec_pretty(&file).map_err(|error| SetupFault::Disk(error.into()))?;
        atomic::write(&path, &bytes).map_err(SetupFault::Disk)
    }

    fn delete(&self, id: &SetupId) -> Result<(), SetupFault> {
        fs::remove_file(self.path(id)).map_err(fault)
    }
}

/// The id in the name of a setup's file; `None` for any other file.
fn id_of(path: &Path) -> Option<SetupId> {
    let is_setup = path.extension().is_some_and(|extension| extension == "json");
    let stem = path.file_stem()?.to_str().filter(|_| is_setup)?;
    SetupId::parse(stem).ok()
}

fn read(path: &Path, id: &SetupId) -> Result<Setup, SetupFault> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(fault)?;
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(SetupFault::Disk)?;
    let SchemaOnly { schema } = serde_json::from_slice(&bytes).map_err(|_| SetupFault::Damaged)?;
    if schema > SCHEMA {
        return Err(SetupFault::TooNew);
    }
    let file: SetupFile = serde_json::from_slice(&bytes).map_err(|_| SetupFault::Damaged)?;
    // A copy under another name would be listed twice, and its secret is kept under the other id.
    if file.setup.id == *id {
        Ok(file.setup)
    } else {
        Err(SetupFault::Damaged)
    }
}

fn fault(error: io::Error) -> SetupFault {
    if error.kind() == io::ErrorKind::NotFound {
        SetupFault::NotFound
    } else {
        SetupFault::Disk(error)
    }
}
