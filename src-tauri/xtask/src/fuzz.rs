//! Fuzzing of what reads strangers' input. The targets are a workspace of their own in `fuzz/`: they need a compiler's
//! instruments, and nothing else of the project does.

use crate::step::run_one;
use crate::tool::Tool;
use crate::workspace::Workspace;
use anyhow::Result;
use std::fs;

const FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    version: "0.13.2",
};

/// The targets, each with its seeds in a folder of the same name.
const TARGETS: [&str; 5] = ["callback", "deep_link", "setup_file", "state", "token_answer"];
/// Longer inputs are refused before anything is read of them; the bound itself is within reach.
const LONGEST: usize = 20 * 1024;

/// Runs every target for this many seconds; the first input that breaks one ends it, and is kept below
/// `fuzz/artifacts`.
pub(crate) fn fuzz(workspace: &Workspace, seconds: u64) -> Result<()> {
    let path = FUZZ.path(workspace)?;
    for target in TARGETS {
        // What the fuzzer finds goes beside what it began with, so that running it changes no source.
        let found = workspace.target.join("fuzz/corpus").join(target);
        fs::create_dir_all(&found)?;
        let mut command = workspace.cargo("fuzz run --fuzz-dir fuzz");
        command.arg("--target-dir").arg(workspace.target.join("fuzz"));
        command.arg(target).arg(&found);
        command.arg(workspace.root.join("fuzz/seeds").join(target));
        command.arg("--");
        command.arg(format!("-max_total_time={seconds}"));
        command.arg(format!("-max_len={LONGEST}"));
        command.arg("-timeout=10");
        command.env("PATH", &path);
        // The sanitizers' flags are for nightly compilers; the stable one has them behind this word.
        command.env("RUSTC_BOOTSTRAP", "1");
        run_one(target, command)?;
    }
    Ok(())
}
