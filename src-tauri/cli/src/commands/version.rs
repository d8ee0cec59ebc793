//! `vincula version`

use crate::exit::{Exit, Failure};
use crate::output;

pub(crate) fn run() -> Result<Exit, Failure> {
    output::say(concat!("vincula ", env!("CARGO_PKG_VERSION")))?;
    Ok(Exit::Passed)
}
