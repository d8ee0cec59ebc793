//! A display of its own.

use crate::Child;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

/// An X display that nobody sees.
pub struct Display {
    name: String,
    // In this order: the window manager leaves the display before it ends.
    _manager: Child,
    _server: Child,
}

impl Display {
    /// A display of this size, in pixels.
    ///
    /// # Panics
    /// Where Xvfb cannot be started.
    #[must_use]
    pub fn of_size(width: u32, height: u32) -> Self {
        let mut server = Child::start(
            Command::new("Xvfb")
                // It chooses a free number itself, and tells it once it listens.
                .args([
                    "-displayfd",
                    "1",
                    "-nolisten",
                    "tcp",
                    "-screen",
                    "0",
                    &format!("{width}x{height}x24"),
                ])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let output = server.process().stdout.take().expect("the server has an output");
        let mut number = String::new();
        BufReader::new(output)
            .read_line(&mut number)
            .expect("the server tells its number");
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        let name = format!(":{}", number.trim());
        // Without one nobody could close a window or come back to it.
        let manager = Child::start(
            Command::new("openbox")
                .env("DISPLAY", &name)
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        Self {
            name,
            _manager: manager,
            _server: server,
        }
    }

    /// The value of `DISPLAY`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}
