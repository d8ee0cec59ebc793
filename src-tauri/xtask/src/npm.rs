//! The page: its packages, its scripts, its build.

use crate::step::run_one;
use crate::workspace::Workspace;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::process::{Command, Stdio};

/// npm, in the project's root. `line` is what stands behind `npm`, without quotes.
pub(crate) fn npm(workspace: &Workspace, line: &str) -> Command {
    let mut command = workspace.command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(line.split(' '));
    command
}

/// Installs exactly what the lock file says, where that has not been done. No script of a package runs: it would
/// run with the rights of whoever builds.
pub(crate) fn install(workspace: &Workspace) -> Result<()> {
    let lock =
        fs::read(workspace.root.join("package-lock.json")).context("package-lock.json cannot be read")?;
    // npm wipes the folder before it installs, so the stamp can only be there after a whole install.
    let stamp = workspace.root.join("node_modules/.installed-by-xtask");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let version = npm(workspace, "--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if version.is_err() {
        bail!("npm is missing: install Node.js 20.19 or newer");
    }
    run_one(
        "npm packages",
        npm(workspace, "ci --ignore-scripts --no-audit --no-fund"),
    )?;
    fs::write(&stamp, lock).context("node_modules cannot be written")
}

/// Builds the page into `ui/dist`.
pub(crate) fn build_page(workspace: &Workspace) -> Result<()> {
    run_one("page", npm(workspace, "run --silent build"))
}
