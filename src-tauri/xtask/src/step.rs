//! Running other programs: one printed line each, its time, and a failure that can be repeated by hand.

use crate::counts::Counts;
use crate::report;
use anyhow::{Context as _, Result, ensure};
use std::io::{ErrorKind, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What has been run so far.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    done: Vec<Done>,
    counts: Counts,
}

#[derive(Debug)]
struct Done {
    name: &'static str,
    took: Duration,
    passed: bool,
}

impl Steps {
    /// Runs a program to its end.
    pub(crate) fn run(&mut self, name: &'static str, command: Command) -> Result<()> {
        self.note(name, || run(name, command))
    }

    /// Runs a program that runs tests, and counts them by what it says.
    pub(crate) fn run_tests(
        &mut self,
        name: &'static str,
        command: Command,
        counts: fn(&str) -> Option<Counts>,
    ) -> Result<()> {
        let mut counted = None;
        let result = self.note(name, || {
            let (status, said) = hear(name, command)?;
            counted = counts(&said);
            Ok(status)
        });
        self.counts.add(counted.unwrap_or_default());
        result?;
        counted
            .map(|_| ())
            .with_context(|| format!("«{name}» passed, but did not say how many tests it ran"))
    }

    /// Does something that is no program of its own.
    pub(crate) fn perform(&mut self, name: &'static str, act: impl FnOnce() -> Result<()>) -> Result<()> {
        let began = Instant::now();
        let result = act();
        self.done.push(Done {
            name,
            took: began.elapsed(),
            passed: result.is_ok(),
        });
        result
    }

    /// Every step with its seconds, then the tests on a line of their own.
    pub(crate) fn summary(&self) -> Result<()> {
        report::heading("summary")?;
        for Done { name, took, passed } in &self.done {
            let verdict = if *passed { "ok" } else { "FAILED" };
            report::line(format_args!(
                "  {:>7.1} s  {verdict:6}  {name}",
                took.as_secs_f64()
            ))?;
        }
        let whole: Duration = self.done.iter().map(|done| done.took).sum();
        report::line(format_args!("  {:>7.1} s  in all", whole.as_secs_f64()))?;
        if self.counts.skipped > 0 {
            report::line(format_args!("{} skipped", self.counts.skipped))?;
        }
        if self.counts == Counts::default() {
            return report::line("no test was run");
        }
        report::line(self.counts)
    }

    fn note(&mut self, name: &'static str, act: impl FnOnce() -> Result<ExitStatus>) -> Result<()> {
        self.perform(name, || {
            let status = act()?;
            passed(name, status)
        })
    }
}

/// Runs one program to its end.
pub(crate) fn run_one(name: &str, command: Command) -> Result<()> {
    let status = run(name, command)?;
    passed(name, status)
}

fn passed(name: &str, status: ExitStatus) -> Result<()> {
    ensure!(
        status.success(),
        "«{name}» failed ({status}); the command stands above, after its ▶"
    );
    Ok(())
}

fn run(name: &str, mut command: Command) -> Result<ExitStatus> {
    report::heading(format_args!("{name}: {}", shown(&command)))?;
    command
        .status()
        .with_context(|| format!("{} cannot be started", shown(&command)))
}

/// Runs a program to its end, passes on what it says and keeps it.
fn hear(name: &str, mut command: Command) -> Result<(ExitStatus, String)> {
    report::heading(format_args!("{name}: {}", shown(&command)))?;
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot be started", shown(&command)))?;
    let errors = child
        .stderr
        .take()
        .map(|from| thread::spawn(|| pass_on(from, std::io::stderr())));
    let said = child
        .stdout
        .take()
        .map(|from| pass_on(from, std::io::stdout()))
        .unwrap_or_default();
    let complained = errors.and_then(|thread| thread.join().ok()).unwrap_or_default();
    let status = child.wait()?;
    let both = [said, complained].concat();
    Ok((status, String::from_utf8_lossy(&both).into_owned()))
}

/// Copies until the end; what cannot be shown any more is kept all the same.
fn pass_on(mut from: impl Read, mut to: impl Write) -> Vec<u8> {
    let mut kept = Vec::new();
    let mut buffer = [0; 8192];
    loop {
        let piece = match from.read(&mut buffer) {
            Ok(length @ 1..) => &buffer[..length],
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Ok(_) | Err(_) => return kept,
        };
        let _unshown = to.write_all(piece).and_then(|()| to.flush());
        kept.extend_from_slice(piece);
    }
}

/// A command as a person would type it.
pub(crate) fn shown(command: &Command) -> String {
    let variables = command.get_envs().filter_map(|(name, value)| {
        value.map(|value| format!("{}={}", name.display(), quoted(&value.to_string_lossy())))
    });
    let program = command.get_program().to_string_lossy();
    // Cargo names itself by its whole path, which tells nobody anything; the system's own is another one.
    let name = program
        .rsplit(['/', '\\'])
        .next()
        .filter(|name| name.starts_with("cargo") && !program.starts_with("/usr/bin/"))
        .unwrap_or(&program);
    let words = std::iter::once(name.to_owned()).chain(
        command
            .get_args()
            .map(|argument| quoted(&argument.to_string_lossy())),
    );
    variables.chain(words).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_=./:,+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{word}'")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_so_that_it_can_be_typed() {
        let mut command = Command::new("/some/where/bin/cargo");
        command
            .args(["clippy", "--", "-D", "warnings", "a b", ""])
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("X");
        assert_eq!(
            shown(&command),
            "RUSTDOCFLAGS='-D warnings' cargo clippy -- -D warnings 'a b' ''"
        );
        assert_eq!(shown(&Command::new("/usr/bin/true")), "/usr/bin/true");
        assert_eq!(shown(&Command::new("/usr/bin/cargo")), "/usr/bin/cargo");
    }

    #[test]
    fn what_a_program_says_is_kept_whole() {
        let long = "ñ".repeat(10_000);
        assert_eq!(pass_on(long.as_bytes(), std::io::sink()), long.as_bytes());
    }
}
