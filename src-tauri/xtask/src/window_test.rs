//! The window's tests that run only when they are asked for.

use crate::setup::{Purpose, setup};
use crate::step::run_one;
use crate::workspace::{FEATURES, Workspace};
use anyhow::Result;
use std::process::Command;

/// One of them, by its whole name, once all that it needs is there.
pub(crate) fn window_test(workspace: &Workspace, name: &str) -> Result<Command> {
    setup(workspace, Purpose::Test)?;
    let mut build = workspace.cargo("build --workspace --exclude xtask --bins --tests");
    build.args(FEATURES);
    run_one("build", build)?;
    let mut test = workspace.cargo("nextest run --package vincula-desktop --test window --run-ignored only");
    test.args(FEATURES)
        .args(["--no-capture", "--filterset", &format!("test(={name})")]);
    Ok(test)
}
