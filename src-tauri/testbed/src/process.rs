//! A process that ends with its test.

use std::process::{Child as Process, Command};

/// A process that ends with its test.
pub struct Child(Process);

impl Child {
    /// Starts it.
    ///
    /// # Panics
    /// Where the program is not installed.
    pub fn start(command: &mut Command) -> Self {
        let process = command.spawn();
        Self(process.unwrap_or_else(|error| panic!("{}: {error}", command.get_program().display())))
    }

    /// The process itself.
    pub fn process(&mut self) -> &mut Process {
        &mut self.0
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

impl From<Process> for Child {
    fn from(process: Process) -> Self {
        Self(process)
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
