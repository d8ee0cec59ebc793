//! Set-up: from a machine that has Rust, Node.js and git to one that builds and tests Vincula.
//!
//! Every part asks first what is there, so that a second run costs a second.

use crate::report;
use crate::step::{run_one, shown};
use crate::windows::Compiler;
use crate::workspace::Workspace;
use crate::{counterparts, npm, packages, windows};
use anyhow::{Result, bail};
use std::process::{Command, Stdio};

/// What the machine is set up for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To build and open the window.
    Run,
    /// To run every check as well.
    Test,
}

/// Installs what is missing, then builds the page: the window is compiled around it.
pub(crate) fn setup(workspace: &Workspace, purpose: Purpose) -> Result<()> {
    system(&packages(workspace, purpose))?;
    npm::install("npm packages", &workspace.root)?;
    if purpose == Purpose::Test {
        counterparts::install(workspace)?;
        windows::set_up(workspace)?;
        nextest(workspace)?;
    }
    npm::build_page(workspace)
}

/// The system's packages that are needed, where it is a Debian.
fn packages(workspace: &Workspace, purpose: Purpose) -> Vec<&'static str> {
    let mut needed = packages::BUILD.to_vec();
    if purpose == Purpose::Test {
        needed.extend(packages::TEST);
        needed.extend(Compiler::here(workspace).packages());
    }
    needed
}

fn system(needed: &[&str]) -> Result<()> {
    if cfg!(windows) {
        return report::line("Windows: the MSVC build tools and the WebView2 runtime must be there already.");
    }
    if cfg!(target_os = "macos") {
        return report::line(
            "macOS: the Xcode command line tools must be there already; for the tests, mingw-w64 too.",
        );
    }
    match packages::missing(needed)? {
        None => report::line(format_args!(
            "This is no Debian: what these packages hold must be there already: {}",
            needed.join(" ")
        )),
        Some(missing) if missing.is_empty() => Ok(()),
        Some(missing) => install(&missing),
    }
}

fn install(missing: &[&str]) -> Result<()> {
    let runner = Root::here();
    let update = runner.command(&["apt-get", "update"]);
    let arguments = [&["apt-get", "install", "-y", "--no-install-recommends"], missing].concat();
    let install = runner.command(&arguments);
    if runner == Root::Unreachable {
        bail!(
            "these packages are missing and installing them needs root. Type this, then start again:\n\n  {} && {}\n",
            shown(&update),
            shown(&install)
        );
    }
    run_one("package lists", update)?;
    run_one("packages", install)
}

/// How to become root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Root {
    /// We are.
    Already,
    /// `sudo` asks for no password.
    BySudo,
    /// Only the person can.
    Unreachable,
}

impl Root {
    fn here() -> Self {
        let said = |command: &mut Command| command.stderr(Stdio::null()).output().ok();
        let id = said(Command::new("id").arg("-u"));
        if id.is_some_and(|id| id.stdout.trim_ascii() == b"0") {
            return Self::Already;
        }
        let sudo = said(Command::new("sudo").args(["-n", "true"]).stdin(Stdio::null()));
        if sudo.is_some_and(|sudo| sudo.status.success()) {
            Self::BySudo
        } else {
            Self::Unreachable
        }
    }

    fn command(self, words: &[&str]) -> Command {
        let (before, program): (&[&str], &str) = match self {
            Self::Already => (&["DEBIAN_FRONTEND=noninteractive"], "env"),
            // `env` inside: sudo drops the variables of its caller.
            Self::BySudo => (&["-n", "env", "DEBIAN_FRONTEND=noninteractive"], "sudo"),
            Self::Unreachable => (&[], "sudo"),
        };
        let mut command = Command::new(program);
        command.args(before).args(words);
        command
    }
}

/// The test runner.
fn nextest(workspace: &Workspace) -> Result<()> {
    let mut ask = workspace.cargo("nextest --version");
    if ask
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
    {
        return Ok(());
    }
    run_one("test runner", workspace.cargo("install cargo-nextest --locked"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_to_root_is_a_command_that_can_be_typed() {
        let typed = |root: Root| shown(&root.command(&["apt-get", "update"]));
        assert_eq!(
            typed(Root::Already),
            "env DEBIAN_FRONTEND=noninteractive apt-get update"
        );
        assert_eq!(
            typed(Root::BySudo),
            "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get update"
        );
        assert_eq!(typed(Root::Unreachable), "sudo apt-get update");
    }
}
