//! What the person chose for the program as a whole.

use super::{DataFolder, atomic};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use vincula_core::text::Language;

const FILE: &str = "preferences.json";

/// What the person chose for the program as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The language; the system's where none was chosen.
    pub language: Option<Language>,
    /// The side of the screen at which the narrow window stands.
    pub side: Side,
}

/// A side of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    #[default]
    Right,
}

impl Side {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl Preferences {
    /// The preferences kept before. Preferences that cannot be read are none: they are not worth stopping for.
    #[must_use]
    pub fn load(folder: &DataFolder) -> Self {
        let bytes = fs::read(folder.file(FILE)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Keeps them.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn save(&self, folder: &DataFolder) -> io::Result<()> {
        atomic::write(&folder.file(FILE), &serde_json::to_vec_pretty(self)?)
    }
}
