//! `vincula reminder`

use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use vincula_assistant::{Clock as _, reminder};

pub(crate) fn run(context: &Context, setup: &str) -> Result<Exit, Failure> {
    let setup = context.setup(setup)?;
    let guide = Context::guide_of(&setup)?;
    let file = reminder(&setup, guide, context.language, context.clock.now()).ok_or(Failure::NoSecretEnd)?;
    output::say(file.trim_end())?;
    Ok(Exit::Passed)
}
