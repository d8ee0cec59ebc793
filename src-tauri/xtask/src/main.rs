//! `cargo xtask`: the commands of the people who build Vincula.
//!
//! It is compiled before anything else on every machine, so it depends on little, and it never links the program.

mod bench;
mod counterparts;
mod counts;
mod crash;
mod faults;
mod fuzz;
mod memory;
mod mutants;
mod npm;
mod packages;
mod pictures;
mod report;
mod run;
mod setup;
mod sign_ins;
mod step;
mod test;
mod tool;
mod types;
mod window_test;
mod windows;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use run::Language;
use setup::Purpose;
use std::io::Write as _;
use std::process::ExitCode;
use workspace::Workspace;

/// Set-up, run, test, pictures, benchmarks.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Clone, Copy, Subcommand)]
enum Task {
    /// Installs what is missing and builds the page; the other commands begin with it where they need it
    Setup,
    /// Builds and opens the assistant
    Run {
        /// Against the built-in lab, with a sample company; without a display it is played in the terminal
        #[arg(long)]
        practice: bool,
        /// The language to begin in
        #[arg(long)]
        lang: Option<Language>,
    },
    /// Runs every check that must pass before a commit
    Test,
    /// Measures the release build beside a bare Tauri app and bare requests
    Bench {
        /// Set-up is done and there is a display
        #[arg(long, hide = true)]
        prepared: bool,
    },
    /// Takes the pictures of every screen into docs/pictures
    Pictures,
    /// Changes the sign-in in every small way and fails where fewer than nine changes in ten are noticed by a test
    Mutants,
    /// Lets every call meet every fault of the road, the keyring and the disk, and prints the table
    Faults,
    /// Signs in again and again in the real window, each time after a forged answer, and counts the calls at the ERP
    SignIns {
        /// How often
        #[arg(long, default_value_t = 1000)]
        count: usize,
    },
    /// Kills a program that saves setups, again and again, and fails where one is damaged or a change is lost
    Crash {
        /// How often
        #[arg(long, default_value_t = 10_000)]
        count: u64,
    },
    /// Feeds the readers of strangers' input with what a fuzzer makes of the seeds in `fuzz/`
    Fuzz {
        /// How long, for each reader
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
    /// Writes the page's types from the Rust types that cross the border
    Types,
}

fn main() -> ExitCode {
    match perform(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            // Where standard error is closed there is nobody left to tell.
            let _unheard = writeln!(std::io::stderr(), "\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match task {
        Task::Setup => setup::setup(&workspace, Purpose::Test)?,
        Task::Run { practice, lang } => return run::run(&workspace, practice, lang),
        Task::Test => test::test(&workspace)?,
        Task::Bench { prepared } => bench::bench(&workspace, prepared)?,
        Task::Pictures => pictures::pictures(&workspace)?,
        Task::Mutants => mutants::mutants(&workspace)?,
        Task::Faults => faults::faults(&workspace)?,
        Task::SignIns { count } => sign_ins::sign_ins(&workspace, count)?,
        Task::Crash { count } => crash::crash(&workspace, count)?,
        Task::Fuzz { seconds } => fuzz::fuzz(&workspace, seconds)?,
        Task::Types => types::types(&workspace)?,
    }
    Ok(ExitCode::SUCCESS)
}
