//! The pictures of every screen, taken of the real window.

use crate::setup::{Purpose, setup};
use crate::step::run_one;
use crate::workspace::{FEATURES, Workspace};
use anyhow::Result;

/// Takes the pictures into `docs/pictures`.
pub(crate) fn pictures(workspace: &Workspace) -> Result<()> {
    setup(workspace, Purpose::Test)?;
    let mut build = workspace.cargo("build --workspace --exclude xtask --bins --tests");
    build.args(FEATURES);
    run_one("build", build)?;
    let mut take = workspace.cargo("nextest run --package vincula-desktop --test window");
    take.args(FEATURES)
        .args(["--run-ignored", "only", "--no-capture", "pictures"])
        .env("VINCULA_PICTURES", workspace.root.join("docs/pictures"));
    run_one("pictures", take)
}
