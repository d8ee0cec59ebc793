//! Forgetting everything: setups, secrets, preferences.

use crate::log::{Event, note as note_event};
use crate::ports::{SecretFault, SecretStore, SetupFault};
use crate::setups::{DataFolder, lock};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use vincula_core::problem::ProblemKind;
use vincula_core::setup::SetupId;

/// What stays in the data folder: guides that somebody put there are not the person's data.
const KEPT: &str = "guides";
/// The length of a setup's id, with which the names of its files begin.
const ID: usize = 36;

/// What became of everything.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Of how many setups nothing is left.
    pub setups: usize,
    /// What could not be deleted.
    pub left: Vec<Left>,
}

/// Something that could not be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// The secret of this setup, and with it the setup's files, so that it can be found and tried again.
    Secret(SetupId, SecretFault),
    /// The keyring does not say what else of ours is in it.
    Unlisted(SecretFault),
    /// A file or folder.
    File(PathBuf, ProblemKind),
}

impl Left {
    /// The cause that the person is told.
    #[must_use]
    pub fn kind(&self) -> ProblemKind {
        match self {
            Self::Secret(_, fault) | Self::Unlisted(fault) => fault.kind(),
            Self::File(_, kind) => *kind,
        }
    }
}

/// Deletes every secret of ours, those without a setup included, every setup, also one whose file cannot be read, and
/// what the person chose. Goes on where something fails, and says what is left.
pub async fn forget_everything(data: &DataFolder, secrets: &dyn SecretStore) -> Forgotten {
    let mut left = Vec::new();
    let mut ids = ids_in(data.path());
    match secrets.list().await {
        Ok(listed) => ids.extend(listed),
        Err(fault) => left.push(Left::Unlisted(fault)),
    }
    let mut spared = BTreeSet::new();
    // The secrets first: a setup that is left can be deleted again, a secret without one is hard to find.
    for id in &ids {
        if let Err(fault) = secrets.delete(id).await {
            left.push(Left::Secret(id.clone(), fault));
            spared.insert(id.clone());
        }
    }
    let is_spared = |path: &Path| id_of(path).is_some_and(|id| spared.contains(&id));
    for path in inside(data.path(), &mut left) {
        if path.file_name().is_some_and(|name| name == KEPT) {
            continue;
        }
        // The folders themselves tell nothing, and the program that goes on needs them.
        if path.is_dir() && !path.is_symlink() {
            empty(&path, &is_spared, &mut left);
        } else {
            note(&path, fs::remove_file(&path), &mut left);
        }
    }
    note_event(Event::Forgotten { left: left.len() });
    Forgotten {
        setups: ids.len() - spared.len(),
        left,
    }
}

/// The setups that any file is named after, readable or not.
fn ids_in(folder: &Path) -> BTreeSet<SetupId> {
    let mut ids = BTreeSet::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        ids.extend(id_of(&entry.path()));
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) && entry.file_name() != KEPT {
            ids.extend(ids_in(&entry.path()));
        }
    }
    ids
}

fn id_of(path: &Path) -> Option<SetupId> {
    let name = path.file_name()?.to_str()?;
    SetupId::parse(name.get(..ID)?).ok()
}

/// Removes what is in a folder. Links are removed and not followed.
fn empty(folder: &Path, is_spared: &dyn Fn(&Path) -> bool, left: &mut Vec<Left>) {
    for path in inside(folder, left) {
        if is_spared(&path) {
            continue;
        }
        if path.is_dir() && !path.is_symlink() {
            let before = left.len();
            empty(&path, is_spared, left);
            // A folder in which something is left stays, and that was said.
            if left.len() == before {
                note(&path, fs::remove_dir(&path), left);
            }
        } else {
            note(&path, fs::remove_file(&path), left);
        }
    }
}

/// What is in a folder, but for locks: they tell nothing, and whoever holds one without its file holds nothing.
fn inside(folder: &Path, left: &mut Vec<Left>) -> Vec<PathBuf> {
    let is_lock = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| [lock::FOLDER, lock::WINDOW].contains(&name))
    };
    match fs::read_dir(folder) {
        Ok(entries) => entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| !is_lock(path))
            .collect(),
        Err(error) => {
            note(folder, Err(error), left);
            Vec::new()
        }
    }
}

fn note(path: &Path, removed: io::Result<()>, left: &mut Vec<Left>) {
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            left.push(Left::File(path.to_owned(), SetupFault::Disk(error).kind()));
        }
        _ => {}
    }
}
