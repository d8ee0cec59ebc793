//! Where the project stands on this machine, and Cargo as the project calls it.

use anyhow::{Context as _, Result, ensure};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The features of every build: one set for all commands, so that nothing is compiled twice.
pub(crate) const FEATURES: [&str; 2] = ["--features", "custom-protocol"];

/// The project's folders.
#[derive(Debug)]
pub(crate) struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// The folder that Cargo builds into.
    pub(crate) target: PathBuf,
}

/// Which of Cargo's two folders a program is built into.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Profile {
    /// Quick to build.
    Debug,
    /// What people get.
    Release,
}

impl Workspace {
    /// Asks Cargo where the project is.
    pub(crate) fn find() -> Result<Self> {
        let mut ask = cargo_anywhere();
        ask.args(["metadata", "--format-version", "1", "--no-deps"]);
        let answer = ask.output().context("cargo cannot be started")?;
        ensure!(
            answer.status.success(),
            "cargo metadata failed:\n{}",
            String::from_utf8_lossy(&answer.stderr)
        );
        let metadata: serde_json::Value = serde_json::from_slice(&answer.stdout)?;
        let folder = |name: &str| {
            metadata[name]
                .as_str()
                .map(PathBuf::from)
                .with_context(|| format!("cargo metadata tells no {name}"))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
        })
    }

    /// Cargo, in the project's root. `line` is what stands behind `cargo`, without quotes.
    pub(crate) fn cargo(&self, line: &str) -> Command {
        let mut command = cargo_anywhere();
        command.current_dir(&self.root).args(line.split(' '));
        command
    }

    /// Where Cargo lays a program of ours.
    pub(crate) fn program(&self, profile: Profile, name: &str) -> PathBuf {
        let folder = match profile {
            Profile::Debug => "debug",
            Profile::Release => "release",
        };
        self.target
            .join(folder)
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}

/// The Cargo that started us, without the traces that it leaves in our environment: a build started from here
/// must be the same build as one started by hand.
fn cargo_anywhere() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        if name
            .to_str()
            .is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
        {
            command.env_remove(name);
        }
    }
    command
}
