//! What the independent programs in `tests/counterparts` are made of: packages of npm and of Python, each with its
//! exact version and hash.

use crate::npm;
use crate::step::run_one;
use crate::workspace::Workspace;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Installs them beside the programs, where that has not been done.
pub(crate) fn install(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root.join("tests/counterparts");
    npm::install("npm packages of the counterparts", &folder)?;
    python(&folder)
}

/// An environment of its own, so that nothing of the system's Python is changed and nothing of it is used. No package
/// is built here: building would run its scripts.
fn python(folder: &Path) -> Result<()> {
    let wanted = wanted(folder)?;
    let environment = folder.join(".venv");
    let stamp = environment.join(".installed-by-xtask");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut create = Command::new(SYSTEM);
    create.args(["-m", "venv", "--clear"]).arg(&environment);
    run_one("Python of the counterparts", create)?;
    let mut install = Command::new(environment.join(OWN));
    install
        .current_dir(folder)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-input",
            "--disable-pip-version-check",
        ])
        .args([
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--requirement",
            "requirements.txt",
        ]);
    run_one("Python packages of the counterparts", install)?;
    fs::write(&stamp, wanted).context("the Python environment cannot be written")
}

/// Python's name on this system.
const SYSTEM: &str = if cfg!(windows) { "python" } else { "python3" };
/// Python's place in an environment.
const OWN: &str = if cfg!(windows) {
    "Scripts/python.exe"
} else {
    "bin/python"
};

/// The packages, and the Python that they are for: another one would not find them.
fn wanted(folder: &Path) -> Result<Vec<u8>> {
    let ask = Command::new(SYSTEM).arg("--version").output();
    let version = ask.context("Python is missing: install Python 3.9 or newer, with its venv module")?;
    let list = fs::read(folder.join("requirements.txt")).context("requirements.txt cannot be read")?;
    Ok([version.stdout, list].concat())
}
