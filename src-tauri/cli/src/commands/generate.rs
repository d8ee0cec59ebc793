//! Shell completions and the manual page, from the arguments themselves.

use crate::arguments::Arguments;
use crate::exit::{Exit, Failure};
use clap::CommandFactory as _;
use clap_complete::Shell;
use std::io::{self, Write as _};

pub(crate) fn completions(shell: Shell) -> Result<Exit, Failure> {
    // Into memory first: `generate` panics where standard output is closed.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "vincula", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Exit::Passed)
}

pub(crate) fn man() -> Result<Exit, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
    io::stdout().write_all(&page)?;
    Ok(Exit::Passed)
}
