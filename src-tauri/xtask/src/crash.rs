//! The crash test of the assistant, more often than the suite has time for.

use crate::step::run_one;
use crate::workspace::Workspace;
use anyhow::Result;

/// Kills a program that saves, so often.
pub(crate) fn crash(workspace: &Workspace, count: u64) -> Result<()> {
    let mut nextest = workspace.cargo("nextest run --package vincula-assistant --lib --no-capture");
    nextest.args(["--filterset", "test(/^tests::state::crash::a_writer_killed/)"]);
    nextest.env("VINCULA_CRASH_KILLS", count.to_string());
    run_one("crash", nextest)
}
