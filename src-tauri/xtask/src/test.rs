//! Every check that must pass before a commit, the quick ones first.

use crate::npm::npm;
use crate::setup::{Purpose, setup};
use crate::step::Steps;
use crate::workspace::{FEATURES, Workspace};
use crate::{counts, types, windows};
use anyhow::Result;
use std::env;

/// Runs every check; stops at the first that fails; tells what ran and how many tests passed.
pub(crate) fn test(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::default();
    let result = checks(&mut steps, workspace);
    steps.summary()?;
    result
}

fn checks(steps: &mut Steps, workspace: &Workspace) -> Result<()> {
    steps.run("rustfmt", workspace.cargo("fmt --all --check"))?;
    steps.perform("set-up", || setup(workspace, Purpose::Test))?;

    steps.run("prettier", npm(workspace, "run --silent format"))?;
    steps.run("eslint", npm(workspace, "run --silent lint"))?;
    steps.run("svelte-check", npm(workspace, "run --silent check"))?;
    steps.run_tests("vitest", npm(workspace, "run --silent test"), counts::vitest)?;

    let mut clippy = workspace.cargo("clippy --workspace --all-targets");
    clippy.args(FEATURES).args(["--", "-D", "warnings"]);
    steps.run("clippy", clippy)?;
    if let Some(check) = windows::check(workspace) {
        steps.run("Windows", check)?;
    }
    // There are no examples. Asking for them makes Cargo take the tests' dependencies into account, as all the
    // other builds here do: without that it would choose other features for the same crates, and compile most
    // of them twice.
    let mut doc = workspace.cargo("doc --workspace --no-deps --lib --bin vincula --bin xtask --examples");
    doc.args(FEATURES).env("RUSTDOCFLAGS", "-D warnings");
    steps.run("rustdoc", doc)?;

    // The whole-program tests start the programs that lie in the target folder. With the tests, for the same
    // reason as above; without ourselves: a program that runs cannot be replaced on Windows.
    let mut build = workspace.cargo("build --workspace --exclude xtask --bins --tests");
    build.args(FEATURES);
    steps.run("build", build)?;

    let mut nextest = workspace.cargo("nextest run --workspace --no-fail-fast");
    nextest.args(FEATURES);
    if env::var_os("CI").is_some_and(|value| !value.is_empty()) {
        nextest.args(["--profile", "ci"]);
    }
    // The types go to a folder of their own here, so that checking changes no source.
    let exported = types::empty_folder(workspace)?;
    nextest.env(types::FOLDER_VARIABLE, &exported);
    steps.run_tests("nextest", nextest, counts::nextest)?;
    steps.perform("types are fresh", || types::compare(workspace, &exported))?;

    // For a minute each, whatever comes: their names begin with `fuzz_`, and they say how much they tried.
    let mut fuzz = workspace.cargo("nextest run --workspace --run-ignored only --no-capture");
    fuzz.args(FEATURES).args(["--filterset", "test(/(^|::)fuzz_/)"]);
    steps.run_tests("fuzzing", fuzz, counts::nextest)?;

    let mut doctests = workspace.cargo("test --doc --workspace");
    doctests.args(FEATURES);
    steps.run_tests("doctests", doctests, counts::doctests)
}
