//! Independent programs that a test holds ours against. They stand in `tests/counterparts`, and `cargo xtask setup`
//! installs what they are made of.

use crate::Child;
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// The longest that a counterpart may think about one line.
const PATIENCE: Duration = Duration::from_secs(30);

/// An OAuth client that is not ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndependentClient {
    /// Microsoft's own library for Python.
    Msal,
    /// `openid-client`, a certified relying party for JavaScript.
    OpenidClient,
}

/// A program of `tests/counterparts` that runs: one line of JSON there, one back. It ends with its test.
pub struct Counterpart {
    child: Child,
    name: &'static str,
    said: Receiver<String>,
}

impl Counterpart {
    /// `oidc-provider`, a certified OpenID provider, at Entra's addresses.
    ///
    /// # Panics
    /// Where Node.js is not installed.
    #[must_use]
    pub fn certified_provider() -> Self {
        Self::start(Command::new("node"), "certified-provider.js")
    }

    /// Python's own IMAP and SMTP clients.
    ///
    /// # Panics
    /// Where the counterparts' Python is not installed.
    #[must_use]
    pub fn mail_client() -> Self {
        Self::start(Command::new(python()), "mail_client.py")
    }

    /// A client that trusts the certificate authority in this file (PEM), and no server else that it meets here.
    ///
    /// # Panics
    /// Where what runs it is not installed.
    #[must_use]
    pub fn client(which: IndependentClient, authority: &Path) -> Self {
        match which {
            IndependentClient::Msal => {
                let mut command = Command::new(python());
                command.env("REQUESTS_CA_BUNDLE", authority);
                Self::start(command, "msal_client.py")
            }
            IndependentClient::OpenidClient => {
                let mut command = Command::new("node");
                command.env("NODE_EXTRA_CA_CERTS", authority);
                Self::start(command, "openid-client.js")
            }
        }
    }

    /// `ical.js`, the reader of Thunderbird's calendar.
    ///
    /// # Panics
    /// Where Node.js is not installed.
    #[must_use]
    pub fn calendar() -> Self {
        Self::start(Command::new("node"), "calendar.js")
    }

    /// `prometheus_client`, Prometheus' own library for Python, as a reader of metrics.
    ///
    /// # Panics
    /// Where Python is not installed.
    #[must_use]
    pub fn metrics_reader() -> Self {
        Self::start(Command::new(python()), "metrics_reader.py")
    }

    pub(crate) fn start(mut command: Command, name: &'static str) -> Self {
        command
            .arg(folder().join(name))
            // A proxy of whoever runs the tests is not asked about this machine.
            .env("NO_PROXY", "localhost,127.0.0.1")
            .env("no_proxy", "localhost,127.0.0.1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = Child::start(&mut command);
        let output = child.process().stdout.take().expect("its output is piped");
        let (tell, said) = channel();
        // Ends with the program: its output ends then.
        thread::spawn(move || {
            BufReader::new(output)
                .lines()
                .map_while(Result::ok)
                .all(|line| tell.send(line).is_ok())
        });
        Self { child, name, said }
    }

    /// Says one line and waits for the one that comes back. It blocks: what the counterpart talks to must run
    /// elsewhere.
    ///
    /// # Panics
    /// Where the program has ended, stays silent for half a minute or says something else than JSON.
    pub fn ask(&mut self, line: &Value) -> Value {
        let name = self.name;
        let input = self.child.process().stdin.as_mut().expect("its input is piped");
        // Where it has ended already, the answer that does not come tells so.
        let _ = writeln!(input, "{line}").and_then(|()| input.flush());
        let said = self.said.recv_timeout(PATIENCE).unwrap_or_else(|error| {
            panic!(
                "{name} gave no answer ({error}); its reason may stand above. `cargo xtask setup` installs it"
            )
        });
        serde_json::from_str(&said).unwrap_or_else(|error| panic!("{name}: {error}: {said}"))
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/counterparts")
}

/// The Python that has the counterparts' packages and nothing else.
fn python() -> PathBuf {
    let place = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    folder().join(".venv").join(place)
}
