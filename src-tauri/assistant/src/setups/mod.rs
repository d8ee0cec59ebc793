//! Setups and preferences on the disk.

mod atomic;
mod folder;
mod preferences;
mod setup_folder;

pub use folder::DataFolder;
pub use preferences::{Colours, Letters, Look, Motion, Preferences, Side};
pub use setup_folder::SetupFolder;
