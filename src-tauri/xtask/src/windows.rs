//! What is compiled for Windows only, compiled here: a mistake in it must not wait for somebody who has Windows.

use crate::packages;
use crate::step::run_one;
use crate::workspace::{FEATURES, Workspace};
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Windows with the GNU linker: the one that other systems can build for with what they have.
const TARGET: &str = "x86_64-pc-windows-gnu";
const DEBIANS_CARGO: &str = "/usr/bin/cargo";
const DEBIANS_RUSTC: &str = "/usr/bin/rustc";

/// What compiles for Windows on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compiler {
    /// Every step does: this is Windows.
    EveryStep,
    /// The toolchain in use, once it has the target.
    Own,
    /// Debian's, which comes with the source of the standard library and builds it for the target first: nothing has
    /// to be fetched from elsewhere.
    Debians,
}

impl Compiler {
    /// The one to use.
    pub(crate) fn here(workspace: &Workspace) -> Self {
        if cfg!(windows) {
            Self::EveryStep
        } else if has_target(workspace) || !is_debian() {
            Self::Own
        } else {
            Self::Debians
        }
    }

    /// The Debian packages that it takes.
    pub(crate) fn packages(self) -> &'static [&'static str] {
        match self {
            Self::EveryStep => &[],
            Self::Own => &packages::WINDOWS,
            Self::Debians => &packages::WINDOWS_AND_RUST,
        }
    }
}

/// Gives the toolchain in use the target, where it is the one that compiles and lacks it.
pub(crate) fn set_up(workspace: &Workspace) -> Result<()> {
    if Compiler::here(workspace) != Compiler::Own || has_target(workspace) {
        return Ok(());
    }
    let mut add = Command::new("rustup");
    add.current_dir(&workspace.root).args(["target", "add", TARGET]);
    run_one("Windows target", add)
}

/// The program for Windows, checked and not linked: `None` where every other step does that.
pub(crate) fn check(workspace: &Workspace) -> Option<Command> {
    let mut check = match Compiler::here(workspace) {
        Compiler::EveryStep => return None,
        Compiler::Own => workspace.cargo("check"),
        Compiler::Debians => debians(workspace),
    };
    // A folder of its own: another compiler's work would push out what the other steps have built.
    check
        .args(["--target", TARGET, "--target-dir"])
        .arg(workspace.target.join("windows"))
        .args([
            "--package",
            "vincula-desktop",
            "--package",
            "vincula",
            "--lib",
            "--bins",
        ])
        .args(FEATURES);
    Some(check)
}

/// Building the standard library and denying warnings of our own alone are not stable in Cargo; Debian's compiler and
/// source are of one version.
fn debians(workspace: &Workspace) -> Command {
    let mut check = Command::new(DEBIANS_CARGO);
    check
        .current_dir(&workspace.root)
        .args(["check", "-Z", "build-std=std,panic_abort", "-Z", "warnings"])
        .env("CARGO_BUILD_WARNINGS", "deny")
        .env("RUSTC", DEBIANS_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1");
    // What the Cargo that started us has set for its own compiler.
    for name in ["CARGO", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"] {
        check.env_remove(name);
    }
    check
}

fn has_target(workspace: &Workspace) -> bool {
    let ask = Command::new("rustc")
        .current_dir(&workspace.root)
        .args(["--print", "target-libdir", "--target", TARGET])
        .stderr(Stdio::null())
        .output();
    ask.is_ok_and(|answer| {
        answer.status.success() && Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_dir()
    })
}

/// Ubuntu, too, has `dpkg`, but no Rust that is new enough.
fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|release| names_debian(&release))
}

fn names_debian(release: &str) -> bool {
    release.lines().any(|line| line == "ID=debian")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_debian_itself_is_debian() {
        assert!(names_debian(
            "PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\nVERSION_ID=\"12\"\n"
        ));
        assert!(!names_debian("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
        assert!(!names_debian(""));
    }
}
