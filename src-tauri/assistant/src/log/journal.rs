//! The file: one event a line, as JSON, and an older file of the same size.

use super::{Event, LogLevel};
use crate::setups::DataFolder;
use jiff::Timestamp;
use serde::Serialize;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Both files together are twice this, in bytes: weeks of use, and small enough to be sent by mail.
const LARGEST: u64 = 256 * 1024;

/// The log of one user, in the folder `logs` of their data folder. The file is opened for each event: there are few,
/// and so it can be deleted and turned over while the program runs.
#[derive(Debug)]
pub struct Journal {
    level: LogLevel,
    folder: PathBuf,
    turn: Mutex<()>,
}

#[derive(Serialize)]
struct Line {
    at: Timestamp,
    #[serde(flatten)]
    event: Event,
}

impl Journal {
    /// The log in this data folder. Nothing is made before there is something to write.
    #[must_use]
    pub fn of(data: &DataFolder, level: LogLevel) -> Self {
        Self {
            level,
            folder: data.path().join("logs"),
            turn: Mutex::new(()),
        }
    }

    /// Writes an event, unless the level leaves it out.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(&self, event: Event) -> io::Result<()> {
        if self.level < event.level() {
            return Ok(());
        }
        let line = Line {
            at: Timestamp::now(),
            event,
        };
        let mut line = serde_json::to_vec(&line)?;
        line.push(b'\n');
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        fs::create_dir_all(&self.folder)?;
        let file = self.folder.join("vincula.log");
        let length = fs::metadata(&file).map_or(0, |file| file.len());
        if length + line.len() as u64 > LARGEST {
            fs::rename(&file, self.folder.join("vincula.1.log"))?;
        }
        // In one piece, so that two programs of the same user do not write into each other's lines.
        OpenOptions::new()
            .create(true)
            .append(true)
            .open(&file)?
            .write_all(&line)
    }
}
