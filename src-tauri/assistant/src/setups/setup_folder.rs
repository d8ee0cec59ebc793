//! One file a setup, the one before beside it, and what is done where a file is damaged.
//!
//! 1. A file is replaced and never changed: whoever reads sees a whole one, however a writer ends.
//! 2. What was kept before stays beside it (`<setup>.previous.json`). Only a file that is as it was written gets there.
//! 3. Whoever changes a setup reads and writes it under one lock, so that two programs lose nothing.
//! 4. A damaged file is moved aside, not deleted; the one before takes its place; and the person is told.
//! 5. The file of a newer version is read as far as it can be, and nothing else happens to it.

use super::aside::{Aside, Kept};
use super::lock::{self, Lock, PATIENCE};
use super::{DataFolder, atomic, private};
use crate::ports::{Ending, Mishap, SetupFault, SetupIds, SetupStore, Survey};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use vincula_core::setup::{self, Contents, Newer, Setup, SetupFile, SetupId};

/// One file a setup, in the data folder.
#[derive(Clone, Debug)]
pub struct SetupFolder {
    folder: PathBuf,
    aside: Aside,
    patience: Duration,
}

/// What stands at the place of a file.
enum Found {
    Setup(Box<Setup>),
    Newer(Newer),
    Damaged,
    Nothing,
}

impl SetupFolder {
    /// The setups of this data folder.
    ///
    /// # Errors
    /// Where the folder cannot be made, or is a link or somebody else's.
    pub fn of(data: &DataFolder) -> Result<Self, SetupFault> {
        let folder = data.inside("setups")?;
        Ok(Self {
            aside: Aside::of(&folder),
            folder,
            patience: PATIENCE,
        })
    }

    /// The same, for a caller who waits no longer than this for others' changes.
    #[cfg(test)]
    pub(crate) fn patient_for(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    fn current(&self, id: &SetupId) -> PathBuf {
        self.folder.join(format!("{id}.json"))
    }

    fn previous(&self, id: &SetupId) -> PathBuf {
        self.folder.join(format!("{id}.previous.json"))
    }

    fn lock(&self) -> Result<Lock, SetupFault> {
        Lock::take(&self.folder.join(lock::FOLDER), self.patience)
    }

    /// Reads a setup without the lock. A file that is not as it should be is seen to under the lock.
    fn read(&self, id: &SetupId) -> Result<Found, SetupFault> {
        match look(&self.current(id), id)? {
            Found::Damaged => {
                let lock = self.lock()?;
                self.read_to_change(id, &lock)
            }
            Found::Nothing if self.previous(id).symlink_metadata().is_ok() => {
                let lock = self.lock()?;
                self.read_to_change(id, &lock)
            }
            Found::Nothing if !self.aside.of_setup(id)?.is_empty() => Ok(Found::Damaged),
            found => Ok(found),
        }
    }

    /// Reads a setup under the lock, and puts the one before in the place of a file that is damaged or gone.
    fn read_to_change(&self, id: &SetupId, _held: &Lock) -> Result<Found, SetupFault> {
        let (current, previous) = (self.current(id), self.previous(id));
        let is_damaged = match look(&current, id)? {
            Found::Damaged => true,
            Found::Nothing => false,
            found => return Ok(found),
        };
        let before = look(&previous, id)?;
        if is_damaged {
            self.aside.take(id, &current)?;
        }
        match before {
            Found::Setup(_) | Found::Newer(_) => {
                // A program that was ended between moving aside and restoring has told it already.
                if !is_damaged && !self.aside.of_setup(id)?.iter().any(|kept| kept.is_untold) {
                    self.aside.note_gone(id)?;
                }
                let bytes = private::read(&previous)?;
                atomic::write(&current, &bytes).map_err(SetupFault::Disk)?;
                Ok(before)
            }
            Found::Damaged => {
                self.aside.take(id, &previous)?;
                Ok(Found::Damaged)
            }
            Found::Nothing if is_damaged || !self.aside.of_setup(id)?.is_empty() => Ok(Found::Damaged),
            Found::Nothing => Ok(Found::Nothing),
        }
    }

    /// Keeps a setup once more; what was kept until now stays beside it.
    fn write(&self, setup: &Setup, _held: &Lock) -> Result<Setup, SetupFault> {
        let mut setup = setup.clone();
        setup.revision = setup.revision.next();
        let bytes = SetupFile::of(&setup)?.to_bytes()?;
        let (current, previous) = (self.current(&setup.id), self.previous(&setup.id));
        atomic::write_after(&current, &bytes, || atomic::keep_as(&current, &previous))
            .map_err(SetupFault::Disk)?;
        Ok(setup)
    }

    /// The id in the name of a setup's file, or of the one before where that is all there is; `None` for other files.
    fn id_of(&self, name: &OsStr) -> Option<SetupId> {
        let stem = name.to_str()?.strip_suffix(".json")?;
        match stem.strip_suffix(".previous") {
            None => SetupId::parse(stem).ok(),
            Some(stem) => {
                let id = SetupId::parse(stem).ok()?;
                self.current(&id).symlink_metadata().is_err().then_some(id)
            }
        }
    }
}

impl SetupStore for SetupFolder {
    fn list(&self) -> Result<Vec<Setup>, SetupFault> {
        Ok(self.survey()?.setups)
    }

    fn survey(&self) -> Result<Survey, SetupFault> {
        let mut survey = Survey::default();
        for id in self.ids()?.collect::<Result<BTreeSet<_>, _>>()? {
            // One damaged file must not hide the others.
            match self.read(&id) {
                Ok(Found::Setup(setup)) => survey.setups.push(*setup),
                Ok(Found::Newer(newer)) => survey.newer.push((id, newer)),
                // Told with the mishaps; or deleted since the folder was read.
                Ok(Found::Damaged | Found::Nothing) => {}
                Err(fault) => survey.unread.push((id, fault)),
            }
        }
        let untold = self.aside.list()?.into_iter().filter(|kept| kept.is_untold);
        survey.mishaps = untold.map(|kept| mishap(kept, &survey)).collect();
        survey
            .setups
            .sort_by_key(|setup| std::cmp::Reverse(setup.updated_at));
        Ok(survey)
    }

    fn mishaps_known(&self, known: &[Mishap]) -> Result<(), SetupFault> {
        let _held = self.lock()?;
        known.iter().try_for_each(|mishap| self.aside.told(&mishap.aside))
    }

    fn ids(&self) -> Result<SetupIds<'_>, SetupFault> {
        let entries = fs::read_dir(&self.folder).map_err(SetupFault::Disk)?;
        let ids = entries.filter_map(|entry| match entry {
            Ok(entry) => self.id_of(&entry.file_name()).map(Ok),
            Err(error) => Some(Err(SetupFault::Disk(error))),
        });
        Ok(Box::new(ids))
    }

    fn load(&self, id: &SetupId) -> Result<Setup, SetupFault> {
        whole(self.read(id)?)
    }

    fn save(&self, setup: &Setup) -> Result<Setup, SetupFault> {
        let held = self.lock()?;
        let is_new = setup.revision.number() == 0;
        match self.read_to_change(&setup.id, &held)? {
            Found::Setup(kept) if kept.revision.number() != setup.revision.number() => Err(SetupFault::Stale),
            Found::Nothing if !is_new => Err(SetupFault::NotFound),
            Found::Setup(_) | Found::Nothing => self.write(setup, &held),
            Found::Newer(_) => Err(SetupFault::TooNew),
            Found::Damaged => Err(SetupFault::Damaged),
        }
    }

    fn update(&self, id: &SetupId, change: &mut dyn FnMut(&mut Setup)) -> Result<Setup, SetupFault> {
        let held = self.lock()?;
        let before = whole(self.read_to_change(id, &held)?)?;
        let mut setup = before.clone();
        change(&mut setup);
        if setup == before {
            return Ok(before);
        }
        self.write(&setup, &held)
    }

    fn delete(&self, id: &SetupId) -> Result<(), SetupFault> {
        let _held = self.lock()?;
        let (current, previous) = (self.current(id), self.previous(id));
        match look(&current, id)? {
            Found::Newer(_) => return Err(SetupFault::TooNew),
            Found::Nothing if previous.symlink_metadata().is_err() && self.aside.of_setup(id)?.is_empty() => {
                return Err(SetupFault::NotFound);
            }
            _ => {}
        }
        self.aside.remove(id)?;
        // In this order: a setup without the one before it is whole, the one before would be put in its place.
        [&previous, &current]
            .into_iter()
            .try_for_each(|path| atomic::remove(path))
            .and_then(|()| atomic::sync_folder(&current))
            .map_err(SetupFault::Disk)
    }
}

fn look(path: &Path, id: &SetupId) -> Result<Found, SetupFault> {
    let bytes = match private::read(path) {
        Ok(bytes) => bytes,
        Err(SetupFault::NotFound) => return Ok(Found::Nothing),
        Err(fault) => return Err(fault),
    };
    Ok(match setup::read(&bytes, id) {
        Ok(Contents::Setup(setup)) => Found::Setup(setup),
        Ok(Contents::Newer(newer)) => Found::Newer(newer),
        Err(_) => Found::Damaged,
    })
}

fn whole(found: Found) -> Result<Setup, SetupFault> {
    match found {
        Found::Setup(setup) => Ok(*setup),
        Found::Newer(_) => Err(SetupFault::TooNew),
        Found::Damaged => Err(SetupFault::Damaged),
        Found::Nothing => Err(SetupFault::NotFound),
    }
}

fn mishap(kept: Kept, survey: &Survey) -> Mishap {
    let restored = survey.setups.iter().find(|setup| setup.id == kept.id);
    let newer = survey.newer.iter().find(|(id, _)| *id == kept.id);
    let (ending, known) = match (restored, newer) {
        (Some(setup), _) => (Ending::Restored, Some(Box::new(setup.clone()))),
        (None, Some((_, newer))) => (Ending::Restored, newer.known.clone()),
        (None, None) => {
            let bytes = private::read(&kept.path).unwrap_or_default();
            (Ending::Lost, setup::glimpse(&bytes, &kept.id).map(Box::new))
        }
    };
    Mishap {
        id: kept.id,
        ending,
        known,
        aside: kept.path,
    }
}
