//! What is compiled for Windows only, compiled here: a mistake in it must not wait for somebody who has Windows.

use crate::workspace::{FEATURES, Workspace};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};

/// Windows with the GNU linker: the one that other systems can build for with what they have.
const TARGET: &str = "x86_64-pc-windows-gnu";
const DEBIANS_CARGO: &str = "/usr/bin/cargo";
const DEBIANS_RUSTC: &str = "/usr/bin/rustc";

/// What can compile for Windows on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compiler {
    /// Every step does: this is Windows.
    Any,
    /// The toolchain in use, to which somebody has added the target.
    Own,
    /// Debian's, which comes with the source of the standard library and builds it for the target first.
    Debians,
}

impl Compiler {
    /// The one to use.
    pub(crate) fn here(workspace: &Workspace) -> Self {
        if cfg!(windows) {
            Self::Any
        } else if has_target(workspace) {
            Self::Own
        } else {
            Self::Debians
        }
    }
}

/// The program for Windows, checked and not linked: `None` where every other step does that.
pub(crate) fn check(workspace: &Workspace) -> Result<Option<Command>> {
    let mut check = match Compiler::here(workspace) {
        Compiler::Any => return Ok(None),
        Compiler::Own => workspace.cargo("check"),
        Compiler::Debians if Path::new(DEBIANS_CARGO).exists() => debians(workspace),
        Compiler::Debians => bail!(
            "nothing here compiles for Windows. Type this, install mingw-w64, then start again:\n\n  rustup target add {TARGET}\n"
        ),
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
    Ok(Some(check))
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
