//! What the person chose for the program as a whole.

use super::{DataFolder, atomic, private};
use crate::ports::SetupFault;
use serde::{Deserialize, Serialize};
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
    /// How the page looks and moves.
    pub look: Look,
}

/// How the page looks and moves, where the system's own settings are not what the person wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Its colours.
    pub colours: Colours,
    /// Whether things move.
    pub motion: Motion,
    /// The size of its letters.
    pub letters: Letters,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colours {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Light, with strong lines and no grey text.
    ContrastLight,
    /// Dark, with strong lines and no grey text.
    ContrastDark,
}

/// Whether things move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// As the system says.
    #[default]
    System,
    /// Nothing moves.
    Still,
}

/// The size of the letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letters {
    /// As they were drawn.
    #[default]
    Normal,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Larger,
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
        let bytes = private::read(&folder.file(FILE)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Changes them and keeps them. Nobody else does meanwhile.
    ///
    /// # Errors
    /// Where the disk refuses; what was kept before is then as it was.
    pub fn change(folder: &DataFolder, change: impl FnOnce(&mut Self)) -> Result<(), SetupFault> {
        let _held = folder.lock()?;
        let mut preferences = Self::load(folder);
        change(&mut preferences);
        let bytes =
            serde_json::to_vec_pretty(&preferences).map_err(|error| SetupFault::Disk(error.into()))?;
        atomic::write(&folder.file(FILE), &bytes).map_err(SetupFault::Disk)
    }
}
