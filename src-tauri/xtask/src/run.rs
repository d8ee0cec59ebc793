//! Opening the assistant, or playing its practice in the terminal where there is no display.

use crate::report;
use crate::setup::{Purpose, setup};
use crate::step::{run_one, shown};
use crate::workspace::{FEATURES, Profile, Workspace};
use anyhow::{Context as _, Result};
use std::env;
use std::process::{Command, ExitCode};

/// A language of the assistant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    /// Spanish.
    Es,
    /// English.
    En,
}

impl Language {
    fn code(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
        }
    }

    fn locale(self) -> &'static str {
        match self {
            Self::Es => "es_ES.UTF-8",
            Self::En => "en_GB.UTF-8",
        }
    }
}

/// Opens the assistant and ends as it ends.
pub(crate) fn run(workspace: &Workspace, practice: bool, language: Option<Language>) -> Result<ExitCode> {
    match (has_display(), practice) {
        (true, _) => window(workspace, practice, language),
        (false, true) => terminal(workspace, language),
        (false, false) => {
            report::line("There is no display here, so no window can be opened. Two ways on:")?;
            report::line("  cargo xtask run --practice            plays the practice in this terminal")?;
            report::line(
                "  xvfb-run -a cargo xtask run           opens the window on a display that nobody sees",
            )?;
            Ok(ExitCode::from(2))
        }
    }
}

/// Whether a window can be opened.
pub(crate) fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn window(workspace: &Workspace, practice: bool, language: Option<Language>) -> Result<ExitCode> {
    setup(workspace, Purpose::Run)?;
    let mut build = workspace.cargo("build --package vincula-desktop --bin vincula-desktop");
    build.args(FEATURES);
    run_one("build", build)?;
    let mut open = Command::new(workspace.program(Profile::Debug, "vincula-desktop"));
    open.args(practice.then_some("--practice"));
    if let Some(language) = language {
        // The window begins in the system's language, or in the one that was chosen in it before.
        open.env("LC_ALL", language.locale());
    }
    until_it_ends(open)
}

/// Builds the command line alone: it needs neither the page nor WebKitGTK, so nothing has to be set up.
fn terminal(workspace: &Workspace, language: Option<Language>) -> Result<ExitCode> {
    report::line("There is no display here: the practice is played in this terminal.")?;
    run_one("build", workspace.cargo("build --package vincula"))?;
    let mut play = Command::new(workspace.program(Profile::Debug, "vincula"));
    play.arg("practice");
    if let Some(language) = language {
        play.args(["--language", language.code()]);
    }
    until_it_ends(play)
}

/// Runs a program of ours; its exit code becomes ours.
fn until_it_ends(mut command: Command) -> Result<ExitCode> {
    report::heading(shown(&command))?;
    let status = command
        .status()
        .with_context(|| format!("{} cannot be started", shown(&command)))?;
    Ok(status
        .code()
        .and_then(|code| u8::try_from(code).ok())
        .map_or(ExitCode::FAILURE, ExitCode::from))
}
