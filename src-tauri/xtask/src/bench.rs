//! What the release build costs, beside the least that such a program can cost.
//!
//! Absolute figures say more about the machine than about Vincula, so each stands beside a floor measured in the
//! same run: a bare Tauri app for the window, the same requests made bare for the checks. Nothing is asserted: a
//! slow machine is no mistake.

use crate::memory;
use crate::report;
use crate::run::has_display;
use crate::setup::{Purpose, setup};
use crate::step::{run_one, shown};
use crate::workspace::{FEATURES, Profile, Workspace};
use anyhow::{Context as _, Result, bail, ensure};
use std::env;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often each figure is taken; its median is told.
const RUNS: usize = 5;
/// How often memory is looked at.
const SAMPLE: Duration = Duration::from_millis(20);
/// A program that is not ready by then will never be.
const PATIENCE: Duration = Duration::from_mins(1);

/// Builds, measures, prints a table.
pub(crate) fn bench(workspace: &Workspace, prepared: bool) -> Result<()> {
    if !prepared {
        setup(workspace, Purpose::Test)?;
        build(workspace)?;
    }
    if !has_display() {
        return on_a_display_that_nobody_sees();
    }
    let home = workspace.target.join("bench-home");
    let ours = Measured::new(workspace.program(Profile::Release, "vincula-desktop"), &home);
    let bare = Measured::new(
        hello(workspace).join(format!("release/vincula-hello{}", env::consts::EXE_SUFFIX)),
        &home,
    );
    let [ours, bare] = alternating([ours, bare])?;
    let mut rows = vec![
        Row::new("ready", "ms", median(ours.ready), median(bare.ready)),
        Row::new("binary", "MiB", ours.mebibytes, bare.mebibytes),
    ];
    if cfg!(target_os = "linux") {
        rows.push(Row::new(
            "peak memory",
            "MiB",
            median(ours.memory),
            median(bare.memory),
        ));
    }
    report::heading(format_args!("the window: medians of {RUNS} runs, release build"))?;
    table("bare Tauri app", &rows)?;
    let rows = verify(workspace)?;
    report::heading("the checks, against the lab: medians, release build")?;
    table("bare requests", &rows)?;
    many(workspace)?;
    explain(workspace)?;
    state(workspace)?;
    report::heading("hostile callbacks before a pending sign-in, release build")?;
    let said = told(workspace, "bench --package vincula-core --bench callbacks")?;
    report::line(said.trim())
}

fn build(workspace: &Workspace) -> Result<()> {
    let mut ours = workspace.cargo("build --release --package vincula-desktop --bins");
    ours.args(FEATURES);
    run_one("build", ours)?;
    let mut bare = workspace.cargo("build --release --locked --manifest-path benches/hello/Cargo.toml");
    bare.arg("--target-dir").arg(hello(workspace));
    run_one("build of the bare app", bare)
}

/// Where the bare app is built.
fn hello(workspace: &Workspace) -> PathBuf {
    workspace.target.join("hello")
}

/// Starts this command again with a display and a session bus of its own. The measured programs are then still
/// children of the one that measures, and the display is none of them.
fn on_a_display_that_nobody_sees() -> Result<()> {
    let mut again = Command::new("xvfb-run");
    again.args(["-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"]);
    again.arg(env::current_exe()?).args(["bench", "--prepared"]);
    run_one("measuring", again)
}

/// One program and what was measured of it.
struct Measured {
    program: PathBuf,
    home: PathBuf,
    ready: Vec<f64>,
    memory: Vec<f64>,
    mebibytes: f64,
}

impl Measured {
    fn new(program: PathBuf, home: &Path) -> Self {
        Self {
            program,
            home: home.to_owned(),
            ready: Vec::new(),
            memory: Vec::new(),
            mebibytes: 0.0,
        }
    }

    /// Starts the program and waits until it has told that its page is ready. Looking at its memory slows it
    /// down, so that it is one or the other.
    fn start(&self, sampling: bool) -> Result<(f64, f64)> {
        let mut child = Command::new(&self.program)
            .arg("--self-test")
            // What the person has on this machine is neither read nor changed.
            .env("XDG_DATA_HOME", self.home.join("data"))
            .env("XDG_CONFIG_HOME", self.home.join("config"))
            .env("XDG_CACHE_HOME", self.home.join("cache"))
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} cannot be started", self.program.display()))?;
        let began = Instant::now();
        let mut peak = 0;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if began.elapsed() > PATIENCE {
                child.kill()?;
                child.wait()?;
                bail!(
                    "{} was not ready after {} s",
                    self.program.display(),
                    PATIENCE.as_secs()
                );
            }
            if sampling {
                peak = peak.max(memory::of_tree(child.id()));
            }
            thread::sleep(SAMPLE);
        };
        ensure!(
            status.success(),
            "{} --self-test failed ({status})",
            self.program.display()
        );
        let mut said = String::new();
        child
            .stdout
            .take()
            .context("no standard output")?
            .read_to_string(&mut said)?;
        Ok((ready_ms(&said)?, mebibytes(peak * 1024)))
    }
}

/// Measures both in turn, so that what else the machine does falls on both.
fn alternating(mut both: [Measured; 2]) -> Result<[Measured; 2]> {
    for measured in &mut both {
        measured.mebibytes = mebibytes(fs::metadata(&measured.program)?.len());
        // The first start reads everything from the disk.
        measured.start(false)?;
    }
    for number in 1..=RUNS {
        report::line(format_args!("run {number} of {RUNS}"))?;
        for measured in &mut both {
            measured.ready.push(measured.start(false)?.0);
            measured.memory.push(measured.start(true)?.1);
        }
    }
    Ok(both)
}

/// The time of `vincula verify` against the lab, and of its checks before the sign-in, each beside the same requests
/// made bare. The benchmark lives with the command line.
fn verify(workspace: &Workspace) -> Result<[Row; 2]> {
    let told = told_by(workspace, "vincula", "verify")?;
    let row = |name, ours, bare| {
        Ok::<_, anyhow::Error>(Row::new(name, "ms", median(told(ours)?), median(told(bare)?)))
    };
    Ok([
        row("verify", "verify_ms", "bare_ms")?,
        row("checks before the sign-in", "chain_ms", "chain_bare_ms")?,
    ])
}

/// How many setups `vincula verify --all` checks in a second, and the memory of a run over a thousand beside one over
/// ten. A keyring answers one question at a time, so that reading it belongs to the floor; the checks are shown without it
/// as well.
fn many(workspace: &Workspace) -> Result<()> {
    let told = told_by(workspace, "vincula", "many")?;
    let row = |what, unit, ours, floor| {
        Ok::<_, anyhow::Error>(Row::new(what, unit, median(told(ours)?), median(told(floor)?)))
    };
    report::heading("verify --all over 1,000 setups, release build: more is better")?;
    let whole = row("setups", "per s", "many_per_s", "many_floor_per_s")?;
    table("bare, keyring too", &[whole])?;
    let checks = row(
        "without a keyring",
        "per s",
        "many_checks_per_s",
        "many_bare_per_s",
    )?;
    table("bare requests", &[checks])?;
    let memory = row("peak memory", "KiB", "many_memory_kib", "few_memory_kib")?;
    table("over 10 setups", &[memory])
}

/// How long the explanation of an error takes: of each message of its corpus, of the longest text that is read, and
/// the first time, when the tables are read.
fn explain(workspace: &Workspace) -> Result<()> {
    let told = told_by(workspace, "vincula-core", "explain")?;
    let each = told("explain_us")?;
    let slowest = each.iter().copied().fold(0.0, f64::max);
    let rows = [
        ("a message, median", median(each)),
        ("a message, the slowest", slowest),
        ("64 KiB of log", median(told("longest_us")?)),
        ("the first one", median(told("first_us")?)),
    ];
    report::heading("explaining an error: release build")?;
    for (what, microseconds) in rows {
        report::line(format_args!("{what:26}{microseconds:>10.1} µs"))?;
    }
    Ok(())
}

/// How long it takes to keep a setup, to read one and to list all, with so many in the folder. The floor is the disk:
/// a setup that is kept is on it.
fn state(workspace: &Workspace) -> Result<()> {
    let told = told_by(workspace, "vincula-assistant", "state")?;
    report::heading("setups on the disk: medians, release build")?;
    report::line(format_args!(
        "{:10}{:>12}{:>12}{:>12}",
        "setups", "save", "load", "list"
    ))?;
    for count in [1, 100, 10_000] {
        let figure = |what: &str| Ok::<_, anyhow::Error>(median(told(&format!("{what}_{count}_ms"))?));
        let (save, load, list) = (figure("save")?, figure("load")?, figure("list")?);
        report::line(format_args!(
            "{count:<10}{save:>9.2} ms{load:>9.3} ms{list:>9.1} ms"
        ))?;
    }
    Ok(())
}

/// The figures of a benchmark that lives with its package and tells them on one line of JSON, by their names.
fn told_by(workspace: &Workspace, package: &str, name: &str) -> Result<impl Fn(&str) -> Result<Vec<f64>>> {
    let said = told(workspace, &format!("bench --package {package} --bench {name}"))?;
    let name = name.to_owned();
    Ok(move |figure_name: &str| {
        let values = figure(&said, figure_name);
        let values = values.as_ref().and_then(serde_json::Value::as_array);
        let values: Vec<f64> = values
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_f64)
            .collect();
        ensure!(
            !values.is_empty(),
            "the benchmark of {name} told no {figure_name}: {said:?}"
        );
        Ok(values)
    })
}

/// What a benchmark of Cargo's says on standard output.
fn told(workspace: &Workspace, line: &str) -> Result<String> {
    let mut bench = workspace.cargo(line);
    report::heading(shown(&bench))?;
    let answer = bench.stderr(Stdio::inherit()).output()?;
    ensure!(
        answer.status.success(),
        "«cargo {line}» failed ({})",
        answer.status
    );
    Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
}

/// The figure that a self-test tells.
fn ready_ms(said: &str) -> Result<f64> {
    figure(said, "ready_ms")
        .and_then(|figure| figure.as_f64())
        .with_context(|| format!("the self-test told no ready_ms: {said:?}"))
}

/// A figure on a line of JSON among other lines.
fn figure(said: &str, name: &str) -> Option<serde_json::Value> {
    said.lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|figures| figures.get(name).cloned())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a figure for people: 53 bits of bytes are enough"
)]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / (1024.0 * 1024.0)
}

/// One line of the table.
struct Row {
    what: &'static str,
    unit: &'static str,
    ours: f64,
    floor: f64,
}

impl Row {
    fn new(what: &'static str, unit: &'static str, ours: f64, floor: f64) -> Self {
        Self {
            what,
            unit,
            ours,
            floor,
        }
    }
}

fn table(floor: &str, rows: &[Row]) -> Result<()> {
    report::line(format_args!(
        "{:22}{:>10}{floor:>17}{:>8}",
        "", "Vincula", "ratio"
    ))?;
    for Row {
        what,
        unit,
        ours,
        floor,
    } in rows
    {
        let name = format!("{what} ({unit})");
        report::line(format_args!(
            "{name:22}{ours:>10.1}{floor:>17.1}{:>8.2}",
            ours / floor
        ))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_self_test_may_say_more_than_its_figure() {
        let said = "a warning of the toolkit\n{\"ready_ms\":312.5,\"version\":\"0.1.0\"}\n";
        assert!((ready_ms(said).unwrap() - 312.5).abs() < 1e-9);
        assert!(ready_ms("{\"other\":1}\n").is_err());
        assert!(ready_ms("{\"ready_ms\":null}\n").is_err());
    }

    #[test]
    fn the_median_is_the_one_in_the_middle() {
        assert!((median(vec![9.0, 1.0, 5.0, 100.0, 2.0]) - 5.0).abs() < 1e-9);
        assert!(median(Vec::new()).is_nan());
    }
}
