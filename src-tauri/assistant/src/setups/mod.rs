//! Setups and preferences on the disk.

mod aside;
mod atomic;
mod folder;
pub(crate) mod lock;
mod preferences;
mod private;
mod setup_folder;
mod window_lock;

pub use folder::DataFolder;
pub use preferences::{Colours, Letters, Look, Motion, Preferences, Side};
pub use setup_folder::SetupFolder;
pub use window_lock::WindowLock;
