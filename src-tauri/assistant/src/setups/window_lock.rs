//! One window at a time, where the system has no other way to tell.

use super::DataFolder;
use super::lock::{self, Lock};
use crate::ports::SetupFault;
use std::time::Duration;

/// Held by the window for its life. Where there is a session bus, a second start finds the first one there and brings
/// it forward; where there is none, it finds this.
#[derive(Debug)]
pub struct WindowLock {
    _held: Lock,
}

impl WindowLock {
    /// Takes it. Never waits.
    ///
    /// # Errors
    /// [`SetupFault::Busy`] where another window has it.
    pub fn take(data: &DataFolder) -> Result<Self, SetupFault> {
        let held = Lock::take(&data.file(lock::WINDOW), Duration::ZERO)?;
        Ok(Self { _held: held })
    }
}
