//! How the page looks and moves: what the person chose over what the system says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the page looks and moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct LookView {
    /// Its colours.
    pub colours: ColoursView,
    /// Whether things move.
    pub motion: MotionView,
    /// The size of its letters.
    pub letters: LettersView,
}

/// The colours of the page (`look-colours-<name>`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ColoursView {
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

/// Whether things move (`look-motion-<name>`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum MotionView {
    /// As the system says.
    #[default]
    System,
    /// Nothing moves.
    Still,
}

/// The size of the letters (`look-letters-<name>`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum LettersView {
    /// As they were drawn.
    #[default]
    Normal,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Larger,
}
