//! The fault matrix, which is one test of the assistant: run by itself, so that its table is seen.

use crate::step::run_one;
use crate::workspace::Workspace;
use anyhow::Result;

/// Runs the matrix and shows its table.
pub(crate) fn faults(workspace: &Workspace) -> Result<()> {
    let mut nextest = workspace.cargo("nextest run --package vincula-assistant --lib --no-capture");
    nextest.args(["--filterset", "test(/^tests::fault_matrix::/)"]);
    run_one("faults", nextest)
}
