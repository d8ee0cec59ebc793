//! Of which setups the keyring may hold an older secret than the one that was given last.

use crate::ports::SetupFault;
use crate::setups::DataFolder;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use vincula_core::setup::SetupId;

/// Of which setups the keyring may hold an older secret than the one that was given last: one empty file each. A
/// keyring cannot be asked how old its value is, and a file can be written where a keyring refuses.
#[derive(Debug)]
pub(super) struct Outdated(PathBuf);

impl Outdated {
    pub(super) fn of(data: &DataFolder) -> Result<Self, SetupFault> {
        data.inside("outdated-secrets").map(Self)
    }

    fn mark_of(&self, id: &SetupId) -> PathBuf {
        self.0.join(id.as_str())
    }

    /// Notes it, on the disk.
    pub(super) fn mark(&self, id: &SetupId) -> io::Result<()> {
        File::create(self.mark_of(id))?.sync_all()
    }

    /// Takes the note back.
    pub(super) fn unmark(&self, id: &SetupId) -> io::Result<()> {
        match fs::remove_file(self.mark_of(id)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Whether it is noted. Where the disk does not say, it is: asking the person again is the lesser evil.
    pub(super) fn is_marked(&self, id: &SetupId) -> bool {
        self.mark_of(id).try_exists().unwrap_or(true)
    }
}
