//! The pictures of every screen, taken of the real window.

use crate::step::run_one;
use crate::window_test::window_test;
use crate::workspace::Workspace;
use anyhow::Result;

/// Takes the pictures into `docs/pictures`.
pub(crate) fn pictures(workspace: &Workspace) -> Result<()> {
    let mut take = window_test(workspace, "pictures::pictures")?;
    take.env("VINCULA_PICTURES", workspace.root.join("docs/pictures"));
    run_one("pictures", take)
}
