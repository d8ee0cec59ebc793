//! A user's session: a home folder of their own, a session bus, and a keyring on it.

use crate::Child;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long the bus and the keyring may take to come up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A user's session. Programs started through [`Session::run`] see this home folder and this bus only.
pub struct Session {
    home: TempDir,
    bus: Option<Bus>,
}

struct Bus {
    address: String,
    // In this order: the keyring leaves the bus before the bus ends.
    keyring: Option<Child>,
    _daemon: Child,
}

/// A bus that starts nothing by itself: a name that nobody owns is a name that nobody owns.
const BARE_BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

impl Session {
    /// A session with an unlocked keyring.
    ///
    /// # Panics
    /// Where the bus or the keyring cannot be started.
    #[must_use]
    pub fn with_keyring() -> Self {
        let home = home();
        let (daemon, address) = bus(home.path(), &["--session"]);
        let keyring = keyring(home.path(), &address);
        Self {
            home,
            bus: Some(Bus {
                address,
                keyring: Some(keyring),
                _daemon: daemon,
            }),
        }
    }

    /// A session with a bus and nothing on it, which a test may furnish.
    ///
    /// # Panics
    /// Where the bus cannot be started.
    #[must_use]
    pub fn with_bare_bus() -> Self {
        let home = home();
        let file = home.path().join("run/bus.conf");
        std::fs::write(&file, BARE_BUS).expect("a file can be written");
        let (daemon, address) = bus(home.path(), &["--config-file", &file.to_string_lossy()]);
        Self {
            home,
            bus: Some(Bus {
                address,
                keyring: None,
                _daemon: daemon,
            }),
        }
    }

    /// The address of the bus.
    #[must_use]
    pub fn bus_address(&self) -> &str {
        // An address of nothing, rather than none: without the variable a program looks for the real user's bus.
        self.bus
            .as_ref()
            .map_or("unix:path=/nonexistent/bus", |bus| bus.address.as_str())
    }

    /// Ends the keyring's process, as if it had crashed.
    pub fn kill_keyring(&mut self) {
        if let Some(bus) = &mut self.bus {
            bus.keyring = None;
        }
    }

    /// Starts the keyring again, on the same files.
    ///
    /// # Panics
    /// Where it does not come up.
    pub fn start_keyring(&mut self) {
        self.kill_keyring();
        self.end_what_the_bus_started();
        if let Some(bus) = &mut self.bus {
            bus.keyring = Some(keyring(self.home.path(), &bus.address));
        }
    }

    /// The bus starts a keyring by itself where somebody asks for one. That one is locked and holds the name: it is
    /// ended, and waited for until the bus knows it no more.
    fn end_what_the_bus_started(&self) {
        let began = Instant::now();
        loop {
            let started = self.processes(&["gnome-keyring-daemon"]);
            if started.is_empty() && !is_owned(self.bus_address()) {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "the keyring does not end");
            for process in started {
                let mut end = Command::new("kill");
                // It may have ended meanwhile.
                let _ = end
                    .args(["-KILL", &process.to_string()])
                    .stderr(Stdio::null())
                    .status();
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// A session without a bus, and so without a keyring, as on a server.
    #[must_use]
    pub fn without_keyring() -> Self {
        Self {
            home: home(),
            bus: None,
        }
    }

    /// The home folder.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The files of Vincula's setups, without those of the time before.
    ///
    /// # Panics
    /// Where their folder cannot be read.
    #[must_use]
    pub fn setups(&self) -> Vec<PathBuf> {
        let folder = self.home().join("data/vincula/setups");
        let files = std::fs::read_dir(folder)
            .expect("the folder can be read")
            .flatten();
        let is_setup = |path: &PathBuf| {
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            name.strip_suffix(".json")
                .is_some_and(|id| !id.ends_with(".previous"))
        };
        files.map(|file| file.path()).filter(is_setup).collect()
    }

    /// Whether a program of this name runs in this session.
    #[must_use]
    pub fn runs(&self, program: &str) -> bool {
        !self.processes(&[program]).is_empty()
    }

    /// How many threads the programs of this name have in this session.
    #[must_use]
    pub fn threads(&self, program: &str) -> usize {
        let threads =
            |process: &u32| std::fs::read_dir(format!("/proc/{process}/task")).map_or(0, Iterator::count);
        self.processes(&[program]).iter().map(threads).sum()
    }

    /// The processes of this session that run a program of one of these names.
    #[must_use]
    pub fn processes(&self, programs: &[&str]) -> Vec<u32> {
        let home = self.home().as_os_str().as_encoded_bytes();
        let holds = |bytes: &[u8]| bytes.windows(home.len()).any(|window| window == home);
        let is_ours = |process: &u32| {
            let read = |part: &str| std::fs::read(format!("/proc/{process}/{part}")).unwrap_or_default();
            let arguments = read("cmdline");
            let first = arguments.split(|byte| *byte == 0).next().unwrap_or_default();
            programs.iter().any(|program| first.ends_with(program.as_bytes())) && holds(&read("environ"))
        };
        std::fs::read_dir("/proc")
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter(is_ours)
            .collect()
    }

    /// A command of this session. Of the surroundings of the test it sees only where programs are.
    #[must_use]
    pub fn run(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.env_clear();
        for kept in ["PATH", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"] {
            if let Some(value) = std::env::var_os(kept) {
                command.env(kept, value);
            }
        }
        for (name, value) in user(self.home()) {
            command.env(name, value);
        }
        command
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus_address())
            .env("LANG", "es_ES.UTF-8");
        command
    }
}

/// Starts a bus, and gives its address. What it starts by itself lives in this home folder too.
fn bus(home: &Path, arguments: &[&str]) -> (Child, String) {
    let mut daemon = Child::start(
        Command::new("dbus-daemon")
            .args(arguments)
            .args(["--nofork", "--nopidfile", "--print-address=1"])
            .envs(user(home))
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    );
    let mut address = String::new();
    let output = daemon.process().stdout.take().expect("the bus has an output");
    BufReader::new(output)
        .read_line(&mut address)
        .expect("the bus tells its address");
    (daemon, address.trim().to_owned())
}

fn home() -> TempDir {
    let home = tempfile::Builder::new()
        .prefix("vincula-home-")
        .tempdir()
        .expect("a folder can be made");
    std::fs::create_dir_all(home.path().join("run")).expect("a folder can be made");
    home
}

fn user(home: &Path) -> [(&'static str, std::path::PathBuf); 5] {
    [
        ("HOME", home.to_owned()),
        ("XDG_DATA_HOME", home.join("data")),
        ("XDG_CONFIG_HOME", home.join("config")),
        ("XDG_CACHE_HOME", home.join("cache")),
        ("XDG_RUNTIME_DIR", home.join("run")),
    ]
}

fn keyring(home: &Path, address: &str) -> Child {
    let mut keyring = Child::start(
        Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            .envs(user(home))
            .env("DBUS_SESSION_BUS_ADDRESS", address)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
    );
    // The password comes without a line break and ends with the input.
    keyring
        .process()
        .stdin
        .take()
        .expect("the keyring has an input")
        .write_all(b"test")
        .expect("it reads it");
    let began = Instant::now();
    while !is_up(address) {
        assert!(began.elapsed() < PATIENCE, "the keyring did not come up");
        thread::sleep(Duration::from_millis(50));
    }
    keyring
}

/// Whether the Secret Service answers with its default collection: owning the name comes before that. The name is
/// asked for first, because a call to a name that nobody owns makes the bus start a second, locked keyring.
fn is_up(address: &str) -> bool {
    is_owned(address)
        && ask(
            address,
            "org.freedesktop.secrets",
            "org.freedesktop.Secret.Service.ReadAlias",
            "default",
        )
        .contains("/collection/")
}

/// Whether anybody is the Secret Service.
fn is_owned(address: &str) -> bool {
    let owned = ask(
        address,
        "org.freedesktop.DBus",
        "org.freedesktop.DBus.NameHasOwner",
        "org.freedesktop.secrets",
    );
    owned.contains("boolean true")
}

fn ask(address: &str, name: &str, method: &str, argument: &str) -> String {
    let path = if name.ends_with("DBus") {
        "/org/freedesktop/DBus"
    } else {
        "/org/freedesktop/secrets"
    };
    let answer = Command::new("dbus-send")
        .args([
            &format!("--bus={address}"),
            "--print-reply",
            &format!("--dest={name}"),
            path,
            method,
        ])
        .arg(format!("string:{argument}"))
        .output();
    answer
        .map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned())
        .unwrap_or_default()
}
