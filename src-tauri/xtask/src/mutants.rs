//! Mutation testing of the part that must never be wrong: each small change of the sign-in has to make a test fail.

use crate::report;
use crate::tool::Tool;
use crate::workspace::Workspace;
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use std::fs;

const MUTANTS: Tool = Tool {
    name: "cargo-mutants",
    version: "27.1.0",
};

/// What is changed: the sign-in, the links of our own scheme, and what both read their parameters with.
const FILES: [&str; 4] = [
    "src-tauri/core/src/sign_in/*.rs",
    "src-tauri/core/src/deep_link.rs",
    "src-tauri/core/src/deep_link/*.rs",
    "src-tauri/core/src/parameters.rs",
];
/// The tests that have to notice it: those of the same modules, and no others, so that what is sure here is sure
/// by itself.
const TESTS: [&str; 2] = ["sign_in::", "deep_link::"];
/// Ten thousand generated answers show no single change that the tables do not, and take longest.
const TOO_LONG: [&str; 2] = ["--skip", "flood::ten_thousand"];
/// Generated cases of each other test: enough to meet a change, and a tenth of the time.
const CASES: &str = "32";
/// The least part of the changes that must be noticed, in percent.
const LEAST: usize = 90;

/// Changes the sign-in in every small way and counts what the tests notice.
pub(crate) fn mutants(workspace: &Workspace) -> Result<()> {
    let path = MUTANTS.path(workspace)?;
    let out = workspace.target.join("mutants");
    fs::create_dir_all(&out)?;
    let mut command = workspace.cargo("mutants --package vincula-core --colors never");
    for file in FILES {
        command.args(["--file", file]);
    }
    command.arg("--output").arg(&out);
    command.args(["--", "--lib", "--"]).args(TESTS).args(TOO_LONG);
    command.env("PROPTEST_CASES", CASES);
    command.env("PATH", path);
    // The changed copy lies elsewhere each time; what it depends on need not be built again.
    command.env("CARGO_TARGET_DIR", workspace.target.join("mutants/build"));
    report::heading("cargo mutants, over the sign-in")?;
    let status = command.status().context("cargo mutants cannot be started")?;
    // 2: some were missed, 3: some took too long; how many is asked below.
    ensure!(
        matches!(status.code(), Some(0 | 2 | 3)),
        "cargo mutants failed ({status})"
    );
    judge(&fs::read_to_string(out.join("mutants.out/outcomes.json"))?)
}

fn judge(outcomes: &str) -> Result<()> {
    let outcomes: Value = serde_json::from_str(outcomes)?;
    let count = |name: &str| {
        let number = outcomes[name].as_u64().and_then(|n| usize::try_from(n).ok());
        number.with_context(|| format!("cargo mutants told no {name}"))
    };
    let (missed, slow) = (count("missed")?, count("timeout")?);
    // A change after which a test never ends is noticed as well.
    let noticed = count("caught")? + slow;
    let all = noticed + missed;
    ensure!(all > 0, "nothing was changed");
    for outcome in outcomes["outcomes"].as_array().into_iter().flatten() {
        if outcome["summary"] == "MissedMutant" {
            let name = outcome["scenario"]["Mutant"]["name"].as_str().unwrap_or("?");
            report::line(format_args!("  missed: {name}"))?;
        }
    }
    report::line(format_args!(
        "mutants: {noticed} of {all} noticed ({} %), {} could not be built",
        noticed * 100 / all,
        count("unviable")?
    ))?;
    ensure!(
        noticed * 100 >= LEAST * all,
        "fewer than {LEAST} % of the changes were noticed"
    );
    Ok(())
}
