//! Everything that goes over a session's bus, in a file of the session's home folder.

use crate::{Child, Session};
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

/// How long the watcher may take to hear something.
const PATIENCE: Duration = Duration::from_secs(20);

/// Writes down everything that goes over a session's bus, until it is dropped.
pub struct BusWatch {
    file: PathBuf,
    _monitor: Child,
}

impl BusWatch {
    /// Begins to watch.
    ///
    /// # Panics
    /// Where the watcher does not hear what is said.
    #[must_use]
    pub fn over(session: &Session) -> Self {
        let file = session.home().join("run/traffic");
        let output = File::create(&file).expect("a file can be made");
        let monitor = Child::start(
            session
                .run("dbus-monitor")
                .args(["--session", "--pcap"])
                .stdout(output)
                .stderr(Stdio::null()),
        );
        let watch = Self {
            file,
            _monitor: monitor,
        };
        watch.hear(session, "the-watcher-listens");
        watch
    }

    /// Waits until everything that was said before is written down.
    ///
    /// # Panics
    /// Where the watcher has stopped.
    pub fn catch_up(&self, session: &Session) {
        self.hear(session, "the-watcher-has-caught-up");
    }

    /// Says a word on the bus until it is written down.
    fn hear(&self, session: &Session, word: &str) {
        let began = Instant::now();
        loop {
            let _nobody_answers = session
                .run("dbus-send")
                .args([
                    "--session",
                    "--dest=org.freedesktop.DBus",
                    "/",
                    "org.example.Word.Say",
                ])
                .arg(format!("string:{word}"))
                .output();
            let written = fs::read(&self.file).unwrap_or_default();
            if written.windows(word.len()).any(|part| part == word.as_bytes()) {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "the watcher does not hear");
            thread::sleep(Duration::from_millis(50));
        }
    }
}
