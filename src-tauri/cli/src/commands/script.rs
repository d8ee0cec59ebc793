//! `vincula script`: the registration as a script for Azure Cloud Shell.

use crate::arguments::ScriptOptions;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use vincula_core::registration_script::{Values, write};

pub(crate) fn run(context: &Context, options: &ScriptOptions) -> Result<Exit, Failure> {
    let setup = context.setup(&options.setup)?;
    let guide = Context::guide_of(&setup)?;
    let redirect_uri = guide
        .registration
        .redirect_uri
        .for_erp(&setup.erp_address)
        .map_err(|why| Failure::Refused {
            what: "the redirect URI",
            why,
        })?;
    let values = Values::of(&setup, guide, &redirect_uri, context.language);
    let script = write(&values, options.shell.into(), context.language)?;
    output::say(script.trim_end())?;
    Ok(Exit::Passed)
}
