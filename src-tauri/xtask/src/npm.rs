//! Packages of npm: the page's own, its scripts and its build; and those of any other folder.

use crate::step::run_one;
use crate::workspace::Workspace;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// npm, in the project's root. `line` is what stands behind `npm`, without quotes.
pub(crate) fn npm(workspace: &Workspace, line: &str) -> Command {
    npm_in(&workspace.root, line)
}

fn npm_in(folder: &Path, line: &str) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(folder).args(line.split(' '));
    command
}

/// Installs exactly what the folder's lock file says, where that has not been done. No script of a package runs: it
/// would run with the rights of whoever builds.
pub(crate) fn install(name: &str, folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    // npm wipes the folder before it installs, so the stamp can only be there after a whole install.
    let stamp = folder.join("node_modules/.installed-by-xtask");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let version = npm_in(folder, "--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if version.is_err() {
        bail!("npm is missing: install Node.js 20.19 or newer");
    }
    run_one(name, npm_in(folder, "ci --ignore-scripts --no-audit --no-fund"))?;
    fs::write(&stamp, lock).context("node_modules cannot be written")
}

/// Builds the page into `ui/dist`.
pub(crate) fn build_page(workspace: &Workspace) -> Result<()> {
    run_one("page", npm(workspace, "run --silent build"))
}
