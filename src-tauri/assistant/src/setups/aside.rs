//! Damaged files, kept aside: to be looked at by whoever can, and to be told of until the person knows.
//!
//! The file's name says it all, so that nothing has to be kept about it elsewhere: `<setup>.<number>.untold`, and
//! `.told` once the person has said that they know.

use super::{atomic, private};
use crate::ports::SetupFault;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use vincula_core::setup::SetupId;

/// So many are kept of each setup; then the oldest goes.
const MOST: usize = 5;
const UNTOLD: &str = "untold";
const TOLD: &str = "told";

/// The folder of damaged files.
#[derive(Clone, Debug)]
pub(super) struct Aside(PathBuf);

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kept {
    pub(super) id: SetupId,
    number: u32,
    pub(super) is_untold: bool,
    pub(super) path: PathBuf,
}

impl Aside {
    /// Below the folder of the setups; made when it is needed.
    pub(super) fn of(setups: &Path) -> Self {
        Self(setups.join("damaged"))
    }

    /// What is kept, by setup, the oldest first.
    pub(super) fn list(&self) -> Result<Vec<Kept>, SetupFault> {
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(SetupFault::Disk(error)),
        };
        let mut kept = Vec::new();
        for entry in entries {
            kept.extend(named(entry.map_err(SetupFault::Disk)?.path()));
        }
        kept.sort();
        Ok(kept)
    }

    /// What is kept of one setup, the oldest first.
    pub(super) fn of_setup(&self, id: &SetupId) -> Result<Vec<Kept>, SetupFault> {
        let mut kept = self.list()?;
        kept.retain(|kept| kept.id == *id);
        Ok(kept)
    }

    /// Moves a damaged file here.
    pub(super) fn take(&self, id: &SetupId, path: &Path) -> Result<(), SetupFault> {
        let place = self.room_for(id)?;
        fs::rename(path, &place).map_err(SetupFault::Disk)?;
        self.sync(path)
    }

    /// Notes that the file of a setup is gone. Nothing can be kept of it but the fact.
    pub(super) fn note_gone(&self, id: &SetupId) -> Result<(), SetupFault> {
        let place = self.room_for(id)?;
        File::create_new(&place).map_err(SetupFault::Disk)?;
        self.sync(&place)
    }

    /// The person knows of this one.
    pub(super) fn told(&self, path: &Path) -> Result<(), SetupFault> {
        match fs::rename(path, path.with_extension(TOLD)) {
            // Another program has told it, or the setup was deleted.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(SetupFault::Disk(error)),
            Ok(()) => self.sync(path),
        }
    }

    /// Removes what is kept of a setup.
    pub(super) fn remove(&self, id: &SetupId) -> Result<(), SetupFault> {
        for kept in self.of_setup(id)? {
            atomic::remove(&kept.path).map_err(SetupFault::Disk)?;
        }
        Ok(())
    }

    fn room_for(&self, id: &SetupId) -> Result<PathBuf, SetupFault> {
        private::folder(&self.0)?;
        let kept = self.of_setup(id)?;
        let number = kept.last().map_or(1, |last| last.number.saturating_add(1));
        for oldest in kept.iter().rev().skip(MOST - 1) {
            atomic::remove(&oldest.path).map_err(SetupFault::Disk)?;
        }
        Ok(self.0.join(format!("{id}.{number}.{UNTOLD}")))
    }

    fn sync(&self, from: &Path) -> Result<(), SetupFault> {
        atomic::sync_folder(&self.0.join(UNTOLD))
            .and_then(|()| atomic::sync_folder(from))
            .map_err(SetupFault::Disk)
    }
}

/// Reads a name; files of others have none of ours.
fn named(path: PathBuf) -> Option<Kept> {
    let (id, rest) = path.file_name()?.to_str()?.split_once('.')?;
    let (number, state) = rest.split_once('.')?;
    let is_untold = match state {
        UNTOLD => true,
        TOLD => false,
        _ => return None,
    };
    Some(Kept {
        id: SetupId::parse(id).ok()?,
        number: number.parse().ok()?,
        is_untold,
        path,
    })
}
